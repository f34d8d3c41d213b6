package import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats

/// Steps in words, and for programs.
struct StepWords {
  /// The graph in the reader's language.
  let graph: DiplomaticGraph
  private let network: ContactNetwork

  init(_ network: ContactNetwork, _ language: String?) {
    self.network = network
    var graph = network.view.graph
    if let language { graph.language = language }
    self.graph = graph
  }

  /// The clauses that say how long the agreement of a step binds, as far as the view shows them; nil where there are none, or where
  /// those who take part meet at its signature alone.
  private func clause(_ step: Journey.Step) -> String? {
    guard network.meetings == .spans, let agreement = step.through.flatMap({ graph[$0] }),
      let terms = agreement.life?.terms
    else { return nil }
    return Terms.merged(terms.filter { network.view.sees($0, of: agreement) }).clause
  }

  /// A moment in the reader's language.
  private func date(_ moment: Moment) -> String {
    moment.isOpen ? momentWords(moment) : moment.description(in: graph.language)
  }

  /// Who met whom through what, and when.
  func sentence(_ step: Journey.Step) -> String {
    let (from, to, date) = (graph.label(of: step.from), graph.label(of: step.to), date(step.moment))
    guard let through = step.through else {
      let tie = step.statements[0]
      return
        "\(graph.label(of: tie.subject)) \(tie.role) \(graph.label(of: tie.object)): \(from) reaches \(to), \(date)."
    }
    let clause = clause(step).map { ", in force under \($0)" } ?? ""
    return "\(from) and \(to) take part in \(graph.label(of: through)) (\(roles(step)))\(clause), \(date)."
  }

  /// The steps for programs.
  func steps(of journey: Journey) -> JSONValue {
    .array(
      journey.steps.map { step in
        .object(
          (step.omittedBefore > 0
            ? [member("steps-left-out-before", .integer(step.omittedBefore))] : []) + [
              member("from", .string(step.from.rawValue)),
              member("through", .optional(step.through?.rawValue)),
              member("to", .string(step.to.rawValue)), member("moment", .optional(step.moment.exactText)),
              member("date", .string(date(step.moment))),
              member("roles", .array(step.statements.map { .string($0.role.name) })),
              member("clause", .optional(clause(step))),
              member("statements", .array(step.statements.map { .string($0.id.rawValue) })),
              member("sources", .array(citations(step, graph).map { .string($0.text) })),
              member("sentence", .string(sentence(step))),
            ])
      })
  }
}

/// In what roles the two took part.
func roles(_ step: Journey.Step) -> String {
  step.statements.map(\.role.name).joined(separator: ", ")
}

/// The citations of a step's statements, or where these have none, of what it goes through.
private func citations(_ step: Journey.Step, _ graph: DiplomaticGraph) -> [Citation] {
  unique(step.statements.flatMap { graph.backing(of: $0).citations })
}

/// What is cited for a step, in words; nil for nothing.
func sources(_ step: Journey.Step, _ graph: DiplomaticGraph) -> String? {
  cited(citations(step, graph))
}

/// A moment in words, open ones included.
package func momentWords(_ moment: Moment) -> String {
  switch moment {
  case .distantPast: "at any time"
  case .distantFuture: "at an unknown time"
  default: moment.shortText
  }
}
