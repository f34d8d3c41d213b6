package import Chronology
package import Diplomacy
import Foundation

/// A view as other programs have networks: every entity a node, every statement an edge, with attributes of the names in
/// Documentation/Formats.md. The writers of all formats of networks begin here, and `ForeignNetwork` is the way back.
package struct ExportedNetwork {
  /// An attribute that nodes, or edges, may have.
  package struct Column: Hashable, Sendable {
    /// What it is called.
    package let name: String
    /// What all its values are; numbers where some are whole numbers and some are not, and texts where they are of several kinds.
    package let kind: AttributeValue.Kind
    /// Whether it is another program's, and only kept here.
    package let isKept: Bool
  }

  /// An entity as a node.
  package struct Node {
    package let entity: Entity
    package let label: String
    /// When it is there, in order.
    package let spans: [Span]
    /// The value of each column; nil where it has none.
    package let values: [AttributeValue?]
  }

  /// A statement as an edge.
  package struct Edge {
    package let statement: Statement
    /// Whether it leads from its source to its target, and not both ways.
    package let isDirected: Bool
    /// When it holds, in order.
    package let spans: [Span]
    /// The value of each column; nil where it has none.
    package let values: [AttributeValue?]
  }

  /// Which way the edges of a network lead.
  package enum Direction { case directed, undirected, mixed }

  package let view: GraphView
  /// What is said of the whole graph.
  package let attributes: [Attribute]
  /// The attributes of nodes, in order.
  package let nodeColumns: [Column]
  /// The attributes of edges, in order.
  package let edgeColumns: [Column]
  /// Which way the edges lead; directed where there are none.
  package let direction: Direction
  private let entities: [(entity: Entity, answer: Answer)]
  /// The positions of the statements that hold, certainly or possibly, in order.
  private let positions: [Int32]
  /// Whether there is anything whose time the statements about it share.
  private let hasSharedTimes: Bool
  private let languages: [String]
  private let keptNodeColumns: Range<Int>
  private let keptEdgeColumns: Range<Int>

  /// A view as a network.
  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
  package init(_ view: GraphView) {
    self.view = view
    let graph = view.graph
    entities = view.entities
    positions = view.statementAnswers.indices.filter { view.statementAnswers[$0] != .no }.map { Int32($0) }
    hasSharedTimes = entities.contains { $0.entity.category == .agreement || $0.entity.category == .event }
    let statements = positions.lazy.map { graph.statements[Int($0)] }
    languages = Self.languages(of: graph)
    let ownNodes = Self.ownNodeColumns(languages)
    nodeColumns = ownNodes + Self.kept(entities.lazy.map(\.entity.attributes), besides: ownNodes)
    keptNodeColumns = ownNodes.count..<nodeColumns.count
    edgeColumns =
      Self.ownEdgeColumns
      + Self.kept(statements.filter { !$0.isPlain }.map(\.attributes), besides: Self.ownEdgeColumns)
    keptEdgeColumns = Self.ownEdgeColumns.count..<edgeColumns.count
    let undirected = statements.count { !Self.isDirected($0) }
    direction = undirected == 0 ? .directed : undirected == positions.count ? .undirected : .mixed
    let own = Self.attributes(of: view)
    let names = Set(own.map(\.name))
    attributes = own + graph.attributes.filter { !names.contains($0.name) }
  }

  /// How many nodes there are.
  package var nodeCount: Int { entities.count }
  /// How many edges there are.
  package var edgeCount: Int { positions.count }

  /// The nodes, in order, each made when it is asked for.
  package var nodes: some Sequence<Node> { entities.lazy.map { node($0.entity) } }
  /// The edges, in order, each made when it is asked for.
  package var edges: some Sequence<Edge> { statements.map { edge($0) } }
  /// The statements that are the edges, in order.
  package var statements: some Sequence<Statement> & LazySequenceProtocol {
    positions.lazy.map { view.graph.statements[Int($0)] }
  }

  /// For each column of nodes, whether any node has it.
  /// - Complexity: O(*n*).
  package var usedNodeColumns: [Bool] { Self.used(nodes.lazy.map(\.values), nodeColumns.count) }
  /// For each column of edges, whether any edge has it.
  /// - Complexity: O(*m*).
  package var usedEdgeColumns: [Bool] { Self.used(edges.lazy.map(\.values), edgeColumns.count) }

  private static func used(_ rows: some Sequence<[AttributeValue?]>, _ count: Int) -> [Bool] {
    var used = [Bool](repeating: false, count: count)
    for row in rows { for (column, value) in row.enumerated() where value != nil { used[column] = true } }
    return used
  }

  // MARK: Columns

  private static let dateNames = [
    "when", "when_written", "start_earliest", "start_latest", "end_earliest", "end_latest", "start_year",
    "end_year", "holds",
  ]
  private static let attestationNames = [
    "certainty", "modality", "holder", "sources", "note", "readings", "secret", "known_to", "unknown_to",
    "disclosed",
  ]
  private static func column(_ name: String) -> Column {
    let kind: AttributeValue.Kind = name.hasSuffix("_year") ? .integer : name == "weight" ? .number : .text
    return Column(name: name, kind: kind, isKept: false)
  }
  private static func ownNodeColumns(_ languages: [String]) -> [Column] {
    (["label", "name"] + languages.map { "name_\($0)" } + ["category", "kind"] + dateNames + attestationNames
      + ["acts", "terms", "reservations", "obligations", "deeds", "identifiers"]).map(column)
  }
  private static let ownEdgeColumns =
    (["statement", "label", "role", "weight", "directed"] + dateNames + ["for", "office"] + attestationNames)
    .map(column)

  /// The columns of attributes that are kept, in order of their names. One that has the name of one of ours stands in that
  /// column where nothing else does, else in one that is called otherwise.
  private static func kept(_ rows: some Sequence<[Attribute]>, besides own: [Column]) -> [Column] {
    var kinds: [String: AttributeValue.Kind] = [:]
    for row in rows {
      for attribute in row {
        let kind = attribute.value.kind
        switch (kinds[attribute.name], kind) {
        case (nil, _): kinds[attribute.name] = kind
        case (.integer, .number), (.number, .integer): kinds[attribute.name] = .number
        case (let known?, _) where known != kind: kinds[attribute.name] = .text
        default: break
        }
      }
    }
    var taken = Set(own.map(\.name)).union(kinds.keys)
    return kinds.keys.sorted().map { name in
      var free = name
      if own.contains(where: { $0.name == name }) {
        var number = 1
        repeat {
          number += 1
          free = "\(name)_\(number)"
        } while !taken.insert(free).inserted
      }
      return Column(name: free, kind: kinds[name] ?? .text, isKept: true)
    }
  }

  /// The languages in which entities have names, in the order of first use.
  private static func languages(of graph: DiplomaticGraph) -> [String] {
    var seen: Set<String> = []
    return graph.entities.flatMap(\.name.wordings).map(\.language).filter { seen.insert($0).inserted }
  }

  private static func attributes(of view: GraphView) -> [Attribute] {
    let graph = view.graph
    let texts: [(String, String?)] = [
      ("title", graph.title.text(in: graph.language)), ("summary", graph.summary),
      ("authors", graph.authors.isEmpty ? nil : graph.authors.joined(separator: "; ")),
      ("license", graph.license), ("language", graph.language), ("at", view.options.at?.edtf),
      ("reading", view.options.reading?.rawValue), ("view", view.limits),
      ("sources", joined(graph.sources.map { source in
        "\(source.id) = \(source.title.text(in: graph.language).replacingOccurrences(of: "; ", with: ", "))"
      })),
      ("readings", joined(graph.readings.map { $0.entry(in: graph.language) })),
      ("directed_links", graph.hasDirectedLinks ? "yes" : nil),
    ]
    return texts.compactMap { name, text in text.map { Attribute(name, .text($0)) } }
  }

  /// Whether an edge leads one way: not where the statement says the same from either end in another program's network.
  package static func isDirected(_ statement: Statement) -> Bool {
    statement.isDirected ?? (statement.role != .link)
  }

  // MARK: Rows

  private func node(_ entity: Entity) -> Node {
    let graph = view.graph
    let life = view.life(of: entity)
    let spans = view.presence(of: entity)
    var row = Row(nodeColumns.count)
    row.add(entity.label(in: graph.language))
    row.add(entity.name.text(in: graph.language))
    for language in languages { row.add(entity.name.wordings.first { $0.language == language }?.text) }
    row.add(entity.category.rawValue)
    row.add(entity.kind.name)
    let stated = life.flatMap { $0.statedInForce.count == 1 ? $0.statedInForce[0].date : nil }
    let seen = view.viewed(entity)
    let conditions = seen.existence.contains { $0.condition != .independent }
    row.add(
      spans, isUnsaid: entity.category != .agreement && entity.when == nil && entity.existence.isEmpty,
      of: seen.when ?? stated,
      written: conditions || seen.existence.count > 1 ? seen.whenText : nil, holding(view.holding(of: entity))
    )
    row.add(entity.attestation)
    row.add(Self.joined(life?.acts.map(\.summary)))
    row.add(life?.terms.summary)
    row.add(Self.joined(life?.reservations.map(\.summary)))
    row.add(Self.joined(life?.obligations.map(\.summary)))
    row.add(Self.joined(entity.deeds.filter { view.sees($0.attestation) }.map(\.summary)))
    row.add(Self.joined(entity.identifiers.map { "\($0.register):\($0.value)" }))
    row.keep(entity.attributes, in: nodeColumns, keptNodeColumns)
    return Node(entity: entity, label: entity.label(in: graph.language), spans: spans, values: row.values)
  }

  /// A statement as an edge.
  package func edge(_ statement: Statement) -> Edge {
    let spans = isTimeless(statement) ? [.unknown] : view.spans(of: statement)
    var row = Row(edgeColumns.count)
    row.add(statement.id.rawValue)
    row.add(statement.role.name)
    row.add(statement.role.name)
    row.add(value: statement.weight.map(AttributeValue.number))
    row.add(statement.isDirected.map { $0 ? "yes" : "no" })
    row.add(spans, isUnsaid: false, of: statement.when, written: nil, holding(view.holding(of: statement)))
    row.add(statement.onBehalfOf?.rawValue)
    row.add(statement.office?.text(in: view.graph.language))
    row.add(statement.attestation)
    row.keep(statement.attributes, in: edgeColumns, keptEdgeColumns)
    return Edge(
      statement: statement, isDirected: Self.isDirected(statement), spans: spans, values: row.values)
  }

  /// Whether nothing tells when a statement holds.
  package func isTimeless(_ statement: Statement) -> Bool {
    !hasSharedTimes && statement.isPlain && statement.isNetworkEdge
  }

  private func holding(_ holding: Holding) -> String? { view.options.at == nil ? nil : holding.rawValue }

  private static func joined(_ texts: [String]?) -> String? {
    guard let texts, !texts.isEmpty else { return nil }
    return texts.joined(separator: "; ")
  }

  /// The values of an element, column by column.
  private struct Row {
    private(set) var values: [AttributeValue?] = []

    init(_ count: Int) { values.reserveCapacity(count) }

    mutating func add(_ text: String?) { values.append(text.map(AttributeValue.text)) }
    mutating func add(value: AttributeValue?) { values.append(value) }

    /// The columns of dates: the date, and its bounds where that does not say them.
    /// - Parameter isUnsaid: Whether nothing is known of when it was there: then nothing is said.
    mutating func add(
      _ spans: [Span], isUnsaid: Bool, of date: HistoricalDate?, written: String?, _ holding: String?
    ) {
      let text = isUnsaid ? nil : spans.exactText(of: date)
      let when = text ?? (isUnsaid ? nil : date?.edtf)
      add(when)
      let ownText = written ?? date?.styledText
      add(ownText == when ? nil : ownText)
      let span = hull(of: spans) ?? .never
      func last(_ end: Moment) -> Moment { end.isOpen ? end : Moment(seconds: end.seconds - 1) }
      let isSaid = isUnsaid || text != nil
      for bound in [
        span.earliestStart, span.latestStart, last(span.earliestEnd), last(span.latestEnd),
      ] { add(isSaid ? nil : bound.exactText) }
      // The whole numbers of other programs have 32 bits.
      func year(_ moment: Moment) -> AttributeValue? {
        moment.isOpen ? nil : Int32(exactly: moment.day.year).map { .integer(Int($0)) }
      }
      add(value: year(span.earliestStart))
      add(value: year(last(span.latestEnd)))
      add(holding)
    }

    mutating func add(_ attestation: Attestation) {
      add(attestation.certainty?.rawValue)
      add(attestation.modality == .actual ? nil : attestation.modality.rawValue)
      add(attestation.holder?.rawValue)
      add(attestation.citationText)
      add(attestation.note)
      add(ExportedNetwork.joined(attestation.readings.map(\.rawValue)))
      add(attestation.secret == nil ? nil : "yes")
      add(attestation.secret?.knownToText)
      add(attestation.secret?.unknownToText)
      add(attestation.secret?.disclosedText)
    }

    /// The columns of attributes that are kept.
    mutating func keep(_ attributes: [Attribute], in columns: [Column], _ kept: Range<Int>) {
      values += [AttributeValue?](repeating: nil, count: kept.count)
      guard !attributes.isEmpty else { return }
      // Both are in order of names, but for the columns that are called otherwise.
      var place = kept.lowerBound
      for attribute in attributes {
        while place < kept.upperBound, !Self.isColumn(columns[place], of: attribute.name) { place += 1 }
        guard place < kept.upperBound else { return }
        let own =
          columns[place].name == attribute.name
          ? nil : columns[..<kept.lowerBound].firstIndex { $0.name == attribute.name && $0.kind == .text }
        if let own, values[own] == nil {
          values[own] = .text(attribute.value.description)
        } else {
          values[place] = Self.value(attribute.value, as: columns[place].kind)
        }
        place += 1
      }
    }

    private static func isColumn(_ column: Column, of name: String) -> Bool {
      column.name == name
        || column.name.hasPrefix(name + "_") && column.name.dropFirst(name.count + 1).allSatisfy(\.isNumber)
    }

    private static func value(_ value: AttributeValue, as kind: AttributeValue.Kind) -> AttributeValue {
      switch (value, kind) {
      case (.integer(let whole), .number): .number(Double(whole))
      case (_, .text): .text(value.description)
      default: value
      }
    }
  }

  // MARK: Losses

  /// What no format of networks holds, whatever the format.
  package var losses: LossReport {
    var report = LossReport()
    let entities = entities.map(\.entity)
    let lives = entities.compactMap { view.life(of: $0) }
    func add(_ count: Int, _ what: String, in column: String) {
      report.add(count, what, instead: "written as text in '\(column)'")
    }
    add(lives.reduce(0) { $0 + $1.acts.count }, "act of an agreement", in: "acts")
    add(lives.count { !$0.terms.isEmpty }, "terms of an agreement", in: "terms")
    add(lives.reduce(0) { $0 + $1.reservations.count }, "reservation", in: "reservations")
    add(lives.reduce(0) { $0 + $1.obligations.count }, "obligation", in: "obligations")
    report.add(
      lives.count { $0.statedInForce.contains { !$0.attestation.readings.isEmpty } },
      "agreement in force under several readings", instead: "written as the spans of all")
    add(
      entities.reduce(0) { $0 + $1.deeds.count }, "obligation kept or breached by an event", in: "deeds")
    report.add(
      entities.reduce(0) { $0 + $1.existence.count { $0.attestation != Attestation() } },
      "attestation of a period of existence")
    report.add(view.graph.sources.count, "source", instead: "written only as its id and title")
    report.add(
      view.graph.readings.count { $0.note != nil || $0.title.wordings.count > 1 },
      "remark on a reading, or translated title of it")
    report.add(entities.reduce(0) { $0 + (($1.shortName?.wordings.count ?? 1) - 1) }, "translated short name")
    report.add(
      statements.reduce(0) { $1.isPlain ? $0 : $0 + (($1.office?.wordings.count ?? 1) - 1) },
      "translated office")
    report.add(
      statements.count { !$0.isPlain && $0.succession != nil },
      "agreements that a successor takes over ('takes-over' and the like)")
    report.add(
      view.widenedDates, "date that reaches further than it is written ('circa')",
      instead: "written as text and bounds")
    report.add(
      view.graph.writtenDates.count { !$0.isExactInFormat },
      "date of another style without a text in EDTF",
      instead: "written as near it as can be; its own text in 'when_written'")
    return report
  }
}

/// Ids as XML can hold them, no two of them alike: one that would become another's has a number.
struct LegalIDs {
  private var numbered: [String: String] = [:]

  /// - Complexity: O(*n*).
  init(_ ids: some Sequence<String>) {
    let odd = ids.filter { XMLWriter.legal($0) != nil }
    guard !odd.isEmpty else { return }
    // As ids of entities they are told apart by their bytes.
    var taken = Set(ids.filter { XMLWriter.legal($0) == nil }.map { EntityID($0) })
    var uses: [String: Int] = [:]
    for id in odd {
      guard let legal = XMLWriter.legal(id)?.text, !taken.insert(EntityID(legal)).inserted else { continue }
      var number = uses[legal, default: 1]
      repeat { number += 1 } while !taken.insert(EntityID("\(legal)-\(number)")).inserted
      uses[legal] = number
      numbered[id] = "\(id)-\(number)"
    }
  }

  subscript(id: String) -> String { numbered.isEmpty ? id : numbered[id] ?? id }
}
