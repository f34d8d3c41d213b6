import Chronology
import Diplomacy

extension DiplomaticGraph {
  /// Every date that the graph states, in no particular order.
  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
  var writtenDates: [HistoricalDate] {
    var dates: [HistoricalDate?] = sources.map(\.date)
    func add(_ attestation: Attestation) {
      guard let secret = attestation.secret else { return }
      dates += secret.disclosures.map(\.when)
      dates += (secret.knownTo + secret.unknownTo).map(\.since)
    }
    for entity in entities {
      dates.append(entity.when)
      add(entity.attestation)
      for period in entity.existence {
        dates.append(period.date)
        add(period.attestation)
      }
      for deed in entity.deeds { add(deed.attestation) }
      guard let life = entity.life else { continue }
      for act in life.acts {
        dates += [act.date, act.until]
        add(act.attestation)
      }
      for stated in life.statedInForce {
        dates.append(stated.date)
        add(stated.attestation)
      }
      for reservation in life.reservations {
        dates += [reservation.date, reservation.withdrawn] + reservation.objections.map(\.date)
        add(reservation.attestation)
      }
      for terms in life.terms {
        dates.append(terms.until)
        add(terms.attestation)
      }
      for obligation in life.obligations {
        if case .by(let date) = obligation.deadline { dates.append(date) }
        add(obligation.attestation)
      }
    }
    for statement in statements where !statement.isPlain {
      dates.append(statement.when)
      add(statement.attestation)
    }
    return dates.compactMap(\.self)
  }
}
