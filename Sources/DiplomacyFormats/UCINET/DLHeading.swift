/// What the heading of a DL file says.
struct DLHeading {
  enum Layout: String {
    case fullMatrix = "fullmatrix"
    case upperHalf = "upperhalf"
    case lowerHalf = "lowerhalf"
    case nodeList = "nodelist1"
    case countedNodeList = "nodelist1b"
    case nodeListOfTwo = "nodelist2"
    case edgeList = "edgelist1"
    case edgeListOfTwo = "edgelist2"
    case edgeArray = "edgearray1"
    case edgeArrayOfTwo = "edgearray2"

    /// Whether rows and columns are of two kinds.
    var isOfTwo: Bool { self == .nodeListOfTwo || self == .edgeListOfTwo || self == .edgeArrayOfTwo }
    /// Whether it is a matrix, cell by cell.
    var isMatrix: Bool { self == .fullMatrix || self == .upperHalf || self == .lowerHalf }

    /// The short words for them.
    static let short: [String: Layout] = [
      "fm": .fullMatrix, "uh": .upperHalf, "lh": .lowerHalf, "nl": .nodeList, "nl1": .nodeList,
      "nl1b": .countedNodeList, "nl2": .nodeListOfTwo, "nodelist": .nodeList, "el": .edgeList,
      "el1": .edgeList,
      "el2": .edgeListOfTwo, "edgelist": .edgeList, "ea1": .edgeArray, "ea2": .edgeArrayOfTwo,
      "edgearray": .edgeArray,
      "matrix": .fullMatrix,
    ]
  }

  var rows: Int?
  var columns: Int?
  var matrices = 1
  /// Whether rows and columns were counted each by itself.
  var isOfTwo = false
  var layout = Layout.fullMatrix
  var hasDiagonal = true
  var title: String?
  var rowLabels: [String] = []
  var columnLabels: [String] = []
  var matrixLabels: [String] = []
  var hasEmbeddedRows = false
  var hasEmbeddedColumns = false
  /// Whether `data:` has come.
  var hasData = false
}

extension DLReader {
  /// Reads up to `data:`.
  mutating func readHeading() {
    guard let first = words.word(), words.text(first).lowercased() == "dl" else {
      fault(nil, "the file does not begin with 'DL'; expected a file of UCINET.")
      return
    }
    var scope = ""
    while let word = words.word() {
      let key = words.text(word).lowercased()
      switch key {
      case "n":
        heading.rows = number(of: key)
        heading.columns = heading.rows
      case "nr":
        heading.rows = number(of: key)
        heading.isOfTwo = true
      case "nc":
        heading.columns = number(of: key)
        heading.isOfTwo = true
      case "nm": heading.matrices = max(number(of: key) ?? 1, 1)
      case "format": readLayout()
      case "diagonal", "diag":
        if let value = words.word() {
          heading.hasDiagonal = !["absent", "no"].contains(words.text(value).lowercased())
        }
      case "title": heading.title = words.word().map { words.text($0) }
      case "row", "rows", "column", "columns", "col", "matrix", "level":
        scope = key
        continue
      case "labels", "label": readLabels(scope, isHeading: word.isHeading)
      case "embedded":
        // A second `labels embedded` has been read with the first.
        break
      case "data":
        heading.hasData = true
        return
      default:
        if word.range.isEmpty { break }
        leftOut(
          word.place,
          "found '\(Node.shortened(words.text(word)))' in the heading; expected N, NR, NC, NM, FORMAT, DIAGONAL, LABELS or DATA."
        )
      }
      scope = ""
    }
    fault(nil, "the file has no 'DATA:'; expected one behind the heading.")
  }

  private mutating func number(of key: String) -> Int? {
    guard let word = words.word() else { return nil }
    guard let value = words.bytes.integer(word.range), value >= 0 else {
      let found = Node.shortened(words.text(word))
      fault(word.place, "found '\(found)' for \(key.uppercased()); expected a whole number.")
      return nil
    }
    guard value <= InputLimits.networkElements else {
      fault(word.place, InputLimits.tooMany("nodes", in: "the file", limit: InputLimits.networkElements))
      return nil
    }
    return value
  }

  private mutating func readLayout() {
    guard let word = words.word() else { return }
    let name = words.text(word).lowercased()
    guard let layout = DLHeading.Layout(rawValue: name) ?? DLHeading.Layout.short[name] else {
      let found = Node.shortened(words.text(word))
      fault(
        word.place,
        "found the format '\(found)'; expected fullmatrix, upperhalf, lowerhalf, nodelist1, nodelist1b, nodelist2, edgelist1, "
          + "edgelist2, edgearray1 or edgearray2.")
      return
    }
    heading.layout = layout
    if layout.isOfTwo { heading.isOfTwo = true }
  }

  private mutating func readLabels(_ scope: String, isHeading: Bool) {
    let isRow = scope.hasPrefix("row")
    let isColumn = scope.hasPrefix("col")
    if !isHeading, let next = words.peek(), words.text(next).lowercased() == "embedded" {
      _ = words.word()
      if !isColumn { heading.hasEmbeddedRows = true }
      if !isRow { heading.hasEmbeddedColumns = true }
      return
    }
    let isMatrix = scope == "matrix" || scope == "level"
    let count = isMatrix ? heading.matrices : isColumn ? heading.columns : heading.rows
    var labels: [String] = []
    while labels.count < count ?? .max, let word = words.peek() {
      if !word.isQuoted, word.isHeading || Self.scopes.contains(words.text(word).lowercased()),
        endsLabels(word)
      {
        break
      }
      _ = words.word()
      labels.append(words.text(word))
      if labels.count > InputLimits.networkElements { return }
    }
    if let odd = labels.first(where: Accents.areTooMany) {
      fault(nil, "\(Accents.message) It is in the label '\(Node.shortened(odd))'.")
    }
    if let count, labels.count < count, !labels.isEmpty {
      warn(words.peek()?.place, "found \(quantity(labels.count, "label")); expected \(count).")
    }
    if isMatrix {
      heading.matrixLabels = labels
    } else if isColumn {
      heading.columnLabels = labels
    } else {
      heading.rowLabels = labels
      if !isRow, !heading.isOfTwo { heading.columnLabels = labels }
    }
  }

  private static let scopes: Set<String> = ["row", "column", "col", "matrix", "level"]

  /// Whether a word ends a list of labels: `data:`, `row labels:`.
  private func endsLabels(_ word: DLWords.Word) -> Bool {
    let text = words.text(word).lowercased()
    if word.isHeading { return text == "data" || text == "labels" || text == "embedded" }
    var rest = words
    _ = rest.word()
    return rest.word().map { rest.text($0).lowercased() == "labels" } ?? false
  }
}
