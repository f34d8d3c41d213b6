/// A text broken into lines at spaces and hyphens, and between East Asian letters; words in katakana stay whole, up to
/// the middle dot that parts names.
///
/// Lines are at most `width` columns wide, East Asian letters counting two, unless a single word is longer.
func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var lineWidth = 0
  for piece in breakablePieces(text) {
    let pieceWidth = piece.reduce(0) { $0 + (isWide($1) ? 2 : 1) }
    let visible = piece.last == " " ? pieceWidth - 1 : pieceWidth
    if lineWidth > 0, lineWidth + visible > width {
      lines.append(line.trimmingTrailingSpace())
      (line, lineWidth) = ("", 0)
    }
    line += piece
    lineWidth += pieceWidth
  }
  if !line.isEmpty { lines.append(line.trimmingTrailingSpace()) }
  return lines
}

/// Words with the space or hyphen that ends them, words in katakana, and other East Asian letters each for itself.
private func breakablePieces(_ text: String) -> [String] {
  var pieces: [String] = []
  var piece = ""
  for character in text {
    if character.isNewline || character == " " {
      // Several spaces are one, and a line does not begin with any.
      if piece.isEmpty, pieces.last?.last.map({ $0 == " " }) ?? true { continue }
      if piece.isEmpty { pieces[pieces.count - 1] += " " } else { pieces.append(piece + " ") }
      piece = ""
    } else if "-–/・".contains(character) {
      pieces.append(piece + String(character))
      piece = ""
    } else if "、。」』）".contains(character) {
      // A closing mark stays with the letter before it.
      if piece.isEmpty, let last = pieces.last, last.last != " " {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(piece + String(character))
        piece = ""
      }
    } else {
      let isWord = !isWide(character) || isKatakana(character)
      if let last = piece.last, !isWord || isKatakana(last) != isKatakana(character) {
        pieces.append(piece)
        piece = ""
      }
      if isWord { piece.append(character) } else { pieces.append(String(character)) }
    }
  }
  if !piece.isEmpty { pieces.append(piece) }
  return pieces
}

private func isKatakana(_ character: Character) -> Bool {
  character.unicodeScalars.first.map { (0x30A0...0x30FF).contains($0.value) } ?? false
}

private func isWide(_ character: Character) -> Bool {
  guard let scalar = character.unicodeScalars.first else { return false }
  return (0x2E80...0xD7A3).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
    || (0x20000...0x3FFFD).contains(scalar.value)
}

extension String {
  fileprivate func trimmingTrailingSpace() -> String { last == " " ? String(dropLast()) : self }
}
