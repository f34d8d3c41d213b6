import Chronology
import Diplomacy

extension GraphFileReader {
  /// Reads the list of statements in full form.
  mutating func readStatements(_ field: Fields.Field?) {
    guard let field, !field.value.isNothing else { return }
    for node in members(of: field.value) {
      guard
        let mapping = findings.mapping(node, "a statement, as a mapping with 'subject', 'role' and 'object'")
      else { continue }
      findings.owner = .statement(statements.count)
      defer { findings.owner = nil }
      let fields = Fields(
        mapping, place: node.place, what: "a statement", known: GraphFileKeys.statement, findings: &findings)
      for key in ["subject", "role", "object"] where fields[key] == nil {
        findings.error(node.place, "this statement has no '\(key)'; expected one.")
      }
      let subject = reference(fields["subject"], as: "subject", expecting: Category.allCases)
      let object = reference(fields["object"], as: "object", expecting: Category.allCases)
      let role = fields["role"].flatMap { findings.word($0.value, "a role, such as 'controls'") }
      let rest = remainder(fields)
      guard let subject, let object, let role else { continue }
      add(fields["id"], subject, Role(role), object, rest, at: fields["role"]?.value.place ?? node.place)
    }
  }

  /// Reads the links under a key of an entity: an id, a long form, or a list of either.
  mutating func readLinks(_ field: Fields.Field?, _ link: GraphFileKeys.Link, of id: EntityID) {
    guard let field else { return }
    let other = link.role.ends.map { ends in
      Category.allCases.filter { category in
        ends.contains { (link.isReversed ? $0.subjects : $0.objects).contains(category) }
      }
    }
    let categories = other ?? Category.allCases
    for node in members(of: field.value) {
      guard case .mapping(let mapping) = node else {
        guard
          let end = reference(node, as: link.role.name, expecting: Set(categories.map(Declared.entity)))
        else { continue }
        add(nil, id, link, EntityID(end), LinkRemainder(), at: node.place)
        continue
      }
      let fields = Fields(
        mapping, place: node.place, what: "an entry of '\(field.key)'", known: GraphFileKeys.link,
        findings: &findings)
      let named = Category.allCases.filter { fields[$0.rawValue] != nil }
      let rest = remainder(fields)
      guard let category = named.first, named.count == 1, let end = fields[category.rawValue] else {
        let expected = categories.map { "'\($0.rawValue)'" }.joined(separator: " or ")
        findings.error(
          node.place,
          named.isEmpty
            ? "this entry of '\(field.key)' names nothing; expected \(expected)."
            : "this entry of '\(field.key)' names \(named.count) entities; expected \(expected) alone.")
        continue
      }
      guard let other = reference(end.value, as: link.role.name, expecting: [.entity(category)]) else {
        continue
      }
      add(fields["id"], id, link, EntityID(other), rest, at: end.value.place)
    }
  }

  /// What a statement or link says besides its ends.
  struct LinkRemainder {
    var when: HistoricalDate?
    var onBehalfOf: EntityID?
    var office: LocalizedText?
    var attestation = Attestation()
    var succession: Succession?
    var weight: Double?
    var isDirected: Bool?
    var attributes: [Attribute] = []
    /// Where the succession stands.
    var successionPlace: Diagnostic.Place?
  }

  private mutating func remainder(_ fields: Fields) -> LinkRemainder {
    let outer = enterStyle(fields)
    defer { findings.reckoning = outer }
    return LinkRemainder(
      when: fields["when"].flatMap { findings.date($0.value, "a date", offset: offset) },
      onBehalfOf: reference(fields["for"], as: "represented actor", expecting: [.actor]),
      office: fields["office"].flatMap { findings.localized($0.value, "an office", language: language) },
      attestation: attestation(fields), succession: succession(fields),
      weight: fields["weight"].flatMap { findings.weight($0.value) },
      isDirected: fields["directed"].flatMap { findings.flag($0.value, "'directed'") },
      attributes: attributes(fields["attributes"]),
      successionPlace: (fields["succession"] ?? fields["agreements"])?.keyPlace)
  }

  /// What a successor takes over, and of which agreements.
  private mutating func succession(_ fields: Fields) -> Succession? {
    let agreements = references(fields["agreements"], as: "agreement", expecting: [.agreement])
    guard let field = fields["succession"],
      let rule: Succession.Rule = findings.choice(field.value, "what a successor takes over")
    else {
      if let field = fields["agreements"], fields["succession"] == nil {
        findings.error(
          field.keyPlace,
          "'agreements' stands without 'succession'; expected 'continuity' or 'devolution' beside it.")
      }
      return nil
    }
    if rule == .devolution && agreements.isEmpty {
      findings.error(
        field.value.place, "'devolution' stands without 'agreements'; expected those that were handed on.")
    } else if rule == .cleanSlate && !agreements.isEmpty {
      findings.error(
        field.value.place, "'clean-slate' stands beside 'agreements'; expected none, or 'devolution'.")
    }
    return Succession(rule, agreements: agreements)
  }

  private mutating func add(
    _ idField: Fields.Field?, _ id: EntityID, _ link: GraphFileKeys.Link, _ other: EntityID,
    _ rest: LinkRemainder,
    at place: Diagnostic.Place?
  ) {
    let (subject, object) = link.isReversed ? (other, id) : (id, other)
    add(idField, subject, link.role, object, rest, at: place, inside: id)
  }

  private mutating func add(
    _ idField: Fields.Field?, _ subject: EntityID, _ role: Role, _ object: EntityID, _ rest: LinkRemainder,
    at place: Diagnostic.Place?, inside home: EntityID? = nil
  ) {
    if role != .successorOf, rest.succession != nil {
      findings.error(
        rest.successionPlace, "'succession' stands at a link '\(role)'; expected it at 'successor-of' alone.")
    }
    var id: String?
    if let idField, let own = findings.word(idField.value, "the id of a statement") {
      id = own
      declare(own, as: .statement, at: idField.value.place)
    }
    var statement = Statement(
      id: StatementID(id ?? ""), subject: subject, role: role, object: object, when: rest.when,
      onBehalfOf: rest.onBehalfOf, office: rest.office, attestation: rest.attestation,
      succession: rest.succession, weight: rest.weight)
    statement.isDirected = rest.isDirected
    statement.attributes = rest.attributes
    statements.append(PendingStatement(statement: statement, place: place, home: home))
  }

  /// Gives ids to statements that have none: role, subject and object, and a number where that is not enough.
  mutating func nameStatements() {
    // What tables say is named already.
    var names = loaded?.names ?? StatementNames()
    for index in statements.indices where statements[index].statement.id.rawValue.isEmpty {
      let statement = statements[index].statement
      let name = names.name(statement.role, statement.subject.rawValue, statement.object.rawValue) {
        declared[$0] != nil
      }
      statements[index].statement = statement.named(StatementID(name))
    }
  }
}
