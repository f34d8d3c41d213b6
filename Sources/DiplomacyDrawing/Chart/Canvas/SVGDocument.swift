import DiplomacyFormats

/// A page of a picture: what is drawn, and what it says to those who cannot see it.
struct SVGDocument: Sendable {
  /// In points.
  var width: Double
  var height: Double
  var language: String
  /// What it is called.
  var title: String
  /// What it shows, in sentences.
  var description: String
  var elements: [SVGElement]

  /// The document in UTF-8.
  var text: String {
    get throws {
      var xml = try XMLWriter()
      try xml.element(
        "svg",
        [
          ("xmlns", "http://www.w3.org/2000/svg"), ("width", "\(svgNumber(width))pt"),
          ("height", "\(svgNumber(height))pt"), ("viewBox", "0 0 \(svgNumber(width)) \(svgNumber(height))"),
          ("role", "img"), ("aria-labelledby", "title description"), ("lang", language),
          ("xml:lang", language), ("font-family", DiagramStyle.fonts),
        ]
      ) { xml in
        try xml.element("title", [("id", "title")], text: drawn(title))
        try xml.element("desc", [("id", "description")], text: drawn(description))
        try xml.element("rect", [("width", "100%"), ("height", "100%"), ("fill", "#FFFFFF")])
        for element in elements { try write(element, &xml) }
      }
      return String(decoding: try xml.finish(), as: UTF8.self)
    }
  }

  private func write(_ element: SVGElement, _ xml: inout XMLWriter) throws {
    if let text = element.text { return try xml.element(element.name, element.attributes, text: text) }
    try xml.element(element.name, element.attributes) { xml in
      for child in element.children { try write(child, &xml) }
    }
  }
}
