import Diplomacy

/// The ids in rows that nothing declares.
struct UnknownIDs {
  private let pools: TablePools
  /// The categories of which anything is declared: of the others every id would be unknown, and none is told.
  private let categories: Set<Category>

  /// After the entities of all tables were read.
  init(_ rows: TableRows, _ pools: TablePools) {
    self.pools = pools
    let entities = pools.entities
    var categories: Set<Category> = []
    for item in rows.items {
      if case .entity(let category) = item.item.section { categories.insert(category) }
    }
    for number in 0..<entities.count where entities.isInFile[number] {
      categories.insert(entities.categories[number])
    }
    self.categories = categories
  }

  func isUnknown(_ entity: Int32) -> Bool {
    entity >= 0 && !pools.entities.isDeclared[Int(entity)]
      && categories.contains(pools.entities.categories[Int(entity)])
  }

  func mayBe(_ one: Int32, _ other: Int32) -> Bool {
    one >= 0 && !pools.entities.isDeclared[Int(one)] || other >= 0 && !pools.entities.isDeclared[Int(other)]
  }
}

extension TableRows {
  /// Whether the ends of a record stay: unknown ones are told, and go by what the mapping says.
  mutating func isKnown(_ one: Int32, _ other: Int32, _ record: Record, _ unknown: UnknownIDs) -> Bool {
    var isKept = true
    for entity in [one, other] where unknown.isUnknown(entity) {
      let choice = table(record).mapping.unknown
      tellUnknown(entity, entity == one ? .subject : .object, record, choice)
      if choice == .error { isRefused = true }
      if choice != .keep { isKept = false }
    }
    if isKept { for entity in [one, other] where entity >= 0 { used.insert(entity) } }
    return isKept
  }

  /// Whether an entity that no row describes is one of the graph all the same.
  func isUsed(_ entity: Int) -> Bool { used.contains(Int32(entity)) }

  private mutating func tellUnknown(
    _ entity: Int32, _ key: ItemRows.Key, _ record: Record, _ choice: TableMapping.Unknown
  ) {
    let table = table(record)
    let item = items[Int(record.item)]
    let slot = item.places[key.rawValue]
    let name = slot < 0 ? nil : item.slots[slot].slot.values.first?.columns.first?.name
    let column = name.flatMap { table.source.columns.firstIndex(of: $0) }
    let row = row(record)
    let found = pools.entities.names[Int(entity)]
    let category = pools.entities.categories[Int(entity)]
    let advice = advice(on: found, category)
    let outcome =
      switch choice {
      case .keep: "one is made of that name"
      case .leaveOut: "the row is left out"
      case .error: "expected one ('unknown: keep' or 'leave-out' would go on)"
      }
    oddities.note(.unknownID) {
      TableOddity(
        kind: .unknownID, file: table.source.file,
        place: column.map { table.source.place(of: $0, in: table.marks[Int(row)]) } ?? table.place(row),
        column: name ?? "", found: found,
        message:
          "'\(Node.shortened(found))' is not \(category.withArticle) of a table or of the graph file; \(outcome).\(advice)"
      )
    }
  }

  /// For the first few names the nearest one is looked for.
  private mutating func advice(on name: String, _ category: Category) -> String {
    if let known = advised[name] { return known }
    guard advised.count < 20 else { return "" }
    if nearest[category] == nil {
      let entities = pools.entities
      nearest[category] = NearestNames(
        (0..<entities.count).lazy.filter { entities.isDeclared[$0] && entities.categories[$0] == category }
          .map { entities.names[$0] })
    }
    let advice = nearest[category]?.didYouMean(name) ?? ""
    advised[name] = advice
    return advice
  }
}
