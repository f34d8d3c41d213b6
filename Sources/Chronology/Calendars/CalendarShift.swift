/// A period as a way from moment to moment and back: months by the calendar, then the rest in seconds.
///
/// Going months forward keeps the order of days, but several may come to the same one (28 to 31 January all come to
/// 28 February), so that the time of day can turn the order of seconds round: 30 January 23:00 comes to a later second
/// than 31 January 01:00. The four functions give bounds that hold for all seconds of a range; each keeps the order of
/// the bounds it is given.
struct CalendarShift: Hashable, Sendable {
  let months: Int64
  let seconds: Int64

  init(months: Int64, seconds: Int64) {
    (self.months, self.seconds) = (months, seconds)
  }

  /// The way a period forward (1) or back (−1).
  init(_ period: Period, sign: Int64) {
    let months = Int64(period.years).multipliedSaturated(by: 12).addingSaturated(Int64(period.months))
    let days = Int64(period.weeks).multipliedSaturated(by: 7).addingSaturated(Int64(period.days))
    let seconds = Int64(period.hours).multipliedSaturated(by: 3600)
      .addingSaturated(Int64(period.minutes).multipliedSaturated(by: 60))
      .addingSaturated(Int64(period.seconds))
      .addingSaturated(days.multipliedSaturated(by: 86_400))
    self.months = months.multipliedSaturated(by: sign)
    self.seconds = seconds.multipliedSaturated(by: sign)
  }

  /// Where a moment comes to; open beyond the line.
  func image(of moment: Moment) -> Moment {
    if moment.isOpen { return moment }
    if months == 0 { return moment.adding(seconds: seconds) }
    guard let day = image(of: moment.day) else { return months < 0 ? .distantPast : .distantFuture }
    return day.start.adding(seconds: Int64(moment.secondOfDay)).adding(seconds: seconds)
  }

  /// The first second that any from one to another comes to.
  func leastImage(from first: Moment, to last: Moment = .distantFuture) -> Moment {
    let image = image(of: first)
    if months == 0 || first.isOpen { return image }
    let midnight = first.day.end
    return midnight <= last ? min(image, self.image(of: midnight)) : image
  }

  /// The last second that any from one to another comes to.
  func greatestImage(from first: Moment = .distantPast, to last: Moment) -> Moment {
    let image = image(of: last)
    if months == 0 || last.isOpen { return image }
    let evening = last.day.start.adding(seconds: -1)
    return evening >= first ? max(image, self.image(of: evening)) : image
  }

  /// The first second that comes to a given one or a later.
  func leastSource(from first: Moment) -> Moment {
    if first.isOpen { return first }
    let target = first.adding(seconds: seconds == .min ? .max : -seconds)
    if months == 0 || target.isOpen { return target }
    guard let day = firstDay(comingTo: target.day) else { return months < 0 ? .distantFuture : .distantPast }
    return image(of: day) == target.day ? day.start.adding(seconds: Int64(target.secondOfDay)) : day.start
  }

  /// The last second that comes to a given one or an earlier.
  func greatestSource(to last: Moment) -> Moment {
    if last.isOpen { return last }
    let target = last.adding(seconds: seconds == .min ? .max : -seconds)
    if months == 0 || target.isOpen { return target }
    guard let day = lastDay(comingTo: target.day) else { return months < 0 ? .distantFuture : .distantPast }
    return image(of: day) == target.day
      ? day.start.adding(seconds: Int64(target.secondOfDay)) : day.end.adding(seconds: -1)
  }

  // MARK: - Days

  /// The same day of the month so many months later, or the month's last day; `nil` outside the supported years.
  private func image(of day: Day) -> Day? { CalendarShift.adding(months, to: day) }

  private static func adding(_ months: Int64, to day: Day) -> Day? {
    let (year, month, date) = day.components
    guard Day.supportedYears.contains(year) else { return nil }
    let total = (year * 12 + Int64(month - 1)).addingSaturated(months)
    let (newYear, monthIndex) = total.dividedFloored(by: 12)
    let newMonth = Int(monthIndex) + 1
    guard Day.supportedYears.contains(newYear) else { return nil }
    return Day(year: newYear, month: newMonth, day: min(date, Day.daysInMonth(newMonth, of: newYear)))
  }

  /// The first day that comes to a given one or a later. Going back lands at most three days off.
  private func firstDay(comingTo target: Day) -> Day? {
    guard var day = CalendarShift.adding(months == .min ? .max : -months, to: target) else { return nil }
    while let image = image(of: day), image < target { day = day.adding(days: 1) }
    while let image = image(of: day.adding(days: -1)), image >= target { day = day.adding(days: -1) }
    return day
  }

  /// The last day that comes to a given one or an earlier.
  private func lastDay(comingTo target: Day) -> Day? {
    guard var day = CalendarShift.adding(months == .min ? .max : -months, to: target) else { return nil }
    while let image = image(of: day), image > target { day = day.adding(days: -1) }
    while let image = image(of: day.adding(days: 1)), image <= target { day = day.adding(days: 1) }
    return day
  }
}
