import Testing

@testable import Chronology

@Suite struct SeededGeneratorTests {
  /// The first numbers of xoshiro256** from the state 1, 2, 3, 4, as published with the reference C code and used by
  /// the crate rand_xoshiro.
  @Test func numbersAreThoseOfTheReferenceCode() {
    var generator = SeededGenerator(state: (1, 2, 3, 4))
    let expected: [UInt64] = [
      11520, 0, 1_509_978_240, 1_215_971_899_390_074_240, 1_216_172_134_540_287_360, 607_988_272_756_665_600,
      16_172_922_978_634_559_625, 8_476_171_486_693_032_832, 10_595_114_339_597_558_777,
      2_904_607_092_377_533_576,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
  }

  /// The first numbers of SplitMix64 from the seed 1234567, as published with the reference C code.
  @Test func seedIsSpreadAsInTheReferenceCode() {
    var generator = SplitMix64(state: 1_234_567)
    let expected: [UInt64] = [
      6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      4_593_380_528_125_082_431,
      16_408_922_859_458_223_821,
    ]
    #expect(expected.map { _ in generator.next() } == expected)
  }

  @Test func equalSeedsGiveEqualNumbers() {
    var (first, second, other) = (
      SeededGenerator(seed: 7), SeededGenerator(seed: 7), SeededGenerator(seed: 8)
    )
    let numbers = (0..<100).map { _ in first.next() }
    #expect((0..<100).map { _ in second.next() } == numbers)
    #expect((0..<100).map { _ in other.next() } != numbers)
  }

  @Test(arguments: [1, 2, 3, 7, 1000, 1 << 63, (1 << 63) + 1, .max] as [UInt64])
  func numbersStayBelowTheBound(bound: UInt64) {
    var generator = SeededGenerator(seed: bound)
    for _ in 0..<1000 { #expect(generator.next(below: bound) < bound) }
  }
}
