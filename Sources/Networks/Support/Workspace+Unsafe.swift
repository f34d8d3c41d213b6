/// A fixed number of values that one thread works with, beginning at a whole cache line.
///
/// Against arrays this gains twice: eight doubles never lie across two cache lines, and several workspaces that
/// belong to one value can be written to at the same time. With the bounds checked in release builds as well,
/// betweenness takes 7 % longer on a Barabási–Albert network and 20 % longer on a grid.
@safe struct Workspace<Element: BitwiseCopyable>: ~Copyable {
  private let elements: UnsafeMutableBufferPointer<Element>

  /// - Parameter count: 0 or more; a negative count traps.
  init(repeating element: Element, count: Int) {
    self.init(unwritten: count)
    unsafe elements.initialize(repeating: element)
  }

  /// Room whose elements mean nothing until they are written, for lists that are filled from the first place on.
  /// - Parameter count: 0 or more; a negative count traps.
  init(unwritten count: Int) {
    let bytes = UnsafeMutableRawBufferPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Element>.stride, alignment: 64)
    unsafe elements = UnsafeMutableBufferPointer(
      start: bytes.baseAddress!.bindMemory(to: Element.self, capacity: count), count: count)
  }

  deinit { unsafe elements.deallocate() }

  var count: Int { unsafe elements.count }

  subscript(place: Int) -> Element {
    @inline(__always) get {
      assert(place >= 0 && place < count, "A workspace of \(count) was read at \(place).")
      return unsafe elements[place]
    }
    @inline(__always) nonmutating set {
      assert(place >= 0 && place < count, "A workspace of \(count) was written at \(place).")
      unsafe elements[place] = newValue
    }
  }
}

extension Workspace<Double> {
  /// Eight elements from a place on, read at once.
  @inline(__always) func lanes(from place: Int) -> Lanes {
    assert(place >= 0 && place <= count - 8, "Eight of a workspace of \(count) were read from \(place) on.")
    return unsafe UnsafeRawPointer(elements.baseAddress! + place).loadUnaligned(as: Lanes.self)
  }

  /// Replaces eight elements from a place on, at once.
  @inline(__always) func putLanes(_ lanes: Lanes, at place: Int) {
    assert(
      place >= 0 && place <= count - 8, "Eight of a workspace of \(count) were written from \(place) on.")
    unsafe UnsafeMutableRawPointer(elements.baseAddress! + place).storeBytes(of: lanes, as: Lanes.self)
  }
}
