import Chronology
import Diplomacy

/// What comes before what: the acts of agreements.
extension LintedFile {
  /// An act that counts and has a date, with its position among the acts of the life.
  struct DatedAct {
    let index: Int
    let kind: Act.Kind
    let date: HistoricalDate
  }

  func datedActs(_ life: AgreementLife, _ standpoint: LintedReading) -> [DatedAct] {
    life.acts.enumerated().compactMap { index, act in
      guard standpoint.counts(act.attestation), let date = act.date else { return nil }
      return DatedAct(index: index, kind: act.kind, date: date)
    }
  }

  /// The earliest act of a kind, in words that name it; nil when one may be earlier because its date is not known.
  func first(_ kind: Act.Kind, _ life: AgreementLife, _ standpoint: LintedReading) -> HistoricalDate? {
    let acts = life.acts.filter { $0.kind == kind && standpoint.counts($0.attestation) }
    let dates = acts.compactMap(\.date)
    guard dates.count == acts.count else { return nil }
    return dates.min { Span($0).earliestStart < Span($1).earliestStart }
  }

  /// Agreements that enter into force, by an act or by a stated span, before their first signature.
  func inForceBeforeSignature() -> [LintWarning] {
    inLives { agreement, life, standpoint in
      guard let signature = first(.signature, life, standpoint) else { return [] }
      func warning(_ place: Diagnostic.Place?, _ what: String) -> LintWarning {
        LintWarning(
          rule: .inForceBeforeSignature, place: place, about: [agreement.id.rawValue],
          message:
            "'\(agreement.id)' \(what), before its first signature at '\(signature)'; expected that day or "
            + "a later one. Check both dates.")
      }
      let acts = datedActs(life, standpoint).filter {
        $0.kind == .entryIntoForce && $0.date.certainlyBegins(before: signature)
      }
      let stated = life.statedInForce.enumerated().filter { _, stated in
        standpoint.counts(stated.attestation)
          && stated.date.map { $0.certainlyBegins(before: signature) } ?? false
      }
      let statedPlaces = places.lives[agreement.id]?.statedInForce ?? []
      return acts.map {
        warning(place(ofAct: $0.index, of: agreement.id), "enters into force at '\($0.date)'")
      }
        + stated.map { index, stated in
          warning(
            statedPlaces.indices.contains(index) ? statedPlaces[index] : nil,
            "is in force in '\(stated.text)'")
        }
    }
  }

  private static let needSignature: Set<Act.Kind> = [
    .ratification, .accession, .withdrawal, .denunciation, .breach, .amendment,
  ]
  private static let needForce: Set<Act.Kind> = [
    .extension, .renewal, .suspension, .resumption, .termination, .expiry,
  ]
  private static let bringForce: Set<Act.Kind> = [.ratification, .accession]
  private static let ends: Set<Act.Kind> = [.termination, .expiry]

  /// Acts that come before what they need, or after the end.
  func actsOutOfOrder() -> [LintWarning] {
    inLives { agreement, life, standpoint in
      let acts = datedActs(life, standpoint)
      let signature = first(.signature, life, standpoint)
      let entry = first(.entryIntoForce, life, standpoint)
      func warning(_ act: DatedAct, _ message: String) -> LintWarning {
        LintWarning(
          rule: .actsOutOfOrder, place: place(ofAct: act.index, of: agreement.id),
          about: [agreement.id.rawValue],
          message: "the \(act.kind) of '\(agreement.id)' at '\(act.date)' \(message)")
      }
      func early(_ act: DatedAct) -> LintWarning? {
        guard Self.needSignature.contains(act.kind) || Self.needForce.contains(act.kind) else { return nil }
        // Ratifications and accessions are what many an entry into force waits for.
        let waits = signature == nil && !Self.bringForce.contains(act.kind)
        let entry = Self.needForce.contains(act.kind) || waits ? entry : nil
        let bases = [("its first signature", signature), ("its entry into force", entry)]
        for case (let name, let base?) in bases where act.date.certainlyBegins(before: base) {
          return warning(act, "comes before \(name) at '\(base)'; expected it later. Check both dates.")
        }
        return nil
      }
      return acts.compactMap(early) + afterEnd(acts, warning) + resumptions(life, acts, standpoint, warning)
        + exits(life, acts, warning) + lastDays(life, acts, warning)
        + terms(
          of: agreement, [("its first signature", signature), ("its entry into force", entry)], standpoint)
    }
  }

  /// Acts of the core, but the registration, that come after the last act that ends the agreement.
  private func afterEnd(
    _ acts: [DatedAct], _ warning: (DatedAct, String) -> LintWarning
  ) -> [LintWarning] {
    let endings = acts.filter { Self.ends.contains($0.kind) }
    guard let end = endings.max(by: { Span($0.date).latestEnd < Span($1.date).latestEnd }) else { return [] }
    return acts.filter {
      Act.Kind.core.contains($0.kind) && $0.kind != .registration && !Self.ends.contains($0.kind)
        && $0.date.certainlyBegins(afterEndOf: end.date)
    }.map {
      warning($0, "comes after the \(end.kind) at '\(end.date)'; expected it earlier. Check both dates.")
    }
  }

  /// Resumptions of what was not suspended by then.
  private func resumptions(
    _ life: AgreementLife, _ acts: [DatedAct], _ standpoint: LintedReading,
    _ warning: (DatedAct, String) -> LintWarning
  ) -> [LintWarning] {
    let suspensions = life.acts.filter { $0.kind == .suspension && standpoint.counts($0.attestation) }
    return acts.filter { resumption in
      resumption.kind == .resumption
        && suspensions.allSatisfy { $0.date.map { resumption.date.certainlyBegins(before: $0) } ?? false }
    }.map { warning($0, "has no suspension before it; expected one. Add it, or check the dates.") }
  }

  /// Notices of one actor that comes before all of its accessions, without having signed.
  private func exits(
    _ life: AgreementLife, _ acts: [DatedAct], _ warning: (DatedAct, String) -> LintWarning
  ) -> [LintWarning] {
    acts.compactMap { notice in
      let by = life.acts[notice.index].by
      guard notice.kind == .withdrawal || notice.kind == .denunciation, by.count == 1 else { return nil }
      let own = acts.filter { life.acts[$0.index].by == by }
      let joins = own.filter { $0.kind == .accession }
      guard !own.contains(where: { $0.kind == .signature }),
        let first = joins.min(by: { Span($0.date).earliestStart < Span($1.date).earliestStart }),
        joins.allSatisfy({ notice.date.certainlyBegins(before: $0.date) })
      else { return nil }
      return warning(
        notice,
        "comes before the accession of '\(by[0])' at '\(first.date)'; expected it later. Check both dates.")
    }
  }

  /// Acts whose `until` is over before they begin.
  private func lastDays(
    _ life: AgreementLife, _ acts: [DatedAct], _ warning: (DatedAct, String) -> LintWarning
  ) -> [LintWarning] {
    acts.compactMap { act in
      guard let until = life.acts[act.index].until, act.date.certainlyBegins(afterEndOf: until) else {
        return nil
      }
      return warning(
        act, "lasts until '\(until)', which is before it; expected that day or a later one. Check both dates."
      )
    }
  }

  /// Stated last days of a term that lie before the agreement begins.
  private func terms(
    of agreement: Entity, _ bases: [(name: String, date: HistoricalDate?)], _ standpoint: LintedReading
  ) -> [LintWarning] {
    let places = places.lives[agreement.id]?.terms ?? []
    return (agreement.life?.terms ?? []).enumerated().compactMap { index, terms in
      guard standpoint.counts(terms.attestation), let until = terms.until,
        case (let name, let base?)? = bases.first(where: {
          $0.date?.certainlyBegins(afterEndOf: until) ?? false
        })
      else { return nil }
      return LintWarning(
        rule: .actsOutOfOrder, place: places.indices.contains(index) ? places[index] : nil,
        about: [agreement.id.rawValue],
        message:
          "the term of '\(agreement.id)' ends at '\(until)', before \(name) at '\(base)'; expected it later. "
          + "Check both dates.")
    }
  }

  private static let needTerm: Set<Act.Kind> = [
    .extension, .renewal, .suspension, .resumption, .denunciation, .withdrawal, .breach,
  ]

  /// Acts that come when the agreement is over by its terms or by what the graph states.
  func actsWithoutEffect() -> [LintWarning] {
    inLives { agreement, life, standpoint in
      guard !life.acts.contains(where: { Self.ends.contains($0.kind) && standpoint.counts($0.attestation) }),
        let course = standpoint.view.course(of: agreement.id), let span = course.hull, !span.isContradictory,
        !span.latestEnd.isOpen
      else { return [] }
      return datedActs(life, standpoint).filter {
        Self.needTerm.contains($0.kind) && !$0.date.isDoubtful
          && span.latestEnd.adding(seconds: $0.date.hasTime ? 86_400 : 0) <= Span($0.date).earliestStart
      }.map { act in
        LintWarning(
          rule: .actWithoutEffect, place: place(ofAct: act.index, of: agreement.id),
          about: [agreement.id.rawValue],
          message:
            "the \(act.kind) at '\(act.date)' comes when '\(agreement.id)' is over (in force \(span.text)); "
            + "expected it earlier. Check the date, the terms and 'in-force'.")
      }
    }
  }
}
