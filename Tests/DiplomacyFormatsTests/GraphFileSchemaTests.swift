import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// The JSON Schema beside the documentation says the same as the reader.
@Suite struct GraphFileSchemaTests {
  private typealias Object = [String: Any]
  private static let path = "Documentation/graph-file.schema.json"

  private func schema() throws -> Object {
    let bytes = try Data(contentsOf: projectFolder.appending(path: Self.path))
    return try #require(try JSONSerialization.jsonObject(with: bytes) as? Object)
  }

  private func definition(_ name: String) throws -> Object {
    let all = try schema()["$defs"] as? Object
    return try #require(all?[name] as? Object, "the schema defines no '\(name)'")
  }

  private func keys(_ mapping: Object) throws -> [String] {
    #expect(mapping["additionalProperties"] as? Bool == false)
    return try #require(mapping["properties"] as? Object).keys.sorted()
  }

  @Test(
    arguments: [
      ("source", GraphFileKeys.source), ("citation-in-full", GraphFileKeys.citation),
      ("reading", GraphFileKeys.reading), ("knower-in-full", GraphFileKeys.knower),
      ("ignorant-in-full", GraphFileKeys.ignorant), ("disclosure-in-full", GraphFileKeys.disclosure),
      ("existence-in-full", GraphFileKeys.existence), ("deed-in-full", GraphFileKeys.deed),
      ("silence", GraphFileKeys.silence),
      ("dated-act-in-full", GraphFileKeys.datedAct), ("act", GraphFileKeys.act),
      ("span-in-force", GraphFileKeys.inForce), ("terms", GraphFileKeys.terms),
      ("reservation", GraphFileKeys.reservation), ("objection-in-full", GraphFileKeys.objection),
      ("obligation", GraphFileKeys.obligation), ("statement", GraphFileKeys.statement),
      ("links-to-entities-in-full", GraphFileKeys.link), ("relative-date", GraphFileKeys.relativeDate),
      ("table", TableKeys.table), ("table-value", TableKeys.value), ("table-condition", TableKeys.condition),
      ("table-citation-in-full", TableKeys.citation), ("table-membership", TableKeys.membership),
      ("table-link", TableKeys.link), ("table-act", TableKeys.act), ("table-source", TableKeys.source),
      ("table-terms", TableKeys.terms),
    ] + Diplomacy.Category.allCases.map { ($0.rawValue, GraphFileKeys.entity($0)) }
      + Diplomacy.Category.allCases.map { ("table-\($0.rawValue)", TableKeys.entity($0)) })
  func mappingHasTheKeysOfTheReader(name: String, known: [String]) throws {
    #expect(try keys(try definition(name)) == known.sorted(), "\(name)")
  }

  @Test func topHasTheKeysOfTheReader() throws {
    #expect(try keys(try schema()) == GraphFileKeys.top.sorted())
  }

  @Test func linksNameTheCategoriesThatTheirRolesAllow() throws {
    for category in Diplomacy.Category.allCases {
      let properties = try #require(try definition(category.rawValue)["properties"] as? Object)
      for link in GraphFileKeys.links(category) {
        let reference = try #require((properties[link.key] as? Object)?["$ref"] as? String)
        let name = try #require(reference.split(separator: "/").last)
        let allowed = Diplomacy.Category.allCases.filter { other in
          link.isReversed ? link.role.fits(other, category) : link.role.fits(category, other)
        }
        let others = Diplomacy.Category.allCases.filter { !allowed.contains($0) }.map(\.rawValue)
        let expected = GraphFileKeys.link.filter { !others.contains($0) }.sorted()
        #expect(try keys(try definition("\(name)-in-full")) == expected, "\(category) \(link.key)")
      }
    }
  }

  @Test func everyKeyIsDescribed() throws {
    let definitions = try #require(try schema()["$defs"] as? Object)
    let mappings = definitions.merging(["the top": try schema()], uniquingKeysWith: { first, _ in first })
    for (name, mapping) in mappings {
      for (key, value) in (mapping as? Object)?["properties"] as? Object ?? [:] {
        let value = try #require(value as? Object)
        let reference = (value["$ref"] as? String)?.split(separator: "/").last.map(String.init)
        let target = reference.flatMap { definitions[$0] as? Object }
        #expect((value["description"] ?? target?["description"]) is String, "\(name).\(key)")
      }
    }
  }

  @Test func vocabulariesAreThoseOfTheModel() throws {
    func words(_ value: Any?) throws -> [String] {
      let object = try #require(value as? Object)
      let open = (object["anyOf"] as? [Object])?.compactMap { $0["enum"] as? [String] }.first
      return try #require(object["enum"] as? [String] ?? open)
    }
    #expect(try words(try definition("certainty")) == Certainty.allCases.map(\.rawValue))
    #expect(try words(try definition("modality")) == Modality.allCases.map(\.rawValue))
    #expect(try words(try definition("depth")) == Knowledge.Depth.allCases.map(\.rawValue))
    for category in Diplomacy.Category.allCases {
      let properties = try definition(category.rawValue)["properties"] as? Object
      #expect(
        Set(try words(properties?["kind"])) == Set(EntityKind.core(category).map(\.name)), "\(category)")
    }
    let act = try definition("act")["properties"] as? Object
    #expect(try words(act?["act"]) == Act.Kind.core.map(\.name))
    let obligation = try definition("obligation")["properties"] as? Object
    #expect(try words(obligation?["kind"]) == Obligation.Kind.core.map(\.name))
    let statement = try definition("statement")["properties"] as? Object
    #expect(Set(try words(statement?["role"])) == Set(Role.coreRoles.map(\.name)))
  }

  @Test(.enabled(if: Tools.python != nil, "Scripts/test installs Python with jsonschema"))
  func mappingsOfAllLayoutsFitTheSchema() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    var files: [String] = []
    for (number, layout) in TableLayout26.all.enumerated() {
      let file = folder.appending(path: "\(number).yaml")
      try Data("entente: 1\ntitle: T\n\(layout.mapping)\n".utf8).write(to: file)
      files.append(file.path)
    }
    let found = try findings(files)
    for (file, layout) in zip(files, TableLayout26.all) { #expect(found[file] == [], "\(layout)") }
  }

  private static func files(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: projectFolder.appending(path: folder).path)
      .filter { $0.hasSuffix(".yaml") }.sorted().map { "\(folder)/\($0)" }
  }
  private static let brokenFolder = "Tests/DiplomacyFormatsTests/Fixtures/broken"

  /// What the schema finds wrong with each file.
  private func findings(_ files: [String]) throws -> [String: [String]] {
    let python = try #require(Tools.python)
    let outcome = try run(
      python, ["Scripts/oracles/validate-schema.py", Self.path] + files, in: projectFolder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: [String]])
  }

  @Test(.enabled(if: Tools.python != nil, "Scripts/test installs Python with jsonschema"))
  func graphsOfTheProjectFitTheSchema() throws {
    let files = try Self.files(in: "Graphs")
    let found = try findings(files)
    for file in files { #expect(found[file] == [], "\(file)") }
  }

  @Test(.enabled(if: Tools.python != nil, "Scripts/test installs Python with jsonschema"))
  func documentedExamplesAndTheirFormsFitTheSchema() throws {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let texts = [
      "documented": try documentedExample(), "every-form": Self.everyForm,
      "json": #"{"entente": 1, "title": {"en": "T"}, "actors": [{"id": "a", "name": "A"}]}"#,
    ]
    for (name, text) in texts {
      _ = try readGraph(text)
      try Data(text.utf8).write(to: folder.appending(path: "\(name).yaml"))
    }
    let found = try findings(texts.keys.sorted().map { folder.appending(path: "\($0).yaml").path })
    #expect(found.count == texts.count)
    for (file, messages) in found { #expect(messages.isEmpty, "\(file)") }
  }

  /// Short and long forms, one and several, in one file.
  private static let everyForm = """
    entente: 1
    title: 1941
    authors: [One, Two]
    language: fr
    default-offset: "+03:00"
    circa: P2Y
    sources: { s: S, t: { title: { en: T }, date: 1941-04-13, quoted-in: s P8 } }
    readings: [{ id: r, title: R, default: true }, { id: q, extends: r, title: Q }]
    actors:
      - { id: a, name: A, exists: { date: 1922%/.., circa: P6M }, identifiers: { viaf: 1234 }, source: "s, p. 3" }
      - { id: b, name: { no: B, ja-Latn: B }, kind: colony, source: [s P4, { source: t, locator: 57 }] }
    territories: { x: X, y: { name: Y, part-of: x, borders: [{ actor: a }, { territory: x, when: 1941 }] } }
    agreements:
      p:
        name: P
        signed: { date: 1941-04-13~, circa: P1W }
        ended: { when: [1945-05-08, 1945-05-09], by: [a, b], place: x }
        acts: [{ act: initialling, when: 1941 }]
        terms: { duration: P1Y6M, notice: P2W, renewal: PT6H }
        in-force: [{ when: { date: 1941~/1945, circa: P3M }, reading: r }, { when: never, reading: [q] }]
        known-to: [a, { actor: b, since: { date: [1945-07~, 1945-08], circa: P1M } }, { actor: b, of: text, certainty: low, note: N }]
        unknown-to: { actor: a, until: 1942, of: text, certainty: medium, source: s }
        disclosed: [{ when: 1943, of: existence, certainty: low, note: N }, 1946, { when: 1947, source: s P1 }]
        parties: a
        signatories: [a, { actor: b, for: a, office: { en: Minister } }]
        obligations: { kind: pay, by: a, within: P3M, of: e }
        same-as: { territory: x }
    events: { e: { name: E, when: [1945-05-08, 1945-05-09], secret: true, modality: planned, holder: a } }
    statements: { subject: a, role: hostile-to, object: b }

    """

  @Test(.enabled(if: Tools.python != nil, "Scripts/test installs Python with jsonschema"))
  func schemaRefusesEveryBrokenFile() throws {
    let files = try Self.files(in: Self.brokenFolder)
    #expect(files.count >= 50)
    let found = try findings(files)
    for file in files { #expect(found[file]?.isEmpty == false, "\(file)") }
  }

  @Test func readerRefusesEveryBrokenFileWithOneMessage() throws {
    for file in try Self.files(in: Self.brokenFolder) {
      let text = try projectText(file)
      #expect(problems(in: text).count == 1, "\(file): \(problems(in: text))")
    }
  }
}
