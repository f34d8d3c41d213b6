import Chronology

/// A date as it stands in a node of a diagram, in lines: intervals with a dash, one-of sets in words.
func diagramLines(_ date: HistoricalDate) -> [String] {
  switch date.shape {
  case .point:
    return [spoken(date.text)]
  case .interval:
    let ends = date.text.split(separator: "/", omittingEmptySubsequences: false).map { $0 == ".." ? "" : spoken(String($0)) }
    return ["\(ends[0]) – \(ends.count > 1 ? ends[1] : "")"]
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

/// `1945-08-09 00:00–00:59 +10:00`, when both are times of one day at one offset.
private func timesOfOneDay(_ first: String, _ last: String) -> String? {
  let one = first.split(separator: "T")
  let other = last.split(separator: "T")
  guard one.count == 2, other.count == 2, one[0] == other[0], one[1].dropFirst(8) == other[1].dropFirst(8) else {
    return nil
  }
  return "\(one[0]) \(one[1].prefix(5))–\(other[1].prefix(5)) \(one[1].dropFirst(8))".trimmingSpaces()
}

/// A point for people: the time after a space, without seconds that are zero.
private func spoken(_ text: String) -> String {
  let parts = text.split(separator: "T")
  guard parts.count == 2 else { return text }
  let time = parts[1].prefix(8).hasSuffix(":00") ? parts[1].prefix(5) : parts[1].prefix(8)
  return "\(parts[0]) \(time) \(parts[1].dropFirst(8))".trimmingSpaces()
}

extension String {
  fileprivate func trimmingSpaces() -> String {
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
