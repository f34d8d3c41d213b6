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

/// Numbers that are the same in every run.
/// - SeeAlso: G. Steele, D. Lea, C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014 (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
