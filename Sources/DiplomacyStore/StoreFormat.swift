public import DiplomacyFormats
internal import Foundation

extension Format {
  /// A graph in a file of SQLite.
  public static let store = Format(
    "store", "store", file: "a store", endings: ["sqlite", "sqlite3", "db"],
    for: "a corpus that outgrows text files, and SQL: sqlite3, Python, R, DuckDB",
    holding: Set(GraphContent.allCases), beginningWith: Array("SQLite format 3\0".utf8),
    reader: Reader(mostBytes: StoreSchema.mostPackedBytes) { data, name in
      guard data.count <= StoreSchema.mostPackedBytes else {
        throw InputDiagnostics([
          Diagnostic(
            file: name, place: nil,
            message:
              "the store has more than 2,048 MB; expected at most as many where it is packed or read from standard "
              + "input. Unpack it, and name the file.")
        ])
      }
      return try withTemporaryFile(data) { path in
        GraphFile.Document(file: name, graph: try Store.read(path, named: name, nil))
      }
    } place: { path, name, snapshot in
      GraphFile.Document(file: name, graph: try Store.read(path, named: name, snapshot))
    },
    writer: Writer { view, _ in
      let (graph, losses) = view.seenGraph()
      var all = losses
      let bytes = try withTemporaryFile(Data()) { path in
        let made = try Store.write(graph, to: path)
        all.add(
          made.inexactDates, "date that has no text", instead: "written as the days between which it is")
        return try readFile(path)
      }
      return Export(bytes: Array(bytes), losses: all)
    })
}
