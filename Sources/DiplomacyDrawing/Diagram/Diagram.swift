import Chronology
public import Diplomacy
public import DiplomacyFormats

/// What a diagram shows and how.
public struct DiagramOptions: Hashable, Sendable {
  /// The language of names, where they are known in it.
  public var language: String?
  /// How nodes are placed; nil: `dot` for graphs of up to ``layeredLimit`` links, `sfdp` for larger ones.
  public var engine: LayoutEngine?

  /// A journey that the diagram shows; nil: none.
  public var journey: DrawnJourney?

  /// The most links that are still drawn in layers by default.
  public static let layeredLimit = 220

  /// Options; by default the graph's own language and an engine that fits its size.
  public init(language: String? = nil, engine: LayoutEngine? = nil, journey: DrawnJourney? = nil) {
    self.journey = journey
    self.language = language
    self.engine = engine
  }
}

/// A picture of a view, as DOT that carries its layout engine, legend and source note.
public struct Diagram: Sendable {
  /// The graph in the DOT language.
  public let dot: String
  /// How nodes are placed.
  public let engine: LayoutEngine
  /// What the picture does not show.
  public let losses: LossReport

  /// Draws a view.
  ///
  /// Entities that no statement of the view joins to another are left out, except agreements and events.
  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
  public init(_ view: GraphView, _ options: DiagramOptions = DiagramOptions()) {
    let composer = DiagramComposer(
      view, language: options.language ?? view.graph.language, journey: options.journey)
    engine = options.engine ?? (composer.statements.count > DiagramOptions.layeredLimit ? .sfdp : .dot)
    dot = composer.text(engine: engine)
    losses = composer.losses
  }

  /// Draws the diagram in several formats from one layout.
  /// - Parameter timeLimit: How long the drawing may take.
  public func pictures(
    _ formats: [PictureFormat], timeLimit: Duration = .drawing
  ) throws(GraphvizError) -> Pictures {
    try startPictures(formats, timeLimit: timeLimit).finish()
  }

  /// Starts to draw the diagram.
  /// - Parameter timeLimit: How long the drawing may take.
  public func startPictures(
    _ formats: [PictureFormat], timeLimit: Duration = .drawing
  ) throws(GraphvizError) -> PendingPictures {
    try PendingPictures(dot: dot, engine: engine, formats: formats, timeLimit: timeLimit)
  }
}

/// Composes the DOT text of one view.
private struct DiagramComposer {
  let view: GraphView
  let language: String
  let entities: [(entity: Entity, answer: Answer)]
  let statements: [(statement: Statement, answer: Answer)]

  /// The agreements of so many parties that their lines are drawn thin, so that they do not cover the rest.
  let crowded: Set<EntityID>
  /// The places written into the labels of what happened there.
  let places: [EntityID: [EntityID]]
  /// A journey that is shown, and what is on its way.
  let journey: DrawnJourney?
  private let onTheWay: Set<EntityID>

  init(_ view: GraphView, language: String, journey: DrawnJourney?) {
    self.view = view
    self.language = language
    self.journey = journey
    let way = view.statements.filter { journey?.crossings[$0.statement.id] != nil }
    onTheWay = Set(way.flatMap { [$0.statement.subject, $0.statement.object] })
    let all = journey?.isAlone == true ? way : view.statements
    // A territory that is nothing but the place of something is a line in its label, not a node.
    var others: Set<EntityID> = []
    for (statement, _) in all {
      others.insert(statement.subject)
      if statement.role != .place { others.insert(statement.object) }
    }
    func isMerePlace(_ statement: Statement) -> Bool {
      statement.role == .place && !others.contains(statement.object)
    }
    places = Dictionary(grouping: all.map(\.statement).filter(isMerePlace), by: \.subject).mapValues {
      $0.map(\.object)
    }
    statements = all.filter { !isMerePlace($0.statement) }
    let parties = Dictionary(
      grouping: statements.filter { $0.statement.role == .party }, by: \.statement.object)
    crowded = Set(parties.filter { $1.count > 9 }.keys)
    var joined: Set<EntityID> = []
    for (statement, _) in statements { joined.formUnion([statement.subject, statement.object]) }
    entities = view.entities.filter { entity, _ in
      joined.contains(entity.id)
        || journey?.isAlone != true && (entity.category == .agreement || entity.category == .event)
    }
  }

  var losses: LossReport {
    let written = Set(places.values.joined())
    let drawn = Set(entities.map(\.entity.id))
    let missing = view.entities.count { !drawn.contains($0.entity.id) && !written.contains($0.entity.id) }
    let translations = view.entities.reduce(0) { $0 + $1.entity.name.wordings.count - 1 }
    return LossReport(
      losses: [
        LossReport.Loss(what: "entity without a link, not drawn", count: missing),
        LossReport.Loss(what: "name in another language, not drawn", count: translations),
        LossReport.Loss(
          what: "date of an entity", count: entities.count { !dateLines($0.entity).isEmpty },
          instead: "drawn in words, which are not read back; 'plain' DOT holds it"),
        LossReport.Loss(
          what: "source, note or other attribute that is no part of a picture",
          count: (entities.map(\.entity.attestation) + statements.map(\.statement.attestation)).count {
            $0.note != nil || !$0.citations.isEmpty
          } + entities.reduce(0) { $0 + $1.entity.attributes.count },
          instead: "in tooltips at most, and not read back; 'plain' DOT holds it"),
      ].filter { $0.count > 0 })
  }

  // MARK: The whole

  func text(engine: LayoutEngine) -> String {
    var lines = ["digraph \(dotID(view.graph.title.text(in: language))) {"]
    let attributes = common(engine) + [("label", caption.text)]
    lines.append("  graph [")
    for (name, value) in attributes { lines.append("    \(name)=\(value)") }
    lines.append("  ];")
    lines.append(
      "  node [fontname=\(dotQuoted(DiagramStyle.fonts)), fontsize=11, fontcolor=\(dotQuoted(DiagramStyle.ink)), "
        + "penwidth=1.2, margin=\"0.12,0.06\"];")
    lines.append(
      "  edge [fontname=\(dotQuoted(DiagramStyle.fonts)), fontsize=8, fontcolor=\(dotQuoted(DiagramStyle.quietInk)), "
        + "arrowsize=0.7];")
    lines += entities.map { node($0.entity) }
    lines += statements.map { edge($0.statement) }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private var caption: DiagramCaption {
    let attestations = entities.map(\.entity.attestation) + statements.map(\.statement.attestation)
    let lines =
      entities.map { line($0.entity.attestation) } + statements.map { line($0.statement.attestation) }
    let holdings =
      entities.map { view.drawnHolding(of: $0.entity) }
      + statements.map { view.drawnHolding(of: $0.statement) }
    return DiagramCaption(
      view: view, note: journey?.title, language: language,
      nodeLooks: Set(entities.map { DiagramStyle.look(of: $0.entity.kind) }),
      edgeLooks: journey == nil ? Set(statements.map { edgeLook($0.statement) }) : [DiagramStyle.journey],
      lines: Set(lines), holdings: Set(holdings),
      hasSecrets: attestations.contains(where: view.isSecret),
      cited: Set(attestations.flatMap(\.citations).map(\.source)), isLarge: entities.count > 24)
  }

  private func common(_ engine: LayoutEngine) -> [(String, String)] {
    var attributes = [
      ("layout", engine.rawValue), ("charset", "\"UTF-8\""), ("bgcolor", "\"white\""),
      ("fontname", dotQuoted(DiagramStyle.fonts)), ("fontsize", "12"), ("labelloc", "b"), ("pad", "0.3"),
    ]
    switch engine {
    case .dot:
      attributes += [("rankdir", "LR"), ("nodesep", "0.12"), ("ranksep", "0.45")]
    case .neato, .fdp:
      attributes += [("overlap", "prism"), ("splines", "true"), ("sep", "\"+6\""), ("start", "1941")]
    case .sfdp:
      // Lines around the nodes of a large graph take twenty times as long and are harder to follow than straight
      // ones that pass behind them.
      attributes += [
        ("overlap", "prism"), ("splines", "line"), ("outputorder", "edgesfirst"), ("sep", "\"+6\""),
        ("start", "1941"), ("K", "1.3"), ("repulsiveforce", "1.3"),
      ]
    case .circo, .twopi:
      attributes += [("overlap", "false"), ("splines", "true")]
    }
    return attributes
  }

  // MARK: Nodes and edges

  private func node(_ entity: Entity) -> String {
    let look = DiagramStyle.look(of: entity.kind)
    let line = line(entity.attestation)
    let opacity = view.drawnHolding(of: entity).opacity
    let styles = (["filled", look.style, line.style]).filter { !$0.isEmpty }
    let name = entity.label(in: language)
    var label = wrapped(name, width: Self.lineWidth)
    for place in (places[entity.id] ?? []).compactMap({ view.graph[$0]?.label(in: language) })
    where !name.names(place) {
      label += wrapped(place, width: Self.lineWidth)
    }
    label += dateLines(entity)
    // What is not on the way stays in the background.
    let isQuiet = journey != nil && !onTheWay.contains(entity.id)
    var attributes = [
      ("label", label.joined(separator: "\n")), ("shape", look.shape),
      ("style", styles.joined(separator: ",")),
      ("color", isQuiet ? DiagramStyle.faded : DiagramStyle.seen(look.line, opacity)),
      ("fillcolor", isQuiet ? "white" : DiagramStyle.seen(look.fill, opacity)),
    ]
    if isQuiet {
      attributes.append(("fontcolor", DiagramStyle.fadedInk))
    } else if opacity != nil {
      attributes.append(("fontcolor", DiagramStyle.seen(DiagramStyle.ink, opacity)))
    }
    if view.isSecret(entity.attestation) { attributes.append(("peripheries", "2")) }
    attributes += [
      ("class", "\(entity.category.rawValue) \(entity.kind.name)"), ("tooltip", tooltip(entity)),
    ]
    return "  \(dotID(entity.id.rawValue)) [\(list(attributes))];"
  }

  private func edge(_ statement: Statement) -> String {
    let look = edgeLook(statement)
    let line = line(statement.attestation)
    if let journey { return edge(statement, on: journey, look, line) }
    let color = DiagramStyle.seen(look.color, view.drawnHolding(of: statement).opacity)
    var attributes = [
      ("color", view.isSecret(statement.attestation) ? "\(color):white:\(color)" : color),
      ("penwidth", "\(look.width)"),
    ]
    attributes += arrow(statement, look)
    if line != .plain { attributes.append(("style", line.style)) }
    if look.isLabelled { attributes.append(("label", words[statement.role])) }
    attributes += [("class", statement.role.name), ("tooltip", tooltip(statement))]
    return
      "  \(dotID(statement.subject.rawValue)) -> \(dotID(statement.object.rawValue)) [\(list(attributes))];"
  }

  /// A link beside a journey, or with its moment a crossing of it.
  private func edge(
    _ statement: Statement, on journey: DrawnJourney, _ look: DiagramStyle.EdgeLook, _ line: DiagramStyle.Line
  ) -> String {
    var ends = [statement.subject, statement.object]
    var attributes: [(String, String)]
    if let crossing = journey.crossings[statement.id] {
      attributes = [
        ("color", DiagramStyle.vermilion), ("penwidth", "2.6"), ("arrowhead", "normal"),
        ("label", "\(words[statement.role])\n\(crossing.moment)"), ("fontcolor", DiagramStyle.ink),
      ]
      if crossing.isTurned { ends.reverse() }
      if line != .plain { attributes.append(("style", line.style)) }
    } else {
      attributes = [
        ("color", DiagramStyle.faded), ("penwidth", "\(min(look.width, 0.8))"), ("arrowhead", look.head),
      ]
    }
    attributes += [("class", statement.role.name), ("tooltip", tooltip(statement))]
    return "  \(dotID(ends[0].rawValue)) -> \(dotID(ends[1].rawValue)) [\(list(attributes))];"
  }

  private var words: PictureWords { PictureWords(language) }

  /// Arrows lead from who acts to the event, and from the event to whom it is done.
  private func arrow(_ statement: Statement, _ look: DiagramStyle.EdgeLook) -> [(String, String)] {
    switch statement.role {
    case .agent: [("arrowhead", "normal")]
    case .target, .recipient:
      [("dir", "back"), ("arrowtail", statement.role == .target ? look.head : "empty")]
    default: [("arrowhead", statement.isSymmetric ? "none" : look.head)]
    }
  }

  private func edgeLook(_ statement: Statement) -> DiagramStyle.EdgeLook {
    let isCrowded = statement.role == .party && crowded.contains(statement.object)
    return isCrowded ? DiagramStyle.partyOfMany : DiagramStyle.look(of: statement.role)
  }

  private func list(_ attributes: [(String, String)]) -> String {
    attributes.map { "\($0)=\(dotLabel($1))" }.joined(separator: ", ")
  }

  private func line(_ attestation: Attestation) -> DiagramStyle.Line {
    switch Assertion(attestation) {
    case .imagined: .imagined
    case .uncertain: .uncertain
    case .plain: .plain
    }
  }

  /// The date of a signature or event in the diagram's language, in lines.
  private func dateLines(_ entity: Entity) -> [String] {
    view.date(of: entity).map { wrapped($0.shortDescription(in: language), width: Self.lineWidth) } ?? []
  }

  private static let lineWidth = 22

  private func tooltip(_ entity: Entity) -> String {
    [
      "\(entity.name.text(in: language)) (\(entity.kind))", entity.attestation.note,
      entity.attestation.citationText,
    ]
    .compactMap { $0 }.joined(separator: "; ")
  }

  private func tooltip(_ statement: Statement) -> String {
    let graph = view.graph
    let sentence =
      [statement.subject, statement.object].map { graph[$0]?.label(in: language) ?? $0.rawValue }
      .joined(separator: " · \(words[statement.role]) · ")
    return [
      sentence, statement.when?.styledText, statement.office?.text(in: language), statement.attestation.note,
      statement.attestation.citationText,
    ].compactMap { $0 }.joined(separator: "; ")
  }
}
