import Chronology
import Diplomacy

/// Writes a view as JSON-LD, whole: entities as actors, places, events and agreements of CIDOC CRM, each statement an attribute
/// assignment (E13) with its sources (PROV), its reading and its time-span (E52), names as schema.org has them.
///
/// What those vocabularies have no word for is in ours; the context stands in the document, and ids are relative to it.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
func jsonLD(_ view: GraphView) -> Export {
  let writer = JSONLDWriter(view)
  var text = "{\n  \"@context\": \(JSONLDWords.context.text(indentedBy: 2)),\n  \"@graph\": [\n"
  var isFirst = true
  func add(_ node: JSONValue) {
    text += (isFirst ? "    " : ",\n    ") + node.text(indentedBy: 4)
    isFirst = false
  }
  add(writer.graphNode)
  for reading in view.graph.readings { add(writer.node(reading)) }
  for source in view.graph.sources { add(writer.node(source)) }
  for (entity, _) in view.entities { add(writer.node(entity)) }
  for (statement, _) in view.statements { add(writer.node(statement)) }
  text += "\n  ]\n}\n"
  return Export(bytes: Array(text.utf8), losses: writer.losses)
}

/// The members of an object as they come; those that say nothing are left out.
struct LinkedMembers {
  private(set) var members: [JSONValue.Member] = []

  var value: JSONValue { .object(members) }

  mutating func add(_ key: String, _ value: JSONValue?) {
    if let value { members.append(JSONValue.Member(key: key, value: value)) }
  }
  mutating func add(_ key: String, _ text: String?) { add(key, text.map(JSONValue.string)) }
  mutating func add(_ key: String, list: [JSONValue]) { if !list.isEmpty { add(key, .array(list)) } }
  mutating func add(_ key: String, links: [EntityID]) {
    add(key, list: links.map { .string(JSONLDWords.node($0)) })
  }
  mutating func add(_ key: String, link: EntityID?) { add(key, link.map { JSONLDWords.node($0) }) }
}

struct JSONLDWriter {
  let view: GraphView
  var graph: DiplomaticGraph { view.graph }

  init(_ view: GraphView) { self.view = view }

  // MARK: The graph, readings, sources

  var graphNode: JSONValue {
    var node = LinkedMembers()
    node.add("id", "#")
    node.add("type", Self.types("schema:Dataset", "prov:Entity"))
    node.add("version", .integer(1))
    node.add("name", names(graph.title))
    node.add("description", graph.summary)
    node.add("authors", list: graph.authors.map(JSONValue.string))
    node.add("license", graph.license)
    node.add("inLanguage", graph.language)
    node.add("defaultOffset", graph.defaultOffset?.description)
    if graph.hasDirectedLinks { node.add("directedLinks", .bool(true)) }
    node.add("at", view.options.at.map { timeSpan($0) })
    node.add("seenUnder", view.options.reading?.rawValue)
    node.add("seenAs", view.limits)
    add(graph.attributes, to: &node)
    return node.value
  }

  func node(_ reading: Reading) -> JSONValue {
    var node = LinkedMembers()
    node.add("id", JSONLDWords.node(reading.id))
    node.add("type", Self.types("crm:E89_Propositional_Object", "ent:Reading"))
    node.add("name", names(reading.title))
    node.add("extends", reading.extends.map { JSONLDWords.node($0) })
    if reading.isDefault { node.add("isDefault", .bool(true)) }
    node.add("question", reading.question)
    node.add("note", reading.note)
    return node.value
  }

  func node(_ source: Source) -> JSONValue {
    var node = LinkedMembers()
    node.add("id", JSONLDWords.node(source.id))
    node.add("type", Self.types("crm:E31_Document", "prov:Entity", "schema:CreativeWork"))
    node.add("name", names(source.title))
    node.add("kind", source.kind)
    node.add("author", source.author)
    node.add("date", source.date.map { timeSpan($0) })
    node.add("inLanguage", source.language)
    node.add("url", source.url)
    node.add("publisher", source.publisher)
    node.add("quotedIn", source.quotedIn.map(citation))
    node.add("note", source.note)
    return node.value
  }

  // MARK: Entities

  func node(_ entity: Entity) -> JSONValue {
    var node = LinkedMembers()
    node.add("id", JSONLDWords.node(entity.id))
    node.add("type", types(of: entity))
    node.add("category", entity.category.rawValue)
    node.add("kind", entity.kind.name)
    node.add("hasType", word(entity.kind.name, of: entity.category.rawValue))
    node.add("name", names(entity.name))
    node.add("alternateName", entity.shortName.map(names))
    node.add(
      "identifier",
      list: entity.identifiers.map {
        .object([
          "type": .string("schema:PropertyValue"), "propertyID": .string($0.register),
          "value": .string($0.value),
        ])
      })
    node.add("sameAs", wikidataItem(entity).map { "wd:\($0)" })
    if entity.category == .event {
      node.add("timeSpan", entity.when.map { timeSpan($0) })
    } else if let when = entity.when {
      node.add(
        "lifetime", .object(["type": .string("crm:E2_Temporal_Entity"), "timeSpan": timeSpan(when)]))
    }
    node.add("existence", list: view.viewed(entity).existence.map(self.node))
    if let life = view.life(of: entity) { add(life, to: &node) }
    node.add(
      "deeds",
      list: entity.deeds.filter { view.sees($0.attestation) }.map { deed in
        var node = LinkedMembers()
        node.add("effect", deed.effect.rawValue)
        node.add("deedOf", JSONLDWords.node(obligation: deed.obligation))
        add(deed.attestation, to: &node)
        return node.value
      })
    add(entity.attestation, to: &node)
    add(entity.attributes, to: &node)
    return node.value
  }

  private func types(of entity: Entity) -> JSONValue {
    switch entity.category {
    case .actor:
      entity.kind == .person
        ? Self.types("crm:E21_Person", "prov:Person", "schema:Person")
        : Self.types("crm:E74_Group", "prov:Organization", "schema:Organization")
    case .agreement: Self.types("crm:E73_Information_Object", "prov:Entity", "ent:Agreement")
    case .territory: Self.types("crm:E53_Place", "schema:Place")
    case .event: Self.types("crm:E5_Event", "schema:Event")
    }
  }

  private func node(_ period: Existence) -> JSONValue {
    var node = LinkedMembers()
    node.add("type", "crm:E2_Temporal_Entity")
    node.add("timeSpan", timeSpan(period.date))
    if period.condition != .independent { node.add("condition", period.condition.rawValue) }
    add(period.attestation, to: &node)
    return node.value
  }

  // MARK: Statements

  func node(_ statement: Statement) -> JSONValue {
    var node = LinkedMembers()
    node.add("id", JSONLDWords.node(statement.id))
    node.add("type", Self.types("crm:E13_Attribute_Assignment", "prov:Entity"))
    node.add("assignedTo", JSONLDWords.node(statement.subject))
    node.add("role", statement.role.name)
    node.add("assignedProperty", word(statement.role.name, of: "role"))
    node.add("assigned", JSONLDWords.node(statement.object))
    node.add("when", statement.when.map { timeSpan($0) })
    node.add("onBehalfOf", link: statement.onBehalfOf)
    node.add("office", statement.office.map(names))
    if let weight = statement.weight { node.add("weight", weight.description) }
    if let isDirected = statement.isDirected { node.add("leadsOneWay", .bool(isDirected)) }
    if let succession = statement.succession {
      var part = LinkedMembers()
      part.add("rule", succession.rule.rawValue)
      part.add("agreements", links: succession.agreements)
      node.add("succession", part.value)
    }
    add(statement.attestation, to: &node)
    add(statement.attributes, to: &node)
    return node.value
  }

  // MARK: Losses

  var losses: LossReport {
    var report = LossReport()
    report.add(
      graph.dateOrders.count, "order of two dates, as relative dates have it",
      instead: "written as the bounds of the dates")
    report.add(
      graph.writtenDates.count { !$0.isExactInFormat }, "date of another style without a text in EDTF",
      instead: "written as near it as can be in 'edtf'; exactly in 'written'")
    report.add(
      view.options.at == nil
        ? 0 : view.statements.count { $0.answer == .maybe } + view.entities.count { $0.answer == .maybe },
      "what is there only possibly on that date", instead: "written like the rest")
    report.add(
      languages.count { !Findings.isLanguageTag($0) }, "language that is no language tag",
      instead: "its texts are written without one")
    return report
  }

  private var languages: [String] {
    let texts = graph.entities.flatMap { [$0.name, $0.shortName].compactMap(\.self) } + [graph.title]
    return Set(texts.flatMap(\.wordings).map(\.language)).sorted()
  }
}
