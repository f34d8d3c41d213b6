import TestSupport

/// A small random graph with secrets, and who knows what from which day on: found day by day from the rules as the documentation has them, not
/// as the library does it.
struct SecretWorld {
  /// One who knew or did not, from or until a day.
  struct Knower {
    let actor: String
    let day: Int?
    let isPartial: Bool
  }

  /// A secret thing: when it began, who takes part from when on, and what the file says of who knew.
  struct Secret {
    let begins: Int
    var participants: [(actor: String, day: Int)]
    var isSecret = false
    var knownTo: [Knower] = []
    var unknownTo: [Knower] = []
    var disclosed: [(day: Int, isPartial: Bool)] = []
  }

  /// The last day that there is.
  static let days = 28
  static let never = Int.max

  let actors = ["a", "b", "c", "d", "p", "q"]
  private var offices: [(person: String, state: String, first: Int, last: Int)] = []
  private var twins: (String, String)?
  private var agreements: [Secret] = []
  private var events: [Secret] = []
  /// The obligation, the terms and the denunciation of each agreement.
  private var parts: [[Secret]] = []
  private var isSame: Bool { twins != nil }

  init(_ numbers: inout SeededNumbers) {
    func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &numbers) }
    func some(_ percent: Int) -> Bool { number(0..<100) < percent }
    func actor() -> String { actors[number(0..<actors.count)] }
    for _ in 0..<number(0..<4) {
      let (person, state) = (actor(), actor())
      guard person != state, !offices.contains(where: { ($0.person, $0.state) == (person, state) }) else {
        continue
      }
      let first = number(1..<Self.days)
      offices.append((person, state, first, some(30) ? Self.days + 100 : number(first..<Self.days + 1)))
    }
    if some(20) { twins = ("c", "d") }
    func secret(_ secret: inout Secret, hasText: Bool) {
      secret.isSecret = true
      for _ in 0..<number(0..<3) {
        secret.knownTo.append(
          Knower(
            actor: actor(), day: some(75) ? number(1..<Self.days) : nil, isPartial: hasText && some(40)))
      }
      for _ in 0..<number(0..<2) {
        secret.unknownTo.append(
          Knower(actor: actor(), day: some(60) ? number(1..<Self.days) : nil, isPartial: hasText && some(40)))
      }
      for _ in 0..<number(0..<2) {
        secret.disclosed.append((number(1..<Self.days), hasText && some(40)))
      }
    }
    for _ in 0..<2 {
      let begins = number(1..<Self.days)
      var agreement = Secret(begins: begins, participants: [])
      for one in actors where some(35) {
        agreement.participants.append((one, some(75) ? begins : number(1..<Self.days)))
      }
      let participants = agreement.participants
      if some(80) { secret(&agreement, hasText: true) }
      agreements.append(agreement)
      parts.append(
        (0..<3).map { _ in
          var part = Secret(begins: begins, participants: participants)
          if some(35) { secret(&part, hasText: false) }
          return part
        })
    }
    let day = number(1..<Self.days)
    var event = Secret(begins: day, participants: actors.filter { _ in some(35) }.map { ($0, day) })
    if some(80) { secret(&event, hasText: false) }
    events.append(event)
  }

  // MARK: The file

  private static func date(_ day: Int) -> String { "1930-01-" + (day < 10 ? "0" : "") + "\(day)" }

  private static func keys(_ secret: Secret) -> String {
    guard secret.isSecret else { return "" }
    func list(_ key: String, _ knowers: [Knower], _ word: String, _ depth: String) -> String {
      if knowers.isEmpty { return "" }
      let entries = knowers.map { knower in
        "{ actor: \(knower.actor)" + (knower.day.map { ", \(word): \(date($0))" } ?? "")
          + (knower.isPartial ? ", of: \(depth)" : "") + " }"
      }
      return ", \(key): [\(entries.joined(separator: ", "))]"
    }
    let disclosed = secret.disclosed.map {
      "{ when: \(date($0.day))\($0.isPartial ? ", of: existence" : "") }"
    }
    return ", secret: true" + list("known-to", secret.knownTo, "since", "existence")
      + list("unknown-to", secret.unknownTo, "until", "text")
      + (disclosed.isEmpty ? "" : ", disclosed: [\(disclosed.joined(separator: ", "))]")
  }

  /// The graph file.
  var text: String {
    var text = "entente: 1\ntitle: World\nactors:\n"
    for actor in actors {
      let held = offices.filter { $0.person == actor }.map { office in
        let last = office.last > Self.days ? ".." : Self.date(office.last)
        return "{ actor: \(office.state), when: \(Self.date(office.first))/\(last) }"
      }
      let twin = twins.map { $0.0 == actor ? ", same-as: { actor: \($0.1) }" : "" } ?? ""
      text +=
        "  \(actor): { name: \(actor)\(held.isEmpty ? "" : ", represents: [\(held.joined(separator: ", "))]")\(twin) }\n"
    }
    text += "territories: { land: Land }\nagreements:\n"
    for (index, agreement) in agreements.enumerated() {
      let parties = agreement.participants.map {
        $0.day == agreement.begins ? $0.actor : "{ actor: \($0.actor), when: \(Self.date($0.day))/.. }"
      }
      let parts = parts[index].map { Self.keys($0) }
      text += """
          x\(index):
            { name: X\(index), signed: \(Self.date(agreement.begins)), parties: [\(parties.joined(separator: ", "))], guarantees: land,
              obligations: [{ id: o\(index), kind: assist, by: all-parties\(parts[0]) }],
              terms: { duration: P1D\(parts[1]) }, denounced: { when: 1931\(parts[2]) }\(Self.keys(agreement)) }

        """
    }
    text += "events:\n"
    for (index, event) in events.enumerated() {
      let there = event.participants.map(\.actor).joined(separator: ", ")
      text +=
        "  e\(index): { name: E, kind: meeting, when: \(Self.date(event.begins)), participants: [\(there)]\(Self.keys(event)) }\n"
    }
    return text
  }

  // MARK: Who knows

  /// From which day on an actor knows of something secret, disclosures aside and with them.
  private func learns(_ actor: String, _ secret: Secret, text: Bool) -> (told: Int, disclosed: Int) {
    var learned = Dictionary(uniqueKeysWithValues: actors.map { ($0, Self.never) })
    var changed = true
    while changed {
      changed = false
      for one in actors {
        var day = learned[one] ?? Self.never
        func consider(_ candidate: Int) {
          var candidate = candidate
          guard candidate != Self.never else { return }
          for ignorant in secret.unknownTo where ignorant.actor == one && (text || !ignorant.isPartial) {
            guard let until = ignorant.day else { return }
            candidate = max(candidate, until)
          }
          day = min(day, candidate)
        }
        for participant in secret.participants where participant.actor == one { consider(participant.day) }
        for knower in secret.knownTo where knower.actor == one && !(text && knower.isPartial) {
          consider(knower.day ?? secret.begins)
        }
        for office in offices where office.state == one {
          let told = learned[office.person] ?? Self.never
          if told <= office.last { consider(max(told, office.first)) }
        }
        if let twins, one == twins.0 { consider(learned[twins.1] ?? Self.never) }
        if let twins, one == twins.1 { consider(learned[twins.0] ?? Self.never) }
        if day != learned[one] {
          learned[one] = day
          changed = true
        }
      }
    }
    let disclosed = secret.disclosed.filter { !(text && $0.isPartial) }.map(\.day).min() ?? Self.never
    return (learned[actor] ?? Self.never, disclosed)
  }

  /// The names of what can be asked for.
  var names: [String] {
    agreements.indices.flatMap {
      ["x\($0)", "o\($0)", "x\($0).terms-1", "x\($0).denunciation-1", "guarantees.x\($0).land"]
    } + ["e0"]
  }

  /// What must be known to know of a thing: of some things the text.
  private func needs(_ name: String, text: Bool) -> [(secret: Secret, text: Bool)] {
    if name == "e0" { return [(events[0], text)] }
    let index = name.contains("x1") || name == "o1" ? 1 : 0
    let whole = agreements[index]
    if name == "x\(index)" { return [(whole, text)] }
    if name.hasPrefix("guarantees") { return [(whole, true)] }
    let place = name.hasPrefix("o") ? 0 : name.contains("terms") ? 1 : 2
    let part = parts[index][place]
    // What is secret by itself is known by itself, beside the existence of the agreement; else it is text, but for acts.
    return part.isSecret ? [(whole, false), (part, true)] : [(whole, place < 2)]
  }

  /// Whether anything about a thing is secret.
  func isSecret(_ name: String) -> Bool { needs(name, text: false).contains { $0.secret.isSecret } }

  /// Whether an actor knows of a thing on a day; without a day, whether it ever does but by a disclosure.
  func knows(_ actor: String, _ name: String, on day: Int?, text: Bool = false) -> Bool {
    needs(name, text: text).filter(\.secret.isSecret).allSatisfy { need in
      let (told, disclosed) = learns(actor, need.secret, text: need.text)
      guard let day else { return told != Self.never }
      return min(told, disclosed) <= day
    }
  }

  /// The first day on which an actor knows of a thing.
  func learns(_ actor: String, _ name: String) -> Int {
    needs(name, text: false).filter(\.secret.isSecret).map { need in
      let (told, disclosed) = learns(actor, need.secret, text: need.text)
      return min(told, disclosed)
    }.max() ?? 0
  }
}
