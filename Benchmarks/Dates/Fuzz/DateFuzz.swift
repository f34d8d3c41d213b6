/// What libFuzzer calls with each text it makes up; built together with the sources of Chronology by `run`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafeRawPointer, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
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
  return 0
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
    for language in ["en", "fr", "de", "ru", "ja"] { precondition(!date.description(in: language).isEmpty) }
    var generator = SeededGenerator(seed: 1)
    if let sampler = try? DateSampler(date) {
      let moment = sampler.moment(using: &generator)
      precondition(date.earliest <= moment && moment <= date.latest)
    }
  }
}

private func check(_ date: HistoricalDate, _ text: String) {
  precondition(date.description == text && date.edtf == text && date.earliest <= date.latest)
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
}
