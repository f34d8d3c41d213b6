import Foundation

/// Looks through a text in the DOT language before libcgraph reads it: divides it into graphs, finds what libcgraph would choke
/// on, and notes where nodes and edges stand, which libcgraph does not say.
///
/// libcgraph takes a time that grows with the square of a string's length; long strings therefore get a short name here, under
/// which ``longTexts`` has them.
struct DOTScan {
  /// What is too much, and where.
  struct Fault: Error {
    let place: Diagnostic.Place
    let message: String
  }

  /// One graph of the file.
  struct Piece {
    /// Its text, long strings replaced, with a NUL at its end.
    var text: [UInt8] = []
    /// The line on which it begins.
    var place: Diagnostic.Place
    /// Where each edge is made, in order.
    var edges: [Diagnostic.Place] = []
    /// Whether it begins as a graph does.
    var isGraph = false
  }

  /// A string that has a short name.
  struct LongText {
    let text: String
    let isMarkup: Bool
  }

  private(set) var pieces: [Piece] = []
  private(set) var longTexts: [String: LongText] = [:]
  /// Where words stand first that may be nodes, by their bytes.
  private(set) var places: [[UInt8]: Diagnostic.Place] = [:]

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private var names: Set<[UInt8]> = []
  private var words = 0
  private var members = 0
  private var statements = DOTStatements()
  private var piece: Piece?

  /// - Throws: ``Fault`` at the first thing that there is too much of.
  /// - Complexity: O(*n*); *n* bytes.
  init(_ bytes: [UInt8]) throws(Fault) {
    self.bytes = bytes
    while let token = try next() { try take(token) }
    if let piece { pieces.append(piece) }
    piece = nil
    for index in pieces.indices { pieces[index].text.append(0) }
  }

  // MARK: Tokens

  private enum Token {
    case word([UInt8])
    case sign(UInt8)
    case edge
  }

  private var place: Diagnostic.Place { Diagnostic.Place(line: line, column: position - lineStart + 1) }
  /// Where the last token begins.
  private var start = Diagnostic.Place(line: 1, column: 1)

  /// What begins and does not end: libcgraph would read the next file as the rest of it.
  private var unclosed: Fault?

  private func byte(_ ahead: Int = 0) -> UInt8 {
    position + ahead < bytes.count ? bytes[position + ahead] : 0
  }

  private mutating func pass(_ count: Int = 1) {
    for _ in 0..<count where position < bytes.count {
      if bytes[position] == UInt8(ascii: "\n") { (line, lineStart) = (line + 1, position + 1) }
      position += 1
    }
  }

  private mutating func copy(_ from: Int) { piece?.text.append(contentsOf: bytes[from..<position]) }

  /// The next token; what stands before it is passed on as it is, and lines of the C preprocessor are left empty.
  private mutating func next() throws(Fault) -> Token? {
    while position < bytes.count {
      let from = position
      switch byte() {
      case UInt8(ascii: "#") where position == lineStart:
        while position < bytes.count, byte() != UInt8(ascii: "\n") { pass() }
        continue
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
        while position < bytes.count, byte() != UInt8(ascii: "\n") { pass() }
        continue
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
        start = place
        pass(2)
        while position < bytes.count, !(byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) {
          pass()
        }
        if position >= bytes.count {
          throw Fault(place: start, message: "a comment does not end; expected '*/'.")
        }
        pass(2)
      case 0..<0x21:
        pass()
      default:
        start = place
        begin()
        let token = try token(from)
        if let unclosed { throw unclosed }
        return token
      }
      copy(from)
    }
    return nil
  }

  /// Begins a graph where none is open.
  private mutating func begin() {
    if piece == nil { piece = Piece(place: start) }
  }

  private mutating func token(_ from: Int) throws(Fault) -> Token {
    switch byte() {
    case UInt8(ascii: "\""): return .word(quoted(from))
    case UInt8(ascii: "<"): return .word(markup(from))
    case UInt8(ascii: "-") where byte(1) == UInt8(ascii: "-") || byte(1) == UInt8(ascii: ">"):
      pass(2)
      copy(from)
      return .edge
    case let first where Self.isLetter(first) || first == UInt8(ascii: "-"):
      pass()
      while Self.isLetter(byte()) { pass() }
      return .word(put(Array(bytes[from..<position]), from, isMarkup: nil))
    case let sign:
      pass()
      copy(from)
      return .sign(sign)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...0xFF:
      true
    default: false
    }
  }

  /// A quoted string, and those that a `+` adds to it.
  private mutating func quoted(_ from: Int) -> [UInt8] {
    var text: [UInt8] = []
    var end = position
    var endOfLines = (line, lineStart)
    while true {
      pass()
      while position < bytes.count, byte() != UInt8(ascii: "\"") {
        if byte() == UInt8(ascii: "\\") {
          if byte(1) == UInt8(ascii: "\\") { text.append(UInt8(ascii: "\\")) }
          pass()
          // A backslash before the end of a line goes on there.
          if byte() == UInt8(ascii: "\n") || byte() == UInt8(ascii: "\r") && byte(1) == UInt8(ascii: "\n") {
            pass(byte() == UInt8(ascii: "\n") ? 1 : 2)
            continue
          }
          if byte() != UInt8(ascii: "\""), byte() != UInt8(ascii: "\\") { text.append(UInt8(ascii: "\\")) }
        }
        if position < bytes.count { text.append(byte()) }
        pass()
      }
      if position >= bytes.count {
        unclosed = Fault(place: start, message: "a text in quotes does not end; expected '\"'.")
      }
      pass()
      (end, endOfLines) = (position, (line, lineStart))
      guard passSign(UInt8(ascii: "+")), byte() == UInt8(ascii: "\"") else { break }
    }
    position = end
    (line, lineStart) = endOfLines
    return put(text, from, isMarkup: false)
  }

  /// Passes white space, a sign and white space.
  private mutating func passSign(_ sign: UInt8) -> Bool {
    while position < bytes.count, byte() <= 0x20 { pass() }
    guard byte() == sign else { return false }
    pass()
    while position < bytes.count, byte() <= 0x20 { pass() }
    return true
  }

  private mutating func markup(_ from: Int) -> [UInt8] {
    var depth = 0
    repeat {
      if byte() == UInt8(ascii: "<") { depth += 1 }
      if byte() == UInt8(ascii: ">") { depth -= 1 }
      pass()
    } while depth > 0 && position < bytes.count
    if depth > 0 {
      unclosed = Fault(
        place: start, message: "a label in '<' and '>' does not end; expected a '>' for each '<'.")
    }
    return put(Array(bytes[(from + 1)..<max(from + 1, position - 1)]), from, isMarkup: true)
  }

  /// Passes a string on, a long one under a short name.
  private mutating func put(_ text: [UInt8], _ from: Int, isMarkup: Bool?) -> [UInt8] {
    let isWhole = position < bytes.count || isMarkup == nil
    guard position - from > Self.longBytes, isWhole else {
      copy(from)
      return text
    }
    let name = "entente long text \(longTexts.count)"
    longTexts[name] = LongText(text: String(decoding: text, as: UTF8.self), isMarkup: isMarkup == true)
    piece?.text.append(contentsOf: "\"\(name)\"".utf8)
    // The lines stay what they are.
    let lines = bytes[from..<position].count { $0 == UInt8(ascii: "\n") }
    piece?.text.append(contentsOf: repeatElement(UInt8(ascii: "\n"), count: lines))
    return Array(name.utf8)
  }

  private static let longBytes = 4000

  // MARK: Structure

  private mutating func take(_ token: Token) throws(Fault) {
    if case .word(let word) = token, statements.isOutside, piece?.text.count == word.count,
      ["strict", "graph", "digraph"].contains(String(decoding: word, as: UTF8.self).lowercased())
    {
      piece?.isGraph = true
    }
    let step: DOTStatements.Step =
      switch token {
      case .word(let word): statements.take(word: word)
      case .edge: statements.takeEdge()
      case .sign(let sign): statements.take(sign: sign)
      }
    switch step {
    case .node(let word):
      words += 1
      members += statements.depth - 1
      let key =
        longTexts.isEmpty
        ? word : longTexts[String(decoding: word, as: UTF8.self)].map { Array($0.text.utf8) } ?? word
      if places[key] == nil { places[key] = start }
    case .name(let word): names.insert(word)
    case .end:
      if let piece { pieces.append(piece) }
      piece = nil
    case .nothing: break
    }
    if statements.made > 0 {
      try checkEdges()
      piece?.edges += repeatElement(start, count: statements.made)
    }
    try checkSize()
  }

  private func checkEdges() throws(Fault) {
    let limit = statements.made > 1 ? InputLimits.dotProducts : InputLimits.networkElements
    if (piece?.edges.count ?? 0) + statements.made > limit {
      throw Fault(place: start, message: InputLimits.tooMany("edges", in: "the graph", limit: limit))
    }
  }

  private func checkSize() throws(Fault) {
    func tell(_ what: String, in whole: String, _ limit: Int) -> Fault {
      Fault(place: start, message: InputLimits.tooMany(what, in: whole, limit: limit))
    }
    if statements.depth > InputLimits.dotLevels {
      throw tell("levels of subgraphs", in: "the graph", InputLimits.dotLevels)
    }
    if statements.chain > InputLimits.dotChain {
      throw tell("ends", in: "this chain of edges", InputLimits.dotChain)
    }
    if words > 2 * InputLimits.networkElements {
      throw tell("nodes and ends of edges", in: "the file", 2 * InputLimits.networkElements)
    }
    if members > InputLimits.networkElements {
      throw tell("nodes in subgraphs", in: "the file", InputLimits.networkElements)
    }
    if names.count > InputLimits.keys { throw tell("names of attributes", in: "the file", InputLimits.keys) }
    if names.count > 50, (words + (piece?.edges.count ?? 0)) * names.count > InputLimits.dotCells {
      throw tell("places for attributes of nodes and edges", in: "the graph", InputLimits.dotCells)
    }
  }
}
