public import Diplomacy

/// What a timeline shows, and in which order.
public struct TimelineOptions: Hashable, Sendable {
  /// What stands together.
  public enum Grouping: String, CaseIterable, Hashable, Sendable {
    /// All in one order of time.
    case none
    /// The agreements of each actor.
    case actor
    /// The agreements of each kind.
    case kind
  }

  /// What stands together.
  public var grouping = Grouping.none
  /// Whether thin bars below each agreement tell the time of each member.
  public var hasMembers = false

  /// One order of time, without members.
  public init() {}
}

extension Chart {
  /// Draws what was in force when: agreements as bars, certain in full and possible faded between their bounds, acts as marks,
  /// events as ticks, and where readings differ a lane for each.
  /// - Parameters:
  ///   - view: What is looked at; under all readings, lanes show where they differ.
  ///   - choice: What of it is drawn; with `persons`, the offices that they held.
  ///   - options: In which order, and with what besides.
  ///   - style: How it is made.
  ///   - timeLimit: How long its texts may take to be measured.
  /// - Throws: ``ChartError``.
  public static func timeline(
    _ view: GraphView, _ choice: PictureChoice = PictureChoice(),
    _ options: TimelineOptions = TimelineOptions(), _ style: PictureStyle = PictureStyle(),
    timeLimit: Duration = .drawing
  ) throws(ChartError) -> Chart {
    try TimelineComposer(view, choice, options, style, timeLimit).chart()
  }
}
