import Chronology
import Diplomacy
import DiplomacyFormats

/// The lives of agreements as the page has them: acts, terms, obligations, and why each was in force.
struct ExplorerLives {
  let data: ExplorerData

  /// The members of an entity that only an agreement has.
  func members(of entity: Entity, _ pool: inout ExplorerPool) -> [(String, JSONValue?)] {
    guard let life = data.views[0].life(of: entity) else { return [] }
    let concluded = data.views.map { view in pool.json(view.concluded(entity)) }
    return [
      ("concluded", concluded.allSatisfy { $0 == .null } ? nil : data.varied(concluded)),
      ("acts", data.list(life.acts.map { act($0, &pool) })),
      ("terms", data.list(life.terms.filter { !$0.isEmpty }.map { terms($0, &pool) })),
      (
        "stated",
        data.list(
          life.statedInForce.map { stated in
            data.compact([
              ("when", pool.json(stated.date)), ("how", data.attestation(stated.attestation, &pool)),
            ])
          })
      ),
      ("reservations", data.list(life.reservations.map { reservation($0, &pool) })),
      ("duties", data.list(life.obligations.map { duty($0, &pool) })),
      (
        "why",
        data.varied(
          data.views.map { view in
            guard let course = view.course(of: entity.id) else { return .null }
            return .object([
              "begins": .array(course.beginnings.map { turn($0, life) }),
              "ends": .array(course.endings.map { turn($0, life) }),
            ])
          })
      ),
    ]
  }

  private func act(_ act: Act, _ pool: inout ExplorerPool) -> JSONValue {
    data.compact([
      ("kind", .string(act.kind.name)), ("when", act.date.map { pool.json($0) }),
      ("by", data.list(act.by.map(data.ref))), ("between", data.list(act.between.map(data.ref))),
      ("place", act.place.map(data.ref)),
      ("until", act.until.map { pool.json($0) }), ("period", act.period.map { .string($0.description) }),
      ("how", data.attestation(act.attestation, &pool)),
    ])
  }

  private func reservation(_ reservation: Reservation, _ pool: inout ExplorerPool) -> JSONValue {
    data.compact([
      ("by", data.ref(reservation.by)), ("clause", reservation.clause.map { .string($0) }),
      ("when", reservation.date.map { pool.json($0) }),
      ("withdrawn", reservation.withdrawn.map { pool.json($0) }),
      ("objections", data.list(reservation.objections.map { data.ref($0.by) })),
      ("how", data.attestation(reservation.attestation, &pool)),
    ])
  }

  private func terms(_ terms: Terms, _ pool: inout ExplorerPool) -> JSONValue {
    let renewal: String? =
      switch terms.renewal {
      case .each(let period): period.description
      case .indefinite: "indefinite"
      case nil: nil
      }
    return data.compact([
      ("duration", terms.duration.map { .string($0.description) }),
      ("until", terms.until.map { pool.json($0) }),
      ("notice", terms.notice.map { .string($0.description) }), ("renewal", renewal.map { .string($0) }),
      ("entry", terms.entry.map { .string($0.rawValue) }),
      ("ratification", terms.ratification.map { .string($0.rawValue) }),
      ("ratifications", terms.ratifications.map { .integer($0) }),
      ("termStart", terms.termStart.map { .string($0.rawValue) }),
      ("denunciation", terms.denunciation.map { .string($0.rawValue) }),
      ("denunciationEnds", terms.denunciationEnds.map { .string($0.rawValue) }),
      ("breach", terms.breach.map { .string($0.rawValue) }), ("endsWith", terms.endsWith.map(data.ref)),
      ("clause", terms.clause.map { .string($0) }), ("how", data.attestation(terms.attestation, &pool)),
    ])
  }

  private func duty(_ duty: Obligation, _ pool: inout ExplorerPool) -> JSONValue {
    let deadline: JSONValue? =
      switch duty.deadline {
      case .by(let date): pool.json(date)
      case .within(let period, let event): .array([.string(period.description), data.ref(event)])
      case nil: nil
      }
    return data.compact([
      ("id", .string(duty.id.rawValue)), ("kind", .string(duty.kind.name)),
      ("by", data.list(duty.by.map(data.ref))), ("to", data.list(duty.to.map(data.ref))),
      ("about", data.list(duty.about.map(data.ref))),
      ("against", data.list(duty.against.map(data.ref))),
      ("condition", duty.condition.map { .string($0) }), ("event", duty.conditionEvent.map(data.ref)),
      ("unless", duty.unless.map { .string($0) }), ("exception", duty.unlessEvent.map(data.ref)),
      ("due", deadline),
      ("clause", duty.clause.map { .string($0) }), ("how", data.attestation(duty.attestation, &pool)),
    ])
  }

  /// A beginning or an end: its bounds, of which an open one is null, and what it follows from.
  private func turn(_ turn: LifeCourse.Turn, _ life: AgreementLife) -> JSONValue {
    data.compact(
      [
        ("from", ExplorerPool.json(turn.earliest)), ("to", ExplorerPool.json(turn.latest)),
        ("act", turn.act.flatMap(life.acts.firstIndex(of:)).map { .integer($0) }),
        ("reading", turn.reading.map { .string($0.rawValue) }),
        ("clause", turn.terms?.clause.map { .string($0) }),
      ] + cause(turn.cause))
  }

  private func cause(_ cause: LifeCourse.Cause) -> [(String, JSONValue?)] {
    func named(_ name: String, renewals: Int = 0) -> [(String, JSONValue?)] {
      [("cause", .string(name)), ("renewals", renewals == 0 ? nil : .integer(renewals))]
    }
    switch cause {
    case .stated: return named("stated")
    case .act: return named("act")
    case .signature: return named("signature")
    case .lastRatification: return named("lastRatification")
    case .notRatified: return named("notRatified")
    case .notBound: return named("notBound")
    case .void: return named("void")
    case .provisional: return named("provisional")
    case .termOver(let renewals): return named("termOver", renewals: renewals)
    case .notice(let renewals): return named("notice", renewals: renewals)
    case .lateNotice(let renewals): return named("lateNotice", renewals: renewals)
    case .afterNotice: return named("afterNotice")
    case .denunciation: return named("denunciation")
    case .superseded(let other): return named("superseded") + [("other", data.ref(other))]
    case .with(let other, let inner): return [("with", data.ref(other))] + self.cause(inner)
    case .through(let count, let inner): return [("through", .integer(count))] + self.cause(inner)
    case .breach: return named("breach")
    case .tooFewParties: return named("tooFewParties")
    case .existence: return named("existence")
    case .never: return named("never")
    case .undecided: return named("undecided")
    }
  }
}
