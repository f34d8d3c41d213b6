import Chronology
public import Diplomacy
public import Networks

/// What a measure hangs on: how far the scores move when an entity, a source or a statement is left out.
public struct Robustness: Sendable {
  /// What can be left out.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    case actors, agreements, sources, statements
  }

  /// What leaving something out does.
  public struct Row: Sendable {
    /// What is left out.
    public let id: String
    /// What it is.
    public let part: Part
    /// How the scores move, or why the measure gives none without it.
    public let effect: Result<Effect, MeasureError>
  }

  /// How scores move.
  public struct Effect: Sendable {
    /// The sum of all changes of score, of those that stay and have a score before and after; of groups, whose numbers are no
    /// scores, 1 less the adjusted Rand index.
    public let change: Double
    /// How the groups change; nil where scores are measured. The groups have no `most`, `tau` and `leader`.
    public let partition: PartitionChange?
    /// Whose score changes most, and by how much; nil when none does.
    public let most: (entity: EntityID, change: Double)?
    /// Kendall's rank correlation (tau-b) between the scores with and without it, of those that stay; nil when either has
    /// no order.
    public let tau: Double?
    /// Who leads without it, the first by id where several do.
    public let leader: EntityID?
  }

  /// The measure.
  public let measure: Measure
  /// The whole.
  public let centrality: Centrality
  /// The rows, first those without which the measure gives no scores, then from the largest change to the smallest, of groups from
  /// the least agreement to the most; equal ones in the order of the graph.
  public let rows: [Row]

  /// What cannot be left out, because the measure then gives no scores, and why.
  public var gaps: [(id: String, reason: MeasureError)] {
    rows.compactMap { row in
      guard case .failure(let reason) = row.effect else { return nil }
      return (row.id, reason)
    }
  }

  /// Leaves out one thing after another.
  /// - Parameters:
  ///   - progress: Called before each with how many are done, and of how many.
  /// - Throws: Where the measure gives no scores of the whole.
  /// - Complexity: That of the measure, once for each thing that can be left out.
  public init(
    of view: GraphView, _ measure: Measure, leavingOut parts: Set<Part>, dates: DateAssumption,
    progress: (Int, Int) -> Void = { _, _ in }
  ) throws(MeasureError) {
    self.measure = measure
    let whole = try Centrality(of: IncidenceNetwork(view, dates: dates), [measure])
    centrality = whole
    let scores = Dictionary(uniqueKeysWithValues: whole.rows.map { ($0.entity.id, $0.scores[0]) })
    let candidates = Self.candidates(parts, view)
    rows = candidates.enumerated().map { index, candidate in
      progress(index, candidates.count)
      var options = view.options
      switch candidate.part {
      case .actors, .agreements: options.withoutEntities.insert(EntityID(candidate.id))
      case .sources: options.withoutSources.insert(SourceID(candidate.id))
      case .statements: options.withoutStatements.insert(StatementID(candidate.id))
      }
      let rest = IncidenceNetwork(GraphView(view.graph, options), dates: dates)
      return Row(
        id: candidate.id, part: candidate.part,
        effect: Result { () throws(MeasureError) in
          let rest = try Centrality(of: rest, [measure])
          return measure.isGroup ? Self.effect(onGroups: scores, rest) : Self.effect(on: scores, rest)
        })
    }.enumerated().sorted { one, other in
      // What leaves no scores at all changes more than anything else.
      let (mine, theirs) = (
        (try? one.element.effect.get().change) ?? .infinity,
        (try? other.element.effect.get().change) ?? .infinity
      )
      return (theirs, one.offset) < (mine, other.offset)
    }.map(\.element)
  }

  /// What can be left out of the network that is measured, in the order of the graph.
  private static func candidates(_ parts: Set<Part>, _ view: GraphView) -> [(id: String, part: Part)] {
    let graph = view.graph
    var found: [(id: String, part: Part)] = []
    for (entity, answer) in zip(graph.entities, view.entityAnswers)
    where answer != .no && view.counts(entity.attestation) {
      if entity.category == .actor, parts.contains(.actors) { found.append((entity.id.rawValue, .actors)) }
      if entity.category == .agreement, parts.contains(.agreements) {
        found.append((entity.id.rawValue, .agreements))
      }
    }
    if parts.contains(.sources) { found += graph.sources.map { ($0.id.rawValue, .sources) } }
    if parts.contains(.statements) {
      let roles = Set(Role.participations)
      for (statement, answer) in zip(graph.statements, view.statementAnswers)
      where answer != .no && roles.contains(statement.role) && view.counts(statement.attestation) {
        found.append((statement.id.rawValue, .statements))
      }
    }
    return found
  }

  private static func effect(onGroups groups: [EntityID: Double], _ rest: Centrality) -> Effect {
    let change = PartitionChange(
      rest.rows.compactMap { row in groups[row.entity.id].map { (Int($0), Int(row.scores[0])) } })
    return Effect(
      change: 1 - change.adjustedRand, partition: change, most: nil, tau: nil, leader: nil)
  }

  private static func effect(on scores: [EntityID: Double], _ rest: Centrality) -> Effect {
    var change = 0.0
    var most: (entity: EntityID, change: Double)?
    var pairs: [(Double, Double)] = []
    // In the order of ids, so that sums are the same on every run.
    for row in rest.rows.sorted(by: { $0.entity.id < $1.entity.id }) {
      guard let before = scores[row.entity.id], !before.isNaN, !row.scores[0].isNaN else { continue }
      let difference = row.scores[0] - before
      change += abs(difference)
      if abs(difference) > abs(most?.change ?? 0) { most = (row.entity.id, difference) }
      pairs.append((before, row.scores[0]))
    }
    return Effect(
      change: change, partition: nil, most: most, tau: kendallTau(pairs),
      leader: rest.rows.first.flatMap { $0.scores[0].isNaN ? nil : $0.entity.id })
  }
}

/// Kendall's rank correlation tau-b, which allows for ties; nil when one side is all ties or there are fewer than two pairs.
/// - Complexity: O(*n* log *n*).
/// - SeeAlso: W. R. Knight, J. Am. Stat. Assoc. 61(314), 1966, doi:10.1080/01621459.1966.10480879.
func kendallTau(_ pairs: [(Double, Double)]) -> Double? {
  let count = pairs.count
  guard count > 1 else { return nil }
  func tiedPairs(_ isTied: (Int) -> Bool) -> Int {
    var total = 0
    var run = 1
    for index in 1..<count {
      run = isTied(index) ? run + 1 : 1
      total += run - 1
    }
    return total
  }
  let sorted = pairs.sorted { $0 < $1 }
  let all = count * (count - 1) / 2
  let tiesInFirst = tiedPairs { sorted[$0].0 == sorted[$0 - 1].0 }
  let tiesInBoth = tiedPairs { sorted[$0] == sorted[$0 - 1] }
  var seconds = sorted.map(\.1)
  let discordant = sortCountingSwaps(&seconds)
  let tiesInSecond = tiedPairs { seconds[$0] == seconds[$0 - 1] }
  let denominator = (Double(all - tiesInFirst) * Double(all - tiesInSecond)).squareRoot()
  guard denominator > 0 else { return nil }
  return Double(all - tiesInFirst - tiesInSecond + tiesInBoth - 2 * discordant) / denominator
}

/// Sorts by merging from below, and counts the pairs that stood in the wrong order.
private func sortCountingSwaps(_ values: inout [Double]) -> Int {
  var swaps = 0
  var width = 1
  var merged = values
  while width < values.count {
    var start = 0
    while start < values.count {
      let middle = min(start + width, values.count)
      let end = min(start + 2 * width, values.count)
      var (left, right, place) = (start, middle, start)
      while left < middle || right < end {
        if right >= end || left < middle && values[left] <= values[right] {
          merged[place] = values[left]
          left += 1
        } else {
          merged[place] = values[right]
          swaps += middle - left
          right += 1
        }
        place += 1
      }
      start = end
    }
    swap(&values, &merged)
    width *= 2
  }
  return swaps
}
