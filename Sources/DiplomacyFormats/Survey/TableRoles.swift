/// What the columns of a table are to a graph, as far as their names and values say.
struct TableRoles {
  /// A date: how a mapping writes it, and what it means.
  struct Dated {
    let meaning: MappingNames.Meaning?
    /// `Signature`, or `{ year: styear, month: stmonth, day: stday }`.
    let value: String
    let columns: [Int]
    /// The style of a column of whole dates.
    let style: String?
    /// Whether its name says that it is the member's own: `StateForce`, `mem_st_year`.
    let isOfMember: Bool
  }

  let table: SurveyedTable
  /// The columns that name actors: one, two of a dyad, or several in a row.
  private(set) var actors: [Int] = []
  /// Whether the first actor does something to the second.
  private(set) var isOfDeeds = false
  /// Other columns that name the same actors, by the schemes of registers.
  private(set) var identifiers: [(scheme: String, column: Int)] = []
  private(set) var actorName: Int?
  private(set) var agreement: Int?
  private(set) var event: Int?
  private(set) var territory: Int?
  private(set) var name: Int?
  private(set) var kind: Int?
  private(set) var dates: [Dated] = []
  /// The column of years in a table that has a row for each.
  private(set) var yearly: Int?

  private let plain: [String]

  init(_ table: SurveyedTable) {
    self.table = table
    plain = table.columns.map { TableHeader.plain($0.name) }
    agreement = first(MappingNames.agreementIDs)
    event = first(MappingNames.eventIDs)
    findActors()
    territory = first(MappingNames.territoryIDs)
    findNames()
    findDates()
  }

  private func first(_ names: Set<String>) -> Int? {
    let fitting = plain.indices.filter {
      names.contains(plain[$0]) || names.contains(MappingNames.bare(plain[$0]))
    }
    let filled = fitting.filter { table.columns[$0].kind != .empty && table.columns[$0].kind != .flag }
    // What another table names its rows by goes first, then what is an id.
    return filled.first { !table.columns[$0].joins.isEmpty } ?? filled.first { table.columns[$0].kind == .id }
      ?? filled.first
  }

  // MARK: Actors

  /// The schemes of registers by the names that their columns have.
  private static let schemes: [(scheme: String, names: Set<String>)] = [
    ("cow", ["ccode", "cow", "cowcode", "cow_code"]), ("cowabb", ["stateabb", "state_abb", "cabb", "abb"]),
    ("gw", ["gwno", "gw", "gwid", "gwcode"]),
    ("iso3166-1-alpha-3", ["iso", "iso_a", "iso3", "iso_a3"]),
  ]

  /// The scheme that the name of a column means.
  static func scheme(of name: String) -> String? {
    let bare = MappingNames.bare(name)
    return schemes.first { $0.names.contains(name) || $0.names.contains(bare) }?.scheme
  }

  private mutating func findActors() {
    let kinds: Set<SurveyedColumn.Kind> = [.id, .codes, .name, .number]
    let found = plain.indices.filter {
      MappingNames.actorIDs.contains(MappingNames.bare(plain[$0])) && kinds.contains(table.columns[$0].kind)
        && $0 != agreement
    }
    var groups: [(name: String, columns: [Int])] = []
    for column in found {
      let bare = MappingNames.bare(plain[column])
      if let known = groups.firstIndex(where: { $0.name == bare }) {
        groups[known].columns.append(column)
      } else {
        groups.append((bare, [column]))
      }
    }
    // Two names that are the two sides of one thing.
    for (one, other) in [
      ("gainer", "loser"), ("initiator", "target"), ("side_a", "side_b"), ("gwno_a", "gwno_b"),
      ("statea", "stateb"),
    ] {
      guard let first = groups.first(where: { $0.name == one }),
        let second = groups.first(where: { $0.name == other })
      else { continue }
      actors = [first.columns[0], second.columns[0]]
      isOfDeeds = one == "gainer" || one == "initiator"
      return
    }
    let ids = groups.filter { group in group.columns.allSatisfy { table.columns[$0].kind != .name } }
    let most = (ids.isEmpty ? groups : ids).map { min($0.columns.count, 2) }.max() ?? 0
    let widest = (ids.isEmpty ? groups : ids).filter { min($0.columns.count, 2) == most }
    // The numbers of a register are in more data sets than letters.
    let numbered = widest.first { group in ["cow", "gw"].contains(Self.scheme(of: group.name) ?? "") }
    guard let chosen = numbered ?? widest.first else { return }
    actors = chosen.columns
    guard actors.count == 1 else { return }
    for group in groups where group.columns.count == 1 {
      if let scheme = Self.scheme(of: plain[group.columns[0]]) {
        identifiers.append((scheme, group.columns[0]))
      }
    }
  }

  // MARK: Names

  private mutating func findNames() {
    func isText(_ column: Int) -> Bool { [.name, .text, .codes, .id].contains(table.columns[column].kind) }
    let named = plain.indices.filter {
      MappingNames.isName(plain[$0]) && isText($0) && !actors.contains($0) && $0 != agreement && $0 != event
    }
    let states = named.filter { column in
      ["state", "country", "land", "actor", "member"].contains { plain[column].contains($0) }
    }
    actorName =
      states.first
      ?? plain.indices.first {
        actors.count == 1 && ["country", "state"].contains(plain[$0]) && table.columns[$0].kind == .name
          && !actors.contains($0)
      }
    name = named.first { !states.contains($0) }
    if actors.count == 1, agreement == nil, event == nil, actorName == nil { (actorName, name) = (name, nil) }
    kind = plain.indices.first { column in
      [.codes, .name].contains(table.columns[column].kind) && table.columns[column].distinct <= 12
        && ["typeagree", "type", "kind", "treaty_type", "agreement_type", "typ", "art"].contains(
          plain[column])
    }
  }

  // MARK: Dates

  private mutating func findDates() {
    var parts: [(rest: String, columns: [MappingNames.Part: Int])] = []
    for column in plain.indices {
      guard let (part, rest) = MappingNames.stem(of: plain[column]),
        [.year, .month, .day, .number, .codes, .flag].contains(table.columns[column].kind)
      else { continue }
      if let known = parts.firstIndex(where: { $0.rest == rest }) {
        if parts[known].columns[part] == nil { parts[known].columns[part] = column }
      } else {
        parts.append((rest, [part: column]))
      }
    }
    for (rest, columns) in parts {
      guard let year = columns[.year] else { continue }
      let meaning = MappingNames.meaning(of: rest)
      let isOfMember = Self.isOfMember(rest)
      if columns[.month] == nil {
        if rest.isEmpty { yearly = year } else { add(meaning, inFlow(year), [year], "year", isOfMember) }
        continue
      }
      let places = [columns[.year], columns[.month], columns[.day]].compactMap(\.self)
      let words = zip(["year", "month", "day"], places).map { "\($0): \(inFlow($1))" }
      add(meaning, "{ \(words.joined(separator: ", ")) }", places, nil, isOfMember)
    }
    for column in plain.indices where table.columns[column].kind == .date {
      add(
        MappingNames.meaning(of: plain[column]), inFlow(column), [column], table.columns[column].style,
        Self.isOfMember(plain[column]))
    }
    for column in plain.indices
    where table.columns[column].kind == .year && !dates.contains(where: { $0.columns.contains(column) }) {
      guard yearly != column, MappingNames.stem(of: plain[column]) == nil,
        let meaning = MappingNames.meaning(of: plain[column])
      else { continue }
      add(meaning, inFlow(column), [column], "year", Self.isOfMember(plain[column]))
    }
  }

  private mutating func add(
    _ meaning: MappingNames.Meaning?, _ value: String, _ columns: [Int], _ style: String?, _ isOfMember: Bool
  ) {
    dates.append(
      Dated(meaning: meaning, value: value, columns: columns, style: style, isOfMember: isOfMember))
  }

  private static func isOfMember(_ name: String) -> Bool {
    ["state", "mem", "party", "actor", "country"].contains { name.hasPrefix($0) }
  }

  /// The name of a column as a mapping writes it between braces.
  func inFlow(_ column: Int) -> String {
    YAMLScalars.inline(table.columns[column].name, inFlow: true, isWord: false)
  }
}
