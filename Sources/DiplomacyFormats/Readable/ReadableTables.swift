import Chronology
import Diplomacy

/// A view as tables for people: the entities by their kinds, the statements, the readings and the sources, in words.
struct ReadableTables {
  /// A table under its heading.
  struct Section {
    let title: String
    /// The heading of the sections before which it stands first; nil where it is one of them.
    let chapter: String?
    /// Whether it stands in a chapter, as those of entities do.
    var isInChapter = false
    var headings: [String]
    var rows: [[Cell]]
  }

  /// What a field of a table says.
  struct Cell: Hashable {
    let text: String
    /// The language of the text, where it is known to be of one.
    var language: String?
    /// Where it leads.
    var address: String?
  }

  let title: String
  let summary: String?
  /// How the graph is seen, and who made it.
  let remarks: [String]
  let language: String
  let sections: [Section]
  let losses: LossReport

  init(_ view: GraphView) {
    let words = ReadableWords(view: view)
    let graph = view.graph
    language = graph.language
    title = graph.title.text(in: language)
    summary = graph.summary
    remarks = [
      graph.authors.isEmpty ? nil : "By \(graph.authors.joined(separator: "; ")).",
      graph.license.map { "Licence: \($0)." },
      view.options.at.map { "As of \($0.description(in: graph.language))." },
      view.limits.map { "\($0.prefix(1).uppercased())\($0.dropFirst())." },
    ].compactMap(\.self)
    let entities = view.entities.map(\.entity)
    var sections: [Section] = []
    for category in [Category.actor, .agreement, .territory, .event] {
      let members = entities.filter { $0.category == category }
      var kinds: [String] = []
      for entity in members where !kinds.contains(entity.kind.name) { kinds.append(entity.kind.name) }
      for kind in kinds {
        sections.append(
          words.section(members.filter { $0.kind.name == kind }, kind, category, isFirst: kind == kinds[0]))
      }
    }
    sections += [
      words.statements(view.statements.map(\.statement)), words.readings(graph.readings),
      words.sources(graph.sources),
    ].compactMap(\.self)
    self.sections = sections.map(Self.withoutEmptyColumns)
    losses = words.losses
  }

  /// Columns that say nothing in any row are left out, but for the first.
  private static func withoutEmptyColumns(_ section: Section) -> Section {
    let used = section.headings.indices.filter { column in
      column == 0 || section.rows.contains { !$0[column].text.isEmpty }
    }
    var section = section
    section.headings = used.map { section.headings[$0] }
    section.rows = section.rows.map { row in used.map { row[$0] } }
    return section
  }
}

/// Finds the words for the tables.
private struct ReadableWords {
  let view: GraphView
  private typealias Section = ReadableTables.Section
  private typealias Cell = ReadableTables.Cell
  private var graph: DiplomaticGraph { view.graph }
  private var language: String { graph.language }

  init(view: GraphView) { self.view = view }

  // MARK: Entities

  func section(
    _ entities: [Entity], _ kind: String, _ category: Category, isFirst: Bool
  ) -> ReadableTables.Section {
    let chapter =
      switch category {
      case .actor: "Actors"
      case .agreement: "Agreements"
      case .territory: "Territories"
      case .event: "Events"
      }
    let spaced = kind.replacing("-", with: " ")
    let title = spaced.prefix(1).uppercased() + spaced.dropFirst()
    let own: [String] =
      switch category {
      case .actor, .territory: ["Existed"]
      case .agreement: ["Parties", "Signed", "In force", "What happened to it", "Terms"]
      case .event: ["When"]
      }
    return Section(
      title: title, chapter: isFirst ? chapter : nil, isInChapter: true,
      headings: ["Name", "In other languages"] + own + ["Remarks", "Sources", "Elsewhere"],
      rows: entities.map { entity in
        [name(entity), otherNames(entity)] + details(entity)
          + [
            Cell(text: remarks(entity.attestation)), Cell(text: citations(entity.attestation)),
            Cell(text: entity.identifiers.map { "\($0.register) \($0.value)" }.joined(separator: ", ")),
          ]
      })
  }

  private func name(_ entity: Entity) -> ReadableTables.Cell {
    let wording = entity.name.wordings.first { $0.language == language } ?? entity.name.wordings[0]
    return Cell(text: wording.text, language: wording.language)
  }

  private func otherNames(_ entity: Entity) -> ReadableTables.Cell {
    let shown = name(entity).language
    let others = entity.name.wordings.filter { $0.language != shown }
    return Cell(text: others.map { "\($0.text) (\($0.language))" }.joined(separator: ", "))
  }

  private func details(_ entity: Entity) -> [ReadableTables.Cell] {
    switch entity.category {
    case .actor, .territory:
      let seen = view.viewed(entity)
      let periods = seen.existence.map { period in
        words(period.date) + (period.condition == .independent ? "" : " (\(period.condition.rawValue))")
      }
      return [Cell(text: seen.when.map(words) ?? periods.joined(separator: "; "))]
    case .event: return [Cell(text: entity.when.map(words) ?? "")]
    case .agreement:
      let life = view.life(of: entity) ?? AgreementLife()
      let parties = view.parties(of: entity.id).map { graph.label(of: $0) }
      let signatures = life.acts.filter { $0.kind == .signature }.compactMap(\.date).map(words)
      let others = life.acts.filter { $0.kind != .signature || $0.date == nil }
      return [
        Cell(text: parties.joined(separator: ", ")), Cell(text: signatures.joined(separator: "; ")),
        Cell(text: inForce(entity)), Cell(text: others.map(words).joined(separator: "; ")),
        Cell(text: life.terms.compactMap(\.summary).joined(separator: "; ")),
      ]
    }
  }

  private func inForce(_ agreement: Entity) -> String {
    let spans = view.presence(of: agreement)
    if spans.isEmpty { return "never" }
    if spans == [.unknown] { return "" }
    return spans.map(words).joined(separator: "; ")
  }

  private func words(_ act: Act) -> String {
    var text = act.kind.name.replacing("-", with: " ")
    if !act.by.isEmpty { text += " by " + act.by.map { graph.label(of: $0) }.joined(separator: ", ") }
    if let date = act.date { text += ", " + words(date) }
    if let until = act.until { text += ", until " + words(until) }
    return text
  }

  private func words(_ date: HistoricalDate) -> String { date.description(in: language) }

  private func words(_ span: Span) -> String {
    span.date.map(words) ?? (try? HistoricalDate(span.text)).map(words) ?? span.text
  }

  // MARK: Statements, readings, sources

  func statements(_ statements: [Statement]) -> ReadableTables.Section? {
    guard !statements.isEmpty else { return nil }
    return Section(
      title: "Statements", chapter: nil,
      headings: ["Who or what", "is", "to whom or what", "When", "Remarks", "Sources"],
      rows: statements.map { statement in
        var remarks: [String] = []
        if let office = statement.office { remarks.append(office.text(in: language)) }
        if let actor = statement.onBehalfOf { remarks.append("for \(graph.label(of: actor))") }
        if let weight = statement.weight { remarks.append("weight \(plainNumber(weight))") }
        let said = self.remarks(statement.attestation)
        if !said.isEmpty { remarks.append(said) }
        return [
          Cell(text: graph.label(of: statement.subject)),
          Cell(text: statement.role.name.replacing("-", with: " ")),
          Cell(text: graph.label(of: statement.object)), Cell(text: statement.when.map(words) ?? ""),
          Cell(text: remarks.joined(separator: "; ")), Cell(text: citations(statement.attestation)),
        ]
      })
  }

  func readings(_ readings: [Reading]) -> ReadableTables.Section? {
    guard !readings.isEmpty else { return nil }
    return Section(
      title: "Readings", chapter: nil, headings: ["Reading", "Answers", "Starts from", "Remarks"],
      rows: readings.map { reading in
        let parent = reading.extends.map { graph[$0]?.title.text(in: language) ?? $0.rawValue } ?? ""
        return [
          Cell(text: reading.title.text(in: language)), Cell(text: reading.question ?? ""),
          Cell(text: parent),
          Cell(text: reading.note ?? ""),
        ]
      })
  }

  func sources(_ sources: [Source]) -> ReadableTables.Section? {
    guard !sources.isEmpty else { return nil }
    return Section(
      title: "Sources", chapter: nil,
      headings: ["Cited as", "Title", "Author", "Published by", "Date", "Kind", "Quoted in", "Remarks"],
      rows: sources.map { source in
        [
          Cell(text: source.id.rawValue),
          Cell(
            text: source.title.text(in: language), address: source.url.flatMap { isWebAddress($0) ? $0 : nil }
          ),
          Cell(text: source.author ?? ""), Cell(text: source.publisher ?? ""),
          Cell(text: source.date.map(words) ?? ""),
          Cell(text: source.kind.map { $0.replacing("-", with: " ") } ?? ""),
          Cell(text: source.quotedIn?.text ?? ""),
          Cell(text: [source.note, unlinked(source.url)].compactMap(\.self).joined(separator: " ")),
        ]
      })
  }

  /// Where a source can be read, if that is no address that a page can lead to.
  private func unlinked(_ url: String?) -> String? { url.flatMap { isWebAddress($0) ? nil : $0 } }

  // MARK: Attestation

  private func citations(_ attestation: Attestation) -> String {
    attestation.citations.map(\.text).joined(separator: "; ")
  }

  private func remarks(_ attestation: Attestation) -> String {
    var parts: [String] = []
    if attestation.modality != .actual {
      let holder = attestation.holder.map { " by \(graph.label(of: $0))" } ?? ""
      parts.append(attestation.modality.rawValue + holder)
    }
    if let certainty = attestation.certainty { parts.append("\(certainty.rawValue) certainty") }
    if !attestation.readings.isEmpty {
      let titles = attestation.readings.map { "“\(graph[$0]?.title.text(in: language) ?? $0.rawValue)”" }
      parts.append("in the reading \(titles.joined(separator: ", "))")
    }
    if attestation.secret != nil { parts.append("secret") }
    if let note = attestation.note { parts.append(note) }
    return parts.joined(separator: "; ")
  }

  // MARK: Losses

  var losses: LossReport {
    var report = LossReport()
    let entities = view.entities.map(\.entity)
    let lives = entities.compactMap { view.life(of: $0) }
    report.add(lives.reduce(0) { $0 + $1.obligations.count }, "obligation")
    report.add(lives.reduce(0) { $0 + $1.reservations.count }, "reservation")
    report.add(entities.reduce(0) { $0 + $1.deeds.count }, "obligation kept or breached by an event")
    let statements = view.statements.map(\.statement)
    let attestations = entities.map(\.attestation) + statements.map(\.attestation)
    report.add(
      attestations.count { $0.secret != nil }, "who knew of a secret, and since when",
      instead: "written as 'secret'")
    report.add(
      lives.reduce(0) { sum, life in
        let own = life.acts.map(\.attestation) + life.terms.map(\.attestation)
        return sum + own.count { $0 != Attestation() }
      }, "how an act or terms are attested")
    report.add(
      entities.reduce(0) { $0 + $1.attributes.count } + statements.reduce(0) { $0 + $1.attributes.count }
        + graph.attributes.count, "attribute of another program")
    report.add(
      entities.reduce(0) { $0 + ($1.shortName == nil ? 0 : 1) }, "short name",
      instead: "written where it is named in a row")
    return report
  }
}
