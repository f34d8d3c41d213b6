import Diplomacy
import DiplomacyFormats

/// The caption under a diagram: title, what is seen, legend of what occurs in it, and sources.
struct DiagramCaption {
  let view: GraphView
  /// What the diagram shows besides the view, in a sentence.
  let note: String?
  let language: String
  /// What the diagram is drawn with.
  let nodeLooks: Set<DiagramStyle.NodeLook>
  let edgeLooks: Set<DiagramStyle.EdgeLook>
  let lines: Set<DiagramStyle.Line>
  let holdings: Set<Holding>
  let hasSecrets: Bool
  /// The sources that something in the diagram cites.
  let cited: Set<SourceID>

  /// Whether the diagram is one that is scaled down for print, and its caption with it.
  let isLarge: Bool

  /// The sizes of letters, in points.
  private var sizes: (title: Int, scope: Int, legend: Int, sources: Int) {
    isLarge ? (30, 18, 15, 13) : (18, 12, 10, 9)
  }

  /// The caption as an HTML-like label.
  var text: String {
    let title = dotMarkup(view.graph.title.text(in: language))
    // Graphviz takes an empty element for a mistake.
    var rows = title.isEmpty ? [] : [row("<FONT POINT-SIZE=\"\(sizes.title)\"><B>\(title)</B></FONT>")]
    if let scope { rows.append(row("<FONT POINT-SIZE=\"\(sizes.scope)\"><I>\(dotMarkup(scope))</I></FONT>")) }
    if let note { rows.append(row("<FONT POINT-SIZE=\"\(sizes.scope)\">\(dotMarkup(note))</FONT>")) }
    for cells in [nodeCells, edgeCells, lineCells] where !cells.isEmpty { rows.append(row(table(cells))) }
    for line in sourceLines {
      rows.append(
        row(
          "<FONT POINT-SIZE=\"\(sizes.sources)\" COLOR=\"\(DiagramStyle.quietInk)\">\(dotMarkup(line))</FONT>"
        ))
    }
    return
      "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"4\" CELLPADDING=\"0\">\(rows.joined())</TABLE>>"
  }

  private var words: PictureWords { PictureWords(language) }

  private var scope: String? { PictureScope(view: view, words: words, language: language).line() }

  private func row(_ content: String) -> String { "<TR><TD ALIGN=\"LEFT\">\(content)</TD></TR>" }

  private func table(_ cells: [String]) -> String {
    "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"6\" CELLPADDING=\"2\"><TR>\(cells.joined())</TR></TABLE>"
  }

  private func small(_ text: String) -> String {
    "<FONT POINT-SIZE=\"\(sizes.legend)\">\(dotMarkup(text))</FONT>"
  }

  // MARK: Legend

  private var nodeCells: [String] {
    let looks = [
      DiagramStyle.state, DiagramStyle.organization, DiagramStyle.person, DiagramStyle.agreement,
      DiagramStyle.territory,
      DiagramStyle.event,
    ].filter(nodeLooks.contains)
    return looks.map { look in
      let rounded = look.shape == "ellipse" || look.style == "rounded" ? " STYLE=\"ROUNDED\"" : ""
      return "<TD BORDER=\"1\" COLOR=\"\(look.line)\" BGCOLOR=\"\(look.fill)\"\(rounded)>"
        + "\(small(words[look.word]))</TD>"
    }
  }

  private var edgeCells: [String] {
    let looks = [
      DiagramStyle.journey, DiagramStyle.party, DiagramStyle.partyOfMany, DiagramStyle.participation,
      DiagramStyle.tie,
      DiagramStyle.attendance, DiagramStyle.hostility,
      DiagramStyle.land, DiagramStyle.place, DiagramStyle.text, DiagramStyle.consequence, DiagramStyle.other,
    ].filter(edgeLooks.contains)
    return looks.map { look in
      let line = look.width > 1.3 ? "━━━" : "───"
      let sign = look.head == "none" ? line : line + "▶"
      return
        "<TD><FONT POINT-SIZE=\"\(sizes.legend)\" COLOR=\"\(look.color)\"><B>\(sign)</B></FONT> \(small(words[look.word]))</TD>"
    }
  }

  private var lineCells: [String] {
    var cells: [String] = []
    if lines.contains(.uncertain) { cells.append(boxed("DASHED", words[PictureWords.Key.uncertain])) }
    if lines.contains(.imagined) { cells.append(boxed("DOTTED", words[PictureWords.Key.imagined])) }
    for holding in Holding.shaded where holdings.contains(holding) {
      guard let key = holding.key else { continue }
      let ink = DiagramStyle.seen(DiagramStyle.ink, holding.opacity)
      cells.append(
        "<TD><TABLE BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"3\" COLOR=\"\(ink)\"><TR><TD>"
          + "<FONT COLOR=\"\(ink)\">\(small(words[key]))</FONT></TD></TR></TABLE></TD>")
    }
    if hasSecrets {
      cells.append(
        "<TD BORDER=\"1\" CELLPADDING=\"1\"><TABLE BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\"><TR><TD>"
          + "\(small(words[PictureWords.Key.secret]))</TD></TR></TABLE></TD>")
    }
    return cells
  }

  private func boxed(_ style: String, _ name: String) -> String {
    "<TD><TABLE BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"3\" STYLE=\"\(style)\"><TR><TD>\(small(name))</TD></TR></TABLE></TD>"
  }

  // MARK: Sources

  private var sourceLines: [String] {
    let titles = view.graph.sources.filter { cited.contains($0.id) }.map { source in
      [source.author, source.title.text(in: language), source.publisher].compactMap { $0 }.joined(
        separator: ", ")
    }
    let note =
      titles.isEmpty
      ? [] : wrapped(words.labelled(.sources, titles.joined(separator: "; ") + "."), width: 150)
    return note + [words[PictureWords.Key.drawnWith]]
  }
}
