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
  if let year = EraYear(text) { precondition(EraYear(year.description) == year) }
  return 0
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
