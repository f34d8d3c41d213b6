import Chronology
import Diplomacy

/// How the dates of a part of a graph file are reckoned.
struct Reckoning {
  /// The style of dates that do not say theirs.
  var style = DateStyle.gregorian
  /// Why no one style can be taken; nil where one can.
  var doubt: String?
}

/// Dates with their style: `{ os: 1887-06-06 }`, `{ ns: 1887-06-18 }`, or both.
extension Findings {
  /// Whether a mapping is a date with its style.
  static func isStyled(_ mapping: Node.Mapping) -> Bool { mapping["os"] != nil || mapping["ns"] != nil }

  /// A date that says its style.
  mutating func styledDate(
    _ mapping: Node.Mapping, at place: Diagnostic.Place?, _ what: String, offset: UTCOffset?
  ) -> HistoricalDate? {
    let fields = Fields(
      mapping, place: place, what: "a date in Old or New Style", known: GraphFileKeys.styledDate,
      findings: &self)
    return styledDate(fields, what, offset: offset)
  }

  /// A date that says its style among other fields.
  mutating func styledDate(_ fields: Fields, _ what: String, offset: UTCOffset?) -> HistoricalDate? {
    let yearStart = newYear(fields["new-year"])
    let old = fields["os"].flatMap {
      date(
        $0, in: DateStyle(.julian, yearStart: yearStart ?? reckoning.style.yearStart), what, offset: offset)
    }
    let new = fields["ns"].flatMap {
      date(
        $0, in: DateStyle(.gregorian, yearStart: fields["os"] == nil ? yearStart ?? .january : .january),
        what,
        offset: offset)
    }
    if let old, let new, (old.earliest, old.latest) != (new.earliest, new.latest) {
      error(
        fields["ns"]?.value.place,
        "found '\(new.text)' in New Style beside '\(old.text)' in Old Style, which is '\(old.edtf)'; expected the same day in both."
      )
      return nil
    }
    return old ?? new
  }

  private mutating func date(
    _ field: Fields.Field, in style: DateStyle, _ what: String, offset: UTCOffset?
  ) -> HistoricalDate? {
    let outer = reckoning
    reckoning = Reckoning(style: style)
    defer { reckoning = outer }
    guard let date = date(field.value, what, offset: offset) else { return nil }
    if field.value.mapping == nil, date.style.calendar != style.calendar {
      error(
        field.value.place,
        "found '\(date.text)' under '\(field.key)'; expected a date of that style, or the key '\(field.key == "os" ? "ns" : "os")'."
      )
      return nil
    }
    return date
  }

  /// The day on which years begin.
  mutating func newYear(_ field: Fields.Field?) -> CalendarYearStart? {
    guard let field, let text = text(field.value, "the day on which the year begins, such as 03-25") else {
      return nil
    }
    if let start = CalendarYearStart(text) { return start }
    error(
      field.value.place,
      "found '\(Node.shortened(text))'; expected the day on which the year begins: \(CalendarYearStart.choices). "
        + "Years that begin otherwise, such as those from Easter, are not read: write their dates by one of these."
    )
    return nil
  }

  /// The style that `date-style` and `new-year` of a mapping say, inside of another; nil where it says neither.
  mutating func ownStyle(_ fields: Fields, in outer: DateStyle) -> DateStyle? {
    let start = newYear(fields["new-year"])
    guard let field = fields["date-style"] else {
      return start.map { DateStyle(outer.calendar, yearStart: $0) }
    }
    guard let text = text(field.value, "julian or gregorian") else { return nil }
    guard let calendar = GraphFileKeys.dateStyles.first(where: { $0.word == text })?.calendar else {
      error(
        field.value.place,
        "found '\(Node.shortened(text))'; expected 'julian' (Old Style) or 'gregorian' (New Style).\(didYouMean(text, among: GraphFileKeys.dateStyles.map(\.word)))"
      )
      return nil
    }
    return DateStyle(calendar, yearStart: start ?? (calendar == .julian ? outer.yearStart : .january))
  }
}

/// Which style governs which dates; Documentation/GraphFile.md says it in words.
extension GraphFileReader {
  /// Takes the style of a mapping for what is read of it: its own, else that of the sources it cites, else that of its place,
  /// else the one of what it stands in.
  /// - Returns: The reckoning before, to be put back when the mapping is read.
  mutating func enterStyle(_ fields: Fields, isSaidHere: Bool = false) -> Reckoning {
    let outer = findings.reckoning
    if isSaidHere, let own = findings.ownStyle(fields, in: outer.style) {
      findings.reckoning = Reckoning(style: own)
      return outer
    }
    let cited = fields["source"].map { members(of: $0.value).compactMap(Self.citedSource) } ?? []
    let places = fields["place"].map { members(of: $0.value).compactMap(Self.namedPlace) } ?? []
    for (ids, known, what) in [(cited, sourceStyles, "sources"), (places, placeStyles, "places")] {
      let styles = ids.map { known[$0] }
      guard styles.contains(where: { $0 != nil }) else { continue }
      let meant = Set(styles.map { $0 ?? fileStyle })
      if meant.count == 1, let style = meant.first {
        findings.reckoning = Reckoning(style: style)
      } else {
        let names = ids.map { "'\($0)'" }.joined(separator: " and ")
        findings.reckoning.doubt = "the \(what) \(names) have dates in different styles"
      }
      return outer
    }
    return outer
  }

  /// The date of a mapping: in `when`, or in `os` and `ns`.
  mutating func when(_ fields: Fields, _ what: String) -> HistoricalDate? {
    guard let styled = fields["os"] ?? fields["ns"] else {
      if let field = fields["new-year"] {
        findings.error(field.keyPlace, "'new-year' stands without 'os' or 'ns'; expected one of them.")
      }
      return fields["when"].flatMap { findings.date($0.value, what, offset: offset) }
    }
    if let field = fields["when"] {
      findings.error(field.keyPlace, "'when' stands beside '\(styled.key)'; expected one of the two.")
      return nil
    }
    return findings.styledDate(fields, what, offset: offset)
  }

  /// The same, of an interval.
  mutating func interval(_ fields: Fields, _ what: String) -> HistoricalDate? {
    guard let styled = fields["os"] ?? fields["ns"] else {
      if fields["new-year"] != nil { return when(fields, what) }
      return fields["when"].flatMap { findings.interval($0.value, what, offset: offset) }
    }
    guard let date = when(fields, what) else { return nil }
    return findings.isInterval(date, styled.value, what) ? date : nil
  }

  private static func citedSource(_ node: Node) -> String? {
    if let mapping = node.mapping { return mapping["source"]?.string }
    return node.string.map { String($0.prefix { !$0.isWhitespace && $0 != "," }) }
  }

  private static func namedPlace(_ node: Node) -> String? {
    node.string ?? node.mapping?[Category.territory.rawValue]?.string
  }
}
