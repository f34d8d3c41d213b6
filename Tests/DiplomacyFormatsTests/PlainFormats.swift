import Chronology
import Diplomacy
import Foundation
import TestSupport

@testable import DiplomacyFormats

/// The plain formats, for tests that hold for each.
enum PlainFormat: String, CaseIterable, Sendable {
  case gml, net, paj, dl, sif

  /// Its declaration.
  var format: Format {
    switch self {
    case .gml: .gml
    case .net: .pajek
    case .paj: .pajekProject
    case .dl: .ucinet
    case .sif: .sif
    }
  }

  /// Reads a text, and says what is told, each with its place: `3:1: …`.
  func read(_ text: String, isStrict: Bool = false) -> ReadText { read(Data(text.utf8), isStrict: isStrict) }

  /// Reads bytes.
  func read(_ data: Data, isStrict: Bool = false) -> ReadText {
    func words(_ diagnostics: [Diagnostic]) -> [String] {
      diagnostics.map { ($0.place.map { "\($0.line):\($0.column): " } ?? "") + $0.message }
    }
    do {
      let document = try format.reader?.read(data, "t.\(rawValue)", isStrict ? [.strict] : [])
      return (document?.graph, words(document?.warnings ?? []))
    } catch let error as InputDiagnostics {
      return (nil, words(error.diagnostics))
    } catch {
      return (nil, ["\(error)"])
    }
  }

  /// Writes a view.
  func write(_ view: GraphView, for dialect: String? = nil) throws -> Export {
    guard let writer = format.writer else { return Export(bytes: [], losses: LossReport()) }
    return try writer.write(view, WritingOptions(dialect: dialect))
  }
}

/// What a network says in short: `a>b` leads one way, `a-b` both; with roles, weights and dates where they are said.
func edges(_ graph: DiplomaticGraph?) -> [String] {
  (graph?.statements ?? []).map { statement in
    let role = statement.role == .link || statement.role == .arc ? "" : " \(statement.role.name)"
    let weight = statement.weight.map { " ×\($0)" } ?? ""
    let date = statement.when.map { " \($0.edtf)" } ?? ""
    let kept = statement.attributes.map { " \($0.name)=\($0.value)" }.joined()
    return
      "\(statement.subject.rawValue)\(statement.leadsOneWay ? ">" : "-")\(statement.object.rawValue)\(role)\(weight)\(date)\(kept)"
  }
}

/// The nodes in short, with their names where these are not their ids, their dates and what is kept.
func nodes(_ graph: DiplomaticGraph?) -> [String] {
  (graph?.entities ?? []).map { entity in
    let name = entity.name.text(in: "en")
    let dates = [entity.when?.edtf].compactMap(\.self) + entity.existence.map(\.date.edtf)
    let kept = entity.attributes.map { " \($0.name)=\($0.value)" }.joined()
    return entity.id.rawValue + (name == entity.id.rawValue ? "" : " '\(name ?? "")'")
      + dates.map { " \($0)" }.joined() + kept
  }
}

/// Graphs of chance: hard names, all kinds, roles of any words, weights, dates and kept attributes.
func randomGraph(seed: UInt64) throws -> DiplomaticGraph {
  var chance = SeededNumbers(seed: seed)
  func any<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &chance)]
  }
  let dates = SampleGraph.hardDates
  func date() throws -> HistoricalDate? {
    Bool.random(using: &chance) ? try HistoricalDate(any(dates)) : nil
  }
  func attributes() -> [Attribute] {
    let names = [
      "color", "graphics.x", "graphics.y", "graphics.deep.fill", "a b", "é", "1st", "k x", "k", "id",
      "_x0041_", "node",
      "graph.x", "a..b", ".", "value", "source", "entity", "x", "when_", "日",
    ]
    let picked = Set((0..<Int.random(in: 0..<4, using: &chance)).map { _ in any(names) })
    return picked.sorted().map { name in
      // An attribute is of one kind in a network.
      switch name {
      case "graphics.x", "graphics.y", "x":
        Attribute(name, .number(Double.random(in: -1e9...1e9, using: &chance)))
      case "value", "1st": Attribute(name, .integer(Int.random(in: -9...9_999_999_999, using: &chance)))
      case "k": Attribute(name, .number(any([1e-300, 1e300, 0.1, -0.0, 5])))
      default: Attribute(name, .text(any(SampleGraph.hardNames)))
      }
    }
  }
  let kinds =
    ["state", "person", "bloc", "node"].map { EntityKind(.actor, $0) } + [EntityKind(.agreement, "treaty")]
  let entities = try (0..<Int.random(in: 1..<30, using: &chance)).map { number in
    var entity = Entity(
      id: EntityID("e\(number)"), kind: any(kinds),
      name: LocalizedText(any(SampleGraph.hardNames), language: "en"))
    if entity.kind.category != .agreement { entity.when = try date() }
    entity.attributes = attributes()
    return entity
  }
  let roles = ["party", "hostile-to", "link", "link-to", "member-of", "a,b", "日本"].map { Role($0) }
  let statements = try (0..<Int.random(in: 0..<60, using: &chance)).map { number in
    var statement = Statement(
      id: StatementID("s\(number)"), subject: any(entities).id, role: any(roles), object: any(entities).id,
      when: try date(), weight: any([nil, 1, 0.5, 1e-7, 12_345_678]))
    // Links and arcs say by their names which way they lead.
    if statement.role != .link, statement.role != .arc {
      statement.isDirected = any([nil, nil, true, false])
    }
    statement.attributes = attributes()
    return statement
  }
  return DiplomaticGraph(
    title: LocalizedText("Random \(seed)", language: "en"), entities: entities, statements: statements)
}
