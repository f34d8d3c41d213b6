/// How a cell of numbers is shown, as far as it says what the number means.
enum NumberFormat: Hashable {
  /// As a number.
  case number
  /// With zeros in front, up to so many digits: `002`.
  case padded(Int)
  /// As a day, or as a month or a year alone.
  case date(DateCell.Shown)
  /// As a time of a day.
  case time
}

extension NumberFormat {
  /// The formats that files of Excel name by numbers alone (ECMA-376, 18.8.30); those of East Asia are days in every language.
  static func builtIn(_ number: Int) -> NumberFormat {
    switch number {
    case 16: .date(.dayOfYear)
    case 14, 15, 22, 27...31, 36, 50...54, 57, 58: .date(.day)
    case 17, 55, 56: .date(.month)
    case 18...21, 32...35, 45, 47: .time
    default: .number
    }
  }

  /// A format by its code: `yyyy-mm-dd`, `[$-409]d. mmmm yyyy;@`, `000`.
  ///
  /// The first of its sections counts. What stands in quotation marks or brackets, and behind `\`, `_` and `*`, is shown as it
  /// is; `[h]` counts hours beyond a day, and is a number.
  init(code: String) {
    var letters: [Character] = []
    var rest = Substring(code)
    scan: while let letter = rest.popFirst() {
      switch letter {
      case ";": break scan
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }.lowercased()
        if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) {
          self = .number
          return
        }
        rest = rest.drop { $0 != "]" }.dropFirst()
      default: letters.append(contentsOf: letter.lowercased())
      }
    }
    self = Self.meaning(of: String(letters))
  }

  private static func meaning(of letters: String) -> NumberFormat {
    if letters.count > 1, letters.allSatisfy({ $0 == "0" }) { return .padded(letters.count) }
    let words = letters.replacing("general", with: "").replacing("am/pm", with: "").replacing("a/p", with: "")
    // A fraction of a second is shown in zeros.
    let places = words.replacing(/s\.0+/, with: "s")
    guard !places.contains(where: { "0#?".contains($0) }) else { return .number }
    let hasTime = words.contains { $0 == "h" || $0 == "s" }
    let hasYear = words.contains { $0 == "y" || $0 == "e" }
    let hasMonth = hasMonth(words)
    // `dddd` is the day of the week.
    if words.contains("d") { return .date(hasYear || words.contains("ddd") ? .day : .dayOfYear) }
    if hasMonth { return .date(.month) }
    if hasYear { return .date(.year) }
    return hasTime ? .time : .number
  }

  /// Whether an `m` stands for a month: one that is not next to hours or seconds.
  private static func hasMonth(_ words: String) -> Bool {
    var last: Character?
    let runs = words.filter { "ymdhse".contains($0) }
    var index = runs.startIndex
    while index < runs.endIndex {
      let letter = runs[index]
      let run = runs[index...].prefix { $0 == letter }
      let next = run.endIndex < runs.endIndex ? runs[run.endIndex] : nil
      if letter == "m", last != "h", next != "s" { return true }
      (last, index) = (letter, run.endIndex)
    }
    return false
  }
}
