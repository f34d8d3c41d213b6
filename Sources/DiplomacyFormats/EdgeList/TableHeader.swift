import Chronology
import Foundation

/// The names of a table's columns, and what is known of them.
struct TableHeader {
  /// The names as they stand.
  let names: [String]
  /// The names without what is written otherwise from program to program.
  let plain: [String]
  /// How dates are reckoned, in columns whose header says it.
  let styles: [DateStyle?]
  /// Where the columns are that were found.
  private(set) var places = [Int?](repeating: nil, count: TableColumn.allCases.count)
  /// The names of both ends, where they were found together.
  private(set) var ends: TableEnds?
  /// What is wrong with the names.
  private(set) var faults: [(column: Int, message: String)] = []

  init(names: [String], _ asked: [TableOptions.Assignment] = []) {
    self.names = names
    let styled = names.map(ColumnStyle.init)
    styles = styled.map(\.style)
    plain = styled.map { Self.plain($0.name) }
    for assignment in asked { take(assignment) }
    findEnds()
    for column in TableColumn.allCases where column != .source && column != .target { find(column, asked) }
    if hasEnds { findDatesAmongWords() }
    checkDates()
  }

  /// The columns of a table without a header.
  init(_ columns: [TableColumn: Int], width: Int) {
    names = (1...max(1, width)).map { "column \($0)" }
    plain = names
    styles = [DateStyle?](repeating: nil, count: names.count)
    for (column, place) in columns { places[column.rawValue] = place }
  }

  subscript(column: TableColumn) -> Int? { places[column.rawValue] }

  /// Whether an end was asked for by its number, and not by its name: then the first line is an edge.
  private(set) var isByNumber = false

  /// Whether both ends have a column.
  var hasEnds: Bool { self[.source] != nil && self[.target] != nil }

  /// The columns that hold something else.
  var others: [Int] {
    let used = Set(places.compactMap { $0 })
    return names.indices.filter { !used.contains($0) }
  }

  /// Whether it is the header of a table of edges that we wrote, or that has all that ours have.
  var isOurs: Bool {
    plain.contains("role")
      && (plain.contains("statement") || ["id", "label", "timeset"].allSatisfy(plain.contains))
  }

  /// A name as it stands, without the type that Neo4j writes behind it.
  static func untyped(_ name: String) -> String {
    guard let type = name.firstMatch(of: typeOfNeo4j), type.range.lowerBound > name.startIndex else {
      return name
    }
    return String(name[..<type.range.lowerBound])
  }

  private static var typeOfNeo4j: some RegexComponent<Substring> {
    /:(?:int|integer|long|short|byte|float|double|boolean|string|date|datetime)(?:\[\])?$/
  }

  /// A name in small letters without accents, spaces and hyphens as underscores, and without the type that Neo4j writes behind it:
  /// `Empfänger` is `empfanger`, `:START_ID(Person)` `start_id`, `weight:double` `weight`.
  static func plain(_ name: String) -> String {
    var name = name.trimmingCharacters(in: .whitespaces).lowercased()
    name = untyped(name)
    if let group = name.firstMatch(of: /:(start_id|end_id|id|type|label)(\([^)]*\))?$/) {
      name = group.1 == "type" ? "relation" : String(group.1)
    }
    let folded = name.decomposedStringWithCanonicalMapping.unicodeScalars.filter {
      !(0x300...0x36F ~= $0.value)
    }
    return String(String.UnicodeScalarView(folded)).precomposedStringWithCanonicalMapping
      .map { $0 == " " || $0 == "-" ? "_" : String($0) }.joined()
  }

  // MARK: Finding

  private mutating func take(_ assignment: TableOptions.Assignment) {
    let plain = Self.plain(assignment.name)
    var place =
      names.firstIndex { $0.utf8.elementsEqual(assignment.name.utf8) } ?? self.plain.firstIndex(of: plain)
    if let number = Int(assignment.name),
      place == nil || assignment.column == .source || assignment.column == .target,
      names.indices.contains(number - 1)
    {
      place = number - 1
      if assignment.column == .source || assignment.column == .target { isByNumber = true }
    }
    guard let place else {
      let list = shortList(names.map { "'\(Node.shortened($0))'" })
      faults.append(
        (
          0,
          "--columns names the column '\(Node.shortened(assignment.name))'; the table has \(list).\(didYouMean(assignment.name, among: names))"
        ))
      return
    }
    places[assignment.column.rawValue] = place
  }

  /// The columns of both ends: two names that go together, else one name of each.
  private mutating func findEnds() {
    guard self[.source] == nil || self[.target] == nil else { return }
    if self[.source] == nil, self[.target] == nil {
      for ends in TableEnds.all {
        guard let source = plain.firstIndex(of: ends.source), let target = plain.firstIndex(of: ends.target)
        else {
          continue
        }
        (places[TableColumn.source.rawValue], places[TableColumn.target.rawValue]) = (source, target)
        self.ends = ends
        return
      }
    }
    let used = Set(places.compactMap { $0 })
    for column in [TableColumn.source, .target] where self[column] == nil {
      for name in column.names {
        guard let place = plain.firstIndex(of: name), !used.contains(place) else { continue }
        places[column.rawValue] = place
        break
      }
    }
  }

  private mutating func find(_ column: TableColumn, _ asked: [TableOptions.Assignment]) {
    guard self[column] == nil else { return }
    // Ours have the first and the last year beside their dates.
    if isOurs, column == .start || column == .end { return }
    // Who says where the dates are says all of it.
    if column.isDated, asked.contains(where: { $0.column.isDated }) { return }
    let used = Set(places.compactMap { $0 })
    let found = column.names.compactMap { name in
      plain.indices.first { plain[$0] == name && !used.contains($0) }
    }
    guard let first = found.first else { return }
    places[column.rawValue] = first
    // Gephi has the same once more in its own form.
    if column == .moment, found.count == 2, TableColumn.setsOfGephi.contains(plain[found[1]]) { return }
    guard found.count > 1, !(column.prefersUsualName && plain[first] == column.names[0]) else { return }
    tell([first, found[1]], "two columns for one thing, \(Self.meanings[column] ?? column.word)")
  }

  private static let meanings: [TableColumn: String] = [
    .moment: "the date of an edge", .start: "its start", .end: "its end", .weight: "its weight",
    .role: "its role",
    .id: "its id",
  ]

  /// `from` and `to`, `von` and `bis`, `du` and `au` are dates where the ends are called otherwise.
  private mutating func findDatesAmongWords() {
    guard self[.start] == nil, self[.end] == nil, self[.moment] == nil else { return }
    let used = Set(places.compactMap { $0 })
    for (start, end) in [("from", "to"), ("von", "bis"), ("du", "au"), ("from", "until"), ("von", "ende")] {
      guard let first = plain.firstIndex(of: start), let last = plain.firstIndex(of: end),
        !used.contains(first),
        !used.contains(last)
      else { continue }
      (places[TableColumn.start.rawValue], places[TableColumn.end.rawValue]) = (first, last)
      return
    }
  }

  private mutating func checkDates() {
    guard let moment = self[.moment], let bound = self[.start] ?? self[.end] else { return }
    tell([moment, bound], "a date beside a start or an end")
  }

  private mutating func tell(_ columns: [Int], _ what: String) {
    let names = columns.map { "'\(Node.shortened(self.names[$0]))'" }
    guard let column = columns.max() else { return }
    faults.append(
      (
        column,
        "the columns \(names.joined(separator: " and ")) are \(what); expected one of the two. Say which with --columns, such as "
          + "--columns \(self.names[columns[0]].contains(" ") ? "'" : "")\(word(columns[0]))=\(self.names[columns[0]])\(self.names[columns[0]].contains(" ") ? "'" : ""); the other is kept as an attribute."
      ))
  }

  private func word(_ place: Int) -> String {
    TableColumn.allCases.first { self[$0] == place }?.word ?? "when"
  }
}
