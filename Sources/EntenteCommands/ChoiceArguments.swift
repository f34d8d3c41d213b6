public import ArgumentParser
public import EntenteKit

/// What of a graph a picture draws.
struct ChoiceArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Draw only these actors, separated by commas, and the agreements that join them.", valueName: "actors"),
    completion: .idList { $0.ids(.actor) })
  var among: String?

  @Option(
    help: ArgumentHelp(
      "Draw this entity and what is around it, as far as --steps says.", valueName: "entity"),
    completion: .ids { $0.entityIDs })
  var ego: String?

  @Option(
    help: ArgumentHelp(
      "With --ego: how far from it. A step leads from an actor through an agreement to those who share it.",
      valueName: "number"))
  var steps = 1

  @Option(
    help: ArgumentHelp(
      "Draw only so many actors, the most central. Default: all, or 40 of a large graph.", valueName: "number"
    ))
  var top: Int?

  @Option(help: ArgumentHelp("By which measure --top and large graphs choose.", valueName: "measure"))
  var by: Measure = .betweenness

  @Option(
    help: ArgumentHelp(
      "What to draw, separated by commas: actors, agreements, territories, events, persons. Default: what suits the picture.",
      valueName: "contents"), completion: .words(PictureChoice.Content.self))
  var show: String?

  @Option(
    help: ArgumentHelp(
      "Draw only these roles, separated by commas, such as party,guarantor.", valueName: "roles"),
    completion: .idList { Set($0.statements.map(\.role.name)).sorted() })
  var roles: String?

  @Option(
    help: ArgumentHelp(
      "Draw what is dated, or on a timeline was in force, on this date or later (EDTF).", valueName: "date"))
  var from: String?

  @Option(
    name: .customLong("to"),
    help: ArgumentHelp(
      "Draw what is dated, or on a timeline was in force, on this date or earlier (EDTF).", valueName: "date")
  )
  var until: String?

  /// Tells mistakes that need no file to be seen.
  func checkWords() throws {
    guard steps >= 1 else { throw Misuse("--steps: \(steps) is no distance; expected 1 or more.") }
    if let top, top < 1 { throw Misuse("--top: \(top) is no number of actors; expected 1 or more.") }
    if by.isGroup {
      throw Misuse("--by: '\(by.rawValue)' numbers groups and is no score; expected a measure that is.")
    }
    if by.isTemporal {
      throw Misuse(
        "--by: '\(by.rawValue)' follows contacts in time; expected a measure without times.")
    }
    if let show { let _: [PictureChoice.Content] = try wordList(show, "--show") }
    let first = try from.map { try date($0, "--from") }
    let last = try until.map { try date($0, "--to") }
    if let first, let last, first.earliest > last.latest {
      throw Misuse("--from \(first) comes after --to \(last), so there is nothing to draw.")
    }
  }

  /// The choice in a graph.
  func choice(in graph: DiplomaticGraph) throws -> PictureChoice {
    var choice = PictureChoice()
    if let among {
      choice.among = try among.split(separator: ",").map {
        try actor($0.trimmingSpaces(), "--among", in: graph)
      }
      guard !choice.among.isEmpty else {
        throw Misuse("--among is empty; expected actors, separated by commas.")
      }
    }
    if let ego {
      choice.ego = EntityID(ego)
      guard graph[EntityID(ego)] != nil else {
        throw Misuse(
          "--ego: '\(ego)' is not an entity of this graph.\(didYouMean(ego, among: graph.entityIDs))")
      }
    }
    choice.steps = steps
    choice.top = top
    choice.measure = by
    if let show { choice.show = Set(try wordList(show, "--show")) }
    if let roles { choice.roles = try roleList(roles, in: graph) }
    choice.from = try from.map { try date($0, "--from", graph.defaultOffset) }
    choice.to = try until.map { try date($0, "--to", graph.defaultOffset) }
    return choice
  }

  private func roleList(_ text: String, in graph: DiplomaticGraph) throws -> Set<Role> {
    let known = Set(graph.statements.map(\.role.name))
    let names = text.split(separator: ",").map { $0.trimmingSpaces() }
    for name in names where !known.contains(name) {
      throw Misuse(
        "--roles: nobody and nothing has the role '\(name)' in this graph.\(didYouMean(name, among: known.sorted()))"
      )
    }
    guard !names.isEmpty else { throw Misuse("--roles is empty; expected roles, separated by commas.") }
    return Set(names.map { Role($0) })
  }
}
