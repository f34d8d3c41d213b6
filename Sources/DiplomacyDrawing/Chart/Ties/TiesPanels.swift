public import Chronology
public import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats

/// How two views of the same graph are compared in a picture.
public enum ComparedView: String, CaseIterable, Hashable, Sendable {
  /// In one picture.
  case together
  /// In two, with the same places.
  case beside
}

extension Chart {
  /// Draws the ties of two views: in one picture or side by side with the same places, what differs marked.
  /// - Parameters:
  ///   - first: The one view, and what it is called.
  ///   - second: The other.
  ///   - setting: In one picture or in two.
  /// - Throws: ``ChartError``.
  public static func comparedTies(
    _ first: (view: GraphView, name: String), _ second: (view: GraphView, name: String),
    _ setting: ComparedView = .together, _ choice: PictureChoice = PictureChoice(),
    engine: LayoutEngine? = nil, _ style: PictureStyle = PictureStyle(), timeLimit: Duration = .drawing
  ) throws(ChartError) -> Chart {
    let names = [first.name, second.name]
    let composer = try TiesComposer(
      [first.view, second.view], choice, engine, style, timeLimit,
      setting == .together ? .together(names) : .panels(names, columns: 2, hasLabels: true))
    return try composer.chart()
  }

  /// Draws the ties on several dates as small pictures with the same places.
  ///
  /// Small pictures name actors only; which agreements bind them is in the table.
  /// - Parameters:
  ///   - view: What is looked at; its own date does not count.
  ///   - dates: The dates, at least one.
  /// - Throws: ``ChartError``.
  public static func tiesSeries(
    _ view: GraphView, at dates: [HistoricalDate], _ choice: PictureChoice = PictureChoice(),
    engine: LayoutEngine? = nil, _ style: PictureStyle = PictureStyle(), timeLimit: Duration = .drawing
  ) throws(ChartError) -> Chart {
    let language = style.language ?? view.graph.language
    let names = dates.map { $0.description(in: language) }
    let columns = min(dates.count, max(1, Int(style.widest / (style.size * 30))))
    return try TiesComposer(
      dates.map { view.seen(at: $0) }, choice, engine, style, timeLimit,
      .panels(names, columns: columns, hasLabels: false)
    ).chart()
  }
}

/// How a diagram of ties shows its views.
enum TiesArrangement {
  /// The only one.
  case single
  /// The only one, of so many boxes that they stay where Graphviz puts them, and agreements are not named.
  case vast
  /// Two in one picture; what they are called.
  case together([String])
  /// Each in a picture of its own; what they are called.
  case panels([String], columns: Int, hasLabels: Bool)

  /// Whether agreements are named.
  var hasLabels: Bool {
    switch self {
    case .single, .together: true
    case .vast: false
    case .panels(_, _, let hasLabels): hasLabels
    }
  }

  /// Whether it compares two views.
  var isComparison: Bool {
    switch self {
    case .single, .vast: false
    case .together: true
    case .panels(let names, _, let hasLabels): hasLabels && names.count == 2
    }
  }

  /// How many pictures stand side by side.
  var columns: Int {
    if case .panels(_, let columns, _) = self { columns } else { 1 }
  }
}

extension TiesComposer {
  /// The room between two pictures.
  private var gutter: Double { size * 2 }

  /// The pictures of all views in rows, as high as needed, and where pages can be broken.
  func panels(_ names: [String], _ columns: Int) -> [ChartFrame.Block] {
    let heading = size * 2
    return stride(from: 0, to: views.count, by: columns).map { first in
      let elements = (first..<min(first + columns, views.count)).map { number in
        let x = Double(number - first) * (layout.width + gutter)
        return SVGElement(
          "g", [("class", "panel"), ("transform", "translate(\(svgNumber(x)) 0)")],
          [
            .text(
              frame.fitted(names[number].asLabel, layout.width, size * 1.05, .bold),
              at: Point(x: 0, y: size * 1.1), frame.look(1.05, nil, .bold), class: "panel-title"),
            SVGElement("g", [("transform", "translate(0 \(svgNumber(heading)))")], panel([number])),
          ])
      }
      return ChartFrame.Block(elements: elements, height: heading + layout.height + gutter)
    }
  }
}
