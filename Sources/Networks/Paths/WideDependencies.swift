/// A number from 0 on that no exponent is too large for: how many shortest paths there are, where a `Double` holds no more.
struct WideNumber: BitwiseCopyable {
  /// 0, or from 1 to below 2.
  private var significand: Double
  private var exponent: Int

  static let zero = WideNumber(0)

  init(_ number: Double) {
    (significand, exponent) = number == 0 ? (0, 0) : (number.significand, Int(number.exponent))
  }

  static func += (sum: inout WideNumber, other: WideNumber) {
    if other.significand == 0 { return }
    if sum.significand == 0 || other.exponent - sum.exponent > 64 {
      sum = other
      return
    }
    if sum.exponent - other.exponent > 64 { return }
    let added = sum.significand + other.significand.timesTwoTo(other.exponent - sum.exponent)
    sum.exponent += Int(added.exponent)
    sum.significand = added.significand
  }

  /// The number as a share of another, which is not 0 and not smaller.
  func share(of whole: WideNumber) -> Double {
    significand == 0 ? 0 : (significand / whole.significand).timesTwoTo(max(exponent - whole.exponent, -2000))
  }
}

extension Network {
  /// As ``lengthDependencies(length:counts:threads:)``, for any number of shortest paths: slower, and only needed where a number of
  /// paths is more than 10^308.
  /// - Parameter rows: Without self-loops, parallel arcs once; with lengths, or all 1 long.
  func wideDependencies(
    along rows: Adjacency, _ ties: PathTies = .exact, counts: [Double], threads: ThreadCount
  ) -> Dependencies {
    let sources = (0..<nodeCount).filter { counts[$0] == 1 }
    let lengths = rows.weights ?? [Double](repeating: 1, count: rows.targets.count)
    let (nodeCount, arcCount) = (nodeCount, rows.targets.count)
    let batch = max(1, (sources.count + 127) / 128)
    let sums = sumInOrder(
      count: (sources.count + batch - 1) / batch, length: nodeCount + arcCount, of: Double.self,
      threads: threads
    ) {
      WideSearch(nodeCount: nodeCount, ties: ties)
    } work: { task, search, sums in
      for source in sources[batch * task..<min(batch * task + batch, sources.count)] {
        search.add(from: source, rows, lengths, counts, to: &sums)
      }
    }
    return Dependencies(
      rows: rows, ofNodes: Array(sums[..<nodeCount]), ofArcs: Array(sums[nodeCount...]))
  }
}

/// Room for one search after the other that counts paths in wide numbers.
private struct WideSearch: ~Copyable {
  private var search: DijkstraSearch
  private var paths: [WideNumber]
  private var dependencies: [Double]

  init(nodeCount: Int, ties: PathTies) {
    search = DijkstraSearch(nodeCount: nodeCount, ties: ties)
    paths = [WideNumber](repeating: .zero, count: nodeCount)
    dependencies = [Double](repeating: 0, count: nodeCount)
  }

  /// Adds the dependencies of one source: those on nodes, and behind them those on arcs.
  mutating func add(
    from source: Int, _ rows: Adjacency, _ lengths: [Double], _ counts: [Double], to sums: inout [Double]
  ) {
    search.run(from: source, along: rows, lengths: lengths.span)
    for place in 0..<search.reached {
      let node = Int(search.order[place])
      paths[node] = place == 0 ? WideNumber(1) : .zero
      dependencies[node] = 0
    }
    for place in 0..<search.reached {
      let node = Int(search.order[place])
      for slot in rows.offsets[node]..<rows.offsets[node + 1] {
        if let target = successor(of: node, at: place, along: slot, rows, lengths) {
          paths[target] += paths[node]
        }
      }
    }
    for place in (0..<search.reached).reversed() {
      let node = Int(search.order[place])
      for slot in rows.offsets[node]..<rows.offsets[node + 1] {
        guard let target = successor(of: node, at: place, along: slot, rows, lengths) else { continue }
        let dependency = paths[node].share(of: paths[target]) * (counts[target] + dependencies[target])
        dependencies[node] += dependency
        sums[counts.count + slot] += dependency
      }
      if place > 0 { sums[node] += dependencies[node] }
    }
    search.forget()
  }

  /// The node that an arc leads to, if shortest paths take the arc.
  private func successor(
    of node: Int, at place: Int, along slot: Int, _ rows: Adjacency, _ lengths: [Double]
  ) -> Int? {
    let target = rows.targets[slot].position
    guard Int(search.rank[target]) > place,
      search.ties.isShortest(from: search.distance[node], along: lengths[slot], to: search.distance[target])
    else { return nil }
    return target
  }
}
