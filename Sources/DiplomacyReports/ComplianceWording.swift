import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats

extension Compliance.Outcome {
  /// The verdict in words.
  var words: String { rawValue.replacing("-", with: " ") }
}

extension Compliance.Verdict {
  /// Who promised what to whom, and where: `Soviet Union to Japan, to remain neutral (Neutrality Pact, article 2)`.
  func promise(in graph: DiplomaticGraph) -> String {
    let to =
      creditors.count > 4
      ? " to \(creditors.count) others"
      : creditors.isEmpty ? "" : " to " + listed(creditors.map { graph.label(of: $0) })
    let clause = obligation.clause.map { ", \($0)" } ?? ""
    return "\(graph.label(of: debtor))\(to), \(obligation.promise(in: graph)) "
      + "(\(graph.label(of: agreement))\(clause))"
  }

  /// The reason in a sentence without its full stop.
  func sentence(in graph: DiplomaticGraph) -> String {
    if let deed = event.map({ graph.dated($0) }) { return sentence(of: deed, graph) }
    let during = "while it was in force between them, \(time)"
    switch reason {
    case .conditionOutside(let condition):
      return "its condition, \(graph.dated(condition)), came about when it was not in force between them: "
        + "it was in force \(time)"
    case .conditionNotArisen:
      return "this graph holds nothing by which its condition\(words(graph)) came about \(during)"
    case .awaitsCondition:
      return "it is in force between them, \(time), and this graph holds nothing by which its condition"
        + "\(words(graph)) has come about"
    case .perhapsCalledUpon:
      return "this graph holds no deed that met it, and the dates leave open whether its condition"
        + "\(words(graph)) came about \(during)"
    case .untouched: return "nothing in this graph broke it \(during)"
    case .stillBinding:
      return "it is in force between them, \(time), and nothing in this graph has met or broken it\(limit)"
        + unjudged
    case .perhapsBinding:
      return "nothing in this graph has met or broken it, and the dates leave open whether it is in force "
        + "between them on that date: it was in force \(time)\(unjudged)"
    case .deadlineOver: return "this graph holds no deed that met it\(limit)\(unjudged)"
    case .neverMet: return "this graph holds no deed that met it \(during)\(unjudged)"
    case .noRule:
      return "no rule says which deeds keep or break '\(obligation.kind.name)'; an event can say so with "
        + "'keeps' or 'breaches'"
    default: return "it was never in force between them"
    }
  }

  /// The same of a verdict on a deed.
  private func sentence(of deed: String, _ graph: DiplomaticGraph) -> String {
    let during = "while it was in force between them, \(time)"
    switch reason {
    case .inForce: return "\(deed) \(outcome == .kept ? "met" : "broke") it \(during)\(unjudged)"
    case .notYetInForce:
      return "\(deed) came when it was not yet in force between them: it was in force \(time)"
    case .noLongerInForce:
      return "\(deed) came when it was no longer in force between them: it was in force \(time)"
    case .notInForce:
      return "\(deed) came when it was not in force between them: it was in force \(time)"
    case .neverInForce:
      return "\(deed) came when it was not in force between them, as it never was"
    case .perhapsInForce:
      return "the dates leave open whether \(deed) came while it was in force between them: "
        + "it was in force \(time)"
    case .perhapsDone: return "the dates leave open whether \(deed) had come about by then"
    case .releasedBy(let breach):
      return "\(deed) broke no promise, because the other side had broken the agreement before, by "
        + graph.dated(breach)
    case .byConsent: return "\(deed) broke no promise, because all to whom it was owed took part in it"
    case .excepted(let event):
      return "\(deed) broke no promise, because the case had come in which it was not owed"
        + (event == self.event ? "" : ", by \(graph.dated(event))")
    case .perhapsExcepted(let event):
      return "the dates leave open whether \(deed) came after the case in which it was not owed, "
        + graph.dated(event)
    case .inTime: return "\(deed) met it in time\(limit)\(unjudged)"
    case .late: return "\(deed) came too late\(limit)"
    case .perhapsInTime: return "the dates leave open whether \(deed) came in time\(limit)"
    case .beforeCondition:
      return outcome == .lapsed
        ? "\(deed) came before its condition\(words(graph)) came about"
        : "the dates leave open whether \(deed) came after its condition\(words(graph)) had come about"
    case .conditionInWords: return "\(deed) came \(during)\(unjudged)"
    case .conditionOutside(let condition):
      return "\(deed) came when nothing was owed: its condition, \(graph.dated(condition)), came about when "
        + "it was not in force between them, \(time)"
    case .conditionNotArisen:
      return "\(deed) came when nothing was owed: this graph holds nothing by which its condition"
        + "\(words(graph)) came about"
    case .perhapsCalledUpon:
      return "\(deed) came \(during), but the dates leave open whether its condition\(words(graph)) came "
        + "about then"
    default: return "\(deed) came \(during)"
    }
  }

  // MARK: Parts of sentences

  /// When it was in force: `from 13 April 1941 to 13 April 1946`.
  private var time: String {
    let spans = binding.count > 2 ? [hull(of: binding)].compactMap { $0 } : binding
    return listed(spans.map(\.words))
      + (spans.count < binding.count ? ", for a shorter time between some of them" : "")
  }

  private var limit: String { deadline.map { "; the deadline was \($0.lastDays)" } ?? "" }

  /// What stands in words, and so was not judged.
  private var unjudged: String {
    let condition = obligation.conditionEvent == nil ? obligation.condition : nil
    let exception = obligation.unlessEvent == nil ? obligation.unless : nil
    return (condition.map { "; whether its condition (\($0)) came about is not judged" } ?? "")
      + (exception.map { "; whether its exception (\($0)) came about is not judged" } ?? "")
  }

  /// What the condition is, after the word.
  private func words(_ graph: DiplomaticGraph) -> String {
    if let condition = obligation.condition { return " (\(condition))" }
    if let event = obligation.conditionEvent { return ", \(graph.dated(event))," }
    if case .within(_, let event)? = obligation.deadline { return ", \(graph.dated(event))," }
    let foes = obligation.against.map { graph.label(of: $0) }
    return foes.isEmpty ? "" : ", a war with \(listed(foes)),"
  }
}

extension Obligation {
  /// What was promised, as an infinitive: `to remain neutral`, `to respect Manchukuo`.
  func promise(in graph: DiplomaticGraph) -> String {
    let about = about.isEmpty ? nil : listed(about.map { graph.label(of: $0) })
    let against = against.isEmpty ? "" : " against \(listed(against.map { graph.label(of: $0) }))"
    switch kind {
    case .refrainFromAttack: return "not to attack" + (about.map { " \($0)" } ?? "")
    case .remainNeutral: return "to remain neutral" + (against.isEmpty ? "" : " in a war" + against)
    case .respectTerritory: return "to respect \(about ?? "territory")"
    case .enterWar: return "to enter war" + (about.map { " with \($0)" } ?? against)
    case .recognise: return "to recognise \(about ?? "what was agreed")"
    case .withdrawTroops: return "to withdraw troops" + (about.map { " from \($0)" } ?? "")
    case .consult: return "to consult" + (about.map { " about \($0)" } ?? "")
    case .assist: return "to assist" + (against.isEmpty ? about.map { " against \($0)" } ?? "" : against)
    case .cedeTerritory: return "to cede \(about ?? "territory")"
    case .limitArms: return "to limit arms" + (about.map { " in \($0)" } ?? "")
    case .keepSecret: return "to keep it secret"
    default: return "'\(kind.name)'" + (about.map { " about \($0)" } ?? "")
    }
  }
}

extension Compliance.Conflict {
  /// The conflict in a sentence without its full stop.
  func sentence(in graph: DiplomaticGraph) -> String {
    func side(_ side: Side) -> String {
      let to =
        side.creditors.isEmpty
        ? ""
        : side.creditors.count > 4
          ? "to \(side.creditors.count) others "
          : "to " + listed(side.creditors.map { graph.label(of: $0) }) + " "
      return "\(to)\(side.obligation.promise(in: graph)) (\(graph.label(of: side.agreement))"
        + (side.obligation.clause.map { ", \($0)" } ?? "") + ")"
    }
    let told = cases.map { $0.sentence(in: graph) }
    let occasion = told.isEmpty ? "" : ", \(told.joined(separator: ", or "))"
    return "\(graph.label(of: debtor)) cannot keep both the promise \(side(first)) and the promise "
      + "\(side(second))\(occasion); the two were \(holds(answer)) in force at the same time"
  }
}

extension Compliance.Conflict.Case {
  /// The case as a clause: `if Russia attacks Romania`.
  func sentence(in graph: DiplomaticGraph) -> String {
    func names(_ ids: [EntityID]) -> String { listed(ids.map { graph.label(of: $0) }) }
    let and = words.map { " and a condition is met (\($0))" } ?? ""
    let isImagined = event.map { graph[$0]?.attestation.modality != .actual } ?? true
    if let event, !isImagined || attackers.isEmpty || attacked.isEmpty {
      return "in the case of \(graph.dated(event))\(and)"
    }
    if attackers.isEmpty || attacked.isEmpty { return words.map { "once a condition is met (\($0))" } ?? "" }
    let whom = attacked.map { graph.label(of: $0) }
    return "if \(names(attackers)) \(attackers.count == 1 ? "attacks" : "attack") "
      + "\(whom.count > 1 ? whom.dropLast().joined(separator: ", ") + " or " + (whom.last ?? "") : whom[0])\(and)"
  }
}

extension DiplomaticGraph {
  /// The name of an event with its date: `Soviet invasion of Manchuria (9 August 1945)`.
  fileprivate func dated(_ event: EntityID) -> String {
    label(of: event)
      + (self[event]?.when.map { " (\($0.words)\($0.inUTC.map { "; in UTC \($0)" } ?? ""))" } ?? "")
  }
}

extension Span {
  /// The time in words: `from 13 April 1941 to 13 April 1946`.
  var words: String {
    func day(_ first: Moment, _ last: Moment) -> String? {
      switch (first.isOpen, last.isOpen) {
      case (true, true): return nil
      case (false, true): return "\(first.words) or later"
      case (true, false): return "\(last.words) or earlier"
      case (false, false):
        let (one, other) = (first.words, last.words)
        return one == other ? one : "a day between \(one) and \(other)"
      }
    }
    let start = day(earliestStart, latestStart).map { "from \($0)" }
    let end = day(earliestEnd.adding(seconds: -1), latestEnd.adding(seconds: -1)).map { "to \($0)" }
    let isEndless = earliestEnd == .distantFuture
    switch (start, end) {
    case (let start?, let end?): return "\(start) \(end)"
    case (let start?, nil): return start + (isEndless ? " on" : " to a day that is not known")
    case (nil, let end?):
      return latestStart == .distantPast ? "up to \(end.dropFirst(3))" : "from a day that is not known \(end)"
    case (nil, nil):
      return isEndless && latestStart == .distantPast ? "at all times" : "at a time that is not known"
    }
  }
}

extension UncertainMoment {
  /// The last days before a deadline is over, in words.
  fileprivate var lastDays: String {
    let (first, last) = (earliest.adding(seconds: -1), latest.adding(seconds: -1))
    if latest.isOpen { return earliest.isOpen ? "not known" : "the end of \(first.words) or later" }
    if earliest.isOpen { return "the end of \(last.words) or earlier" }
    if first.day.adding(days: 1) == last.day { return "the end of \(first.words) or of \(last.words)" }
    return first == last
      ? "the end of \(last.words)" : "the end of \(first.words), of \(last.words) or of a day between"
  }
}
