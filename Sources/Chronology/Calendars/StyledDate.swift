extension DateStyle {
  /// The style that words at the end of a text name, and what stands before them; nil where there are none.
  package static func named(atEndOf text: String) -> (rest: Substring, style: DateStyle)? {
    guard let suffix = DateStyleSuffix(text[...]) else { return nil }
    let end = text.utf8.index(text.startIndex, offsetBy: suffix.place.lowerBound)
    return (text[..<end], suffix.style(in: .gregorian))
  }
}

/// Dates of documents that do not reckon as the Extended Date/Time Format does.
extension HistoricalDate {
  /// Reads a date of a document in a style.
  ///
  /// All that the Extended Date/Time Format has can be written, with the years, months and days of the style: sets and
  /// intervals of any two dates, flags and unspecified digits anywhere, times and offsets, years below 1. Years of more than
  /// four digits cannot, nor can parts of the year (`1887-21`) where years do not begin on 1 January. A month that the
  /// beginning of the year cuts in two is both its parts: `1640-03` is 25 to 31 March 1640 or 1 to 24 March 1641 where the
  /// year begins on Lady Day.
  ///
  /// Words at the end of the text go before the style of the document: `1887-06-06 O.S.` (`OS`, `(O.S.)`, `Old Style`) is
  /// Julian and `1887-06-18 N.S.` Gregorian; `1640-03-24 (O.S., 03-25)` says when the year begins as well. They are about
  /// the whole text, or, where both ends of an interval have some, each about its end. An Old Style date takes the
  /// beginning of the year from the style; a New Style one begins its year on 1 January.
  ///
  /// Bounds are exact to the day, in the Gregorian calendar as always; ``text`` stays as it is written, and ``edtf`` is the
  /// same date in the Extended Date/Time Format.
  /// - Parameters:
  ///   - text: The date.
  ///   - style: How dates of the document are reckoned that do not say so.
  ///   - defaultOffset: The offset of dates and times that state none; UTC when `nil`.
  /// - Throws: The place of the first slip and what was expected there; a date whose Gregorian year has more than four digits
  ///   is refused too.
  /// - Complexity: O(*n*), *n* the length of the text.
  public init(_ text: String, style: DateStyle, defaultOffset: UTCOffset? = nil) throws(DateTextError) {
    if style.isPlain, let point = DatePoint(plainDay: text, offset: defaultOffset) {
      self.init(text: text, form: .point(point), level: .zero)
      return
    }
    var calendar = style.calendar
    do {
      let styles = try DateStyleSuffixes(text, in: style)
      if styles.first.calendar == styles.last.calendar { calendar = styles.first.calendar }
      var parser = DateParser(text, styles, defaultOffset: defaultOffset)
      let form = try parser.wholeText()
      let isPlain = styles.places.isEmpty && style.isPlain
      let main = styles.first.calendar == .julian || styles.first == styles.last ? styles.first : styles.last
      self.init(
        text: text, form: form, level: parser.edtfLevel,
        origin: isPlain ? nil : .reckoned(main, document: style))
    } catch {
      throw DateTextError(error, in: text, subject: calendar == .julian ? .julianDate : .date)
    }
  }

  /// How the years, months and days of the text are reckoned; of an interval with ends in two styles, that of the end in
  /// Old Style.
  public var style: DateStyle {
    switch origin {
    case .reckoned(let style, _): style
    case .takenFor(_, calendar: .julian(let yearStart), _): DateStyle(.julian, yearStart: yearStart)
    case .takenFor, nil: .gregorian
    }
  }

  /// The text as it is written, and a word for its style where it has none: `1887-06-06 O.S.`, which
  /// ``init(_:style:defaultOffset:)`` reads as the same date whatever the style of the document.
  public var styledText: String {
    guard case .reckoned(let style, let document) = origin else { return text }
    guard let suffixes = try? DateStyleSuffixes(text, in: document), !suffixes.places.isEmpty else {
      return style.isPlain ? text : "\(text) \(style.suffix)"
    }
    let outside = try? DateStyleSuffixes(text, in: .gregorian)
    if outside?.first == suffixes.first, outside?.last == suffixes.last { return text }
    // What the words left to the document is said as well.
    let bytes = Array(text.utf8)
    var (styled, position) = ("", 0)
    for place in suffixes.places {
      let own = place == suffixes.places.last ? suffixes.last : suffixes.first
      styled += String(decoding: bytes[position..<place.lowerBound], as: UTF8.self) + " \(own.suffix)"
      position = place.upperBound
    }
    return styled + String(decoding: bytes[position...], as: UTF8.self)
  }

  /// Whether a text has words at its end that say its style, such as `O.S.`.
  package static func statesStyle(_ text: String) -> Bool {
    guard let styles = try? DateStyleSuffixes(text, in: .gregorian) else { return true }
    return !styles.places.isEmpty
  }

  /// Whether ``edtf`` says all that the date does, in the Extended Date/Time Format.
  ///
  /// It does not where a date of another style has no text there: an interval from a Julian month is given as one between
  /// two sets, `[1917-10-14..1917-11-13]/[1918-01-14..1918-02-13]`, which this library reads and others do not; all of
  /// several Julian months (`{1887-06,1887-08}`) as all their days; an estimate (`1650S2`) as one of its days; and a
  /// pattern of more than 1,000 separate stretches of days, such as `XXXX-12-XX`, as one of the days from the first to
  /// the last.
  public var isExactInFormat: Bool {
    guard case .reckoned = origin else { return true }
    return GregorianForm(form).isExact
  }
}
