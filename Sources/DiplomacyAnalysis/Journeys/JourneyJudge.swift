import Chronology
import Diplomacy
import Networks

/// Turns ways that were found by taking each date by itself into answers that take all dates together.
///
/// Taken by itself, each date is as good as it may be for a possible way and as bad for a certain one. So a way that is not
/// possible then is not possible at all, and one that is certain then is certain; but a possible one may need dates that
/// cannot be together, and one that is certain may be missed. The judge looks at each way that was found, and where it does not
/// hold, or where a better one may be missed, at all.
struct JourneyJudge {
  private struct Question {
    let other: Int
    let possible, certain: [TemporalPath]
  }

  private let network: ContactNetwork
  private let possible, certain: ContactTimetable
  private let options: JourneyOptions
  private let root: Int
  private let isBackwards: Bool
  private let rules: JourneyRules
  private var questions: [Question] = []

  /// So many comparisons of dates are made for the ways to all others.
  private static let budget = 400_000

  init(
    _ network: ContactNetwork, _ possible: ContactTimetable, _ certain: ContactTimetable,
    _ options: JourneyOptions,
    root: Int, isBackwards: Bool
  ) {
    (self.network, self.possible, self.certain, self.options) = (network, possible, certain, options)
    (self.root, self.isBackwards) = (root, isBackwards)
    rules = possible.clock.rules(options, rise: network.rise, isLenient: true)
  }

  mutating func take(other: Int, possible: [TemporalPath], certain: [TemporalPath]) {
    questions.append(Question(other: other, possible: possible, certain: certain))
  }

  /// Whether each date by itself tells all.
  private var isPlain: Bool {
    !network.isEntangled && certain.isWhole && possible.clock.isExact(options) && possible.isWhole
  }

  /// The answers, in the order of the questions.
  func answers() -> [JourneyAnswer] {
    var answers = questions.map { question in
      let ids = network.view.graph.entities
      let (own, other) = (ids[root].id, ids[question.other].id)
      return JourneyAnswer(
        from: isBackwards ? other : own, to: isBackwards ? own : other,
        possible: question.possible.compactMap { possible.journey($0, options) },
        certain: question.certain.compactMap { certain.journey($0, options) })
    }
    if isPlain || questions.isEmpty { return answers }
    let isOneByOne = options.waitingLimit == nil && [.earliest, .latest, .fewest].contains(options.criterion)
    guard isOneByOne, possible.isWhole else {
      bound(&answers)
      return answers
    }
    judgePossible(&answers)
    judgeCertain(&answers)
    return answers
  }

  /// Says what is not known of ways that are not looked at one by one: those of which more counts than when they arrive.
  private func bound(_ answers: inout [JourneyAnswer]) {
    var proof = JourneyProof(network, possible.clock, rules, budget: Self.budget)
    let hopes = hopes()
    let missesCertain = certain.lacksContacts || !possible.clock.isExact(options)
    for (index, question) in questions.enumerated() where !question.possible.isEmpty {
      let isSure = question.possible.allSatisfy { path in
        guard let crossings = possible.crossings(path) else { return !network.isEntangled }
        return proof.allows(
          crossings.map { JourneyProof.Crossing(number: $0.number, to: $0.to) }, at: crossings.map(\.moment))
      }
      if !isSure || !possible.isWhole || !possible.clock.isExact(options) {
        answers[index].possibleBound = .atMost
      }
      let mayBeBetter =
        hopes.map { Self.isBetter($0[index], than: question.certain, options.criterion) } ?? false
      if missesCertain || mayBeBetter { answers[index].certainBound = .atLeast }
    }
  }

  // MARK: Possible ways

  private func judgePossible(_ answers: inout [JourneyAnswer]) {
    var proof = JourneyProof(network, possible.clock, rules, budget: Self.budget)
    var open: [Int: Int] = [:]
    for (index, question) in questions.enumerated() {
      guard let path = question.possible.first else { continue }
      if let crossings = possible.crossings(path) {
        let way = crossings.map { JourneyProof.Crossing(number: $0.number, to: $0.to) }
        if let result = proof.possible(
          way, options.criterion == .latest ? .departure : .arrival, isCautious: true)
        {
          let isAsGood =
            options.criterion == .latest ? result.departure >= path.departure : result.arrival <= path.arrival
          if isAsGood, !proof.isVagueWay { continue }
        }
      }
      open[question.other] = index
    }
    if open.isEmpty { return }
    proof = JourneyProof(network, possible.clock, rules, budget: Self.budget)
    var search = ExactJourneys(network, .possible, options.criterion, proof, isBackwards: isBackwards)
    search.search(from: root, to: Set(open.keys))
    for (other, index) in open {
      if !search.isWhole {
        answers[index].possibleBound = .atMost
      } else if let found = search.found[other] {
        let source = isBackwards ? other : root
        let journey = search.proof.journey(found.way, found.result, from: source, options)
        answers[index] = answers[index].with(possible: journey.map { [$0] } ?? [])
      } else {
        answers[index] = answers[index].with(possible: [])
      }
    }
  }

  // MARK: Certain ways

  private func judgeCertain(_ answers: inout [JourneyAnswer]) {
    guard let hopes = hopes() else { return }
    var open: [Int: Int] = [:]
    for (index, question) in questions.enumerated() where !answers[index].possible.isEmpty {
      if !Self.isBetter(hopes[index], than: question.certain, options.criterion) { continue }
      open[question.other] = index
    }
    if open.isEmpty { return }
    let proof = JourneyProof(network, certain.clock, rules, budget: Self.budget)
    var search = ExactJourneys(network, .certain, options.criterion, proof, isBackwards: isBackwards)
    search.search(from: root, to: Set(open.keys))
    for (other, index) in open {
      if let found = search.found[other], isBetter(found, than: questions[index].certain.first) {
        let source = isBackwards ? other : root
        if let journey = search.proof.journey(found.way, found.result, from: source, options) {
          answers[index] = answers[index].with(certain: [journey])
        }
      }
      if !search.isWhole || network.hasAlternatives { answers[index].certainBound = .atLeast }
    }
  }

  /// The ways to the others that would be certain if all that is not known of dates together were as good as it can be; nil
  /// where nothing is missed.
  private func hopes() -> [[TemporalPath]]? {
    guard !network.deepWindows.isEmpty || network.hasAlternatives || !certain.vagueWindows.isEmpty else {
      return nil
    }
    let hopeful = network.hopeful(certain.clock, certain.vagueWindows)
    let rules = certain.clock.rules(options, rise: network.rise, isLenient: false)
    // A search that is given up leaves every hope.
    let none = questions.map(\.possible)
    guard let root = hopeful.node(at: root) else { return questions.map { _ in [] } }
    guard questions.count > 1 else {
      return questions.map { question in
        let ends = isBackwards ? (source: question.other, target: self.root) : (self.root, question.other)
        return (try? hopeful.paths(ends, options, rise: network.rise, isLenient: false)) ?? question.possible
      }
    }
    if isBackwards {
      guard let latest = try? hopeful.timetable.latestJourneys(to: root, under: rules) else { return none }
      return questions.map {
        hopeful.node(at: $0.other).flatMap { latest.journey(from: $0) }.map { [$0] } ?? []
      }
    }
    guard let earliest = try? hopeful.timetable.earliestJourneys(from: root, under: rules) else {
      return none
    }
    return questions.map {
      hopeful.node(at: $0.other).flatMap { earliest.journey(to: $0) }.map { [$0] } ?? []
    }
  }

  /// Whether some ways are better than others in what counts.
  private static func isBetter(
    _ ways: [TemporalPath], than others: [TemporalPath], _ criterion: JourneyCriterion
  ) -> Bool {
    guard ways.count == others.count else { return !ways.isEmpty }
    return zip(ways, others).contains { way, other in
      switch criterion {
      case .earliest: way.arrival < other.arrival
      case .latest: way.departure > other.departure
      case .fewest: (way.hops, way.arrival) < (other.hops, other.arrival)
      case .fastest, .profile:
        (way.departure, way.arrival, way.hops) != (other.departure, other.arrival, other.hops)
      }
    }
  }

  private func isBetter(_ found: ExactJourneys.Found, than path: TemporalPath?) -> Bool {
    guard let path else { return true }
    let steps = Int64(path.hops)
    let hops = Int64(found.way.count { network.view.graph.entities[$0.to].category == .actor })
    switch options.criterion {
    case .latest: return found.result.departure > path.departure
    case .fewest: return (hops, found.result.arrival) < (steps, path.arrival)
    default: return found.result.arrival < path.arrival
    }
  }
}

extension JourneyAnswer {
  fileprivate func with(possible: [Journey]? = nil, certain: [Journey]? = nil) -> JourneyAnswer {
    JourneyAnswer(
      from: from, to: to, possible: possible ?? self.possible, certain: certain ?? self.certain,
      possibleBound: possibleBound, certainBound: certainBound)
  }
}

extension ContactNetwork {
  /// Whether taking each date by itself may not tell all: some windows are known by others, or it is not known whether an actor
  /// existed.
  var isEntangled: Bool {
    ties.hasTies
      || whole.contains { contact, _, _ in
        !contact.gates.isEmpty && contact.allWindows.contains { certain.windows[$0].isUncertain }
      }
  }
}

extension WindowTies {
  /// Of ties of more windows than these all windows are taken for deep.
  private static let largestTie = 1_000

  /// The windows that may end, whatever the dates are, when another one that a journey crosses in a different place has begun,
  /// though not by what is known of each alone.
  func deepWindows(_ contacts: [DatedContact], _ windows: [Window]) -> Set<Int> {
    guard windows.contains(where: \.isUncertain) else { return [] }
    // Where each window is crossed: an agreement or event, or as a gate at an actor.
    var hubsOfWindow: [Int: Set<Int>] = [:]
    var users: [Int: Int] = [:]
    for contact in contacts {
      for window in contact.allWindows {
        hubsOfWindow[window, default: []].insert(window == contact.window ? contact.target : -1)
        users[window, default: 0] += 1
      }
    }
    var found: Set<Int> = []
    var windowsOfTie: [Int: [Int]] = [:]
    for window in hubsOfWindow.keys.sorted() {
      if windows[window].isUnsettled, hubsOfWindow[window] == [-1], users[window] ?? 0 > 1 {
        found.insert(window)
      }
      if let tie = tie(of: window) { windowsOfTie[tie, default: []].append(window) }
    }
    for members in windowsOfTie.values where members.count > 1 {
      if members.count > Self.largestTie {
        found.formUnion(members)
        continue
      }
      for first in members where windows[first].isUncertain {
        for second in members where first != second && mayBeInOrder(windows[first], windows[second]) {
          // At one agreement or event the hubs inside of it know the order.
          let hubs = (hubsOfWindow[first] ?? []).union(hubsOfWindow[second] ?? [])
          if hubs.count > 1 || hubs.contains(-1) { found.insert(second) }
        }
      }
    }
    return found
  }

  private func mayBeInOrder(_ one: Window, _ two: Window) -> Bool {
    one.latestStart > two.earliestLast && one.earliestStart <= two.earliestLast
      && one.latestStart <= two.latestLast
  }
}

extension ContactNetwork {
  /// Contacts that are certain if all that is not known of dates together is as good as it can be: no certain journey is better
  /// than those through them.
  func hopeful(_ clock: JourneyClock, _ vague: Set<Int>) -> ContactTimetable {
    var windows = certain.windows
    for number in deepWindows.union(vague) {
      let window = windows[number]
      windows[number] = Window(
        earliestStart: window.earliestStart, latestStart: window.latestStart, earliestLast: window.latestLast,
        latestLast: window.latestLast)
    }
    var groups: [[Int]: Int] = [:]
    if hasAlternatives {
      for (contact, statement, _) in whole { groups[[contact.window, statement], default: 0] += 1 }
    }
    var layer = certain
    if hasAlternatives {
      layer.contacts = zip(certain.contacts, certain.statements).map { contact, statement in
        guard groups[[contact.window, statement]] ?? 0 > 1 else { return contact }
        var contact = contact
        contact.gates = []
        return contact
      }
    }
    return ContactTimetable(layer, view.graph, .certain, windows: windows, clock: clock)
  }
}
