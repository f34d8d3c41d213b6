public import Diplomacy

/// The pictures that are drawn of a graph.
public enum PictureKind: String, CaseIterable, Hashable, Sendable {
  /// Who is party to what, and when.
  case incidenceChart = "incidence-chart"
  /// What was in force when.
  case timeline
  /// Who is bound to whom.
  case ties
  /// Everything together, in layers.
  case full
  /// How closely the dates are known.
  case precision

  /// How many agreements a graph has at most that is drawn as a diagram first.
  static let mostAgreements = 25

  /// How many statements and entities a graph has at most of which everything together is drawn.
  static let mostStatements = 60
  static let mostEntities = 30

  /// The first picture of a view: of many agreements an incidence chart, of fewer a diagram.
  public static func suiting(_ view: GraphView) -> PictureKind {
    view.entities.count { $0.entity.category == .agreement } > mostAgreements
      ? .incidenceChart : diagram(suiting: view)
  }

  /// The diagram of a view: everything together where that is little, else the ties.
  public static func diagram(suiting view: GraphView) -> PictureKind {
    view.statements.count > mostStatements || view.entities.count > mostEntities ? .ties : .full
  }

  /// The picture of a view as it is when nothing else is asked for.
  /// - Throws: ``ChartError``.
  public func chart(
    _ view: GraphView, _ style: PictureStyle = PictureStyle(), timeLimit: Duration = .drawing
  ) throws(ChartError) -> Chart {
    switch self {
    case .incidenceChart:
      try .incidence(view, PictureChoice(), IncidenceChartOptions(), style, timeLimit: timeLimit)
    case .precision: try .datePrecision(view, style, timeLimit: timeLimit)
    case .timeline: try .timeline(view, PictureChoice(), TimelineOptions(), style, timeLimit: timeLimit)
    case .ties: try .ties(view, PictureChoice(), engine: nil, style, timeLimit: timeLimit)
    case .full: try .full(view, PictureChoice(), engine: nil, style, timeLimit: timeLimit)
    }
  }
}
