internal import Yams

/// A YAML document composed into nodes that know their places, with all its repeated keys reported.
///
/// Yams stops at the first mapping that names a key twice. Here the second use is reported, its key is masked with
/// a name that cannot be meant, and the text is composed again, so that one run tells everything.
struct YAMLDocument {
  /// The root, or nil when the text could not be composed.
  private(set) var root: Node?
  /// What is wrong with the text as YAML.
  private(set) var problems: [(place: Diagnostic.Place?, message: String)] = []

  /// How many repeated keys are reported before the reader gives up.
  private static let mostRepeatedKeys = 100
  /// How libyaml begins its words for too many levels, and how many it allows.
  private static let (tooDeep, mostLevels) = ("Maximum nesting level", 1000)
  /// Scalars of the private-use area: a key that begins with one stands for a repeated key.
  private static let masks: ClosedRange<Unicode.Scalar> = "\u{E000}"..."\u{E7FF}"

  /// Whether a key is one that was masked because it was repeated.
  static func isMasked(_ key: String) -> Bool { key.unicodeScalars.first.map(masks.contains) ?? false }

  init(_ text: String) {
    let expanding = Anchors.used(in: text)
    guard expanding.isEmpty else {
      for anchor in expanding { addAnchor(anchor.name, at: anchor.place) }
      return
    }
    // Split only when a key is repeated.
    var lines: [[Unicode.Scalar]] = []
    while true {
      do {
        let parser = try Yams.Parser(yaml: lines.isEmpty ? text : Self.joined(lines))
        root = try parser.singleRoot()
        // Nodes do not keep their anchors; the parser does.
        withExtendedLifetime(parser) {
          if let root { checkAnchors(root) }
        }
        return
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        let first = context.mark
        if lines.isEmpty { lines = Self.lines(of: text) }
        guard problems.count < Self.mostRepeatedKeys, let key = keys.first,
          let second = RepeatedKey.second(of: key, firstAt: (first.line - 1, first.column - 1), in: lines)
        else {
          add(
            first,
            "the key '\(keys.first ?? "")' stands here and once more in the same mapping; expected it once.")
          return
        }
        problems.append(
          (
            Diagnostic.Place(line: second.line + 1, column: second.columns.lowerBound + 1),
            "'\(key)' is here for the second time; expected it once (it is first on line \(first.line))."
          ))
        for column in second.columns { lines[second.line][column] = Self.masks.lowerBound }
        lines[second.line][second.columns.upperBound - 1] = Unicode.Scalar(UInt32(0xE100 + problems.count))!
      } catch {
        addYAML(error, in: text)
        return
      }
    }
  }

  /// The lines without their line feeds; of CR LF, a character of its own to Swift, the CR stays.
  private static func lines(of text: String) -> [[Unicode.Scalar]] {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
  }

  /// The place behind the last character, by the line ends of YAML 1.1.
  private static func end(of text: String) -> Diagnostic.Place {
    var end = Diagnostic.Place(line: 1, column: 1)
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where isAfterReturn: break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": end = .init(line: end.line + 1, column: 1)
      default: end.column += 1
      }
      isAfterReturn = scalar == "\r"
    }
    return end
  }

  private static func joined(_ lines: [[Unicode.Scalar]]) -> String {
    var view = String.UnicodeScalarView()
    for (index, line) in lines.enumerated() {
      if index > 0 { view.append("\n") }
      view.append(contentsOf: line)
    }
    return String(view)
  }

  private mutating func add(_ mark: Mark?, _ message: String) {
    problems.append((mark.map { Diagnostic.Place(line: $0.line, column: $0.column) }, message))
  }

  private mutating func addYAML(_ error: any Error, in text: String) {
    switch error {
    case YamlError.scanner(_, let problem, let mark, _) where problem.hasPrefix(Self.tooDeep),
      YamlError.parser(_, let problem, let mark, _) where problem.hasPrefix(Self.tooDeep):
      add(
        mark,
        "lists and mappings are nested more than \(Self.mostLevels) deep here; a graph file needs fewer than ten levels."
      )
    case YamlError.composer(_, let problem, let mark, _) where problem.hasSuffix("another document"):
      add(mark, "a second YAML document begins here; expected one, which holds the whole graph.")
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      let begun = context.map { ", \($0.text) begun on line \($0.mark.line)" } ?? ""
      let end = Self.end(of: text)
      let place = Diagnostic.Place(line: mark.line, column: mark.column)
      // At the end of a text whose last line has no line feed, libyaml names the line after it.
      problems.append((min(place, end), "this is not YAML: \(problem)\(begun)."))
    case YamlError.reader(let problem, let offset, _, _):
      let before = Self.lines(of: String(text.prefix(offset ?? 0)))
      problems.append(
        (
          Diagnostic.Place(line: max(before.count, 1), column: (before.last?.count ?? 0) + 1),
          "this is not YAML: \(problem)."
        ))
    default:
      problems.append((nil, "this is not YAML: \(error)."))
    }
  }

  /// Reports anchors, which could make a small file stand for an endless one; their contents are not visited.
  private mutating func checkAnchors(_ root: Node) {
    var found: [Diagnostic.Place: String] = [:]
    func visit(_ node: Node) {
      if let anchor = node.anchor {
        found[node.place ?? Diagnostic.Place(line: 1, column: 1)] = anchor.rawValue
        return
      }
      switch node {
      case .mapping(let mapping):
        for (key, value) in mapping {
          visit(key)
          visit(value)
        }
      case .sequence(let sequence): for member in sequence { visit(member) }
      default: break
      }
    }
    visit(root)
    guard !found.isEmpty else { return }
    self.root = nil
    for (place, anchor) in found.sorted(by: { $0.key < $1.key }) {
      addAnchor(anchor, at: place)
    }
  }

  private mutating func addAnchor(_ name: String, at place: Diagnostic.Place) {
    problems.append((place, "'&\(name)' is an anchor; a graph file does not use YAML's anchors and aliases."))
  }
}

/// Anchors as they stand in a text that is not composed yet.
private enum Anchors {
  /// So many aliases cannot make a small file long.
  private static let mostAliases = 20

  /// The anchors with their places, if the text uses them so often that composing it could take for ever: a key
  /// that is an alias of lists of aliases is looked into to its very end.
  static func used(in text: String) -> [(name: String, place: Diagnostic.Place)] {
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else { return [] }
    var anchors: [(name: String, place: Diagnostic.Place)] = []
    var aliases: [String] = []
    var place = Diagnostic.Place(line: 1, column: 1)
    var word: (mark: Unicode.Scalar, name: String, place: Diagnostic.Place)?
    func close() {
      guard let closed = word, !closed.name.isEmpty else { return }
      if closed.mark == "&" {
        anchors.append((closed.name, closed.place))
      } else {
        aliases.append(closed.name)
      }
    }
    var isStart = true
    for scalar in text.unicodeScalars {
      if word != nil {
        let isOfName = scalar.isASCII && (Character(scalar).isLetter || Character(scalar).isNumber)
        if isOfName || scalar == "-" || scalar == "_" {
          word?.name.unicodeScalars.append(scalar)
        } else {
          close()
          word = nil
        }
      }
      if isStart, scalar == "&" || scalar == "*" { word = (scalar, "", place) }
      isStart = " \t\r\n[]{},".unicodeScalars.contains(scalar)
      place =
        scalar == "\n"
        ? .init(line: place.line + 1, column: 1) : .init(line: place.line, column: place.column + 1)
    }
    close()
    let names = Set(anchors.map(\.name))
    return aliases.count { names.contains($0) } > mostAliases ? anchors : []
  }
}

/// Finds where a key stands for the second time in a mapping.
private enum RepeatedKey {
  typealias Found = (line: Int, columns: Range<Int>)

  /// - Parameters:
  ///   - key: The key's text.
  ///   - first: Its first place, counted from 0.
  static func second(of key: String, firstAt first: (line: Int, column: Int), in lines: [[Unicode.Scalar]])
    -> Found?
  {
    inBlock(key, first, lines) ?? inFlow(key, first, lines)
  }

  /// In block style the keys of a mapping stand in one column, and what lies between is indented further.
  private static func inBlock(_ key: String, _ first: (line: Int, column: Int), _ lines: [[Unicode.Scalar]])
    -> Found?
  {
    for line in lines.indices.dropFirst(first.line + 1) {
      guard let indent = lines[line].firstIndex(where: { $0 != " " && $0 != "\r" }),
        lines[line][indent] != "#"
      else { continue }
      // A sequence may stand in the column of the key that it belongs to.
      if indent < first.column { return nil }
      if indent == first.column, let columns = matches(key, lines[line], at: indent) {
        return (line, columns)
      }
    }
    return nil
  }

  /// In flow style the mapping ends at the bracket that closes it.
  private static func inFlow(_ key: String, _ first: (line: Int, column: Int), _ lines: [[Unicode.Scalar]])
    -> Found?
  {
    var depth = 0
    var quote: Unicode.Scalar?
    var expectsKey = false
    for line in lines.indices.dropFirst(first.line) {
      var column = line == first.line ? first.column : 0
      while column < lines[line].count {
        let scalar = lines[line][column]
        if let open = quote {
          if scalar == open { quote = nil }
        } else if expectsKey, !" \t\r".unicodeScalars.contains(scalar) {
          if depth == 0, let columns = matches(key, lines[line], at: column) { return (line, columns) }
          expectsKey = false
          continue
        } else {
          switch scalar {
          case "\"", "'": quote = scalar
          case "{", "[": depth += 1
          case "}", "]":
            depth -= 1
            if depth < 0 { return nil }
          case ",": expectsKey = true
          default: break
          }
        }
        column += 1
      }
    }
    return nil
  }

  /// The columns of the key, without quotes, if it and a colon stand at a column.
  private static func matches(_ key: String, _ line: [Unicode.Scalar], at column: Int) -> Range<Int>? {
    let letters = Array(key.unicodeScalars)
    let quote: Unicode.Scalar? = line[column] == "\"" || line[column] == "'" ? line[column] : nil
    let start = column + (quote == nil ? 0 : 1)
    let end = start + letters.count
    guard !letters.isEmpty, end <= line.count, Array(line[start..<end]) == letters else { return nil }
    var rest = line[end...]
    if let quote {
      guard rest.first == quote else { return nil }
      rest = rest.dropFirst()
    }
    return rest.first { $0 != " " } == ":" ? start..<end : nil
  }
}
