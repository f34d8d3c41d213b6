import AllocationCount
import Chronology

/// Reads many dates, checks that they are read right, and prints how many a second and how many allocations each takes.
///
/// Fails with a sentence when one is read wrong or too slowly.
@main struct DateBenchmarks {
  static func main() {
    var failures = 0
    print(row("texts", "read", "dates/s", "wanted", "allocations", ""))
    for benchmark in [plainDays, levelOne, mixedLevelTwo, lenient] {
      let result = measure(benchmark)
      failures += result ? 0 : 1
    }
    print()
    print(row("extreme texts", "bytes", "ms", "at most", "answer", ""))
    for (name, text) in extremes { failures += measureOne(name, text) ? 0 : 1 }
    precondition(failures == 0, "\(failures) lines of the table are wrong, too slow or allocate too much")
  }

  struct Benchmark {
    let name: String
    let texts: [String]
    /// The earliest seconds of all the dates, added up with wrapping; found without the parser.
    let sum: Int64
    let wanted: Double
    /// Whether reading may allocate no memory at all: the text of a plain day fits into its string.
    var allocatesNothing = false
    var read: (String) -> HistoricalDate? = { try? HistoricalDate($0) }
  }

  /// Every tenth day of ten thousand years.
  static var plainDays: Benchmark {
    var texts: [String] = []
    var sum: Int64 = 0
    for number in stride(from: Day(year: 0, month: 1, day: 1)?.number ?? 0, to: 2_932_896, by: 10) {
      let day = Day(number: number)
      texts.append("\(day)")
      sum &+= number * 86_400
    }
    return Benchmark(name: "plain days", texts: texts, sum: sum, wanted: 1_000_000, allocatesNothing: true)
  }

  static var levelOne: Benchmark {
    repeated(
      "level 1",
      [
        ("1984?", 1984, 1, 1), ("2004-06~", 2004, 6, 1), ("201X", 2010, 1, 1), ("1985-XX-XX", 1985, 1, 1),
        ("1985-04-12/..", 1985, 4, 12), ("2001-21", 2001, 3, 1), ("Y170000002", 170_000_002, 1, 1),
        ("-1985", -1985, 1, 1), ("1984~/2004-06", 1984, 1, 1), ("2004-02-01/2005-02-08", 2004, 2, 1),
      ], wanted: 300_000)
  }

  static var mixedLevelTwo: Benchmark {
    repeated(
      "mixed level 2",
      [
        ("2004-06~-11", 2004, 6, 11), ("?2004-06-~11", 2004, 6, 11), ("2004-%06-11", 2004, 6, 11),
        ("156X-12-25", 1560, 12, 25), ("15XX-12-25", 1500, 12, 25), ("XXXX-12-XX", 0, 12, 1),
        ("1XXX-XX", 1000, 1, 1), ("1984-1X", 1984, 10, 1), ("[1667,1668,1670..1672]", 1667, 1, 1),
        ("[1760-01,1760-02,1760-12..]", 1760, 1, 1), ("{1960,1961-12}", 1960, 1, 1),
        ("2004-06-~01/2004-06-~20", 2004, 6, 1), ("2004-06-XX/2004-07-03", 2004, 6, 1),
        ("Y-17E7", -170_000_000, 1, 1), ("1950S2", 1900, 1, 1), ("Y171010000S3", 171_000_000, 1, 1),
        ("2001-34", 2001, 4, 1), ("XXXX-02-29", 0, 2, 29),
      ], wanted: 300_000)
  }

  static var lenient: Benchmark {
    repeated(
      "lenient",
      [
        ("13 April 1941", 1941, 4, 13), ("c. 1941", 1941, 1, 1), ("44 BC", -43, 1, 1),
        ("13.04.1941", 1941, 4, 13),
        ("1939..1945", 1939, 1, 1), ("19th century", 1800, 1, 1),
      ], wanted: 10_000, times: 2000, read: { try? HistoricalDate(lenient: $0) })
  }

  typealias Case = (text: String, year: Int64, month: Int, day: Int)

  static func repeated(
    _ name: String, _ cases: [Case], wanted: Double, times: Int = 20_000,
    read: @escaping (String) -> HistoricalDate? = { try? HistoricalDate($0) }
  ) -> Benchmark {
    var sum: Int64 = 0
    for example in cases {
      guard let day = Day(year: example.year, month: example.month, day: example.day) else {
        fatalError(example.text)
      }
      sum &+= day.number &* 86_400
    }
    let texts = Array(repeating: cases.map(\.text), count: times).flatMap { $0 }
    return Benchmark(name: name, texts: texts, sum: sum &* Int64(times), wanted: wanted, read: read)
  }

  // MARK: - Measuring

  /// The best of five rounds.
  static func measure(_ benchmark: Benchmark) -> Bool {
    var best = Duration.seconds(1000)
    var isRight = true
    var allocations: UInt = 0
    for _ in 0..<5 {
      var sum: Int64 = 0
      let before = allocation_count()
      let time = ContinuousClock().measure {
        for text in benchmark.texts {
          if let date = benchmark.read(text) { sum &+= date.earliest.seconds } else { sum = .min }
        }
      }
      allocations = allocation_count() - before
      isRight = isRight && sum == benchmark.sum
      best = min(best, time)
    }
    let rate =
      Double(benchmark.texts.count)
      / (Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds))
    let isFast = rate >= benchmark.wanted && !(benchmark.allocatesNothing && allocations > 0)
    let each = Double(allocations * 10 / UInt(benchmark.texts.count)) / 10
    print(
      row(
        benchmark.name, "\(benchmark.texts.count)", "\(Int(rate))", "\(Int(benchmark.wanted))", "\(each)",
        isRight ? (isFast ? "" : "TOO SLOW") : "WRONG"))
    return isRight && isFast
  }

  static var extremes: [(String, String)] {
    func text(_ piece: String, _ count: Int) -> String { String(repeating: piece, count: count) }
    return [
      ("Y17E99999", "Y17E99999"), ("10,000 digits", text("1", 10_000)),
      ("10,000 digits of a year", "Y" + text("9", 10_000)),
      ("10,000 X", text("X", 10_000)), ("10,000 combining marks", "1" + text("\u{301}", 10_000)),
      ("5000 line ends", text("\r\n", 5000)), ("10,000 full-width digits", text("１", 10_000)),
      ("10,000 days", "[" + text("1941-04-13,", 9999) + "1941-04-14]"),
      ("10,000 days and a slip", "[" + text("1941-04-13,", 9999) + "1941-04-31]"),
      ("10,001 days", "[" + text("1941-04-13,", 10_000) + "1941-04-14]"),
      ("10,000 ranges", "{" + text("1941-04-13..1941-05,", 9999) + "1942..}"),
      ("10,000 patterns", "[" + text("XXXX-XX-X1,", 9999) + "194X-02-29]"),
      ("10,000 hard patterns", "[" + text("XX00-02-29,", 9999) + "194X-02-29]"),
    ]
  }

  static func measureOne(_ name: String, _ text: String) -> Bool {
    var best = Duration.seconds(1000)
    var answer = ""
    for _ in 0..<3 {
      let time = ContinuousClock().measure {
        do throws(DateTextError) {
          answer = try HistoricalDate(lenient: text).shape == .point ? "a point" : "a set"
        } catch {
          answer = "refused at column \(error.column)"
        }
      }
      best = min(best, time)
    }
    let milliseconds = Double(best.components.attoseconds) / 1e15 + Double(best.components.seconds) * 1000
    let isFast = milliseconds < 10
    let rounded = "\(Double(Int(milliseconds * 1000)) / 1000)"
    print(row(name, "\(text.utf8.count)", rounded, "10", answer, isFast ? "" : "TOO SLOW"))
    return isFast
  }

  static func row(_ cells: String...) -> String {
    let widths = [26, 10, 12, 10, 26, 10]
    return zip(cells, widths).enumerated().map { index, cell in
      let space = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return index == 0 || index >= 4 ? cell.0 + space : space + cell.0 + " "
    }.joined()
  }
}
