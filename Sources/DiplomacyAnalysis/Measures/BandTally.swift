import Diplomacy
import Networks

/// The scores of the nodes of a network, without what else is known of them.
struct NodeScores {
  /// The entities that are scored, by their positions in the graph.
  var positions: [Int32]
  /// One list a measure, of a score an entity; NaN where there is none.
  var columns: [[Double]]

  init(positions: [Int32], columns: [[Double]]) {
    self.positions = positions
    self.columns = columns
  }

  /// The scores of a network.
  init(of measured: MeasuredNetwork, _ measures: [Measure], _ options: Centrality.Options)
    throws(MeasureError)
  {
    let scorer = Scorer(measured, options)
    var columns: [[Double]] = []
    for measure in measures { columns.append(try scorer.scores(measure).values) }
    let entities = measured.view.graph.entities
    let kept = measured.positions.indices.filter { node in
      options.among.map { entities[measured.positions[node]].category == $0 } ?? true
    }
    positions = kept.map { Int32(measured.positions[$0]) }
    self.columns =
      kept.count == measured.positions.count ? columns : columns.map { column in kept.map { column[$0] } }
  }

  /// Those of the rows of a centrality.
  init(_ centrality: Centrality) {
    let graph = centrality.network.view.graph
    let rows = centrality.rows.compactMap { row in graph.position(of: row.entity.id).map { ($0, row.scores) }
    }
    positions = rows.map { Int32($0.0) }
    columns = centrality.measures.indices.map { measure in rows.map { $0.1[measure] } }
  }
}

/// What becomes of each row's scores from network to network.
struct BandTally: Sendable {
  let base: Centrality
  /// The scores of `base`.
  private let baseScores: [[Double]]
  /// The row of each entity, by its position; -1: none.
  private let rows: [Int32]
  /// For each row and measure, the scores so far.
  private(set) var values: [[[Double]]]
  private(set) var presence: [Int]
  /// For each measure, the rank correlations so far.
  private(set) var taus: [[Double]]
  /// For each measure, who leads by the scores themselves, and its position.
  let leaders: [EntityID?]
  private let leaderPositions: [Int32]
  private(set) var leads: [Int]
  /// The certain and the possible network without scores.
  private var plainGaps: [CentralityBands.Gap] = []
  /// How many drawn networks have none, and the first of them.
  private var drawnGap: (count: Int, first: Int, reason: MeasureError)?

  init(_ base: Centrality) {
    self.base = base
    let graph = base.network.view.graph
    var rows = [Int32](repeating: -1, count: graph.entities.count)
    for (number, row) in base.rows.enumerated() {
      if let position = graph.position(of: row.entity.id) { rows[position] = Int32(number) }
    }
    self.rows = rows
    baseScores = base.rows.map(\.scores)
    let none = [[Double]](repeating: [], count: base.measures.count)
    values = [[[Double]]](repeating: none, count: base.rows.count)
    presence = [Int](repeating: 0, count: base.rows.count)
    taus = none
    leaders = base.measures.indices.map { index in
      // Of equals the first by id, as in the order of the rows.
      base.rows.filter { !$0.scores[index].isNaN }.min {
        ($1.scores[index], $0.entity.id) < ($0.scores[index], $1.entity.id)
      }?.entity.id
    }
    leaderPositions = leaders.map { $0.flatMap { graph.position(of: $0) }.map { Int32($0) } ?? -1 }
    leads = [Int](repeating: 0, count: base.measures.count)
  }

  /// The networks without scores.
  var gaps: [CentralityBands.Gap] {
    plainGaps
      + (drawnGap.map { [CentralityBands.Gap(kind: .drawn, count: $0.count, reason: $0.reason)] } ?? [])
  }

  /// Adds the scores of the certain or the possible network to the bands.
  mutating func note(_ scores: Result<Centrality, MeasureError>, _ kind: CentralityBands.Gap.Kind) {
    switch scores {
    case .success(let centrality): note(NodeScores(centrality))
    case .failure(let reason): plainGaps.append(CentralityBands.Gap(kind: kind, count: 1, reason: reason))
    }
  }

  private mutating func note(_ scores: NodeScores) {
    for (node, position) in scores.positions.enumerated() {
      let row = Int(rows[Int(position)])
      guard row >= 0 else { continue }
      for (index, column) in scores.columns.enumerated() where !column[node].isNaN {
        values[row][index].append(column[node])
      }
    }
  }

  mutating func noteDrawn(_ scores: Result<Centrality, MeasureError>, _ sample: Int) {
    noteDrawn(scores.map { NodeScores($0) }, sample)
  }

  /// Adds the scores of a drawn network to the bands and to what tells how stable the order is.
  mutating func noteDrawn(_ result: Result<NodeScores, MeasureError>, _ sample: Int) {
    let scores: NodeScores
    switch result {
    case .success(let found): scores = found
    case .failure(let reason): return addGap(1, sample, reason)
    }
    note(scores)
    for position in scores.positions where rows[Int(position)] >= 0 {
      presence[Int(rows[Int(position)])] += 1
    }
    for (index, column) in scores.columns.enumerated() {
      var pairs: [(Double, Double)] = []
      pairs.reserveCapacity(column.count)
      var highest = -Double.infinity
      var leader = -Double.infinity
      for (node, score) in column.enumerated() where !score.isNaN {
        highest = max(highest, score)
        let position = scores.positions[node]
        if position == leaderPositions[index] { leader = score }
        let row = Int(rows[Int(position)])
        guard row >= 0 else { continue }
        let plain = baseScores[row][index]
        if !plain.isNaN { pairs.append((plain, score)) }
      }
      if leader == highest, leader.isFinite { leads[index] += 1 }
      if let tau = rankCorrelation(pairs) { taus[index].append(tau) }
    }
  }

  /// Kendall's tau-b; of equal scores it is 1 where they have an order.
  private func rankCorrelation(_ pairs: [(Double, Double)]) -> Double? {
    guard pairs.count > 1, pairs.allSatisfy({ $0.0 == $0.1 }) else { return kendallTau(pairs) }
    return pairs.contains { $0.0 != pairs[0].0 } ? 1 : nil
  }

  private mutating func addGap(_ count: Int, _ sample: Int, _ reason: MeasureError) {
    guard let gap = drawnGap else {
      drawnGap = (count, sample, reason)
      return
    }
    drawnGap = (
      gap.count + count, min(gap.first, sample), sample < gap.first ? reason : gap.reason
    )
  }

  /// An empty tally of the same scores, to be added later.
  var emptied: BandTally {
    var tally = self
    for row in tally.values.indices {
      for index in tally.values[row].indices { tally.values[row][index] = [] }
      tally.presence[row] = 0
    }
    for index in tally.taus.indices { (tally.taus[index], tally.leads[index]) = ([], 0) }
    (tally.plainGaps, tally.drawnGap) = ([], nil)
    return tally
  }

  /// Adds what another tally of the same scores noted; in whichever order tallies are added, the bands are the same.
  mutating func add(_ other: BandTally) {
    for row in values.indices {
      for index in values[row].indices { values[row][index] += other.values[row][index] }
      presence[row] += other.presence[row]
    }
    for index in taus.indices {
      taus[index] += other.taus[index]
      leads[index] += other.leads[index]
    }
    plainGaps += other.plainGaps
    if let gap = other.drawnGap { addGap(gap.count, gap.first, gap.reason) }
  }
}
