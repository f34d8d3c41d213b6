/// Random numbers that are the same for a seed on every platform and in every version: xoshiro256**, whose state
/// is filled from the seed by SplitMix64.
///
/// - SeeAlso: D. Blackman and S. Vigna, "Scrambled linear pseudorandom number generators", ACM Transactions on
///   Mathematical Software 47(4), 2021, doi:10.1145/3460772.
public struct SeededGenerator: RandomNumberGenerator, Hashable, Sendable {
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  /// The generator of a seed; any number will do, and near seeds give unrelated numbers.
  public init(seed: UInt64) {
    var source = SplitMix64(state: seed)
    (s0, s1, s2, s3) = (source.next(), source.next(), source.next(), source.next())
  }

  /// The generator in a given state.
  ///
  /// - Precondition: Not all four are 0, from which it would never leave 0.
  init(state: (UInt64, UInt64, UInt64, UInt64)) {
    precondition(state != (0, 0, 0, 0), "the state of xoshiro256** is not all zero")
    (s0, s1, s2, s3) = state
  }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    // The generator is defined modulo 2^64, so the products and shifts drop what goes beyond.
    let result = SeededGenerator.rotated(s1 &* 5, by: 7) &* 9
    let shifted = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = SeededGenerator.rotated(s3, by: 45)
    return result
  }

  /// A number from 0 ..< bound, each as likely as the others.
  ///
  /// Numbers from the uneven end of the 64 bits are drawn again: the first 2^64 mod bound of them. Unlike
  /// `random(in:using:)`, whose algorithm may change, the result is a promise.
  /// - Precondition: `bound` is not 0.
  public mutating func next(below bound: UInt64) -> UInt64 {
    precondition(bound > 0, "no number lies below 0")
    let uneven = (0 &- bound) % bound
    while true {
      let bits = next()
      if bits >= uneven { return bits % bound }
    }
  }

  private static func rotated(_ bits: UInt64, by count: UInt64) -> UInt64 {
    (bits << count) | (bits >> (64 - count))
  }
}

/// The small generator that spreads a seed.
///
/// - SeeAlso: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014,
///   doi:10.1145/2660193.2660195.
struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
  var state: UInt64

  mutating func next() -> UInt64 {
    // Defined modulo 2^64, as above.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
