import Diplomacy
import Foundation

/// What pointers of TEI lead to: `#p1`, `persons.xml#p1`, `psn:p1` by a `prefixDef`, keys and addresses of registers.
struct TEIReferences {
  /// The names of the files.
  private let files: [String]
  /// The files by the last part of their names.
  private var filesByName: [String: [Int]] = [:]
  /// The entities by their `xml:id`, file by file, and in all files.
  private var local: [[String: Int]]
  private var everywhere: [String: Int] = [:]
  private var sources: [[String: SourceID]]
  private var allSources: [String: SourceID] = [:]
  /// The entities by the addresses and numbers of registers.
  private var registered: [String: Int] = [:]
  /// The entities by category and name; nil where several have one.
  private var names: [String: Int?] = [:]
  private var entityNames = StatementNames()
  /// What private schemes of addresses stand for.
  private var prefixes: [String: (pattern: String, replacement: String)] = [:]

  init(files: [String]) {
    self.files = files
    local = Array(repeating: [:], count: files.count)
    sources = Array(repeating: [:], count: files.count)
    for (index, file) in files.enumerated() { filesByName[fileName(of: file), default: []].append(index) }
  }

  /// Whether there is only one file.
  var isOneFile: Bool { files.count == 1 }

  /// The name of a file without its endings.
  func stem(of file: Int) -> String {
    let name = fileName(of: files[file])
    return name.firstIndex(of: ".").map { $0 == name.startIndex ? name : String(name[..<$0]) } ?? name
  }

  /// A text that differs where the bytes of an id do, which texts do not where letters are composed otherwise.
  private func exact(_ id: String) -> String {
    id.utf8.allSatisfy { $0 < 0x80 } ? id : TEIWord.writtenName(id)
  }

  // MARK: What there is

  mutating func add(entity id: String, _ entity: Int, file: Int) {
    let key = exact(id)
    if local[file][key] == nil { local[file][key] = entity }
    if everywhere[key] == nil { everywhere[key] = entity }
  }

  /// The entity with an `xml:id` in a file.
  func entity(id: String, file: Int) -> Int? { local[file][exact(id)] }
  /// The entity with an `xml:id` in any file.
  func entity(id: String) -> Int? { everywhere[exact(id)] }

  mutating func add(source pointer: String, _ id: SourceID, file: Int) {
    let key = exact(pointer)
    if sources[file][key] == nil { sources[file][key] = id }
    if allSources[key] == nil { allSources[key] = id }
  }

  /// The source that a pointer names; nil: there is none.
  func source(_ pointer: String, file: Int) -> SourceID? {
    guard let hash = pointer.lastIndex(of: "#") else { return nil }
    let key = exact(String(pointer[pointer.index(after: hash)...]))
    return sources[file][key] ?? allSources[key]
  }

  mutating func add(identifier: ExternalIdentifier, _ entity: Int) {
    for key in Register.keys(of: identifier) where registered[key] == nil { registered[key] = entity }
  }

  mutating func add(name: String, _ category: Category, _ entity: Int) {
    let key = "\(category) \(name)"
    // Of two of one name, it is not known which one is meant.
    if names.updateValue(entity, forKey: key) != nil { names.updateValue(nil, forKey: key) }
  }

  /// The only entity of a category that has a name.
  func entity(named name: String, _ category: Category) -> Int? { names["\(category) \(name)"] ?? nil }

  mutating func add(made key: String, _ entity: Int) { registered["made:" + key] = entity }
  func made(_ key: String) -> Int? { registered["made:" + key] }

  mutating func add(prefix node: TEINode, file: Int) {
    guard let scheme = node["ident"], let replacement = node["replacementPattern"] else { return }
    if prefixes[scheme] == nil { prefixes[scheme] = (node["matchPattern"] ?? "(.+)", replacement) }
  }

  /// An id that no entity has.
  mutating func unique(_ id: String) -> String { entityNames.unique(id) }

  /// A name in small letters and figures, joined by hyphens.
  func slug(of name: String) -> String {
    let words = name.lowercased().split { !($0.isLetter || $0.isNumber) }
    return words.isEmpty ? "entity" : String(words.joined(separator: "-").prefix(100))
  }

  // MARK: Pointers

  /// The entity that a pointer leads to; nil: none that is described.
  func entity(at pointer: String, file: Int) -> Int? {
    let pointer = expanded(pointer)
    guard let hash = pointer.lastIndex(of: "#") else {
      return registered[Register.canonical(pointer)] ?? (isLocal(pointer) ? entity(id: pointer) : nil)
    }
    let id = String(pointer[pointer.index(after: hash)...])
    let path = String(pointer[..<hash])
    if path.isEmpty { return entity(id: id, file: file) ?? entity(id: id) }
    if let found = registered[Register.canonical(pointer)] { return found }
    for other in filesByName[fileName(of: path)] ?? [] {
      if let found = entity(id: id, file: other) { return found }
    }
    // An authority file that is not among the files, or has another name there.
    return path.contains("://") && !path.hasSuffix(".xml") ? nil : entity(id: id)
  }

  /// A pointer with what its private scheme stands for in its place.
  ///
  /// Patterns are taken for one group that holds the whole, as they are in nearly all files; no expression of a file is run,
  /// since it might run for ever.
  func expanded(_ pointer: String) -> String {
    var pointer = pointer
    // A scheme may stand for another one, but not for ever.
    for _ in 0..<8 {
      guard let colon = pointer.firstIndex(of: ":"),
        let (_, replacement) = prefixes[String(pointer[..<colon])]
      else { break }
      let rest = String(pointer[pointer.index(after: colon)...])
      guard rest.utf8.count < 2000, replacement.utf8.count < 2000 else { break }
      pointer =
        replacement.contains("$1") ? replacement.replacing("$1", with: rest) : replacement + rest
      if pointer.utf8.count > 5000 { break }
    }
    return pointer
  }

  /// Whether a pointer is a bare word, as some files have it in the place of `#word`.
  private func isLocal(_ pointer: String) -> Bool { !pointer.contains("/") && !pointer.contains(":") }

  /// The id at the end of a pointer into a file; nil for an address of a register.
  func id(in pointer: String) -> String? {
    let pointer = expanded(pointer)
    if let hash = pointer.lastIndex(of: "#") {
      let id = String(pointer[pointer.index(after: hash)...])
      return id.isEmpty ? nil : id
    }
    return isLocal(pointer) ? pointer : nil
  }
}

/// Registers of people, organisations and places.
enum Register {
  /// Parts of addresses, and what the register is called.
  private static let known: [(part: String, name: String)] = [
    ("d-nb.info/gnd/", "gnd"), ("viaf.org/viaf/", "viaf"), ("wikidata.org/entity/", "wikidata"),
    ("wikidata.org/wiki/", "wikidata"), ("geonames.org/", "geonames"), ("orcid.org/", "orcid"),
    ("id.loc.gov/authorities/names/", "lcnaf"), ("isni.org/isni/", "isni"), ("isni.org/", "isni"),
    ("vocab.getty.edu/tgn/", "tgn"), ("vocab.getty.edu/ulan/", "ulan"), ("data.bnf.fr/", "bnf"),
    ("pleiades.stoa.org/places/", "pleiades"), ("deutsche-biographie.de/", "ndb"),
  ]

  /// An address without what makes no difference: the scheme, `www.` and a slash at the end.
  static func canonical(_ address: String) -> String {
    var text = address[...]
    for start in ["https://", "http://", "//", "www."] where text.hasPrefix(start) {
      text = text.dropFirst(start.count)
    }
    while text.hasSuffix("/") { text = text.dropLast() }
    return String(text)
  }

  /// Whether a pointer says more than which register is meant, as `http://www.geonames.org/` does not.
  static func says(_ pointer: String) -> Bool {
    guard pointer.contains("://") else { return !pointer.isEmpty && pointer != "#" }
    let text = canonical(pointer)
    return text.contains("/") && !known.contains { $0.part == text + "/" }
  }

  /// The identifier that an address stands for; of a register that is not known the address itself.
  static func identifier(of address: String) -> ExternalIdentifier? {
    let text = canonical(address)
    for (part, name) in known where text.hasPrefix(part) || text.hasPrefix("sws." + part) {
      guard let start = text.firstRange(of: part)?.upperBound else { continue }
      let value = text[start...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
      if !value.isEmpty { return ExternalIdentifier(register: name, value: String(value)) }
    }
    // `gnd:118540238`.
    if let colon = address.firstIndex(of: ":"), !address[colon...].hasPrefix("://") {
      let scheme = address[..<colon].lowercased()
      if known.contains(where: { $0.name == scheme }) {
        return ExternalIdentifier(register: scheme, value: String(address[address.index(after: colon)...]))
      }
    }
    return address.contains("://") ? ExternalIdentifier(register: "uri", value: address) : nil
  }

  /// The words by which pointers may name what has an identifier.
  static func keys(of identifier: ExternalIdentifier) -> [String] {
    let value = identifier.value
    var keys = [canonical(value), "\(identifier.register):\(value)"]
    for (part, name) in known where name == identifier.register { keys.append(part + value) }
    return keys
  }
}
