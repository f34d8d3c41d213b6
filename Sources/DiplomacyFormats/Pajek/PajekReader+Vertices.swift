import Diplomacy

/// The vertices of a network of Pajek's.
struct PajekVertices {
  struct Vertex {
    var label = ""
    var attributes: [String: String] = [:]
    let place: Diagnostic.Place?
  }

  /// Whether `*Vertices` has come.
  private(set) var isBegun = false
  /// How many there are by the heading.
  private(set) var count = 0
  /// How many of them are of the first mode; nil: there is only one.
  private(set) var firstMode: Int?
  private(set) var vertices: [Vertex] = []
  /// For each number, from 1 on, the place of its vertex among those that have a line; -1 for none.
  private var places: [Int32] = []
  /// What each number is called; empty until it is.
  private(set) var names: [String] = []
  private var distinct = DistinctNames()
  private(set) var renamed = Tally()
  private(set) var isNamed = false
  /// Whether these are the vertices of the first network.
  var isSame = false

  mutating func begin(_ count: Int, firstMode: Int?) {
    isBegun = true
    (self.count, self.firstMode) = (count, firstMode)
    places = [Int32](repeating: -1, count: count + 1)
  }

  /// How many rows, and columns, a matrix of them has.
  var rows: Int { firstMode ?? count }
  var columns: Int { firstMode.map { count - $0 } ?? count }

  func has(_ number: Int) -> Bool { places[number] >= 0 }

  mutating func add(_ vertex: Vertex, _ number: Int) {
    places[number] = Int32(vertices.count)
    vertices.append(vertex)
  }

  /// Changes a vertex, which gets a line if it has none.
  mutating func change(_ number: Int, _ change: (inout Vertex) -> Void) {
    if !has(number) { add(Vertex(place: nil), number) }
    change(&vertices[Int(places[number])])
  }

  func vertex(_ number: Int) -> Vertex? { has(number) ? vertices[Int(places[number])] : nil }

  /// Gives all that have a line their names: their labels, with a number where one stands twice.
  mutating func name() {
    guard !isNamed else { return }
    isNamed = true
    names = [String](repeating: "", count: count + 1)
    for number in 1..<max(count + 1, 1) {
      guard let vertex = vertex(number) else { continue }
      setName(number, vertex.label, vertex.place)
    }
  }

  private mutating func setName(_ number: Int, _ label: String, _ place: Diagnostic.Place?) {
    let name = distinct.distinct(label.isEmpty ? String(number) : label)
    if name != label, !label.isEmpty { renamed.add(place) }
    names[number] = name
  }

  /// The name of a vertex, given now where it has none.
  mutating func name(of number: Int) -> String {
    if names[number].isEmpty { setName(number, vertex(number)?.label ?? "", nil) }
    return names[number]
  }

  /// Whether they have the labels of others.
  func isLike(_ others: PajekVertices) -> Bool {
    count == others.count && firstMode == others.firstMode
      && (1..<max(count + 1, 1)).allSatisfy {
        ExactText(vertex($0)?.label ?? "") == ExactText(others.vertex($0)?.label ?? "")
      }
  }
}

extension PajekReader {
  /// `*Vertices 26`, of a network of two modes `*Vertices 26 8`, or at the head of a partition.
  mutating func beginVertices(_ rest: Range<Int>) {
    words.split(text.bytes, rest)
    let numbers = words.words.map { text.bytes.integer($0.range) }
    guard let first = numbers.first, let count = first, count >= 0 else {
      section = .skipped
      fault(
        text.place,
        "found '\(Node.shortened(text.text(rest)))' behind '*Vertices'; expected how many there are.")
      return
    }
    if values != nil {
      beginValues(count)
      return
    }
    guard count <= InputLimits.networkElements else {
      tellTooMany("vertices")
      return
    }
    var firstMode: Int?
    if numbers.count > 1 {
      firstMode = numbers[1].flatMap { (0...count).contains($0) ? $0 : nil }
      if firstMode == nil {
        warn(
          text.place(of: words.words[1].range.lowerBound),
          "found '\(Node.shortened(text.text(words.words[1].range)))' for how many vertices are of the first mode; expected a "
            + "number up to \(count). It is read as a network of one mode.")
      }
    }
    section = .vertices
    if vertices.isBegun {
      if nextTitle == nil { nextTitle = "" }
      endVertices()
      var next = PajekVertices()
      next.begin(count, firstMode: firstMode)
      others = next
      section = .vertices
    } else {
      vertices.begin(count, firstMode: firstMode)
    }
  }

  /// `1 "label" 0.1 0.2 0.5 box ic Red [1-5]`.
  mutating func readVertex() {
    guard let number = vertexNumber(0, of: others ?? vertices) else { return }
    guard !(others ?? vertices).has(number) else {
      leftOut(text.place, "found the vertex \(number) for the second time.")
      return
    }
    let vertex = vertex(from: 1)
    if others != nil { others?.add(vertex, number) } else { vertices.add(vertex, number) }
  }

  /// The label and what follows it on a line.
  mutating func vertex(from index: Int) -> PajekVertices.Vertex {
    var vertex = PajekVertices.Vertex(place: text.place)
    guard index < words.words.count else { return vertex }
    var index = index
    if words.words[index].kind != .time {
      vertex.label = PajekText.decoded(text.text(words.words[index].range))
      index += 1
    }
    if Accents.areTooMany(in: vertex.label) { fault(text.place, Accents.message) }
    for name in ["x", "y", "z"] {
      guard index < words.words.count, words.words[index].kind == .bare,
        text.bytes.number(words.words[index].range) != nil
      else { break }
      vertex.attributes[name] = text.text(words.words[index].range)
      network.nodeKinds[name] = .number
      index += 1
    }
    if index < words.words.count, words.words[index].kind == .bare {
      let plain = words.words[index...].count { $0.kind != .time }
      let word = text.text(words.words[index].range)
      if plain % 2 == 1 || Self.shapes.contains(word.lowercased()) {
        vertex.attributes["shape"] = word
        index += 1
      }
    }
    readParameters(from: index, of: "a vertex", &vertex.attributes) { reader, intervals in
      [("when", reader.dates(intervals))]
    }
    return vertex
  }

  private static let shapes: Set<String> = [
    "ellipse", "box", "diamond", "triangle", "cross", "empty", "house", "man", "woman", "circle",
  ]

  /// `ic Red bc Blue [1-5]`: parameters with their values, and a time.
  mutating func readParameters(
    from start: Int, of what: String, _ attributes: inout [String: String],
    _ dated: (inout PajekReader, [PajekTime.Interval]) -> [(String, String)]
  ) {
    var name: PajekWords.Word?
    for word in words.words.dropFirst(start) {
      if word.kind == .time {
        guard let intervals = PajekTime.intervals(text.bytes, word.range) else {
          leftOut(
            text.place(of: word.range.lowerBound),
            "found the time '\(Node.shortened(text.text(word.range)))'; expected one such as [1-5,7,10-*].")
          continue
        }
        for (key, value) in dated(&self, intervals) { attributes[key] = value }
      } else if let key = name {
        let key = text.text(key.range)
        let value = PajekText.decoded(text.text(word.range))
        if Accents.areTooMany(in: value) { fault(text.place, Accents.message) }
        attributes[key == "l" && what != "a vertex" ? "label" : key] = value
        name = nil
      } else {
        name = word
      }
    }
    if let name {
      leftOut(
        text.place(of: name.range.lowerBound),
        "found '\(Node.shortened(text.text(name.range)))' at the end of \(what), without a value.")
    }
  }

  /// Intervals as dates.
  mutating func dates(_ intervals: [PajekTime.Interval]) -> String {
    for interval in intervals {
      tallies.firstTime = min(tallies.firstTime ?? interval.start, interval.start)
      let last = interval.end ?? interval.start
      tallies.lastTime = max(tallies.lastTime ?? last, last)
    }
    return PajekTime.dates(intervals)
  }

  /// The number of a vertex in a word of the line.
  mutating func vertexNumber(_ index: Int, of vertices: PajekVertices? = nil) -> Int? {
    let count = vertices?.count ?? self.vertices.count
    guard index < words.words.count else {
      leftOut(text.place, "found too few numbers on this line; expected the numbers of its vertices.")
      return nil
    }
    let word = words.words[index]
    if let number = text.bytes.integer(word.range), number >= 1, number <= count { return number }
    leftOut(
      text.place(of: word.range.lowerBound),
      "found '\(Node.shortened(text.text(word.range)))' for a vertex; expected a number from 1 to \(count).")
    return nil
  }

  /// The vertices of a network have been read: of the first they get their names, of another they must be the same.
  mutating func endVertices() {
    if others != nil {
      if section == .vertices, let next = others {
        others?.isSame = next.isLike(vertices)
        if !next.isLike(vertices) {
          let title = nextTitle.map { $0.isEmpty ? "another network" : "the network '\(Node.shortened($0))'" }
          leftOut(
            text.place,
            "\(title ?? "another network") has other vertices than the first; one network is read.")
        }
      }
    } else if vertices.isBegun {
      vertices.name()
    }
  }
}
