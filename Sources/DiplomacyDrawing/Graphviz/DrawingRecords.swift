internal import CGraphvizDrawing

/// What `entente-draw` answers, put together from pieces of any length.
struct DrawingRecords {
  /// How a drawing ended.
  enum End: Equatable {
    /// By itself.
    case done
    /// By a signal.
    case crashed(signal: Int32)
    /// The system had no room for the process that draws.
    case notStarted
    /// The program went away.
    case lost
    /// The time was up.
    case late
  }

  /// How the drawing ended; ``End/lost`` as long as nothing else is known.
  var end = End.lost
  /// Whether the last record is there.
  private(set) var isComplete = false
  /// Whether the program draws no further graph.
  private(set) var isLast = false
  private(set) var isRead = false
  private(set) var isLaidOut = false
  private(set) var pictures: [[UInt8]] = []
  /// The extents of measured texts.
  private(set) var extents: [TextExtent] = []
  private(set) var messages = GraphvizMessages()
  private(set) var hasFonts = true
  private(set) var missing: [Unicode.Scalar] = []
  private(set) var remark = ""

  private var pending: [UInt8] = []

  /// Takes a piece of the answer.
  /// - Complexity: O(length of the piece), amortised.
  mutating func append(_ piece: ArraySlice<UInt8>) {
    pending += piece
    var start = 0
    let header = 1 + MemoryLayout<UInt64>.size
    while pending.count - start >= header {
      let length = Int(clamping: number(pending[(start + 1)..<(start + header)]))
      guard length <= pending.count - start - header else { break }
      take(pending[start], pending[(start + header)..<(start + header + length)])
      start += header + length
    }
    pending.removeFirst(start)
  }

  private mutating func take(_ kind: UInt8, _ content: ArraySlice<UInt8>) {
    switch entente_record(rawValue: .init(kind)) {
    case entente_record_graph: isRead = true
    case entente_record_layout: isLaidOut = true
    case entente_record_picture: pictures.append(Array(content))
    case entente_record_extents: extents = Self.extents(content)
    case entente_record_message: messages.append(fragment: String(decoding: content, as: UTF8.self))
    case entente_record_missing:
      missing += Unicode.Scalar(UInt32(truncatingIfNeeded: number(content))).map { [$0] } ?? []
    case entente_record_no_font: hasFonts = false
    case entente_record_remark: remark += String(decoding: content, as: UTF8.self)
    case entente_record_last: isLast = true
    case entente_record_end:
      let signal = Int32(truncatingIfNeeded: number(content))
      end = signal == 0 ? .done : signal > 0 ? .crashed(signal: signal) : .notStarted
      isComplete = true
    default: break
    }
  }

  /// The extents in a record: three numbers each.
  private static func extents(_ bytes: ArraySlice<UInt8>) -> [TextExtent] {
    unsafe bytes.withUnsafeBytes { raw in
      (0..<raw.count / MemoryLayout<entente_extent>.stride).map { index in
        let place = index * MemoryLayout<entente_extent>.stride
        let extent = unsafe raw.loadUnaligned(fromByteOffset: place, as: entente_extent.self)
        return TextExtent(width: extent.width, ascent: extent.ascent, descent: extent.descent)
      }
    }
  }

  /// A number in the machine's order.
  private func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}

/// Messages put together from the fragments of Graphviz: "Error", ": ", text, more text, …
struct GraphvizMessages {
  private var messages: [(isError: Bool, text: String)] = []

  var errors: [String] { messages.filter(\.isError).map(\.text).map(inOneSentence) }
  var warnings: [String] { messages.filter { !$0.isError }.map(\.text).map(inOneSentence) }

  mutating func append(fragment: String) {
    if fragment == "Error" || fragment == "Warning" {
      messages.append((fragment == "Error", ""))
    } else if messages.isEmpty {
      messages.append((true, fragment))
    } else if fragment != ": " || !messages[messages.count - 1].text.isEmpty {
      messages[messages.count - 1].text += fragment
    }
  }
}

/// A text with one space for each run of spaces and line ends.
func inOneSentence(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
