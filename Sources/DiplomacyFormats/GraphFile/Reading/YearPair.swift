import Chronology

/// Two years written as `1940-41`, which EDTF reads as a part of one year.
struct YearPair: Hashable, Sendable {
  /// The first year, of four digits.
  let year: Int64
  /// What EDTF takes for a part of it, from 21 to 41.
  let part: Int

  /// The year pairs of a date: a year and, where EDTF has a part of the year, the last two digits of the next one.
  static func all(in date: HistoricalDate) -> [YearPair] {
    date.partsOfYears.filter { $0.year >= 0 && ($0.year + 1) % 100 == $0.part }
      .map { YearPair(year: $0.year, part: $0.part) }
  }

  /// The pair as it is written.
  var text: String { "\(YearPair.digits(year))-\(part)" }

  /// The two years as an interval.
  var years: String { "\(YearPair.digits(year))/\(YearPair.digits(year + 1))" }

  /// What EDTF takes the pair for.
  var meaning: String {
    let seasons = ["spring", "summer", "autumn", "winter"]
    let ordinals = ["first", "second", "third", "fourth"]
    let words =
      switch part {
      case 21...28: seasons[(part - 21) % 4]
      case 29...32: "\(seasons[part - 29]) in the southern hemisphere"
      case 33...36: "the \(ordinals[part - 33]) quarter"
      case 37...39: "the \(ordinals[part - 37]) third"
      default: "the \(ordinals[part - 40]) half"
      }
    return "\(words) of \(YearPair.digits(year))"
  }

  private static func digits(_ year: Int64) -> String {
    let text = String(year)
    return String(repeating: "0", count: max(0, 4 - text.count)) + text
  }
}
