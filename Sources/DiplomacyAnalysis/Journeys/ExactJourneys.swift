import Chronology
import Diplomacy
import Networks

/// Follows all ways through contacts between different actors, agreements and events, where dates that are known by each other
/// make it hard to say which are possible or certain.
///
/// There can be very many; a search that does not end within its budget says so.
struct ExactJourneys {
  /// What was found for one actor.
  struct Found {
    let way: [JourneyProof.Crossing]
    let result: JourneyProof.Result
    let rank: [Int64]
  }

  private let network: ContactNetwork
  private let assumption: DateAssumption
  private let criterion: JourneyCriterion
  private(set) var proof: JourneyProof
  private let isBackwards: Bool
  /// The ways on from each entity: the contact, and where it leads.
  private var ways: [Int: [(number: Int, to: Int)]] = [:]
  private var extensions = 0
  private(set) var found: [Int: Found] = [:]

  /// So many times a way is made longer by one contact.
  private static let mostExtensions = 4_000

  init(
    _ network: ContactNetwork, _ assumption: DateAssumption, _ criterion: JourneyCriterion,
    _ proof: JourneyProof,
    isBackwards: Bool
  ) {
    (self.network, self.assumption, self.criterion, self.proof) = (network, assumption, criterion, proof)
    self.isBackwards = isBackwards
    let graph = network.view.graph
    for (number, one) in network.whole.enumerated() where assumption == .possible || one.isCertain {
      let leadsBack = !graph.statements[one.statement].leadsOneWay
      let (source, target) = (one.contact.source, one.contact.target)
      if !isBackwards || leadsBack { ways[source, default: []].append((number, target)) }
      if isBackwards || leadsBack { ways[target, default: []].append((number, source)) }
    }
  }

  /// Whether all ways were followed, and all that is known of dates could be.
  var isWhole: Bool { extensions <= Self.mostExtensions && !proof.isSpent && !proof.isVague }

  /// Finds the best ways from an actor to others, or from others to it.
  /// - Parameter targets: The others.
  mutating func search(from source: Int, to targets: Set<Int>) {
    var visited: Set<Int> = [source]
    var way: [JourneyProof.Crossing] = []
    follow(source, &way, &visited, targets, root: source)
  }

  private mutating func follow(
    _ place: Int, _ way: inout [JourneyProof.Crossing], _ visited: inout Set<Int>, _ targets: Set<Int>,
    root: Int
  ) {
    for (number, next) in ways[place] ?? [] where !visited.contains(next) {
      extensions += 1
      if extensions > Self.mostExtensions || proof.isSpent { return }
      if isBackwards {
        way.insert(JourneyProof.Crossing(number: number, to: place), at: 0)
      } else {
        way.append(JourneyProof.Crossing(number: number, to: next))
      }
      let result =
        assumption == .certain
        ? proof.certain(way) : proof.possible(way, criterion == .latest ? .departure : .arrival)
      // What is not allowed stays so however it goes on.
      if let result {
        if targets.contains(next) { note(next, way, result) }
        visited.insert(next)
        follow(next, &way, &visited, targets, root: root)
        visited.remove(next)
      }
      if isBackwards { way.removeFirst() } else { way.removeLast() }
    }
  }

  private mutating func note(_ target: Int, _ way: [JourneyProof.Crossing], _ result: JourneyProof.Result) {
    let entities = network.view.graph.entities
    let steps = Int64(way.count { entities[$0.to].category == .actor })
    let moment = criterion == .latest ? -max(result.departure, -.max) : result.arrival
    let rank = criterion == .fewest ? [steps, moment] : [moment, steps]
    let whole = rank + [Int64(way.count)] + way.map { Int64($0.number) }
    guard found[target].map({ whole.lexicographicallyPrecedes($0.rank) }) ?? true else { return }
    found[target] = Found(way: way, result: result, rank: whole)
  }
}

extension JourneyProof {
  /// A way as a journey in steps between actors.
  func journey(_ way: [Crossing], _ result: Result, from source: Int, _ options: JourneyOptions) -> Journey? {
    let graph = network.view.graph
    let isOfDays = if case .days = clock { true } else { false }
    let need = isOfDays && options.transit < 86_400 ? options.transit : 0
    let isLate = isOfDays && options.criterion == .latest
    func second(_ moment: Int64) -> Int64 {
      let second = clock.second(moment, isLast: isLate)
      return isOfDays ? max(min(second, options.before.seconds), options.after.seconds) : second
    }
    var steps: [Journey.Step] = []
    var from = graph.entities[source].id
    var through: EntityID?
    var behind: [Statement] = []
    for (place, crossing) in way.enumerated() {
      behind.append(graph.statements[network.whole[crossing.number].statement])
      let entity = graph.entities[crossing.to]
      guard entity.category == .actor else {
        through = entity.id
        continue
      }
      let isTie = through == nil
      var moment = second(place == way.count - 1 ? result.arrival : result.moments[place])
      if place < way.count - 1, isTie { moment = later(moment, by: rules.transit) }
      if !isLate { moment = later(moment, by: need) }
      steps.append(
        Journey.Step(
          from: from, through: through, to: entity.id, moment: Moment(seconds: moment), statements: behind,
          omittedBefore: 0))
      (from, through, behind) = (entity.id, nil, [])
    }
    return steps.isEmpty ? nil : Journey(steps: steps, departure: Moment(seconds: second(result.departure)))
  }
}
