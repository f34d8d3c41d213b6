import Chronology
public import Diplomacy
public import DiplomacyAnalysis

/// How the rows of an incidence chart are ordered.
public enum RowOrder: Hashable, Sendable {
  /// So that the lines of the agreements are short.
  case shortLines
  /// By kind, then name.
  case kind
  /// By name.
  case name
  /// By a measure, the highest first.
  case measure(Measure)
  /// In a given order, others after it by name.
  case list([EntityID])
}

/// What an incidence chart shows besides who takes part in what.
public struct IncidenceChartOptions: Hashable, Sendable {
  /// The order of the rows.
  public var order = RowOrder.shortLines
  /// Whether a faint bar along the row tells how long each membership was in force.
  public var hasBars = false

  /// Short lines, and no bars.
  public init() {}
}

extension Chart {
  /// Draws who takes part in what: a row for each actor, a column for each agreement in the order of its date, a line through
  /// those who take part, and a mark for the role of each.
  ///
  /// In the literature this is a parallel aggregated ordered hypergraph (Valdivia, Buono, Plaisant, Dufournaud and Fekete, IEEE
  /// Transactions on Visualization and Computer Graphics 27, 2021, doi:10.1109/TVCG.2019.2933196). Columns are evenly spaced,
  /// and years stand along the foot. What is too wide for a page goes on on the next.
  /// - Parameters:
  ///   - view: What is looked at.
  ///   - choice: What of it is drawn.
  ///   - options: In which order, and with what besides.
  ///   - style: How it is made.
  ///   - timeLimit: How long its texts may take to be measured.
  /// - Throws: ``ChartError``.
  public static func incidence(
    _ view: GraphView, _ choice: PictureChoice = PictureChoice(),
    _ options: IncidenceChartOptions = IncidenceChartOptions(), _ style: PictureStyle = PictureStyle(),
    timeLimit: Duration = .drawing
  ) throws(ChartError) -> Chart {
    try IncidenceComposer(view, choice, options, style, timeLimit).chart()
  }
}
