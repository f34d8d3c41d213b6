/// What a date was read from, and how: enough to read the same date again, wherever it is kept.
package struct DateRecipe: Hashable, Sendable {
  /// The text as it was given.
  package var text: String
  /// Whether it was read as archives write dates (``HistoricalDate/init(lenient:style:defaultOffset:)``).
  package var isLenient: Bool
  /// How the dates of its document were reckoned.
  package var style: DateStyle
  /// The offset of dates that state none; nil: none.
  package var offset: UTCOffset?
  /// How far to each side its approximate parts reach; nil: no further than is written.
  package var circa: Period?

  /// A recipe; by default of a text in the Extended Date/Time Format.
  package init(
    _ text: String, isLenient: Bool = false, style: DateStyle = .gregorian, offset: UTCOffset? = nil,
    circa: Period? = nil
  ) {
    self.text = text
    self.isLenient = isLenient
    self.style = style
    self.offset = offset
    self.circa = circa
  }

  /// The date.
  /// - Throws: What is wrong with the text.
  package func date() throws(DateTextError) -> HistoricalDate {
    let read =
      isLenient
      ? try HistoricalDate(lenient: text, style: style, defaultOffset: offset)
      : try HistoricalDate(text, style: style, defaultOffset: offset)
    return circa.map { read.widened(by: $0) } ?? read
  }
}

extension HistoricalDate {
  /// From what the same date can be read again; nil where no text gives it back, as of some that follow from others.
  package var recipe: DateRecipe? {
    var offset: UTCOffset?
    _ = containsPoint { point in
      let seconds = Int(point.components.offsetSeconds)
      if !point.components.statesOffset, seconds != 0 { offset = UTCOffset(seconds: seconds) }
      return offset != nil
    }
    let plain = DateRecipe(text, offset: offset, circa: circa)
    let candidates: [DateRecipe]
    switch origin {
    case nil: candidates = [plain]
    case .reckoned(let style, let document):
      candidates = [document, style].map { style in
        var recipe = plain
        recipe.style = style
        return recipe
      }
    case .takenFor:
      let starts = CalendarYearStart.allCases
      candidates = ([.gregorian] + starts.map { DateStyle(.julian, yearStart: $0) }).map { style in
        var recipe = plain
        (recipe.isLenient, recipe.style) = (true, style)
        return recipe
      }
    }
    return candidates.first { (try? $0.date()) == self }
  }
}
