public import DiplomacyFormats

/// What differs between graphs that were merged, a row each.
/// - Parameter names: What the graphs are called, in their order.
public func mergeReport(_ merge: GraphMerge, named names: [String]) -> Report {
  Report(
    question: .object(["command": .string("merge"), "files": .array(names.map { .string($0) })]),
    conventions: [
      "id: the entity, statement, source or reading of which two files say different things; empty: the whole graph",
      "outcome: 'first kept', and the other is gone; or 'kept as readings', each under a reading of its file",
    ],
    table: Table(
      columns: ["id", "field", "file", "says", "other file", "says there", "outcome"],
      rows: merge.differences.map { difference in
        [
          .text(difference.id), .text(difference.field), .text(difference.first),
          .text(difference.firstValue),
          .text(difference.other), .text(difference.otherValue), .text(difference.outcome.rawValue),
        ]
      }))
}
