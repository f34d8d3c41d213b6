/// Two years of which the second is shortened: `1731/2`, `1904–05`, `1899/00`.
struct YearPair {
  let first: Int64
  let second: Int64

  /// Nil where the second digits stand for no later year of the same century, nor for the year that comes next.
  init?(_ firstDigits: String, _ secondDigits: String, isBeforeEra: Bool = false) {
    guard (3...4).contains(firstDigits.count) || isBeforeEra && firstDigits.count < 10,
      let first = Int64(firstDigits),
      let end = Int64(secondDigits),
      secondDigits.count < firstDigits.count || secondDigits.count == 4
    else { return nil }
    self.first = first
    if secondDigits.count == 4 {
      second = end
    } else {
      let unit: Int64 = secondDigits.count == 1 ? 10 : secondDigits.count == 2 ? 100 : 1000
      let same = first - first % unit + end
      second = !isBeforeEra && same <= first && end == (first + 1) % unit ? first + 1 : same
    }
    guard isBeforeEra ? second < first && second > 0 : second > first else { return nil }
  }

  var isNextYear: Bool { second == first + 1 }
}
