import Chronology

/// The attributes that say in TEI when something was.
///
/// Plain days, months, years and times stand in the W3C attributes (`@when`, `@from`, `@to`) as they were written;
/// what those cannot say is given by its bounds (`@notBefore`, `@notAfter`), and the date in the Extended Date/Time Format
/// always stands in `@when-custom`. Years up to 0 stand in the ISO attributes (`@when-iso`, …), because XML Schema counts
/// them otherwise.
///
/// A date of another style stands in the Gregorian attributes by its Gregorian days, and in `@when-custom` as it was written
/// in that style; `@datingMethod` points to its calendar in the header.
/// - Parameter calendars: The `xml:id` of the calendar of each style.
func teiDates(_ date: HistoricalDate?, _ calendars: [DateStyle: String] = [:]) -> [XMLWriter.Attribute] {
  guard let date else { return [] }
  let gregorian = date.inFormat
  var attributes: [XMLWriter.Attribute]
  switch gregorian.shape {
  case .interval:
    attributes =
      end(gregorian.start, "from", "notBefore", .first) + end(gregorian.end, "to", "notAfter", .last)
  default:
    attributes =
      plainText(gregorian).map { [dated("when", $0)] }
      ?? [bound("notBefore", gregorian, .first), bound("notAfter", gregorian, .last)].compactMap { $0 }
  }
  let (text, calendar) = customDate(date, calendars)
  attributes.append(("when-custom", text))
  if let calendar { attributes.append(("datingMethod", "#\(calendar)")) }
  return attributes
}

/// The text of a date for `@when-custom`: in its own style, with the `xml:id` of the calendar, where that can be read back,
/// else in the Extended Date/Time Format.
func customDate(
  _ date: HistoricalDate, _ calendars: [DateStyle: String]
) -> (text: String, calendar: String?) {
  guard let calendar = calendars[date.style],
    let own = try? HistoricalDate(date.text, style: date.style), own.edtf == date.edtf
  else { return (date.edtf, nil) }
  return (date.text, calendar)
}

/// The side of a date on which a bound stands.
private enum Side { case first, last }

private func end(
  _ endpoint: HistoricalDate.Endpoint?, _ plain: String, _ bounded: String, _ side: Side
) -> [XMLWriter.Attribute] {
  guard case .date(let date) = endpoint else { return [] }
  if let text = plainText(date) { return [dated(plain, text)] }
  return bound(bounded, date, side).map { [$0] } ?? []
}

/// The text, without its flag, of a point that XML Schema knows as a day, month, year or time; nil for others.
///
/// XML Schema has offsets of at most fourteen hours.
private func plainText(_ date: HistoricalDate) -> String? {
  guard let plain = date.isoText, date.precision != .minute, date.circa == nil,
    abs(date.statedOffset?.seconds ?? 0) <= 14 * 3600
  else { return nil }
  return plain
}

/// A bound as a day, where it is the first or last second of one, else with its time.
///
/// Dates that state no offset are as local as the text; a date that states one is placed by it, in UTC.
private func bound(_ name: String, _ date: HistoricalDate, _ side: Side) -> XMLWriter.Attribute? {
  let hasOffset = date.statesOffset
  let (first, last) =
    hasOffset ? (date.earliest, date.latest) : (date.localEarliest, date.localLatest)
  let moment = side == .first ? first : last
  guard !moment.isOpen else { return nil }
  let isWholeDay = moment.secondOfDay == (side == .first ? 0 : 86_399)
  return dated(name, isWholeDay ? "\(moment.day)" : "\(moment)" + (hasOffset ? "Z" : ""))
}

/// The attribute for a date, in its ISO form for years up to 0.
private func dated(_ name: String, _ text: String) -> XMLWriter.Attribute {
  (text.hasPrefix("-") || text.hasPrefix("0000") ? "\(name)-iso" : name, text)
}
