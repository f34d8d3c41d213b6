/// The parts of a year that stand in the place of a month, 21 to 41.
enum Season {
  static let codes = 21...41

  /// The first month and the number of months of a part of the year.
  ///
  /// Seasons are the meteorological ones, three whole months. The four without a hemisphere (21–24) are those of the
  /// north, where nearly all texts of diplomacy were written. A season that runs into January belongs to the year in
  /// which it begins.
  static func months(_ code: Int) -> (first: Int, count: Int) {
    switch code {
    case 21...24: ((code - 20) * 3, 3)  // spring, summer, autumn, winter
    case 25...28: ((code - 24) * 3, 3)  // the same, said to be of the north
    case 29, 30: ((code - 26) * 3, 3)  // southern spring from September, summer from December
    case 31, 32: ((code - 30) * 3, 3)  // southern autumn from March, winter from June
    case 33...36: ((code - 33) * 3 + 1, 3)  // quarters
    case 37...39: ((code - 37) * 4 + 1, 4)  // thirds of the year
    default: ((code - 40) * 6 + 1, 6)  // halves of the year
    }
  }

  /// The last year and month of the part of a year.
  static func end(_ code: Int, of year: Int64) -> (year: Int64, month: Int) {
    let (first, count) = months(code)
    let last = first + count - 1
    return last > 12 ? (year + 1, last - 12) : (year, last)
  }
}
