import Diplomacy
import DiplomacyFormats

/// The caption under a diagram: title, what is seen, legend of what occurs in it, and sources.
struct DiagramCaption {
  let view: GraphView
  let language: String

  /// The caption as an HTML-like label.
  func text(_ entities: [Entity], _ statements: [Statement]) -> String {
    var rows = [
      row("<FONT POINT-SIZE=\"30\"><B>\(dotMarkup(view.graph.title.text(in: language)))</B></FONT>")
    ]
    if let scope { rows.append(row("<FONT POINT-SIZE=\"18\"><I>\(dotMarkup(scope))</I></FONT>")) }
    rows.append(row(table(nodeCells(entities))))
    rows.append(row(table(edgeCells(statements))))
    rows.append(row(table(lineCells(entities, statements))))
    for line in sourceLines(entities, statements) {
      rows.append(row("<FONT POINT-SIZE=\"13\" COLOR=\"\(DiagramStyle.quietInk)\">\(dotMarkup(line))</FONT>"))
    }
    return "<<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"4\" CELLPADDING=\"0\">\(rows.joined())</TABLE>>"
  }

  private var scope: String? {
    let date = view.options.at.map { "as of \($0)" }
    let reading = view.options.reading.flatMap { view.graph[$0] }.map { "reading: \($0.title.text(in: language))" }
    let parts = [date, reading].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  private func row(_ content: String) -> String { "<TR><TD ALIGN=\"LEFT\">\(content)</TD></TR>" }

  private func table(_ cells: [String]) -> String {
    guard !cells.isEmpty else { return " " }
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"6\" CELLPADDING=\"2\"><TR>\(cells.joined())</TR></TABLE>"
  }

  private func small(_ text: String) -> String { "<FONT POINT-SIZE=\"15\">\(dotMarkup(text))</FONT>" }

  // MARK: Legend

  private func nodeCells(_ entities: [Entity]) -> [String] {
    let used = Set(entities.map { DiagramStyle.look(of: $0.kind) })
    let looks = [
      DiagramStyle.state, DiagramStyle.organization, DiagramStyle.person, DiagramStyle.agreement, DiagramStyle.territory,
      DiagramStyle.event,
    ].filter(used.contains)
    return looks.map { look in
      let rounded = look.shape == "ellipse" || look.style == "rounded" ? " STYLE=\"ROUNDED\"" : ""
      return "<TD BORDER=\"1\" COLOR=\"\(look.line)\" BGCOLOR=\"\(look.fill)\"\(rounded)>"
        + "\(small("\(look.name) (\(look.shapeName))"))</TD>"
    }
  }

  private func edgeCells(_ statements: [Statement]) -> [String] {
    let used = Set(statements.map { DiagramStyle.look(of: $0.role) })
    let looks = [
      DiagramStyle.party, DiagramStyle.participation, DiagramStyle.tie, DiagramStyle.attendance, DiagramStyle.hostility,
      DiagramStyle.land, DiagramStyle.place, DiagramStyle.text, DiagramStyle.consequence, DiagramStyle.other,
    ].filter(used.contains)
    return looks.map { look in
      let line = look.width > 1.3 ? "━━━" : "───"
      let sign = look.head == "none" ? line : line + "▶"
      return "<TD><FONT POINT-SIZE=\"15\" COLOR=\"\(look.color)\"><B>\(sign)</B></FONT> \(small(look.name))</TD>"
    }
  }

  private func lineCells(_ entities: [Entity], _ statements: [Statement]) -> [String] {
    let attestations = entities.map(\.attestation) + statements.map(\.attestation)
    var cells: [String] = []
    let isUncertain =
      attestations.contains { $0.certainty == .low || $0.certainty == .medium } || view.options.at != nil
    if isUncertain { cells.append(boxed("DASHED", DiagramStyle.Line.uncertain.name)) }
    if attestations.contains(where: { $0.modality != .actual }) {
      cells.append(boxed("DOTTED", DiagramStyle.Line.imagined.name))
    }
    if attestations.contains(where: { $0.secret != nil }) {
      cells.append(
        "<TD BORDER=\"1\" CELLPADDING=\"1\"><TABLE BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"1\"><TR><TD>"
          + "\(small("secret (double line)"))</TD></TR></TABLE></TD>")
    }
    return cells
  }

  private func boxed(_ style: String, _ name: String) -> String {
    "<TD><TABLE BORDER=\"1\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"3\" STYLE=\"\(style)\"><TR><TD>\(small(name))</TD></TR></TABLE></TD>"
  }

  // MARK: Sources

  private func sourceLines(_ entities: [Entity], _ statements: [Statement]) -> [String] {
    var cited: Set<SourceID> = []
    for attestation in entities.map(\.attestation) + statements.map(\.attestation) {
      cited.formUnion(attestation.citations.map(\.source))
    }
    let titles = view.graph.sources.filter { cited.contains($0.id) }.map { source in
      [source.author, source.title.text(in: language), source.publisher].compactMap { $0 }.joined(separator: ", ")
    }
    let note = titles.isEmpty ? [] : wrapped("Sources: " + titles.joined(separator: "; ") + ".", width: 150)
    return note + ["Drawn with Entente."]
  }
}
