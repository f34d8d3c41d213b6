internal import CLibXML2
import Foundation

/// Reads one XML document, element by element, through libxml2.
///
/// Nothing is fetched, no entity is expanded: a document that declares entities of its own is refused. libxml2's limits on
/// depth and on the size of names and texts are on.
@safe struct XMLReader: ~Copyable {
  /// What stands next in the document.
  enum Event {
    /// The start of an element, by its name without prefix.
    case start(String, [String: String], isEmpty: Bool)
    /// Text between tags, references to characters resolved.
    case text(String)
    /// The end of an element that is not empty.
    case end(String)
  }

  /// What is wrong, and where.
  struct Fault: Error {
    let place: Diagnostic.Place
    let message: String
  }

  private let reader: xmlTextReaderPtr
  private let bytes: UnsafeMutableBufferPointer<CChar>
  private let slip: FirstSlip
  private var isPastProlog = false

  /// Starts to read a document.
  /// - Throws: ``Fault`` when libxml2 cannot take it.
  init(_ data: Data) throws(Fault) {
    guard data.count <= Int32.max else {
      throw Fault(
        place: Diagnostic.Place(line: 1, column: 1),
        message: "the document has \(data.count) bytes; expected at most \(Int32.max).")
    }
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(data.count, 1))
    _ = unsafe data.copyBytes(to: UnsafeMutableRawBufferPointer(copy))
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue | XML_PARSE_NOCDATA.rawValue
    guard
      let made = unsafe xmlReaderForMemory(
        copy.baseAddress, Int32(data.count), nil, nil, Int32(options))
    else {
      unsafe copy.deallocate()
      throw Fault(
        place: Diagnostic.Place(line: 1, column: 1), message: "libxml2 could not start to read the document.")
    }
    slip = FirstSlip()
    unsafe reader = made
    unsafe bytes = copy
    unsafe xmlTextReaderSetStructuredErrorHandler(
      reader,
      { context, error in
        guard let context = unsafe context, let error = unsafe error else { return }
        unsafe Unmanaged<FirstSlip>.fromOpaque(context).takeUnretainedValue().note(error)
      }, Unmanaged.passUnretained(slip).toOpaque())
  }

  deinit {
    // Once it was asked for the document, as checkProlog does, the reader leaves it to us.
    let document = unsafe xmlTextReaderCurrentDoc(reader)
    unsafe xmlFreeTextReader(reader)
    unsafe xmlFreeDoc(document)
    unsafe bytes.deallocate()
  }

  /// Where the reader is.
  var place: Diagnostic.Place {
    unsafe Diagnostic.Place(
      line: max(Int(xmlTextReaderGetParserLineNumber(reader)), 1),
      column: max(Int(xmlTextReaderGetParserColumnNumber(reader)), 1))
  }

  /// What comes next; nil at the end of the document.
  mutating func next() throws(Fault) -> Event? {
    while true {
      let result = unsafe xmlTextReaderRead(reader)
      if result == 0 { return nil }
      guard result == 1 else { throw fault }
      switch unsafe xmlTextReaderNodeType(reader) {
      case 1:
        try checkProlog()
        let attributes = attributes
        return .start(name, attributes, isEmpty: unsafe xmlTextReaderIsEmptyElement(reader) == 1)
      case 15: return .end(name)
      case 3, 4, 13, 14:
        if let value = unsafe xmlTextReaderConstValue(reader) { return .text(unsafe string(value)) }
      case 5:
        throw Fault(
          place: place, message: "found a reference to the entity '\(name)'; expected text without entities.")
      default: continue
      }
    }
  }

  private var name: String {
    unsafe xmlTextReaderConstLocalName(reader).map { unsafe string($0) } ?? ""
  }

  private var attributes: [String: String] {
    var found: [String: String] = [:]
    while unsafe xmlTextReaderMoveToNextAttribute(reader) == 1 {
      if unsafe xmlTextReaderIsNamespaceDecl(reader) == 1 { continue }
      if let value = unsafe xmlTextReaderConstValue(reader) { found[name] = unsafe string(value) }
    }
    unsafe xmlTextReaderMoveToElement(reader)
    return found
  }

  /// Refuses a document that declares entities, before any of them can be used.
  private mutating func checkProlog() throws(Fault) {
    guard !isPastProlog else { return }
    isPastProlog = true
    guard let document = unsafe xmlTextReaderCurrentDoc(reader),
      let subset = unsafe document.pointee.intSubset
    else { return }
    if unsafe subset.pointee.entities != nil {
      throw Fault(
        place: place, message: "the document declares entities of its own; expected one without them.")
    }
  }

  private var fault: Fault {
    Fault(
      place: slip.place ?? place,
      message: (slip.message ?? "the document ends early").lowercasedFirst + ".")
  }
}

/// The first thing that libxml2 complains of.
private final class FirstSlip {
  private(set) var place: Diagnostic.Place?
  private(set) var message: String?

  func note(_ error: xmlErrorPtr) {
    guard message == nil, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    place = unsafe Diagnostic.Place(
      line: max(Int(error.pointee.line), 1), column: max(Int(error.pointee.int2), 1))
    message = unsafe error.pointee.message.map { unsafe String(cString: $0) }?
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

private func string(_ text: UnsafePointer<xmlChar>) -> String {
  unsafe String(cString: UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self))
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
