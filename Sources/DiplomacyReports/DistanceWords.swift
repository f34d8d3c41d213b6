import Chronology
import DiplomacyAnalysis

extension ChronicleEntry.Following {
  /// How much later, in words: `nine to eleven days`, `the same day`, `up to 15 days`, `at least two months`; nil when that is
  /// not known.
  var words: String? {
    let (first, last) = (least, most)
    switch (first, last) {
    case (nil, nil): return nil
    case (let first?, nil): return first > 0 ? "at least \(length(first, isMost: false).text)" : nil
    case (nil, let last?):
      return last > 0 ? "at most \(length(last, isMost: true).text)" : nil
    case (let first?, let last?):
      if first == last { return first == 0 ? same : length(last, isMost: true).text }
      if last <= 0 { return last == 0 ? "up to \(length(-first, isMost: false).text) earlier" : nil }
      if first < 0 {
        return
          "from \(length(-first, isMost: false).text) earlier to \(length(last, isMost: true).text) later"
      }
      let longest = length(last, isMost: true)
      if first == 0 { return "up to \(longest.text)" }
      let shortest = length(first, isMost: false)
      if shortest.text == longest.text { return longest.text }
      // Of one unit, it is said once.
      if let unit = shortest.unit, longest.unit == unit {
        return "\(numberWord(shortest.count)) to \(counted(longest.count, unit))"
      }
      return "\(shortest.text) to \(longest.text)"
    }
  }

  /// Nothing at all.
  private var same: String { days == nil ? "the same moment" : "the same day" }

  private typealias Length = (text: String, count: Int, unit: String?)

  /// So many days are counted in days, more in years and months.
  private static let mostDays = 60

  private func length(_ seconds: Int64, isMost: Bool) -> Length {
    let units: [(size: Int64, name: String)] = [
      (86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second"),
    ]
    if days != nil, seconds > 86_400 * Int64(Self.mostDays),
      let period = isMost ? mostPeriod : leastPeriod
    {
      return (period.words, 0, nil)
    }
    var rest = seconds
    var parts: [(Int, String)] = []
    for unit in units where parts.count < 2 {
      let count = rest / unit.size
      rest %= unit.size
      if count > 0 { parts.append((Int(clamping: count), unit.name)) }
    }
    return (
      listed(parts.map { counted($0.0, $0.1) }), parts.first?.0 ?? 0, parts.count == 1 ? parts[0].1 : nil
    )
  }
}

/// A number in English words up to twelve.
private func numberWord(_ number: Int) -> String { String(counted(number, "").dropLast(number == 1 ? 1 : 2)) }
