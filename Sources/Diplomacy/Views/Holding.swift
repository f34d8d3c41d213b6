public import Chronology

/// How surely, and for how much of a view's date, something is there.
///
/// These are three different things, besides how sure the author is of an assertion (``Certainty``).
public enum Holding: String, CaseIterable, Hashable, Sendable {
  /// On the whole date, whatever uncertain dates were.
  case certainly
  /// Certainly at some time of the date, but perhaps, or surely, not throughout: the date is longer than a day.
  case partly = "in part"
  /// Perhaps, since uncertain dates, or what somebody knew, leave it open.
  case possibly
  /// Not at all.
  case not
}

extension GraphView {
  /// How surely an entity is there on the view's date; without a date, at all.
  public func holding(of entity: Entity) -> Holding {
    guard let position = graph.position(of: entity.id) else { return .not }
    return holding(entityAnswers[position], presence(of: entity), isKnown: standpoint.knows(entity) == .yes)
  }

  /// How surely a statement holds on the view's date; without a date, at all.
  public func holding(of statement: Statement) -> Holding {
    let index = graph.positionsOfStatements(about: statement.subject).first {
      graph.statements[$0].id == statement.id
    }
    guard let index, let subject = graph[statement.subject], let object = graph[statement.object] else {
      return .not
    }
    let own = holding(
      statementAnswers[index], spans(of: statement), isKnown: standpoint.knows(statement) == .yes)
    guard own == .partly else { return own }
    let ends = [holding(of: subject), holding(of: object)]
    return ends.allSatisfy { $0 == .certainly || $0 == .partly } ? .partly : .possibly
  }

  /// How surely spans of time are there on the view's date.
  /// - Parameter answer: Whether they are.
  public func holding(_ answer: Answer, _ spans: [Span], isKnown: Bool = true) -> Holding {
    switch answer {
    case .yes: .certainly
    case .no: .not
    case .maybe: isKnown && spans.contains(where: isPartly) ? .partly : .possibly
    }
  }

  /// Whether a span certainly has a part of a date that is longer than a day.
  private func isPartly(_ span: Span) -> Bool {
    guard let date = options.at, date.shape == .point || date.shape == .interval,
      date.latest > date.earliest.adding(seconds: 86_400)
    else { return false }
    return !span.isContradictory && span.latestStart <= date.latest && span.earliestEnd > date.earliest
  }
}
