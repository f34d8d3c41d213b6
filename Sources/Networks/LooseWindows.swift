// A journey that crosses a window, leaves it, and comes back to it depends twice on the same unknown dates.
// Where the contacts of the window hang together, such a journey has a short cut that stays in the window,
// so the searches need not look for it:
// - all contacts share a node: the journey passes that node twice, and can wait there;
// - undirected contacts form one connected piece: the later end is reached through the window at once;
// - directed contacts lead from every source to every target: the first crossing can go to the later end.
// The other windows are loose, and the searches follow them at a higher price.

/// For each window, whether its dates are uncertain enough to matter and its contacts do not hang together.
func looseWindows(
  nodeCount: Int, windows: [Window], contacts: [Contact], byWindow: ContactsByWindow, direction: Direction
) -> [Bool] {
  var leader = (0..<Int32(nodeCount)).map { $0 }
  return windows.indices.map { window in
    guard windows[window].isUnsettled else { return false }
    let members = byWindow.order[byWindow.offsets[window]..<byWindow.offsets[window + 1]]
      .map { contacts[Int($0)] }.filter { $0.source != $0.target }
    if haveCommonNode(members) { return false }
    switch direction {
    case .undirected: return !areConnected(members, leader: &leader)
    case .directed: return !leadEverywhere(members)
    }
  }
}

private func haveCommonNode(_ contacts: [Contact]) -> Bool {
  guard let first = contacts.first else { return true }
  return contacts.allSatisfy { $0.source == first.source || $0.target == first.source }
    || contacts.allSatisfy { $0.source == first.target || $0.target == first.target }
}

/// Union–find over the contacts' ends. Expects every node to lead itself, and leaves it so.
private func areConnected(_ contacts: [Contact], leader: inout [Int32]) -> Bool {
  func find(_ node: NodeIndex) -> Int {
    var place = node.position
    while Int(leader[place]) != place {
      leader[place] = leader[Int(leader[place])]
      place = Int(leader[place])
    }
    return place
  }
  for contact in contacts {
    let (source, target) = (find(contact.source), find(contact.target))
    if source != target { leader[source] = Int32(target) }
  }
  let piece = find(contacts[0].source)
  let connected = contacts.allSatisfy { find($0.source) == piece }
  for contact in contacts {
    leader[contact.source.position] = contact.source.rawValue
    leader[contact.target.position] = contact.target.rawValue
  }
  return connected
}

private func leadEverywhere(_ contacts: [Contact]) -> Bool {
  let sources = Set(contacts.map(\.source))
  let targets = Set(contacts.map(\.target))
  var joined: [NodeIndex: Set<NodeIndex>] = [:]
  for contact in contacts { joined[contact.source, default: []].insert(contact.target) }
  return sources.allSatisfy { source in
    joined[source, default: []].count == targets.count - (targets.contains(source) ? 1 : 0)
  }
}
