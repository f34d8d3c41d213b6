import Chronology
import Diplomacy
import DiplomacyFormats

/// The texts and sizes of the boxes of a full diagram, and the words beside its lines.
struct FullBoxes {
  /// A line of text, with its size in sizes of the picture's type.
  struct Line {
    let text: String
    let scale: Double
    let isName: Bool
    var leading: Double { scale * 1.2 }
  }

  /// A box: its lines, and its size in points.
  struct Contents {
    let lines: [Line]
    let width: Double
    let height: Double
    /// The room at the left for the number of an agreement.
    let indent: Double
  }

  let boxes: [Contents]
  /// The words beside each line and how wide they are; nil where it needs none.
  let labels: [(text: String, width: Double)?]

  /// The size of type of dates, places and roles, in sizes of the picture's type.
  static let smaller = 0.85
  /// The radius of the disc around a number, in sizes of type.
  static let disc = 0.62

  init(_ content: FullContent, _ labels: [String?], _ frame: ChartFrame, _ scope: PictureScope) {
    let size = frame.size
    let texts = content.nodes.map { Self.texts($0, content.view, frame, scope) }
    frame.meter.prepare(
      texts.joined().flatMap { text in
        breakablePieces(text.text).flatMap { [$0, $0.trimmingTrailingSpace()] }
      } + labels.compactMap(\.self))
    boxes = zip(content.nodes, texts).map { node, texts in
      let limit = size * (node.kind == .event ? 11.5 : 10.5)
      let lines = texts.flatMap { text in
        frame.lines(text.text, limit, size * text.scale).prefix(6).map {
          Line(text: $0, scale: text.scale, isName: text.isName)
        }
      }
      let shown = lines.isEmpty ? [Line(text: "", scale: 1, isName: true)] : lines
      let longest = shown.map { frame.meter.width($0.text, size * $0.scale) }.max() ?? 0
      let padding: (x: Double, y: Double) =
        switch node.kind {
        case .territory, .person: (size * 0.95, size * 0.35)
        // The folded corner, and a second edge.
        case .hub: (size * 0.75, size * 0.45)
        case .event where content.view.isSecret(node.entity.attestation): (size * 0.75, size * 0.5)
        default: (size * 0.55, size * 0.35)
        }
      let indent = node.number == nil ? 0 : size * (Self.disc * 2 + 0.25)
      return Contents(
        lines: shown, width: max(longest, size) + 2 * padding.x + indent,
        height: shown.reduce(0) { $0 + $1.leading * size } + 2 * padding.y, indent: indent)
    }
    self.labels = labels.map { label in
      label.map { text in
        let fitted = frame.fitted(text, size * 22, size * Self.smaller)
        return (fitted, frame.meter.width(fitted, size * Self.smaller))
      }
    }
  }

  /// The name, the places that the name does not say, and the date.
  private static func texts(
    _ node: FullContent.Node, _ view: GraphView, _ frame: ChartFrame, _ scope: PictureScope
  ) -> [Line] {
    let name = scope.name(node.entity.id)
    var texts = [Line(text: name, scale: 1, isName: true)]
    var known = [name]
    for place in node.places.map(scope.name) where !known.contains(where: { $0.names(place) }) {
      known.append(place)
      texts.append(Line(text: place, scale: smaller, isName: false))
    }
    if let date = view.date(of: node.entity) {
      texts.append(
        Line(text: date.shortDescription(in: frame.language).asLabel, scale: smaller, isName: false))
    }
    return texts
  }
}

extension String {
  /// Whether the text names a place: holds its name, or each of its words but for the ending that a case gives it.
  func names(_ place: String) -> Bool {
    let (own, other) = (lowercased(), place.lowercased())
    if own.contains(other) { return true }
    func words(_ text: String) -> [Substring] { text.split { !$0.isLetter && !$0.isNumber } }
    let ownWords = words(own)
    let sought = words(other)
    guard !sought.isEmpty else { return false }
    return sought.allSatisfy { word in
      ownWords.contains { candidate in
        let common = zip(candidate, word).prefix { $0 == $1 }.count
        return common >= 4 && candidate.count - common <= 2 && word.count - common <= 2
      }
    }
  }
}
