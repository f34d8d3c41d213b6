import Chronology

/// When each entity and statement of a view is there, whatever the date of the view.
///
/// Entities have the first numbers, by their positions, then come the statements.
struct ViewTimetable: Sendable {
  /// What stays when dates are drawn.
  private let fixed: FixedTimetable
  /// When those are there whose dates are drawn; nil: they are among the fixed ones.
  private let drawn: SpanTable?

  /// When all of a view is there.
  /// - Parameter drawn: Those that ``redrawn(_:)`` tells anew, in order.
  /// - Complexity: O(*n* + *m* log *m*); *n* entities, *m* statements.
  init(_ view: GraphView, apart drawn: [Int32] = []) {
    fixed = FixedTimetable(view, apart: drawn)
    self.drawn = nil
  }

  private init(_ fixed: FixedTimetable, _ drawn: SpanTable) {
    self.fixed = fixed
    self.drawn = drawn
  }

  /// The same of a view of the graph with other dates drawn.
  /// - Complexity: O(*d* log *d*); *d* things whose dates are drawn.
  func redrawn(_ view: GraphView) -> ViewTimetable {
    ViewTimetable(
      fixed,
      SpanTable(count: fixed.apart.count, names: fixed.apart) { number, spans in
        view.addSpans(ofItem: Int(fixed.apart[number]), to: &spans)
      })
  }

  /// Whether an item is seen and known at all.
  func known(_ item: Int) -> Answer { fixed.known[item] }
  /// The positions of both ends of a statement; -1 where there is none.
  func ends(ofStatement index: Int) -> (subject: Int32, object: Int32) { fixed.ends[index] }
  /// Whether a statement may make one state count as another.
  func isSuccession(_ index: Int) -> Bool { fixed.isSuccession[index] }

  /// Whether any of an item's spans covers a date.
  func covers(_ item: Int, _ date: HistoricalDate) -> Answer {
    if let drawn, fixed.places[item] >= 0 { return drawn.covers(Int(fixed.places[item]), date) }
    return fixed.spans.covers(item, date)
  }

  /// The items whose answer may be another on another day, some of them several times; or that these are many.
  func items(movingFrom one: ClosedRange<Moment>, to other: ClosedRange<Moment>) -> (
    items: [Int32], isMany: Bool
  ) {
    // An answer on a day follows from how its first second, its last one and the next lie to the bounds.
    let first = min(one.lowerBound, other.lowerBound)...max(one.lowerBound, other.lowerBound)
    let last =
      min(one.upperBound, other.upperBound)...max(one.upperBound, other.upperBound).adding(seconds: 1)
    let stretches =
      first.upperBound < last.lowerBound
      ? [first, last] : [min(first.lowerBound, last.lowerBound)...max(first.upperBound, last.upperBound)]
    var items: [Int32] = []
    for stretch in stretches {
      for bounds in [fixed.bounds, drawn?.bounds ?? []] {
        let start = bounds.partitioningIndex { $0.moment >= stretch.lowerBound }
        let end = max(start, bounds.partitioningIndex { $0.moment > stretch.upperBound })
        if end - start > max(64, fixed.known.count / 4) { return ([], true) }
        items += bounds[start..<end].lazy.map(\.item)
      }
    }
    return (items, false)
  }
}

/// What is the same of all drawn views of a graph.
private final class FixedTimetable: Sendable {
  let known: [Answer]
  let ends: [(subject: Int32, object: Int32)]
  let isSuccession: [Bool]
  let spans: SpanTable
  /// The bounds of those that are not drawn.
  let bounds: [SpanTable.Bound]
  /// Those that are drawn, in order, and the place of each item among them; -1: none.
  let apart: [Int32]
  let places: [Int32]

  init(_ view: GraphView, apart: [Int32]) {
    let graph = view.graph
    known =
      graph.entities.map { view.answerWithoutDate(of: $0) }
      + graph.statements.map { view.answerWithoutEnds(of: $0) }
    ends = graph.statements.map { statement in
      let (subject, object) = (graph.position(of: statement.subject), graph.position(of: statement.object))
      return (Int32(subject ?? -1), Int32(object ?? -1))
    }
    isSuccession = graph.statements.map { $0.role == .successorOf }
    let known = known
    spans = SpanTable(count: known.count, names: nil) { item, spans in
      if known[item] != .no { view.addSpans(ofItem: item, to: &spans) }
    }
    self.apart = apart
    var places: [Int32] = []
    if !apart.isEmpty {
      places = [Int32](repeating: -1, count: known.count)
      for (place, item) in apart.enumerated() { places[Int(item)] = Int32(place) }
    }
    self.places = places
    bounds = apart.isEmpty ? spans.bounds : spans.bounds.filter { places[Int($0.item)] < 0 }
  }
}

/// The spans of some items, and every moment at which one begins or ends, or may.
private struct SpanTable: Sendable {
  struct Bound: Sendable {
    let moment: Moment
    let item: Int32
  }

  private let spans: [Span]
  /// Where the spans of each item begin.
  private let offsets: [Int32]
  /// In order.
  let bounds: [Bound]

  /// - Parameter names: The items; nil: all, by their numbers.
  init(count: Int, names: [Int32]?, _ add: (Int, inout [Span]) -> Void) {
    var spans: [Span] = []
    var offsets: [Int32] = [0]
    var bounds: [Bound] = []
    spans.reserveCapacity(count)
    offsets.reserveCapacity(count + 1)
    bounds.reserveCapacity(count * 4)
    for number in 0..<count {
      let start = spans.count
      add(number, &spans)
      offsets.append(Int32(spans.count))
      let item = names.map { $0[number] } ?? Int32(number)
      for index in start..<spans.count {
        let span = spans[index]
        func note(_ moment: Moment) { if !moment.isOpen { bounds.append(Bound(moment: moment, item: item)) } }
        note(span.earliestStart)
        if span.latestStart != span.earliestStart { note(span.latestStart) }
        note(span.earliestEnd)
        if span.latestEnd != span.earliestEnd { note(span.latestEnd) }
      }
    }
    bounds.sort { ($0.moment, $0.item) < ($1.moment, $1.item) }
    (self.spans, self.offsets, self.bounds) = (spans, offsets, bounds)
  }

  func covers(_ number: Int, _ date: HistoricalDate) -> Answer {
    var answer = Answer.no
    for index in Int(offsets[number])..<Int(offsets[number + 1]) {
      answer = answer || spans[index].covers(date)
      if answer == .yes { break }
    }
    return answer
  }
}

extension GraphView {
  /// Adds the spans of an entity or, numbered behind them, of a statement.
  fileprivate func addSpans(ofItem item: Int, to spans: inout [Span]) {
    if item < graph.entities.count {
      spans += presence(of: graph.entities[item])
    } else {
      let statement = graph.statements[item - graph.entities.count]
      // What has a date of its own is looked up nowhere.
      if let when = statement.when { spans.append(Span(when)) } else { spans += self.spans(of: statement) }
    }
  }
}
