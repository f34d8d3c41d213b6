internal import CLibXML2

/// Writes one XML document to memory, element by element, through libxml2.
///
/// The document is UTF-8, declared as such, and indented by two spaces. Mixed content is safe: inside
/// `inlineElement` no white space is added, so its text and children stand on one line.
///
/// What comes out is well-formed whatever the text: markup is escaped, and characters that XML 1.0 cannot hold
/// (control characters, U+FFFE, U+FFFF) become U+FFFD and are counted in `replacedCharacters`.
///
///     var xml = try XMLWriter()
///     try xml.element("graph", [("id", "G"), ("note", nil)]) { xml in
///       try xml.element("node", [("id", "ussr")])
///       try xml.inlineElement("desc") { xml in
///         try xml.text("Signed by ")
///         try xml.element("orgName", [("ref", "#ussr")], text: "USSR")
///       }
///     }
///     let bytes = try xml.finish()
@safe package struct XMLWriter: ~Copyable {
  /// An attribute's name and value; without a value the attribute is left out.
  package typealias Attribute = (name: String, value: String?)

  /// How many characters became U+FFFD because XML 1.0 cannot hold them.
  private(set) var replacedCharacters = 0

  private let writer: xmlTextWriterPtr
  private let buffer: xmlBufferPtr
  private var depth = 0
  private var hasRoot = false
  /// Whether white space would change the meaning of the element that is open.
  private var isInline = false
  /// Whether the open element holds a child element or a comment on a line of its own.
  private var hasOwnLines = false

  /// Starts a document with its XML declaration.
  package init() throws(XMLError) {
    guard let buffer = unsafe xmlBufferCreate() else { throw .refused(during: "making a buffer") }
    let writer = unsafe xmlNewTextWriterMemory(buffer, 0)
    // The encoding is needed to keep letters beyond ASCII as they are in attributes.
    guard let writer = unsafe writer,
      unsafe xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil) >= 0
    else {
      unsafe xmlFreeTextWriter(writer)
      unsafe xmlBufferFree(buffer)
      throw .refused(during: "starting the document")
    }
    unsafe self.buffer = buffer
    unsafe self.writer = writer
  }

  deinit {
    unsafe xmlFreeTextWriter(writer)
    unsafe xmlBufferFree(buffer)
  }

  /// Writes an element without content, `<name/>`.
  package mutating func element(_ name: String, _ attributes: [Attribute] = []) throws {
    try element(name, attributes) { _ in }
  }

  /// Writes an element that holds only text, on one line.
  package mutating func element(_ name: String, _ attributes: [Attribute] = [], text: String) throws {
    try inlineElement(name, attributes) { xml in try xml.text(text) }
  }

  /// Writes an element whose child elements stand on lines of their own, one level deeper.
  ///
  /// Inside an inline element it stays inline, for white space would be content there.
  /// - Throws: `XMLError` when a name or the place is wrong, or what `content` throws.
  package mutating func element(
    _ name: String, _ attributes: [Attribute] = [], content: (inout XMLWriter) throws -> Void
  ) throws {
    try write(name, attributes, inline: isInline, content)
  }

  /// Writes an element whose content, text and child elements mixed, stands on one line as given.
  /// - Throws: `XMLError` when a name or the place is wrong, or what `content` throws.
  package mutating func inlineElement(
    _ name: String, _ attributes: [Attribute] = [], content: (inout XMLWriter) throws -> Void
  ) throws {
    try write(name, attributes, inline: true, content)
  }

  /// Writes text into the open element, escaped; `element` adds lines around child elements, so text beside
  /// child elements belongs into an `inlineElement`.
  package mutating func text(_ text: String) throws(XMLError) {
    guard depth > 0 else { throw .textOutsideRoot }
    guard !text.isEmpty else { return }
    let legal = replacingIllegalCharacters(in: text)
    try check(unsafe xmlTextWriterWriteString(writer, legal), "writing text")
  }

  /// Writes elements that are texts already, each on lines of its own.
  package mutating func elements(_ text: consuming XMLText) throws(XMLError) {
    guard depth > 0 else { throw .textOutsideRoot }
    replacedCharacters += text.replacedCharacters
    var blocks = text.takeBlocks()
    if !blocks.isEmpty, !isInline { hasOwnLines = true }
    blocks.reverse()
    while let block = blocks.popLast() {
      let written = unsafe block.withUnsafeBufferPointer { bytes in
        unsafe xmlTextWriterWriteRawLen(writer, bytes.baseAddress, Int32(bytes.count))
      }
      try check(written, "writing elements")
    }
  }

  /// Writes a comment, on a line of its own unless the open element is inline.
  ///
  /// Two hyphens in a row would end it, so a space is put between them.
  mutating func comment(_ text: String) throws(XMLError) {
    let legal = replacingIllegalCharacters(in: text)
    try startLine()
    try check(
      unsafe xmlTextWriterWriteComment(writer, " " + separatingHyphens(in: legal) + " "), "writing a comment")
    if depth == 0 && !hasRoot { try raw("\n") }
  }

  /// Ends the document.
  /// - Returns: The whole document in UTF-8, with a line feed at its end.
  /// - Throws: `XMLError.noRoot` when no element was written.
  package consuming func finish() throws(XMLError) -> [UInt8] {
    guard hasRoot else { throw .noRoot }
    try check(unsafe xmlTextWriterEndDocument(writer), "ending the document")
    try check(unsafe xmlTextWriterFlush(writer), "ending the document")
    let bytes = unsafe UnsafeBufferPointer(
      start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer)))
    return unsafe Array(bytes)
  }

  // MARK: - Elements

  private mutating func write(
    _ name: String, _ attributes: [Attribute], inline: Bool, _ content: (inout XMLWriter) throws -> Void
  ) throws {
    guard depth > 0 || !hasRoot else { throw XMLError.secondRoot(name) }
    try startLine()
    try start(name, attributes)

    let outer = (isInline: isInline, hasOwnLines: hasOwnLines)
    (isInline, hasOwnLines, hasRoot) = (inline, false, true)
    depth += 1
    try content(&self)
    depth -= 1
    if hasOwnLines { try raw(lineBreak(depth)) }
    (isInline, hasOwnLines) = outer
    try check(unsafe xmlTextWriterEndElement(writer), "ending the element '\(name)'")
  }

  private mutating func start(_ name: String, _ attributes: [Attribute]) throws(XMLError) {
    try checkName(name)
    try check(unsafe xmlTextWriterStartElement(writer, name), "starting the element '\(name)'")
    for (index, attribute) in attributes.enumerated() {
      guard let value = attribute.value else { continue }
      try checkName(attribute.name)
      for earlier in attributes[..<index] where earlier.name == attribute.name && earlier.value != nil {
        throw .repeatedAttribute(attribute.name, element: name)
      }
      let legal = replacingIllegalCharacters(in: value)
      try check(
        unsafe xmlTextWriterWriteAttribute(writer, attribute.name, legal),
        "writing the attribute '\(attribute.name)'")
    }
  }

  // MARK: - Lines

  // libxml2 indents too, but breaks lines inside mixed content.

  private mutating func startLine() throws(XMLError) {
    guard !isInline, depth > 0 || hasRoot else { return }
    try raw(lineBreak(depth))
    hasOwnLines = depth > 0
  }

  private func lineBreak(_ depth: Int) -> String {
    "\n" + String(repeating: "  ", count: depth)
  }

  private func raw(_ text: String) throws(XMLError) {
    try check(unsafe xmlTextWriterWriteRaw(writer, text), "writing a line break")
  }

  // MARK: - Checks

  private func check(_ result: Int32, _ action: @autoclosure () -> String) throws(XMLError) {
    if result < 0 { throw .refused(during: action()) }
  }

  private func checkName(_ name: String) throws(XMLError) {
    let isName = unsafe xmlValidateQName(name, 0) == 0
    guard isName, !name.utf8.contains(0) else { throw .notAName(name) }
  }

  private mutating func replacingIllegalCharacters(in text: String) -> String {
    guard let (legal, replaced) = Self.legal(text) else { return text }
    replacedCharacters += replaced
    return legal
  }

  /// A text with U+FFFD for each character that XML 1.0 cannot hold, and how many there are; nil when there are none.
  static func legal(_ text: String) -> (text: String, replaced: Int)? {
    guard holdsIllegalCharacter(text) else { return nil }
    var legal = String.UnicodeScalarView()
    var replaced = 0
    for scalar in text.unicodeScalars {
      legal.append(isLegal(scalar) ? scalar : "\u{FFFD}")
      if !isLegal(scalar) { replaced += 1 }
    }
    return (String(legal), replaced)
  }
}

/// Whether XML 1.0 can hold the character (its production `Char`; surrogates are no scalars).
private func isLegal(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x9, 0xA, 0xD: true
  case 0..<0x20, 0xFFFE, 0xFFFF: false
  default: true
  }
}

private func holdsIllegalCharacter(_ text: String) -> Bool {
  // U+FFFE and U+FFFF are EF BF BE and EF BF BF; the first byte alone is enough to look closer.
  var isSuspect = false
  for byte in text.utf8 {
    if byte == 0xEF || (byte < 0x20 && byte != 0x9 && byte != 0xA && byte != 0xD) {
      isSuspect = true
      break
    }
  }
  return isSuspect && text.unicodeScalars.contains { !isLegal($0) }
}

private func separatingHyphens(in comment: String) -> String {
  var separated = ""
  var last: Unicode.Scalar?
  for scalar in comment.unicodeScalars {
    if scalar == "-" && last == "-" { separated.unicodeScalars.append(" ") }
    separated.unicodeScalars.append(scalar)
    last = scalar
  }
  return separated
}
