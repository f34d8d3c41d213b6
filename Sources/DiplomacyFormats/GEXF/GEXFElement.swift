import Diplomacy

/// A node or an edge that is being read.
struct GEXFElement {
  let isNode: Bool
  /// Its place among nodes, or edges.
  let index: Int
  let place: Diagnostic.Place
  var attributes: [String: String] = [:]
  /// The values of each declared attribute with their times, in order of the file.
  var values: [(name: String, text: String, when: GEXFTimes.Interval)] = []
  /// What is drawn, by the names that are kept.
  var look: [(name: String, text: String)] = []
  var intervals: [GEXFTimes.Interval] = []
  var hasSpells = false
  var parents: [String] = []

  init(isNode: Bool, index: Int, _ place: Diagnostic.Place) {
    (self.isNode, self.index, self.place) = (isNode, index, place)
  }

  /// Takes the times that stand in attributes of the element itself.
  mutating func takeTimes(_ values: [String: String]) {
    let interval = Self.interval(values)
    if !interval.isEmpty { intervals = [interval] }
    for (name, isPoint) in [("timestamps", true), ("intervals", false)] {
      guard let text = values[name] else { continue }
      intervals += isPoint ? Self.points(text) : Self.intervals(text)
    }
  }

  /// `start` and `end`, which in version 1.2 may be `startopen` and `endopen`, or `timestamp`.
  static func interval(_ values: [String: String]) -> GEXFTimes.Interval {
    func known(_ name: String) -> String? {
      values[name].map { $0.trimmedOfSpaces }.flatMap { $0.isEmpty ? nil : $0 }
    }
    if let point = known("timestamp") { return GEXFTimes.Interval(start: point, end: point) }
    var interval = GEXFTimes.Interval(start: known("start"), end: known("end"))
    if interval.start == nil, let start = known("startopen") {
      (interval.start, interval.isStartOpen) = (start, true)
    }
    if interval.end == nil, let end = known("endopen") { (interval.end, interval.isEndOpen) = (end, true) }
    return interval
  }

  /// `<[2000.0, 2001.0]>`, with or without brackets.
  private static func points(_ text: String) -> [GEXFTimes.Interval] {
    text.split { "<>[](),; ".contains($0) }.map { GEXFTimes.Interval(start: String($0), end: String($0)) }
  }

  /// `<[2000.0, 2005.0]; [2006.0, 2007.0)>`.
  private static func intervals(_ text: String) -> [GEXFTimes.Interval] {
    text.split { "<>;".contains($0) }.compactMap { part in
      let words = part.drop { $0 == " " }
      let ends = words.split { "[](), ".contains($0) }.map(String.init)
      guard let start = ends.first else { return nil }
      let end = ends.count > 1 ? ends[1] : start
      // Gephi opens an interval at its start with `(` or `]`.
      return GEXFTimes.Interval(
        start: start, end: end, isStartOpen: ["(", "]"].contains(words.first ?? "["),
        isEndOpen: [")", "["].contains(words.last { $0 != " " } ?? "]"))
    }
  }
}

extension String {
  fileprivate var trimmedOfSpaces: String {
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
    return String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

extension GEXFReader {
  /// Takes an element inside of a node or an edge.
  mutating func take(_ name: String, _ values: [String: String], _ place: Diagnostic.Place, in last: Int) {
    switch name {
    case "attvalue": takeValue(values, place, in: last)
    case "spell", "slice":
      let interval = GEXFElement.interval(values)
      if !elements[last].hasSpells { elements[last].intervals = [] }
      elements[last].hasSpells = true
      if !interval.isEmpty { elements[last].intervals.append(interval) }
      if elements[last].intervals.count > InputLimits.ends {
        findings.error(place, InputLimits.tooMany("spells", in: "this element", limit: InputLimits.ends))
        elements[last].intervals = []
      }
    case "parent": if let parent = values["for"] { elements[last].parents.append(parent) }
    case "color", "position", "size", "thickness", "shape":
      if !GEXFElement.interval(values).isEmpty {
        tellOnce(place, "when something is drawn otherwise is left out; the last of its looks is kept.")
      }
      elements[last].takeLook(name, values)
    case "attvalues", "spells", "slices", "parents", "nodes", "edges": break
    default:
      tellOnce(
        place, "found the element '\(Node.shortened(name))', which GEXF does not have; it is left out.")
    }
  }

  private mutating func takeValue(_ values: [String: String], _ place: Diagnostic.Place, in last: Int) {
    guard let id = values["for"] ?? values["id"], let text = values["value"] else {
      findings.leftOut(place, "a value has no 'for' or no 'value'; expected both.")
      return
    }
    let isNode = elements[last].isNode
    let known = isNode ? declared.nodes : declared.edges
    // Gephi 0.7 writes weights without declaring them.
    let name = known[id]?.name ?? (!isNode && id == "weight" ? id : nil)
    guard let name else {
      findings.leftOut(
        place,
        "found a value of the attribute '\(Node.shortened(id))', which the file does not declare.\(didYouMean(id, among: known.keys.sorted()))"
      )
      return
    }
    elements[last].values.append((name, text, GEXFElement.interval(values)))
  }

  /// Puts what an element says into the network.
  mutating func finish(_ element: GEXFElement, isOurs: Bool) {
    var attributes = element.attributes
    var intervals = element.intervals
    let grouped = Dictionary(grouping: element.values.indices) { element.values[$0].name }
    for (name, places) in grouped.sorted(by: { $0.value[0] < $1.value[0] }) {
      let values = places.map { element.values[$0] }
      let kept = attributes[name] == nil || attributes[name] == values[0].text ? name : "\(name)_2"
      if values.count == 1, values[0].when.isEmpty {
        if !values[0].text.isEmpty { attributes[kept] = values[0].text }
        continue
      }
      for value in values { times.note(value.when) }
      // Weights that change are no number.
      let whole = name == "weight" && !element.isNode ? "weight_over_time" : kept
      changing.append((element.isNode, element.index, whole, values.map { ($0.text, $0.when) }))
    }
    if !element.parents.isEmpty {
      attributes["parents"] = element.parents.joined(separator: "; ")
      tellOnce(element.place, "nodes have parents; which, their attribute 'parents' keeps.")
    }
    if !element.isNode { noteRole(&attributes) }
    // In our own files the looks are the diagram's, and `when` says exactly what the spells say.
    if isOurs { intervals = [] } else { keepLook(of: element, in: &attributes) }
    if !intervals.isEmpty, attributes["when"] != nil {
      intervals = []
      tellOnce(element.place, "there are both times and an attribute 'when'; the attribute is read.")
    }
    for interval in intervals { times.note(interval) }
    if element.isNode {
      network.nodes[element.index].attributes = attributes
      if !intervals.isEmpty { timed.nodes.append((element.index, intervals)) }
    } else {
      network.edges[element.index].attributes = attributes
      if !intervals.isEmpty { timed.edges.append((element.index, intervals)) }
    }
  }

  /// The kind of an edge is its role, where no attribute says one.
  private func noteRole(_ attributes: inout [String: String]) {
    guard let kind = attributes["kind"] else { return }
    let role =
      attributes["role"] ?? attributes["relation"] ?? attributes["interaction"] ?? attributes["relationship"]
    if role == nil {
      attributes["kind"] = nil
      attributes["role"] = kind
    } else if role == kind {
      attributes["kind"] = nil
    }
  }

  private mutating func keepLook(of element: GEXFElement, in attributes: inout [String: String]) {
    for (name, text) in element.look {
      let kept = attributes[name] == nil ? name : "viz_\(name)"
      attributes[kept] = text
      guard !["color", "shape", "image"].contains(name) else { continue }
      if element.isNode { network.nodeKinds[kept] = .number } else { network.edgeKinds[kept] = .number }
    }
  }
}

extension GEXFElement {
  /// Takes how something is drawn.
  mutating func takeLook(_ name: String, _ values: [String: String]) {
    switch name {
    case "color":
      let parts = ["r", "g", "b"].map { values[$0].flatMap(Int.init) ?? -1 }
      if let hex = values["hex"] {
        add("color", hex.hasPrefix("#") ? hex : "#\(hex)")
      } else if parts.allSatisfy({ (0...255).contains($0) }) {
        add(
          "color", "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined())
      }
      if let alpha = values["a"], Double(alpha) != 1 { add("alpha", alpha) }
    case "position":
      add("x", values["x"])
      add("y", values["y"])
      if let z = values["z"], Double(z) != 0 { add("z", z) }
    case "shape":
      add("shape", values["value"] ?? values["shape"])
      add("image", values["uri"])
    default: add(name, values["value"])
    }
  }

  private mutating func add(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    look.removeAll { $0.name == name }
    look.append((name, text))
  }
}
