/// The calendar of Sweden from 1 March 1700 to 30 February 1712.
///
/// Sweden left out the leap day of 1700 and none after it, so that its days lay one ahead of the Julian ones until a second leap
/// day in 1712, 30 February, brought it back.
extension Day {
  /// The day of the Swedish calendar.
  ///
  /// - Returns: `nil` when the calendar has no such day.
  public init?(swedishYear year: Int64, month: Int, day: Int) {
    let isLastLeapDay = (year, month, day) == (1712, 2, 30)
    let next =
      isLastLeapDay ? Day(julianYear: 1712, month: 3, day: 1) : Day(julianYear: year, month: month, day: day)
    guard let next, let start = Day(julianYear: 1700, month: 3, day: 1),
      let end = Day(julianYear: 1712, month: 3, day: 1), next >= start, isLastLeapDay || next < end
    else { return nil }
    self.init(number: next.number - 1)
  }
}
