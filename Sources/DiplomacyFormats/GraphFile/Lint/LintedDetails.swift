import Diplomacy

/// Dates that are not what they seem, and dates that are missing.
extension LintedFile {
  /// Dates such as `1940-41`, which EDTF takes for a part of one year.
  func yearPairs() -> [LintWarning] {
    places.yearPairs.map { found in
      LintWarning(
        rule: .yearPair, place: found.place, about: [found.owner].compactMap { $0 },
        message:
          "'\(found.pair.text)' is \(found.pair.meaning) in EDTF; expected '\(found.pair.years)' if two years are meant. Write that, or say that the "
          + "part of the year is meant.")
    }
  }

  /// Actual events without a date from which a deadline counts, or that fulfil a condition.
  func eventsWithoutDate() -> [LintWarning] {
    graph.entities.flatMap { agreement -> [LintWarning] in
      (agreement.life?.obligations ?? []).flatMap { obligation -> [LintWarning] in
        var uses: [(EntityID, String)] = []
        if case .within(_, let event)? = obligation.deadline {
          uses.append((event, "the deadline of '\(obligation.id)' counts from it"))
        }
        if let event = obligation.conditionEvent { uses.append((event, "'\(obligation.id)' depends on it")) }
        if let event = obligation.unlessEvent {
          uses.append((event, "it is the case in which '\(obligation.id)' is not owed"))
        }
        return uses.compactMap { id, use in
          guard let event = graph[id], event.when == nil, event.attestation.modality == .actual else {
            return nil
          }
          return LintWarning(
            rule: .eventWithoutDate, place: places.entities[id],
            about: [id.rawValue, obligation.id.rawValue, agreement.id.rawValue],
            message:
              "the event '\(id)' has no date, but \(use); expected a 'when'. Add it, as roughly as it is known."
          )
        }
      }
    }
  }
}
