import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats

/// The page that says what each file of a build is.
struct GraphIndex {
  let whole: GraphView
  let centrality: Centrality
  let exports: [(name: String, purpose: String, losses: LossReport)]
  /// Whether the pairs of actors are too many for journeys to be told one by one.
  let hasCountsAlone: Bool

  private static let counts =
    "how many others each actor could have reached, and how many could have reached it: there are too many pairs to list each"

  private static let pictures = [
    ("graph.svg", "the diagram, for the screen and for editing in a drawing program"),
    ("graph.pdf", "the diagram, for print"),
    ("graph.png", "the diagram as a bitmap"),
  ]

  private static let answers = [
    ("centrality.csv", "who stands between the others: scores of actors and agreements"),
    ("journeys.json", "who could have reached whom, by when, through what"),
    ("compliance.md", "which promises were kept, breached or had lapsed, by which deed, under each reading"),
  ]

  var text: String {
    let graph = whole.graph
    let title = graph.title.text(in: graph.language)
    var lines = ["# \(markdownText(title))", ""]
    if let summary = graph.summary { lines += [markdownText(summary), ""] }
    lines += ["![\(markdownText(title))](graph.svg)", ""]
    let counts = countsByCategory(whole)
    lines += [
      "\(quantity(whole.entities.count, "entity", "entities")) (\(counts)), "
        + "\(quantity(whole.statements.count, "statement")), \(quantity(graph.sources.count, "source")), "
        + "\(quantity(graph.readings.count, "reading")).",
      "", "| File | What it is |", "|---|---|",
    ]
    let files = Self.pictures + exports.map { ($0.name, $0.purpose) } + Self.answers
    lines += files.map { name, holds in
      "| [\(name)](\(name)) | \(name == "journeys.json" && hasCountsAlone ? Self.counts : holds) |"
    }
    lines += ["", "## Who stood between the others", ""]
    lines.append(
      Table(
        columns: ["name", "kind"] + centrality.measures.map(\.rawValue),
        rows: centrality.rows.prefix(10).map { row in
          [.text(row.entity.label(in: graph.language)), .text(row.entity.kind.name)]
            + zip(centrality.measures, row.scores).map { $0 == .degree ? .integer(Int($1)) : .number($1) }
        }
      ).markdown)
    lines += centrality.conventions.map { "- \(markdownText($0))" }
    lines += ["", "## What the formats could not hold", ""]
    for export in exports {
      let losses = export.losses.lines
      lines.append("- \(export.name): " + (losses.isEmpty ? "nothing" : losses.joined(separator: "; ")))
    }
    if let license = graph.license { lines += ["", "Licence of the data: \(markdownText(license))."] }
    return lines.joined(separator: "\n") + "\n"
  }
}
