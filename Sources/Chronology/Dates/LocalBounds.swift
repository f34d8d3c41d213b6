extension HistoricalDate {
  /// Whether the date, or any date inside it, states an offset of its own.
  public var statesOffset: Bool { containsPoint { $0.components.statesOffset } }

  /// Whether a digit of the date, or of any date inside it, is unspecified (`X`).
  public var hasUnspecifiedDigits: Bool { containsPoint { $0.components.hasUnspecifiedDigits } }

  /// The offset that a point states; `nil` for one that states none, and for any other date.
  public var statedOffset: UTCOffset? {
    if case .point(let point) = form { point.components.statedOffset } else { nil }
  }

  /// The first second the date may denote, as the clocks at its own or the default offset show it.
  public var localEarliest: Moment {
    switch form {
    case .point(let point): point.localEarliest
    case .interval(.date(let start), _): start.localEarliest
    case .interval: .distantPast
    case .set(_, let members): members.map { $0.first?.localEarliest ?? .distantPast }.min() ?? .distantFuture
    }
  }

  /// The last second the date may denote, as the clocks at its own or the default offset show it.
  public var localLatest: Moment {
    switch form {
    case .point(let point): point.localLatest
    case .interval(_, .date(let end)): end.localLatest
    case .interval: .distantFuture
    case .set(_, let members): members.map { $0.last?.localLatest ?? .distantFuture }.max() ?? .distantPast
    }
  }
}
