/// Why a text is not a date or a period: where it stops making sense, and what would make sense there.
public struct DateTextError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What the text was meant to be.
    enum Subject: String {
        case date
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
    /// It is always a text that can be read.
    /// - Complexity: O(*n*) for a text of up to 80 bytes; longer texts have no hint.
    public var hint: String? {
        switch subject {
        case .date: DateRewriting.rewriting(of: text)
        case .period: PeriodRewriting.rewriting(of: text)
        }
    }

    /// One sentence that quotes the text (its first 40 characters), the place, what was found and expected, and
    /// the hint when there is one.
    public var description: String {
        let place =
            found.map { "found \(quoted($0, limit: 20)) at column \(column)" }
            ?? "the text ends at column \(column)"
        let advice = hint.map { "; write \(quoted($0, limit: 40))" } ?? ""
        return "\(quoted(text, limit: 40)) is not a \(subject.rawValue): \(place), expected \(expected)\(advice)"
    }
}

extension DateTextError {
    /// The error for a failure at a byte of the text; the place is the character that holds the byte.
    init(_ failure: ParseFailure, in text: String, subject: Subject) {
        self.text = text
        self.subject = subject
        expected = failure.expected
        var column = 1
        var bytes = 0
        var index = text.startIndex
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
            result += "\\u{\(String(scalar.value, radix: 16))}"
        default: result.unicodeScalars.append(scalar)
        }
    }
    return result + (start.endIndex == text.endIndex ? "'" : "…'")
}
