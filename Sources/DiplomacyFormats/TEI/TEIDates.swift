import Chronology

/// The attributes that say in TEI when something was.
///
/// Plain days, months, years and times stand in the W3C attributes (`@when`, `@from`, `@to`) as they were written;
/// what those cannot say is given by its bounds (`@notBefore`, `@notAfter`), and the text itself always stands in
/// `@when-custom`. Years up to 0 stand in the ISO attributes (`@when-iso`, …), because XML Schema counts them
/// otherwise.
func teiDates(_ date: HistoricalDate?) -> [XMLWriter.Attribute] {
  guard let date else { return [] }
  var attributes: [XMLWriter.Attribute]
  switch date.shape {
  case .interval:
    attributes = end(date.start, "from", "notBefore", \.earliest) + end(date.end, "to", "notAfter", \.latest)
  default:
    attributes =
      plainText(date).map { [dated("when", $0)] }
      ?? [bound("notBefore", date.earliest), bound("notAfter", date.latest)].compactMap { $0 }
  }
  return attributes + [("when-custom", date.text)]
}

private func end(
  _ endpoint: HistoricalDate.Endpoint?, _ plain: String, _ bounded: String,
  _ outermost: KeyPath<HistoricalDate, Moment>
) -> [XMLWriter.Attribute] {
  guard case .date(let date) = endpoint else { return [] }
  if let text = plainText(date) { return [dated(plain, text)] }
  return bound(bounded, date[keyPath: outermost]).map { [$0] } ?? []
}

/// The text of a point that XML Schema knows as a day, month, year or time; nil for others.
private func plainText(_ date: HistoricalDate) -> String? {
  guard date.shape == .point, !date.isUncertain || date.text.last == "?" || date.text.last == "%" else { return nil }
  var text = date.text[...]
  while let last = text.last, "?~%".contains(last) { text.removeLast() }
  guard !text.contains(where: { "XYSE".contains($0) }), date.precision != .season, date.precision != .minute else {
    return nil
  }
  return String(text)
}

private func bound(_ name: String, _ moment: Moment) -> XMLWriter.Attribute? {
  moment.isOpen ? nil : dated(name, moment.shortText)
}

/// The attribute for a date, in its ISO form for years up to 0.
private func dated(_ name: String, _ text: String) -> XMLWriter.Attribute {
  (text.hasPrefix("-") || text.hasPrefix("0000") ? "\(name)-iso" : name, text)
}
