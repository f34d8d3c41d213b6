/// The words of a line of Pajek's: bare, in quotation marks, or a time in brackets.
struct PajekWords {
  enum Kind { case bare, quoted, time }
  struct Word {
    let kind: Kind
    /// Its bytes; of a quoted one what stands between the marks, of a time with the brackets.
    let range: Range<Int>
  }

  private(set) var words: [Word] = []
  /// Where a word begins whose quotation mark or bracket is not closed.
  private(set) var open: Int?

  /// Takes a line apart.
  mutating func split(_ bytes: [UInt8], _ line: Range<Int>) {
    words.removeAll(keepingCapacity: true)
    open = nil
    var place = line.lowerBound
    let end = line.upperBound
    while place < end {
      let byte = bytes[place]
      if byte.isBlank {
        place += 1
        continue
      }
      let start = place
      let closing: UInt8? =
        switch byte {
        case UInt8(ascii: "\""): UInt8(ascii: "\"")
        case UInt8(ascii: "["): UInt8(ascii: "]")
        default: nil
        }
      guard let closing else {
        while place < end, !bytes[place].isBlank { place += 1 }
        words.append(Word(kind: .bare, range: start..<place))
        continue
      }
      place += 1
      while place < end, bytes[place] != closing { place += 1 }
      if place == end { open = start }
      let isTime = closing == UInt8(ascii: "]")
      words.append(
        isTime
          ? Word(kind: .time, range: start..<min(place + 1, end))
          : Word(kind: .quoted, range: (start + 1)..<place))
      place += 1
    }
  }
}
