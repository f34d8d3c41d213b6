/// One day, minute or second of which it is known that it lies between two bounds.
struct UncertainInstant: Hashable, Sendable {
  /// The first second it may hold.
  var earliest: Moment
  /// The last second it may hold.
  var latest: Moment
  /// The end, exclusive, of the first unit it may be.
  var firstUnitEnd: Moment
  /// The start of the last unit it may be.
  var lastUnitStart: Moment

  static let openStart = UncertainInstant(
    earliest: .distantPast, latest: .distantPast, firstUnitEnd: .distantPast, lastUnitStart: .distantPast)
  static let openEnd = UncertainInstant(
    earliest: .distantFuture, latest: .distantFuture, firstUnitEnd: .distantFuture,
    lastUnitStart: .distantFuture)

  /// Whether the bounds leave one unit: this day, this minute, this second.
  var isOneUnit: Bool { earliest == lastUnitStart && !earliest.isOpen }

  /// The seconds from the start of the last unit to its end; 1 for an open instant.
  var lastUnit: Int64 { latest.isOpen ? 1 : latest.seconds - lastUnitStart.seconds + 1 }

  /// The seconds from the start of the first unit to its end; 1 for an open instant.
  var firstUnit: Int64 { earliest.isOpen ? 1 : firstUnitEnd.seconds - earliest.seconds }
}

extension HistoricalDate {
  /// The instant at which the date begins.
  var startInstant: UncertainInstant {
    switch form {
    case .point(let point): return point.instant
    case .set(.oneOf, let members): return HistoricalDate.anyOf(members)
    case .set(.allOf, let members):
      let starts = members.map { $0.first?.instant ?? .openStart }
      return UncertainInstant(
        earliest: starts.map(\.earliest).min() ?? .distantPast,
        latest: starts.map(\.latest).min() ?? .distantPast,
        firstUnitEnd: starts.map(\.firstUnitEnd).min() ?? .distantPast,
        lastUnitStart: starts.map(\.lastUnitStart).min() ?? .distantPast)
    case .interval(.open, _): return .openStart
    case .interval(.date(let date), _): return date.startInstant
    case .interval(.unknown, let end):
      guard case .date(let date) = end else {
        return UncertainInstant(
          earliest: .distantPast, latest: .distantFuture, firstUnitEnd: .distantPast,
          lastUnitStart: .distantFuture)
      }
      var start = date.endInstant
      (start.earliest, start.firstUnitEnd) = (.distantPast, .distantPast)
      return start
    }
  }

  /// The instant at which the date ends.
  var endInstant: UncertainInstant {
    switch form {
    case .point(let point): return point.instant
    case .set(.oneOf, let members): return HistoricalDate.anyOf(members)
    case .set(.allOf, let members):
      let ends = members.map { $0.last?.instant ?? .openEnd }
      return UncertainInstant(
        earliest: ends.map(\.earliest).max() ?? .distantFuture,
        latest: ends.map(\.latest).max() ?? .distantFuture,
        firstUnitEnd: ends.map(\.firstUnitEnd).max() ?? .distantFuture,
        lastUnitStart: ends.map(\.lastUnitStart).max() ?? .distantFuture)
    case .interval(_, .open): return .openEnd
    case .interval(_, .date(let date)): return date.endInstant
    case .interval(let start, .unknown):
      guard case .date(let date) = start else {
        return UncertainInstant(
          earliest: .distantPast, latest: .distantFuture, firstUnitEnd: .distantPast,
          lastUnitStart: .distantFuture)
      }
      var end = date.startInstant
      (end.latest, end.lastUnitStart) = (.distantFuture, .distantFuture)
      return end
    }
  }

  /// Whether the date is one instant, though perhaps an uncertain one, and not a stretch of time.
  var isInstant: Bool { shape == .point || shape == .oneOf }

  private static func anyOf(_ members: [SetMember]) -> UncertainInstant {
    UncertainInstant(
      earliest: members.map(\.earliest).min() ?? .distantPast,
      latest: members.map(\.latest).max() ?? .distantFuture,
      firstUnitEnd: members.map { $0.first?.instant.firstUnitEnd ?? .distantPast }.min() ?? .distantPast,
      lastUnitStart: members.map { $0.last?.instant.lastUnitStart ?? .distantFuture }.max() ?? .distantFuture)
  }
}
