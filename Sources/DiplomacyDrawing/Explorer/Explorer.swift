import Chronology
public import Diplomacy
import DiplomacyFormats

/// A page to explore a graph in a browser: one file that asks no network for anything.
///
/// The page shows the ties between actors, the incidence chart and the timeline of the whole graph, linked with each other,
/// with a slider of time, switches for reading, knowledge and modality, search, journeys and downloads; see
/// Documentation/Explorer.md. Everything that it knows of time was worked out here: the page only compares numbers, so that
/// its answers are those of ``GraphView`` to the day.
public struct Explorer: Sendable {
  /// The middle of something in the ties diagram, in points: x grows to the right, y downwards, from anywhere.
  ///
  /// The box of an actor is 24 points high, and 16 points wider than its short name in semi-bold letters of 12 points; the hub
  /// of an agreement is 17 points across.
  public struct Position: Hashable, Sendable {
    /// To the right.
    public var x: Double
    /// Down.
    public var y: Double

    /// A place.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// The view that is explored: the whole graph under all readings, or without what is left out of it.
  ///
  /// Its date, reading and knowledge are those with which the page opens; the page can take others.
  public let view: GraphView
  /// Where the actors, and the agreements of three to seven parties, stand in the ties diagram.
  public let positions: [EntityID: Position]
  /// The language in which the page opens, as a BCP 47 tag.
  public let language: String

  /// A page of a view.
  /// - Parameters:
  ///   - view: What is explored.
  ///   - positions: Places for the ties diagram; actors without one, or with one that is not finite, stand in rows below it.
  ///   - language: The language in which the page opens; nil: the graph's. Names can be in any; of the words of the page
  ///     itself there are `en`, `fr`, `de`, `ru` and `ja`, and in any other language they are English, which the page says.
  public init(_ view: GraphView, positions: [EntityID: Position], language: String? = nil) {
    self.view = view
    self.positions = positions.filter { $0.value.x.isFinite && $0.value.y.isFinite }
    self.language = language ?? view.graph.language
  }

  /// The page in UTF-8: the same bytes for the same graph.
  /// - Complexity: O(*r*(*n* + *m*) + *a s*); *r* readings, *n* entities, *m* statements, *a* actors, *s* secrets.
  public var bytes: [UInt8] {
    ExplorerPage(
      title: view.graph.title.text(in: language), language: language,
      data: ExplorerData(self).json.line
    ).bytes
  }
}
