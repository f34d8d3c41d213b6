/// A YAML document composed into nodes that know their places, with all its repeated keys reported.
///
/// The text is read once, event by event. Anchors are refused before anything is composed of what they name, so that a
/// small file cannot stand for an endless one. Of a repeated key the first use counts.
struct YAMLDocument {
  /// The root, or nil when the text could not be composed.
  private(set) var root: Node?
  /// What is wrong with the text as YAML.
  private(set) var problems: [(place: Diagnostic.Place?, message: String)] = []

  /// What is worth telling of a text that is read all the same, at the beginnings of values.
  private(set) var doubts: [Diagnostic.Place: (place: Diagnostic.Place, message: String)] = [:]

  private var anchors: Set<String> = []
  private var repeatedKeys = 0
  private var nodes = 0
  private var stack: [Open] = []

  /// So many repeated keys, and so many anchors, are reported one by one.
  private static let mostReported = 100
  /// So many lines may be directives; libyaml compares each with all others.
  private static let mostDirectives = 100
  /// How libyaml begins its words for too many levels.
  private static let tooDeep = "Maximum nesting level"

  /// A list or mapping that has begun.
  private struct Open {
    let mark: Node.Mark
    let isMapping: Bool
    var members: [Node] = []
    var pairs: [(key: Node, value: Node)] = []
    var key: Node?
    /// Whether the key is there already, so that it is left out with its value.
    var isRepeated = false
    /// The lines of the keys, once there are many.
    var lines: [String: Int] = [:]
  }

  /// Reads a text.
  /// - Complexity: O(*n*); *n* bytes.
  init(_ text: String) {
    let escapes = SurrogateEscapes(text)
    compose(escapes?.text ?? text)
    guard let escapes else { return }
    problems = problems.map { ($0.place.map(escapes.original), $0.message) }
    root = root?.moved(escapes.original)
  }

  private mutating func compose(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      let start = unsafe bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0
      let bytes = unsafe UnsafeBufferPointer(rebasing: bytes[start...])
      guard unsafe isWithinLimits(bytes) else { return }
      unsafe cuts = CutTexts(bytes)
      do throws(YAMLEvents.Fault) {
        var events = unsafe YAMLEvents(bytes)
        while read(try events.next()) {}
      } catch {
        unsafe addFault(error, in: bytes)
      }
    }
    if repeatedKeys > Self.mostReported {
      let rest = repeatedKeys - Self.mostReported
      problems.append((nil, "\(rest) more \(rest == 1 ? "key is" : "keys are") here for the second time."))
    }
    // What has been composed after an anchor or before a slip is not the whole.
    if hasEnded || !anchors.isEmpty { root = nil }
    stack = []
  }

  private var cuts: CutTexts?

  /// Whether the reading was given up.
  private var hasEnded = false

  private mutating func end(_ place: Diagnostic.Place?, _ message: String) {
    problems.append((place, message))
    hasEnded = true
  }

  private mutating func isWithinLimits(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.count > InputLimits.graphFileBytes {
      end(nil, InputLimits.tooManyBytes("a graph file", limit: InputLimits.graphFileBytes))
      return false
    }
    return unsafe hasFewDirectives(bytes)
  }

  /// Whether no more lines look like directives than a text may have, at its beginning or after its end.
  private mutating func hasFewDirectives(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var line = 1
    var directives = 0
    // The last bytes, for the line ends of YAML 1.1: LF, CR, U+0085, U+2028 and U+2029.
    var last: UInt32 = 0x0A
    for index in bytes.indices {
      let byte = unsafe bytes[index]
      if byte == UInt8(ascii: "%") {
        switch last & 0xFF {
        case 0x0A, 0x0D: directives += 1
        case 0x85: directives += last & 0xFFFF == 0xC285 ? 1 : 0
        default: directives += last & 0xFF_FFFE == 0xE2_80A8 ? 1 : 0
        }
      }
      if byte == 0x0A { line += 1 }
      last = last << 8 | UInt32(byte)
      guard directives > Self.mostDirectives else { continue }
      end(
        Diagnostic.Place(line: line, column: 1),
        "more than \(Self.mostDirectives) lines begin with '%', as YAML's directives do; a graph file needs none. Indent "
          + "what is text.")
      return false
    }
    return true
  }

  // MARK: Events

  /// Takes an event in.
  /// - Returns: Whether more may follow.
  private mutating func read(_ next: (event: YAMLEvents.Event, place: Diagnostic.Place)) -> Bool {
    let place = next.place
    switch next.event {
    case .streamStart: break
    case .streamEnd: return false
    case .documentStart:
      guard root == nil, anchors.isEmpty else {
        end(place, "a second YAML document begins here; expected one, which holds the whole graph.")
        return false
      }
    case .documentEnd: break
    case .scalar(let text, let isPlain, let isQuoted, let anchor, let tag, let behind):
      note(anchor, place)
      if let tag, tag.hasPrefix("!"), tag != "!", problems.count < Self.mostReported {
        problems.append(
          (
            place,
            "'\(Node.shortened(tag))' is a tag of YAML, of which a graph file has none; put a text that begins with '!' in quotes."
          ))
      }
      let text = tag.map { $0.hasPrefix("!") && $0 != "!" ? "\($0) \(text)" : text } ?? text
      if isPlain { doubt(text, place, behind) }
      if Accents.areTooMany(in: text) {
        end(place, Accents.message)
        break
      }
      add(
        .scalar(Node.Scalar(string: text, mark: Node.Mark(place), isPlain: isPlain)),
        shift: isQuoted ? 1 : 0)
    case .listStart(let anchor): begin(anchor, place, isMapping: false)
    case .mappingStart(let anchor): begin(anchor, place, isMapping: true)
    case .listEnd, .mappingEnd:
      guard let open = stack.popLast() else { break }
      add(
        open.isMapping
          ? .mapping(Node.Mapping(pairs: open.pairs, mark: open.mark))
          : .sequence(Node.List(members: open.members, mark: open.mark)), shift: 0)
    case .alias(let name):
      guard anchors.contains(name) else {
        end(place, "this is not YAML: found undefined alias.")
        break
      }
      add(.sequence(Node.List(members: [], mark: Node.Mark(place))), shift: 0)
    }
    return !hasEnded
  }

  /// Notes a text that `#` cuts, or that ends with a comma as those of JSON do.
  private mutating func doubt(_ text: String, _ place: Diagnostic.Place, _ behind: Diagnostic.Place) {
    guard doubts.count < Self.mostReported else { return }
    if let (mark, word) = cuts?.word(behind: behind) {
      let whole = text.isEmpty ? word : "\(text) \(word)"
      doubts[place] = (
        mark,
        "'\(Node.shortened(word))' and what follows is a comment, since '#' stands after a space; if it belongs to the text, put all in quotes: \(YAMLScalars.quoted(Node.shortened(whole)))."
      )
    } else if text.utf8.last == UInt8(ascii: ",") {
      doubts[place] = (
        place,
        "the text '\(Node.shortened(text))' ends with a comma; lines of a mapping have none at their end."
      )
    }
  }

  private mutating func note(_ anchor: String?, _ place: Diagnostic.Place) {
    guard let anchor else { return }
    anchors.insert(anchor)
    root = nil
    guard problems.count < Self.mostReported else { return }
    problems.append(
      (
        place,
        "'&\(anchor)' is an anchor; a graph file does not use YAML's anchors and aliases. Put a text that begins with '&' in quotes."
      ))
  }

  private mutating func begin(_ anchor: String?, _ place: Diagnostic.Place, isMapping: Bool) {
    note(anchor, place)
    stack.append(Open(mark: Node.Mark(place), isMapping: isMapping))
    guard stack.count > InputLimits.graphFileLevels else { return }
    end(place, Self.tooDeepMessage)
  }

  private static let tooDeepMessage =
    "lists and mappings are nested more than \(InputLimits.graphFileLevels) deep here; a graph file needs fewer than "
    + "ten levels."

  /// Puts a node where it belongs.
  /// - Parameter shift: How many columns after its place the letters of a key begin.
  private mutating func add(_ node: Node, shift: Int) {
    nodes += 1
    if nodes > InputLimits.graphFileNodes {
      return end(
        nil,
        InputLimits.tooMany(
          "keys, texts, lists and mappings", in: "the file", limit: InputLimits.graphFileNodes))
    }
    // Of a text with anchors nothing is kept.
    guard anchors.isEmpty else { return }
    guard let last = stack.indices.last else {
      root = node
      return
    }
    guard stack[last].isMapping else { return stack[last].members.append(node) }
    guard let key = stack[last].key else {
      stack[last].key = node
      if let name = node.string { check(name, node.place, shift, in: last) }
      return
    }
    if !stack[last].isRepeated { stack[last].pairs.append((key, node)) }
    (stack[last].key, stack[last].isRepeated) = (nil, false)
  }

  // MARK: Repeated keys

  /// So many keys are compared one by one.
  private static let fewKeys = 12

  /// Reports a key that is there already, and sets it aside with what follows it.
  private mutating func check(_ name: String, _ place: Diagnostic.Place?, _ shift: Int, in last: Int) {
    guard let place, let first = line(of: name, place.line, in: last) else { return }
    stack[last].isRepeated = true
    repeatedKeys += 1
    guard repeatedKeys <= Self.mostReported else { return }
    problems.append(
      (
        Diagnostic.Place(line: place.line, column: place.column + shift),
        "'\(name)' is here for the second time; expected it once (it is first on line \(first))."
      ))
  }

  /// The line on which a key is first; nil when it is new, which is then noted.
  private mutating func line(of name: String, _ line: Int, in last: Int) -> Int? {
    if stack[last].pairs.count < Self.fewKeys {
      return stack[last].pairs.first { $0.key.string == name }?.key.place?.line
    }
    if stack[last].lines.isEmpty {
      for (key, _) in stack[last].pairs {
        if let name = key.string, let line = key.place?.line { stack[last].lines[name] = line }
      }
    }
    if let first = stack[last].lines[name] { return first }
    stack[last].lines[name] = line
    return nil
  }

  // MARK: Slips

  private mutating func addFault(_ fault: YAMLEvents.Fault, in bytes: UnsafeBufferPointer<UInt8>) {
    if fault.problem.hasPrefix(Self.tooDeep) { return end(fault.place, Self.tooDeepMessage) }
    if let byte = fault.byte {
      let before = unsafe bytes.prefix(byte)
      return end(unsafe Self.end(of: before), "this is not YAML: \(fault.problem).")
    }
    if let slip = unsafe YAMLSlips(fault, in: bytes).slip { return end(slip.place, slip.message) }
    let begun = fault.context.map { ", \($0.words) begun on line \($0.place.line)" } ?? ""
    // At the end of a text whose last line has no line feed, libyaml names the line after it.
    end(min(fault.place, unsafe Self.end(of: bytes[...])), "this is not YAML: \(fault.problem)\(begun).")
  }

  /// The place behind the last character, by the line ends of YAML 1.1.
  static func end(of bytes: some Collection<UInt8>) -> Diagnostic.Place {
    var end = Diagnostic.Place(line: 1, column: 1)
    var isAfterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\n" where isAfterReturn: break
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": end = .init(line: end.line + 1, column: 1)
      default: end.column += 1
      }
      isAfterReturn = scalar == "\r"
    }
    return end
  }
}
