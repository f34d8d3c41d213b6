import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// How many nodes and edges a GraphML document has.
func graphMLCounts(_ bytes: Data) throws -> (nodes: Int, edges: Int) {
  let counter = ElementCounter()
  let parser = XMLParser(data: bytes)
  parser.delegate = counter
  let isRead = parser.parse()
  try #require(isRead, "the GraphML is not well-formed: \(String(describing: parser.parserError))")
  return (counter.counts["node", default: 0], counter.counts["edge", default: 0])
}

private final class ElementCounter: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    counts[elementName, default: 0] += 1
  }
}
