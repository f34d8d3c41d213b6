import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// The small schema of our TEI, `Documentation/entente-tei.rng`.
@Suite struct TEISchemaTests {
  private static let schema = projectFolder.appending(path: "Documentation/entente-tei.rng")

  private func complaints(_ schema: URL, _ documents: [(name: String, bytes: [UInt8])]) throws -> String {
    let folder = try temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try documents.map { document in
      let file = folder.appending(path: "\(document.name).xml")
      try Data(document.bytes).write(to: file)
      return file.path
    }
    let outcome = try run(try #require(Tools.jing), [schema.path] + files)
    return String(outcome.output.replacing("\(folder.path)/", with: "").prefix(3000))
  }

  private func wildDocuments() throws -> [(name: String, bytes: [UInt8])] {
    try (0..<UInt64(20)).map { ("wild-\($0)", try tei(GraphView(WildGraph.graph(seed: $0))).bytes) }
  }

  @Test(.enabled(if: Tools.jing != nil, "jing is missing; run Scripts/test."))
  func everyDocumentIsValidByTheSmallSchema() throws {
    let samples = try SampleGraph.all.flatMap { try $0.views() }.map { ($0.name, try tei($0.view).bytes) }
    #expect(try complaints(Self.schema, samples + wildDocuments()) == "")
  }

  @Test(
    .enabled(
      if: Tools.jing != nil && Tools.teiSchema != nil, "jing or TEI's schema is missing; run Scripts/test."))
  func wildDocumentsAreValidTEI() throws {
    #expect(try complaints(try #require(Tools.teiSchema), wildDocuments()) == "")
  }

  /// The schema is strict: what we never write, it refuses.
  @Test(.enabled(if: Tools.jing != nil, "jing is missing; run Scripts/test."))
  func whatWeNeverWriteIsRefused() throws {
    let text = String(decoding: try tei(GraphView(try SampleGraph.life.graph())).bytes, as: UTF8.self)
    let changes = [
      ("type=\"act\"", "type=\"deed\""), ("<listPerson>", "<listPerson type=\"x\">"),
      (" active=\"#", " active=\""),
      ("when=\"1941-04-13\"", "when=\"13.4.1941\""), ("<licence>", "<licence target=\"x\">"),
      ("cert=\"high\"", "cert=\"unknown\""), ("<term type=\"duration\">", "<term type=\"length\">"),
    ]
    for (found, instead) in changes {
      #expect(text.contains(found), "\(found)")
      let changed = Array(text.replacing(found, with: instead).utf8)
      #expect(try complaints(Self.schema, [("changed", changed)]) != "", "\(found) → \(instead)")
    }
  }
}
