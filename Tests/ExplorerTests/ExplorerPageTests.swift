import Diplomacy
import DiplomacyFormats
import Foundation
import TestSupport
import Testing

@testable import DiplomacyDrawing

/// The page as a file, without a browser.
struct ExplorerPageTests {
  private static let modules = ExplorerPage.names.filter { $0.hasSuffix(".js") }

  // Digests by FIPS 180-4 and its examples.
  @Test(arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
    ),
  ])
  func digestsAreThoseOfTheStandard(text: String, digest: String) {
    #expect(SHA256.base64(of: text) == digest)
  }

  @Test func thePageWithoutDataIsUnder300Kilobytes() {
    let bytes = ExplorerPage(title: "", language: "en", data: "").bytes
    #expect(bytes.count < 300_000, "\(bytes.count)")
  }

  @Test func modulesAreShortAndImportWhatStandsBefore() throws {
    var known: Set<String> = []
    for module in Self.modules {
      let text = ExplorerPage.part(module)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count <= 300, "\(module)")
      for line in lines where line.hasPrefix("import") {
        let match = try #require(
          line.wholeMatch(of: /import \{ [\w, ]+ \} from "\.\/([\w-]+\.js)";/), "\(module): \(line)")
        #expect(known.contains(String(match.1)), "\(module) imports \(match.1)")
      }
      #expect(!text.contains("innerHTML") && !text.contains("eval("), "\(module)")
      known.insert(module)
    }
    #expect(!ExplorerPage.script.contains("</script") && !ExplorerPage.script.contains("<!--"))
  }

  @Test func everythingThePageSaysIsSaidInFiveLanguages() throws {
    let words = ExplorerPage.part("words.js")
    var keys: Set<String> = []
    for module in Self.modules {
      keys.formUnion(ExplorerPage.part(module).matches(of: /\bt\("((?:[^"\\]|\\.)+)"/).map { String($0.1) })
    }
    keys.formUnion(
      ExplorerPage.part("page.html").matches(of: /data-(?:t|label)="([^"]+)"/).map { String($0.1) })
    #expect(keys.count > 150)
    for key in keys {
      let line = words.split(separator: "\n").first { $0.hasPrefix("  \"\(key)\": [") }
      let others = line.map { $0.dropFirst(key.count + 7).matches(of: /"((?:[^"\\]|\\.)+)"/) } ?? []
      #expect(others.count == 4, "\(key)")
      // What is filled in stands in every language.
      let places = Set(key.matches(of: /\{\w+\}/).map { String($0.output) })
      for other in others {
        #expect(Set(other.1.matches(of: /\{\w+\}/).map { String($0.output) }) == places, "\(key): \(other.1)")
      }
    }
  }

  @Test func theVocabularyOfGraphsHasWordsInFiveLanguages() {
    let lines = ExplorerPage.part("vocabulary.js").split(separator: "\n").map { $0.split(separator: "|") }
    let known = Dictionary(grouping: lines.filter { $0.count == 6 }) { String($0[0]) }
    let kinds = Diplomacy.Category.allCases.flatMap { [$0.rawValue] + EntityKind.core($0).map(\.name) }
    let words =
      kinds + Role.coreRoles.map(\.name) + Role.ties.map(\.name) + Act.Kind.core.map(\.name)
      + Obligation.Kind.core.map(\.name) + Modality.allCases.map(\.rawValue)
      + Certainty.allCases.map(\.rawValue)
      + Existence.Condition.allCases.map(\.rawValue) + Deed.Effect.allCases.map(\.rawValue)
      + Terms.Effect.allCases.map(\.rawValue) + Terms.Entry.allCases.map(\.rawValue)
      + Terms.TermStart.allCases.map(\.rawValue) + Terms.Extent.allCases.map(\.rawValue)
      + Terms.Breach.allCases.map { "breach \($0.rawValue)" }
    for word in words { #expect(known[word]?.count == 1, "\(word)") }
  }

  @Test(arguments: SampleGraph.all)
  func theDataIsJSONWithoutMarkup(sample: SampleGraph) throws {
    let graph = try GraphFile.read(sample.text, named: sample.name)
    let page = String(decoding: Explorer(GraphView(graph), positions: [:]).bytes, as: UTF8.self)
    let again = String(decoding: Explorer(GraphView(graph), positions: [:]).bytes, as: UTF8.self)
    #expect(page == again)
    let start = try #require(page.range(of: "id=\"data\">"))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    let data = page[start.upperBound..<end.lowerBound]
    #expect(!data.contains("<"))
    let json = try object(String(data))
    #expect((json["entities"] as? [Any])?.count == graph.entities.count)
    #expect((json["statements"] as? [Any])?.count == graph.statements.count)
  }

  @Test func whatAViewLeavesOutIsNotInThePage() throws {
    let graph = try GraphFile.read(twoPacts, named: "two")
    let view = GraphView(graph, ViewOptions(withoutEntities: ["beta"]))
    let page = String(decoding: Explorer(view, positions: [:]).bytes, as: UTF8.self)
    #expect(!page.contains("大日本帝国") && page.contains("Alpha"))
  }

  @Test func placesThatAreNoNumbersAreLeftOut() throws {
    let graph = try GraphFile.read(twoPacts, named: "two")
    let explorer = Explorer(
      GraphView(graph),
      positions: [
        "alpha": .init(x: .nan, y: 0), "beta": .init(x: 1, y: .infinity), "gamma": .init(x: 1, y: 2),
      ])
    #expect(explorer.positions == ["gamma": .init(x: 1, y: 2)])
  }
}
