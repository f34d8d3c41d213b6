/// Searches or travellers from up to 512 sources, one bit each.
typealias SourceBits = SIMD8<UInt64>

extension SourceBits {
  /// Whether no bit is set. The oldest processors that we run on compare no numbers of 64 bits side by side.
  @inline(__always) var isEmpty: Bool {
    let four = lowHalf | highHalf
    let two = four.lowHalf | four.highHalf
    return two[0] | two[1] == 0
  }

  /// How many bits are set, all lanes together.
  ///
  /// The oldest processors that we run on have no instruction for it. No step overflows: a byte counts 8 at most,
  /// and 8 · 4 = 32 after the lanes have been added.
  @inline(__always) var bitCount: Int {
    let pairs = self &- ((self &>> 1) & SourceBits(repeating: 0x5555_5555_5555_5555))
    let fours =
      (pairs & SourceBits(repeating: 0x3333_3333_3333_3333))
      &+ ((pairs &>> 2) & SourceBits(repeating: 0x3333_3333_3333_3333))
    let bytes = (fours &+ (fours &>> 4)) & SourceBits(repeating: 0x0f0f_0f0f_0f0f_0f0f)
    let half = bytes.lowHalf &+ bytes.highHalf
    let quarter = half.lowHalf &+ half.highHalf
    let words =
      (quarter & SIMD2(repeating: 0x00ff_00ff_00ff_00ff))
      &+ ((quarter &>> 8) & SIMD2(repeating: 0x00ff_00ff_00ff_00ff))
    return Int(truncatingIfNeeded: ((words[0] &+ words[1]) &* 0x0001_0001_0001_0001) >> 48)
  }
}

/// For each of 512 bits how often it was set, in binary: a number is added in two steps on average.
struct BitCounts {
  private var planes: [SourceBits] = []

  mutating func add(_ bits: SourceBits) {
    var carry = bits
    var plane = 0
    while !carry.isEmpty {
      if plane == planes.count { planes.append(.zero) }
      let next = planes[plane] & carry
      planes[plane] ^= carry
      carry = next
      plane += 1
    }
  }

  /// How often a bit was set.
  subscript(bit: Int) -> Int {
    planes.indices.reduce(0) { $0 | Int(planes[$1][bit / 64] >> UInt64(bit % 64) & 1) << $1 }
  }
}
