import Foundation

/// A register of states as a table: each row a state, with its codes in several schemes, its name, and the years for which
/// they hold. The user brings it; the columns are described in Documentation/Codes.md.
public struct CodeTable: Sendable {
  /// A state, or a span of years of one.
  struct Row: Sendable {
    /// By which it is known in a graph: its code in the first column.
    let id: String
    let codes: [String?]
    let names: [String]
    /// The years for which it holds; nil for an open end.
    let from: Int?
    let until: Int?
  }

  /// The file as the user named it.
  public let file: String
  /// The schemes of its columns, such as `cow` and `iso3166-1-alpha-3`, the first of them that of ids.
  public private(set) var schemes: [String] = []
  private(set) var rows: [Row] = []
  /// The rows that have a code, by scheme.
  private var places: [[String: [Int]]] = []
  private var namePlaces: [String: [Int]] = [:]

  /// The scheme of names, besides those of codes.
  static let names = "name"

  /// The schemes, and what their columns may be called.
  static let columns: [(scheme: String, names: Set<String>)] = [
    ("cow", ["cow", "ccode", "cowcode", "cow_code", "cown", "cow_number"]),
    ("cowabb", ["cowabb", "stateabb", "state_abb", "cowc", "cow_abb", "cow_abbreviation"]),
    ("gw", ["gw", "gwno", "gwcode", "gwn", "gw_number"]), ("gwabb", ["gwabb", "gwc", "gw_abb"]),
    ("iso3166-1-alpha-2", ["iso3166_1_alpha_2", "iso2", "iso2c", "iso_a2", "alpha2", "alpha_2"]),
    ("iso3166-1-alpha-3", ["iso3166_1_alpha_3", "iso3", "iso3c", "iso_a3", "alpha3", "alpha_3", "iso"]),
    ("iso3166-1-numeric", ["iso3166_1_numeric", "iso3n", "ison", "iso_n3", "iso_numeric", "numeric"]),
    ("iso3166-3", ["iso3166_3", "alpha4", "alpha_4"]), ("wikidata", ["wikidata", "qid", "wd"]),
  ]
  private static let nameColumns: Set<String> = [
    "name", "statenme", "statename", "state_name", "country", "country_name", "countryname", "short_name",
    "name_en", "country.name.en", "country_name_en",
  ]
  private static let starts: Set<String> = [
    "from", "start", "styear", "start_year", "startyear", "begin", "startdate", "start_date", "gwsdate",
  ]
  private static let ends: Set<String> = [
    "until", "end", "endyear", "end_year", "enddate", "end_date", "to", "gwedate",
  ]

  /// Reads a register: a delimited text, packed or not, or a workbook.
  /// - Throws: ``InputDiagnostics`` for a table without codes; ``FileError`` when it cannot be read.
  public init(contentsOf path: String) throws {
    var data = try readFile(path, upTo: InputLimits.networkBytes)
    if Gzip.isPacked(data) {
      do throws(Gzip.Fault) {
        data = try Gzip.unpacked(data, upTo: InputLimits.networkBytes)
      } catch {
        throw InputDiagnostics([Diagnostic(file: path, place: nil, message: error.message)])
      }
    }
    try self.init(data, named: path)
  }

  init(_ data: Data, named file: String) throws(InputDiagnostics) {
    self.file = file
    var findings = ImportFindings(file: file)
    let table = try EdgeListReader.table(of: data, sheet: nil, &findings) { header in
      Self.columns.contains { !$0.names.isDisjoint(with: header.plain) }
    }
    let header = table.first.map { $0.fields.map(table.text) } ?? []
    let plain = header.map(TableHeader.plain)
    var codes: [Int] = []
    for (column, name) in plain.enumerated() {
      guard let scheme = Self.columns.first(where: { $0.names.contains(name) })?.scheme,
        !schemes.contains(scheme)
      else { continue }
      schemes.append(scheme)
      codes.append(column)
    }
    guard !codes.isEmpty else {
      let known = Self.columns.map(\.scheme)
      let near = plain.lazy.map { didYouMean($0, among: known) }.first { !$0.isEmpty } ?? ""
      findings.error(
        Diagnostic.Place(line: 1, column: 1),
        "the table has no column of codes; found \(shortList(header.map { "'\(Node.shortened($0))'" })); expected one such as \(shortList(known)).\(near)"
      )
      try findings.check()
      return
    }
    let names = plain.indices.filter { Self.nameColumns.contains(plain[$0]) }
    // A panel has a row for each year.
    let year = plain.firstIndex(of: "year")
    let start = plain.firstIndex { Self.starts.contains($0) } ?? year
    let end = plain.firstIndex { Self.ends.contains($0) } ?? (start == year ? year : nil)
    read(table, codes, names, start, end)
  }

  private mutating func read(_ table: TableFile, _ codes: [Int], _ names: [Int], _ start: Int?, _ end: Int?) {
    places = [[String: [Int]]](repeating: [:], count: schemes.count)
    var isHeader = true
    table.forEachRecord { record in
      if isHeader {
        isHeader = false
        return true
      }
      func text(_ column: Int?) -> String? {
        guard let column, column < record.fields.count, !record.fields[column].isEmpty else { return nil }
        let text = table.text(record.fields[column])
        return isMissing(text) || ColumnSurvey.certainCodes.contains(text)
          || ColumnSurvey.likelyCodes.contains(text) ? nil : text
      }
      let own = codes.map { text($0) }
      guard let id = own.compactMap(\.self).first else { return true }
      let row = Row(
        id: id, codes: own, names: names.compactMap { text($0) }, from: text(start).flatMap(DateShape.year),
        until: text(end).flatMap(DateShape.year))
      add(row)
      return rows.count < 1_000_000
    }
  }

  private mutating func add(_ row: Row) {
    for (scheme, code) in row.codes.enumerated() {
      if let code { places[scheme][Self.plainCode(code), default: []].append(rows.count) }
    }
    for name in Set(row.names.map(Self.plainName)) { namePlaces[name, default: []].append(rows.count) }
    rows.append(row)
  }

  /// A code without zeros in front: `002` is 2.
  private static func plainCode(_ code: String) -> String { Int(code).map(String.init) ?? code.uppercased() }

  /// A name without accents, capital letters and signs.
  private static func plainName(_ name: String) -> String {
    TableHeader.plain(name).filter { $0.isLetter || $0.isNumber }
  }

  // MARK: Looking up

  /// The rows that a text means in a scheme.
  func rows(of text: String, in scheme: String) -> [Int] {
    if scheme == Self.names { return namePlaces[Self.plainName(text)] ?? [] }
    guard let place = schemes.firstIndex(of: scheme) else { return [] }
    return places[place][Self.plainCode(text)] ?? []
  }

  /// Whether a row holds at some time of a span of years.
  func holds(_ row: Int, in years: ClosedRange<Int>) -> Bool {
    (rows[row].from ?? .min) <= years.upperBound && years.lowerBound <= (rows[row].until ?? .max)
  }

  /// What a text that means no row was likely meant for.
  func nearest(to text: String, in scheme: String) -> String? {
    if scheme == Self.names { return nearestName(to: text, among: rows.flatMap(\.names)) }
    guard let place = schemes.firstIndex(of: scheme) else { return nil }
    return nearestName(to: text, among: rows.compactMap { $0.codes[place] })
  }
}
