internal import Chronology
internal import Diplomacy

/// Whole days on which something is there, both ends included.
struct DayStretch: Hashable, Comparable {
  var first: Int64
  var last: Int64

  static let always = DayStretch(first: -StoreSchema.open, last: StoreSchema.open)

  static func < (one: DayStretch, other: DayStretch) -> Bool {
    (one.first, one.last) < (other.first, other.last)
  }

  /// The days of both; nil where there are none.
  func overlap(_ other: DayStretch) -> DayStretch? {
    let both = DayStretch(first: max(first, other.first), last: min(last, other.last))
    return both.first <= both.last ? both : nil
  }
}

/// The days on which something is there, certainly and possibly, as a view at each of them has it.
struct DayStretches: Hashable {
  /// The days on which it certainly is.
  var certain: [DayStretch]
  /// The days on which it possibly is, the certain ones among them.
  var possible: [DayStretch]

  static let always = DayStretches(certain: [.always], possible: [.always])
  static let never = DayStretches(certain: [], possible: [])
  /// At an unknown time.
  static let unknown = DayStretches(certain: [], possible: [.always])

  init(certain: [DayStretch], possible: [DayStretch]) {
    self.certain = certain
    self.possible = possible
  }

  /// The days of spans, as clocks that are so many seconds ahead of UTC count them.
  init(_ spans: [Span], ahead: Int64) {
    (certain, possible) = ([], [])
    for span in spans {
      let sure = span.certainDays(ahead)
      certain += sure
      possible += sure
      if !span.isContradictory { possible += span.possibleDays(ahead) }
    }
    if certain.count > 1 { certain = Self.merged(certain) }
    if possible.count > 1 { possible = Self.merged(possible) }
  }

  /// The days on which several things are there.
  func and(_ other: DayStretches) -> DayStretches {
    if other == .always { return self }
    if self == .always { return other }
    return DayStretches(
      certain: Self.both(certain, other.certain), possible: Self.both(possible, other.possible))
  }

  private static func both(_ some: [DayStretch], _ others: [DayStretch]) -> [DayStretch] {
    merged(some.flatMap { one in others.compactMap { one.overlap($0) } })
  }

  /// The same days, each once, in order.
  private static func merged(_ stretches: [DayStretch]) -> [DayStretch] {
    var merged: [DayStretch] = []
    for stretch in stretches.sorted() {
      if let last = merged.last, stretch.first <= last.last + 1 {
        merged[merged.count - 1].last = max(last.last, stretch.last)
      } else {
        merged.append(stretch)
      }
    }
    return merged
  }
}

extension Span {
  /// The day of a moment by clocks that are so many seconds ahead; of an open end, what stands for it.
  static func day(_ moment: Moment, _ ahead: Int64) -> Int64 {
    if moment == .distantPast { return -StoreSchema.open }
    if moment == .distantFuture { return StoreSchema.open }
    return moment.adding(seconds: ahead).day.number
  }

  /// The days that are covered for certain.
  fileprivate func certainDays(_ ahead: Int64) -> [DayStretch] {
    // A single day, minute or second that lies within one day, wherever in it.
    if isMoment, !earliestStart.isOpen, !latestEnd.isOpen {
      let (first, last) = (Self.day(earliestStart, ahead), Self.day(latestEnd.adding(seconds: -1), ahead))
      if first == last { return [DayStretch(first: first, last: last)] }
    }
    guard latestStart != .distantFuture, earliestEnd != .distantPast else { return [] }
    // The first day that begins no earlier, and the last that ends no later.
    let first =
      latestStart == .distantPast
      ? -StoreSchema.open : Self.day(latestStart.adding(seconds: -1), ahead) + 1
    let last = earliestEnd == .distantFuture ? StoreSchema.open : Self.day(earliestEnd, ahead) - 1
    return first <= last ? [DayStretch(first: first, last: last)] : []
  }

  /// The days that are covered at all.
  fileprivate func possibleDays(_ ahead: Int64) -> [DayStretch] {
    guard earliestStart != .distantFuture, latestEnd != .distantPast else { return [] }
    let first = Self.day(earliestStart, ahead)
    let last = latestEnd == .distantFuture ? StoreSchema.open : Self.day(latestEnd.adding(seconds: -1), ahead)
    return first <= last ? [DayStretch(first: first, last: last)] : []
  }
}
