import Diplomacy
import DiplomacyAnalysis
import DiplomacyDrawing
import DiplomacyFormats
import DiplomacyReports

/// The page that shows the pictures of a build and says what each of its files is.
struct GraphIndex {
  let whole: GraphView
  let pictures: [BuiltPictures.Outcome]
  let centrality: Centrality
  let exports: [(name: String, purpose: String, losses: LossReport)]
  /// Whether the pairs of actors are too many for journeys to be told one by one.
  let hasCountsAlone: Bool

  private static let counts =
    "how many others each actor could have reached, and how many could have reached it: there are too many pairs to list each"

  private static let answers = [
    (
      "explorer.html",
      "a page to explore the graph in a browser: ties, incidence chart and timeline together, with a slider of time"
    ),
    ("centrality.csv", "who stands between the others: scores of actors and agreements"),
    ("journeys.json", "who could have reached whom, by when, through what"),
    ("compliance.md", "which promises were kept, breached or had lapsed, by which deed, under each reading"),
  ]

  /// The page in Markdown.
  var markdown: String { render(MarkdownPage()) }

  /// The page in HTML: one file, whose pictures lie beside it.
  var html: String {
    render(HTMLPage(title: whole.graph.title.text(in: whole.graph.language), language: whole.graph.language))
  }

  private func render(_ page: some IndexPage) -> String {
    var page = page
    let graph = whole.graph
    page.heading(graph.title.text(in: graph.language), level: 1)
    if let summary = graph.summary { page.paragraph(summary) }
    page.paragraph(
      "\(quantity(whole.entities.count, "entity", "entities")) (\(countsByCategory(whole))), "
        + "\(quantity(whole.statements.count, "statement")), \(quantity(graph.sources.count, "source")), "
        + "\(quantity(graph.readings.count, "reading")).")
    page.links([("explorer.html", "Explore the graph in a browser")])
    for picture in pictures { show(picture, on: &page) }
    page.heading("Files", level: 2)
    let files =
      pictures.filter { $0.pageCount > 0 }.flatMap { picture in
        [
          ("\(picture.name).svg", "\(picture.caption), for the screen and for editing in a drawing program"),
          ("\(picture.name).pdf", "the same for print"), ("\(picture.name).png", "the same as a bitmap"),
        ]
      } + exports.map { ($0.name, $0.purpose) } + Self.answers
    page.table(
      ["File", "What it is"],
      files.map { name, holds in
        [.link(name), .text(name == "journeys.json" && hasCountsAlone ? Self.counts : holds)]
      })
    page.heading("Who stood between the others", level: 2)
    page.table(["name", "kind"] + centrality.measures.map(\.rawValue), centrality.rows.prefix(10).map(cells))
    page.list(centrality.conventions)
    page.heading("What the formats could not hold", level: 2)
    page.list(
      exports.map { export in
        let losses = export.losses.lines
        return "\(export.name): " + (losses.isEmpty ? "nothing" : losses.joined(separator: "; "))
      })
    if let license = graph.license { page.paragraph("Licence of the data: \(license).") }
    return page.text
  }

  private func cells(_ row: Centrality.Row) -> [IndexCell] {
    var cells: [IndexCell] = [
      .text(row.entity.label(in: whole.graph.language)), .text(row.entity.kind.name),
    ]
    for (measure, score) in zip(centrality.measures, row.scores) {
      let cell: Table.Cell = measure == .degree ? .integer(Int(score)) : .number(score)
      cells.append(.number(cell.readable))
    }
    return cells
  }

  private func show(_ picture: BuiltPictures.Outcome, on page: inout some IndexPage) {
    page.heading(picture.caption.prefix(1).uppercased() + picture.caption.dropFirst(), level: 2)
    if let reason = picture.reason { return page.paragraph("Not drawn: \(reason)") }
    for number in 1...picture.pageCount {
      page.picture(
        "\(picture.name)\(number == 1 ? "" : "-\(number)").svg",
        description: picture.pageCount == 1
          ? picture.caption : "\(picture.caption), page \(number) of \(picture.pageCount)")
    }
  }
}

extension BuiltPictures.Outcome {
  /// What the picture shows.
  var caption: String {
    switch kind {
    case .incidenceChart: "who is party to what, and when"
    case .timeline: "what was in force when"
    case .ties: "who is bound to whom"
    case .full: "everything together"
    case .precision: "how closely the dates are known"
    }
  }
}
