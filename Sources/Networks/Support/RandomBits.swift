/// SplitMix64: the same numbers from the same seed in every run, on every platform.
/// - SeeAlso: G. L. Steele, D. Lea and C. H. Flood, OOPSLA 2014, doi:10.1145/2660193.2660195.
struct RandomBits {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// 64 bits, each 0 or 1 alike.
  mutating func next() -> UInt64 {
    // Arithmetic modulo 2^64 is what the generator is defined by.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The bits at a place, from 0 on, of those that the seed 0 leads to: a number that has nothing to do with its neighbours'.
  @inline(__always) static func bits(at place: Int) -> UInt64 {
    var generator = RandomBits(seed: UInt64(truncatingIfNeeded: place) &* 0x9E37_79B9_7F4A_7C15)
    return generator.next()
  }

  /// A whole number from 0 to below a positive bound, each alike.
  mutating func next(below bound: Int) -> Int {
    let width = UInt64(bound)
    // Numbers past the last whole multiple of the bound would favour the small ones.
    let limit = UInt64.max - UInt64.max % width
    var drawn = next()
    while drawn >= limit { drawn = next() }
    return Int(drawn % width)
  }

  /// A number from 0 to below 1, in steps of 2^−53.
  mutating func nextFraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  // Two ways to shuffle, since a seed is to lead to the same samples and to the same communities for good.

  /// Puts the numbers in an order of which each is as likely.
  mutating func shuffle(_ numbers: inout [Int32]) {
    var last = numbers.count - 1
    while last > 0 {
      numbers.swapAt(last, next(below: last + 1))
      last -= 1
    }
  }

  /// Puts a random choice of so many numbers first, each choice as likely.
  mutating func draw(_ count: Int, toFrontOf numbers: inout [Int32]) {
    for place in 0..<count { numbers.swapAt(place, place + next(below: numbers.count - place)) }
  }
}
