internal import CLibXML2
import Foundation

/// What hears of the parts of an XML document, in their order.
protocol XMLListener {
  /// An element begins.
  mutating func start(_ element: XMLStream.Start, in stream: XMLStream)
  /// Text, or a piece of it, in UTF-8; references to characters are resolved.
  mutating func text(_ text: UnsafeBufferPointer<UInt8>, in stream: XMLStream)
  /// The last element that has begun ends.
  mutating func end(in stream: XMLStream)
}

/// A listener of any type, where libxml2 finds it again.
private class AnyXMLListener {
  func start(_ element: XMLStream.Start, in stream: XMLStream) {}
  func text(_ text: UnsafeBufferPointer<UInt8>, in stream: XMLStream) {}
  func end(in stream: XMLStream) {}
}

private final class TypedXMLListener<Listener: XMLListener>: AnyXMLListener {
  var listener: Listener
  init(_ listener: Listener) { self.listener = listener }
  override func start(_ element: XMLStream.Start, in stream: XMLStream) {
    listener.start(element, in: stream)
  }
  override func text(_ text: UnsafeBufferPointer<UInt8>, in stream: XMLStream) {
    unsafe listener.text(text, in: stream)
  }
  override func end(in stream: XMLStream) { listener.end(in: stream) }
}

/// Reads one XML document through the events of libxml2, from which nothing is built: for files of millions of elements.
///
/// Nothing is fetched, no entity is expanded: a document that declares entities of its own is refused. Depth, the size of names
/// (50,000 bytes) and of texts are limited.
@safe final class XMLStream {
  /// The start of an element. It must not be kept.
  @safe struct Start {
    fileprivate let stream: XMLStream
    fileprivate let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    /// The number of its name without prefix: see ``XMLStream/name(_:)``.
    let name: Int
    /// The number of the text that is its namespace; nil for none.
    let namespace: Int?
    /// How many attributes it has.
    let count: Int

    /// The number of the name of an attribute; nil where it has a prefix, and so is not the document's own.
    func name(at index: Int) -> Int? {
      guard let attributes = unsafe attributes, let name = unsafe attributes[5 * index],
        unsafe attributes[5 * index + 1] == nil, unsafe attributes[5 * index + 2] == nil
      else { return nil }
      return unsafe stream.number(of: name)
    }

    /// The number of the name of an attribute without its prefix, and of the text that is its namespace; nil for none.
    func fullName(at index: Int) -> (name: Int, namespace: Int?)? {
      guard let attributes = unsafe attributes, let name = unsafe attributes[5 * index] else { return nil }
      let namespace = unsafe attributes[5 * index + 2]
      return unsafe (stream.number(of: name), namespace.map { unsafe stream.number(of: $0) })
    }

    /// The value of an attribute.
    func value(at index: Int) -> UnsafeBufferPointer<UInt8> {
      guard let attributes = unsafe attributes, let start = unsafe attributes[5 * index + 3],
        let end = unsafe attributes[5 * index + 4]
      else { return unsafe UnsafeBufferPointer(start: nil, count: 0) }
      return unsafe UnsafeBufferPointer(start: start, count: end - start)
    }
  }

  private let listener: AnyXMLListener
  private let context: xmlParserCtxtPtr
  private var fault: XMLReader.Fault?
  private var depth = 0
  /// The texts of names and namespaces by their numbers, and these by the address at which libxml2 keeps them.
  private var names: [String] = []
  private var numbers: [UInt: Int] = [:]
  /// The last address and its number, by the address's last digits.
  private var recent = [(address: UInt, number: Int)](repeating: (0, -1), count: 64)
  private let bytes: XMLBytes

  /// Tells a listener of the parts of a document.
  /// - Throws: ``XMLReader/Fault`` where it is not well-formed, or beyond what is read; ``FileError`` when it cannot be read.
  static func read(_ pieces: FilePieces, _ listener: inout some XMLListener) throws {
    let bytes = try XMLBytes(pieces)
    guard let context = unsafe xmlNewParserCtxt() else {
      throw XMLReader.Fault(
        place: Diagnostic.Place(line: 1, column: 1),
        message: "libxml2 could not start to read the document.")
    }
    let typed = TypedXMLListener(listener)
    let stream = unsafe XMLStream(typed, context, bytes)
    let fault = stream.run(isConverted: bytes.isConverted)
    listener = typed.listener
    if let error = bytes.error { throw error }
    if let fault { throw fault }
  }

  private init(_ listener: AnyXMLListener, _ context: xmlParserCtxtPtr, _ bytes: XMLBytes) {
    self.listener = listener
    unsafe self.context = context
    self.bytes = bytes
  }

  deinit { unsafe xmlFreeParserCtxt(context) }

  private func run(isConverted: Bool) -> XMLReader.Fault? {
    let own = unsafe Unmanaged.passUnretained(self).toOpaque()
    let listeners = unsafe ententeListen(Self.hearLooseError, own)
    unsafe context.pointee._private = own
    unsafe listen(&context.pointee.sax.pointee)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_COMPACT.rawValue
    let document = unsafe xmlCtxtReadIO(
      context, Self.giveBytes, nil, own, nil, isConverted ? "UTF-8" : nil, Int32(options))
    let isRead = unsafe document != nil
    unsafe xmlFreeDoc(document)
    unsafe ententeStopListening(listeners)
    if fault == nil, !isRead, !isStopped { fail("the document ends early.") }
    return fault
  }

  private func listen(_ handlers: inout xmlSAXHandler) {
    unsafe handlers.startElementNs = Self.heardStart
    unsafe handlers.endElementNs = { context, _, _, _ in
      unsafe XMLStream.with(context) { stream in
        stream.depth -= 1
        stream.listener.end(in: stream)
      }
    }
    unsafe handlers.characters = Self.heardText
    unsafe handlers.ignorableWhitespace = Self.heardText
    unsafe handlers.cdataBlock = Self.heardText
    unsafe handlers.reference = { context, name in
      let name = unsafe name.map { unsafe String(cString: $0) } ?? ""
      unsafe XMLStream.of(context).fail(
        "found a reference to the entity '\(name)'; expected text without entities.")
    }
    unsafe handlers.entityDecl = { context, _, _, _, _, _ in
      unsafe XMLStream.of(context).fail(
        "the document declares entities of its own; expected one without them.")
    }
    unsafe handlers.comment = nil
    unsafe handlers.processingInstruction = nil
    unsafe handlers.externalSubset = nil
    unsafe handlers.serror = { context, error in
      guard let context = unsafe context, let error = unsafe error else { return }
      unsafe XMLStream.of(context).note(error)
    }
  }

  // MARK: What is heard

  /// Does something with the stream of a parser, which outlives it.
  private static func with(_ context: UnsafeMutableRawPointer?, _ body: (XMLStream) -> Void) {
    guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
      let own = unsafe parser.pointee._private
    else { preconditionFailure("libxml2 tells of no document.") }
    unsafe Unmanaged<XMLStream>.fromOpaque(own)._withUnsafeGuaranteedRef(body)
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> XMLStream {
    guard let parser = unsafe context?.assumingMemoryBound(to: xmlParserCtxt.self),
      let own = unsafe parser.pointee._private
    else { preconditionFailure("libxml2 tells of no document.") }
    return unsafe Unmanaged<XMLStream>.fromOpaque(own).takeUnretainedValue()
  }

  private static let giveBytes: xmlInputReadCallback = { own, buffer, length in
    guard let own = unsafe own, let buffer = unsafe buffer, length > 0 else { return 0 }
    let stream = unsafe Unmanaged<XMLStream>.fromOpaque(own).takeUnretainedValue()
    return unsafe Int32(stream.bytes.give(UnsafeMutableRawBufferPointer(start: buffer, count: Int(length))))
  }

  private static let heardStart: startElementNsSAX2Func = {
    context, name, _, namespace, _, _, count, _, attributes in
    unsafe with(context) { stream in
      guard let name = unsafe name, !stream.isStopped else { return }
      stream.depth += 1
      if stream.depth > InputLimits.xmlLevels {
        stream.fail(
          "elements are inside each other more than \(InputLimits.xmlLevels) levels deep; expected fewer.")
        return
      }
      unsafe readAmpersands(of: attributes, Int(count))
      let start = unsafe Start(
        stream: stream, attributes: attributes, name: stream.number(of: name),
        namespace: namespace.map { unsafe stream.number(of: $0) }, count: Int(count))
      stream.listener.start(start, in: stream)
    }
  }

  /// Reads `&#38;` in the values of attributes as what it stands for: so libxml2 gives every ampersand of a value, in a copy of
  /// its own, where it puts in no entities.
  private static func readAmpersands(
    of attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?, _ count: Int
  ) {
    guard let attributes = unsafe attributes else { return }
    let written = Array("&#38;".utf8)
    for index in 0..<count {
      guard let start = unsafe attributes[5 * index + 3], let end = unsafe attributes[5 * index + 4],
        unsafe memchr(start, Int32(UInt8(ascii: "&")), end - start) != nil
      else { continue }
      let value = unsafe UnsafeMutableBufferPointer(
        start: UnsafeMutablePointer(mutating: start), count: end - start)
      var (from, to) = (0, 0)
      while from < value.count {
        unsafe value[to] = value[from]
        let isAmpersand =
          unsafe value[from] == UInt8(ascii: "&") && value[from...].starts(with: written)
        from += isAmpersand ? written.count : 1
        to += 1
      }
      unsafe attributes[5 * index + 4] = unsafe start + to
    }
  }

  private static let heardText: charactersSAXFunc = { context, text, length in
    unsafe with(context) { stream in
      if !stream.isStopped {
        unsafe stream.listener.text(UnsafeBufferPointer(start: text, count: Int(length)), in: stream)
      }
    }
  }

  private static let hearLooseError: xmlStructuredErrorFunc = { own, error in
    guard let own = unsafe own, let error = unsafe error else { return }
    unsafe Unmanaged<XMLStream>.fromOpaque(own).takeUnretainedValue().note(error)
  }

  private func note(_ error: xmlErrorPtr) {
    guard let slip = unsafe XMLReader.Fault(error, orAt: place) else { return }
    if fault == nil, !isStopped { fault = slip }
  }

  // MARK: For listeners

  /// Whether the rest is not looked at any more.
  private(set) var isStopped = false

  /// Where the reader is.
  var place: Diagnostic.Place {
    guard let input = unsafe context.pointee.input else { return Diagnostic.Place(line: 1, column: 1) }
    return unsafe Diagnostic.Place(
      line: max(Int(input.pointee.line), 1), column: max(Int(input.pointee.col), 1))
  }

  /// Looks at nothing more.
  func stop() {
    isStopped = true
    unsafe xmlStopParser(context)
  }

  /// Looks at nothing more, as something is wrong here.
  func fail(_ message: String) {
    if fault == nil { fault = XMLReader.Fault(place: place, message: message) }
    stop()
  }

  /// The name, or namespace, of a number.
  func name(_ number: Int) -> String { names[number] }

  /// The number of a name, which libxml2 keeps once at an address of its own.
  fileprivate func number(of name: UnsafePointer<xmlChar>) -> Int {
    let address = UInt(bitPattern: name)
    let slot = Int(address >> 3 & 63)
    if recent[slot].address == address { return recent[slot].number }
    let number = numbers[address] ?? names.count
    if number == names.count {
      numbers[address] = number
      unsafe names.append(String(cString: name))
    }
    recent[slot] = (address, number)
    return number
  }

  /// A text of the document.
  func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = unsafe String(decoding: bytes, as: UTF8.self)
    check(text)
    return text
  }

  /// A text of the document.
  func string(_ bytes: [UInt8]) -> String { unsafe bytes.withUnsafeBufferPointer { unsafe string($0) } }

  /// Looks at nothing more if a text has letters with more accents than are read.
  func check(_ text: String) {
    if Accents.areTooMany(in: text) { fail(Accents.message) }
  }
}
