public import DiplomacyFormats

/// The formats of files, a row each: what their files are called, how their names end, whether they are read and written.
public func formatsReport(_ formats: [Format]) -> Report {
  Report(
    question: .object(["command": .string("formats")]),
    conventions: [
      "name: the word for --input-format, where the format is read",
      "a file is recognised by how it begins, otherwise by the ending of its name; failing both, it is read as a graph file",
    ],
    table: Table(
      columns: ["name", "format", "endings", "read", "written", "options", "holds"],
      rows: formats.map { format in
        [
          .text(format.name), .text(format.title),
          .text(format.readEndings.map { ".\($0)" }.joined(separator: " ")),
          .text(format.reader == nil ? "no" : "yes"), .text(format.writer == nil ? "no" : "yes"),
          .optional(
            format.reader.flatMap { reader in
              reader.options.isEmpty
                ? nil : reader.options.map { "--\($0.rawValue)" }.sorted().joined(separator: " ")
            }), .text(format.purpose),
        ]
      }))
}
