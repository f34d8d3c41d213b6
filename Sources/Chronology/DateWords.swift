/// Reads dates as people write them in English and in numbers: `13 April 1941`, `c. 1941`, `44 BC`, `13.04.1941`.
struct DateWords {
    private enum Token: Equatable {
        case number(String)
        case month(Int)
        case season(Int)
    }

    private var tokens: [Token] = []
    /// The characters between the first two numbers.
    private var separator = ""
    private var isBeforeCommonEra = false
    private var hasEra = false
    private var isApproximate = false
    private var isUncertain = false

    /// The text as a date in the Extended Date/Time Format; `nil` when a word is not known or the order is not clear.
    static func date(in text: String) -> String? {
        guard let words = DateWords(text), let date = words.isoDate else { return nil }
        return date + (words.isApproximate ? (words.isUncertain ? "%" : "~") : (words.isUncertain ? "?" : ""))
    }

    private init?(_ text: String) {
        var rest = text.lowercased()[...]
        while let first = rest.first {
            if isDigit(first) {
                let digits = rest.prefix(while: isDigit)
                tokens.append(.number(String(digits)))
                rest = rest.dropFirst(digits.count)
            } else if first.isLetter {
                let word = rest.prefix { $0.isLetter }
                rest = rest.dropFirst(word.count)
                let dotted = rest.prefix { $0.isLetter || $0 == "." }.filter { $0 != "." }
                if word == "b" || word == "a", ["c", "ce", "d"].contains(dotted) {
                    rest = rest.drop { $0.isLetter || $0 == "." }
                    guard take(word + dotted) else { return nil }
                } else {
                    guard take(String(word)) else { return nil }
                }
            } else {
                guard " .,/-?~%".contains(first) else { return nil }
                if first == "?" || first == "%" { isUncertain = true }
                if first == "~" || first == "%" { isApproximate = true }
                if tokens.count == 1 { separator.append(first) }
                rest = rest.dropFirst()
            }
        }
        if text.first == "-" { return nil }
    }

    /// Takes a word in; false when it has no known meaning.
    private mutating func take(_ word: String) -> Bool {
        switch word {
        case "c", "ca", "circa", "about", "around", "approx", "approximately": isApproximate = true
        case "possibly", "probably", "perhaps": isUncertain = true
        case "bc", "bce": (hasEra, isBeforeCommonEra) = (true, true)
        case "ad", "ce": hasEra = true
        case "st", "nd", "rd", "th", "of", "the", "in", "on", "year": break
        case "spring": tokens.append(.season(21))
        case "summer": tokens.append(.season(22))
        case "autumn", "fall": tokens.append(.season(23))
        case "s":
            // '1940s' is a decade; '1900s' may be a century.
            guard case .number(let digits)? = tokens.last, digits.count == 4, digits.hasSuffix("0"),
                !digits.hasSuffix("00")
            else { return false }
            tokens[tokens.count - 1] = .number(digits.prefix(3) + "X")
        default:
            guard word.count >= 3, let month = DateWords.months.firstIndex(where: { $0.hasPrefix(word) })
            else { return false }
            tokens.append(.month(month + 1))
        }
        return true
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december",
    ]

    // MARK: - Order

    private var isoDate: String? {
        switch tokens.count {
        case 1:
            guard case .number(let digits) = tokens[0] else { return nil }
            if digits.count == 8, !hasEra {
                return iso(String(digits.prefix(4)), String(digits.dropFirst(4).prefix(2)), String(digits.suffix(2)))
            }
            return year(digits)
        case 2: return pair
        case 3: return triple
        default: return nil
        }
    }

    private var pair: String? {
        switch (tokens[0], tokens[1]) {
        case (.month(let month), .number(let digits)), (.number(let digits), .month(let month)):
            return isYear(digits) ? iso(digits, String(month), nil) : nil
        case (.season(let season), .number(let digits)), (.number(let digits), .season(let season)):
            return isYear(digits) ? year(digits).map { "\($0)-\(season)" } : nil
        case (.number(let first), .number(let second)):
            if first.count == 4, second.count <= 2 {
                // '1904/05' is more often two years than May.
                if separator == "/", let end = Int(second), let start = Int(first.suffix(2)), end > start { return nil }
                return iso(first, second, nil)
            }
            return second.count == 4 && first.count <= 2 ? iso(second, first, nil) : nil
        default: return nil
        }
    }

    private var triple: String? {
        switch (tokens[0], tokens[1], tokens[2]) {
        case (.number(let first), .month(let month), .number(let last)):
            if isYear(last), first.count <= 2 { return iso(last, String(month), first) }
            return first.count == 4 ? iso(first, String(month), last) : nil
        case (.month(let month), .number(let day), .number(let last)):
            return isYear(last) ? iso(last, String(month), day) : nil
        case (.number(let first), .number(let second), .number(let third)):
            if first.count == 4 { return iso(first, second, third) }
            guard third.count == 4, let a = Int(first), let b = Int(second) else { return nil }
            if separator == "." || a > 12 || a == b { return iso(third, second, first) }
            return b > 12 ? iso(third, first, second) : nil
        default: return nil
        }
    }

    /// Whether digits in the place of a year can be one: two digits are a year only with an era.
    private func isYear(_ digits: String) -> Bool { hasEra || digits.count >= 3 }

    private func year(_ digits: String) -> String? {
        if digits.hasSuffix("X") { return hasEra ? nil : digits }
        // '194?' may be a decade.
        if isUncertain && digits.count < 4 && !hasEra { return nil }
        guard let value = Int64(digits) else { return nil }
        guard !isBeforeCommonEra || value > 0 else { return nil }
        let year = isBeforeCommonEra ? 1 - value : value
        return (year.magnitude > 9999 ? "Y" : "") + padded(year, to: 4)
    }

    /// The date with months and days of 00 left out, as data bases write unknown ones.
    private func iso(_ yearDigits: String, _ monthDigits: String, _ dayDigits: String?) -> String? {
        guard let year = year(yearDigits), let month = Int(monthDigits) else { return nil }
        if month == 0 { return dayDigits.flatMap { Int($0) } ?? 0 == 0 ? year : nil }
        let yearMonth = "\(year)-\(padded(month, to: 2))"
        guard let dayDigits else { return yearMonth }
        guard let day = Int(dayDigits) else { return nil }
        return day == 0 ? yearMonth : "\(yearMonth)-\(padded(day, to: 2))"
    }
}

private func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
