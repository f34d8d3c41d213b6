import Chronology
public import Diplomacy

/// Writes a view of a graph as GraphML: every entity a node, every statement a directed edge.
///
/// The document suits NetworkX, igraph, Gephi and Cytoscape: typed keys, one for each domain; edge ids that are unique;
/// no defaults, no hyperedges, no nested graphs; facts with three values as text. n-ary agreements stay nodes.
/// The keys are listed in Documentation/Exports.md.
/// - Parameter view: What is written: all that is there possibly.
/// - Throws: When libxml2 refuses to write.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
public func graphML(_ view: GraphView) throws -> Export {
  let graph = view.graph
  let names = entityLanguages(graph)
  let entities = view.entities
  let statements = view.statements
  let nodeKeys = GraphMLKeys.node(languages: names)
  let edgeKeys = GraphMLKeys.edge
  let nodes = LegalIDs(graph.entities.map(\.id.rawValue))
  let edges = LegalIDs(graph.statements.map(\.id.rawValue))

  var xml = try XMLWriter()
  try xml.element(
    "graphml",
    [
      ("xmlns", "http://graphml.graphdrawing.org/xmlns"),
      ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
      (
        "xsi:schemaLocation",
        "http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.1/graphml.xsd"
      ),
    ]
  ) { xml in
    for (domain, keys) in [("graph", GraphMLKeys.graph), ("node", nodeKeys), ("edge", edgeKeys)] {
      for key in keys {
        try xml.element(
          "key",
          [
            ("id", "\(domain)_\(key)"), ("for", domain), ("attr.name", key),
            ("attr.type", GraphMLKeys.type(of: key)),
          ])
      }
    }
    try xml.element("graph", [("id", "G"), ("edgedefault", "directed")]) { xml in
      func write(_ domain: String, _ data: [(key: String, value: String?)], _ xml: inout XMLWriter) throws {
        for (key, value) in data {
          if let value { try xml.element("data", [("key", "\(domain)_\(key)")], text: value) }
        }
      }
      try write("graph", graphData(view), &xml)
      for (entity, answer) in entities {
        try xml.element("node", [("id", nodes[entity.id.rawValue])]) { xml in
          try write("node", nodeData(entity, answer, view, names, nodes), &xml)
        }
      }
      for (statement, answer) in statements {
        try xml.element(
          "edge",
          [
            ("id", edges[statement.id.rawValue]), ("source", nodes[statement.subject.rawValue]),
            ("target", nodes[statement.object.rawValue]),
          ]
        ) { xml in try write("edge", edgeData(statement, answer, view, nodes, edges), &xml) }
      }
    }
  }
  let replaced = xml.replacedCharacters
  return Export(bytes: try xml.finish(), losses: losses(of: view, replacedCharacters: replaced))
}

/// The attributes that a GraphML file of ours may have, by domain, in order.
enum GraphMLKeys {
  static let graph = ["title", "summary", "authors", "license", "language", "at", "reading", "view"]
  private static let dates = [
    "when", "when_written", "start_earliest", "start_latest", "end_earliest", "end_latest", "start_year",
    "end_year", "holds",
  ]
  private static let attestation = [
    "certainty", "modality", "holder", "sources", "note", "readings", "secret", "known_to",
    "unknown_to", "disclosed",
  ]
  static func node(languages: [String]) -> [String] {
    ["label", "name"] + languages.map { "name_\($0)" } + ["category", "kind"] + dates + attestation
      + ["acts", "terms", "obligations", "deeds", "identifiers"]
  }
  /// The type of an attribute: whole numbers for years, text for the rest, three-valued facts included.
  static func type(of key: String) -> String { key.hasSuffix("_year") ? "int" : "string" }
  static let edge = ["statement", "label", "interaction", "role"] + dates + ["for", "office"] + attestation
}

/// The languages in which entities have names, in the order of first use.
private func entityLanguages(_ graph: DiplomaticGraph) -> [String] {
  var seen: Set<String> = []
  return graph.entities.flatMap(\.name.wordings).map(\.language).filter { seen.insert($0).inserted }
}

private func graphData(_ view: GraphView) -> [(key: String, value: String?)] {
  let graph = view.graph
  return [
    ("title", graph.title.text(in: graph.language)), ("summary", graph.summary),
    ("authors", graph.authors.isEmpty ? nil : graph.authors.joined(separator: "; ")),
    ("license", graph.license), ("language", graph.language), ("at", view.options.at?.edtf),
    ("reading", view.options.reading?.rawValue), ("view", view.limits),
  ]
}

private func nodeData(
  _ entity: Entity, _ answer: Answer, _ view: GraphView, _ languages: [String], _ nodes: LegalIDs
) -> [(key: String, value: String?)] {
  let graph = view.graph
  let life = view.life(of: entity)
  var data: [(key: String, value: String?)] = [
    ("label", entity.label(in: graph.language)), ("name", entity.name.text(in: graph.language)),
  ]
  for language in languages {
    data.append(("name_\(language)", entity.name.wordings.first { $0.language == language }?.text))
  }
  data += [("category", entity.category.rawValue), ("kind", entity.kind.name)]
  let stated = life.flatMap(statedInForce)
  let seen = view.viewed(entity)
  let when = (edtf: seen.edtfText ?? stated?.edtf, written: seen.whenText ?? stated?.text)
  data += dates(when, view.presence(of: entity), view.holding(of: entity), view)
  data += attestationData(entity.attestation, nodes)
  data += [
    ("acts", joined(life?.acts.map(\.summary))), ("terms", life?.terms.summary),
    ("reservations", joined(life?.reservations.map(\.summary))),
    ("obligations", joined(life?.obligations.map(\.summary))),
    ("deeds", joined(entity.deeds.filter { view.sees($0.attestation) }.map(\.summary))),
    ("identifiers", joined(entity.identifiers.map { "\($0.register):\($0.value)" })),
  ]
  return data
}

/// The one span that the graph states under the view's reading, as it was written.
private func statedInForce(_ life: AgreementLife) -> InForce? {
  life.statedInForce.count == 1 ? life.statedInForce[0] : nil
}

private func edgeData(
  _ statement: Statement, _ answer: Answer, _ view: GraphView, _ nodes: LegalIDs, _ edges: LegalIDs
) -> [(key: String, value: String?)] {
  let spans = view.spans(of: statement)
  return [
    ("statement", edges[statement.id.rawValue]), ("label", statement.role.name),
    ("interaction", statement.role.name), ("role", statement.role.name),
  ] + dates((statement.when?.edtf, statement.when?.styledText), spans, view.holding(of: statement), view)
    + [
      ("for", statement.onBehalfOf.map { nodes[$0.rawValue] }),
      ("office", statement.office?.text(in: view.graph.language)),
    ]
    + attestationData(statement.attestation, nodes)
}

private func dates(
  _ when: (edtf: String?, written: String?), _ spans: [Span], _ holding: Holding, _ view: GraphView
) -> [(key: String, value: String?)] {
  // GraphML has one span an element: the bounds of all.
  let span = hull(of: spans) ?? .never
  func last(_ end: Moment) -> Moment { end.isOpen ? end : Moment(seconds: end.seconds - 1) }
  // GraphML's int has 32 bits.
  func year(_ moment: Moment) -> String? {
    moment.isOpen ? nil : Int32(exactly: moment.day.year).map(String.init)
  }
  return [
    ("when", when.edtf), ("when_written", when.written == when.edtf ? nil : when.written),
    ("start_earliest", span.earliestStart.exactText),
    ("start_latest", span.latestStart.exactText),
    ("end_earliest", last(span.earliestEnd).exactText), ("end_latest", last(span.latestEnd).exactText),
    ("start_year", year(span.earliestStart)), ("end_year", year(last(span.latestEnd))),
    ("holds", view.options.at == nil ? nil : holding.rawValue),
  ]
}

private func attestationData(_ attestation: Attestation, _ nodes: LegalIDs) -> [(key: String, value: String?)]
{
  [
    ("certainty", attestation.certainty?.rawValue), ("modality", attestation.modality.rawValue),
    ("holder", attestation.holder.map { nodes[$0.rawValue] }), ("sources", attestation.citationText),
    ("note", attestation.note),
    ("readings", joined(attestation.readings.map(\.rawValue))),
    ("secret", attestation.secret == nil ? nil : "yes"),
    ("known_to", attestation.secret?.knownToText), ("unknown_to", attestation.secret?.unknownToText),
    ("disclosed", attestation.secret?.disclosed?.styledText),
  ]
}

private func joined(_ texts: [String]?) -> String? {
  guard let texts, !texts.isEmpty else { return nil }
  return texts.joined(separator: "; ")
}

private func losses(of view: GraphView, replacedCharacters: Int) -> LossReport {
  var report = LossReport()
  let entities = view.entities.map(\.entity)
  let lives = entities.compactMap { view.life(of: $0) }
  report.add(lives.reduce(0) { $0 + $1.acts.count }, "act of an agreement, written as text in 'acts'")
  report.add(lives.count { !$0.terms.isEmpty }, "terms of an agreement, written as text in 'terms'")
  report.add(
    lives.reduce(0) { $0 + $1.reservations.count }, "reservation, written as text in 'reservations'")
  report.add(lives.reduce(0) { $0 + $1.obligations.count }, "obligation, written as text in 'obligations'")
  report.add(
    lives.count { $0.statedInForce.count > 1 },
    "agreement in force under several readings, written as the bounds of all")
  report.add(
    entities.count { view.presence(of: $0).count > 1 },
    "entity that was there several times, written as the bounds of all")
  report.add(
    entities.reduce(0) { $0 + $1.deeds.count },
    "obligation kept or breached by an event, written as text in 'deeds'")
  report.add(view.graph.sources.count, "source, written only as its id")
  report.add(view.graph.readings.count, "reading, written only as its id")
  report.add(entities.reduce(0) { $0 + (($1.shortName?.wordings.count ?? 1) - 1) }, "translated short name")
  report.add(
    view.statements.reduce(0) { $0 + (($1.statement.office?.wordings.count ?? 1) - 1) }, "translated office")
  report.add(
    view.widenedDates, "date that reaches further than it is written ('circa'), written as text and bounds")
  report.add(
    view.graph.writtenDates.count { !$0.isExactInFormat },
    "date of another style without a text in EDTF, written as near it as can be; its own text in 'when_written'"
  )
  report.add(replacedCharacters, "character that XML cannot hold, written as U+FFFD")
  return report
}

/// Ids as XML can hold them, no two of them alike: one that would become another's has a number.
private struct LegalIDs {
  private var numbered: [String: String] = [:]

  /// - Complexity: O(*n*).
  init(_ ids: [String]) {
    let odd = ids.filter { XMLWriter.legal($0) != nil }
    guard !odd.isEmpty else { return }
    var taken = Set(ids.filter { XMLWriter.legal($0) == nil })
    var uses: [String: Int] = [:]
    for id in odd {
      guard let legal = XMLWriter.legal(id)?.text, !taken.insert(legal).inserted else { continue }
      var number = uses[legal, default: 1]
      repeat { number += 1 } while !taken.insert("\(legal)-\(number)").inserted
      uses[legal] = number
      numbered[id] = "\(id)-\(number)"
    }
  }

  subscript(id: String) -> String { numbered[id] ?? id }
}
