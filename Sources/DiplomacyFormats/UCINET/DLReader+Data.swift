import Diplomacy

extension DLReader {
  /// Names the nodes that the heading names or counts.
  mutating func nameNodes() {
    isEmbedded = heading.hasEmbeddedRows || heading.hasEmbeddedColumns
    if !heading.layout.isMatrix, isEmbedded { return }
    if !heading.hasEmbeddedRows {
      Self.name(&rows, heading.rowLabels, heading.rows)
    }
    if heading.isOfTwo, !heading.hasEmbeddedColumns {
      Self.name(&columns, heading.columnLabels, heading.columns)
    }
  }

  /// So many nodes are made that nothing names.
  private static let mostUnnamed = 100_000

  private static func name(_ names: inout NumberedNames, _ labels: [String], _ count: Int?) {
    var own = DistinctNames()
    for label in labels { _ = names.number(of: own.distinct(label)) }
    let count = max(count ?? 0, labels.count)
    guard labels.count < count else { return }
    for number in labels.count..<min(count, max(labels.count, mostUnnamed)) {
      _ = names.number(of: own.distinct(String(number + 1)))
    }
  }

  /// The node of a row or a column in a list: its label, or its number.
  private mutating func node(_ word: DLWords.Word, isColumn: Bool) -> Int? {
    let isOther = isColumn && heading.isOfTwo
    let count = isOther ? columns.names.count : rows.names.count
    let text = words.text(word)
    if isEmbedded || word.isQuoted { return added(text, isOther, word.place) }
    if let number = words.bytes.integer(word.range) {
      let most = (isOther ? heading.columns : heading.rows) ?? InputLimits.networkElements
      guard number >= 1, number <= max(most, count) else {
        leftOut(
          word.place,
          "found '\(Node.shortened(text))' for a node; expected a number from 1 to \(max(most, count))."
        )
        return nil
      }
      if number <= count { return number - 1 }
      return added(String(number), isOther, word.place)
    }
    if let known = isOther ? columns.known(text) : rows.known(text) { return known }
    if !hasToldNames {
      hasToldNames = true
      warn(
        word.place,
        "found '\(Node.shortened(text))' for the number of a node; it is read as a label, as if the heading said 'labels embedded'."
      )
    }
    return added(text, isOther, word.place)
  }

  private mutating func added(_ name: String, _ isOther: Bool, _ place: Diagnostic.Place) -> Int {
    if Accents.areTooMany(in: name) { fault(place, Accents.message) }
    return isOther ? columns.number(of: name).number : rows.number(of: name).number
  }

  // MARK: Matrices

  /// Reads one matrix, and says whether it was whole.
  mutating func readMatrix() -> Bool {
    if heading.hasEmbeddedColumns, !readColumnLabels() { return false }
    if heading.rows == nil || heading.columns == nil { countColumns() }
    let (rowCount, columnCount) = (heading.rows ?? 0, heading.columns ?? 0)
    for row in 0..<rowCount {
      var rowNumber = row
      if heading.hasEmbeddedRows {
        guard let word = words.word() else { return tellShort(row, rowCount) }
        rowNumber = added(words.text(word), false, word.place)
      }
      for column in 0..<columnCount where isWritten(row, column) {
        guard let word = words.word() else { return tellShort(row, rowCount) }
        let value = value(word)
        add(rowNumber, column, value, word.place)
        if isTooLarge { return false }
      }
    }
    return true
  }

  private mutating func tellShort(_ row: Int, _ count: Int) -> Bool {
    warn(nil, "the data end in row \(row + 1) of a matrix; expected \(quantity(count, "row")).")
    flush()
    return false
  }

  /// Whether a cell stands in the file.
  private func isWritten(_ row: Int, _ column: Int) -> Bool {
    switch heading.layout {
    case .upperHalf: column > row || column == row && heading.hasDiagonal
    case .lowerHalf: column < row || column == row && heading.hasDiagonal
    default: heading.isOfTwo || heading.hasDiagonal || row != column
    }
  }

  /// The labels above the columns: as many as are counted, else those of the line.
  private mutating func readColumnLabels() -> Bool {
    guard let first = words.peek() else { return tellShort(0, heading.rows ?? 0) }
    var count = 0
    while count < heading.columns ?? .max, let word = words.peek(),
      heading.columns != nil || word.line == first.line
    {
      _ = words.word()
      _ = added(words.text(word), heading.isOfTwo, word.place)
      count += 1
    }
    heading.columns = heading.columns ?? count
    if !heading.isOfTwo { heading.rows = heading.rows ?? count }
    return true
  }

  /// Without a number, the first line says how many columns there are, and a matrix of one mode is as high as wide.
  private mutating func countColumns() {
    if heading.columns == nil {
      var ahead = words
      var count = heading.hasEmbeddedRows ? -1 : 0
      let line = ahead.peek()?.line
      while let word = ahead.word(), word.line == line { count += 1 }
      heading.columns = max(count, heading.columnLabels.count)
    }
    if heading.rows == nil { heading.rows = heading.isOfTwo ? heading.rowLabels.count : heading.columns }
    nameNodes()
  }

  // MARK: Lists

  mutating func readList() {
    let layout = heading.layout
    var row = 0
    while let first = words.word() {
      if words.bytes[first.range].elementsEqual([UInt8(ascii: "!")]) { return }
      var line: [DLWords.Word] = []
      while let next = words.peek(), next.line == first.line { line.append(words.word() ?? next) }
      switch layout {
      case .countedNodeList:
        for word in line { if let target = node(word, isColumn: true) { add(row, target, nil, word.place) } }
        row += 1
      case .nodeList, .nodeListOfTwo:
        guard let source = node(first, isColumn: false) else { continue }
        for word in line {
          if let target = node(word, isColumn: true) { add(source, target, nil, word.place) }
        }
      default: readEdge(first, line)
      }
      if isTooLarge || findings.isHopeless { return }
    }
  }

  private mutating func readEdge(_ first: DLWords.Word, _ line: [DLWords.Word]) {
    guard let other = line.first else {
      leftOut(first.place, "found only '\(Node.shortened(words.text(first)))' on a line; expected two nodes.")
      return
    }
    guard let source = node(first, isColumn: false), let target = node(other, isColumn: true) else { return }
    let isArray = heading.layout == .edgeArray || heading.layout == .edgeArrayOfTwo
    for (index, word) in line.dropFirst().enumerated() {
      guard isArray || index == 0 else {
        leftOut(
          word.place,
          "found '\(Node.shortened(words.text(word)))' behind the value of an edge; expected the next line.")
        return
      }
      let value = value(word)
      if isArray, heading.matrices > 1 || line.count > 2 {
        let labels = heading.matrixLabels
        relation = labels.indices.contains(index) ? role(labels[index]) : Role("matrix-\(index + 1)")
        add(source, target, value, first.place)
        flush()
      } else {
        add(source, target, value, first.place)
      }
    }
    if line.count == 1 { add(source, target, nil, first.place) }
  }
}
