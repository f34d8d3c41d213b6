extension HistoricalDate {
  /// The date in people's words, as short as a label of a picture or a cell of a table wants it: `13 June – 13 July 1878`.
  ///
  /// An interval with two ends has a dash between them in place of words, and a year, or a month and a year, that both share stands
  /// once: `13–20 June 1878`, `June–July 1878`, `1941–1945`, `8 March – 7 December 1941`. Ends with a time or a flag share
  /// nothing, so that it is clear what the flag is about. Any other date is in the words of ``description(in:)``: the short form says no
  /// more and no less.
  /// - Parameter language: A language tag, as of ``description(in:)``.
  /// - Returns: The words without a full stop.
  /// - Complexity: O(*n*), *n* the length of the text.
  public func shortDescription(in language: String) -> String {
    shortDualDescription(in: language) ?? shortWords(in: language)
  }

  /// The short words of one calendar, as the components have it.
  func shortWords(in language: String) -> String {
    guard case .interval(let start, let end) = form, let first = Description.Side(start),
      let last = Description.Side(end), case .point(let start) = first, case .point(let end) = last,
      !start.isRange, !end.isRange
    else { return words(in: language) }
    return Description.dashed(start, end, in: Description.words(of: language))
  }
}

extension Description {
  /// An interval with a dash between its ends.
  fileprivate static func dashed(
    _ start: DescriptionPoint, _ end: DescriptionPoint, in words: any DescriptionWords
  ) -> String {
    guard start.isPlain, end.isPlain else {
      return start == end ? words.point(start) : joined(words.point(start), words.point(end), in: words)
    }
    if start.unit == end.unit { return words.noun(start.unit, .plain) }
    if case .year = start.unit, case .year = end.unit {
      return words.noun(.range(start.unit, end.unit), .plain)
    }
    let shared = shared(start.unit, end.unit)
    let (isFirstWhole, isLastWhole) = (words.namesLargestFirst, !words.namesLargestFirst)
    return joined(
      words.noun(start.unit, .plain, omitting: isFirstWhole ? .nothing : shared),
      words.noun(end.unit, .plain, omitting: isLastWhole ? .nothing : shared),
      areClose: shared != .nothing, in: words)
  }

  /// What two units have in common.
  private static func shared(_ start: DescriptionPoint.Unit, _ end: DescriptionPoint.Unit) -> Omission {
    switch (start, end) {
    case (.day(let year, let month, _), .day(let other, let otherMonth, _)) where year == other:
      month == otherMonth ? .yearAndMonth : .year
    case (.month(let year, _), .month(let other, _)) where year == other: .year
    default: .nothing
    }
  }

  /// Two ends with a dash: without spaces where the first is a single word of what both share, or where the language sets none.
  private static func joined(
    _ first: String, _ last: String, areClose: Bool = false, in words: any DescriptionWords
  ) -> String {
    let areClose = words.namesLargestFirst || areClose && !first.contains(" ")
    return areClose ? "\(first)–\(last)" : "\(first) – \(last)"
  }
}
