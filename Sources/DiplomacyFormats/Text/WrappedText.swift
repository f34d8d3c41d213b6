/// A text broken into lines at spaces, hyphens (but not those of `1941-04-13` and `--at`), slashes and the dots of
/// `[1941..1945]`, and between East Asian letters; words in katakana stay whole, up to the middle dot that parts names.
///
/// Lines are at most `width` columns wide, East Asian letters counting two, unless a single word is longer.
package func wrapped(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  var lineWidth = 0
  for piece in breakablePieces(text) {
    let pieceWidth = displayWidth(piece)
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

/// How wide a text is at its widest between two places where it can be broken.
package func longestPieceWidth(_ text: String) -> Int {
  breakablePieces(text).reduce(0) { longest, piece in
    max(longest, displayWidth(piece) - (piece.last == " " ? 1 : 0))
  }
}

/// Words with the space or hyphen that ends them, words in katakana, and other East Asian letters each for itself.
package func breakablePieces(_ text: String) -> [String] {
  var pieces: [String] = []
  var piece = ""
  let characters = Array(text)
  for (place, character) in characters.enumerated() {
    let isBeforeDigit = place + 1 < characters.count && characters[place + 1].isNumber
    let isInWord = piece.last.map { $0.isLetter || $0.isNumber } ?? false
    let isRange = character == "." && piece.last == "." && isBeforeDigit
    if character.isNewline || character == " " {
      // Several spaces are one, and a line does not begin with any.
      if piece.isEmpty, pieces.last?.last.map({ $0 == " " }) ?? true { continue }
      if piece.isEmpty { pieces[pieces.count - 1] += " " } else { pieces.append(piece + " ") }
      piece = ""
    } else if "–/・".contains(character) || character == "-" && isInWord && !isBeforeDigit || isRange {
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
      let isWord = displayWidth(character) == 1 || isKatakana(character)
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

extension String {
  package func trimmingTrailingSpace() -> String { last == " " ? String(dropLast()) : self }
}
