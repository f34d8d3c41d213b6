import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats

extension LifeCourse.Turn {
  /// What the turn follows from, in a sentence without its full stop: `denounced on 5 April 1945 by the Soviet Union under
  /// a notice of one year: the term ends on 13 April 1946 and is not renewed (article 3)`.
  func sentence(isEnd: Bool, in graph: DiplomaticGraph) -> String {
    let when = words(isEnd: isEnd)
    let clause = terms?.clause.map { " (\($0))" } ?? ""
    let done = act.map { act in
      let by = act.by.isEmpty ? "" : " by " + listed(act.by.map { graph.label(of: $0) })
      return act.kind.past + (act.date.map { " \($0.phrase)" } ?? "") + by
    }
    let notice = terms?.notice.map { " under a notice of \($0.words)" } ?? ""
    let inReading = reading.map { "\($0): " } ?? ""
    return inReading + text(cause, when, done ?? "", notice, clause, isEnd: isEnd, graph)
  }

  private func text(
    _ cause: LifeCourse.Cause, _ when: String, _ done: String, _ notice: String, _ clause: String,
    isEnd: Bool, _ graph: DiplomaticGraph
  ) -> String {
    switch cause {
    case .stated:
      return isEnd ? "stated to have been in force until \(when)" : "stated to be in force from \(when)"
    case .act: return done
    case .signature: return "\(done), which is taken for the entry into force"
    case .lastRatification: return "in force with the last ratification, \(when)\(clause)"
    case .notRatified: return "not in force: not every party has ratified\(clause)"
    case .notBound: return "not bound: it did not ratify\(clause)"
    case .void: return "\(done), so that it never was in force"
    case .provisional(let entry):
      return "\(done), before its entry into force" + (entry.map { " on \($0.words)" } ?? "")
    case .termOver(let renewals):
      if act != nil {
        return "\(done): the term ends on \(when)\(Self.after(renewals)) and is not renewed\(clause)"
      }
      let length = terms?.duration.map { " of \($0.words)" } ?? ""
      return "the term\(length) ends on \(when)\(Self.after(renewals)) and is not renewed\(clause)"
    case .notice(let renewals):
      return "\(done)\(notice): the term ends on \(when)\(Self.after(renewals)) and is not renewed\(clause)"
    case .lateNotice(let renewals):
      return "\(done)\(notice), too late for the term that ran then: it was renewed, and the term ends on "
        + "\(when)\(Self.after(renewals))\(clause)"
    case .afterNotice:
      if terms?.notice == nil {
        return "\(done): as no clause says how long a notice runs, it ends twelve months later, on \(when)"
          + " (Vienna Convention on the Law of Treaties, article 56(2))"
      }
      return "\(done)" + (notice.isEmpty ? ", without a period of notice" : notice)
        + ": it ends on \(when)\(clause)"
    case .denunciation: return "\(done), which ends it at once"
    case .superseded(let other): return "superseded by \(graph.label(of: other)), in force until \(when)"
    case .with(let other, let cause):
      return "it ends with \(graph.label(of: other)): "
        + text(cause, when, done, notice, clause, isEnd: isEnd, graph)
    case .through(let count, let cause):
      return "through \(counted(count, "more agreement")), each of which ends with the next: "
        + text(cause, when, done, notice, clause, isEnd: isEnd, graph)
    case .breach: return "\(done), which ends it\(clause)"
    case .tooFewParties: return "fewer than two parties are left after \(when)"
    case .existence: return isEnd ? "ceased to exist on \(when)" : "came into existence on \(when)"
    case .never:
      return terms?.renewal == nil ? "nothing ends it" : "no notice ends it, and its term is renewed\(clause)"
    case .undecided: return "its acts may have come in too many orders to decide"
    }
  }

  private static func after(_ renewals: Int) -> String {
    renewals == 0 ? "" : ", after \(counted(renewals, "renewal")),"
  }

  /// The days it may fall on, in words; of an end the last days that belong.
  private func words(isEnd: Bool) -> String {
    let (first, last) =
      isEnd ? (earliest.adding(seconds: -1), latest.adding(seconds: -1)) : (earliest, latest)
    switch (first.isOpen, last.isOpen) {
    case (true, true): return "an unknown day"
    case (false, true): return "\(first.words) or later"
    case (true, false): return "\(last.words) or earlier"
    case (false, false):
      let (from, to) = (first.words, last.words)
      return from == to ? from : "a day from \(from) to \(to)"
    }
  }
}

extension Separation {
  /// Why the agreement does not hold between some of its parties, in a sentence without its full stop.
  func sentence(in graph: DiplomaticGraph) -> String {
    let under = reading.map { "\($0): " } ?? ""
    switch reason {
    case .superseded(let other):
      return under + "between them \(graph.label(of: other)) takes its place"
        + " (Vienna Convention on the Law of Treaties, article 30(4))"
    case .suspended(let act):
      return under + "suspended between them alone" + (act.date.map { " \($0.phrase)" } ?? "")
        + " (Vienna Convention on the Law of Treaties, article 58)"
    case .objection(let reservation):
      let others = members.filter { $0 != reservation.by }.map { graph.label(of: $0) }
      return under + "\(listed(others)) objected to the reservation of \(graph.label(of: reservation.by))"
        + " and is not bound to it (Vienna Convention on the Law of Treaties, article 20(4))"
    }
  }
}

extension Reservation {
  /// What was reserved, in a sentence without its full stop.
  func sentence(in graph: DiplomaticGraph) -> String {
    var words = "reservation" + (clause.map { " to \($0)" } ?? "") + (date.map { " \($0.phrase)" } ?? "")
    if let withdrawn { words += ", withdrawn \(withdrawn.phrase)" }
    if !objections.isEmpty {
      words += ", to which \(listed(objections.map { graph.label(of: $0.by) })) objected"
    }
    return words
  }
}

extension Act.Kind {
  /// What was done, as a participle: `denounced`.
  fileprivate var past: String {
    switch self {
    case .signature: "signed"
    case .ratification: "ratified"
    case .entryIntoForce: "entered into force"
    case .accession: "acceded"
    case .withdrawal: "withdrawn from"
    case .denunciation: "denounced"
    case .extension: "extended"
    case .renewal: "renewed"
    case .termination: "terminated"
    case .expiry: "expired"
    case .breach: "breached"
    case .deposit: "ratification deposited"
    case .provisionalApplication: "applied provisionally"
    case .succession: "joined by succession"
    case .nullity: "void from the beginning"
    default: name
    }
  }
}

extension Moment {
  /// The day, or the day and time, in English.
  var words: String { description(in: "en") }
}

extension HistoricalDate {
  /// The date in English with its preposition: `on 5 April 1945`, `in February 1945`.
  var phrase: String {
    switch precision {
    case .second, .minute, .day: "on \(words)"
    case nil: "(\(words))"
    default: "in \(words)"
    }
  }

  /// The moments in UTC of a date with a time, whose own text may be in another offset; nil for other dates.
  var inUTC: String? {
    guard hasTime, let first = earliest.exactText, let last = latest.exactText else { return nil }
    return first == last ? first : "\(first) to \(last)"
  }

  /// The date in English.
  var words: String { description(in: "en") }
}

extension Period {
  /// The period in English: `five years`, `one year and six months`.
  var words: String {
    let parts = [
      (years, "year"), (months, "month"), (weeks, "week"), (days, "day"), (hours, "hour"),
      (minutes, "minute"),
      (seconds, "second"),
    ].filter { $0.0 > 0 }.map { counted($0.0, $0.1) }
    return parts.isEmpty ? "no time" : listed(parts)
  }
}

/// A number of things in English: `one year`, `13 years`.
func counted(_ number: Int, _ what: String) -> String {
  let small = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
  ]
  return "\(small.indices.contains(number) ? small[number] : "\(number)") \(what)\(number == 1 ? "" : "s")"
}

/// A list in English: `a, b and c`.
func listed(_ parts: [String]) -> String {
  guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
  return parts.dropLast().joined(separator: ", ") + " and " + last
}
