public import Diplomacy

/// A journey as a diagram shows it: in the whole of its graph, or alone.
public struct DrawnJourney: Hashable, Sendable {
  /// How a journey is shown.
  public enum Setting: String, CaseIterable, Hashable, Sendable {
    /// By itself, from left to right.
    case alone
    /// Before the rest of the graph.
    case highlighted
  }

  /// A statement that the journey crosses.
  public struct Crossing: Hashable, Sendable {
    /// When, in words.
    public let moment: String
    /// Whether it is crossed from its object to its subject.
    public let isTurned: Bool

    /// A crossing.
    public init(moment: String, isTurned: Bool) {
      self.moment = moment
      self.isTurned = isTurned
    }
  }

  /// What the journey is, in a sentence.
  public let title: String
  /// How it is shown.
  public let setting: Setting
  /// The statements that it crosses.
  public let crossings: [StatementID: Crossing]

  /// A journey with its title.
  public init(title: String, crossings: [StatementID: Crossing], _ setting: Setting) {
    self.title = title
    self.crossings = crossings
    self.setting = setting
  }

  var isAlone: Bool { setting == .alone }
}
