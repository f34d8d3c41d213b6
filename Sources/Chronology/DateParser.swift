/// Reads the text of a date once, from left to right.
///
/// Every reading function leaves `position` after what it has read, or throws the place and what was expected there.
struct DateParser {
    let bytes: [UInt8]
    var position = 0
    let defaultOffset: UTCOffset?
    /// What could have continued the point read last, for the error when something else follows.
    var continuations: [String] = []

    static let memberLimit = 10_000

    init(_ text: String, defaultOffset: UTCOffset?) {
        bytes = Array(text.utf8)
        self.defaultOffset = defaultOffset
    }

    /// The byte at the position; `nil` at the end of the text.
    var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Passes an ASCII character if it comes next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard let next, next == UInt8(ascii: character) else { return false }
        position += 1
        return true
    }

    /// Passes `..` if it comes next.
    mutating func skipDots() -> Bool {
        guard position + 1 < bytes.count, bytes[position] == UInt8(ascii: "."),
            bytes[position + 1] == UInt8(ascii: ".")
        else { return false }
        position += 2
        return true
    }

    func failure(_ expected: String, at place: Int? = nil) -> ParseFailure {
        ParseFailure(position: place ?? position, expected: expected)
    }

    /// The failure of meeting something that neither continues the point read last nor may follow it.
    private func unexpected(_ followers: String...) -> ParseFailure {
        let all = continuations + followers
        guard all.count > 1 else { return failure(all.joined()) }
        return failure(all.dropLast().joined(separator: ", ") + " or " + all[all.count - 1])
    }

    // MARK: - Points, intervals and sets

    /// A point, an interval or a set that fills the text.
    mutating func wholeText() throws(ParseFailure) -> HistoricalDate.Form {
        if skip("[") { return .set(.oneOf, try members(until: "]")) }
        if skip("{") { return .set(.allOf, try members(until: "}")) }
        let start = try endpoint(orElse: "a year of four digits")
        if skip("/") { return try interval(from: start) }
        switch start.form {
        case .date(let date):
            guard next == nil else { throw unexpected("'/' and an end", "the end of the text") }
            return date.form
        case .open: throw failure("'/' and an end after '..'")
        case .unknown: throw failure("a year of four digits")
        }
    }

    private mutating func interval(
        from start: (form: HistoricalDate.Endpoint, place: Int)
    ) throws(ParseFailure) -> HistoricalDate.Form {
        let end = try endpoint(orElse: "a year of four digits or '..'")
        guard next == nil else { throw unexpected("the end of the text") }
        switch (start.form, end.form) {
        case (.unknown, .unknown): throw failure("a date or '..' on at least one side of '/'")
        case (.date(let first), .date(let last)) where first.earliest > last.latest:
            throw failure("an end that is not before the start \(start.form.words)", at: end.place)
        default: return .interval(start: start.form, end: end.form)
        }
    }

    /// One side of an interval, or the whole of a point.
    private mutating func endpoint(
        orElse expected: String
    ) throws(ParseFailure) -> (form: HistoricalDate.Endpoint, place: Int) {
        let place = position
        continuations = []
        if next == nil || next == UInt8(ascii: "/") { return (.unknown, place) }
        if skipDots() { return (.open, place) }
        let point = try point(orElse: expected)
        let text = String(decoding: bytes[place..<position], as: UTF8.self)
        return (.date(HistoricalDate(text: text, form: .point(point))), place)
    }

    /// The members of a set and the bracket that closes it, which fills the text.
    private mutating func members(until bracket: Unicode.Scalar) throws(ParseFailure) -> [SetMember] {
        var members: [SetMember] = []
        while true {
            guard members.count < DateParser.memberLimit else {
                throw failure("no more than 10,000 members")
            }
            let member = try member(isFirst: members.isEmpty)
            members.append(member)
            if skip(bracket) { break }
            guard member.last != nil else { throw failure("'\(bracket)', as an open range is the last member") }
            guard skip(",") else { throw unexpected("'..'", "','", "'\(bracket)'") }
            while skip(" ") {}
        }
        guard next == nil else { throw failure("the end of the text") }
        return members
    }

    private mutating func member(isFirst: Bool) throws(ParseFailure) -> SetMember {
        if isFirst, skipDots() {
            return SetMember(first: nil, last: try point(orElse: "a year of four digits"))
        }
        let first = try point(
            orElse: isFirst ? "a year of four digits or '..'" : "a year of four digits")
        guard skipDots() else { return SetMember(first: first, last: first) }
        if next == UInt8(ascii: "]") || next == UInt8(ascii: "}") || next == UInt8(ascii: ",") {
            return SetMember(first: first, last: nil)
        }
        let place = position
        let last = try point(orElse: "a year of four digits, or the end of the set")
        guard first.earliest <= last.latest else {
            throw failure("an end of the range that is not before its start", at: place)
        }
        return SetMember(first: first, last: last)
    }
}

extension HistoricalDate.Endpoint {
    /// The endpoint as it stands in the text.
    fileprivate var words: String {
        switch self {
        case .date(let date): "'\(date.text)'"
        case .open: "'..'"
        case .unknown: ""
        }
    }
}
