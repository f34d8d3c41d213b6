import Chronology
public import Diplomacy

extension GraphView {
  /// From where the graph was seen, besides its date, a sentence each, for a footnote.
  public var conventions: [String] {
    var lines = [options.reading.map { "reading: \($0)" } ?? "reading: all readings together"]
    if options.counted != [.actual] {
      let counted = Modality.allCases.filter { options.counted.contains($0) }.map(\.rawValue)
      let holder = options.holder.map { "; besides what is actual only that of '\($0)'" } ?? ""
      lines.append("senses of assertion: \(counted.joined(separator: ", "))\(holder)")
    }
    if let actor = options.knownTo {
      let moment =
        options.at.map { "on \($0)" } ?? "at any time; disclosures, which have a date, are left aside"
      lines.append(
        "knowledge: as known to '\(actor)' \(moment); of a secret know those who take part, who were told, and whom one "
          + "of these represents")
    }
    let without =
      options.withoutEntities.map(\.rawValue).sorted() + options.withoutSources.map(\.rawValue).sorted()
      + options.withoutStatements.map(\.rawValue).sorted()
    if !without.isEmpty {
      lines.append(
        "left out: \(without.joined(separator: ", ")), with all that rests on them alone")
    }
    if options.successors == .merged {
      let merged = graph.entities.indices.filter { representative(of: $0) != $0 }.map { position in
        "\(graph.entities[position].id) as \(graph.entities[representative(of: position)].id)"
      }
      lines.append(
        "successors: counted as their earliest predecessor"
          + (merged.isEmpty ? "; there are none" : ": \(merged.joined(separator: ", "))"))
    }
    return lines
  }
}
