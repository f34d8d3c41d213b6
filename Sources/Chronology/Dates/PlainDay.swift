extension DatePoint {
  /// The point of a text of the form `YYYY-MM-DD` and nothing else; `nil` for any other text, good or bad.
  ///
  /// Most dates of a graph are such days, so they are read in one pass over the text, without a copy of it.
  init?(plainDay text: String, offset: UTCOffset?) {
    let utf8 = text.utf8
    guard utf8.count == 10 else { return nil }
    var digits: UInt64 = 0
    var place: UInt8 = 0
    for byte in utf8 {
      if place == 4 || place == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
      } else {
        let digit = byte &- UInt8(ascii: "0")
        guard digit < 10 else { return nil }
        digits = digits * 10 + UInt64(digit)
      }
      place += 1
    }
    let year = Int64(digits / 10_000)
    let (month, dayOfMonth) = Int(digits % 10_000).quotientAndRemainder(dividingBy: 100)
    guard let day = Day(year: year, month: month, day: dayOfMonth) else { return nil }
    var components = WrittenComponents(years: YearPattern(year), defaultOffset: offset)
    (components.month, components.day) = (DigitPair(month), DigitPair(dayOfMonth))
    self.init(day, components)
  }
}
