public import Diplomacy

/// Writes a view in the data language (DL) of UCINET, as a list of edges: the ids of all entities as labels, and who is joined
/// to whom, with the sum of the weights.
///
/// - Parameter view: What is written: all that is there possibly.
/// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
public func dl(_ view: GraphView) -> Export {
  let network = ExportedNetwork(view)
  var changed = 0
  // Labels have no way to write a quotation mark or a line end.
  func label(_ name: String) -> String {
    let isPlain = !name.unicodeScalars.contains { $0 == "\"" || $0.value < 0x20 }
    if isPlain, !name.isEmpty { return name }
    changed += 1
    return name.isEmpty
      ? "_"
      : String(
        String.UnicodeScalarView(name.unicodeScalars.map { $0 == "\"" ? "'" : $0.value < 0x20 ? " " : $0 }))
  }
  let ids = view.entities.map(\.entity.id.rawValue)
  let names = PlainNames(ids, label)
  var numbers: [EntityID: Int] = [:]
  for (index, entity) in view.entities.enumerated() { numbers[entity.entity.id] = index + 1 }
  var text = "DL n=\(ids.count)\nformat = edgelist1\nlabels:\n"
  for id in ids {
    let name = names[id]
    let isBare = name.utf8.allSatisfy { $0 > 0x20 && $0 != 0x2C && $0 != 0x3D && $0 != 0x3A }
    text += isBare ? "\(name)\n" : "\"\(name)\"\n"
  }
  text += "data:\n"
  var order: [SIMD2<Int>] = []
  var sums: [SIMD2<Int>: Double] = [:]
  var (repeated, mutual) = (0, 0)
  func add(_ source: Int, _ target: Int, _ weight: Double) -> Bool {
    let key = SIMD2(source, target)
    if let sum = sums[key] {
      sums[key] = sum + weight
      return false
    }
    sums[key] = weight
    order.append(key)
    return true
  }
  for edge in network.edges {
    guard let source = numbers[edge.statement.subject], let target = numbers[edge.statement.object] else {
      continue
    }
    let weight = edge.statement.weight ?? 1
    let isNew = add(source, target, weight)
    if !isNew { repeated += 1 }
    if !edge.isDirected, source != target {
      _ = add(target, source, weight)
      mutual += 1
    }
  }
  for key in order {
    let sum = sums[key] ?? 1
    text +=
      "\(key.x) \(key.y) \(sum == sum.rounded() && abs(sum) < 1e15 ? String(Int(sum)) : GMLBuilder.real(sum))\n"
  }
  var losses = network.unheldAttributes(nodes: [], edges: ["weight"])
  losses.add(repeated, "statement that joins the same two again", instead: "its weight added to the first's")
  losses.add(mutual, "edge that leads both ways", instead: "written once each way")
  losses.add(changed, "id with a quotation mark or a line end", instead: "written without")
  return Export(bytes: Array(text.utf8), losses: losses)
}
