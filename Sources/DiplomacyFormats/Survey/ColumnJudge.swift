import Foundation

/// Says what the values of a column seem to be.
struct ColumnJudge {
  private let column: LookedColumn
  private let plain: String
  private let rows: Int
  /// The codes for no value, with how often each stands.
  private var missing: [(text: String, count: Int, line: Int)] = []
  /// The other values by their numbers, the most frequent first.
  private var order: [Int] = []
  private var filled = 0
  private var shapes: [DateShape: Int] = [:]
  private var suspicions: [SurveyedColumn.Suspicion] = []

  /// So many different values are looked at as dates.
  private static let mostDates = 50_000

  /// - Parameter rows: How many rows the table has.
  static func judged(_ column: LookedColumn, rows: Int) -> SurveyedColumn {
    var judge = ColumnJudge(column, rows)
    return judge.surveyed()
  }

  private init(_ column: LookedColumn, _ rows: Int) {
    (self.column, self.rows) = (column, rows)
    plain = TableHeader.plain(column.name)
  }

  private mutating func surveyed() -> SurveyedColumn {
    splitMissing()
    let kind = kind()
    var style: String?
    var precision: String?
    if kind == .date {
      (style, precision) = (dateStyle, self.precision)
      suspectDates()
    }
    if kind == .year { suspectYears() }
    if [.id, .name, .codes].contains(kind) { suspectTwins() }
    suspectLetters()
    let isKey = !column.isOverfull && filled > 0 && order.count * 10 >= filled * 9 && filled * 2 > rows
    return SurveyedColumn(
      name: column.name, kind: kind, style: style, precision: precision, empty: rows - filled,
      distinct: order.count,
      isOverfull: column.isOverfull, isKey: isKey,
      examples: order.prefix(3).map { Node.shortened(column.values.texts[$0]) }, missing: missing.map(\.text),
      suspicions: suspicions.sorted { ($0.line, $0.what) < ($1.line, $1.what) },
      values: order.map { column.values.texts[$0] })
  }

  // MARK: No value

  /// Takes out what stands for no value: `NA`, `.`, and `-9` where no other number is below 0.
  private mutating func splitMissing() {
    let texts = column.values.texts
    let codes = Set(ColumnSurvey.likelyCodes)
    let part = MappingNames.part(of: plain)
    var below = 0
    for (number, text) in texts.enumerated()
    where text.first == "-" && !codes.contains(text) && Double(text) != nil {
      below += column.counts[number]
    }
    for (number, text) in texts.enumerated() {
      // A year, a month or a day is never below 0 there, whatever the data set means by it.
      let isPartCode = part != nil && text.first == "-" && Int(text) != nil
      let isCode = isPartCode || codes.contains(text) && below == 0 && (column.survey.numbers > 0 || isDated)
      if isMissing(text) || ColumnSurvey.certainCodes.contains(text) || isCode {
        missing.append((text, column.counts[number], column.lines[number]))
      } else {
        order.append(number)
        filled += column.counts[number]
      }
    }
    if column.isOverfull { filled = column.filled }
    order.sort { (column.counts[$1], column.lines[$0]) < (column.counts[$0], column.lines[$1]) }
    missing.sort { $0.text < $1.text }
  }

  private var isDated: Bool {
    ["date", "year", "month", "day", "begin", "end", "start", "datum"].contains { plain.contains($0) }
  }

  // MARK: Kinds

  private mutating func kind() -> SurveyedColumn.Kind {
    guard !order.isEmpty else { return .empty }
    if let kind = closedKind() { return kind }
    let isWhole = order.allSatisfy { Int(texts[$0]) != nil }
    if isWhole, let kind = wholeKind() { return kind }
    measureShapes()
    let dates = shapes.filter { $0.key.isDate }.values.reduce(0, +)
    let strong = dates - (shapes[.year] ?? 0) - (shapes[.decimal] ?? 0)
    let all = shapes.values.reduce(0, +)
    if all > 0, dates * 5 >= all * 4, strong > 0 || (shapes[.decimal] ?? 0) > 0 && isDated { return .date }
    if isWhole || order.allSatisfy({ EdgeListReader.number(texts[$0]) != nil }) {
      return order.count <= 12 && filled >= 5 * order.count && isWhole ? .codes : .number
    }
    return wordsKind()
  }

  private var texts: [String] { column.values.texts }

  /// Of few known words.
  private func closedKind() -> SurveyedColumn.Kind? {
    guard order.count <= 6 else { return nil }
    let words = Set(order.map { texts[$0].lowercased() })
    let ways: Set = [
      "directed", "undirected", "in", "out", "->", "<-", "<->", "both", "mutual", "to", "from", "a->b",
      "b->a", "incoming", "outgoing",
    ]
    if words.isSubset(of: ways) || plain == "directed" || plain == "direction" { return .direction }
    let flags: Set = ["0", "1", "true", "false", "yes", "no", "t", "f", "y", "n"]
    return words.isSubset(of: flags) && filled > 1 && !MappingNames.isID(plain) ? .flag : nil
  }

  private func wholeKind() -> SurveyedColumn.Kind? {
    let numbers = order.map { Int(texts[$0]) ?? 0 }
    guard let least = numbers.min(), let most = numbers.max() else { return nil }
    let isYearly = 800 <= least && most <= 2200
    if MappingNames.part(of: plain) == .month, 0...12 ~= least, most <= 12 { return .month }
    if MappingNames.part(of: plain) == .day, 0...31 ~= least, most <= 31 { return .day }
    if MappingNames.part(of: plain) == .year, most >= 800,
      numbers.count(where: { 800...2200 ~= $0 || $0 == 0 }) * 10 >= numbers.count * 9
    {
      return .year
    }
    if MappingNames.isID(plain) { return .id }
    if isYearly, order.count > 1 || isDated { return .year }
    return nil
  }

  private func wordsKind() -> SurveyedColumn.Kind {
    let sample = order.prefix(1000)
    let blanks = sample.count { texts[$0].contains(" ") }
    let letters = sample.count { texts[$0].contains(where: \.isLetter) }
    if letters * 2 < sample.count, !MappingNames.isID(plain) { return .text }
    let isTight = blanks * 10 <= sample.count && column.length <= 40
    if isTight, MappingNames.isID(plain) { return .id }
    if MappingNames.isName(plain) { return .name }
    let isShort = sample.allSatisfy {
      2...3 ~= texts[$0].count && texts[$0].allSatisfy { $0.isUppercase || $0.isNumber }
    }
    if isShort, order.count > 5 { return .id }
    if isTight, order.count == filled, order.count > 1 { return .id }
    if column.length <= 40, order.count <= 300, filled >= 3 * order.count { return .codes }
    return column.length <= 60 && order.count > 1
      ? .name : filled >= 3 * order.count && order.count <= 30 ? .codes : .text
  }

  // MARK: Dates

  private mutating func measureShapes() {
    for number in order.prefix(Self.mostDates) {
      shapes[DateShape(texts[number], isPatient: shapes[.none] ?? 0 < 1000), default: 0] +=
        column.counts[number]
    }
  }

  /// The style in the words of a mapping.
  private var dateStyle: String {
    func has(_ shape: DateShape) -> Bool { shapes[shape] != nil }
    let isWritten = has(.words)
    let dotted = [.threeNumbers, .dayFirst, .monthFirst].contains { has($0) }
    if isWritten
      || has(.decimal) && shapes.keys.contains(where: { $0 != .decimal && $0 != .year && $0.isDate })
    {
      return "lenient"
    }
    if has(.decimal) { return "decimal" }
    if dotted {
      let isMixed = [.day, .month, .year, .range, .unspecified, .compact].contains { has($0) }
      if isMixed || has(.dayFirst) && has(.monthFirst) { return "lenient" }
      let isPointed = order.allSatisfy { !texts[$0].contains("/") && !texts[$0].contains("-") }
      return has(.monthFirst) ? "mdy" : has(.dayFirst) || isPointed ? "dmy" : "lenient"
    }
    if has(.compact) || has(.yearFirst) { return has(.day) || has(.month) ? "lenient" : "ymd" }
    return has(.range) ? "messydates" : "edtf"
  }

  private var precision: String {
    func share(_ shapes: [DateShape]) -> Int { shapes.reduce(0) { $0 + (self.shapes[$1] ?? 0) } }
    let all = max(shapes.values.reduce(0, +), 1)
    let parts: [(String, Int)] = [
      ("day", share([.day, .threeNumbers, .dayFirst, .monthFirst, .compact, .yearFirst, .words, .decimal])),
      ("month", share([.month])),
      ("year", share([.year])), ("partly known", share([.unspecified])), ("range", share([.range])),
    ]
    return parts.filter { $0.1 > 0 }.sorted { $0.1 > $1.1 }.map { part in
      let percent = (part.1 * 100 + all / 2) / all
      return "\(part.0) \(percent == 0 ? "<1" : "\(percent)") %"
    }.joined(separator: ", ")
  }

  // MARK: Suspicions

  private mutating func suspect(_ what: String, where isOdd: (Int) -> Bool) {
    var (count, first): (Int, Int?) = (0, nil)
    for number in order where isOdd(number) {
      count += column.counts[number]
      if first.map({ column.lines[number] < column.lines[$0] }) ?? true { first = number }
    }
    guard let first else { return }
    suspicions.append(
      SurveyedColumn.Suspicion(
        what: what, sample: Node.shortened(texts[first]), line: column.lines[first], count: count))
  }

  private mutating func suspectDates() {
    guard order.count <= Self.mostDates else { return }
    let texts = texts
    var shapes: [Int: DateShape] = [:]
    for number in order { shapes[number] = DateShape(texts[number], isPatient: true) }
    suspect("no date") { shapes[$0] == DateShape.none }
    suspect("no such day") { shapes[$0] == .impossible }
    func isNoEnd(_ number: Int) -> Bool { texts[number].hasPrefix("9999") }
    suspect("no end?") { isNoEnd($0) && shapes[$0]?.isDate == true }
    suspect("year that cannot be meant") { number in
      shapes[number]?.isDate == true && !isNoEnd(number) && (DateShape.year(of: texts[number]) ?? 0) > 2200
    }
    let isTold = shapes.values.contains(.dayFirst) || shapes.values.contains(.monthFirst)
    suspect("day or month first?") { shapes[$0] == .threeNumbers && !isTold && texts[$0].contains("/") }
  }

  private mutating func suspectYears() {
    let texts = texts
    suspect("no year?") { Int(texts[$0]) == 0 }
    suspect("year that cannot be meant") { Int(texts[$0]).map { $0 != 0 && !(800...2200 ~= $0) } ?? true }
  }

  /// Values that differ only in capital letters, blanks or accents.
  private mutating func suspectTwins() {
    guard order.count <= 20_000 else { return }
    var seen: [String: Int] = [:]
    var twins: Set<Int> = []
    for number in order {
      let folded = TableHeader.plain(texts[number]).split(separator: "_").joined()
      // The less frequent of two is the odd one.
      if seen[folded] == nil { seen[folded] = number } else { twins.insert(number) }
    }
    suspect("like another value") { twins.contains($0) }
  }

  /// Letters of another encoding: `Ã©` for `é`.
  private mutating func suspectLetters() {
    let texts = texts
    let signs: Set<Unicode.Scalar> = ["Ã", "Â", "\u{FFFD}"]
    suspect("letters of another encoding?") { number in
      var last: Unicode.Scalar?
      for scalar in texts[number].unicodeScalars {
        if scalar == "\u{FFFD}" { return true }
        if let last, signs.contains(last), 0x80...0xBF ~= scalar.value { return true }
        last = scalar
      }
      return false
    }
  }
}
