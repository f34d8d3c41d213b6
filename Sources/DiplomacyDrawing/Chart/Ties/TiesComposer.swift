import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import Networks

/// Lays out and draws a diagram of ties, of one view or of several in panels with the same places.
struct TiesComposer {
  let views: [GraphView]
  let content: TiesContent
  let boxes: TiesBoxes
  let layout: TiesLayout
  let meter: TextMeter
  private(set) var frame: ChartFrame
  let scope: PictureScope
  let arrangement: TiesArrangement
  private let layoutWarnings: [String]

  var view: GraphView { views[0] }
  var size: Double { frame.size }
  var words: PictureWords { frame.words }

  /// From how many boxes on forces place them, not stress.
  private static let mostByStress = 150

  init(
    _ views: [GraphView], _ choice: PictureChoice, _ engine: LayoutEngine?, _ style: PictureStyle,
    _ timeLimit: Duration, _ arrangement: TiesArrangement = .single
  ) throws(ChartError) {
    self.views = views
    meter = TextMeter(timeLimit: timeLimit)
    frame = ChartFrame(style, views[0], meter)
    scope = PictureScope(view: views[0], words: frame.words, language: frame.language)
    do throws(MeasureError) {
      content = try TiesContent(views, choice)
    } catch {
      throw .measure(error)
    }
    guard !content.nodes.isEmpty else {
      throw .empty(
        content.large.isEmpty
          ? "no agreement that is looked at has two members or more, so there are no ties to draw."
          : "all agreements that are looked at have more than \(TiesContent.mostOfHub) members; draw them as an incidence chart."
      )
    }
    let isVast = views.count == 1 && content.nodes.count { $0.kind != .label } > Self.mostPlaced
    let arrangement: TiesArrangement = isVast ? .vast : arrangement
    self.arrangement = arrangement
    boxes = TiesBoxes(content, frame, scope, arrangement, widest: Self.most(frame, arrangement))
    let dot = Self.dot(content, boxes, isVast: isVast)
    let places: NodePlaces
    do throws(GraphvizError) {
      try meter.check()
      places = try NodePlaces(
        dot: dot, nodes: content.nodes.count { $0.kind != .label },
        engine: engine ?? (content.nodes.count > Self.mostByStress ? .sfdp : .neato),
        timeLimit: timeLimit)
    } catch {
      throw .drawing(error)
    }
    let room = style.size * 2
    let area = boxes.boxes.reduce(0) { $0 + ($1.width + room) * ($1.height + room * 1.1) }
    let width = Self.width(area, frame, arrangement)
    let height = area * Self.spread / width
    layout =
      isVast
      ? TiesLayout(content, boxes, asPlaced: places)
      : TiesLayout(content, boxes, places, width: width, height: height, gap: style.size * 0.55)
    layoutWarnings =
      places.warnings
      + (style.width != nil && layout.width > width + 1
        ? [
          "the diagram needs a width of \(Int((layout.width / PictureStyle.points(1)).rounded(.up))) mm. Draw less of it (--ego, --among, --top), or as an incidence chart."
        ] : [])
    let scopes = views.map { PictureScope(view: $0, words: frame.words, language: frame.language) }
    frame.subtitle = PictureScope.common(scopes, choice)
    frame.legend = legend
    frame.caption = caption
  }

  /// How many boxes are moved to better places; more stay where Graphviz puts them.
  private static let mostPlaced = 400

  /// How much of a page is left white: so many times what the boxes take.
  private static let spread = 2.3

  /// The width of the plot: as asked for, or what the boxes need at a good proportion of the sides.
  private static func width(_ area: Double, _ frame: ChartFrame, _ arrangement: TiesArrangement) -> Double {
    let most = most(frame, arrangement)
    let columns = arrangement.columns
    if frame.style.width != nil { return most }
    return min(most, max((area * spread * 1.5).squareRoot(), frame.size * (columns == 1 ? 32 : 20)))
  }

  /// How wide a plot may be.
  private static func most(_ frame: ChartFrame, _ arrangement: TiesArrangement) -> Double {
    let columns = Double(arrangement.columns)
    return (frame.style.widest - 2 * frame.margin - frame.size * 2 * (columns - 1)) / columns
  }

  /// The graph that Graphviz places: boxes of the sizes that they will have.
  private static func dot(_ content: TiesContent, _ boxes: TiesBoxes, isVast: Bool) -> String {
    var lines = [
      "graph {",
      "  graph [overlap=\(isVast ? "prism" : "true"), splines=line, start=1941, pack=true, packmode=\"graph\"];",
      "  node [shape=box, fixedsize=true, label=\"\"];",
    ]
    func inches(_ points: Double) -> String { svgNumber(points / 72) }
    for (index, box) in boxes.boxes.enumerated() where content.nodes[index].kind != .label {
      lines.append("  n\(index) [width=\(inches(box.width)), height=\(inches(box.height))];")
    }
    for tie in content.ties {
      var reach = (boxes.boxes[tie.from].width + boxes.boxes[tie.to].width) / 2 + 18
      if case .pair(let label) = tie.kind { reach += boxes.boxes[label].width }
      lines.append("  n\(tie.from) -- n\(tie.to) [len=\(inches(reach))];")
    }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  // MARK: The whole

  func chart() throws(ChartError) -> Chart {
    let documents: [SVGDocument]
    if case .panels(let names, let columns, _) = arrangement {
      documents = pages(panels(names, columns), columns)
    } else {
      documents = [
        frame.page(
          panel(Array(views.indices)), width: layout.width, height: layout.height, description: description)
      ]
    }
    return try Chart(
      documents, frame, meter, description: description, author: view.graph.authors.joined(separator: ", "),
      table: table, warnings: layoutWarnings)
  }

  /// Rows of pictures on as many pages as they need.
  private func pages(_ rows: [ChartFrame.Block], _ columns: Int) -> [SVGDocument] {
    let width = layout.width * Double(columns) + size * 2 * Double(columns - 1)
    let room = frame.room(width)
    var pages: [ChartFrame.Block] = [ChartFrame.Block()]
    for row in rows {
      if pages[pages.count - 1].height > 0, pages[pages.count - 1].height + row.height > room {
        pages.append(ChartFrame.Block())
      }
      let y = pages[pages.count - 1].height
      pages[pages.count - 1].elements.append(
        SVGElement("g", [("transform", "translate(0 \(svgNumber(y)))")], row.elements))
      pages[pages.count - 1].height += row.height
    }
    return pages.enumerated().map { index, page in
      frame.page(
        page.elements, width: width, height: page.height, number: index + 1, of: pages.count,
        description: description)
    }
  }

  private var description: String {
    let large = content.large.isEmpty ? "" : "; \(words[.agreementsOfMany]) \(content.large.count)"
    let actors = content.nodes.count {
      if case .actor = $0.kind { true } else { false }
    }
    return "\(words[.tiesDiagram]): \(words[.actors]) \(actors), "
      + "\(words[.agreements]) \(content.agreements.count)\(large)."
  }

  private var caption: [String] {
    var paragraphs: [String] = []
    if !arrangement.hasLabels { paragraphs.append(words[.onlyActorsNamed]) }
    if let omitted = content.omitted { paragraphs.append(words.omitted(omitted)) }
    if !content.large.isEmpty {
      let names = content.large.map { large in
        "\(scope.name(large.agreement.id)) (\(memberCount(large)))"
      }
      paragraphs.append(words.labelled(.agreementsOfMany, words.list(names) + "."))
    }
    if !content.unbound.isEmpty {
      paragraphs.append(words.labelled(.boundByThese, words.list(content.unbound.map(scope.name)) + "."))
    }
    let ids = content.agreements.map(\.agreement.id)
    let attestations = ids.flatMap { id in
      [view.graph[id]?.attestation].compactMap(\.self)
        + view.statements(about: id).filter { $0.answer != .no }.map(\.statement.attestation)
    }
    if let sources = scope.sources(of: attestations) { paragraphs.append(sources) }
    return paragraphs + [words[.drawnWith]]
  }

  private func memberCount(_ participation: Participation) -> Int {
    let members = views.flatMap { view in
      view.statements(about: participation.agreement.id).filter { statement, answer in
        answer != .no && statement.object == participation.agreement.id
          && Role.participations.contains(statement.role) && view.graph[statement.subject]?.kind != .person
      }.map(\.statement.subject)
    }
    return Set(members).count
  }

  private var table: PictureTable {
    let names: [String] =
      switch arrangement {
      case .single, .vast: []
      case .together(let names), .panels(let names, _, _): names
      }
    var table = PictureTable(
      columns: [words[.agreement], words[.signed], words[.name], words[.role], words[.secret]] + names)
    let number = Dictionary(
      content.agreements.enumerated().map { ($1.agreement.id, $0) }
    ) { first, _ in first }
    for participation in content.agreements + content.large {
      for member in participation.members {
        table.rows.append(
          [
            participation.agreement.name.text(in: frame.language), participation.date?.edtf ?? "",
            scope.name(member.actor), words.list(member.roles.map { words[$0] }),
            participation.isSecret || member.isSecret ? "1" : "0",
          ]
            + names.indices.map { view in
              // Of agreements that are not drawn, the members of the first view that has them.
              let seen = number[participation.agreement.id].flatMap { content.seen[view][$0] }
              return seen?.members.contains { $0.actor == member.actor } == true ? "1" : "0"
            })
      }
    }
    return table
  }
}
