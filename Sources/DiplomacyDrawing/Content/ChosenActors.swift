import Diplomacy
import DiplomacyAnalysis
import Networks

/// Which actors and agreements of a view a picture draws, and what it leaves out.
struct ChosenActors: Sendable {
  /// The agreements with those members that are drawn; agreements without any are left out.
  var participations: [Participation]
  /// The actors, in the order of the graph.
  let actors: [Entity]
  /// How many actors and agreements are left out because they are not among the most central; nil: none for that reason.
  let omitted: (actors: Int, agreements: Int)?

  /// Chooses.
  /// - Parameter limit: From how many actors on only the most central are drawn when nothing is asked for.
  /// - Throws: What keeps the measure from being taken.
  init(_ view: GraphView, _ choice: PictureChoice, limit: Int) throws(MeasureError) {
    let all = view.participations(choice)
    let present = Set(all.flatMap { $0.members.map(\.actor) })
    var chosen = present
    var agreements: Set<EntityID>?
    if !choice.among.isEmpty { chosen.formIntersection(choice.among) }
    if let ego = choice.ego {
      let near = Self.surroundings(of: ego, choice.steps, all)
      chosen.formIntersection(near.actors)
      agreements = near.agreements
    }
    var omitted: (Int, Int)?
    let wanted = choice.top ?? (choice.isNarrow || chosen.count <= limit ? nil : PictureChoice.usualTop)
    if let wanted, chosen.count > wanted {
      precondition(
        !choice.measure.isGroup,
        "Actors were to be chosen by '\(choice.measure.rawValue)', which numbers groups and is no score.")
      let before = chosen.count
      let central = try Centrality(of: IncidenceNetwork(view), [choice.measure]).rows
        .filter { chosen.contains($0.entity.id) && !($0.scores[0].isNaN) }
      chosen = Set(central.prefix(wanted).map(\.entity.id))
      omitted = (before - chosen.count, 0)
    }
    let isWhole = chosen == present && agreements == nil
    let least = chosen.count == 1 ? 1 : 2
    participations = all.compactMap { participation in
      if let agreements, !agreements.contains(participation.agreement.id) { return nil }
      let members = participation.members.filter { chosen.contains($0.actor) }
      guard isWhole ? !members.isEmpty : members.count >= min(least, participation.members.count),
        !members.isEmpty
      else { return nil }
      return participation.with(members)
    }
    if omitted != nil { omitted?.1 = all.count { !$0.members.isEmpty } - participations.count }
    self.omitted = omitted
    let drawn = Set(participations.flatMap { $0.members.map(\.actor) })
    actors = view.graph.entities.filter { drawn.contains($0.id) }
  }

  /// The actors and agreements within so many steps of an entity.
  private static func surroundings(
    of ego: EntityID, _ steps: Int, _ all: [Participation]
  ) -> (actors: Set<EntityID>, agreements: Set<EntityID>) {
    var actors: Set<EntityID> = [ego]
    var agreements: Set<EntityID> = []
    if let own = all.first(where: { $0.agreement.id == ego }) {
      actors = Set(own.members.map(\.actor))
      agreements = [ego]
    }
    for _ in 0..<(agreements.isEmpty ? steps : steps - 1) {
      let next = all.filter { $0.members.contains { actors.contains($0.actor) } }
      agreements.formUnion(next.map(\.agreement.id))
      actors.formUnion(next.flatMap { $0.members.map(\.actor) })
    }
    return (actors, agreements)
  }
}

extension Participation {
  /// The same with some of its members.
  func with(_ members: [Member]) -> Participation {
    Participation(
      agreement: agreement, holding: holding, assertion: assertion, isSecret: isSecret, date: date,
      spans: spans,
      members: members)
  }
}
