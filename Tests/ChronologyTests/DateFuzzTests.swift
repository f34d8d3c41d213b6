import Chronology
import Testing

@Suite struct DateFuzzTests {
    private static let seeds = [
        "1941-04-13T14:50:30+09:00", "1941-04-13", "1941-XX-XX", "194X", "Y-170000002", "1941-04~/1945-08?", "../1945",
        "1941/",
        "[1667,1668,1670..1672]", "{1960,1961-12}", "[..1760-12-03]", "[1760-12..]", "-0043-03-15%", "1941-24",
        "13 April 1941",
        "c. 44 BC", "P1Y2M3W4DT5H6M7S", "1940–1942", "5 years",
    ]
    private static let alphabet = Array("0123456789-/.,:?~%XYTZ+[]{} PMDabs\u{301}–王\u{0}\r\n")

    @Test func mutatedTextNeverCrashesAndPrintsBackTheSame() {
        var numbers = SeededNumbers(state: 1941_04_13)
        var dates = 0
        for round in 0..<200_000 {
            var text = Array(Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &numbers)])
            for _ in 0..<Int.random(in: 1...4, using: &numbers) {
                let place = Int.random(in: 0...text.count, using: &numbers)
                let letter = Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &numbers)]
                switch Int.random(in: 0..<4, using: &numbers) {
                case 0: text.insert(letter, at: place)
                case 1 where place < text.count: text.remove(at: place)
                case 2 where place < text.count: text[place] = letter
                default: text.insert(contentsOf: text.suffix(from: place).prefix(5), at: place)
                }
            }
            dates += check(String(text), asksForHint: round % 10 == 0) ? 1 : 0
        }
        #expect(dates > 5000)
    }

    /// Whether the text is a date, after holding everything it offers against what must be true of it.
    private func check(_ text: String, asksForHint: Bool) -> Bool {
        if let period = try? Period(text), (try? Period(period.description)) != period {
            Issue.record("period '\(text)' prints as \(period)")
        }
        do {
            let date = try HistoricalDate(text)
            let span = Span(date)
            if date.description != text || date.earliest > date.latest || span.isContradictory
                || date.isBefore(date) == .yes || date.isSame(as: date) == .no || span.covers(date) == .no
                || span.overlaps(span) == .no
            {
                Issue.record("'\(text)' reads as \(date.earliest) to \(date.latest), span \(span)")
            }
            return true
        } catch {
            if error.column < 1 || error.column > text.count + 1 || (error.found == nil) != (error.column > text.count)
            {
                Issue.record("'\(text)' fails at column \(error.column), found \(error.found ?? "nothing")")
            }
            if asksForHint, let hint = error.hint, (try? HistoricalDate(hint)) == nil {
                Issue.record("'\(text)' has the hint '\(hint)', which is not a date")
            }
            return false
        }
    }

    @Test func wellFormedDaysAllParse() throws {
        var numbers = SeededNumbers(state: 1939_08_23)
        for _ in 0..<20_000 {
            let day = Day(number: Int64.random(in: -3_000_000...2_900_000, using: &numbers))
            guard abs(day.year) <= 9999 else { continue }
            let date = try HistoricalDate(day.description)
            guard date.earliest == day.start, date.latest.adding(seconds: 1) == day.end else {
                Issue.record("\(day) reads as \(date.earliest) to \(date.latest)")
                return
            }
        }
    }
}
