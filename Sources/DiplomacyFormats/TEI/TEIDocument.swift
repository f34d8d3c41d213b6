import Foundation

/// Goes through a TEI document and hands on the elements that a graph is made of, each with all that it holds.
///
/// Names of elements count whatever the namespace, but for those of other vocabularies; text is read only inside of what is
/// handed on. Nothing is fetched.
struct TEIDocument {
  /// Where an element stands.
  struct Context {
    /// The language of the text around it.
    var language: String?
    /// The name of the element around it.
    var parent = ""
    /// The `xml:id` of the document, of several in a file of the last that began.
    var document: String?
  }

  private struct Open {
    let name: String
    let language: String?
  }

  /// What is handed on, wherever it stands.
  private static let records: Set<String> = [
    "person", "personGrp", "org", "place", "event", "relation", "correspDesc", "titleStmt", "licence",
    "abstract", "calendar", "prefixDef", "interp", "application",
  ]
  private static let namespace = "http://www.tei-c.org/ns/"

  private var open: [Open] = []
  /// The element that is being collected, inside of which the others stand.
  private var collected: [TEINode] = []
  private var context = Context()
  private var document: String?
  private var records = 0
  private var isRefused = false
  /// How deep elements of another vocabulary are open.
  private var foreign = 0

  /// Reads a document.
  /// - Parameters:
  ///   - last: The element with the end of which no more is read; nil: all is.
  ///   - take: What to do with each element.
  static func read(
    _ data: Data, _ findings: inout ImportFindings, upTo last: String? = nil,
    _ take: (TEINode, Context, inout ImportFindings) -> Void
  ) {
    var document = TEIDocument()
    do throws(XMLReader.Fault) {
      var xml = try XMLReader(data)
      while !document.isRefused, !findings.isHopeless, let event = try xml.next() {
        document.handle(event, at: xml.place, &findings, take)
        if let last, case .end(last) = event { break }
      }
    } catch {
      findings.error(error.place, error.message)
    }
  }

  private mutating func handle(
    _ event: XMLReader.Event, at place: Diagnostic.Place, _ findings: inout ImportFindings,
    _ take: (TEINode, Context, inout ImportFindings) -> Void
  ) {
    switch event {
    case .start(let name, let namespace, let attributes, let isEmpty):
      if foreign > 0 || isOther(namespace) {
        if name == "include" { tellInclusion(attributes["href"], place, &findings) }
        foreign += isEmpty ? 0 : 1
        return
      }
      if open.isEmpty, collected.isEmpty { checkRoot(name, place, &findings) }
      start(TEINode(name: name, attributes: attributes, place: place))
      if isEmpty { end(&findings, take) }
    case .text(let text):
      if foreign == 0, !collected.isEmpty {
        collected[collected.count - 1].contents.append(.text(text))
      }
    case .end:
      if foreign > 0 { foreign -= 1 } else { end(&findings, take) }
    }
  }

  private func isOther(_ namespace: String) -> Bool {
    !namespace.isEmpty && !namespace.hasPrefix(Self.namespace)
  }

  private mutating func start(_ node: TEINode) {
    if !collected.isEmpty {
      collected.append(node)
      return
    }
    let parent = open.last?.name ?? ""
    let language = node["xml:lang"] ?? open.last?.language
    if isRecord(node, in: parent) {
      context = Context(language: open.last?.language, parent: parent, document: document)
      collected.append(node)
    } else {
      if node.name == "TEI" { document = node["xml:id"] }
      open.append(Open(name: node.name, language: language))
    }
  }

  private func isRecord(_ node: TEINode, in parent: String) -> Bool {
    switch node.name {
    case "bibl", "biblStruct", "biblFull": parent == "listBibl" || parent == "sourceDesc"
    case "note": parent == "standOff"
    case "TEI": false
    default: Self.records.contains(node.name)
    }
  }

  private mutating func end(
    _ findings: inout ImportFindings, _ take: (TEINode, Context, inout ImportFindings) -> Void
  ) {
    guard let node = collected.popLast() else {
      open.removeLast()
      return
    }
    if collected.isEmpty {
      records += 1
      if records > InputLimits.networkElements {
        findings.forget()
        findings.error(
          node.place, InputLimits.tooMany("entries", in: "the file", limit: InputLimits.networkElements))
        isRefused = true
        return
      }
      take(node, context, &findings)
    } else {
      collected[collected.count - 1].contents.append(.node(node))
    }
  }

  private mutating func checkRoot(
    _ name: String, _ place: Diagnostic.Place, _ findings: inout ImportFindings
  ) {
    if name == "TEI.2" || name == "teiCorpus.2" {
      findings.error(
        place,
        "found '\(name)', with which TEI P4 and older versions begin; expected 'TEI', as P5 has it. Convert the file first, for instance with the stylesheets of the Text Encoding Initiative."
      )
      isRefused = true
    } else if !TEIFormat.roots.contains(name) {
      findings.error(
        place, "found the element '\(Node.shortened(name))' at the top; expected 'TEI', or a list of TEI.")
      isRefused = true
    }
  }

  private func tellInclusion(
    _ file: String?, _ place: Diagnostic.Place, _ findings: inout ImportFindings
  ) {
    findings.warning(
      place,
      "the file takes in '\(Node.shortened(file ?? ""))', which is not followed; give the folder with both files instead."
    )
  }
}
