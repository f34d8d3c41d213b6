import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import Networks

/// Lays out and draws a full diagram.
struct FullComposer {
  let content: FullContent
  let boxes: FullBoxes
  /// The layout, on the scale at which it is drawn.
  private(set) var layout: FullLayout
  let meter: TextMeter
  private(set) var frame: ChartFrame
  let scope: PictureScope
  /// What is on the way of a journey; nil: no journey is shown.
  let way: FullWay?
  /// How much smaller than asked for boxes and type are.
  private(set) var scale: Double
  private var warnings: [String]

  var view: GraphView { content.view }
  var words: PictureWords { frame.words }
  /// The size of type in the plot.
  var size: Double { frame.size * scale }

  init(
    _ view: GraphView, _ choice: PictureChoice, _ engine: LayoutEngine?, _ journey: Journey?,
    _ style: PictureStyle, _ timeLimit: Duration
  ) throws(ChartError) {
    meter = TextMeter(timeLimit: timeLimit)
    let frame = ChartFrame(style, view, meter)
    let scope = PictureScope(view: view, words: frame.words, language: frame.language)
    let way = journey.map { FullWay($0, frame.language) }
    (self.frame, self.scope) = (frame, scope)
    self.way = way
    do throws(MeasureError) {
      content = try FullContent(view, choice, keeping: way?.entities ?? [])
    } catch {
      throw .measure(error)
    }
    guard !content.nodes.isEmpty else {
      throw .empty("nothing that is looked at is joined to anything else, so there is no diagram to draw.")
    }
    guard content.nodes.count <= Self.mostBoxes else {
      throw .empty(
        "everything together would be \(content.nodes.count) boxes, and more than \(Self.mostBoxes) cannot be read; draw less of it "
          + "(--ego, --among, --top, --show), or an incidence chart.")
    }
    boxes = FullBoxes(content, Self.labels(content, way, frame), frame, scope)
    let subtitle = [scope.line(choice), journey.map { scope.way($0) }].compactMap(\.self)
    self.frame.subtitle = subtitle.isEmpty ? nil : subtitle.joined(separator: " · ")
    self.frame.caption = Self.caption(content, frame.words, scope)
    scale = 1
    layout = FullLayout(width: 0, height: 0, boxes: [], courses: [], labels: [], tags: [])
    warnings = []
    self.frame.legend = legend
    let laid: LaidOut
    do throws(GraphvizError) {
      try meter.check()
      laid = try LaidOut(
        .init(content: content, boxes: boxes, size: frame.size), engine, self.frame, timeLimit)
    } catch {
      throw .drawing(error)
    }
    scale = laid.scale
    layout = laid.layout
    warnings = laid.warnings
  }

  /// The most boxes of a diagram of everything together.
  private static let mostBoxes = 400

  // MARK: The whole

  func chart() throws(ChartError) -> Chart {
    // A narrow plot stands in the middle of a page that its title and legend fit.
    let most = frame.style.widest - 2 * frame.margin
    let width = frame.style.width == nil ? min(most, max(layout.width, frame.size * 45)) : most
    let left = max(0, (width - layout.width) / 2)
    let plot = SVGElement("g", [("transform", "translate(\(svgNumber(left)) 0)")], plot)
    let page = frame.page([plot], width: width, height: layout.height, description: description)
    return try Chart(
      [page], frame, meter, description: description, author: view.graph.authors.joined(separator: ", "),
      table: table, warnings: warnings)
  }

  private var description: String {
    func count(_ category: Diplomacy.Category) -> Int {
      content.nodes.count { $0.entity.category == category }
    }
    return "\(words[.fullDiagram]): \(words[.actors]) \(count(.actor)), "
      + "\(words[.agreements]) \(count(.agreement)), \(words[.events]) \(count(.event))."
  }

  private static func caption(_ content: FullContent, _ words: PictureWords, _ scope: PictureScope)
    -> [String]
  {
    var paragraphs: [String] = []
    if !content.omitted.isEmpty {
      let counts = content.omitted.map { category, count in
        let word =
          switch category {
          case .actor: words[PictureWords.Key.actors]
          case .agreement: words[PictureWords.Key.agreements]
          case .event: words[PictureWords.Key.events]
          case .territory: words[PictureWords.Key.territories]
          }
        return "\(word) \(count)"
      }
      paragraphs.append(
        words.labelled(.mostCentral, words.list(counts) + (words.language == "ja" ? "。" : ".")))
    }
    let attestations =
      content.nodes.map(\.entity.attestation) + content.lines.flatMap { $0.statements.map(\.attestation) }
    if let sources = scope.sources(of: attestations) { paragraphs.append(sources) }
    return paragraphs + [words[.drawnWith]]
  }

  private var table: PictureTable {
    var table = PictureTable(columns: [
      words[.name], words[.role], words[.name], words[.date], words[.certainty], words[.modality],
      words[.secret],
    ])
    for statement in content.lines.flatMap(\.statements) {
      table.rows.append([
        scope.name(statement.subject), words[statement.role], scope.name(statement.object),
        statement.when?.edtf ?? "", statement.attestation.certainty?.rawValue ?? "",
        words.open(
          "modality.\(statement.attestation.modality.rawValue)", statement.attestation.modality.rawValue),
        view.isSecret(statement.attestation) ? "1" : "0",
      ])
    }
    return table
  }

  // MARK: Words beside lines

  /// Roles that a line says by itself.
  static let silent: Set<Role> = [.party, .agent, .participant, .leadsTo]

  private static func labels(_ content: FullContent, _ way: FullWay?, _ frame: ChartFrame) -> [String?] {
    content.lines.map { line in
      var roles: [String] = []
      for statement in line.statements {
        let office = statement.office?.text(in: frame.language).asLabel
        let isTie = [.represents, .commands, .memberOf].contains(statement.role)
        let word = isTie ? office ?? frame.words[statement.role] : frame.words[statement.role]
        if !roles.contains(word) { roles.append(word) }
      }
      if let way {
        // Beside a journey the rest is silent.
        return line.statements.lazy.compactMap { way.moments[$0.id] }.first.map {
          frame.words.list(roles + [$0])
        }
      }
      return line.statements.allSatisfy { silent.contains($0.role) } ? nil : frame.words.list(roles)
    }
  }
}

/// What is on the way of a journey.
struct FullWay {
  /// The actors, agreements and events.
  let entities: Set<EntityID>
  /// When each statement is crossed, in words.
  let moments: [StatementID: String]
  /// The statements that are crossed from their object to their subject.
  let turned: Set<StatementID>

  init(_ journey: Journey, _ language: String) {
    var entities: Set<EntityID> = []
    var moments: [StatementID: String] = [:]
    var turned: Set<StatementID> = []
    for step in journey.steps {
      entities.formUnion([step.from, step.to] + [step.through].compactMap(\.self))
      for (place, statement) in step.statements.enumerated() {
        moments[statement.id] = step.moment.isOpen ? "…" : step.moment.description(in: language)
        if step.through == nil ? statement.subject != step.from : place > 0 { turned.insert(statement.id) }
      }
    }
    (self.entities, self.moments, self.turned) = (entities, moments, turned)
  }
}

extension PictureScope {
  /// Who is on the way of a journey, in order.
  func way(_ journey: Journey) -> String {
    let actors = [journey.steps[0].from] + journey.steps.map(\.to)
    return words.labelled(.route, actors.map(name).joined(separator: " → "))
  }
}
