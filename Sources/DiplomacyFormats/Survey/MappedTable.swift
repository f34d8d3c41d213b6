/// What a row of a table gives, in the keys of `tables:`.
struct MappedTable {
  let roles: TableRoles
  /// What each row gives, with what of it stands where.
  private(set) var items: [(key: String, pairs: [(key: String, value: String)])] = []
  /// The columns that are mapped.
  private(set) var used: Set<Int> = []
  /// How most columns of dates are written.
  private(set) var style: String?
  /// Texts that stand for no value in the columns of dates.
  private(set) var missing: [String] = []

  init(_ roles: TableRoles) {
    self.roles = roles
    style = mostFrequentStyle()
    map()
    let dated = used.intersection(roles.dates.flatMap(\.columns))
    var texts: Set<String> = []
    for column in dated {
      texts.formUnion(roles.table.columns[column].missing)
      for suspicion in roles.table.columns[column].suspicions where suspicion.what == "no end?" {
        texts.insert(suspicion.sample)
      }
    }
    missing = texts.sorted()
  }

  private func mostFrequentStyle() -> String? {
    var counts: [String: Int] = [:]
    for date in roles.dates { if let style = date.style, style != "year" { counts[style, default: 0] += 1 } }
    // A set has ranges in some of its columns only: all are read so.
    if counts["messydates"] != nil, counts["edtf"] != nil { return "messydates" }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      ?? (roles.dates.contains { $0.style == "year" } ? "year" : nil)
  }

  // MARK: Rows

  private mutating func map() {
    let isKey = roles.agreement.map { roles.table.columns[$0].isKey } ?? false
    if let agreement = roles.agreement, isKey || roles.actors.isEmpty {
      mapAgreements(agreement)
    } else if let agreement = roles.agreement {
      mapMemberships("agreement", agreement)
    } else if let event = roles.event, !roles.actors.isEmpty {
      mapMemberships("event", event)
    } else if let event = roles.event {
      mapEvents(event, dates: roles.dates)
    } else if roles.isOfDeeds {
      mapDeeds()
    } else if roles.actors.count > 1 {
      mapActorsOf()
      mapLinks()
    } else if let actor = roles.actors.first {
      mapActors(actor)
    }
  }

  private mutating func take(_ column: Int) -> String {
    used.insert(column)
    return roles.inFlow(column)
  }

  /// A column of actors; where a register knows its codes by other ids, with the map to these.
  private mutating func takeActor(_ column: Int) -> String {
    let word = take(column)
    guard let ids = roles.table.columns[column].codes?.ids, !ids.isEmpty else { return word }
    let pairs = ids.map { "\(Self.word($0.value)): \(Self.word($0.id))" }
    return "{ column: \(word), values: { \(pairs.joined(separator: ", ")) } }"
  }

  private static func word(_ text: String) -> String { YAMLScalars.inline(text, inFlow: true, isWord: false) }

  private mutating func takeActors() -> String {
    if roles.actors.count == 1 { return takeActor(roles.actors[0]) }
    let names = roles.actors.map { roles.table.columns[$0].name }
    let words = roles.actors.map { takeActor($0) }
    // Many columns of one name are one with a star.
    let start = names[0].prefix { !$0.isNumber }
    let hasMaps = roles.actors.contains { roles.table.columns[$0].codes?.ids.isEmpty == false }
    if names.count > 2, !start.isEmpty, !hasMaps,
      names.allSatisfy({ $0.hasPrefix(start) && $0.dropFirst(start.count).allSatisfy(\.isNumber) })
    {
      let isAlone = roles.table.columns.count { $0.name.hasPrefix(start) } == names.count
      if isAlone { return YAMLScalars.quoted("\(start)*") }
    }
    return "[\(words.joined(separator: ", "))]"
  }

  private mutating func mapAgreements(_ agreement: Int) {
    var pairs = [("id", take(agreement))]
    if let name = roles.name { pairs.append(("name", take(name))) }
    if let kind = roles.kind { pairs.append(("kind", kindMap(kind))) }
    if !roles.actors.isEmpty {
      mapActorsOf()
      pairs.append(("parties", takeActors()))
    }
    let hasActs = roles.dates.contains { $0.meaning == .signed || $0.meaning == .inForce }
    pairs += take(roles.dates) { meaning in
      hasActs && meaning == .until ? "ended" : meaning.rawValue
    }
    if hasActs { pairs.removeAll { $0.0 == "from" } }
    if !pairs.contains(where: { $0.0 == "signed" || $0.0 == "from" || $0.0 == "in-force" }),
      let year = roles.yearly
    {
      pairs.append(
        roles.table.columns[agreement].isKey
          ? ("signed", "{ column: \(take(year)), dates: year }") : ("years", take(year)))
    }
    items.append(("agreements", Self.ordered(pairs)))
  }

  private mutating func mapMemberships(_ key: String, _ thing: Int) {
    mapActorsOf()
    let own = roles.dates.filter(\.isOfMember)
    if key == "agreement", roles.table.columns[thing].joins.isEmpty {
      var pairs = [("id", take(thing))]
      if let name = roles.name { pairs.append(("name", take(name))) }
      if let kind = roles.kind { pairs.append(("kind", kindMap(kind))) }
      // What is not the members' own is the agreement's.
      if !own.isEmpty {
        pairs += take(roles.dates.filter { !$0.isOfMember }) { $0 == .ended ? "until" : $0.rawValue }
      }
      items.append(("agreements", Self.ordered(pairs)))
    }
    if key == "event" { mapEvents(thing, dates: []) }
    var pairs = [("actor", takeActors()), (key, take(thing))]
    let dates = own.isEmpty ? roles.dates : own
    let hasEnd = dates.contains { $0.meaning == .until || $0.meaning == .ended }
    let hasStart = dates.contains { $0.meaning == .from }
    pairs += take(dates) { meaning in
      if meaning == .inForce, hasEnd, !hasStart { return "from" }
      return meaning == .ended ? "until" : meaning.rawValue
    }
    if let year = roles.yearly, !pairs.contains(where: { $0.0 == "from" }) {
      pairs.append(("years", take(year)))
    }
    items.append(("memberships", Self.ordered(pairs)))
  }

  /// The actors that rows name, so that they are known.
  private mutating func mapActorsOf() {
    var pairs = [(key: "id", value: takeActors())]
    if roles.actors.count == 1 {
      if let name = roles.actorName { pairs.append(("name", take(name))) }
      if let identifiers = takeIdentifiers() { pairs.append(("identifiers", identifiers)) }
    }
    items.append(("actors", pairs))
  }

  /// Pairs, their dates in the order in which they come about.
  private static func ordered(_ pairs: [(String, String)]) -> [(key: String, value: String)] {
    let order = ["signed", "ratified", "in-force", "from", "denounced", "until", "ended"]
    let dated = pairs.filter { order.contains($0.0) }.sorted {
      (order.firstIndex(of: $0.0) ?? 0) < (order.firstIndex(of: $1.0) ?? 0)
    }
    let first = pairs.firstIndex { order.contains($0.0) } ?? pairs.count
    let rest = pairs.filter { !order.contains($0.0) }
    return (rest.prefix(first) + dated + rest.dropFirst(first)).map { (key: $0.0, value: $0.1) }
  }

  private mutating func takeIdentifiers() -> String? {
    var identifiers = roles.identifiers
    // What a register knows goes before what a name suggests.
    if let scheme = roles.table.columns[roles.actors[0]].codes?.scheme, scheme != CodeTable.names {
      identifiers.removeAll { $0.column == roles.actors[0] || $0.scheme == scheme }
      identifiers.insert((scheme, roles.actors[0]), at: 0)
    }
    guard !identifiers.isEmpty else { return nil }
    var words: [String] = []
    for (scheme, column) in identifiers { words.append("\(scheme): \(take(column))") }
    return "{ \(words.joined(separator: ", ")) }"
  }

  private mutating func mapActors(_ actor: Int) {
    var pairs = [("id", takeActor(actor))]
    if let name = roles.actorName { pairs.append(("name", take(name))) }
    if let identifiers = takeIdentifiers() { pairs.append(("identifiers", identifiers)) }
    pairs += take(roles.dates) { $0 == .from ? "from" : $0 == .until || $0 == .ended ? "until" : nil }
    if let year = roles.yearly, !pairs.contains(where: { $0.0 == "from" }) {
      pairs.append(("years", take(year)))
    }
    items.append(("actors", pairs.map { (key: $0.0, value: $0.1) }))
  }

  private mutating func mapEvents(_ event: Int, dates: [TableRoles.Dated]) {
    var pairs = [("id", take(event))]
    if let name = roles.name { pairs.append(("name", take(name))) }
    pairs += take(dates) { $0 == .from ? "from" : $0 == .until || $0 == .ended ? "until" : nil }
    if pairs.count == 1 + (roles.name == nil ? 0 : 1), let date = dates.first(where: { $0.meaning == nil }) {
      pairs.append(("when", take(date)))
    }
    items.append(("events", pairs.map { (key: $0.0, value: $0.1) }))
  }

  /// What one actor does to another, an event a row.
  private mutating func mapDeeds() {
    mapActorsOf()
    let columns = roles.table.columns
    let key = columns.indices.first {
      columns[$0].kind == .id && columns[$0].isKey && !used.contains($0) && roles.territory != $0
    }
    let ends = roles.actors.map { takeActor($0) }
    var pairs = key.map { [("id", take($0))] } ?? []
    if key == nil {
      let parts = (roles.actors + [roles.yearly].compactMap(\.self)).map { "{\(columns[$0].name)}" }
      pairs = [("id", "{ template: \(YAMLScalars.quoted(parts.joined(separator: "-"))) }")]
    }
    pairs += [("agents", ends[0]), ("targets", ends[1])]
    if let territory = roles.territory { pairs.append(("place", take(territory))) }
    if let date = roles.dates.first(where: { $0.meaning == nil }) ?? roles.dates.first {
      pairs.append(("when", take(date)))
    } else if let year = roles.yearly {
      pairs.append(("when", "{ column: \(take(year)), dates: year }"))
    }
    items.append(("events", pairs.map { (key: $0.0, value: $0.1) }))
  }

  private mutating func mapLinks() {
    var pairs = [
      ("subject", takeActor(roles.actors[0])), ("role", "{ value: link }"),
      ("object", takeActor(roles.actors[1])),
    ]
    pairs += take(roles.dates) { $0 == .from ? "from" : $0 == .until || $0 == .ended ? "until" : nil }
    let isDated = pairs.contains { $0.0 == "from" }
    if !isDated, let date = roles.dates.first(where: { $0.meaning == nil }) {
      pairs.append(("when", take(date)))
    } else if !isDated, let year = roles.yearly {
      pairs.append(("years", take(year)))
    }
    items.append(("links", pairs.map { (key: $0.0, value: $0.1) }))
  }

  // MARK: Values

  /// The dates with a meaning, of several of one meaning the first.
  private mutating func take(
    _ dates: [TableRoles.Dated], as key: (MappingNames.Meaning) -> String?
  ) -> [(String, String)] {
    var pairs: [(String, String)] = []
    for date in dates {
      guard let meaning = date.meaning, let key = key(meaning), !pairs.contains(where: { $0.0 == key }) else {
        continue
      }
      pairs.append((key, take(date)))
    }
    return pairs
  }

  private mutating func take(_ date: TableRoles.Dated) -> String {
    used.formUnion(date.columns)
    guard let own = date.style, own != style, !(own == "edtf" && style == "messydates") else {
      return date.value
    }
    return "{ column: \(date.value), dates: \(own) }"
  }

  /// The kinds as words of a graph file: `Agreement` as `agreement`.
  private mutating func kindMap(_ column: Int) -> String {
    let values = roles.table.columns[column].values.sorted()
    let words = values.map { value in
      let word = TableHeader.plain(value).map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
      return
        "\(YAMLScalars.inline(value, inFlow: true, isWord: false)): \(YAMLScalars.inline(word, inFlow: true, isWord: true))"
    }
    return "{ column: \(take(column)), values: { \(words.joined(separator: ", ")) } }"
  }
}
