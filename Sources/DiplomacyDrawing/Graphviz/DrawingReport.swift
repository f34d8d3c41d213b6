/// What a drawing came to: how far it went, what was said on the way, and the pictures.
struct DrawingReport {
  private var isRead = false
  private var isLaidOut = false
  private var files: [[UInt8]] = []
  private var messages = GraphvizMessages()
  private let signal: Int

  /// - Parameters:
  ///   - records: What the child wrote: each record a kind, a length in the machine's order, and bytes.
  ///   - signal: The signal that ended the child, 0 for none, −1 when its output could not be read.
  init(records: [UInt8], signal: Int) {
    self.signal = signal
    var rest = records[...]
    while rest.count > MemoryLayout<Int>.size, let kind = rest.popFirst() {
      let length = rest.prefix(MemoryLayout<Int>.size).reversed().reduce(0) { $0 << 8 | Int($1) }
      rest.removeFirst(MemoryLayout<Int>.size)
      guard length <= rest.count else { break }
      let content = rest.prefix(length)
      rest.removeFirst(length)
      switch kind {
      case UInt8(ascii: "m"): messages.append(fragment: String(decoding: content, as: UTF8.self))
      case UInt8(ascii: "g"): isRead = true
      case UInt8(ascii: "l"): isLaidOut = true
      default: files.append(Array(content))
      }
    }
  }

  /// The pictures, or the error of the step that failed.
  func pictures(engine: LayoutEngine, formats: [PictureFormat]) throws(GraphvizError) -> Pictures {
    guard isRead else { throw .unreadable(message: reason ?? "it holds no graph.") }
    guard isLaidOut else { throw .noLayout(engine: engine, message: reason ?? "it gave no reason.") }
    var pictures = Pictures(files: [:], warnings: messages.warnings)
    for (index, format) in formats.enumerated() {
      guard index < files.count, !files[index].isEmpty else {
        throw .noPicture(format: format, message: reason ?? "it gave no reason.")
      }
      pictures.files[format] = reproducible(files[index], format)
    }
    return pictures
  }

  private var reason: String? {
    var sentences = messages.errors
    if signal > 0 { sentences.append("The library crashed (signal \(signal)).") }
    if signal < 0 { sentences.append("Its output could not be read.") }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }
}

/// Messages put together from the fragments of Graphviz: "Error", ": ", text, more text, …
private struct GraphvizMessages {
  private var messages: [(isError: Bool, text: String)] = []

  var errors: [String] { messages.filter(\.isError).map(\.text).map(onOneLine) }
  var warnings: [String] { messages.filter { !$0.isError }.map(\.text).map(onOneLine) }

  mutating func append(fragment: String) {
    if fragment == "Error" || fragment == "Warning" {
      messages.append((fragment == "Error", ""))
    } else if messages.isEmpty {
      messages.append((true, fragment))
    } else if fragment != ": " || !messages[messages.count - 1].text.isEmpty {
      messages[messages.count - 1].text += fragment
    }
  }

  private func onOneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
