/// Centuries and decades, and their parts.
extension WordedPoint {
  mutating func readCentury() {
    guard items.count == 1, let number = items[0].small, number > 0 else { return }
    let isBefore = parts.isBeforeEra ?? false
    let first = isBefore ? -Int64(number * 100 - 1) : number == 1 ? 1 : Int64(number - 1) * 100
    if let part = parts.part { return mean(years(from: first, 100, part)) }
    // The years 1 to 100, and 1 BC, the year 0, do not share their first digits with the others of their century.
    if number == 1 { return mean("[\(padded(first, to: 4))..\(padded(first + 99, to: 4))]") }
    mean((isBefore ? "-" : "") + "\(two(number - 1))XX")
  }

  mutating func readDecade(_ languages: Languages) {
    guard items.count == 1, let digits = items[0].digits, digits.count == 4, digits.hasSuffix("0"),
      parts.isBeforeEra != true, let first = Int64(digits)
    else {
      if let digits = items.first?.digits, digits.count == 2 { needCentury(digits) }
      return
    }
    let isRound = digits.hasSuffix("00")
    let isCentury = isRound && languages == Languages("sv")
    // `1900s` is a decade or a century.
    let isEither =
      isRound && (languages == .all || languages == Languages("ru") || languages == Languages("en"))
    if let part = parts.part {
      if !isCentury { mean(years(from: first, 10, part)) }
      if isCentury || isEither { mean(years(from: first, 100, part)) }
      return
    }
    if !isCentury { mean(digits.dropLast() + "X") }
    if isCentury || isEither { mean(digits.prefix(2) + "XX") }
  }

  /// A part of some years: of a century 33, 34 and 33 years or as even as that, of a decade 4, 3 and 3.
  private func years(from first: Int64, _ length: Int, _ part: WordedItems.Part) -> String {
    let ends: [Int] =
      switch (length, part.of) {
      case (10, 3): [0, 4, 7, 10]
      case (10, 4): [0, 3, 5, 8, 10]
      case (_, 3): [0, 33, 67, 100]
      default: (0...part.of).map { $0 * length / part.of }
      }
    func year(_ place: Int) -> String { padded(first + Int64(place), to: 4) }
    return "[\(year(ends[part.rank - 1]))..\(year(ends[part.rank] - 1))]"
  }
}
