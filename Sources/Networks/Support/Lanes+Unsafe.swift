/// Eight doubles, one for each search that runs at the same time.
typealias Lanes = SIMD8<Double>

// Masks are lanes of all ones or none, and one bit a lane where they are kept. SIMD has no way from the one to the
// other that is not lane by lane; its vectors of the same size are the same bytes, which is all that is used here.

extension Lanes {
  /// The same lanes where the bit is set, and 0 elsewhere.
  @inline(__always) func keeping(_ bits: UInt8) -> Lanes {
    assert(MemoryLayout<Lanes>.size == MemoryLayout<SIMD16<UInt32>>.size)
    // Each bit twice, since the oldest processors that we run on compare no numbers of 64 bits.
    let laneBits = SIMD16<UInt32>(1, 1, 2, 2, 4, 4, 8, 8, 16, 16, 32, 32, 64, 64, 128, 128)
    let hits = (SIMD16(repeating: UInt32(bits)) & laneBits) .== laneBits
    return unsafe unsafeBitCast(
      unsafeBitCast(self, to: SIMD8<UInt64>.self) & unsafeBitCast(hits, to: SIMD8<UInt64>.self),
      to: Lanes.self)
  }

  /// A bit for each lane that is not 0.
  @inline(__always) var nonzeroBits: UInt8 {
    let hits = self .!= Lanes.zero
    let ones = unsafe unsafeBitCast(hits, to: SIMD8<UInt64>.self)
    let bits = ones & SIMD8<UInt64>(1, 2, 4, 8, 16, 32, 64, 128)
    let four = bits.lowHalf | bits.highHalf
    let two = four.lowHalf | four.highHalf
    return UInt8(truncatingIfNeeded: two[0] | two[1])
  }

  /// The lanes without their signs.
  @inline(__always) var magnitudes: Lanes {
    unsafe unsafeBitCast(
      unsafeBitCast(self, to: SIMD8<UInt64>.self) & SIMD8<UInt64>(repeating: .max >> 1), to: Lanes.self)
  }

  /// All lanes added, always in the same order.
  @inline(__always) var total: Double {
    let four = lowHalf + highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }
}

extension Span where Element == Double {
  /// Eight elements from a place on, read at once; traps where there are fewer.
  @inline(__always) func lanes(from place: Int) -> Lanes {
    precondition(place >= 0 && place <= count - 8, "Eight of \(count) numbers were read from \(place) on.")
    return unsafe bytes.unsafeLoadUnaligned(
      fromByteOffset: place &* MemoryLayout<Double>.stride, as: Lanes.self)
  }

  /// Four elements from a place on, read at once; traps where there are fewer.
  @inline(__always) func four(from place: Int) -> SIMD4<Double> {
    precondition(place >= 0 && place <= count - 4, "Four of \(count) numbers were read from \(place) on.")
    return unsafe bytes.unsafeLoadUnaligned(
      fromByteOffset: place &* MemoryLayout<Double>.stride, as: SIMD4<Double>.self)
  }

  /// The values of four nodes that stand side by side in a list; traps where there are fewer. The nodes themselves are not checked
  /// again: a network has none beyond its count.
  @inline(__always) func four(at nodes: Span<NodeIndex>, from slot: Int) -> SIMD4<Double> {
    precondition(
      slot >= 0 && slot <= nodes.count - 4, "Four of \(nodes.count) nodes were read from \(slot) on.")
    return unsafe SIMD4(
      self[unchecked: nodes[unchecked: slot].position], self[unchecked: nodes[unchecked: slot + 1].position],
      self[unchecked: nodes[unchecked: slot + 2].position],
      self[unchecked: nodes[unchecked: slot + 3].position])
  }
}
