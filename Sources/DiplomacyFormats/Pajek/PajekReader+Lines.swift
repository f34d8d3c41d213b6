import Diplomacy

/// The rows of a matrix, each on a line or on several.
struct PajekMatrix {
  var columns = 0
  var rows = 0
  var row = 0
  /// The values of a row that goes on.
  var values: [Double] = []
}

extension PajekReader {
  /// `1 2 0.5 c Blue [1-5]`; with a relation in front, `3: 1 2`.
  mutating func readLine(isDirected: Bool) {
    var start = 0
    var role = relation
    if let first = words.words.first, first.kind == .bare,
      text.bytes[first.range.upperBound - 1] == UInt8(ascii: ":"),
      let number = text.bytes.integer(first.range.lowerBound..<(first.range.upperBound - 1))
    {
      role = relations[number] ?? Role("relation-\(number)")
      start = 1
    }
    guard let source = vertexNumber(start), let target = vertexNumber(start + 1) else { return }
    var weight: Double?
    var next = start + 2
    if next < words.words.count, words.words[next].kind == .bare,
      let value = text.bytes.number(words.words[next].range)
    {
      weight = value
      next += 1
    }
    var attributes: [String: String] = [:]
    var when: Int32?
    if next < words.words.count {
      readParameters(from: next, of: "a line", &attributes) { reader, intervals in
        let text = reader.dates(intervals)
        if intervals.count == 1 { when = reader.noted(text) }
        return when == nil ? [("when", text)] : []
      }
    }
    add(source, target, weight, isDirected: isDirected, role: role, when: when, attributes)
  }

  /// `1 2 3`: lines from 1 to 2 and to 3; of a number below 0 the line's value is -1.
  mutating func readList(isDirected: Bool) {
    guard let source = vertexNumber(0) else { return }
    if words.words.count == 1 { _ = vertices.name(of: source) }
    for word in words.words.dropFirst() {
      guard let number = text.bytes.integer(word.range), number != 0, abs(number) <= vertices.count else {
        leftOut(
          text.place(of: word.range.lowerBound),
          "found '\(Node.shortened(text.text(word.range)))' for a vertex; expected a number from 1 to \(vertices.count)."
        )
        continue
      }
      add(source, abs(number), number < 0 ? -1 : nil, isDirected: isDirected, role: relation)
    }
  }

  /// A row of a matrix, or a part of one.
  mutating func readRow() {
    let place = text.place
    guard matrix.row < matrix.rows else {
      if matrix.row == matrix.rows {
        leftOut(place, "found another row of the matrix; expected \(matrix.rows).")
        matrix.row += 1
      }
      return
    }
    if words.words.count == matrix.columns, !matrix.values.isEmpty { tellShortRow(place) }
    for word in words.words {
      guard let value = text.bytes.number(word.range) else {
        leftOut(
          text.place(of: word.range.lowerBound),
          "found '\(Node.shortened(text.text(word.range)))' in a matrix; expected a number.")
        matrix.values.append(0)
        continue
      }
      matrix.values.append(value)
    }
    guard matrix.values.count >= matrix.columns else { return }
    if matrix.values.count > matrix.columns {
      leftOut(
        place, "found \(matrix.values.count) values in a row of the matrix; expected \(matrix.columns).")
    } else {
      let offset = vertices.firstMode ?? 0
      for (column, value) in matrix.values.enumerated() where value != 0 {
        add(matrix.row + 1, offset + column + 1, value, isDirected: true, role: relation)
      }
    }
    matrix.row += 1
    matrix.values.removeAll(keepingCapacity: true)
  }

  private mutating func tellShortRow(_ place: Diagnostic.Place?) {
    leftOut(
      place, "found \(matrix.values.count) values in the row before this; expected \(matrix.columns).")
    matrix.row += 1
    matrix.values.removeAll(keepingCapacity: true)
  }

  mutating func endMatrix() {
    if !matrix.values.isEmpty {
      leftOut(
        text.place,
        "found \(matrix.values.count) values in the last row of the matrix; expected \(matrix.columns).")
    } else if matrix.row < matrix.rows {
      warn(
        text.place, "the matrix ends after \(quantity(matrix.row, "row")); expected \(matrix.rows).")
    }
  }

  /// Adds a line between two vertices, as a party's to an agreement where they are of two modes.
  mutating func add(
    _ source: Int, _ target: Int, _ weight: Double?, isDirected: Bool, role: Role?, when: Int32? = nil,
    _ attributes: [String: String] = [:]
  ) {
    var (source, target, role, attributes, weight) = (source, target, role, attributes, weight)
    if let first = vertices.firstMode {
      if source > first, target <= first { swap(&source, &target) }
      if source <= first, target > first {
        role = role ?? .party
      } else {
        tallies.within.add(text.place)
      }
    }
    if let value = weight, !(value >= 0 && value.isFinite) {
      tallies.negative.add(text.place)
      attributes["value"] = value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
      network.edgeKinds["value"] = .number
      weight = nil
    }
    network.edges.append(
      ForeignNetwork.Edge(
        source: vertices.name(of: source), target: vertices.name(of: target), isDirected: isDirected,
        role: role,
        when: when, weight: weight, attributes: attributes, place: text.place))
    if isDirected { network.isDirected = true }
  }

  /// The place of a date among those of the network; nil for a text that is none.
  mutating func noted(_ text: String) -> Int32? {
    if let known = datePlaces[text] { return known }
    guard let date = ForeignDate.date(text) else { return nil }
    let place = Int32(network.dates.count)
    network.dates.append(date)
    datePlaces[text] = place
    return place
  }
}
