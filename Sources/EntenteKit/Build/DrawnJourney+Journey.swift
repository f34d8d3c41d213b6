public import DiplomacyAnalysis
public import DiplomacyDrawing
import DiplomacyReports

extension DrawnJourney {
  /// A journey that was found, with its title.
  public init(_ journey: Journey, title: String, _ setting: Setting) {
    let crossings = journey.steps.flatMap { step in
      step.statements.enumerated().map { place, statement in
        let isTurned = step.through == nil ? statement.subject != step.from : place > 0
        return (statement.id, Crossing(moment: momentWords(step.moment), isTurned: isTurned))
      }
    }
    self.init(title: title, crossings: Dictionary(crossings) { $1 }, setting)
  }
}
