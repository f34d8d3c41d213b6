import Foundation

/// Texts by their bytes: each has a number, in the order in which it came first.
///
/// A composed letter and its parts are two texts here, and not one as for `String`.
struct ByteTable {
  private var bytes: [UInt8] = []
  /// Where each text ends among the bytes.
  private var ends: [Int] = []
  /// A number, or -1, at the place that a text's hash gives, or at the next free one; as many as a power of two.
  private var slots = [Int32](repeating: -1, count: 64)

  /// How many texts there are.
  var count: Int { ends.count }

  /// The number of a text, which is taken in if it is new.
  mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int {
    var slot = unsafe hash(text) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if unsafe isSame(number, text) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(count)
    unsafe bytes.append(contentsOf: text)
    ends.append(bytes.count)
    if count * 2 > slots.count { grow() }
    return count - 1
  }

  /// The text of a number.
  func text(_ number: Int) -> String { String(decoding: bytes[range(number)], as: UTF8.self) }

  private func range(_ number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  private func isSame(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(number)
    guard range.count == text.count, let other = unsafe text.baseAddress else {
      return range.count == text.count
    }
    return unsafe bytes.withUnsafeBufferPointer { all in
      unsafe all.baseAddress.map { unsafe memcmp($0 + range.lowerBound, other, range.count) == 0 } ?? false
    }
  }

  private mutating func grow() {
    var larger = [Int32](repeating: -1, count: slots.count * 2)
    unsafe bytes.withUnsafeBufferPointer { all in
      for number in 0..<count {
        let range = range(number)
        var slot =
          unsafe hash(UnsafeBufferPointer(rebasing: all[range])) & (larger.count - 1)
        while larger[slot] >= 0 { slot = (slot + 1) & (larger.count - 1) }
        larger[slot] = Int32(number)
      }
    }
    slots = larger
  }

  /// Of random seed, so that no file can choose texts that fall together.
  private let seed = UInt64.random(in: 0 ... .max)

  private func hash(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = seed ^ UInt64(truncatingIfNeeded: text.count)
    var place = 0
    // Two halves of a product mixed: as in wyhash (Wang Yi, 2019).
    func mix(_ word: UInt64) {
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 ^ (seed | 1))
      hash = product.high ^ product.low &+ 0x2545_F491_4F6C_DD1D
    }
    while place + 8 <= text.count {
      mix(unsafe UnsafeRawPointer(text.baseAddress! + place).loadUnaligned(as: UInt64.self))
      place += 8
    }
    var last: UInt64 = 0
    while place < text.count {
      last = unsafe last << 8 | UInt64(text[place])
      place += 1
    }
    mix(last)
    return Int(truncatingIfNeeded: hash ^ hash >> 32)
  }
}
