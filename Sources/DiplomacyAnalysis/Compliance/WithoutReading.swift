import Diplomacy

extension Compliance.Verdict {
  /// The same verdict whatever the reading.
  package var withoutReading: Compliance.Verdict {
    Compliance.Verdict(
      reading: nil, agreement: agreement, obligation: obligation, debtor: debtor, creditors: creditors,
      event: event, outcome: outcome, reason: reason, binding: binding, deadline: deadline,
      citations: citations)
  }
}

extension Compliance.Conflict {
  /// The same conflict whatever the reading.
  package var withoutReading: Compliance.Conflict {
    Compliance.Conflict(
      reading: nil, debtor: debtor, first: first, second: second, cases: cases, answer: answer,
      citations: citations)
  }
}
