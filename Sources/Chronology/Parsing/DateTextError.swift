/// Why a text is not a date or a period: where it stops making sense, and what would make sense there.
public struct DateTextError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the text was meant to be.
  enum Subject: String {
    case date
    case julianDate = "date of the Julian calendar"
    case period
  }

  /// The whole text that was refused.
  public let text: String
  /// The place of the slip, counted in characters from 1; one past the last when the text ends too early.
  public let column: Int
  /// The words at that place, shortened to 20 characters; `nil` at the end of the text.
  public let found: String?
  /// What could stand at that place.
  public let expected: String
  let subject: Subject

  /// The text rewritten as its writer probably meant it; `nil` when there is no single probable meaning.
  ///
  /// It is always a text that can be read, and what ``HistoricalDate/init(lenient:defaultOffset:)`` takes a date for.
  /// - Complexity: O(*n*) for a text of up to 80 bytes; longer texts have no hint.
  public var hint: String? {
    let readings = readings
    return readings.count == 1 ? readings[0] : nil
  }

  /// The texts that its writer may have meant, all of which can be read: two for `3/4/1941`, which is a day of
  /// April or of March; empty when none is known.
  /// - Complexity: O(*n*) for a text of up to 80 bytes; longer texts have none.
  public var readings: [String] {
    switch subject {
    case .date: DateRewriting.readings(of: text)
    // Rewriting goes by the Gregorian calendar.
    case .julianDate: []
    case .period: PeriodRewriting.rewriting(of: text).map { [$0] } ?? []
    }
  }

  /// Why a text in words that looks like a date is refused, such as a weekday that is not that of the day; empty where nothing
  /// more can be said.
  public var reasons: [String] {
    subject == .date && readings.isEmpty ? DateRewriting.outcome(of: text).refusals : []
  }

  /// One sentence that quotes the text (its first 40 characters), the place, what was found and expected, and
  /// the hint when there is one, or all readings when there are several.
  public var description: String {
    let place =
      found.map { "found \(quoted($0, limit: 20)) at column \(column)" }
      ?? "the text ends at column \(column)"
    let outcome = subject == .date ? DateRewriting.outcome(of: text) : WordedOutcome()
    let readings = (subject == .date ? outcome.meanings.map(\.edtf) : self.readings).map {
      quoted($0, limit: 40)
    }
    if readings.isEmpty, !outcome.refusals.isEmpty {
      return "\(quoted(text, limit: 40)) is not a date: \(outcome.refusals.joined(separator: "; "))"
    }
    let advice =
      switch readings.count {
      case 0: ""
      case 1: "; write \(readings[0])"
      default: "; it may mean \(readings.joined(separator: " or "))"
      }
    return "\(quoted(text, limit: 40)) is not a \(subject.rawValue): \(place), expected \(expected)\(advice)"
  }
}

extension DateTextError {
  /// The error for a failure at a byte of the text; the place is the character that holds the byte.
  init(_ failure: ParseFailure, in text: String, subject: Subject) {
    self.text = text
    self.subject = subject
    expected = failure.expected
    // Up to the first character that may be of several bytes, a byte is a character.
    let plain = text.utf8.prefix(failure.position + 2).prefix { $0 < 0x80 && $0 != 0x0D }.count
    var bytes = max(0, min(plain - 1, failure.position))
    var column = bytes + 1
    var index = text.utf8.index(text.startIndex, offsetBy: bytes)
    while index < text.endIndex {
      bytes += text[index].utf8.count
      if bytes > failure.position { break }
      column += 1
      index = text.index(after: index)
    }
    self.column = column
    found = DateTextError.token(of: text[index...])
  }

  /// The run of digits or of letters that begins a text, or else its first character.
  private static func token(of text: Substring) -> String? {
    let text = text.prefix(21)
    guard let first = text.first else { return nil }
    let run =
      switch first {
      case _ where first.isNumber: text.prefix(while: \.isNumber)
      case _ where first.isLetter: text.prefix(while: \.isLetter)
      default: text.prefix(1)
      }
    return run.count > 20 ? String(run.prefix(19)) + "…" : String(run)
  }
}

/// Where reading stopped, as a byte of the text, and what was expected there.
struct ParseFailure: Error {
  let position: Int
  let expected: String
}

/// The text in single quotes on one line, cut to a number of characters, with control characters escaped.
///
/// A character of many combining marks counts as several, so that the result is short for any text.
private func quoted(_ text: String, limit: Int) -> String {
  var result = "'"
  let start = text.prefix(limit).unicodeScalars.prefix(limit * 3)
  for scalar in start {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
      result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + (start.endIndex == text.endIndex ? "'" : "…'")
}
