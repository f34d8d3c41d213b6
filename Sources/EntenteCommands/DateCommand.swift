public import ArgumentParser
public import EntenteKit

struct DateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "date",
    abstract: "Explain dates: EDTF levels 0 to 2, or as archives write them, in Old or New Style.",
    discussion:
      "Without texts, dates are read from standard input, one a line. The exit code is 2 if any cannot be read."
  )

  @Argument(help: "The dates, such as 1941-04-13, 194X, '1941-04~' or '[1945-05-08,1945-05-09]'.")
  var texts: [String] = []

  @Flag(
    help:
      "Also read dates as archives and tables write them, such as '6/18 June 1887', '13 avril 1941', 13.04.1941 or 'c. 1941', and say what they were taken for."
  )
  var lenient = false

  @Option(
    help: "The calendar of texts that do not say theirs, as '1887-06-06 O.S.' and '1887-06-18 N.S.' do.")
  var calendar: DateReport.Calendar = .gregorian

  @Option(
    help: ArgumentHelp(
      "The day on which the texts' years begin: 01-01, 03-01 (Venice), 03-25 (Lady Day), 09-01 (Byzantium) or 12-25 (Nativity).",
      valueName: "mm-dd"), completion: .list(CalendarYearStart.allCases.map(\.text)))
  var newYear = "01-01"

  @Option(
    help: ArgumentHelp("The language of descriptions: en, fr, de, ru or ja.", valueName: "language"),
    completion: .languages)
  var language = "en"

  @OptionGroup var output: FormatArgument

  func run() throws {
    let known = ["en", "fr", "de", "ru", "ja"]
    guard known.contains(language) else {
      throw Misuse(
        "'\(language)' is not a language of descriptions; expected \(known.joined(separator: ", ")).")
    }
    guard let yearStart = CalendarYearStart(newYear) else {
      throw Misuse(
        "--new-year: '\(newYear)' is not a day on which years are known to begin; expected \(CalendarYearStart.choices)."
      )
    }
    let report = DateReport(
      calendar: calendar, yearStart: yearStart, isLenient: lenient, language: language, cells: output.cells,
      fittedTo: output.width)
    var unread = 0
    func tell(_ text: String) throws {
      let line = report.line(for: text, as: output.format)
      if line.isError { unread += 1 }
      try writeToStandardOutput(line.text)
    }
    if let header = report.header(output.format) { try writeToStandardOutput(header) }
    if texts.isEmpty {
      while let text = readLine() { try tell(text) }
    } else {
      for text in texts { try tell(text) }
    }
    if unread > 0 { throw UnreadDates(count: unread) }
  }
}

/// Dates that could not be read; what is wrong with each stands in its line.
struct UnreadDates: Error, CustomStringConvertible {
  let count: Int
  var description: String { "\(quantity(count, "date")) could not be read." }
}

extension DateReport.Calendar: ExpressibleByArgument {}
