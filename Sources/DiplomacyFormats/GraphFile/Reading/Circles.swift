/// The circles that a depth-first walk over links closes, each with the link that closes it; the first hundred of them.
/// - Complexity: O(*n* + *m*).
func circles(
  in links: [(from: String, to: String, place: Diagnostic.Place?)]
) -> [(path: [String], place: Diagnostic.Place?)] {
  var outgoing: [String: [Int]] = [:]
  for (index, link) in links.enumerated() { outgoing[link.from, default: []].append(index) }
  var found: [(path: [String], place: Diagnostic.Place?)] = []
  var isDone: Set<String> = []
  for start in links.map(\.from) where !isDone.contains(start) {
    var path = [start]
    var positions = [start: 0]
    var next = [0]
    while let node = path.last {
      let candidates = outgoing[node] ?? []
      guard next[path.count - 1] < candidates.count else {
        isDone.insert(node)
        positions[node] = nil
        path.removeLast()
        next.removeLast()
        continue
      }
      let link = links[candidates[next[path.count - 1]]]
      next[path.count - 1] += 1
      if let position = positions[link.to] {
        guard found.count < 100 else { continue }
        found.append((Array(path[position...]) + [link.to], link.place))
      } else if !isDone.contains(link.to) {
        positions[link.to] = path.count
        path.append(link.to)
        next.append(0)
      }
    }
  }
  return found
}
