import Chronology
import Diplomacy
import DiplomacyAnalysis

/// The steps of a journey as a ribbon shows them.
struct RibbonStep {
  let step: Journey.Step
  /// The bounds between which it may have been; nil: it certainly could be made at its moment.
  let bounds: (earliest: Moment, latest: Moment)?
  /// Whether its arrow points back: a role leads from where the step ends to where it starts.
  let isTurned: Bool
  let look: TiesComposer.TieLook
  /// What it goes through, in whose roles, and when.
  let words: [String]

  init(_ step: Journey.Step, _ view: GraphView, _ scope: PictureScope) {
    self.step = step
    bounds = Self.bounds(step, view)
    isTurned = Self.isTurned(step)
    let attestations =
      step.statements.map(\.attestation)
      + [step.through.flatMap { view.graph[$0]?.attestation }].compactMap(\.self)
    look = TiesComposer.TieLook(
      assertion: attestations.map(Assertion.init).reduce(.plain) { $0.weaker($1) },
      isSecret: attestations.contains { view.isSecret($0) }, count: 2)
    let omitted = step.omittedBefore > 0 ? ["… +\(step.omittedBefore)"] : []
    words =
      omitted + [step.through.map(scope.name)].compactMap(\.self)
      + [Self.roles(step, scope), Self.when(step, bounds, scope)]
  }

  /// When a step may have been made that could not certainly be made at its moment.
  private static func bounds(_ step: Journey.Step, _ view: GraphView) -> (earliest: Moment, latest: Moment)? {
    let moment = step.moment
    guard !moment.isOpen else { return nil }
    let spans = step.statements.compactMap { statement in
      view.spans(of: statement).first { $0.earliestStart <= moment && moment <= $0.latestEnd }
    }
    guard let earliestStart = spans.map(\.earliestStart).max(),
      let latestStart = spans.map(\.latestStart).max(), let earliestEnd = spans.map(\.earliestEnd).min(),
      let latestEnd = spans.map(\.latestEnd).min()
    else { return nil }
    if moment < latestStart { return (min(earliestStart, moment), latestStart) }
    // An end is the first moment at which it is over.
    if moment >= earliestEnd {
      return (earliestEnd.adding(seconds: -1), max(latestEnd.adding(seconds: -1), moment))
    }
    return nil
  }

  private static func isTurned(_ step: Journey.Step) -> Bool {
    guard let first = step.statements.first else { return false }
    if step.through == nil { return !first.isSymmetric && first.subject != step.from }
    let suffers: Set<Role> = [.target, .recipient]
    return suffers.contains(first.role) && step.statements.last?.role == .agent
  }

  private static func roles(_ step: Journey.Step, _ scope: PictureScope) -> String {
    let words = scope.words
    func word(_ statement: Statement) -> String {
      let office = step.through == nil ? statement.office?.text(in: scope.language).asLabel : nil
      return office ?? words[statement.role]
    }
    guard let first = step.statements.first else { return "" }
    if step.through == nil { return "\(scope.name(first.subject)): \(word(first))" }
    if Set(step.statements.map(\.role)).count == 1 { return word(first) }
    return step.statements.map { "\(scope.name($0.subject)): \(word($0))" }.joined(separator: " · ")
  }

  /// The moment in words, or between which days it lies.
  private static func when(
    _ step: Journey.Step, _ bounds: (earliest: Moment, latest: Moment)?, _ scope: PictureScope
  ) -> String {
    func day(_ moment: Moment) -> String { moment.isOpen ? "" : moment.day.description }
    if let bounds, day(bounds.earliest) != day(bounds.latest),
      let date = try? HistoricalDate("[\(day(bounds.earliest))..\(day(bounds.latest))]")
    {
      return date.description(in: scope.language)
    }
    return step.moment.isOpen ? "…" : step.moment.description(in: scope.language)
  }
}
