import Diplomacy

/// Common mistakes in YAML written by hand, known by where libyaml gave up, and what to write instead.
struct YAMLSlips {
  private let fault: YAMLEvents.Fault
  /// The lines around the fault, and the one on which what libyaml was reading began.
  private var lines: [Int: [Unicode.Scalar]] = [:]
  /// Words that are keys of a graph file.
  private static let keys: Set<String> = Set(
    GraphFileKeys.top + GraphFileKeys.statement + GraphFileKeys.link + GraphFileKeys.act + GraphFileKeys.terms
      + GraphFileKeys.obligation + GraphFileKeys.source + GraphFileKeys.reading + GraphFileKeys.reservation
      + Category.allCases.flatMap(GraphFileKeys.entity))

  /// So many lines before the fault are looked at, and so much of each.
  private static let mostLines = 100
  private static let longestLine = 5000

  /// Looks at the lines around a fault.
  init(_ fault: YAMLEvents.Fault, in bytes: UnsafeBufferPointer<UInt8>) {
    self.fault = fault
    let wanted = [fault.place.line, fault.context?.place.line ?? fault.place.line]
    var number = 1
    var line: [Unicode.Scalar] = []
    var isAfterReturn = false
    func isNear(_ number: Int) -> Bool {
      wanted.contains { number <= $0 + 1 && number >= $0 - Self.mostLines }
    }
    let last = (wanted.max() ?? 1) + 1
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where isAfterReturn: break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
        if isNear(number) { lines[number] = line }
        line = []
        number += 1
      default: if line.count < Self.longestLine, isNear(number) { line.append(scalar) }
      }
      isAfterReturn = scalar == "\r"
      if number > last { break }
    }
    if isNear(number) { lines[number] = line }
  }

  /// What was done by mistake: where, and what to write; nil for what is no common mistake.
  var slip: (place: Diagnostic.Place, message: String)? {
    if let byScanner { return byScanner }
    let problem = fault.problem
    if problem.hasPrefix("mapping values") { return colon }
    if problem.hasPrefix("block sequence entries") { return dashBehindKey }
    if problem.hasPrefix("could not find expected ':'") { return noColon }
    if problem.hasPrefix("did not find expected ','") { return bracket }
    if problem.hasPrefix("did not find expected key") || problem.hasPrefix("did not find expected '-'") {
      return behindValue ?? closer ?? missingColonAbove ?? indentation
    }
    return nil
  }

  // MARK: Signs

  /// Tabs, and signs that cannot begin a text.
  private var byScanner: (Diagnostic.Place, String)? {
    let (line, column) = (fault.place.line, fault.place.column)
    let context = fault.context?.words ?? ""
    if fault.problem.contains("tab character") || scalar(line, column) == "\t" {
      return (fault.place, "found a tab; YAML is indented by spaces alone: use two for each level.")
    }
    if fault.problem.hasPrefix("found character that cannot start")
      || fault.problem.hasPrefix("did not find expected node")
    {
      guard let sign = scalar(line, column), "@`%?".unicodeScalars.contains(sign) else { return nil }
      return (
        fault.place,
        inQuotes(value(line, from: column), because: "begins with '\(sign)', which means something to YAML")
      )
    }
    if context.contains("an alias"), let start = fault.context?.place {
      return (
        start,
        inQuotes(
          value(start.line, from: start.column), because: "begins with '*', which YAML takes for a reference")
      )
    }
    if context.contains("a block scalar"), let start = fault.context?.place {
      return (
        start,
        inQuotes(
          value(start.line, from: start.column),
          because:
            "begins with '\(scalar(start.line, start.column) ?? ">")', which YAML takes for the beginning of lines of text"
        )
      )
    }
    guard context.contains("quoted scalar"), let start = fault.context?.place else { return nil }
    if fault.problem.hasPrefix("found unexpected end") || fault.problem.contains("document indicator") {
      return (
        start,
        "the quote \(scalar(start.line, start.column) ?? "\"") is opened here and not closed; expected another one at the end of the text."
      )
    }
    if fault.problem.contains("Unicode character escape") {
      // libyaml points to the figures behind the backslash and the letter.
      let place = Diagnostic.Place(line: line, column: max(1, column - 2))
      return (
        place,
        "found half of a character in two halves (\\uD800 to \\uDFFF); expected both, or the character itself."
      )
    }
    if fault.problem.contains("escape character") {
      return (
        fault.place,
        "a backslash in double quotes begins a sign such as \\n; write two of them, or use single quotes ('…')."
      )
    }
    return nil
  }

  // MARK: Colons

  /// `name: Treaty: secret`, or a line that is indented more than those of its mapping.
  private var colon: (Diagnostic.Place, String)? {
    let line = fault.place.line
    if let above = before(line), let slip = missingSpace(above) { return slip }
    let own = indent(line)
    let first = firstColon(line)
    if first == nil || first ?? 0 >= fault.place.column, let above = before(line), own > indent(above) {
      return (
        Diagnostic.Place(line: line, column: own + 1),
        "this line is indented by \(own), the one before it by \(indent(above)), and that has a value already; lines of one mapping begin in the same column."
      )
    }
    guard let first, first < fault.place.column else { return nil }
    let start = skipSpaces(line, first + 1)
    let text = value(line, from: start, inFlow: false)
    return (fault.place, "found ': ' inside of a text; put the text in quotes: \(Self.quoted(text)).")
  }

  /// A line that has no colon, or no space after it.
  private var noColon: (Diagnostic.Place, String)? {
    guard let start = fault.context?.place else { return nil }
    if let slip = missingSpace(start.line) { return slip }
    let text = content(start.line)
    if text.hasPrefix("-"), !text.hasPrefix("- "), text.count > 1 {
      return (
        Diagnostic.Place(line: start.line, column: indent(start.line) + 1),
        "found '\(Node.shortened(text))'; put a space after '-': '- \(Node.shortened(String(text.dropFirst())))'."
      )
    }
    let place = Diagnostic.Place(line: start.line, column: indent(start.line) + 1)
    return (place, "found '\(Node.shortened(text))' without a colon; expected a key, ': ' and a value.")
  }

  /// `kind:treaty`, a no-break space or a wide colon, on a line.
  private func missingSpace(_ line: Int) -> (Diagnostic.Place, String)? {
    let text = content(line)
    let place = Diagnostic.Place(line: line, column: indent(line) + 1)
    if let odd = lines[line]?.firstIndex(where: Self.isOddSpace) {
      return (
        Diagnostic.Place(line: line, column: odd + 1),
        "found a no-break space or another space that YAML does not know; write plain spaces."
      )
    }
    if let wide = lines[line]?.firstIndex(where: { $0 == "：" }) {
      return (Diagnostic.Place(line: line, column: wide + 1), "found '：'; write ':' and a space.")
    }
    guard let hint = Self.missingSpace(in: text) else { return nil }
    return (place, "found '\(Node.shortened(text))'; \(hint)")
  }

  private var missingColonAbove: (Diagnostic.Place, String)? {
    before(fault.place.line).flatMap { missingSpace($0) }
  }

  /// What to write for `kind:treaty`; nil for another text.
  static func missingSpace(in text: String) -> String? {
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let (key, rest) = (text[..<colon], text[text.index(after: colon)...])
    guard Findings.isWord(String(key)), let first = rest.first, first != " ", first != "/" else { return nil }
    return "put a space after the colon: '\(Node.shortened("\(key): \(rest)"))'."
  }

  /// Whether it is a space that is none for YAML.
  static func isOddSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0xA0, 0x1680, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  private var dashBehindKey: (Diagnostic.Place, String)? {
    (
      fault.place,
      "found '-' behind a colon; write a list in brackets, '[\(Node.shortened(value(fault.place.line, from: skipSpaces(fault.place.line, fault.place.column + 1))))]', or each entry on a line of its own."
    )
  }

  // MARK: Brackets

  private var bracket: (Diagnostic.Place, String)? {
    guard let start = fault.context?.place else { return nil }
    let (line, column) = (fault.place.line, fault.place.column)
    if let hash = hash(from: start, to: fault.place) {
      return (
        hash,
        "'#' after a space begins a comment, so that nothing more of the line is read; put the text in quotes."
      )
    }
    let opened = scalar(start.line, start.column) ?? "["
    let found = scalar(line, column)
    // A key at the beginning of a line belongs to what is around the brackets.
    let beginsKey = line > start.line && firstColon(line) == column
    if found == ":", !beginsKey {
      let text = textBefore(line, column)
      let word = text.split(separator: " ").last.map(String.init) ?? ""
      if text != word,
        Self.keys.contains(word) || scalar(start.line, start.column) == "{" && Category(rawValue: word) != nil
      {
        return (
          Diagnostic.Place(line: line, column: column - word.unicodeScalars.count),
          "a comma is missing before '\(word)'."
        )
      }
      return (
        fault.place,
        "found ': ' inside of a text; put the text in quotes: \(Self.quoted(text + value(line, from: column)))."
      )
    }
    if found == "]" && opened == "{"
      || found == "}" && opened == "[" && start.line == line && !isOpen("{", before: start)
    {
      return (fault.place, "found '\(found ?? "]")', which closes nothing.")
    }
    if line == start.line, found == "\"" || found == "'" || found == "{" || found == "[" {
      return (fault.place, "a comma is missing here.")
    }
    return (start, "'\(opened)' is opened here and not closed; expected '\(opened == "[" ? "]" : "}")'.")
  }

  /// Whether a bracket is opened, and not closed, on the line before a place.
  private func isOpen(_ sign: Unicode.Scalar, before place: Diagnostic.Place) -> Bool {
    let line = (lines[place.line] ?? []).prefix(place.column - 1)
    return line.count { $0 == sign } > line.count { $0 == "}" }
  }

  /// The first `#` after a space between two places.
  private func hash(from start: Diagnostic.Place, to end: Diagnostic.Place) -> Diagnostic.Place? {
    guard end.line > start.line, let line = lines[start.line] else { return nil }
    let found = line.indices.dropFirst(start.column).first {
      line[$0] == "#" && line[$0 - 1] == " " && $0 + 1 < line.count && line[$0 + 1] != " "
    }
    return found.map { Diagnostic.Place(line: start.line, column: $0 + 1) }
  }

  /// More after a closing quote or bracket.
  private var behindValue: (Diagnostic.Place, String)? {
    let line = fault.place.line
    guard let first = firstColon(line), fault.place.column > first + 1 else { return nil }
    let start = skipSpaces(line, first + 1)
    guard start < fault.place.column, let sign = scalar(line, start) else { return nil }
    let whole = value(line, from: start, inFlow: false)
    switch sign {
    case "\"", "'":
      return (
        fault.place,
        "the text ends with the quote before this, but more follows; put all of it in other quotes: \(Self.quoted(Self.unquoted(whole)))."
      )
    case "[", "{":
      if scalar(line, fault.place.column).map({ "]}".unicodeScalars.contains($0) }) ?? true { return nil }
      return (
        fault.place,
        "the \(sign == "[" ? "list" : "mapping") ends before this, but more follows; put a text that begins with '\(sign)' in quotes: \(Self.quoted(whole))."
      )
    default: return nil
    }
  }

  private var closer: (Diagnostic.Place, String)? {
    guard let sign = scalar(fault.place.line, fault.place.column), "]}".unicodeScalars.contains(sign) else {
      return nil
    }
    return (fault.place, "found '\(sign)', which closes nothing.")
  }

  // MARK: Indentation

  private var indentation: (Diagnostic.Place, String)? {
    let line = fault.place.line
    let own = indent(line)
    guard fault.place.column == own + 1, !content(line).isEmpty else { return nil }
    var open: [Int] = []
    var above = before(line)
    while let number = above {
      let indent = indent(number)
      if open.last.map({ indent < $0 }) ?? true { open.append(indent) }
      // What stands behind a dash is a column of its own.
      if content(number).hasPrefix("- "), open.last == indent, own > indent,
        open.dropLast().last != indent + 2
      {
        open.insert(indent + 2, at: open.count - 1)
      }
      if indent == 0 { break }
      above = before(number)
    }
    guard !open.contains(own), !open.isEmpty else { return nil }
    let columns = open.reversed().map(String.init).joined(separator: ", ")
    return (
      fault.place,
      "this line is indented by \(own), which is that of no line it could belong to (\(columns)); lines that belong together begin in the same column."
    )
  }

  // MARK: Lines

  private func scalar(_ line: Int, _ column: Int) -> Unicode.Scalar? {
    guard let scalars = lines[line], column > 0, column <= scalars.count else { return nil }
    return scalars[column - 1]
  }

  /// How many spaces a line begins with.
  private func indent(_ line: Int) -> Int { (lines[line] ?? []).prefix { $0 == " " }.count }

  private func content(_ line: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: (lines[line] ?? []).dropFirst(indent(line)))
    return String(view).trimmingWhitespace()
  }

  /// The line before one that holds more than a comment.
  private func before(_ line: Int) -> Int? {
    var number = line - 1
    while let scalars = lines[number] {
      let text = scalars.drop { $0 == " " }
      if let first = text.first, first != "#" { return number }
      number -= 1
    }
    return nil
  }

  /// The column of the first colon that ends a key.
  private func firstColon(_ line: Int) -> Int? {
    guard let scalars = lines[line] else { return nil }
    return scalars.indices.first { scalars[$0] == ":" && ($0 + 1 == scalars.count || scalars[$0 + 1] == " ") }
      .map { $0 + 1 }
  }

  private func skipSpaces(_ line: Int, _ column: Int) -> Int {
    var column = column
    while scalar(line, column) == " " { column += 1 }
    return column
  }

  /// A value from a column on: to the end of the line, or of its part between brackets.
  private func value(_ line: Int, from column: Int, inFlow: Bool = true) -> String {
    guard let scalars = lines[line], column >= 1, column <= scalars.count else { return "" }
    var view = String.UnicodeScalarView()
    let isFlow = inFlow && scalars.prefix(column).contains { $0 == "{" || $0 == "[" }
    for scalar in scalars[(column - 1)...] {
      if isFlow, ",]}".unicodeScalars.contains(scalar) { break }
      view.append(scalar)
    }
    return String(view).trimmingWhitespace()
  }

  /// The text before a column, back to a comma, a bracket or a key.
  private func textBefore(_ line: Int, _ column: Int) -> String {
    guard let scalars = lines[line] else { return "" }
    var view: [Unicode.Scalar] = []
    for scalar in scalars.prefix(column - 1).reversed() {
      if ",[{:".unicodeScalars.contains(scalar) { break }
      view.append(scalar)
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: view.reversed())
    return String(text).trimmingWhitespace()
  }

  private func inQuotes(_ text: String, because reason: String) -> String {
    "'\(Node.shortened(text))' \(reason); put it in quotes: \(Self.quoted(text))."
  }

  /// A text without the quotes around it.
  private static func unquoted(_ text: String) -> String {
    guard let first = text.first, first == text.last, text.count > 1 else { return text }
    return String(text.dropFirst().dropLast())
  }

  /// A text in quotes, without the typographic ones that it may have had.
  private static func quoted(_ text: String) -> String {
    let marks: Set<Character> = ["“", "”", "„", "«", "»"]
    var text = text[...]
    if let first = text.first, marks.contains(first) { text = text.dropFirst() }
    if let last = text.last, marks.contains(last) { text = text.dropLast() }
    return YAMLScalars.quoted(Node.shortened(String(text)))
  }
}

extension YAMLSlips {
  /// What to add to a message about a text that is not what was expected; empty for nothing.
  static func advice(on text: String) -> String {
    if text.unicodeScalars.contains(where: isOddSpace) {
      return " It has a no-break space or another space that YAML does not know; write plain spaces."
    }
    if text.unicodeScalars.contains("：") { return " Write ':' and a space in place of '：'." }
    if let hint = missingSpace(in: text) { return " If it is a key and a value, \(hint)" }
    let quotes = quoteAdvice(on: text)
    if !quotes.isEmpty { return quotes }
    if text.hasPrefix("-"), text.dropFirst().first.map({ $0.isLetter || $0.isNumber }) ?? false {
      return " If these are entries of a list, put a space after each '-'."
    }
    if let key = text.split(separator: " ").first, Findings.isWord(String(key)), text.hasPrefix("\(key) = ") {
      return " Write '\(Node.shortened("\(key): \(text.dropFirst(key.count + 3))"))'."
    }
    if text.contains(" - ") { return " If these are entries of a list, put each '-' in the same column." }
    return ""
  }

  /// What to write for an entry of a section without a colon.
  static func entryAdvice(on text: String) -> String {
    let other = advice(on: text)
    let words = text.split(separator: " ", maxSplits: 1)
    guard other.isEmpty, words.count == 2, Findings.isWord(String(words[0])) else { return other }
    return " Write '\(Node.shortened("\(words[0]): \(words[1])"))'."
  }

  /// What to write in place of typographic quotes; empty where there are none.
  static func quoteAdvice(on text: String) -> String {
    let quote = text.unicodeScalars.first { "“”„«»‘’".unicodeScalars.contains($0) }
    return quote.map { " '\($0)' is no quote for YAML; write \" or '." } ?? ""
  }

  /// `Write a list: [germany, russia].`, for words with commas or the like between them.
  static func listAdvice(on text: String) -> String? {
    let words = text.split { $0 == "," || $0 == ";" || $0 == "&" || $0.isWhitespace }.map(String.init).filter
    { $0 != "and" }
    guard words.count > 1, words.allSatisfy(Findings.isWord),
      text.contains(where: { $0 == "," || $0 == ";" || $0 == "&" }) || text.contains(" and ")
    else { return nil }
    return " Write a list: [\(words.joined(separator: ", "))]."
  }
}
