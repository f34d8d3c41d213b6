/// What the names of columns in the data sets of the field mean, small letters and underscores: `all_st_year`, `ccode1`.
enum MappingNames {
  /// A part of a date that has a column of its own.
  enum Part: Hashable, CaseIterable {
    case year, month, day

    /// How the names of such columns end, or begin; the longest first.
    var words: [String] {
      switch self {
      case .year: ["year", "yyyy", "jahr", "yr"]
      case .month: ["month", "mnth", "monat", "mon", "mo", "mm"]
      case .day: ["day", "tag", "da", "dy", "dd", "d"]
      }
    }
  }

  /// The part of a date that a name ends or begins with, and the rest, by which the three belong together.
  static func stem(of name: String) -> (part: Part, rest: String)? {
    let number = String(name.reversed().prefix { $0.isNumber }.reversed())
    let letters = name.dropLast(number.count)
    for part in Part.allCases {
      for word in part.words where letters.hasSuffix(word) {
        let rest = letters.dropLast(word.count)
        // `mand` and `method` are no days.
        guard word.count > 2 || rest.isEmpty || rest.hasSuffix("_") || stems.contains(String(rest)) else {
          continue
        }
        return (part, rest.trimmed + number)
      }
      for word in part.words where word.count > 1 && letters.hasPrefix(word) {
        let rest = letters.dropFirst(word.count)
        guard word.count > 3 || stems.contains(rest.trimmed) else { continue }
        return (part, rest.trimmed + number)
      }
    }
    return nil
  }

  /// What may stand before a short word for a part of a date.
  private static let stems: Set<String> = [
    "st", "end", "beg", "begin", "start", "s", "e", "ent", "entry", "exit", "force", "sign", "ratif", "b",
    "f", "ex", "mem_st", "mem_end",
    "cens", "birth", "death",
  ]

  static func part(of name: String) -> Part? { stem(of: name)?.part }

  // MARK: Identifiers and names

  /// Whether a name is that of something that rows are named by.
  static func isID(_ name: String) -> Bool {
    let bare = bare(name)
    return actorIDs.contains(bare) || agreementIDs.contains(bare) || eventIDs.contains(bare)
      || territoryIDs.contains(bare)
      || ["id", "code", "key", "no", "nr", "num", "number", "abb", "abbrev", "iso", "cow"].contains {
        bare == $0 || bare.hasSuffix("_\($0)") || bare.hasPrefix("\($0)_")
          || $0.count > 2 && bare.hasSuffix($0)
      }
      || bare.hasSuffix("id") && bare.count > 3
        && !["paid", "valid", "aid", "said", "mid", "avoid"].contains(bare)
  }

  static func isName(_ name: String) -> Bool {
    ["name", "title", "label", "nme", "titel"].contains { name.contains($0) }
  }

  /// A name without the number behind it, and the signs between: `ccode1`, `state_2`, `version4id_2012`.
  static func bare(_ name: String) -> String {
    var name = name[...]
    while let last = name.last, last.isNumber || last == "_" || last == "." { name.removeLast() }
    return name.isEmpty ? "" : String(name)
  }

  static let actorIDs: Set<String> = [
    "ccode", "cow", "cowcode", "cow_code", "stateid", "state_id", "stateabb", "state_abb", "cabb", "abb",
    "state", "country", "countrycode",
    "country_code", "country_id", "countryid", "iso", "iso_a", "gwno", "gw", "gwid", "gwcode", "actor",
    "actorid", "actor_id", "participant",
    "party", "member", "memberid", "mem", "signatory", "land", "staat", "pays", "etat", "gainer",
    "loser", "initiator", "target", "side_a", "side_b", "gwno_a", "gwno_b", "statea", "stateb",
  ]
  static let agreementIDs: Set<String> = [
    "treatyid", "treaty_id", "treaty", "agreementid", "agreement_id", "agreement", "agt_id", "agtid", "agtno",
    "atopid", "version4id",
    "allianceid", "alliance_id", "alliance", "allyid", "ally_num", "manyid", "pact", "pactid", "vertrag",
    "traite",
  ]
  static let eventIDs: Set<String> = [
    "warnum", "war_num", "war", "warno", "warid", "war_id", "dispnum", "disno", "disputeid", "conflict_id",
    "conflictid", "crisno", "event",
    "eventid", "event_id", "warname",
  ]
  static let territoryIDs: Set<String> = [
    "entity", "territory", "territoryid", "region", "terrid", "terr", "gebiet",
  ]

  // MARK: Dates

  /// What the name of a date says of it, in the words of a mapping.
  enum Meaning: String {
    case signed, ratified, inForce = "in-force", from, until, ended, denounced
  }

  /// The meaning of a date's name, or of the rest of it without year, month and day.
  static func meaning(of name: String) -> Meaning? {
    let words: [(Meaning, [String])] = [
      (.signed, ["sign"]), (.ratified, ["ratif"]), (.denounced, ["denounc", "denunc", "withdr", "kundig"]),
      (.inForce, ["force", "kraft", "vigueur"]),
      (.until, ["end", "until", "exit", "stop", "terminus", "bis", "fin", "expir", "close"]),
      (.ended, ["term"]),
      (.from, ["begin", "beg", "start", "from", "entry", "onset", "since", "von", "debut"]),
    ]
    for (meaning, stems) in words where stems.contains(where: { name.contains($0) }) { return meaning }
    // Parts of names that are too short to be looked for everywhere.
    let parts = name.split(separator: "_").map { $0.filter { !$0.isNumber } }
    if parts.contains(where: { ["st", "s", "b", "ent"].contains($0) }) || name == "st" { return .from }
    if parts.contains(where: { ["ex", "e", "to"].contains($0) }) { return .until }
    return nil
  }
}

extension Substring {
  /// Without underscores and points at its ends.
  fileprivate var trimmed: String {
    var text = self
    while let last = text.last, "_.".contains(last) { text.removeLast() }
    while let first = text.first, "_.".contains(first) { text.removeFirst() }
    return String(text)
  }
}
