/// A graph file that maps tables, proposed by what was seen of them, to be edited.
struct MappingProposal {
  private let folder: TableFolder
  private let path: (String) -> String
  private var lines: [String] = []

  /// - Parameter path: A table's file as the graph file names it.
  static func text(of folder: TableFolder, path: (String) -> String) -> String {
    withoutActuallyEscaping(path) { path in
      var proposal = MappingProposal(folder: folder, path: path)
      proposal.write()
      return proposal.lines.joined(separator: "\n") + "\n"
    }
  }

  private init(folder: TableFolder, path: @escaping (String) -> String) {
    (self.folder, self.path) = (folder, path)
  }

  private mutating func write() {
    lines = [
      "# Proposed by what the tables hold: look through it, and change what is not meant.",
      "# What can stand here: Documentation/Tables.md. To try it: entente check FILE", "entente: 1",
      "title: Untitled", "tables:",
    ]
    var isMapped = false
    for table in folder.tables {
      let items = MappedTable(TableRoles(table))
      isMapped = isMapped || !items.items.isEmpty
      write(items)
    }
    if !isMapped { lines[4] = "# tables:" }
  }

  private mutating func write(_ mapped: MappedTable) {
    let table = mapped.roles.table
    // A table of which nothing is known is no table of the graph yet.
    let sign = mapped.items.isEmpty ? "  # " : "  "
    lines.append("\(sign)- file: \(YAMLScalars.inline(path(table.file), inFlow: false, isWord: false))")
    if let sheet = table.sheet {
      lines.append("\(sign)  sheet: \(YAMLScalars.inline(sheet, inFlow: false, isWord: false))")
    }
    if mapped.items.isEmpty {
      lines.append(
        "  #   no column tells by its name whom or what a row is about: name it under actors, agreements, memberships, events or links."
      )
    }
    if let style = mapped.style { lines.append("    dates: \(style)") }
    if !mapped.missing.isEmpty {
      lines.append("    missing: [\(mapped.missing.map(Self.quoted).joined(separator: ", "))]")
    }
    for (key, pairs) in mapped.items {
      lines.append("    \(key): { \(pairs.map { "\($0.key): \($0.value)" }.joined(separator: ", ")) }")
    }
    for (column, join) in joins(of: table) {
      let target = folder.tables[join.table]
      lines.append(
        "    # \(Self.remark(column)): \(InputLimits.grouped(join.found)) of \(InputLimits.grouped(join.all)) values stand in \(Self.remark(target.columns[join.column].name)) of \(Self.remark(target.name))"
      )
    }
    for column in table.columns {
      guard let match = column.codes else { continue }
      lines += Self.wrapped(Self.remark("\(column.name): \(match.words(most: 40))"))
    }
    for column in table.columns where !column.suspicions.isEmpty {
      let words = column.suspicions.prefix(4).map {
        "\($0.what): '\($0.sample)', \($0.count == 1 ? "line" : "\(InputLimits.grouped($0.count)) rows, first in line") \($0.line)"
      }
      lines.append("    # \(Self.remark(column.name)): \(Self.remark(words.joined(separator: "; ")))")
    }
    let rest = table.columns.indices.filter { !mapped.used.contains($0) && table.columns[$0].kind != .empty }
    if !rest.isEmpty {
      let words = rest.map { "\(table.columns[$0].name) (\(table.columns[$0].kind.rawValue))" }
      lines += Self.wrapped("not mapped: " + Self.remark(words.joined(separator: ", ")))
    }
  }

  private func joins(of table: SurveyedTable) -> [(String, SurveyedColumn.Join)] {
    table.columns.flatMap { column in column.joins.map { (column.name, $0) } }
  }

  private static func quoted(_ text: String) -> String { YAMLScalars.quoted(text) }

  /// A text for a remark, which one line holds.
  private static func remark(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { YAMLScalars.isPrinted($0) && $0 != "\n" && $0 != "\r" ? $0 : " " }))
  }

  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = "    #"
    for word in text.split(separator: " ") {
      if line.count + word.count > 118, line.count > 10 {
        lines.append(line)
        line = "    #  "
      }
      line += " \(word)"
    }
    return lines + [line]
  }
}

extension TableFolder {
  /// A graph file that maps the tables, to be edited: what each row is about, by the names and the values of columns.
  /// - Parameter folder: The folder that the graph file is to stand in; tables in it are named from there. Nil: by their names alone.
  public func proposal(in folder: String?) -> String {
    MappingProposal.text(of: self) { file in
      guard let folder else { return fileName(of: file) }
      let start = folder.isEmpty || folder == "." ? "" : folder.hasSuffix("/") ? folder : folder + "/"
      return file.hasPrefix(start) ? String(file.dropFirst(start.count)) : file
    }
  }
}
