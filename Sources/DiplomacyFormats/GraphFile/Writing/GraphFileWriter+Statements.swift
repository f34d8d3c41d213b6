import Chronology
import Diplomacy

extension GraphFileWriter {
  /// The links that stand in an entity, under their keys.
  mutating func linkFields(_ position: Int) -> [YAMLValue.Pair] {
    guard let placed = links.byEntity[position] else { return [] }
    let known = GraphFileKeys.links(graph.entities[position].category)
    var fields = YAMLPairs()
    var index = 0
    while index < placed.count {
      let key = placed[index].key
      var entries: [YAMLValue] = []
      while index < placed.count, placed[index].key == key {
        entries.append(link(placed[index].statement, known[key]))
        index += 1
      }
      fields.add(known[key].key, YAMLValue.oneOrSeveral(entries))
    }
    return fields.pairs
  }

  /// A link: the other end alone, or a mapping with the other end under its category.
  private mutating func link(_ index: Int, _ link: GraphFileKeys.Link) -> YAMLValue {
    let statement = graph.statements[index]
    let other = link.isReversed ? statement.subject : statement.object
    var kept = statement.attributes
    let rest = remainder(statement, index, &kept)
    if rest.isEmpty { return .word(names[other]) }
    let category = graph[other]?.category ?? .actor
    return .mapping([.init(key: category.rawValue, value: .word(names[other]))] + rest)
  }

  /// A statement in full.
  mutating func statementInFull(_ index: Int) -> YAMLValue {
    let statement = graph.statements[index]
    var kept = statement.attributes
    var fields = YAMLPairs()
    var role = word(statement.role.name, "role", "original-role", &kept)
    if let subject = graph[statement.subject], let object = graph[statement.object],
      !statement.role.fits(subject.category, object.category)
    {
      losses.note(
        "role that does not fit what it joins",
        "written as another word, and as it is in the attribute 'original-role'")
      kept.append(Attribute("original-role", .text(role)))
      role = "x-\(role)"
    }
    fields.add("subject", .word(names[statement.subject]))
    fields.add("role", .word(role))
    fields.add("object", .word(names[statement.object]))
    fields.add(remainder(statement, index, &kept))
    return fields.mapping
  }

  /// What a statement says besides its ends.
  private mutating func remainder(_ statement: Statement, _ index: Int, _ kept: inout [Attribute])
    -> [YAMLValue.Pair]
  {
    var fields = YAMLPairs()
    if links.withIDs.contains(index) {
      let id = names.statement(statement.id)
      fields.add("id", .word(id))
      if id != statement.id.rawValue { kept.append(Attribute("original-id", .text(statement.id.rawValue))) }
    }
    fields.add("when", statement.when.map { date($0, at: .statement(index)) })
    fields.add("for", word: actor(statement.onBehalfOf))
    fields.add("office", statement.office.map { localized($0, orElse: "office") })
    fields.add(succession(statement))
    if let weight = statement.weight, weight.isFinite, weight >= 0 {
      fields.add(
        "weight",
        .word(weight == weight.rounded() && weight < 1e15 ? String(Int(weight)) : weight.description))
    }
    fields.add("directed", statement.isDirected.map { .truth($0) })
    fields.add(attestation(statement.attestation))
    fields.add("attributes", attributes(kept))
    return fields.pairs
  }

  private mutating func succession(_ statement: Statement) -> [YAMLValue.Pair] {
    guard let succession = statement.succession else { return [] }
    let agreements = references(succession.agreements, [.agreement])
    let isFit =
      switch succession.rule {
      case .continuity: true
      case .devolution: !agreements.isEmpty
      case .cleanSlate: agreements.isEmpty
      }
    guard statement.role == .successorOf, isFit else {
      losses.note("succession that hands on nothing, or at another role")
      return []
    }
    var fields = YAMLPairs()
    fields.add("succession", .word(succession.rule.rawValue))
    fields.add("agreements", .words(agreements))
    return fields.pairs
  }
}
