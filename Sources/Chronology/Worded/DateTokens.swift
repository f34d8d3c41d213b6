/// A piece of the text of a date: a number, a word with its meaning, or a sign.
struct DateToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// Digits, and whether an ending makes them an ordinal.
    case number(String, isOrdinal: Bool)
    /// A Roman numeral in capitals.
    case roman(Int)
    case word(Lexeme)
    /// One of `/`, `-` (a hyphen), `–` (a dash), `.`, `,`, `(`, `)`, `?`, `~`, `%`.
    case sign(Character)
  }

  var kind: Kind
  /// The languages it belongs to.
  var languages: Languages = .all
  /// Whether a space stands before it.
  var hasSpaceBefore: Bool

  var sign: Character? { if case .sign(let sign) = kind { sign } else { nil } }
  var lexeme: Lexeme? { if case .word(let lexeme) = kind { lexeme } else { nil } }
  var digits: String? { if case .number(let digits, _) = kind { digits } else { nil } }
}

/// Splits a text into tokens; a word of several meanings gives several rows of them.
struct DateTokenizer {
  private struct Raw {
    enum Kind { case digits, letters, sign }
    var kind: Kind
    /// Folded.
    var text: String
    /// As it was written.
    var original: String
    var hasSpaceBefore: Bool
  }

  /// The tokens at each place, of which one is meant.
  private var places: [[DateToken]] = []

  /// Texts of more tokens, or of more rows, are no dates.
  private static let mostTokens = 24
  private static let mostRows = 100

  /// The rows of tokens that the text may be, each of one language; nil when a word or sign is not known.
  static func rows(of text: String) -> [[DateToken]]? {
    guard let raws = raws(of: text), !raws.isEmpty else { return nil }
    var tokenizer = DateTokenizer()
    guard tokenizer.take(raws), tokenizer.places.count <= mostTokens else { return nil }
    var rows: [(tokens: [DateToken], languages: Languages)] = [([], .all)]
    for place in tokenizer.places {
      var next: [(tokens: [DateToken], languages: Languages)] = []
      for row in rows {
        for token in place {
          let languages = row.languages.intersection(token.languages)
          if !languages.isEmpty { next.append((row.tokens + [token], languages)) }
        }
      }
      guard next.count <= mostRows else { return nil }
      rows = next
    }
    return rows.map(\.tokens)
  }

  // MARK: Letters, digits and signs

  private static func raws(of text: String) -> [Raw]? {
    var raws: [Raw] = []
    var hasSpace = false
    for scalar in text.unicodeScalars {
      let properties = scalar.properties
      if properties.isWhitespace {
        hasSpace = true
        continue
      }
      let folded = FoldedText.folded(scalar)
      let kind: Raw.Kind
      if folded.isEmpty {
        // A mark belongs to its letter.
        if !raws.isEmpty { raws[raws.count - 1].original.unicodeScalars.append(scalar) }
        continue
      } else if scalar.isASCII, let value = properties.numericType, value == .decimal {
        kind = .digits
      } else if properties.isAlphabetic || folded == "o" || folded == "a" {
        kind = .letters
      } else {
        kind = .sign
      }
      if let last = raws.last, last.kind == kind, kind != .sign, !hasSpace {
        raws[raws.count - 1].text += folded
        raws[raws.count - 1].original.unicodeScalars.append(scalar)
      } else {
        let sign = kind == .sign ? sign(folded) : folded
        guard let sign else { return nil }
        raws.append(
          Raw(kind: kind, text: sign, original: String(Character(scalar)), hasSpaceBefore: hasSpace))
      }
      hasSpace = false
    }
    return raws
  }

  private static func sign(_ text: String) -> String? {
    switch text {
    case "\u{2010}", "\u{2011}", "\u{2212}", "-": "-"
    case "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}": "–"
    case ":", ";": ","
    case "[", "{": "("
    case "]", "}": ")"
    case "/", ".", ",", "(", ")", "?", "~", "%", "'", "+": text
    default: nil
    }
  }

  // MARK: Meanings

  private mutating func take(_ raws: [Raw]) -> Bool {
    var index = 0
    while index < raws.count {
      let raw = raws[index]
      switch raw.kind {
      case .digits:
        guard let next = takeNumber(raws, at: index) else { return false }
        index = next
      case .letters:
        guard let next = takeWords(raws, at: index) else { return false }
        index = next
      case .sign:
        if raw.text == "'" {
          // `'41` names no century; elsewhere an apostrophe belongs to a word, as in `l'an`.
          if index + 1 < raws.count, raws[index + 1].kind == .digits, !raws[index + 1].hasSpaceBefore {
            return false
          }
        } else if raw.text == "+" {
          return false
        } else if let sign = raw.text.first {
          places.append([DateToken(kind: .sign(sign), hasSpaceBefore: raw.hasSpaceBefore)])
        }
        index += 1
      }
    }
    return true
  }

  /// Digits with an ending that belongs to them. Returns the place after them.
  private mutating func takeNumber(_ raws: [Raw], at start: Int) -> Int? {
    let raw = raws[start]
    func isClose(_ index: Int) -> Bool { index < raws.count && !raws[index].hasSpaceBefore }
    var next = start + 1
    // `1940's`, `13-го`, `1940-talet`, `1940-е`.
    if isClose(next), raws[next].kind == .sign, ["'", "-", "–", ","].contains(raws[next].text),
      isClose(next + 1),
      raws[next + 1].kind == .letters, isEnding(raws[next + 1].text, of: raw.text)
    {
      next += 1
    }
    func number(isOrdinal: Bool) -> DateToken {
      DateToken(kind: .number(raw.text, isOrdinal: isOrdinal), hasSpaceBefore: raw.hasSpaceBefore)
    }
    guard isClose(next), raws[next].kind == .letters else {
      places.append([number(isOrdinal: false)])
      return next
    }
    let ending = raws[next].text
    // `7bre` is September.
    if let month = Int(raw.text).map({ $0 + 2 }), (9...12).contains(month),
      ["bre", "bris", "ber", "bres", "bri", "bribus", "bro"].contains(ending)
    {
      places.append([DateToken(kind: .word(.month(month)), hasSpaceBefore: raw.hasSpaceBefore)])
      return next + 1
    }
    if ending == "s" || ending == "er" || ending == "ern" || ending == "ers", raw.text.hasSuffix("0"),
      raw.text.count > 1
    {
      guard raw.text.count == 4 else { return nil }
      places.append([number(isOrdinal: false)])
      places.append([DateToken(kind: .word(.decade), hasSpaceBefore: false)])
      return next + 1
    }
    if raw.text.count == 4, raw.text.hasSuffix("0"), ["е", "х", "talet"].contains(ending) {
      places.append([number(isOrdinal: false)])
      places.append([
        DateToken(
          kind: .word(.decade), languages: Languages(ending == "talet" ? "sv" : "ru"), hasSpaceBefore: false)
      ])
      return next + 1
    }
    if WordTable.ordinalEndings.contains(ending) {
      places.append([number(isOrdinal: true)])
      return next + 1
    }
    // `13April`, `1941г`: the word is read by itself.
    guard ending.unicodeScalars.count > 1 || ending == "г" || ending == "r" || ending == "c" else {
      return nil
    }
    places.append([number(isOrdinal: false)])
    return next
  }

  private func isEnding(_ text: String, of digits: String) -> Bool {
    WordTable.ordinalEndings.contains(text) || text == "s" && digits.count == 4 || text == "talet"
  }

  /// The longest phrase that begins at a word. Returns the place after it.
  private mutating func takeWords(_ raws: [Raw], at start: Int) -> Int? {
    let lexicon = Lexicon.shared
    let raw = raws[start]
    var phrases: [(text: String, end: Int)] = [(raw.text, start + 1)]
    var (text, index) = (raw.text, start + 1)
    var count = 1
    while count < lexicon.longestPhrase(from: raw.text), index < raws.count {
      // Dots, hyphens and apostrophes may stand between the words of a phrase.
      if raws[index].kind == .sign, [".", "-", "'"].contains(raws[index].text) {
        index += 1
        continue
      }
      guard raws[index].kind == .letters else { break }
      text += " " + raws[index].text
      index += 1
      count += 1
      phrases.append((text, index))
    }
    for (text, end) in phrases.reversed() {
      var meanings = lexicon.meanings(of: text)
      if text == raw.text { meanings += others(raw, known: meanings) }
      guard !meanings.isEmpty else { continue }
      places.append(
        meanings.map {
          DateToken(kind: .word($0.lexeme), languages: $0.languages, hasSpaceBefore: raw.hasSpaceBefore)
        })
      if text == raw.text, let number = roman(raw) {
        places[places.count - 1].append(DateToken(kind: .roman(number), hasSpaceBefore: raw.hasSpaceBefore))
      }
      // The dot of an abbreviation belongs to it.
      let hasDot = end < raws.count && raws[end].text == "." && !raws[end].hasSpaceBefore
      return hasDot ? end + 1 : end
    }
    // `XIXe`, `XIX`.
    guard let number = roman(raw) ?? romanOrdinal(raw) else { return nil }
    places.append([DateToken(kind: .roman(number), hasSpaceBefore: raw.hasSpaceBefore)])
    return start + 1
  }

  /// Months by the beginning of their names.
  private func others(_ raw: Raw, known: [Lexicon.Meaning]) -> [Lexicon.Meaning] {
    let taken = known.reduce(into: Languages(rawValue: 0)) { languages, meaning in
      if case .month = meaning.lexeme { languages.formUnion(meaning.languages) }
    }
    return Lexicon.shared.months(beginning: raw.text).compactMap { meaning in
      let rest = meaning.languages.subtracting(taken)
      return rest.isEmpty ? nil : (meaning.lexeme, rest)
    }
  }

  private func roman(_ raw: Raw) -> Int? {
    raw.original.unicodeScalars.allSatisfy(\.isASCII) ? romanValue(raw.original) : nil
  }

  /// `XIXe`, `XVIth`.
  private func romanOrdinal(_ raw: Raw) -> Int? {
    let capitals = raw.original.prefix { "IVXLCDM".contains($0) }
    let ending = raw.text.dropFirst(capitals.count)
    guard !capitals.isEmpty, WordTable.ordinalEndings.contains(String(ending)) else { return nil }
    return romanValue(String(capitals))
  }
}

/// The number of a Roman numeral in capitals; `nil` for what is none as it is usually written.
func romanValue(_ text: String) -> Int? {
  let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000]
  var (sum, last) = (0, 0)
  for character in text.reversed() {
    guard let value = values[character] else { return nil }
    sum += value < last ? -value : value
    last = max(last, value)
  }
  guard sum > 0, sum < 4000 else { return nil }
  // `IIII`, `VIIII` and `XXXX` were written too.
  let usual = romanNumeral(Int64(sum))
  let older = usual.replacing("IV", with: "IIII").replacing("IX", with: "VIIII").replacing("XL", with: "XXXX")
  return text == usual || text == older || text == usual.replacing("IV", with: "IIII") ? sum : nil
}
