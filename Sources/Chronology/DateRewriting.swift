/// Guesses the date that a text which is not one was meant to be.
///
/// Only a text with one probable meaning is rewritten: `13/4/1941` is, `3/4/1941` is not.
enum DateRewriting {
    private static let longestText = 80

    /// The text as a date in the Extended Date/Time Format; `nil` when there is no single probable meaning.
    static func rewriting(of text: String) -> String? {
        guard text.utf8.count <= longestText else { return nil }
        let plain = plainText(text)
        let candidates: [(String) -> String?] = [
            { $0 }, capitals, nextMidnight, flagsLast, DateWords.date, abbreviatedInterval, interval,
        ]
        for candidate in candidates {
            if let date = candidate(plain), date != text, isDate(date) { return date }
        }
        return nil
    }

    private static func isDate(_ text: String) -> Bool {
        (try? HistoricalDate(text)) != nil
    }

    /// The text with plain hyphens and spaces, and none around it.
    private static func plainText(_ text: String) -> String {
        let characters = text.map { character -> Character in
            switch character {
            case "\u{2010}"..."\u{2015}", "\u{2212}": "-"
            case _ where character.isWhitespace: " "
            default: character
            }
        }
        let start = characters.drop { $0 == " " }
        return String(start.reversed().drop { $0 == " " }.reversed())
    }

    /// `194x` and `194u` are `194X`; `1941-04-13 14:50z` is `1941-04-13T14:50Z`.
    private static func capitals(_ text: String) -> String? {
        String(text.uppercased().map { $0 == "U" ? "X" : $0 == " " ? "T" : $0 })
    }

    /// `1941-04-13T24:00` is the midnight that begins the next day.
    private static func nextMidnight(_ text: String) -> String? {
        guard text.hasSuffix("T24:00") || text.hasSuffix("T24:00:00"), let time = text.firstIndex(of: "T"),
            let date = try? HistoricalDate(String(text[..<time])), date.precision == .day
        else { return nil }
        return "\(date.latest.day.adding(days: 1))T00:00:00"
    }

    /// `1941?-04` is `1941-04?`, for a flag at the end holds for the whole date.
    private static func flagsLast(_ text: String) -> String? {
        let flags = text.filter { "?~%".contains($0) }
        guard !flags.isEmpty else { return nil }
        let both = flags.contains("%") || (flags.contains("?") && flags.contains("~"))
        return text.filter { !"?~%".contains($0) } + (both ? "%" : flags.prefix(1))
    }

    /// `1940/41` and `1940-41` are `1940/1941`, where the second number cannot be a month.
    private static func abbreviatedInterval(_ text: String) -> String? {
        let parts = text.split(whereSeparator: { "/-".contains($0) })
        guard parts.count == 2, parts[0].count == 4, parts[1].count == 2,
            let start = Int(parts[0].suffix(2)), let end = Int(parts[1]), end > 12, end > start
        else { return nil }
        return "\(parts[0])/\(parts[0].prefix(2))\(parts[1])"
    }

    /// Each side of a slash, a hyphen between spaces, or `to`, as a date.
    private static func interval(_ text: String) -> String? {
        guard let (first, last) = sides(of: text), let start = side(first), let end = side(last) else { return nil }
        return "\(start)/\(end)"
    }

    private static func sides(of text: String) -> (String, String)? {
        let slashes = text.split(separator: "/", omittingEmptySubsequences: false)
        if slashes.count == 2 { return (String(slashes[0]), String(slashes[1])) }
        let words = text.split(separator: " ")
        if let middle = words.firstIndex(where: { ["-", "to", "until"].contains($0) }) {
            let (start, end) = (words[..<middle], words[(middle + 1)...])
            if start.isEmpty || end.isEmpty { return nil }
            return (start.joined(separator: " "), end.joined(separator: " "))
        }
        // '1940-1942' and '1941-present', but not '1941-13'.
        let hyphens = text.split(separator: "-")
        guard hyphens.count == 2,
            hyphens.contains(where: { $0.first?.isLetter == true }) || hyphens.allSatisfy({ $0.count == 4 })
        else { return nil }
        return (String(hyphens[0]), String(hyphens[1]))
    }

    private static func side(_ text: String) -> String? {
        let text = plainText(text)
        switch text.lowercased() {
        case "", "unknown", "?": return ""
        case "..", "open", "present", "now", "today", "ongoing": return ".."
        default: break
        }
        if isDate(text) { return text }
        return [capitals, flagsLast, DateWords.date].lazy.compactMap { $0(text) }.first(where: isDate)
    }
}
