internal import CLibXML2
import Foundation

/// Reads one XML document, element by element, through libxml2.
///
/// Nothing is fetched, no entity is expanded: a document that declares entities of its own is refused. libxml2's limits on
/// depth (256) and on the size of names (50,000 bytes) and texts (10 MB) are on.
@safe struct XMLReader: ~Copyable {
  /// What stands next in the document.
  enum Event {
    /// The start of an element, by its name without prefix and its namespace, with its attributes of no namespace,
    /// and `xml:id` and `xml:lang`.
    case start(String, namespace: String, [String: String], isEmpty: Bool)
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
  /// Who heard before what libxml2 says on this thread.
  private let listeners: EntenteXMLListeners
  private var isPastProlog = false

  /// Starts to read a document.
  /// - Throws: ``Fault`` when libxml2 cannot take it.
  init(_ data: Data) throws(Fault) {
    let top = Diagnostic.Place(line: 1, column: 1)
    guard data.count <= InputLimits.networkBytes else {
      throw Fault(
        place: top, message: InputLimits.tooManyBytes("an XML document", limit: InputLimits.networkBytes))
    }
    // In UTF-8, tags can be looked at before libxml2 reads them.
    var text: [UInt8]?
    do throws(EncodedText.Fault) {
      text = try EncodedText.byteOrder(of: data).map { order throws(EncodedText.Fault) in
        try EncodedText.utf8(ofUTF16: data, order)
      }
    } catch {
      throw Fault(place: error.place ?? top, message: error.message)
    }
    let bytes = text ?? Array(data)
    if let excess = TagScan.excess(in: bytes) { throw Fault(place: excess.place, message: excess.message) }
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(bytes.count, 1))
    unsafe UnsafeMutableRawBufferPointer(copy).copyBytes(from: bytes)
    let slip = FirstSlip()
    let context = unsafe Unmanaged.passUnretained(slip).toOpaque()
    let listeners = unsafe ententeListen(FirstSlip.noteError, context)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue | XML_PARSE_NOCDATA.rawValue
    guard
      let made = unsafe xmlReaderForMemory(
        copy.baseAddress, Int32(bytes.count), nil, text == nil ? nil : "UTF-8", Int32(options))
    else {
      unsafe ententeStopListening(listeners)
      unsafe copy.deallocate()
      throw Fault(place: top, message: slip.sentence ?? "libxml2 could not start to read the document.")
    }
    self.slip = slip
    unsafe self.listeners = listeners
    unsafe reader = made
    unsafe self.bytes = copy
    unsafe xmlTextReaderSetStructuredErrorHandler(reader, FirstSlip.noteError, context)
  }

  deinit {
    // Once it was asked for the document, as checkProlog does, the reader leaves it to us.
    let document = unsafe xmlTextReaderCurrentDoc(reader)
    unsafe xmlFreeTextReader(reader)
    unsafe xmlFreeDoc(document)
    unsafe bytes.deallocate()
    unsafe ententeStopListening(listeners)
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
        let (name, namespace, attributes) = (name, namespace, attributes)
        for value in attributes.values { try check(value) }
        return .start(
          name, namespace: namespace, attributes,
          isEmpty: unsafe xmlTextReaderIsEmptyElement(reader) == 1)
      case 15: return .end(name)
      case 3, 4, 13, 14:
        guard let value = unsafe xmlTextReaderConstValue(reader).map({ unsafe string($0) }) else { continue }
        try check(value)
        return .text(value)
      case 5:
        throw Fault(
          place: place, message: "found a reference to the entity '\(name)'; expected text without entities.")
      default: continue
      }
    }
  }

  private func check(_ text: String) throws(Fault) {
    if Accents.areTooMany(in: text) { throw Fault(place: place, message: Accents.message) }
  }

  private var name: String {
    unsafe xmlTextReaderConstLocalName(reader).map { unsafe string($0) } ?? ""
  }

  private var namespace: String {
    unsafe xmlTextReaderConstNamespaceUri(reader).map { unsafe string($0) } ?? ""
  }

  /// The attributes without a namespace, and `xml:id` and `xml:lang`; those of others are not the document's own.
  private var attributes: [String: String] {
    var found: [String: String] = [:]
    while unsafe xmlTextReaderMoveToNextAttribute(reader) == 1 {
      if let prefix = unsafe xmlTextReaderConstPrefix(reader).map({ unsafe string($0) }) {
        let name = "\(prefix):\(self.name)"
        guard name == "xml:id" || name == "xml:lang" else { continue }
        if let value = unsafe xmlTextReaderConstValue(reader) { found[name] = unsafe string(value) }
        continue
      }
      if unsafe xmlTextReaderConstNamespaceUri(reader) != nil { continue }
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
    Fault(place: slip.place ?? place, message: slip.sentence ?? "the document ends early.")
  }
}

/// The first thing that libxml2 complains of.
private final class FirstSlip {
  private(set) var place: Diagnostic.Place?
  private var message: String?
  var sentence: String? { message.map { $0.lowercasedFirst + "." } }

  /// A listener of libxml2, whose context is a slip.
  static let noteError: xmlStructuredErrorFunc = { context, error in
    guard let context = unsafe context, let error = unsafe error else { return }
    unsafe Unmanaged<FirstSlip>.fromOpaque(context).takeUnretainedValue().note(error)
  }

  private func note(_ error: xmlErrorPtr) {
    guard message == nil, unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
    // Of what belongs to no document, libxml2 does not know the place.
    if unsafe error.pointee.line > 0 {
      place = unsafe Diagnostic.Place(line: Int(error.pointee.line), column: max(Int(error.pointee.int2), 1))
    }
    message = unsafe words(of: error)
  }
}

extension XMLReader.Fault {
  /// What libxml2 complains of; nil for a remark.
  /// - Parameter place: Where the reader is, for what belongs to no document.
  init?(_ error: xmlErrorPtr, orAt place: Diagnostic.Place) {
    guard unsafe error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return nil }
    let own = unsafe Diagnostic.Place(line: Int(error.pointee.line), column: max(Int(error.pointee.int2), 1))
    self.place = own.line > 0 ? own : place
    message = unsafe (words(of: error)?.lowercasedFirst ?? "the document is not well-formed") + "."
  }
}

/// What libxml2 says of an error; of several lines the first, as the others show bytes.
private func words(of error: xmlErrorPtr) -> String? {
  unsafe error.pointee.message.map { unsafe String(cString: $0) }?
    .split(separator: "\n").first?.trimmingCharacters(in: [" ", "!", "."])
}

private func string(_ text: UnsafePointer<xmlChar>) -> String {
  unsafe String(cString: UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self))
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
