import Foundation

/// The bytes of an XML document, as libxml2 asks for them; tags that it would read in quadratic time are found before it does.
final class XMLBytes {
  private let pieces: FilePieces
  private var piece: Data
  private var place = 0
  private var given = 0
  /// How many bytes there were up to here, and line ends before this piece.
  private var total: Int
  private var lines = 0
  /// The end of the last piece, from where its last tag begins, if that is not far back.
  private var tail = Data()
  /// Whether all that remains is in this piece, and has been looked at.
  private var isLooked = false
  /// Whether it was in another encoding, and is in UTF-8 now.
  private(set) var isConverted = false
  /// Why no more bytes are given.
  private(set) var error: (any Error)?

  /// Begins with a document.
  init(_ pieces: FilePieces) throws {
    self.pieces = pieces
    piece = try pieces.next() ?? Data()
    total = piece.count
    if let order = EncodedText.byteOrder(of: piece) {
      var all = piece
      while all.count <= InputLimits.networkBytes, let more = try pieces.next() { all += more }
      (piece, total) = (all, all.count)
      try checkSize()
      do throws(EncodedText.Fault) {
        piece = Data(try EncodedText.utf8(ofUTF16: all, order))
      } catch {
        throw XMLReader.Fault(
          place: error.place ?? Diagnostic.Place(line: 1, column: 1), message: error.message)
      }
      isConverted = true
    }
    try look()
  }

  private func checkSize() throws {
    if total > InputLimits.networkBytes {
      throw XMLReader.Fault(
        place: Diagnostic.Place(line: 1, column: 1),
        message: InputLimits.tooManyBytes("an XML document", limit: InputLimits.networkBytes))
    }
  }

  /// Fills a buffer as far as there are bytes.
  /// - Returns: How many there were; 0 at the end, -1 where something is wrong.
  func give(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    if error != nil { return -1 }
    if place == piece.count {
      do {
        try advance()
      } catch {
        self.error = error
        return -1
      }
    }
    let count = unsafe min(buffer.count, piece.count - place)
    guard count > 0 else { return 0 }
    let first = piece.startIndex + place
    unsafe piece.copyBytes(
      to: buffer.assumingMemoryBound(to: UInt8.self), from: first..<(first + count))
    place += count
    return count
  }

  private func advance() throws {
    guard let next = try pieces.next() else {
      (piece, place) = (Data(), 0)
      return
    }
    if !isLooked {
      lines += unsafe piece.withUnsafeBytes { unsafe Self.lineEnds(in: $0) }
      tail = piece.suffix(TagScan.shortTag + 2)
    }
    (piece, place) = (next, 0)
    total += next.count
    try checkSize()
    if !isLooked { try look() }
  }

  /// Looks at the piece, together with the end of the last one.
  private func look() throws {
    var start = tail
    if let tag = tail.lastIndex(of: 0x3C) { start = tail[tag...] } else if !tail.isEmpty { start = tail }
    var beginning = start
    beginning += piece
    guard unsafe beginning.withUnsafeBytes({ unsafe TagScan.hasLongTags($0) }) else { return }
    // What may be too long is looked at as a whole.
    while total <= InputLimits.networkBytes, let more = try pieces.next() {
      piece += more
      beginning += more
      total += more.count
    }
    try checkSize()
    isLooked = true
    guard let excess = TagScan.excess(in: Array(beginning)) else { return }
    let ends = unsafe start.withUnsafeBytes { unsafe Self.lineEnds(in: $0) }
    throw XMLReader.Fault(
      place: Diagnostic.Place(line: excess.place.line + lines - ends, column: excess.place.column),
      message: excess.message)
  }

  private static func lineEnds(in bytes: UnsafeRawBufferPointer) -> Int {
    var count = 0
    for byte in unsafe bytes where byte == 0x0A { count &+= 1 }
    return count
  }
}
