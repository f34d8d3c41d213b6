import Chronology
import Testing

/// The date of a text that the test takes to be one.
func date(_ text: String, offset: String? = nil, at place: SourceLocation = #_sourceLocation) throws
  -> HistoricalDate
{
  do {
    return try HistoricalDate(text, defaultOffset: offset.flatMap { UTCOffset($0) })
  } catch {
    Issue.record("\(error)", sourceLocation: place)
    throw error
  }
}

/// The moment written as a date-time, or as a day for its first second.
func moment(_ text: String) throws -> Moment {
  try date(text).earliest
}
