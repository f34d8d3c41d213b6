/// A date of another style in the Extended Date/Time Format, which knows the proleptic Gregorian calendar alone.
///
/// A day is a day. A month or year of another calendar is none of the Gregorian one, and becomes one of its days:
/// `1917-10` is `[1917-10-14..1917-11-13]`. Flags stay on the parts that they are on.
struct GregorianForm {
  let form: HistoricalDate.Form
  /// The text of the form.
  let text: String
  /// Whether the text says all that the date does in the Extended Date/Time Format.
  private(set) var isExact = true

  /// A point of so many separate stretches of days is written as all from its first to its last day.
  private static let mostStretches = 1000

  init(_ form: HistoricalDate.Form) {
    switch form {
    case .point(let point):
      let members = GregorianForm.members(point, &isExact)
      if members.count == 1, !members[0].isRange, let day = members[0].first {
        self.form = .point(day)
        text = day.gregorianText
      } else {
        self.form = .set(.oneOf, members)
        text = GregorianForm.text(.oneOf, members)
      }
    case .interval(let start, let end):
      let (first, last) = (GregorianForm.endpoint(start, &isExact), GregorianForm.endpoint(end, &isExact))
      self.form = .interval(start: first, end: last)
      text = "\(GregorianForm.text(first))/\(GregorianForm.text(last))"
    case .set(let kind, let members):
      var converted: [SetMember] = []
      for member in members { converted += GregorianForm.members(member, kind, &isExact) }
      if converted.count > max(members.count, DateParser.memberLimit) {
        // No set has so many members: each has its first and its last day.
        isExact = false
        converted = []
        for member in members {
          let days = GregorianForm.members(member, kind, &isExact)
          converted.append(
            days.count == 1 ? days[0] : SetMember(from: days.first?.first, to: days.last?.last))
        }
      }
      self.form = .set(kind, converted)
      text = GregorianForm.text(kind, converted)
    }
  }

  // MARK: - Points

  /// The days of a point, as a day, or as one of the stretches.
  private static func members(_ point: DatePoint, _ isExact: inout Bool) -> [SetMember] {
    if point.components.style.isPlain { return [SetMember(point)] }
    if point.components.significantDigits > 0 { isExact = false }
    var runs: [(first: Day, last: Day)] = []
    if let pattern = point.pattern {
      pattern.forEachRun { first, last in
        if let end = runs.last?.last, end.adding(days: 1) == first {
          runs[runs.count - 1].last = last
        } else {
          runs.append((first, last))
        }
      }
      if runs.count > mostStretches {
        runs = [(runs[0].first, runs[runs.count - 1].last)]
        isExact = false
      }
    } else {
      runs = [(point.localEarliest.day, point.localLatest.day)]
    }
    return runs.compactMap { first, last in
      guard let start = point.gregorian(first) else { return nil }
      if first == last { return SetMember(start) }
      return point.gregorian(last).map { SetMember(from: start, to: $0) }
    }
  }

  private static func members(
    _ member: SetMember, _ kind: SetKind, _ isExact: inout Bool
  ) -> [SetMember] {
    if let point = member.first, point == member.last, !member.isRange {
      let members = members(point, &isExact)
      if kind == .oneOf || (members.count == 1 && !members[0].isRange) { return members }
      // All of some months is not all of their days.
      isExact = false
      return [SetMember(from: members.first?.first, to: members.last?.last)]
    }
    func bound(_ point: DatePoint?, _ isFirst: Bool) -> DatePoint? {
      guard let point, !point.components.style.isPlain else { return point }
      let isDay = point.localEarliest.day == point.localLatest.day
      if !isDay, kind == .allOf || point.pattern != nil { isExact = false }
      return point.gregorian(isFirst ? point.localEarliest.day : point.localLatest.day)
    }
    return [SetMember(from: bound(member.first, true), to: bound(member.last, false))]
  }

  private static func endpoint(
    _ endpoint: HistoricalDate.Endpoint, _ isExact: inout Bool
  ) -> HistoricalDate.Endpoint {
    guard case .date(let date) = endpoint else { return endpoint }
    let converted = GregorianForm(date.form)
    if !converted.isExact { isExact = false }
    if case .set = converted.form { isExact = false }
    return .date(HistoricalDate(text: converted.text, form: converted.form, level: date.level))
  }

  // MARK: - Texts

  private static func text(_ endpoint: HistoricalDate.Endpoint) -> String {
    switch endpoint {
    case .open: ".."
    case .unknown: ""
    case .date(let date): date.text
    }
  }

  private static func text(_ kind: SetKind, _ members: [SetMember]) -> String {
    let items = members.map { member -> String in
      let (first, last) = (member.first?.gregorianText ?? "", member.last?.gregorianText ?? "")
      return member.isRange ? "\(first)..\(last)" : first
    }
    return kind == .oneOf ? "[\(items.joined(separator: ","))]" : "{\(items.joined(separator: ","))}"
  }
}

extension DatePoint {
  /// A day of the point in the Gregorian calendar, with the time and the flags of the point.
  fileprivate func gregorian(_ day: Day) -> DatePoint? {
    let (year, month, dayOfMonth) = day.components
    guard year.magnitude <= 9999 else { return nil }
    var components = self.components
    (components.years, components.style, components.significantDigits) = (YearPattern(year), .gregorian, 0)
    (components.month, components.day) = (DigitPair(month), DigitPair(dayOfMonth))
    var point =
      precision.isTime
      ? DatePoint(earliest: earliest, latest: latest, components: components, precision: precision)
      : DatePoint(day, components)
    point.qualifiers = qualifiers
    // A flag on a whole month or year is one on the whole of each of its days.
    let parts = self.components.parts
    for (flag, isUncertain) in [(Qualifiers.Flag.uncertain, true), (.approximate, false)]
    where parts.count < 3
      && parts.allSatisfy({
        qualifiers.contains(isUncertain ? .uncertain($0.rawValue) : .approximate($0.rawValue))
      })
    {
      point.qualifiers.formUnion(flag, on: 0...2)
    }
    return point
  }

  /// The text of a day in the Gregorian calendar with its time, or of a point that is written in that calendar.
  fileprivate var gregorianText: String {
    let flags = (0...2).map { component -> String in
      switch (qualifiers.contains(.uncertain(component)), qualifiers.contains(.approximate(component))) {
      case (true, true): "%"
      case (true, false): "?"
      case (false, true): "~"
      case (false, false): ""
      }
    }
    let texts = componentTexts
    let kinds = flags.prefix(texts.count)
    let flagged = kinds.prefix { !$0.isEmpty && $0 == kinds[0] }.count
    // One flag on the first parts alone stands after the last of them; any others stand before their parts.
    let isShared = flagged > 0 && kinds.dropFirst(flagged).allSatisfy(\.isEmpty)
    if precision.isTime { return texts.joined(separator: "-") + timeText + (isShared ? flags[0] : "") }
    return texts.indices.map { index in
      let flag = flags[index]
      return isShared ? texts[index] + (index == flagged - 1 ? flag : "") : flag + texts[index]
    }.joined(separator: "-")
  }

  /// The year, and the month and the day as far as they are written.
  private var componentTexts: [String] {
    var texts = [components.years.text(significantDigits: components.significantDigits)]
    if components.month != .none { texts.append(components.month.text) }
    if components.day != .none { texts.append(components.day.text) }
    return texts
  }

  private var timeText: String {
    let time = DescriptionPoint.Time(localEarliest, toSecond: precision == .second, offset: nil)
    return "T\(time.clock)\(components.statedOffset?.description ?? "")"
  }
}

extension YearPattern {
  /// The year as it is written, with `X` for each unspecified digit.
  fileprivate func text(significantDigits: UInt8) -> String {
    let magnitude = value.magnitude
    let prefix = (magnitude > 9999 ? "Y" : "") + (isNegative ? "-" : "")
    var digits = Array(padded(Int64(clamping: magnitude), to: 4))
    for place in 0..<4 where unspecified(place) { digits[digits.count - 1 - place] = "X" }
    return prefix + String(digits) + (significantDigits > 0 ? "S\(significantDigits)" : "")
  }
}

extension DigitPair {
  /// The two digits, with `X` for each that is unspecified.
  fileprivate var text: String {
    func digit(_ value: UInt8) -> String { value == 15 ? "X" : "\(value)" }
    return digit(tens) + digit(units)
  }
}
