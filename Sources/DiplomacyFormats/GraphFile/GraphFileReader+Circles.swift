import Diplomacy
import Networks

/// What leads from one thing to another, and may lead round or too far.
extension GraphFileReader {
  /// Reports circles of membership, of succession and of readings, each once.
  mutating func checkCircles() {
    for role: Role in ["member-of", "part-of", "successor-of"] {
      let links = statements.filter { $0.statement.role == role }.map {
        (from: $0.statement.subject.rawValue, to: $0.statement.object.rawValue, place: $0.place)
      }
      for circle in circles(in: links) { tell(circle, "'\(role)'") }
    }
    let extensions = readings.compactMap { entry in
      entry.reading.extends.map { (from: entry.reading.id.rawValue, to: $0.rawValue, place: entry.place) }
    }
    for circle in circles(in: extensions) { tell(circle, "'extends'") }
  }

  /// So many names of a circle are told.
  private static let mostNames = 20

  private mutating func tell(_ circle: (path: [String], place: Diagnostic.Place?), _ what: String) {
    let path = circle.path
    let left = path.count - Self.mostNames
    let names =
      left > 1
      ? path.prefix(Self.mostNames - 2) + ["(\(left + 1) more)"] + path.suffix(1) : path[...]
    findings.error(circle.place, "\(what) makes a circle: \(names.joined(separator: " → ")).")
  }

  /// Reports readings beyond the number that can be looked at.
  mutating func checkReadings() {
    guard readings.count > InputLimits.readings else { return }
    findings.error(
      readings[InputLimits.readings].place,
      InputLimits.tooMany("readings", in: "the graph", limit: InputLimits.readings))
  }

  /// Reports agreements that end with another, and that with another, over more of them than can be followed.
  mutating func checkEndings() {
    var edges: [(NodeIndex, NodeIndex)] = []
    let positions = Dictionary(zip(entities.map(\.id), 0...)) { first, _ in first }
    for (position, entity) in entities.enumerated() {
      for terms in entity.life?.terms ?? [] {
        if let other = terms.endsWith.flatMap({ positions[$0] }) {
          edges.append((NodeIndex(position), NodeIndex(other)))
        }
      }
    }
    guard edges.count >= InputLimits.endingsInARow,
      let start = Self.startOfLongWay(Network(nodeCount: entities.count, edges: edges, direction: .directed), edges)
    else { return }
    let id = entities[start].id.rawValue
    findings.error(
      declared[id]?.place,
      "'ends-with' leads from '\(id)' over more than \(InputLimits.endingsInARow) agreements; expected a shorter way. "
        + "Let it end with the agreement that ends them all.")
  }

  /// The first node from which a way leads over more agreements than can be followed, those of a circle counting once.
  private static func startOfLongWay(_ network: Network, _ edges: [(NodeIndex, NodeIndex)]) -> Int? {
    // The agreements on the longest way from each component: in the order in which all that follow are known.
    let components = network.strongComponents()
    let sizes = components.sizes
    var lengths = sizes
    var before = [[Int]](repeating: [], count: components.count)
    var unknown = [Int](repeating: 0, count: components.count)
    for (from, to) in edges {
      let (one, other) = (components.componentOfNode[from.position], components.componentOfNode[to.position])
      guard one != other else { continue }
      before[other].append(one)
      unknown[one] += 1
    }
    var known = unknown.indices.filter { unknown[$0] == 0 }
    while let component = known.popLast() {
      for other in before[component] {
        lengths[other] = max(lengths[other], sizes[other] + lengths[component])
        unknown[other] -= 1
        if unknown[other] == 0 { known.append(other) }
      }
    }
    // The first agreement of a way counts, and so a way of 100 leads over as many.
    return components.componentOfNode.firstIndex { lengths[$0] > InputLimits.endingsInARow }
  }
}
