import Chronology
import Diplomacy
import DiplomacyAnalysis
import Networks

/// What a diagram of ties shows: nodes, ties of two and hubs of a few, of one or several views of the same graph.
struct TiesContent {
  /// A box of the diagram.
  struct Node {
    enum Kind: Hashable {
      case actor(EntityKind), hub, territory, event, person
      /// The agreements of a pair, written on their line.
      case label
    }

    let kind: Kind
    /// The entity; nil for a label.
    let id: EntityID?
    /// The agreements that it names, by number; of a label or hub.
    var agreements: [Int] = []
  }

  /// A line of the diagram.
  struct Tie {
    enum Kind: Hashable {
      /// Between two parties, by way of a label.
      case pair(label: Int)
      /// From a hub to one who takes part in it.
      case spoke(agreement: Int, Participation.Member)
      /// Another statement, from its subject to its object.
      case link(StatementID)

      static func == (one: Kind, other: Kind) -> Bool {
        switch (one, other) {
        case (.pair(let one), .pair(let other)): one == other
        case (.spoke(let one, let member), .spoke(let other, let another)):
          one == other && member.actor == another.actor
        case (.link(let one), .link(let other)): one == other
        default: false
        }
      }

      func hash(into hasher: inout Hasher) {
        switch self {
        case .pair(let label): hasher.combine(label)
        case .spoke(let agreement, let member):
          hasher.combine(agreement)
          hasher.combine(member.actor)
        case .link(let id): hasher.combine(id)
        }
      }
    }

    let from: Int
    let to: Int
    let kind: Kind
  }

  /// The agreements, each as the first view that has it sees it.
  let agreements: [Participation]
  /// The same as each view sees it; nil where a view has it not.
  let seen: [[Participation?]]
  private(set) var nodes: [Node] = []
  private(set) var ties: [Tie] = []
  /// Agreements of too many to be drawn.
  private(set) var large: [Participation] = []
  /// Actors that large agreements alone bind, who are not drawn.
  private(set) var unbound: [EntityID] = []
  let omitted: (actors: Int, agreements: Int)?

  /// From how many actors on only the most central are drawn when nothing is asked for.
  private static let mostActors = 60

  /// The most members that an agreement drawn as a hub has.
  static let mostOfHub = 7

  /// - Throws: What keeps the measure from being taken by which the most central are chosen.
  init(_ views: [GraphView], _ choice: PictureChoice) throws(MeasureError) {
    var chosen: [ChosenActors] = []
    for view in views { chosen.append(try ChosenActors(view, choice, limit: Self.mostActors)) }
    omitted = chosen.compactMap(\.omitted).first
    var order: [EntityID] = []
    var first: [EntityID: Participation] = [:]
    for participation in chosen.flatMap(\.participations) {
      let id = participation.agreement.id
      if let other = first[id] {
        let known = Set(other.members.map(\.actor))
        first[id] = other.with(other.members + participation.members.filter { !known.contains($0.actor) })
      } else {
        order.append(id)
        first[id] = participation
      }
    }
    let all = order.compactMap { first[$0] }.sorted {
      ($0.beginning, $0.agreement.id.rawValue) < ($1.beginning, $1.agreement.id.rawValue)
    }
    // How many take part in an agreement at all decides how it is drawn, not how many of them are.
    let sizes = Dictionary(
      all.map { ($0.agreement.id, Self.size(of: $0.agreement.id, views, choice)) }
    ) { first, _ in first }
    large = all.filter { sizes[$0.agreement.id, default: 0] > Self.mostOfHub }
    agreements = all.filter {
      $0.members.count > 1 && sizes[$0.agreement.id, default: 0] <= Self.mostOfHub
    }
    let places = agreements.map(\.agreement.id)
    seen = chosen.map { one in
      let byID = Dictionary(one.participations.map { ($0.agreement.id, $0) }) { first, _ in first }
      return places.map { byID[$0] }
    }
    compose(views, choice, sizes)
    let drawn = Set(nodes.compactMap(\.id))
    unbound = chosen[0].actors.map(\.id).filter { !drawn.contains($0) }
  }

  private static func size(of agreement: EntityID, _ views: [GraphView], _ choice: PictureChoice) -> Int {
    var members: Set<EntityID> = []
    for view in views {
      for (statement, answer) in view.statements(about: agreement)
      where answer != .no && statement.object == agreement && Role.participations.contains(statement.role) {
        guard let actor = view.graph[statement.subject], actor.kind != .person else { continue }
        members.insert(actor.id)
      }
    }
    return members.count
  }

  // MARK: Nodes and lines

  private mutating func compose(
    _ views: [GraphView], _ choice: PictureChoice, _ sizes: [EntityID: Int]
  ) {
    let graph = views[0].graph
    var number: [EntityID: Int] = [:]
    let linked = choice.show.isDisjoint(with: [.territories, .events]) ? [] : Self.linked(views, choice)
    func node(_ id: EntityID, _ kind: Node.Kind, _ nodes: inout [Node]) -> Int {
      if let number = number[id] { return number }
      number[id] = nodes.count
      nodes.append(Node(kind: kind, id: id))
      return nodes.count - 1
    }
    func actor(_ id: EntityID, _ nodes: inout [Node]) -> Int {
      let kind = graph[id]?.kind ?? .state
      return node(id, kind == .person ? .person : .actor(kind), &nodes)
    }
    let withLinks = Set(linked.flatMap { [$0.subject, $0.object] })
    var pairs: [[EntityID]: [Int]] = [:]
    var pairOrder: [[EntityID]] = []
    for (index, agreement) in agreements.enumerated() {
      let members = agreement.members
      if members.count == 2, sizes[agreement.agreement.id] == 2, !withLinks.contains(agreement.agreement.id) {
        let pair = members.map(\.actor).sorted { $0.rawValue < $1.rawValue }
        if pairs[pair] == nil { pairOrder.append(pair) }
        pairs[pair, default: []].append(index)
        continue
      }
      let hub = node(agreement.agreement.id, .hub, &nodes)
      nodes[hub].agreements = [index]
      for member in members {
        ties.append(Tie(from: hub, to: actor(member.actor, &nodes), kind: .spoke(agreement: index, member)))
      }
    }
    for pair in pairOrder {
      let ends = pair.map { actor($0, &nodes) }
      nodes.append(Node(kind: .label, id: nil, agreements: pairs[pair] ?? []))
      ties.append(Tie(from: ends[0], to: ends[1], kind: .pair(label: nodes.count - 1)))
    }
    for statement in linked {
      guard let from = end(statement.subject, graph, &number), let to = end(statement.object, graph, &number)
      else { continue }
      ties.append(Tie(from: from, to: to, kind: .link(statement.id)))
    }
    if choice.hasPersons { addOffices(views, &number) }
  }

  /// The node of a link's end; one is made for territories and events.
  private mutating func end(
    _ id: EntityID, _ graph: DiplomaticGraph, _ number: inout [EntityID: Int]
  ) -> Int? {
    if let known = number[id] { return known }
    guard let entity = graph[id], entity.category == .territory || entity.category == .event else {
      return nil
    }
    number[id] = nodes.count
    nodes.append(Node(kind: entity.category == .territory ? .territory : .event, id: id))
    return nodes.count - 1
  }

  /// The statements that join territories and events to what is drawn.
  private static func linked(_ views: [GraphView], _ choice: PictureChoice) -> [Statement] {
    var seen: Set<StatementID> = []
    return views.flatMap { view in
      view.statements.map(\.statement).filter { statement in
        guard let subject = view.graph[statement.subject]?.category,
          let object = view.graph[statement.object]?.category
        else { return false }
        let categories: Set<Category> = [subject, object]
        let wanted =
          choice.show.contains(.territories) && categories.contains(.territory)
          || choice.show.contains(.events) && categories.contains(.event)
        let unwanted =
          !choice.show.contains(.territories) && categories.contains(.territory)
          || !choice.show.contains(.events) && categories.contains(.event)
        return wanted && !unwanted && seen.insert(statement.id).inserted
          && (choice.roles.isEmpty || choice.roles.contains(statement.role))
      }
    }
  }

  /// Persons stand beside those for whom they hold an office in the view.
  private mutating func addOffices(_ views: [GraphView], _ number: inout [EntityID: Int]) {
    var seen: Set<StatementID> = []
    for view in views {
      for (statement, _) in view.statements
      where [.represents, .commands, .memberOf].contains(statement.role)
        && view.graph[statement.subject]?.kind == .person && seen.insert(statement.id).inserted
      {
        guard let to = number[statement.object] else { continue }
        let from = number[statement.subject] ?? nodes.count
        if from == nodes.count {
          number[statement.subject] = from
          nodes.append(Node(kind: .person, id: statement.subject))
        }
        ties.append(Tie(from: from, to: to, kind: .link(statement.id)))
      }
    }
  }
}
