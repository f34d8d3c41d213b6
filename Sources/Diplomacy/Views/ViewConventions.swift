import Chronology

extension GraphView {
  /// What a picture or file of the view does not hold, in a few words: whose knowledge, which senses, without what; nil
  /// for nothing.
  public var limits: String? {
    var parts: [String] = []
    if let actor = options.knownTo { parts.append("as known to \(graph.label(of: actor))") }
    if options.modalities != Set(Modality.allCases) {
      let senses = Modality.allCases.filter { options.modalities.contains($0) }.map(\.rawValue)
      parts.append("only what is \(senses.joined(separator: ", "))")
    }
    if !leftOut.isEmpty { parts.append("without \(leftOut.joined(separator: ", "))") }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// The ids of what is left out.
  package var leftOut: [String] { options.leftOut }

  /// Under which reading, or which of them together.
  private func readingWords(_ reading: ReadingID) -> String {
    let named = graph.readings(of: reading).map(\.id.rawValue)
    guard named.count > 1, let last = named.last else { return "reading: \(reading)" }
    return "readings: \(named.dropLast().joined(separator: ", ")) and \(last)"
  }

  /// From where the graph was seen, besides its date, a sentence each, for a footnote.
  public var conventions: [String] {
    let together =
      graph.hasTooManyCombinations
      ? "; their answers to different questions have more than \(DiplomaticGraph.mostCombinations) combinations, so each "
        + "reading was followed by itself" : ""
    var lines = [options.reading.map(readingWords) ?? "reading: all readings together\(together)"]
    if options.counted != [.actual] {
      let counted = Modality.allCases.filter { options.counted.contains($0) }.map(\.rawValue)
      let holder =
        options.holder.map { "; beliefs, plans and promises: only those of '\($0)'" }
        ?? ""
      lines.append("modalities: \(counted.joined(separator: ", "))\(holder)")
    }
    if let actor = options.knownTo {
      let moment =
        (options.knownOn ?? options.at).map { "on \($0)" }
        ?? "at any time; disclosures, which have a date, are left out"
      lines.append(
        "knowledge: as known to '\(actor)' \(moment); a secret is known to those who take part, those who were told, and "
          + "those whom they represent")
    }
    if !leftOut.isEmpty {
      lines.append("left out: \(leftOut.joined(separator: ", ")), with all that rests on them alone")
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

extension ViewOptions {
  /// The ids of what is left out.
  package var leftOut: [String] {
    withoutEntities.map(\.rawValue).sorted() + withoutSources.map(\.rawValue).sorted()
      + withoutStatements.map(\.rawValue).sorted()
  }
}
