import Chronology
import Diplomacy
import DiplomacyFormats

extension LifeCourse.Turn {
  /// The sources of what a turn follows from; an act or terms without any have those of their agreement.
  /// - Returns: All of them, and which of them are of the agreement alone.
  func backing(in agreement: EntityID, _ graph: DiplomaticGraph) -> (
    citations: [Citation], inherited: [Citation]
  ) {
    let isBare =
      citations.isEmpty || act.map { $0.attestation.citations.isEmpty } ?? false
      || cause.isOfTerms && terms.map { $0.attestation.citations.isEmpty } ?? false
    guard isBare, let owner = graph[cause.owner ?? agreement] else { return (citations, []) }
    let inherited = owner.attestation.citations.filter { !citations.contains($0) }
    return (citations + inherited, inherited)
  }

  /// How sure the author is of what a turn follows from: the least sure of it; nil where nothing is stated.
  func certainty(in agreement: Entity, _ graph: DiplomaticGraph) -> Certainty? {
    var parts = [act?.attestation.certainty, cause.isOfTerms ? terms?.attestation.certainty : nil]
    if cause == .stated {
      parts += (agreement.life?.statedInForce ?? []).filter { stated in
        let span = stated.span
        return (span.earliestStart, span.latestStart) == (earliest, latest)
          || (span.earliestEnd, span.latestEnd) == (earliest, latest)
      }.map(\.attestation.certainty)
    }
    if case .superseded(let other) = cause {
      parts += graph.statements(about: agreement.id).filter { $0.role == .supersedes && $0.subject == other }
        .map(
          \.attestation.certainty)
    }
    return .least(parts)
  }
}

extension LifeCourse.Cause {
  /// The agreement whose acts and terms it is of, where that is another one.
  fileprivate var owner: EntityID? {
    switch self {
    case .with(let other, _), .superseded(let other): other
    default: nil
    }
  }

  /// Whether it follows from terms, and not from an act or a stated span alone.
  fileprivate var isOfTerms: Bool {
    switch self {
    case .lastRatification, .notRatified, .termOver, .notice, .lateNotice, .afterNotice, .breach: true
    case .with(_, let cause), .through(_, let cause): cause.isOfTerms
    default: false
    }
  }
}
