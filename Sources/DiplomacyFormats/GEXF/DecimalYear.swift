import Chronology

/// Moments as decimal years of the astronomical count, as programs with a time line of numbers have them.
///
/// `1941.5` is the middle of 1941, and `-43.0` the beginning of 44 BCE.
enum DecimalYear {
  /// A moment in decimal years, to a third of a second.
  static func text(_ moment: Moment) -> String {
    if moment.isOpen { return moment == .distantPast ? "-INF" : "INF" }
    let year = moment.day.year
    let (first, length) = bounds(of: year)
    let share = Double(moment.seconds - first) / Double(length)
    // The year and its part apart: together they would lose digits.
    var digits = String(Int64((share * 100_000_000).rounded()))
    if digits.count > 8 { return "\(year + 1).0" }
    digits = String(repeating: "0", count: 8 - digits.count) + digits
    if year >= 0 { return "\(year).\(trimmed(digits))" }
    if share == 0 { return "\(year).0" }
    // Below 0 the part counts from the end: half of −43 is −42.5.
    let rest = 100_000_000 - (Int64(digits) ?? 0)
    if rest == 100_000_000 { return "\(year).0" }
    if rest == 0 { return "\(year + 1).0" }
    let part = String(rest)
    let whole = year + 1
    return
      "\(whole == 0 ? "-0" : "\(whole)").\(trimmed(String(repeating: "0", count: 8 - part.count) + part))"
  }

  private static func trimmed(_ digits: String) -> String {
    var digits = digits[...]
    while digits.count > 1, digits.hasSuffix("0") { digits = digits.dropLast() }
    return String(digits)
  }

  /// The first second of a year, and how many seconds it has.
  private static func bounds(of year: Int64) -> (first: Int64, length: Int64) {
    let first = Day(year: year, month: 1, day: 1)?.start.seconds ?? 0
    let next = Day(year: year + 1, month: 1, day: 1)?.start.seconds ?? first + 31_556_952
    return (first, next - first)
  }

  /// The day of a decimal year: for a first one that on which it lies; for a last one, that which ends there where it lies between
  /// two. Half a minute does not count.
  static func day(_ number: Double, isEnd: Bool) -> Day? {
    guard abs(number) < 1_000_000_000 else { return nil }
    let year = Int64(number.rounded(.down))
    let (first, length) = bounds(of: year)
    let seconds = first + Int64(((number - number.rounded(.down)) * Double(length)).rounded())
    return Moment(seconds: seconds + (isEnd ? -30 : 30)).day
  }
}
