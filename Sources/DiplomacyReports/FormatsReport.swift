public import DiplomacyFormats

/// The formats of files, a row each: what their files are called, how their names end, whether they are read and written.
public func formatsReport(_ formats: [Format]) -> Report {
  Report(
    question: .object(["command": .string("formats")]),
    conventions: [
      "name: the word for --input-format, where the format is read, and for --output-format, where it is written",
      "for: the programs for which it is written in a way of its own, with --for",
      "keeps: what comes back of a graph that is written and read again",
      "a file is recognised by how it begins, otherwise by the ending of its name; failing both, it is read as a graph file",
    ],
    table: Table(
      columns: ["name", "format", "endings", "read", "written", "options", "for", "holds", "keeps"],
      rows: formats.map { format in
        [
          .text(format.name), .text(format.title),
          .text(format.readEndings.map { ".\($0)" }.joined(separator: " ")),
          .text(format.reader == nil ? "no" : "yes"), .text(format.writer == nil ? "no" : "yes"),
          .optional(
            format.reader.flatMap { reader in
              reader.options.isEmpty
                ? nil : reader.options.map { "--\($0.rawValue)" }.sorted().joined(separator: " ")
            }),
          .optional(
            format.writer.flatMap { writer in
              writer.dialects.isEmpty ? nil : writer.dialects.map(\.name).joined(separator: " ")
            }), .text(format.purpose), .optional(kept(in: format)),
        ]
      }))
}

/// What comes back of a graph from a format, in words; nil where nothing does.
private func kept(in format: Format) -> String? {
  if format.contents.isEmpty { return nil }
  let lost = GraphContent.allCases.filter { !format.contents.contains($0) }
  if lost.isEmpty { return "all" }
  let kept = GraphContent.allCases.filter(format.contents.contains)
  func list(_ contents: [GraphContent]) -> String { contents.map(\.words).joined(separator: ", ") }
  return lost.count < kept.count ? "all but \(list(lost))" : list(kept)
}
