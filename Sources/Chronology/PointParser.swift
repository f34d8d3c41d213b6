/// Reads one point: year, month or season, day, time, offset and flags.
extension DateParser {
    private static let monthOrSeason = "a month from 01 to 12 or a season from 21 to 24"
    private static let qualifier = "a qualifier (?, ~ or %)"

    /// A point with its flags.
    mutating func point(orElse expected: String) throws(ParseFailure) -> DatePoint {
        var point = try unqualifiedPoint(orElse: expected)
        switch next {
        case UInt8(ascii: "?"): point.qualifiers = .uncertain
        case UInt8(ascii: "~"): point.qualifiers = .approximate
        case UInt8(ascii: "%"): point.qualifiers = [.uncertain, .approximate]
        default: return point
        }
        position += 1
        continuations = []
        return point
    }

    private mutating func unqualifiedPoint(orElse expected: String) throws(ParseFailure) -> DatePoint {
        if skip("Y") {
            let year = try longYear()
            continuations = [DateParser.qualifier]
            return try placed(from: (year, 1, 1), to: (year, 12, 31), .year)
        }
        let years = try fourDigitYear(orElse: expected)
        guard years.precision == .year else {
            continuations = [DateParser.qualifier]
            return try placed(from: (years.first, 1, 1), to: (years.last, 12, 31), years.precision)
        }
        let year = years.first
        continuations = ["'-' and a month", DateParser.qualifier]
        guard skip("-") else { return try placed(from: (year, 1, 1), to: (year, 12, 31), .year) }
        if skipUnspecifiedPair() { return try unspecifiedMonth(of: year) }
        let place = position
        guard let month = twoDigits(), (1...12).contains(month) || (21...24).contains(month) else {
            throw failure(DateParser.monthOrSeason, at: place)
        }
        return month > 12 ? try season(month, of: year) : try monthOrDay(year: year, month: month)
    }

    private mutating func unspecifiedMonth(of year: Int64) throws(ParseFailure) -> DatePoint {
        continuations = ["'-XX'", DateParser.qualifier]
        if skip("-") {
            guard skipUnspecifiedPair() else { throw failure("'XX', as the month is unspecified") }
            continuations = [DateParser.qualifier]
        }
        return try placed(from: (year, 1, 1), to: (year, 12, 31), .year)
    }

    private mutating func season(_ season: Int, of year: Int64) throws(ParseFailure) -> DatePoint {
        continuations = [DateParser.qualifier]
        let firstMonth = (season - 20) * 3
        let (lastYear, lastMonth) = season == 24 ? (year + 1, 2) : (year, firstMonth + 2)
        let lastDay = Day.daysInMonth(lastMonth, of: lastYear)
        return try placed(from: (year, firstMonth, 1), to: (lastYear, lastMonth, lastDay), .season)
    }

    private mutating func monthOrDay(year: Int64, month: Int) throws(ParseFailure) -> DatePoint {
        let length = Day.daysInMonth(month, of: year)
        continuations = ["'-' and a day", DateParser.qualifier]
        guard skip("-") else { return try placed(from: (year, month, 1), to: (year, month, length), .month) }
        continuations = [DateParser.qualifier]
        if skipUnspecifiedPair() { return try placed(from: (year, month, 1), to: (year, month, length), .month) }
        let place = position
        guard let day = twoDigits(), (1...length).contains(day) else {
            throw failure("a day from 01 to \(length) of \(padded(year, to: 4))-\(padded(month, to: 2))", at: place)
        }
        let point = try placed(from: (year, month, day), to: (year, month, day), .day)
        continuations = ["'T' and a time", DateParser.qualifier]
        return skip("T") ? try time(on: point) : point
    }

    // MARK: - Years

    /// The digits of a year with `Y`; the sign may come first.
    private mutating func longYear() throws(ParseFailure) -> Int64 {
        let place = position
        let isNegative = skip("-")
        let firstDigit = position
        var year: Int64 = 0
        while let byte = next, let digit = digitValue(byte) {
            guard position > firstDigit || digit != 0 else { throw failure("a first digit from 1 to 9") }
            year = year.multipliedSaturated(by: 10).addingSaturated(Int64(digit))
            position += 1
        }
        guard position - firstDigit >= 5 else {
            throw failure("a year of more than four digits after 'Y'", at: position == firstDigit ? nil : place)
        }
        guard year <= Day.supportedYears.upperBound else {
            throw failure("a year from -292000000000 to 292000000000", at: place)
        }
        return isNegative ? -year : year
    }

    /// Four digits, of which all but the first may be unspecified, with or without a minus sign.
    private mutating func fourDigitYear(
        orElse expected: String
    ) throws(ParseFailure) -> (first: Int64, last: Int64, precision: Precision) {
        let place = position
        let isNegative = skip("-")
        let start = position
        var value: Int64 = 0
        while position - start < 4, let byte = next, let digit = digitValue(byte) {
            value = value * 10 + Int64(digit)
            position += 1
        }
        let digits = position - start
        guard digits > 0 else { throw failure(isNegative ? "a year of four digits after '-'" : expected) }
        while position - start < 4, skip("X") {}
        if position - start == 4, let byte = next, digitValue(byte) != nil || byte == UInt8(ascii: "X") {
            throw failure("a year of four digits, or 'Y' before a longer year", at: place)
        }
        guard position - start == 4 else {
            throw failure("a year of four digits", at: digits < position - start ? nil : place)
        }
        if isNegative, value == 0, digits == 4 { throw failure("'0000' for the year 0, without a sign", at: place) }
        let (unit, precision): (Int64, Precision) =
            switch digits {
            case 4: (1, .year)
            case 3: (10, .decade)
            case 2: (100, .century)
            default: (1000, .millennium)
            }
        let (near, far) = (value * unit, value * unit + unit - 1)
        // There is no year -0000, so a decade such as -000X begins at -1.
        return isNegative ? (-far, -max(near, 1), precision) : (near, far, precision)
    }

    // MARK: - Times

    /// Hours and minutes, perhaps seconds, perhaps an offset.
    private mutating func time(on day: DatePoint) throws(ParseFailure) -> DatePoint {
        let hour = try field(upTo: 23, "an hour from 00 to 23")
        guard skip(":") else { throw failure("':' and the minutes") }
        let minute = try field(upTo: 59, "minutes from 00 to 59")
        let hasSeconds = skip(":")
        let second = hasSeconds ? try field(upTo: 59, "seconds from 00 to 59") : 0
        var midnight = day.earliest
        continuations =
            (hasSeconds ? [] : ["':' and seconds"]) + ["an offset such as Z or +09:00", DateParser.qualifier]
        if next == UInt8(ascii: "Z") || next == UInt8(ascii: "+") || next == UInt8(ascii: "-") {
            guard let (offset, end) = UTCOffset.read(bytes, from: position) else {
                throw failure("an offset such as Z, +09:00 or -03:30")
            }
            // `day` was placed by the default offset, which the time's own replaces.
            midnight = midnight.adding(seconds: Int64((defaultOffset ?? .utc).seconds - offset.seconds))
            position = end
            continuations = [DateParser.qualifier]
        }
        let start = midnight.adding(seconds: Int64(hour * 3600 + minute * 60 + second))
        return hasSeconds
            ? DatePoint(earliest: start, latest: start, precision: .second)
            : DatePoint(earliest: start, latest: start.adding(seconds: 59), precision: .minute)
    }

    private mutating func field(upTo limit: Int, _ expected: String) throws(ParseFailure) -> Int {
        let place = position
        guard let value = twoDigits(), value <= limit else { throw failure(expected, at: place) }
        return value
    }

    // MARK: - Pieces

    private mutating func twoDigits() -> Int? {
        guard position + 1 < bytes.count, let tens = digitValue(bytes[position]),
            let units = digitValue(bytes[position + 1])
        else { return nil }
        // A third digit would make this another number: '1941-041' is not April.
        if position + 2 < bytes.count, digitValue(bytes[position + 2]) != nil { return nil }
        position += 2
        return tens * 10 + units
    }

    private mutating func skipUnspecifiedPair() -> Bool {
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "X"),
            bytes[position + 1] == UInt8(ascii: "X")
        else { return false }
        position += 2
        return true
    }

    /// The point from the start of one day to the end of another, moved by the default offset.
    private func placed(
        from first: (year: Int64, month: Int, day: Int), to last: (year: Int64, month: Int, day: Int),
        _ precision: Precision
    ) throws(ParseFailure) -> DatePoint {
        guard let firstDay = Day(year: first.year, month: first.month, day: first.day),
            let lastDay = Day(year: last.year, month: last.month, day: last.day)
        else { throw failure("a year from -292000000000 to 292000000000") }
        let shift = -Int64(defaultOffset?.seconds ?? 0)
        return DatePoint(
            earliest: firstDay.start.adding(seconds: shift),
            latest: lastDay.end.adding(seconds: shift - 1), precision: precision)
    }
}
