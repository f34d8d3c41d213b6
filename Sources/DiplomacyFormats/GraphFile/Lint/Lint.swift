import Diplomacy

/// What ``lint(_:)`` finds.
public struct LintReport: Sendable {
  /// The warnings that are to be told, in the order of their places.
  public let warnings: [Diagnostic]
  /// The warnings that the file asks not to be told.
  public let silenced: [Diagnostic]

  /// No warnings.
  public static let nothing = LintReport(warnings: [], silenced: [])
}

/// Tells what in a graph file is likely not meant: impossible orders, missing parties and sources, duplicates.
///
/// A date that may be otherwise, being coarse, uncertain or approximate, gives no warning that some meaning of it avoids.
/// Orders and spans are looked at under every reading of the graph by itself. The rules are described in
/// Documentation/Lint.md; every message ends with the name of its rule in brackets.
/// - Returns: Warnings, never errors.
/// - Complexity: O(*r*(*n* + *m*)), besides following the lives of agreements; *n* entities, *m* statements, *r* readings.
///   Of so many readings that this would be more than two million, the first ones are looked at, and a warning says so.
public func lint(_ document: GraphFile.Document) -> LintReport {
  var file = LintedFile(document)
  var found =
    file.orphanParties() + file.obligationsWithoutParty() + file.secretsWithOneKnower()
    + file.duplicateEntities() + file.duplicateAgreements() + file.duplicateStatements()
    + file.assertionsWithoutSource() + file.unusedSources() + file.unusedReadings() + file.yearPairs()
    + file.eventsWithoutDate() + file.actsThatLast() + file.withoutEnd() + file.openEnds()
  let readings = file.readings
  let most = max(1, 2_000_000 / max(1, document.graph.entities.count + document.graph.statements.count))
  var seen: Set<LintWarning> = []
  for reading in readings.prefix(most) {
    file.look(under: reading)
    let warnings =
      file.inForceBeforeSignature() + file.actsOutOfOrder() + file.actsWithoutEffect() + file.lateNotices()
      + file.statedAgainstDerived() + file.membersOutsideExistence() + file.openEndsOfLives()
      + file.knownTooEarly() + file.unknowingAgents()
    found += warnings.filter { seen.insert($0).inserted }
  }
  let (told, silenced, needless) = file.sift(found)
  var warnings = file.diagnostics(told + needless)
  if readings.count > most {
    warnings.append(
      Diagnostic(
        file: document.file, place: nil, severity: .warning,
        message:
          "what follows from dates was looked at under \(most) of \(readings.count) readings; the graph is too "
          + "large to look at it under each."))
  }
  return LintReport(warnings: warnings, silenced: file.diagnostics(silenced))
}

/// A warning before it is known whether the file asks not to be told.
struct LintWarning: Hashable {
  let rule: LintRule
  let place: Diagnostic.Place?
  /// The ids of the entities, statements, sources, readings and obligations that it is about.
  let about: [String]
  let message: String
}

/// A graph file as the rules look at it.
struct LintedFile {
  /// A reading, and the graph under it.
  struct LintedReading {
    let choice: ReadingChoice
    let view: GraphView

    /// Whether an assertion is of what was actually so, under the reading.
    func counts(_ attestation: Attestation) -> Bool {
      attestation.modality == .actual && choice.includes(attestation)
    }
  }

  let document: GraphFile.Document
  let graph: DiplomaticGraph
  let places: GraphFile.Places
  /// The graph without its stated spans; nil where they can contradict nothing.
  private let unstated: DiplomaticGraph?
  /// The reading that is looked at.
  private(set) var standpoint: LintedReading?
  /// The reading that is looked at, in the graph without its stated spans.
  private(set) var derived: LintedReading?

  init(_ document: GraphFile.Document) {
    self.document = document
    graph = document.graph
    places = document.places
    unstated = Self.withoutStatedSpans(document.graph)
  }

  /// The readings, each by itself; nil, which takes all assertions, where the graph has none.
  var readings: [ReadingID?] { graph.readings.isEmpty ? [nil] : graph.readings.map(\.id) }

  /// Looks at the graph under a reading.
  mutating func look(under reading: ReadingID?) {
    func standpoint(_ graph: DiplomaticGraph) -> LintedReading {
      LintedReading(choice: graph.choice(of: reading), view: GraphView(graph, ViewOptions(reading: reading)))
    }
    self.standpoint = standpoint(graph)
    derived = unstated.map(standpoint)
  }

  /// The warnings about the life of each agreement under the reading.
  func inLives(
    _ rule: (Entity, AgreementLife, LintedReading) -> [LintWarning]
  ) -> [LintWarning] {
    guard let standpoint else { return [] }
    return graph.entities.flatMap { entity -> [LintWarning] in
      guard let life = entity.life, standpoint.counts(entity.attestation) else { return [] }
      return rule(entity, life, standpoint)
    }
  }

  /// The place of an act of an agreement.
  func place(ofAct index: Int, of agreement: EntityID) -> Diagnostic.Place? {
    let acts = places.lives[agreement]?.acts ?? []
    return (acts.indices.contains(index) ? acts[index] : nil) ?? places.entities[agreement]
  }

  /// What a warning about a statement is about: itself, its ends, and the entity inside of which it is written.
  func subjects(of statement: Statement) -> [String] {
    [statement.id.rawValue, statement.subject.rawValue, statement.object.rawValue]
  }

  // MARK: Silences

  /// Warnings that are to be told, those that are not, and those about silences that silence nothing.
  func sift(_ found: [LintWarning]) -> (told: [LintWarning], silenced: [LintWarning], needless: [LintWarning])
  {
    var told: [LintWarning] = []
    var silenced: [LintWarning] = []
    /// For each silence, the ids in its `about` that silence something; the empty id: the silence as a whole.
    var used = document.silences.map { _ in Set<String>() }
    let byRule = Dictionary(grouping: document.silences.indices) { document.silences[$0].rule }
    let wanted = document.silences.map { Set($0.about.map(\.id)) }
    for warning in found {
      var isSilenced = false
      for index in byRule[warning.rule] ?? [] {
        let hits = wanted[index].isEmpty ? [""] : wanted[index].intersection(warning.about)
        guard !hits.isEmpty else { continue }
        used[index].formUnion(hits)
        isSilenced = true
      }
      if isSilenced { silenced.append(warning) } else { told.append(warning) }
    }
    return (told, silenced, needlessSilences(used))
  }

  private func needlessSilences(_ used: [Set<String>]) -> [LintWarning] {
    zip(document.silences, used).flatMap { silence, used -> [LintWarning] in
      func warning(_ place: Diagnostic.Place?, _ what: String) -> LintWarning {
        LintWarning(
          rule: .needlessSilence, place: place, about: [],
          message: "'\(silence.rule.rawValue)' is ignored here, but warns of nothing\(what). Take it out.")
      }
      if silence.about.isEmpty { return used.isEmpty ? [warning(silence.place, " in this file")] : [] }
      return silence.about.filter { !used.contains($0.id) }.map { warning($0.place, " about '\($0.id)'") }
    }
  }

  /// Warnings as diagnostics, in the order of their places, each once.
  func diagnostics(_ warnings: [LintWarning]) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return warnings.map {
      Diagnostic(
        file: document.file, place: $0.place, severity: .warning,
        message: "\($0.message) [\($0.rule.rawValue)]")
    }.filter { seen.insert($0).inserted }.sorted {
      ($0.place ?? Diagnostic.Place(line: 0, column: 0), $0.message)
        < ($1.place ?? Diagnostic.Place(line: 0, column: 0), $1.message)
    }
  }
}
