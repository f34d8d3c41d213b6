import Chronology
import Diplomacy
import DiplomacyFormats

/// The texts and sizes of the boxes of a diagram of ties.
struct TiesBoxes {
  /// A line of text in a box.
  struct Line {
    let text: String
    /// The agreement that it names, by number; nil in the name of an entity.
    let agreement: Int?
  }

  /// A box: its lines of text, and its size in points.
  struct Contents {
    var lines: [Line]
    var textSize: Double
    var width: Double
    var height: Double
    var leading: Double { textSize * 1.2 }
  }

  let boxes: [Contents]

  /// How many agreements of a pair are named; of more the rest is counted.
  private static let mostNamed = 6

  init(
    _ content: TiesContent, _ frame: ChartFrame, _ scope: PictureScope, _ arrangement: TiesArrangement,
    widest: Double
  ) {
    let size = frame.size
    func name(_ agreement: Int) -> String {
      let participation = content.agreements[agreement]
      let name = scope.name(participation.agreement.id)
      guard let date = participation.date, !name.contains(where: \.isNumber), !date.earliest.isOpen else {
        return name
      }
      return "\(name), \(yearLabel(date.earliest.day.year, in: frame.language))"
    }
    // What marks a name that only one of two views has.
    let sign: [Int: String]
    if arrangement.isComparison {
      sign = Dictionary(
        uniqueKeysWithValues: content.agreements.indices.map { index in
          let isIn = content.seen.map { $0[index] != nil }
          return (index, isIn[0] == isIn[1] ? "" : isIn[0] ? "− " : "+ ")
        })
    } else {
      sign = [:]
    }
    let names = content.nodes.map { node in
      node.id.map {
        [node.kind == .hub ? (sign[node.agreements[0]] ?? "") + name(node.agreements[0]) : scope.name($0)]
      }
        ?? node.agreements.map { (sign[$0] ?? "") + name($0) }
    }
    // All in one question to the program that measures.
    let pieces = names.joined().flatMap(breakablePieces)
    frame.meter.prepare(names.joined() + pieces + pieces.map { $0.trimmingTrailingSpace() })
    boxes = zip(content.nodes, names).map { node, names in
      let isLabel = node.kind == .label
      if !arrangement.hasLabels, isLabel || node.kind == .hub {
        let side = isLabel ? 0.01 : size * 0.7
        return Contents(lines: [], textSize: size, width: side, height: side)
      }
      let textSize = size * (isLabel ? 0.88 : node.kind == .hub ? 0.92 : 1)
      // On a narrow page two boxes stand side by side all the same.
      let limit = min(size * (isLabel ? 13 : 11), max(size * 3, widest * 0.45 - size * 2.2))
      var lines: [Line] = []
      for (index, name) in names.prefix(Self.mostNamed).enumerated() {
        for line in frame.lines(name, limit, textSize).prefix(4) {
          lines.append(Line(text: line, agreement: node.agreements.isEmpty ? nil : node.agreements[index]))
        }
      }
      if names.count > Self.mostNamed {
        lines.append(Line(text: "+ \(names.count - Self.mostNamed)", agreement: nil))
      }
      if lines.isEmpty { lines = [Line(text: "", agreement: nil)] }
      let longest = lines.map { frame.meter.width($0.text, textSize) }.max() ?? 0
      let padding =
        switch node.kind {
        case .label: (x: size * 0.25, y: size * 0.1)
        case .territory, .person: (x: size * 1.1, y: size * 0.5)
        default: (x: size * 0.7, y: size * 0.45)
        }
      return Contents(
        lines: lines, textSize: textSize, width: longest + 2 * padding.x,
        height: textSize * 1.2 * Double(lines.count) + 2 * padding.y)
    }
  }
}
