import Chronology
public import Diplomacy

extension GraphFile {
  /// Writes a graph as a graph file in YAML: short forms where they say all, in the order of the graph.
  ///
  /// The file reads back as the same graph; what it cannot hold (ids that are no words, and what refers to nothing) the
  /// report names. Entities stand by category, and what is written again gives the same bytes.
  /// - Parameters:
  ///   - graph: The graph; an empty one makes a file with a title alone.
  ///   - comments: What is said at the top, a line each.
  ///   - order: Whether statements keep their order, or stand with the entities that they are of.
  /// - Complexity: O(*n* log *n*); *n* parts of the graph.
  public static func export(
    _ graph: DiplomaticGraph, comments: [String] = [], order: StatementOrder = .kept
  ) -> Export {
    var best = GraphFileWriter(graph, order)
    var sections = best.sections()
    // A file of which most dates are in Old Style says so once.
    if let style = best.oddStyle {
      var other = GraphFileWriter(graph, order, style: style)
      let others = other.sections()
      if other.oddDates < best.oddDates { (best, sections) = (other, others) }
    }
    let keys = Set(["sources", "readings", "statements"] + GraphFileWriter.sections.map(\.key))
    return Export(
      bytes: YAMLWriter.text(sections, sections: keys, comments: comments), losses: best.losses.report)
  }

  /// In what order statements are written.
  public enum StatementOrder: Hashable, Sendable {
    /// As they stand in the graph: those that no entity has in this order stand in full, at the end.
    case kept
    /// With the entities that have a key for them, whatever their order in the graph.
    case grouped
  }
}

/// Writes one graph.
struct GraphFileWriter {
  let graph: DiplomaticGraph
  let names: WrittenNames
  let order: GraphFile.StatementOrder
  /// How the dates of the file are reckoned.
  let style: DateStyle
  /// How far approximate dates reach, where all reach as far.
  let circa: Period?
  var losses = WritingLosses()
  /// The style of a date of another style than the file's, and how many there are.
  var oddStyle: DateStyle?
  var oddDates = 0
  /// The relative dates, by their places.
  let relativeDates: [DateSlot: [YAMLValue.Pair]]
  /// The entities as they are written: by category.
  let entities: [Int]
  let links: PlacedLinks

  /// The sections with entities, in the order of the file.
  static let sections: [(category: Category, key: String)] = [
    (.actor, "actors"), (.territory, "territories"), (.agreement, "agreements"), (.event, "events"),
  ]

  init(_ whole: DiplomaticGraph, _ order: GraphFile.StatementOrder, style: DateStyle = .gregorian) {
    let handedOn = whole.withoutWhatIsHandedOn()
    graph = handedOn.graph
    names = WrittenNames(graph)
    self.style = style
    self.order = order
    circa = Self.commonReach(of: graph)
    let graph = graph
    entities = Self.sections.flatMap { section in
      graph.entities.indices.filter { graph.entities[$0].category == section.category }
    }
    links = PlacedLinks(graph, entities, names, order)
    let relative = RelativeDatesWriter(graph, names)
    relativeDates = relative.written
    losses.add("id that is no word, or that two things have", names.changed, "written as another word")
    losses.add("order of dates", relative.lost, "the dates are written with their bounds")
    losses.add("succession", handedOn.odd, "what it hands on is added when the file is read")
  }

  /// How far all approximate dates reach; nil where they differ, or one reaches no further than it is written.
  private static func commonReach(of graph: DiplomaticGraph) -> Period? {
    var reach: Period?
    var isCommon = true
    graph.forEachDate { date in
      guard isCommon, date.isApproximate else { return }
      if reach == nil { reach = date.circa }
      isCommon = reach != nil && reach == date.circa
    }
    return isCommon ? reach : nil
  }

  // MARK: The file

  /// Everything, in order.
  mutating func sections() -> [YAMLValue.Pair] {
    var file = YAMLPairs()
    file.add("entente", .word("1"))
    file.add("title", localized(graph.title, orElse: "Untitled"))
    file.add("summary", text(graph.summary))
    file.add("authors", YAMLValue.oneOrSeveral(graph.authors.compactMap { text($0) }))
    file.add("license", text(graph.license))
    file.add("language", .word(language(graph.language)))
    file.add("default-offset", graph.defaultOffset.map { .text($0.description) })
    if style.calendar == .julian { file.add("date-style", .word("julian")) }
    if style.yearStart != .january { file.add("new-year", .text(style.yearStart.text)) }
    file.add("circa", word: circa?.description)
    file.add("directed-links", flag: graph.hasDirectedLinks)
    file.add("attributes", attributes(graph.attributes))
    func section(_ key: String, _ pairs: [YAMLValue.Pair]) {
      if !pairs.isEmpty { file.add(key, .mapping(pairs)) }
    }
    section("sources", graph.sources.map { .init(key: names[$0.id], value: source($0)) })
    section("readings", graph.readings.map { .init(key: names[$0.id], value: reading($0)) })
    for (category, key) in Self.sections {
      let members = entities.filter { graph.entities[$0].category == category }
      section(key, members.map { .init(key: names[graph.entities[$0].id], value: entity($0)) })
    }
    let statements = links.inFull.map { statementInFull($0) }
    if !statements.isEmpty { file.add("statements", .list(statements)) }
    return file.pairs
  }

  private mutating func source(_ source: Source) -> YAMLValue {
    var fields = YAMLPairs()
    fields.add("kind", text(source.kind))
    fields.add("author", text(source.author))
    fields.add("date", source.date.map { date($0) })
    fields.add("language", text(source.language))
    fields.add("url", text(source.url))
    fields.add("publisher", text(source.publisher))
    fields.add("quoted-in", source.quotedIn.flatMap { citation($0) })
    fields.add("note", text(source.note))
    return named("title", source.title, names[source.id], fields)
  }

  private mutating func reading(_ reading: Reading) -> YAMLValue {
    var fields = YAMLPairs()
    let parent = reading.extends.flatMap { graph[$0] == nil ? nil : $0 }
    if parent != reading.extends { losses.note("reference to nothing") }
    fields.add("extends", word: parent.map { names[$0] })
    fields.add("question", text(reading.question))
    fields.add("default", flag: reading.isDefault)
    fields.add("note", text(reading.note))
    return named("title", reading.title, names[reading.id], fields)
  }

  /// What has a name, and perhaps nothing else.
  mutating func named(_ key: String, _ name: LocalizedText, _ id: String, _ fields: YAMLPairs) -> YAMLValue {
    let name = localized(name, orElse: id)
    if fields.pairs.isEmpty, case .text = name { return name }
    var all = YAMLPairs()
    all.add(key, name)
    all.add(fields.pairs)
    return all.mapping
  }
}
