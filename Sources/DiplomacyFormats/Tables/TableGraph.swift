import Chronology
import Diplomacy

/// Makes entities and statements of what the tables of a graph file say.
struct TableGraph {
  private let pools: TablePools
  private var rows: TableRows
  private let declared: [String: Category?]
  private let language: String

  /// The entities that the graph file does not declare itself, in the order in which tables name them.
  private(set) var entities: [Entity] = []
  /// What tables say of those that it does.
  private(set) var additions: [EntityID: Entity] = [:]
  private(set) var statements: [Statement] = []
  /// The names that they were given.
  private(set) var names = StatementNames()
  private(set) var sources: [Source] = []
  private(set) var readings: [Reading] = []

  private var drafts: [Entity?]
  /// The acts of each agreement: its own, and those of its members.
  private var acts: [[Act]]
  /// The first day of each agreement.
  private var beginnings: [Moment]
  private var sourceIDs: [Int32: SourceID] = [:]
  private var readingIDs: [Int32: ReadingID] = [:]
  private var knownSources: Set<SourceID> = []

  var oddities: TableOddities { rows.oddities }
  var isRefused: Bool { rows.isRefused }

  init(_ loader: TableLoader, declared: [String: Category?], language: String) {
    pools = loader.pools
    rows = TableRows(loader.pools, loader.tables, loader.items, loader.oddities)
    (self.declared, self.language) = (declared, language)
    let count = loader.pools.entities.count
    drafts = [Entity?](repeating: nil, count: count)
    acts = [[Act]](repeating: [], count: count)
    beginnings = [Moment](repeating: .distantFuture, count: count)
  }

  /// Makes everything.
  mutating func make() {
    readSources()
    readEntities()
    readLinks()
    readActs()
    finish()
  }

  // MARK: Attestation

  private func text(_ number: Int32) -> String? { number < 0 ? nil : pools.texts[Int(number)] }
  private func date(_ number: Int32) -> HistoricalDate? { number < 0 ? nil : pools.dates[Int(number)] }

  private func localized(_ number: Int32) -> LocalizedText? {
    text(number).map { LocalizedText($0, language: language) }
  }

  private mutating func attestation(_ record: TableRows.Record) -> Attestation {
    var attestation = Attestation()
    let citation = rows.value(.citation, record)
    if citation >= 0 {
      let locator =
        text(rows.value(.locator, record))
        ?? rows.table(record).locatorStem + String(rows.row(record) + 1)
      attestation.citations = [Citation(source: source(citation), locator: locator)]
    }
    attestation.note = text(rows.value(.note, record))
    if let word = text(rows.value(.certainty, record)) { attestation.certainty = Certainty(rawValue: word) }
    let reading = rows.value(.reading, record)
    if reading >= 0 { attestation.readings = [self.reading(reading)] }
    return attestation
  }

  private mutating func source(_ number: Int32) -> SourceID {
    if let id = sourceIDs[number] { return id }
    let name = pools.texts[Int(number)]
    let id = SourceID(TableEntities.word(name, "source"))
    sourceIDs[number] = id
    // What neither the file nor a row describes goes by its name.
    if declared[name] == nil, knownSources.insert(id).inserted {
      sources.append(Source(id: id, title: LocalizedText(name, language: language)))
    }
    return id
  }

  private mutating func reading(_ number: Int32) -> ReadingID {
    if let id = readingIDs[number] { return id }
    let name = pools.texts[Int(number)]
    let id = ReadingID(TableEntities.word(name, "reading"))
    readingIDs[number] = id
    if declared[name] == nil {
      readings.append(Reading(id: id, title: LocalizedText(name, language: language)))
    }
    return id
  }

  /// The reading of one of several contradictory rows.
  static func variantReading(_ number: Int) -> ReadingID {
    let words = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    ]
    return ReadingID(number <= words.count ? "\(words[number - 1])-row" : "row-\(number)")
  }

  // MARK: Sources

  private mutating func readSources() {
    for item in rows.items where item.item.section == .source {
      for record in 0..<item.count {
        let name = pools.texts[Int(item.value(.id, record))]
        let id = SourceID(TableEntities.word(name, "source"))
        guard declared[name] == nil, knownSources.insert(id).inserted else { continue }
        var source = Source(
          id: id, title: localized(item.value(.title, record)) ?? LocalizedText(name, language: language))
        source.kind = text(item.value(.kind, record))
        source.author = text(item.value(.author, record))
        source.publisher = text(item.value(.publisher, record))
        source.url = text(item.value(.url, record))
        source.note = text(item.value(.note, record))
        source.date = date(item.value(.date, record))
        sources.append(source)
      }
    }
  }

  // MARK: Entities

  private mutating func readEntities() {
    var chains = [[TableRows.Record]](repeating: [], count: pools.entities.count)
    var order: [Int] = []
    for (index, item) in rows.items.enumerated() {
      guard case .entity = item.item.section else { continue }
      for record in 0..<item.count {
        let entity = Int(item.value(.id, record))
        if chains[entity].isEmpty { order.append(entity) }
        chains[entity].append(TableRows.Record(item: Int32(index), record: Int32(record)))
        pools.entities.isDeclared[entity] = true
      }
    }
    for entity in order { readEntity(entity, chains[entity]) }
  }

  private mutating func readEntity(_ number: Int, _ given: [TableRows.Record]) {
    let category = pools.entities.categories[number]
    let records = tellOtherNames(given, category)
    guard let first = records.first else { return }
    var name: Int32 = -1
    for record in records where name < 0 { name = rows.value(.name, record) }
    let kind = text(rows.value(.kind, first)).map { EntityKind(category, TableEntities.word($0, "kind")) }
    var entity = Entity(
      id: pools.entities.ids[number], kind: kind ?? EntityKind.core(category)[0],
      name: localized(name) ?? LocalizedText(pools.entities.names[number], language: language),
      shortName: localized(rows.value(.shortName, first)), attestation: attestation(first))
    for record in records { addNamed(record, to: &entity) }
    let merged = rows.merge(records, isDivided: category == .actor || category == .territory)
    for one in merged { add(one, to: &entity, number) }
    if category == .actor || category == .territory, entity.existence.count == 1 {
      (entity.when, entity.existence) = (entity.existence[0].date, [])
    }
    drafts[number] = entity
  }

  /// Tells rows of one id that have other names. Of agreements and events they are left out, being others.
  private mutating func tellOtherNames(_ records: [TableRows.Record], _ category: Category) -> [TableRows
    .Record]
  {
    guard records.count > 1 else { return records }
    var names: [Int32] = []
    var kept: [TableRows.Record] = []
    for record in records {
      let name = rows.value(.name, record)
      if name < 0 || names.isEmpty || names[0] == name {
        if name >= 0, names.isEmpty { names.append(name) }
        kept.append(record)
        continue
      }
      let isKept = category == .actor || category == .territory
      if isKept { kept.append(record) }
      if names.contains(name) { continue }
      // Rows of other things repeat a name as often as they like.
      names.append(name)
      let (table, first) = (rows.table(record), rows.table(records[0]))
      let line = first.place(rows.row(records[0])).line
      let (own, other) = (pools.texts[Int(name)], pools.texts[Int(names[0])])
      let id = pools.entities.names[Int(rows.value(.id, record))]
      let place = table.place(rows.row(record))
      rows.oddities.note(.duplicateID) {
        TableOddity(
          kind: .duplicateID, file: table.source.file, place: place, column: "", found: id,
          message:
            "'\(Node.shortened(id))' is '\(Node.shortened(other))' on line \(line) and '\(Node.shortened(own))' here; \(isKept ? "the first name is kept" : "this row is left out")."
        )
      }
    }
    return kept
  }

  /// Takes the identifiers, attributes and terms of a record, where the entity has none yet.
  private func addNamed(_ record: TableRows.Record, to entity: inout Entity) {
    let item = rows.items[Int(record.item)]
    for (place, slot) in item.slots.enumerated() {
      guard let name = slot.slot.name, let value = text(item.value(at: place, Int(record.record))) else {
        continue
      }
      if slot.slot.key == "identifiers" {
        let identifier = ExternalIdentifier(register: name, value: value)
        if !entity.identifiers.contains(identifier) { entity.identifiers.append(identifier) }
      } else if !entity.attributes.contains(where: { $0.name == name }) {
        entity.attributes.append(Attribute(name, AttributeValue(cell: value)))
      }
    }
    func period(_ key: ItemRows.Key) -> Period? { text(rows.value(key, record)).flatMap { try? Period($0) } }
    let terms = Terms(
      duration: period(.duration), notice: period(.notice),
      renewal: text(rows.value(.renewal, record)) == "indefinite"
        ? .indefinite : period(.renewal).map { .each($0) })
    if terms != Terms(), entity.life?.terms.isEmpty == true { entity.life?.terms = [terms] }
  }

  private mutating func add(_ merged: TableRows.Merged, to entity: inout Entity, _ number: Int) {
    let attestation = attestation(merged.record)
    func attested(_ slot: Int) -> Attestation { Self.attested(attestation, merged, slot) }
    if merged.hasSpan {
      for span in spans(merged) {
        switch entity.category {
        case .actor, .territory: entity.existence.append(Existence(date: span, attestation: attested(0)))
        case .event: entity.when = entity.when ?? span
        case .agreement:
          entity.life?.statedInForce.append(InForce(date: span, attestation: attested(0)))
          beginnings[number] = min(beginnings[number], span.earliest)
        }
      }
    }
    for (index, kind) in rows.acts.enumerated() {
      let slot = index + TableRows.dateKeys.count
      guard let date = date(merged.dates[slot]) else { continue }
      acts[number].append(Act(kind: kind, date: date, attestation: attested(slot)))
      if kind == .signature || kind == .entryIntoForce {
        beginnings[number] = min(beginnings[number], date.earliest)
      }
    }
  }

  /// The attestation of what a slot says: under a reading of its own where it is contested.
  private static func attested(_ attestation: Attestation, _ merged: TableRows.Merged, _ slot: Int)
    -> Attestation
  {
    let isContested =
      slot == 0 ? merged.contested & 0b111 != 0 : slot < 32 && merged.contested & (1 << slot) != 0
    guard merged.variant > 0, isContested else { return attestation }
    var own = attestation
    own.readings = [variantReading(merged.variant)]
    return own
  }

  /// When what a record tells of held.
  private mutating func spans(_ merged: TableRows.Merged) -> [HistoricalDate] {
    if !merged.spans.isEmpty { return merged.spans.compactMap(date) }
    if let when = date(merged.dates[2]) { return [when] }
    let (start, end) = (merged.dates[0], merged.dates[1])
    if start < 0, end < 0 { return [] }
    let item = rows.items[Int(merged.record.item)].item
    if let span = pools.span(from: start, until: end, isHalfOpen: item.isHalfOpen) {
      return [pools.dates[Int(span)]]
    }
    tellEnd(merged)
    return pools.span(from: start, until: TablePools.Code.missing, isHalfOpen: false).map {
      [pools.dates[Int($0)]]
    } ?? []
  }

  private mutating func tellEnd(_ merged: TableRows.Merged) {
    tell(.endBeforeBeginning, merged.record, slot: 1) { found, pools in
      let start = pools.dates[Int(merged.dates[0])].text
      return "found the end '\(found)' before the beginning '\(start)'; it is read without its end."
    }
  }

  private mutating func tell(
    _ kind: TableOddity.Kind, _ record: TableRows.Record, slot: Int, _ message: (String, TablePools) -> String
  ) {
    let table = rows.table(record)
    let column = rows.mainColumn(slot, record, table.source)
    let (row, found) = (rows.row(record), date(rows.dates(record)[slot])?.text ?? "")
    rows.oddities.note(kind) {
      TableOddity(
        kind: kind, file: table.source.file,
        place: column.map { table.source.place(of: $0, in: table.marks[Int(row)]) } ?? table.place(row),
        column: column.map { table.source.columns[$0] } ?? "", found: found, message: message(found, pools))
    }
  }

  // MARK: Links

  private struct LinkKey: Hashable {
    let ends: UInt64
    let rest: UInt64
  }

  private mutating func readLinks() {
    let unknown = UnknownIDs(rows, pools)
    var records: [TableRows.Record] = []
    var heads: [LinkKey: Int32] = [:]
    var tails: [Int32] = []
    var next: [Int32] = []
    for (index, item) in rows.items.enumerated() where item.item.section == .link {
      for record in 0..<item.count {
        let reference = TableRows.Record(item: Int32(index), record: Int32(record))
        var (subject, object) = (item.value(.subject, record), item.value(.object, record))
        if unknown.mayBe(subject, object), !rows.isKnown(subject, object, reference, unknown) { continue }
        if item.item.isSymmetric, subject > object { swap(&subject, &object) }
        let key = LinkKey(
          ends: UInt64(UInt32(subject)) << 32 | UInt64(UInt32(object)),
          rest: UInt64(UInt32(bitPattern: item.value(.role, record))) << 32
            | UInt64(UInt32(bitPattern: item.value(.reading, record))))
        let number = Int32(records.count)
        records.append(reference)
        next.append(-1)
        if let head = heads[key] {
          next[Int(tails[Int(head)])] = number
          tails[Int(head)] = number
          tails.append(-1)
        } else {
          heads[key] = number
          tails.append(number)
        }
      }
    }
    statements.reserveCapacity(heads.count)
    for number in records.indices where tails[number] >= 0 {
      var group = [records[number]]
      var following = next[number]
      while following >= 0 {
        group.append(records[Int(following)])
        following = next[Int(following)]
      }
      for merged in rows.merge(group, isDivided: true) { addLink(merged) }
    }
  }

  private mutating func addLink(_ merged: TableRows.Merged) {
    let item = rows.items[Int(merged.record.item)]
    let record = Int(merged.record.record)
    let (subject, object) = (item.value(.subject, record), item.value(.object, record))
    let role = Role(TableEntities.word(pools.texts[Int(item.value(.role, record))], "role"))
    let categories = (pools.entities.categories[Int(subject)], pools.entities.categories[Int(object)])
    guard role.ends == nil || role.fits(categories.0, categories.1) else {
      tellRole(role, categories, merged.record)
      return
    }
    let (subjectID, objectID) = (pools.entities.ids[Int(subject)], pools.entities.ids[Int(object)])
    let attestation = attestation(merged.record)
    let weight = item.value(.weight, record)
    func statement(_ when: HistoricalDate?) -> Statement {
      Statement(
        id: name(role, subjectID, objectID), subject: subjectID, role: role, object: objectID, when: when,
        attestation: Self.attested(attestation, merged, 0),
        weight: weight < 0 ? nil : max(0, pools.numbers[Int(weight)]))
    }
    if merged.hasSpan {
      let spans = spans(merged)
      if spans.isEmpty { statements.append(statement(nil)) }
      for span in spans { statements.append(statement(span)) }
    }
    guard categories.1 == .agreement else { return }
    var isEarly = false
    for (index, kind) in rows.acts.enumerated() {
      let slot = index + TableRows.dateKeys.count
      guard let date = date(merged.dates[slot]) else { continue }
      acts[Int(object)].append(
        Act(
          kind: kind, date: date, by: [subjectID], attestation: Self.attested(attestation, merged, slot)))
      if !isEarly { isEarly = tellEarly(merged, slot, Int(object)) }
    }
    if !isEarly { _ = tellEarly(merged, 0, Int(object)) }
  }

  /// An id that nobody has.
  private mutating func name(_ role: Role, _ subject: EntityID, _ object: EntityID) -> StatementID {
    let declared = declared
    func isTaken(_ name: String) -> Bool { declared[name] != nil }
    let (subject, object) = (subject.rawValue, object.rawValue)
    // Put together as ``StatementNames`` does, but faster.
    guard role.name.utf8.count + subject.utf8.count + object.utf8.count <= 400 else {
      return StatementID(names.name(role, subject, object, isTaken: isTaken))
    }
    return StatementID(names.unique(role.name + "." + subject + "." + object, isTaken: isTaken))
  }

  /// Tells a member that was there before the agreement.
  private mutating func tellEarly(_ merged: TableRows.Merged, _ slot: Int, _ agreement: Int) -> Bool {
    guard merged.dates[slot] >= 0, beginnings[agreement] < .distantFuture,
      pools.dates[Int(merged.dates[slot])].latest < beginnings[agreement]
    else {
      return false
    }
    let (first, name) = (beginnings[agreement], pools.entities.names[agreement])
    tell(.memberBeforeBeginning, merged.record, slot: slot) { found, _ in
      "found '\(found)' for a member of '\(Node.shortened(name))', which began on \(first.day); it is read as it stands."
    }
    return true
  }

  private mutating func tellRole(_ role: Role, _ categories: (Category, Category), _ record: TableRows.Record)
  {
    let table = rows.table(record)
    let place = table.place(rows.row(record))
    let expected = role.ends?.map(\.description).joined(separator: ", or ") ?? ""
    rows.oddities.note(.unknownWord) {
      TableOddity(
        kind: .unknownWord, file: table.source.file, place: place, column: "", found: role.name,
        message:
          "the role '\(role)' joins \(expected); found \(categories.0.withArticle) to \(categories.1.withArticle). The row is left out."
      )
    }
  }

  // MARK: Acts

  private mutating func readActs() {
    let unknown = UnknownIDs(rows, pools)
    for (index, item) in rows.items.enumerated() where item.item.section == .act {
      var last: (row: Int32, agreement: Int)?
      for record in 0..<item.count {
        let reference = TableRows.Record(item: Int32(index), record: Int32(record))
        let (by, agreement) = (item.value(.subject, record), Int(item.value(.object, record)))
        guard rows.isKnown(by, Int32(agreement), reference, unknown) else { continue }
        let actor = by < 0 ? nil : pools.entities.ids[Int(by)]
        // Several actors of one row did one thing together.
        if let last, last.row == item.rows[record], last.agreement == agreement, let actor {
          acts[agreement][acts[agreement].count - 1].by.append(actor)
          continue
        }
        let kind = Act.Kind(TableEntities.word(pools.texts[Int(item.value(.act, record))], "act"))
        acts[agreement].append(
          Act(
            kind: kind, date: date(item.value(.when, record)), by: [actor].compactMap(\.self),
            attestation: attestation(reference)))
        last = (item.rows[record], agreement)
      }
    }
  }

  // MARK: The end

  private mutating func finish() {
    let own = rows.variants
    if own > 0 {
      for number in 1...own where declared[Self.variantReading(number).rawValue] == nil {
        let id = Self.variantReading(number)
        readings.append(
          Reading(
            id: id,
            title: LocalizedText(
              "Contradictory rows: the \(id.rawValue.replacing("-", with: " "))", language: "en"),
            isDefault: number == 1, question: "contradictory rows"))
      }
    }
    for number in drafts.indices {
      let category = pools.entities.categories[number]
      if drafts[number] == nil, !rows.isUsed(number) { continue }
      var entity =
        drafts[number]
        ?? Entity(
          id: pools.entities.ids[number], kind: EntityKind.core(category)[0],
          name: LocalizedText(pools.entities.names[number], language: language))
      drafts[number] = nil
      if !acts[number].isEmpty {
        entity.life?.acts = acts[number]
        acts[number] = []
      }
      if pools.entities.isInFile[number] { additions[entity.id] = entity } else { entities.append(entity) }
    }
  }
}

extension AttributeValue {
  /// A cell of a table: a number as numbers are written, else a text.
  fileprivate init(cell: String) {
    if let number = Int(cell), String(number) == cell {
      self = .integer(number)
    } else {
      self = .text(cell)
    }
  }
}
