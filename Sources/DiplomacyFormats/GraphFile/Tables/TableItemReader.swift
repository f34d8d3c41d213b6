import Chronology
import Diplomacy

/// Reads what a mapping of a table makes of each row.
struct TableItemReader {
  var reader: GraphFileReader
  let key: String
  let common: Common
  private(set) var items: [TableMapping.Item] = []

  /// What a table says for all that it makes.
  struct Common {
    var citation: TableMapping.Citation?
    var reading: TableMapping.Value?
    var isHalfOpen: Bool
    var dates: TableDateStyle
  }

  static let sections = [
    "actors", "territories", "agreements", "events", "memberships", "links", "acts", "sources",
  ]

  private static let categories: [String: Category] = [
    "actors": .actor, "territories": .territory, "agreements": .agreement, "events": .event,
  ]

  init(reader: GraphFileReader, key: String, common: Common) {
    (self.reader, self.key, self.common) = (reader, key, common)
  }

  mutating func read(_ node: Node) {
    guard let mapping = reader.findings.mapping(node, "what each row gives, as a mapping") else { return }
    switch key {
    case "memberships": membership(fields(mapping, node, "a membership of a table", TableKeys.membership))
    case "links": link(fields(mapping, node, "a link of a table", TableKeys.link))
    case "acts": act(fields(mapping, node, "an act of a table", TableKeys.act))
    case "sources": source(fields(mapping, node, "a source of a table", TableKeys.source))
    default:
      guard let category = Self.categories[key] else { return }
      let keys = TableKeys.entity(category)
      entity(fields(mapping, node, "\(category.withArticle) of a table", keys), category)
    }
  }

  private mutating func fields(
    _ mapping: Node.Mapping, _ node: Node, _ what: String, _ known: [String]
  ) -> Fields {
    Fields(mapping, place: node.place, what: what, known: known, findings: &reader.findings)
  }

  private mutating func item(_ section: TableMapping.Section, _ fields: Fields) -> TableMapping.Item {
    var item = TableMapping.Item(section: section, place: fields.place)
    item.conditions = reader.conditions(fields["where"])
    item.citation = reader.tableCitation(fields["source"]) ?? common.citation
    item.reading = reader.tableReading(fields["reading"]) ?? common.reading
    item.isHalfOpen = reader.isHalfOpen(fields["ends"]) ?? common.isHalfOpen
    return item
  }

  // MARK: Slots

  /// A value, or a list of one for each that a row gives; of dates outside of such lists, of which the first counts.
  private mutating func slot(
    _ fields: Fields, _ key: String, _ kind: TableMapping.SlotKind, act: Act.Kind? = nil,
    isParallel: Bool = false
  ) -> TableMapping.Slot? {
    guard let field = fields[key] else { return nil }
    return slot(field, kind, style(fields), act: act, isParallel: isParallel)
  }

  private mutating func style(_ fields: Fields) -> TableDateStyle {
    guard let field = fields["dates"] else { return common.dates }
    return reader.findings.choice(field.value, "how dates are written") ?? common.dates
  }

  private mutating func slot(
    _ field: Fields.Field, _ kind: TableMapping.SlotKind, _ style: TableDateStyle, act: Act.Kind? = nil,
    isParallel: Bool = false
  ) -> TableMapping.Slot? {
    var values = members(of: field.value).compactMap { reader.tableValue($0) }
    guard !values.isEmpty else {
      if field.value.sequence?.isEmpty == true {
        reader.findings.error(field.value.place, "found an empty list; expected the name of a column.")
      }
      return nil
    }
    if kind == .date {
      for index in values.indices { values[index].dates = values[index].dates ?? style }
      if values.count > 1, !isParallel {
        values = [TableMapping.Value(form: .first(values), place: field.value.place, dates: style)]
      }
    }
    return TableMapping.Slot(
      key: field.key, kind: kind, values: values, place: field.value.place, act: act)
  }

  private mutating func require(_ key: String, _ fields: Fields, _ what: String) -> Bool {
    if fields[key] != nil { return true }
    reader.findings.error(fields.place, "\(what) has no '\(key)'; expected the name of a column.")
    return false
  }

  /// The spans, remarks and certainties that everything dated may have.
  private mutating func addCommon(_ fields: Fields, to item: inout TableMapping.Item, isParallel: Bool) {
    for key in ["from", "until", "when"] {
      item.slots += [slot(fields, key, .date, isParallel: isParallel)].compactMap(\.self)
    }
    item.slots += [slot(fields, "years", .year)].compactMap(\.self)
    for key in ["note", "certainty"] { item.slots += [slot(fields, key, .text)].compactMap(\.self) }
    item.slots += [slot(fields, "weight", .number)].compactMap(\.self)
    if fields["years"] != nil, let other = fields["from"] ?? fields["until"] ?? fields["when"] {
      reader.findings.error(
        other.keyPlace, "'\(other.key)' stands beside 'years'; expected one of the two.")
    }
  }

  // MARK: Sections

  private mutating func entity(_ fields: Fields, _ category: Category) {
    guard require("id", fields, "\(category.withArticle) of a table"),
      let id = slot(fields, "id", .declared(category))
    else { return }
    var item = item(.entity(category), fields)
    item.slots.append(id)
    let isParallel = id.values.count > 1
    for key in ["name", "short-name", "kind"] {
      item.slots += [slot(fields, key, .text)].compactMap(\.self)
    }
    addCommon(fields, to: &item, isParallel: isParallel)
    if category == .agreement {
      for (key, act) in TableKeys.acts {
        item.slots += [slot(fields, key, .date, act: act, isParallel: isParallel)].compactMap(\.self)
      }
      terms(fields["terms"], &item)
    }
    named(fields["identifiers"], "identifiers", &item)
    named(fields["attributes"], "attributes", &item)
    items.append(item)
    for link in TableKeys.links(category) { self.link(fields, link, category, of: id, item) }
  }

  private mutating func terms(_ field: Fields.Field?, _ item: inout TableMapping.Item) {
    guard let field, let mapping = reader.findings.mapping(field.value, "a mapping with 'duration'") else {
      return
    }
    let fields = fields(mapping, field.value, "the terms of a table", TableKeys.terms)
    for key in TableKeys.terms { item.slots += [slot(fields, key, .period)].compactMap(\.self) }
  }

  /// Identifiers and attributes: a mapping of names to columns, or columns that go by their own names.
  private mutating func named(_ field: Fields.Field?, _ key: String, _ item: inout TableMapping.Item) {
    guard let field, !field.value.isNothing else { return }
    var pairs: [(name: String, value: Node)] = []
    if let mapping = field.value.mapping {
      for (name, value) in mapping {
        let word =
          key == "identifiers" ? reader.findings.word(name, "the name of a register") : name.string
        if let word { pairs.append((word, value)) }
      }
    } else if key == "attributes" {
      for node in members(of: field.value) { if let name = node.string { pairs.append((name, node)) } }
    } else {
      reader.findings.error(
        field.value.place, "found \(field.value.found); expected a mapping of registers to columns.")
    }
    for (name, value) in pairs.sorted(by: { $0.name < $1.name }) {
      let own = Fields.Field(key: key, keyPlace: value.place, value: value)
      guard var slot = slot(own, .text, common.dates) else { continue }
      slot.name = name
      item.slots.append(slot)
    }
  }

  /// A link that the row of an agreement or event gives.
  private mutating func link(
    _ fields: Fields, _ link: GraphFileKeys.Link, _ category: Category, of id: TableMapping.Slot,
    _ owner: TableMapping.Item
  ) {
    let other = TableKeys.otherEnd(of: link, category)
    guard fields[link.key] != nil, let end = slot(fields, link.key, .entity(other)) else { return }
    var item = owner
    item.section = .link
    item.isImplied = true
    let own = TableMapping.Slot(
      key: link.isReversed ? "object" : "subject", kind: .entity(category), values: id.values, place: id.place
    )
    let far = TableMapping.Slot(
      key: link.isReversed ? "subject" : "object", kind: end.kind, values: end.values, place: end.place)
    let role = TableMapping.Slot(
      key: "role", kind: .text, values: [TableMapping.Value(form: .constant(link.role.name))],
      place: end.place)
    item.slots = link.isReversed ? [far, role, own] : [own, role, far]
    items.append(item)
  }

  private mutating func membership(_ fields: Fields) {
    guard require("actor", fields, "a membership of a table"),
      let actor = slot(fields, "actor", .entity(.actor))
    else { return }
    if let event = fields["event"], fields["agreement"] != nil {
      reader.findings.error(
        event.keyPlace, "'event' stands beside 'agreement'; expected one of the two.")
      return
    }
    let isEvent = fields["event"] != nil
    guard isEvent || require("agreement", fields, "a membership of a table"),
      let whole = slot(
        fields, isEvent ? "event" : "agreement", .entity(isEvent ? .event : .agreement))
    else { return }
    var item = item(.link, fields)
    item.slots = [renamed(actor, "subject")]
    let role = isEvent ? Role.participant : Role.party
    item.slots.append(
      slot(fields, "role", .text)
        ?? TableMapping.Slot(
          key: "role", kind: .text, values: [TableMapping.Value(form: .constant(role.name))], place: nil))
    item.slots.append(renamed(whole, "object"))
    let isParallel = actor.values.count > 1
    addCommon(fields, to: &item, isParallel: isParallel)
    for (key, act) in TableKeys.memberActs {
      if let slot = slot(fields, key, .date, act: act, isParallel: isParallel) {
        if isEvent {
          reader.findings.error(slot.place, "'\(key)' stands beside 'event'; expected it with an agreement.")
        }
        item.slots.append(slot)
      }
    }
    items.append(item)
  }

  private func renamed(_ slot: TableMapping.Slot, _ key: String) -> TableMapping.Slot {
    TableMapping.Slot(key: key, kind: slot.kind, values: slot.values, place: slot.place)
  }

  private mutating func link(_ fields: Fields) {
    guard ["subject", "role", "object"].allSatisfy({ require($0, fields, "a link of a table") }),
      let subject = end(fields, "subject"), let role = slot(fields, "role", .text),
      let object = end(fields, "object")
    else { return }
    var item = item(.link, fields)
    item.slots = [subject, role, object]
    item.isSymmetric =
      fields["symmetric"].flatMap { reader.findings.flag($0.value, "'symmetric'") } ?? false
    addCommon(fields, to: &item, isParallel: subject.values.count > 1 || object.values.count > 1)
    items.append(item)
  }

  /// An end of a link: an actor, or what it says it is: `{ territory: entity }`.
  private mutating func end(_ fields: Fields, _ key: String) -> TableMapping.Slot? {
    guard let field = fields[key] else { return nil }
    if let mapping = field.value.mapping, let pair = mapping.first, mapping.count == 1,
      let category = Category.allCases.first(where: { $0.rawValue == pair.key.string })
    {
      let own = Fields.Field(key: key, keyPlace: field.keyPlace, value: pair.value)
      return slot(own, .entity(category), common.dates)
    }
    return slot(fields, key, .entity(.actor))
  }

  private mutating func act(_ fields: Fields) {
    guard ["agreement", "act"].allSatisfy({ require($0, fields, "an act of a table") }),
      let agreement = slot(fields, "agreement", .entity(.agreement)), let act = slot(fields, "act", .text)
    else { return }
    var item = item(.act, fields)
    item.slots = [renamed(agreement, "object"), act]
    addCommon(fields, to: &item, isParallel: false)
    item.slots += [slot(fields, "by", .entity(.actor))].compactMap(\.self).map { renamed($0, "subject") }
    items.append(item)
  }

  private mutating func source(_ fields: Fields) {
    guard ["id", "title"].allSatisfy({ require($0, fields, "a source of a table") }) else { return }
    var item = TableMapping.Item(section: .source, place: fields.place)
    item.conditions = reader.conditions(fields["where"])
    for key in ["id", "title", "author", "publisher", "url", "kind", "note"] {
      item.slots += [slot(fields, key, .text)].compactMap(\.self)
    }
    item.slots += [slot(fields, "date", .date)].compactMap(\.self)
    items.append(item)
  }
}
