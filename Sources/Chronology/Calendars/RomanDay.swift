/// The three days of a month from which the Romans counted back.
///
/// - SeeAlso: Cheney and Jones, A Handbook of Dates, 2000, section 5.
enum RomanDay: Hashable, Sendable {
  case kalends, nones, ides

  /// The day that lies so many days before, both included, as the Romans counted: `XIII Kal. Maias` is 19 April.
  ///
  /// - Parameters:
  ///   - count: From 1 for the day itself.
  ///   - month: The month of the kalends, nones or ides.
  ///   - isLeapYear: Whether February has 29 days.
  /// - Returns: The month and the day, and whether it is in the year before; `nil` for a count that reaches beyond.
  func counting(back count: Int, of month: Int, isLeapYear: Bool) -> (
    month: Int, day: Int, isYearBefore: Bool
  )? {
    let isLong = [3, 5, 7, 10].contains(month)
    switch self {
    case .nones:
      let day = (isLong ? 7 : 5) - count + 1
      return count >= 1 && day > 1 ? (month, day, false) : nil
    case .ides:
      let day = (isLong ? 15 : 13) - count + 1
      return count >= 1 && day > (isLong ? 7 : 5) ? (month, day, false) : nil
    case .kalends:
      if count == 1 { return (month, 1, false) }
      let before = month == 1 ? 12 : month - 1
      let length = Day.daysInMonth(before, of: isLeapYear ? 4 : 1)
      let day = length - count + 2
      let ides = [3, 5, 7, 10].contains(before) ? 15 : 13
      return count >= 2 && day > ides ? (before, day, month == 1) : nil
    }
  }
}
