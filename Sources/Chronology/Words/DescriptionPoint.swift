/// What a point says, taken apart for a description.
struct DescriptionPoint: Hashable, Sendable {
  /// What stretch of the calendar is named. Years are astronomical.
  indirect enum Unit: Hashable, Sendable {
    case day(Int64, Int, Int)
    case month(Int64, Int)
    /// The year and the part of it, 21 to 41.
    case season(Int64, Int)
    case year(Int64)
    /// The first of ten years, which ends in 10 to 90.
    case decade(Int64)
    /// The number of the century, from 1, and whether it lies before the common era.
    case century(Int64, isBefore: Bool)
    case millennium(Int64, isBefore: Bool)
    case someDay(ofMonth: Int, Int64)
    case someDayOfYear(Int64)
    case someMonth(Int64)
    /// Anything else, from one day, month or year to another.
    case range(Unit, Unit)
  }

  /// A time of day as it is written.
  struct Time: Hashable, Sendable {
    var hour: Int
    var minute: Int
    var second: Int?
    var offset: UTCOffset?
  }

  /// A part of the date that alone is uncertain or approximate.
  struct Doubt: Hashable, Sendable {
    enum Part: Int, Hashable, Sendable { case year, month, season, day }
    var part: Part
    var isApproximate: Bool
  }

  var unit: Unit
  var time: Time?
  var isUncertain = false
  var isApproximate = false
  /// The years that an estimate leaves possible.
  var limits: Unit?
  /// Flags that do not hold for the whole date.
  var doubts: [Doubt] = []

  /// Whether nothing but the unit is said, so that parts of it can be left out in a list.
  var isPlain: Bool { time == nil && !isUncertain && !isApproximate && limits == nil && doubts.isEmpty }

  /// The parts of a point; `nil` when the date is none, or nothing bounds it.
  init?(_ date: HistoricalDate) {
    guard date.shape == .point else { return nil }
    let plain = String(date.edtf.filter { !"?~%".contains($0) })
    let halves = plain.split(separator: "T", maxSplits: 1)
    guard let first = halves.first else { return nil }
    let text = String(first)
    guard let unit = DescriptionPoint.unit(ofText: text) ?? DescriptionPoint.unit(ofBounds: text) else {
      return nil
    }
    self.unit = unit
    if halves.count == 2 {
      guard let time = Time(halves[1]) else { return nil }
      self.time = time
    }
    var parts: [HistoricalDate.Component] = [.year]
    let separators = text.utf8.dropFirst().filter { $0 == UInt8(ascii: "-") }.count
    if !text.hasPrefix("Y") {
      if separators > 0 { parts.append(.month) }
      if separators > 1 { parts.append(.day) }
    }
    func name(_ part: HistoricalDate.Component) -> Doubt.Part {
      switch part {
      case .year: .year
      case .month: date.season == nil ? .month : .season
      case .day: .day
      }
    }
    let uncertain = parts.filter { date.isUncertain($0) }
    let approximate = parts.filter { date.isApproximate($0) }
    (isUncertain, isApproximate) = (uncertain == parts, approximate == parts)
    if let estimate = date.estimatedYear, unit != .year(estimate) {
      (self.unit, limits, isApproximate) = (.year(estimate), unit, true)
    }
    if !isUncertain { doubts += uncertain.map { Doubt(part: name($0), isApproximate: false) } }
    if !isApproximate { doubts += approximate.map { Doubt(part: name($0), isApproximate: true) } }
  }

  // MARK: - Reading

  /// The unit that a text of plain digits, unspecified from the right, names; `nil` for any other text.
  private static func unit(ofText text: String) -> Unit? {
    let isNegative = text.hasPrefix("-")
    let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
    let digits = parts[0].prefix { $0 != "X" }
    guard !digits.isEmpty, digits.utf8.count + parts[0].utf8.count(where: { $0 == UInt8(ascii: "X") }) == 4,
      let number = Int64(digits)
    else { return nil }
    let year = isNegative ? -number : number
    switch (digits.utf8.count, parts.count) {
    case (4, 1): return .year(year)
    case (3, 1): return isNegative || number == 0 || number % 10 == 0 ? nil : .decade(number * 10)
    case (2, 1): return .century(number + 1, isBefore: isNegative)
    case (1, 1): return .millennium(number + 1, isBefore: isNegative)
    case (4, 2):
      if parts[1] == "XX" { return .someMonth(year) }
      guard let month = Int(parts[1]) else { return nil }
      return month > 12 ? .season(year, month) : .month(year, month)
    case (4, 3):
      if parts[1] == "XX" { return parts[2] == "XX" ? .someDayOfYear(year) : nil }
      guard let month = Int(parts[1]), month <= 12 else { return nil }
      if parts[2] == "XX" { return .someDay(ofMonth: month, year) }
      return Int(parts[2]).map { .day(year, month, $0) }
    default: return nil
    }
  }

  /// The unit, or the first and the last one, that a date fills.
  private static func unit(ofBounds text: String) -> Unit? {
    // Without a default offset, the bounds are those of whole days.
    guard let date = try? HistoricalDate(text), !date.earliest.isOpen, !date.latest.isOpen else { return nil }
    let (first, last) = (date.earliest.day.components, date.latest.day.components)
    func range(_ from: Unit, _ to: Unit) -> Unit { from == to ? from : .range(from, to) }
    guard first.day == 1, last.day == Day.daysInMonth(last.month, of: last.year) else {
      return range(.day(first.year, first.month, first.day), .day(last.year, last.month, last.day))
    }
    guard first.month == 1, last.month == 12 else {
      return range(.month(first.year, first.month), .month(last.year, last.month))
    }
    return range(.year(first.year), .year(last.year))
  }
}

extension DescriptionPoint.Time {
  /// The time and offset of a text such as `14:50:00+03:00`.
  fileprivate init?(_ text: Substring) {
    let clock = text.prefix { $0.isNumber || $0 == ":" }
    let rest = text[clock.endIndex...]
    let fields = clock.split(separator: ":").map { Int($0) }
    guard fields.count == 2 || fields.count == 3, let hour = fields[0], let minute = fields[1] else {
      return nil
    }
    (self.hour, self.minute, second) = (hour, minute, fields.count == 3 ? fields[2] : nil)
    if !rest.isEmpty {
      guard let offset = UTCOffset(String(rest)) else { return nil }
      self.offset = offset
    }
  }

  /// The offset as `UTC`, `UTC+3` or `UTC−3:30`; `nil` when none is written.
  var zone: String? {
    guard let offset else { return nil }
    if offset.seconds == 0 { return "UTC" }
    let (hours, rest) = abs(offset.seconds).quotientAndRemainder(dividingBy: 3600)
    var text = "UTC" + (offset.seconds < 0 ? "−" : "+") + String(hours)
    if rest != 0 { text += ":" + padded(rest / 60, to: 2) }
    if rest % 60 != 0 { text += ":" + padded(rest % 60, to: 2) }
    return text
  }

  /// The time as `14:50` or `14:50:00`.
  var clock: String {
    "\(padded(hour, to: 2)):\(padded(minute, to: 2))" + (second.map { ":" + padded($0, to: 2) } ?? "")
  }
}
