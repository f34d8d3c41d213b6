import Chronology
import Testing

@Suite struct EraYearTests {
  @Test(
    arguments: [
      (-43, "44 BCE"), (0, "1 BCE"), (-1, "2 BCE"), (1, "1"), (1941, "1941"), (-99_999, "100000 BCE"),
      (.min, "9223372036854775809 BCE"), (.max, "9223372036854775807"),
    ] as [(Int64, String)])
  func yearIsWrittenWithItsEra(astronomical: Int64, text: String) {
    let year = EraYear(astronomical: astronomical)
    #expect(year.description == text)
    if astronomical > .min { #expect(EraYear(text) == year) }
  }

  @Test(
    arguments: [
      ("44 BC", -43), ("44 b.c.", -43), ("44 B.C.E.", -43), ("AD 79", 79), ("79 AD", 79), ("79 CE", 79),
      ("79", 79),
      ("0", nil), ("0 BCE", nil), ("BCE", nil), ("BC 44", nil), ("-44", nil), ("+44 BC", nil), ("", nil),
      ("99999999999999999999", nil), ("44 BCE BCE", nil),
    ] as [(String, Int64?)])
  func eraIsRead(text: String, astronomical: Int64?) {
    #expect(EraYear(text)?.astronomical == astronomical)
  }

  @Test func dayTellsItsYearInItsEra() throws {
    let ides = try #require(Day(year: -43, month: 3, day: 15))
    #expect(ides.eraYear.description == "44 BCE")
    #expect(ides.eraYear.era == .beforeCommon && ides.eraYear.number == 44)
    #expect(EraYear(44, .beforeCommon) == ides.eraYear && EraYear(0, .common) == nil)
    #expect(EraYear(astronomical: 0) < EraYear(astronomical: 1))
  }
}
