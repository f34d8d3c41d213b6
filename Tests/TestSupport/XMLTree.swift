import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element of an XML document as Foundation's parser reads it, independently of our own writer.
public final class XMLTree {
  /// The name, with its prefix if it has one.
  public let name: String
  /// The attributes by name, with prefixes.
  public let attributes: [String: String]
  /// The elements inside, in order.
  public private(set) var children: [XMLTree] = []
  /// All text inside, that of the children included.
  public private(set) var text = ""

  fileprivate init(name: String, attributes: [String: String]) {
    self.name = name
    self.attributes = attributes
  }

  /// Parses a document.
  /// - Throws: What the parser says, with the line.
  public static func parse(_ bytes: some Sequence<UInt8>) throws -> XMLTree {
    let parser = XMLParser(data: Data(bytes))
    let builder = Builder()
    parser.delegate = builder
    guard parser.parse(), let root = builder.root else {
      throw NotWellFormed(
        description: "line \(parser.lineNumber): \(parser.parserError?.localizedDescription ?? "no element")")
    }
    return root
  }

  /// The elements inside with a name.
  public func children(_ name: String) -> [XMLTree] { children.filter { $0.name == name } }

  /// The first element along a path of names.
  public func first(_ path: String...) -> XMLTree? {
    path.reduce(self as XMLTree?) { element, name in element?.children.first { $0.name == name } }
  }

  /// This element and all inside, in document order.
  public var all: [XMLTree] { [self] + children.flatMap(\.all) }

  /// All elements with a name, in document order.
  public func all(_ name: String) -> [XMLTree] { all.filter { $0.name == name } }

  /// An attribute.
  public subscript(attribute: String) -> String? { attributes[attribute] }

  /// Text that is no XML.
  public struct NotWellFormed: Error, CustomStringConvertible {
    /// Where, and what the parser says.
    public let description: String
  }

  private final class Builder: NSObject, XMLParserDelegate {
    var root: XMLTree?
    private var open: [XMLTree] = []

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      let element = XMLTree(name: name, attributes: attributes)
      open.last?.children.append(element)
      if open.isEmpty { root = element }
      open.append(element)
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      for element in open { element.text += text }
    }

    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      open.removeLast()
    }
  }
}

/// A text as XML 1.0 can hold it: other characters become U+FFFD.
public func asInXML(_ text: String) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.map { scalar in
        switch scalar.value {
        case 0x9, 0xA, 0xD: scalar
        case 0..<0x20, 0xFFFE, 0xFFFF: "\u{FFFD}"
        default: scalar
        }
      }))
}
