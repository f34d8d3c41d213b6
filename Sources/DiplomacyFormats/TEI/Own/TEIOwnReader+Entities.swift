import Chronology
import Diplomacy

/// People, organisations, places, agreements and events.
extension TEIOwnReader {
  mutating func takeEntity(_ node: TEINode, _ findings: inout ImportFindings) {
    guard let id = required("xml:id", of: node, &findings) else { return }
    let type = TEIWord.read(node.attributes["type"] ?? "")
    let (kind, nameElement): (EntityKind, String) =
      switch node.name {
      case "person": (.person, "persName")
      case "org": (EntityKind(.actor, type), "orgName")
      case "place": (EntityKind(.territory, type), "placeName")
      default:
        (
          EntityKind(type == "agreement" ? .agreement : .event, TEIWord.read(node["subtype"] ?? "event")),
          "label"
        )
      }
    let names = node.children(nameElement)
    let short = wordings(of: names.filter { $0["type"] == "short" })
    let isEvent = kind.category == .event
    let said = sayings(of: node, isEvent ? date(of: node, &findings) : nil, &findings)
    var entity = Entity(
      id: EntityID(TEIWord.readName(id)), kind: kind,
      name: text(wordings(of: names.filter { $0["type"] == nil }), orElse: TEIWord.readName(id)),
      shortName: short.isEmpty ? nil : LocalizedText(short), when: isEvent ? said.date : nil,
      attestation: said.attestation,
      identifiers: node.children("idno").map {
        ExternalIdentifier(register: TEIWord.read($0["type"] ?? ""), value: $0.text)
      })
    entity.attributes = Self.unique(
      node.children("note").filter { $0["type"] == "attribute" }.compactMap(attribute))
    for part in node.children("state", "event") { take(part, into: &entity, &findings) }
    entities.append((node["n"].flatMap { Int($0) }, entity, node.place))
  }

  private mutating func take(_ node: TEINode, into entity: inout Entity, _ findings: inout ImportFindings) {
    let said = sayings(of: node, date(of: node, &findings), &findings)
    let kind = TEIWord.read(node["subtype"] ?? "")
    let isAgreement = entity.category == .agreement
    switch node["type"] {
    case "existence":
      guard let date = said.date else { return }
      if let condition = Existence.Condition(rawValue: kind) {
        entity.existence.append(Existence(date: date, condition: condition, attestation: said.attestation))
      } else {
        entity.when = date
      }
    case "deed":
      guard let effect = Deed.Effect(rawValue: kind) else { return }
      let obligation =
        node.pointers("corresp").first.map(Self.id(in:))
        ?? said.rest.first { Self.key(of: $0) == "obligation" }?.text ?? ""
      entity.deeds.append(Deed(effect, StatementID(obligation), attestation: said.attestation))
    case "act" where isAgreement: entity.life?.acts.append(act(Act.Kind(kind), said))
    case "in-force" where isAgreement:
      if said.date == nil, kind != "never" { return }
      entity.life?.statedInForce.append(
        InForce(date: kind == "never" ? nil : said.date, attestation: said.attestation))
    case "terms" where isAgreement: entity.life?.terms.append(terms(said, node, &findings))
    case "reservation" where isAgreement:
      if let reservation = reservation(node, said, &findings) {
        entity.life?.reservations.append(reservation)
      }
    case "obligation" where isAgreement:
      entity.life?.obligations.append(obligation(node, kind, said, &findings))
    default:
      findings.leftOut(
        node.place,
        "\(entity.category.withArticle) has a part of the type '\(Node.shortened(node["type"] ?? ""))', which is not known here."
      )
    }
  }

  // MARK: Parts of a life

  private mutating func act(_ kind: Act.Kind, _ said: Sayings) -> Act {
    var act = Act(kind: kind, date: said.date, attestation: said.attestation)
    for part in said.rest {
      switch Self.key(of: part) {
      case "agent": act.by += [pointed(part)].compactMap(\.self)
      case "party": act.between += [pointed(part)].compactMap(\.self)
      case "predecessor": act.from = pointed(part)
      case "until": act.until = lastDate(part)
      case "period": act.period = part["dur-iso"].flatMap { try? Period($0) }
      case nil: act.place = pointed(part) ?? act.place
      default: break
      }
    }
    return act
  }

  private mutating func terms(
    _ said: Sayings, _ node: TEINode, _ findings: inout ImportFindings
  ) -> Terms {
    var terms = Terms(attestation: said.attestation)
    for part in said.rest {
      let text = part.text
      switch Self.key(of: part) {
      case "duration": terms.duration = try? Period(text)
      case "until": terms.until = lastDate(part)
      case "notice": terms.notice = try? Period(text)
      case "renewal":
        terms.renewal = text == "indefinite" ? .indefinite : (try? Period(text)).map { .each($0) }
      case "entry": terms.entry = Terms.Entry(rawValue: text)
      case "ratification": terms.ratification = Terms.Ratification(rawValue: text)
      case "ratifications": terms.ratifications = Int(text)
      case "term-start": terms.termStart = Terms.TermStart(rawValue: text)
      case "denunciation": terms.denunciation = Terms.Effect(rawValue: text)
      case "denunciation-ends": terms.denunciationEnds = Terms.Extent(rawValue: text)
      case "breach": terms.breach = Terms.Breach(rawValue: text)
      case "ends-with": terms.endsWith = pointed(part)
      case "clause": terms.clause = text
      default: break
      }
    }
    return terms
  }

  private mutating func reservation(
    _ node: TEINode, _ said: Sayings, _ findings: inout ImportFindings
  ) -> Reservation? {
    guard let agent = said.rest.first(where: { Self.key(of: $0) == "agent" }).flatMap({ pointed($0) }) else {
      findings.leftOut(node.place, "a reservation points to nobody who made it.")
      return nil
    }
    var reservation = Reservation(by: agent, date: said.date, attestation: said.attestation)
    for part in said.rest {
      switch Self.key(of: part) {
      case "clause": reservation.clause = part.text
      case "withdrawn": reservation.withdrawn = lastDate(part)
      default: break
      }
    }
    for objection in node.children("event") {
      let said = sayings(of: objection, date(of: objection, &findings), &findings)
      guard let agent = said.rest.first(where: { Self.key(of: $0) == "agent" }).flatMap({ pointed($0) })
      else { continue }
      reservation.objections.append(
        Reservation.Objection(
          by: agent, date: said.date,
          opposesEntryIntoForce: objection["subtype"] == "opposes-entry-into-force"))
    }
    return reservation
  }

  private mutating func obligation(
    _ node: TEINode, _ kind: String, _ said: Sayings, _ findings: inout ImportFindings
  ) -> Obligation {
    let id = node["xml:id"].map { TEIWord.readName($0) } ?? obligationNames.unique("obligation")
    var obligation = Obligation(
      id: StatementID(id), kind: Obligation.Kind(kind), by: [], attestation: said.attestation)
    var period: Period?
    for part in said.rest {
      let isName = part.name != "term" && part.name != "date"
      switch Self.key(of: part) {
      case "debtor": obligation.by += [pointed(part)].compactMap(\.self)
      case "creditor": obligation.to += [pointed(part)].compactMap(\.self)
      case "about": obligation.about += [pointed(part)].compactMap(\.self)
      case "enemy": obligation.against += [pointed(part)].compactMap(\.self)
      case "condition":
        if isName { obligation.conditionEvent = pointed(part) } else { obligation.condition = part.text }
      case "exception":
        if isName { obligation.unlessEvent = pointed(part) } else { obligation.unless = part.text }
      case "clause": obligation.clause = part.text
      case "amended-by": obligation.amendedBy = pointed(part)
      case "deadline":
        if isName {
          if let period, let event = pointed(part) { obligation.deadline = .within(period, of: event) }
        } else if part["when-custom"] != nil {
          obligation.deadline = lastDate(part).map { .by($0) }
        } else {
          period = part["dur-iso"].flatMap { try? Period($0) }
        }
      default: break
      }
    }
    return obligation
  }

  /// The date of a part of a description.
  private func lastDate(_ node: TEINode) -> HistoricalDate? {
    var findings = ImportFindings(file: "")
    return dated(node, &findings)
  }
}
