import Chronology

/// A date as it stands in a node of a diagram, in lines: intervals with a dash, one-of sets in words.
func diagramLines(_ date: HistoricalDate) -> [String] {
  switch date.shape {
  case .point:
    return [spoken(date.text)]
  case .interval:
    let ends = date.text.split(separator: "/", omittingEmptySubsequences: false).map {
      $0 == ".." ? "" : spoken(String($0))
    }
    return ["\(ends[0]) – \(ends.count > 1 ? ends[1] : "")".trimmingSpaces()]
  case .oneOf, .allOf:
    let members = date.text.dropFirst().dropLast().split(separator: ",").map { String($0).trimmingSpaces() }
    let words = members.map(member)
    return [words.joined(separator: date.shape == .oneOf ? " or " : ", ")]
  }
}

/// A member of a set: a date, or a range that may be open.
private func member(_ text: String) -> String {
  guard let dots = text.firstRange(of: "..") else { return spoken(text) }
  let first = String(text[..<dots.lowerBound])
  let last = String(text[dots.upperBound...])
  if first.isEmpty { return "by \(spoken(last))" }
  if last.isEmpty { return "from \(spoken(first)) on" }
  return timesOfOneDay(first, last) ?? "\(spoken(first)) … \(spoken(last))"
}

/// `1945-08-09 00:00–00:59 +10:00`, when both are times of one day at one offset that fill whole minutes.
private func timesOfOneDay(_ first: String, _ last: String) -> String? {
  guard let one = DatedTime(first), let other = DatedTime(last), one.day == other.day,
    one.offset == other.offset,
    one.seconds.isEmpty || one.seconds == ":00", other.seconds.isEmpty || other.seconds == ":59"
  else { return nil }
  return "\(one.day) \(one.minute)–\(other.minute) \(one.offset)".trimmingSpaces()
}

/// A point for people: the time after a space, without seconds that are zero.
private func spoken(_ text: String) -> String {
  guard let time = DatedTime(text) else { return text }
  let seconds = time.seconds == ":00" ? "" : time.seconds
  return "\(time.day) \(time.minute)\(seconds) \(time.offset)".trimmingSpaces()
}

/// The parts of `1945-08-09T00:59:59+10:00`.
private struct DatedTime {
  let day: Substring
  /// `00:59`.
  let minute: Substring
  /// `:59`, or nothing.
  let seconds: Substring
  /// What follows the time: the offset, and a flag.
  let offset: Substring

  init?(_ text: String) {
    guard let mark = text.firstIndex(of: "T") else { return nil }
    let time = text[text.index(after: mark)...]
    let clock = time.prefix { $0.isNumber || $0 == ":" }
    day = text[..<mark]
    minute = clock.prefix(5)
    seconds = clock.dropFirst(5)
    offset = time[clock.endIndex...]
  }
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
