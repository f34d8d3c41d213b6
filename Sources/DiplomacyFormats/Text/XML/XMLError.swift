/// Why an XML document could not be written.
package enum XMLError: Error, Equatable, CustomStringConvertible {
  /// A name that XML does not allow for an element or an attribute.
  case notAName(String)
  /// The same attribute given twice on one element.
  case repeatedAttribute(String, element: String)
  /// Text before or after the root element.
  case textOutsideRoot
  /// A second element at the top of the document.
  case secondRoot(String)
  /// A document that ends without an element.
  case noRoot
  /// libxml2 refused a call, which for a document in memory means that memory ran out.
  case refused(during: String)

  package var description: String {
    switch self {
    case .notAName(let name):
      "'\(name)' cannot name an XML element or attribute: a name starts with a letter or '_' and holds no spaces."
    case .repeatedAttribute(let name, let element):
      "The attribute '\(name)' is given twice on the XML element '\(element)'."
    case .textOutsideRoot:
      "An XML document has text outside its root element."
    case .secondRoot(let name):
      "The XML element '\(name)' follows the root element, but a document has one root."
    case .noRoot:
      "An XML document ended without a root element."
    case .refused(let action):
      "libxml2 stopped while \(action); the document may be too large for the memory."
    }
  }
}
