public import Chronology

/// A view at one date after the other, each made from the last one.
///
/// When each entity and statement is there is found out once. From one day to another only those are asked again for which
/// something begins or ends in between; the answers are those of ``GraphView/seen(at:)``, whichever dates are asked for in
/// whichever order.
public struct MovingView: Sendable {
  private var view: GraphView
  private let timetable: ViewTimetable?
  /// The day of the answers that `view` has; nil where it is seen at no one day.
  private var day: ClosedRange<Moment>?

  /// Prepares a view to be seen at many dates.
  /// - Complexity: O(*n* + *m* log *m*); *n* entities, *m* statements.
  public init(_ view: GraphView) {
    self.view = view
    // Who knew what by when decides what a life is made of.
    timetable = view.options.knownTo == nil ? ViewTimetable(view) : nil
  }

  /// A view of which it is known when everything is there; what it was found to hold is not looked at.
  init(_ view: GraphView, _ timetable: ViewTimetable?) {
    self.view = view
    self.timetable = timetable
  }

  /// The view at a date; nil: at all times at once.
  /// - Complexity: From a day to a day, O(*k* log *m*) besides copying an answer each; *k* things that begin or end in between.
  public mutating func seen(at date: HistoricalDate?) -> GraphView {
    let next = date?.oneDay
    guard let timetable, let date, let next else {
      view = view.seen(at: date)
      day = timetable == nil ? nil : next
      return view
    }
    if let day {
      let (items, isMany) = timetable.items(movingFrom: day, to: next)
      view.look(at: date, timetable, isMany ? nil : items)
    } else {
      view.look(at: date, timetable, nil)
    }
    day = next
    return view
  }
}

extension HistoricalDate {
  /// From the first to the last second of a date that is one whole day; nil for any other.
  fileprivate var oneDay: ClosedRange<Moment>? {
    guard shape == .point, precision == .day, latest == earliest.adding(seconds: 86_399) else { return nil }
    return earliest...latest
  }
}
