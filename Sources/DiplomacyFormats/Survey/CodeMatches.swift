/// How the values of a column stand in a register.
public struct CodeMatch: Sendable {
  /// The scheme that most of them are of: `cow`, `iso3166-1-alpha-3`, …; `name` for names.
  public let scheme: String
  /// How many of the different values are found.
  public let found: Int
  /// Those that are not, the most frequent first, and what each was likely meant for.
  public let unknown: [(value: String, nearest: String?)]
  /// Those that mean several states in the years of the table.
  public let ambiguous: [(value: String, ids: [String])]
  /// The id of each value that was found, where it is another text.
  let ids: [(value: String, id: String)]

  /// `iso3166-1-alpha-3: 268 of 270 found; not found: XKX (XKK?), ZZZ`.
  /// - Parameter most: So many values of each sort are named at most.
  public func words(most: Int) -> String {
    func list(_ words: [String]) -> String {
      words.prefix(most).joined(separator: ", ")
        + (words.count > most ? " and \(words.count - most) more" : "")
    }
    var text = "\(scheme): \(found) of \(found + unknown.count) found"
    if !unknown.isEmpty {
      text += "; not found: " + list(unknown.map { "\($0.value)\($0.nearest.map { " (\($0)?)" } ?? "")" })
    }
    if !ambiguous.isEmpty {
      text +=
        "; several states in these years: "
        + list(ambiguous.map { "\($0.value) (\($0.ids.joined(separator: " or ")))" })
    }
    return text
  }
}

extension TableFolder {
  /// Finds out of which schemes the columns are that name states, and which of their values the register does not have.
  /// - Complexity: O(*n*) for *n* different values and schemes, besides the nearest names of what was not found.
  public mutating func match(_ codes: CodeTable) {
    for table in tables.indices {
      let years = tables[table].years
      for column in tables[table].columns.indices {
        let seen = tables[table].columns[column]
        guard [.id, .name, .codes].contains(seen.kind), !seen.isOverfull, 1...5000 ~= seen.distinct else {
          continue
        }
        tables[table].columns[column].codes = Self.match(seen, codes, years)
      }
    }
  }

  private static func match(_ column: SurveyedColumn, _ codes: CodeTable, _ years: ClosedRange<Int>?)
    -> CodeMatch?
  {
    let plain = TableHeader.plain(column.name)
    let hint = TableRoles.scheme(of: plain)
    let isNumeric = column.values.allSatisfy { Int($0) != nil }
    var best: (scheme: String, found: Int)?
    for scheme in codes.schemes + [CodeTable.names] {
      let found = column.values.count { !codes.rows(of: $0, in: scheme).isEmpty }
      // Of schemes that fit alike, the name of the column says which is meant.
      if found > 0, found > best?.found ?? 0 || found == best?.found && scheme == hint {
        best = (scheme, found)
      }
    }
    guard let best, best.found * 2 >= column.distinct, best.found > 1 || best.scheme == hint else {
      return nil
    }
    // Small numbers stand in every list of codes.
    if isNumeric, hint == nil, !MappingNames.actorIDs.contains(MappingNames.bare(plain)) { return nil }
    return match(column, codes, best.scheme, years)
  }

  private static func match(
    _ column: SurveyedColumn, _ codes: CodeTable, _ scheme: String, _ years: ClosedRange<Int>?
  ) -> CodeMatch {
    var (found, unknown, ambiguous, ids):
      (Int, [(String, String?)], [(String, [String])], [(String, String)]) = (0, [], [], [])
    for value in column.values {
      let rows = codes.rows(of: value, in: scheme)
      if rows.isEmpty {
        unknown.append((value, unknown.count < 200 ? codes.nearest(to: value, in: scheme) : nil))
        continue
      }
      found += 1
      let dated = years.map { years in rows.filter { codes.holds($0, in: years) } } ?? rows
      var meant: [String] = []
      for row in dated.isEmpty ? rows : dated where !meant.contains(codes.rows[row].id) {
        meant.append(codes.rows[row].id)
      }
      if meant.count > 1 {
        ambiguous.append((value, meant))
      } else if meant[0] != value {
        ids.append((value, meant[0]))
      }
    }
    return CodeMatch(scheme: scheme, found: found, unknown: unknown, ambiguous: ambiguous, ids: ids)
  }
}

extension SurveyedTable {
  /// The years that its dates span; nil where it has none.
  var years: ClosedRange<Int>? {
    var (first, last): (Int, Int) = (.max, .min)
    for column in columns where column.kind == .date || column.kind == .year {
      for value in column.values {
        guard let year = DateShape.year(of: value), 800...2200 ~= year else { continue }
        (first, last) = (min(first, year), max(last, year))
      }
    }
    return first <= last ? first...last : nil
  }
}
