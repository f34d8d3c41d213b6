import EntenteKit

@testable import Chronology

/// Reads a text as a date in every way that there is, and holds what comes of it against what must be true.
func tryDates(_ text: String) {
  do throws(DateTextError) {
    check(try HistoricalDate(text), text)
  } catch {
    check(error)
  }
  if let period = try? Period(text) {
    precondition((try? Period(period.description)) == period)
    let start = Moment(seconds: 0)
    precondition(start.subtracting(period) <= start && start <= start.adding(period))
  }
  solve(text)
  if let year = EraYear(text) { precondition(EraYear(year.description) == year) }
  checkJulian(text)
  tell(text)
}

/// Reads a text in the Julian calendar, with every beginning of the year.
private func checkJulian(_ text: String) {
  for start in CalendarYearStart.allCases {
    guard let date = try? JulianDate(text, yearStart: start) else { continue }
    precondition(date.description == text && date.earliest <= date.latest)
    precondition((try? HistoricalDate(date.gregorianText)) == date.gregorian)
    describe { date.description(in: $0) }
  }
  for style in [DateStyle.gregorian, .julian, DateStyle(.gregorian, yearStart: .marchFirst)] {
    guard let date = try? HistoricalDate(text, style: style) else { continue }
    let again = try? HistoricalDate(date.styledText, style: .gregorian)
    precondition(
      again?.earliest == date.earliest && again?.latest == date.latest && again?.style == date.style)
    precondition((try? HistoricalDate(date.edtf)) == date.inFormat)
    precondition(date.inFormat.earliest == date.earliest && date.inFormat.latest == date.latest)
    describe { date.shortDescription(in: $0) }
  }
}

/// Tells what the text means as `entente date` does.
private func tell(_ text: String) {
  for (calendar, isLenient) in [(DateReport.Calendar.gregorian, false), (.gregorian, true), (.julian, false)]
  {
    let report = DateReport(calendar: calendar, isLenient: isLenient, language: "en")
    for format in OutputFormat.allCases {
      let line = report.line(for: text, as: format).text
      if format != .csv {
        rule(line.split(separator: "\n").count == 1, "several lines: \(line.debugDescription)")
      }
      if format == .table || format == .markdown {
        rule(!line.steersTerminals, "it steers the terminal: \(line.debugDescription)")
      }
    }
  }
}

private func describe(_ words: (String) -> String) {
  for language in ["en", "fr", "de", "ru", "ja"] { precondition(!words(language).isEmpty) }
}

/// Takes the text for a system of dates: parts between semicolons are dates of the things 0, 1, 2, …, or periods that
/// relate the thing before to the one that the period's length chooses.
private func solve(_ text: String) {
  var system = ConstraintSystem()
  var count = 0
  var dates: [HistoricalDate] = []
  for part in text.split(separator: ";").prefix(12) {
    if let date = try? HistoricalDate(String(part)) {
      system.declare("\(count)", date)
      dates.append(date)
      count += 1
    } else if let period = try? Period(String(part)), count > 0 {
      let (one, other) = ("\(count - 1)", "\(part.utf8.count % count)")
      switch part.utf8.count % 5 {
      case 0: system.constrain(one, .after(other))
      case 1: system.constrain(one, .before(other))
      case 2: system.constrain(one, .within(period, of: other))
      case 3: system.constrain(one, .exactly(period, after: other))
      default: system.constrain(one, .same(as: other))
      }
      for date in dates.suffix(2) {
        let (later, earlier) = (date.adding(period), date.subtracting(period))
        precondition(earlier.earliest <= date.earliest && date.latest <= later.latest)
      }
    }
  }
  for (one, other) in zip(dates, dates.dropFirst()) {
    let there = one.possibleRelations(to: other)
    precondition(there.relations.count >= 1 && there.converses == other.possibleRelations(to: one))
    let distance = one.distance(to: other)
    if let least = distance.least, let greatest = distance.greatest { precondition(least <= greatest) }
    _ = one.period(until: other)
  }
  if let solution = try? system.solve() {
    for (index, date) in dates.enumerated() {
      guard let bounds = solution["\(index)"] else { preconditionFailure("a thing has no bounds") }
      precondition(date.earliest <= bounds.earliest && bounds.latest <= date.latest)
    }
  }
  for date in dates.prefix(2) {
    describe { date.description(in: $0) }
    var generator = SeededGenerator(seed: 1)
    if let sampler = try? DateSampler(date) {
      let moment = sampler.moment(using: &generator)
      precondition(date.earliest <= moment && moment <= date.latest)
    }
  }
}

private func check(_ date: HistoricalDate, _ text: String) {
  precondition(date.description == text && date.edtf == text && date.earliest <= date.latest)
  describe { date.description(in: $0) }
  precondition((try? HistoricalDate(lenient: text)) == date)
  let span = Span(date)
  precondition(!span.isContradictory && span.covers(date) != .no && span.overlaps(span) != .no)
  precondition(date.isBefore(date) != .yes && date.isSame(as: date) != .no)
  let stretches = date.stretches
  precondition(stretches.first?.lowerBound == date.earliest && stretches.last?.upperBound == date.latest)
}

private func check(_ error: DateTextError) {
  precondition(error.column >= 1 && error.column <= error.text.count + 1)
  precondition(error.description.utf8.first == UInt8(ascii: "'"))
  let readings = error.readings
  for reading in readings { precondition((try? HistoricalDate(reading)) != nil) }
  let taken = try? HistoricalDate(lenient: error.text)
  precondition(taken?.takenFor == (readings.count == 1 ? readings[0] : nil))
  if let taken { describe { taken.description(in: $0) } }
}
