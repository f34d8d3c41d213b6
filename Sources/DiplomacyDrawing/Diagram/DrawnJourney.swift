import Diplomacy
public import DiplomacyAnalysis
import DiplomacyFormats

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
  struct Crossing: Hashable {
    /// When, in words.
    let moment: String
    /// Whether it is crossed from its object to its subject.
    let isTurned: Bool
  }

  /// What the journey is, in a sentence.
  let title: String
  let isAlone: Bool
  let crossings: [StatementID: Crossing]

  /// A journey with its title.
  public init(_ journey: Journey, title: String, _ setting: Setting) {
    self.title = title
    isAlone = setting == .alone
    var crossings: [StatementID: Crossing] = [:]
    for step in journey.steps {
      for (place, statement) in step.statements.enumerated() {
        let isTurned =
          step.through == nil ? statement.subject != step.from : place > 0
        crossings[statement.id] = Crossing(moment: momentWords(step.moment), isTurned: isTurned)
      }
    }
    self.crossings = crossings
  }
}
