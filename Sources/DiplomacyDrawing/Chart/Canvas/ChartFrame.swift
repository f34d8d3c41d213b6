import Diplomacy
import DiplomacyFormats

/// A sign and what it means, for a legend.
struct LegendItem: Sendable {
  /// What is drawn in a box of ``LegendItem/signWidth`` times one size of type; its origin is the left end of its middle line.
  let sign: [SVGElement]
  let text: String

  /// How wide a sign is, in sizes of type.
  static let signWidth = 2.2
}

/// Puts a title above a plot and a legend and caption below it, and makes pages of it.
struct ChartFrame {
  let style: PictureStyle
  let inks: Inks
  let words: PictureWords
  let language: String
  let meter: TextMeter
  let title: String
  /// What stands below the title, such as a date.
  var subtitle: String?
  var legend: [LegendItem] = []
  /// Paragraphs below the legend.
  var caption: [String] = []

  /// The size of type, in points.
  var size: Double { style.size }
  /// The margin around the page.
  var margin: Double { size * 1.2 }

  init(_ style: PictureStyle, _ view: GraphView, _ meter: TextMeter) {
    self.style = style
    self.meter = meter
    inks = Inks(style.theme)
    language = style.language ?? view.graph.language
    words = PictureWords(language)
    title = (style.title ?? view.graph.title.text(in: language)).asLabel
  }

  // MARK: Text

  func look(
    _ scale: Double = 1, _ color: String? = nil, _ weight: TextWeight = .regular, anchor: TextAnchor = .start
  ) -> TextLook {
    TextLook(size: size * scale, color: color ?? inks.ink, weight: weight, anchor: anchor)
  }

  /// A text cut to a length, with an ellipsis where something is cut off.
  func fitted(_ text: String, _ limit: Double, _ size: Double, _ weight: TextWeight = .regular) -> String {
    guard meter.width(text, size, weight) > limit else { return text }
    // The longest beginning that fits, found by halves.
    let characters = Array(text)
    var (fits, tooLong) = (0, characters.count)
    // Those that may fit are measured in one question: few characters are narrower than a quarter of their size.
    let likely = min(characters.count - 1, Int(max(0, limit) / size * 4) + 4)
    if likely > 1 {
      meter.prepare((1...likely).map { String(characters[..<$0]) + "…" }, weight)
      if meter.width(String(characters[..<likely]) + "…", size, weight) > limit { tooLong = likely }
    }
    while tooLong - fits > 1 {
      let middle = (fits + tooLong) / 2
      if meter.width(String(characters[..<middle]) + "…", size, weight) <= limit {
        fits = middle
      } else {
        tooLong = middle
      }
    }
    return String(characters[..<fits]) + "…"
  }

  /// A text in lines of at most a length; a word that is longer is cut.
  func lines(_ text: String, _ limit: Double, _ size: Double, _ weight: TextWeight = .regular) -> [String] {
    let pieces = breakablePieces(text)
    meter.prepare(pieces + pieces.filter { $0.last == " " }.map { String($0.dropLast()) }, weight)
    var lines: [String] = []
    var line = ""
    var length = 0.0
    for piece in pieces {
      let pieceLength = meter.width(piece, size, weight)
      let visible = piece.last == " " ? meter.width(String(piece.dropLast()), size, weight) : pieceLength
      if !line.isEmpty, length + visible > limit {
        lines.append(line.trimmingTrailingSpace())
        (line, length) = ("", 0)
      }
      line += piece
      length += pieceLength
    }
    if !line.isEmpty { lines.append(line.trimmingTrailingSpace()) }
    meter.prepare(lines, weight)
    return lines.map { fitted($0, limit, size, weight) }
  }

  // MARK: Blocks

  /// What is drawn, and how much height it takes.
  struct Block {
    var elements: [SVGElement] = []
    var height = 0.0
  }

  /// The title and what stands below it, from the top.
  func heading(_ width: Double, page: (number: Int, count: Int)? = nil) -> Block {
    var block = Block()
    guard !title.isEmpty else { return block }
    for line in lines(title, width, size * 1.4, .bold) {
      block.height += size * 1.7
      block.elements.append(
        .text(line, at: Point(x: 0, y: block.height - size * 0.4), look(1.4, nil, .bold), class: "title"))
    }
    let pages = page.flatMap { $0.count > 1 ? "\(words[.page]) \($0.number) / \($0.count)" : nil }
    let below = [subtitle, pages].compactMap(\.self).joined(separator: " · ")
    if !below.isEmpty {
      for line in lines(below, width, size * 1.1, .italic) {
        block.height += size * 1.5
        block.elements.append(
          .text(
            line, at: Point(x: 0, y: block.height - size * 0.4), look(1.1, inks.quiet, .italic),
            class: "subtitle"))
      }
    }
    block.height += size * 0.6
    return block
  }

  /// Signs and their meanings, side by side as far as there is room.
  func legendBlock(_ width: Double) -> Block {
    var block = Block()
    guard style.hasLegend, !legend.isEmpty else { return block }
    meter.prepare(legend.map(\.text))
    let sign = LegendItem.signWidth * size
    var x = 0.0
    var y = size * 1.1
    for item in legend {
      let words = lines(item.text, max(size * 4, width - sign - size * 0.5), size)
      let length = sign + size * 0.5 + (words.map { meter.width($0, size) }.max() ?? 0)
      if x > 0, x + length > width {
        x = 0
        y += size * 1.6
      }
      let symbol = SVGElement(
        "g", [("transform", "translate(\(svgNumber(x)) \(svgNumber(y - size * 0.35)))")], item.sign)
      let texts = words.enumerated().map { number, line in
        SVGElement.text(
          line, at: Point(x: x + sign + size * 0.5, y: y + size * 1.25 * Double(number)), look())
      }
      block.elements.append(SVGElement("g", [("class", "legend")], [symbol] + texts))
      x += length + size * 1.6
      if words.count > 1 {
        // What takes several lines stands alone.
        y += size * 1.25 * Double(words.count - 1)
        x = width
      }
    }
    block.height = y + size * 0.8
    return block
  }

  /// The caption's paragraphs.
  func captionBlock(_ width: Double) -> Block {
    var block = Block()
    guard style.hasCaption else { return block }
    for paragraph in caption {
      for line in lines(paragraph.asLabel, width, size * 0.8) {
        block.height += size * 1.1
        block.elements.append(
          .text(
            line, at: Point(x: 0, y: block.height - size * 0.25), look(0.8, inks.quiet), class: "caption",
            // A line that begins with a name from right to left belongs to its paragraph.
            fromRight: paragraph.isFromRight)
        )
      }
    }
    if block.height > 0 { block.height += size * 0.3 }
    return block
  }

  // MARK: Pages

  /// How much of a page's height is left for a plot of a width.
  func room(_ width: Double) -> Double {
    style.pageHeight - heading(width, page: (1, 2)).height - legendBlock(width).height
      - captionBlock(width).height - 2 * margin
  }

  /// A page around a plot whose origin is its upper left corner.
  func page(
    _ plot: [SVGElement], width: Double, height: Double, number: Int = 1, of count: Int = 1,
    description: String
  ) -> SVGDocument {
    let heading = heading(width, page: (number, count))
    let isLast = number == count
    let legend = legendBlock(width)
    let caption = isLast ? captionBlock(width) : Block()
    var y = margin
    func placed(_ block: Block, _ name: String) -> SVGElement {
      defer { y += block.height }
      return SVGElement(
        "g", [("class", name), ("transform", "translate(\(svgNumber(margin)) \(svgNumber(y)))")],
        block.elements)
    }
    let elements = [
      placed(heading, "heading"), placed(Block(elements: plot, height: height), "plot"),
      placed(legend, "legend-block"), placed(caption, "caption-block"),
    ].filter { !$0.children.isEmpty }
    return SVGDocument(
      width: width + 2 * margin, height: y + margin, language: words.language,
      title: title.isEmpty ? description : title, description: description, elements: elements)
  }
}
