import Chronology
import Diplomacy
import Foundation

/// Reads the dates of the rows of a table of edges. Most come many times, and are read once.
struct EdgeDates {
  /// What a row says of its date.
  enum Result {
    case none
    /// A date, by its place among all.
    case date(Int32)
    /// Several, as a text.
    case several(String)
    /// None that can be read: the row is left out.
    case unread
  }

  private(set) var dates: [HistoricalDate] = []
  private var moment: DateColumn?
  private var start: DateColumn?
  private var end: DateColumn?
  private let startCensored: Int?
  private let endCensored: Int?
  private let isHalfOpen: Bool
  private let isHalfOpenByName: Bool
  private let missing: Set<String>
  /// What a moment, or a start and an end, mean, by the numbers of both.
  private var known: [UInt64: Result] = [:]
  private var knownMoments: [Result] = []
  private var failures = 0

  init(_ form: EdgeForm, _ request: EdgeListReader.Request, isOurs: Bool) {
    func column(_ column: TableColumn) -> DateColumn? {
      guard !isOurs, let place = form[column] else { return nil }
      let own = place - form.shift
      return DateColumn(
        at: place, name: form.header.plain[own], style: form.header.styles[own], form.survey.columns[place])
    }
    (moment, start, end) = (column(.moment), column(.start), column(.end))
    // Without a column for ends, a start is a moment.
    if end == nil, moment == nil { (moment, start) = (start, nil) }
    (startCensored, endCensored) = (form[.startCensored], form[.endCensored])
    isHalfOpenByName = form[.end].map { form.header.plain[$0 - form.shift] == "terminus" } ?? false
    isHalfOpen = request.isHalfOpen || isHalfOpenByName
    missing = Set(request.options.missing)
    let surveys = [moment, start, end].compactMap { $0.map { form.survey.columns[$0.place] } }
    let isFirst = surveys.contains { $0.firstAbove12 > 0 }
    let isSecond = surveys.contains { $0.secondAbove12 > 0 }
    let order: Bool? = isFirst == isSecond ? nil : isFirst
    moment?.isDayFirst = order
    start?.isDayFirst = order
    end?.isDayFirst = order
  }

  // MARK: Rows

  mutating func read(_ row: TableFile.Record, _ reader: inout EdgeListReader) -> Result {
    if moment != nil { return readMoment(row, &reader) }
    guard start != nil || end != nil else { return .none }
    let first = isCensored(startCensored, row, reader.table) ? -1 : Self.number(&start, row, reader.table)
    let last = isCensored(endCensored, row, reader.table) ? -1 : Self.number(&end, row, reader.table)
    if first < 0, last < 0 { return .none }
    let key = UInt64(first + 1) << 32 | UInt64(last + 1)
    if let result = known[key] {
      if case .unread = result { tell(row, first, last, &reader) }
      return result
    }
    let result = interval(first, last)
    if known.count < 1_000_000 { known[key] = result }
    if case .unread = result { tell(row, first, last, &reader) }
    return result
  }

  private mutating func readMoment(_ row: TableFile.Record, _ reader: inout EdgeListReader) -> Result {
    let number = Self.number(&moment, row, reader.table)
    guard number >= 0, let column = moment else { return .none }
    if number >= knownMoments.count {
      knownMoments.append(meaning(of: column.names.texts[number], in: column))
    }
    if case .unread = knownMoments[number] {
      let place = reader.place(column.place, in: row)
      reader.leaveOut(place, Self.message(column.names.texts[number], column))
    }
    return knownMoments[number]
  }

  /// The number of a field's value among those of its column; -1 for none.
  private static func number(_ column: inout DateColumn?, _ row: TableFile.Record, _ table: TableFile) -> Int
  {
    guard let place = column?.place, place < row.fields.count else { return -1 }
    let field = row.fields[place]
    if field.isEmpty { return -1 }
    if field.isPlain {
      return column?.names.number(of: Int(field.start)..<Int(field.end), in: table.bytes) ?? -1
    }
    return column?.names.number(of: table.text(field)) ?? -1
  }

  private func isCensored(_ column: Int?, _ row: TableFile.Record, _ table: TableFile) -> Bool {
    guard let column, column < row.fields.count else { return false }
    return ["true", "t", "1", "yes"].contains(table.text(row.fields[column]).lowercased())
  }

  // MARK: Meanings

  private func isNone(_ text: String, in column: DateColumn) -> Bool {
    isMissing(text) || missing.contains(text) || column.missing.contains(text)
  }

  private mutating func noted(_ date: HistoricalDate) -> Result {
    dates.append(date)
    return .date(Int32(dates.count - 1))
  }

  private mutating func date(_ text: String) -> HistoricalDate? {
    let date = ForeignDate.date(text, isPatient: failures < InputLimits.networkMistakes)
    if date == nil { failures += 1 }
    return date
  }

  private mutating func meaning(of value: String, in column: DateColumn) -> Result {
    if isNone(value, in: column) || ForeignDate.isOpen(value) { return .none }
    guard value.contains(";") else {
      guard let text = column.text(of: value), !text.contains(";") else {
        return column.text(of: value).map { .several($0) } ?? .unread
      }
      return date(text).map { noted($0) } ?? .unread
    }
    // Several periods; Gephi's have brackets.
    if value.hasPrefix("<") { return column.text(of: value).map { .several($0) } ?? .unread }
    var parts: [String] = []
    let periods = value.split(separator: ";")
    if periods.count > 1000 { return .unread }
    for part in periods {
      guard let text = column.text(of: part.trimmingCharacters(in: .whitespaces)), date(text) != nil else {
        return .unread
      }
      parts.append(text)
    }
    return parts.isEmpty ? .none : .several(parts.joined(separator: "; "))
  }

  /// The texts of both ends, where they are some.
  private func texts(_ first: Int, _ last: Int) -> (start: String?, end: String?, isRead: Bool) {
    func text(_ number: Int, _ column: DateColumn?) -> (String?, Bool) {
      guard number >= 0, let column else { return (nil, true) }
      let value = column.names.texts[number]
      if isNone(value, in: column) || ForeignDate.isOpen(value) { return (nil, true) }
      let text = column.text(of: value)
      return (text, text != nil)
    }
    var (end, isEndRead) = text(last, self.end)
    // The greatest year of four digits has not come yet.
    if end == "9999" { (end, isEndRead) = (nil, true) }
    let (start, isStartRead) = text(first, self.start)
    return (start, end, isStartRead && isEndRead)
  }

  private mutating func interval(_ first: Int, _ last: Int) -> Result {
    let (start, last, isRead) = texts(first, last)
    guard isRead else { return .unread }
    var end = last
    let (from, to) = (start.flatMap { date($0) }, end.flatMap { date($0) })
    if start != nil, from == nil { return .unread }
    if end != nil, to == nil { return .unread }
    if isHalfOpen, let to {
      // What begins and ends at once is a moment.
      if let from, from.earliest == to.earliest, from.latest == to.latest { return noted(from) }
      end = ForeignDate.before(to) ?? end
    }
    guard let text = ForeignDate.interval(start, end) else { return .none }
    return date(text).map { noted($0) } ?? .unread
  }

  // MARK: Telling

  private func tell(_ row: TableFile.Record, _ first: Int, _ last: Int, _ reader: inout EdgeListReader) {
    for (number, column) in [(first, start), (last, end)] {
      guard number >= 0, let column, !isNone(column.names.texts[number], in: column) else { continue }
      let value = column.names.texts[number]
      if column.text(of: value).flatMap({ ForeignDate.date($0) }) == nil, !ForeignDate.isOpen(value) {
        reader.leaveOut(reader.place(column.place, in: row), Self.message(value, column))
        return
      }
    }
    guard let start, let end, first >= 0, last >= 0 else { return }
    reader.leaveOut(
      reader.place(start.place, in: row),
      "found the start '\(Node.shortened(start.names.texts[first]))' and the end '\(Node.shortened(end.names.texts[last]))'; expected an end that is not before the start."
    )
  }

  private static func message(_ value: String, _ column: DateColumn) -> String {
    let found = "found the date '\(Node.shortened(value))'"
    if let numbers = ThreeNumbers(value), numbers.first <= 12, numbers.second <= 12, column.isDayFirst == nil
    {
      return
        "\(found), which may be \(numbers.text(isDayFirst: true)) or \(numbers.text(isDayFirst: false)), and no other date of the table tells; expected one of these."
    }
    return "\(found); expected one such as 1941-04-13, 1941-04, 1941 or 194X."
  }

  /// What is told of the columns before the rows are read.
  func remarks(_ form: EdgeForm, _ table: TableFile) -> [(Diagnostic.Place?, String)] {
    var remarks: [(Diagnostic.Place?, String)] = []
    let record = form.hasHeader ? table.first : nil
    func place(_ column: Int) -> Diagnostic.Place? {
      record.flatMap {
        column - form.shift < $0.fields.count ? table.place($0.fields[column - form.shift]) : nil
      }
    }
    for column in [moment, start, end].compactMap(\.self) {
      let name = form.header.names[column.place - form.shift]
      if let remark = column.remark(Node.shortened(name), form.survey.samples[column.place]) {
        remarks.append((place(column.place), remark))
      }
      let survey = form.survey.columns[column.place]
      if survey.ambiguous > 0, let isDayFirst = column.isDayFirst {
        remarks.append(
          (
            place(column.place),
            "dates such as 3/4/1941 in '\(Node.shortened(name))' are read with the \(isDayFirst ? "day" : "month") first, as others of the table have it."
          ))
      }
    }
    if isHalfOpenByName, let end {
      remarks.append(
        (
          place(end.place),
          "the columns 'onset' and 'terminus' are those of networkDynamic: an edge does not hold at its terminus any more."
        ))
    }
    return remarks
  }

  /// What is told of codes that stand for no date.
  func closingRemarks(_ form: EdgeForm, _ table: TableFile) -> [(Diagnostic.Place?, String)] {
    var remarks: [(Diagnostic.Place?, String)] = []
    for column in [moment, start, end].compactMap(\.self) {
      let name = form.header.names[column.place - form.shift]
      for (code, count) in form.survey.columns[column.place].codes.sorted(by: { $0.key < $1.key })
      where column.missing.contains(code) && !missing.contains(code) {
        remarks.append(
          (
            nil,
            "'\(code)' in '\(Node.shortened(name))' is read as no date (\(count) \(count == 1 ? "row" : "rows"))."
          ))
      }
    }
    return remarks
  }
}
