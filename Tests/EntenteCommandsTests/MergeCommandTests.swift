import Foundation
import TestSupport
import Testing

/// `entente merge`: several graphs into one file.
@Suite struct MergeCommandTests {
  private let place: Workplace

  init() throws {
    place = try Workplace([
      "one.yaml":
        "entente: 1\ntitle: One\nactors: { a: A, b: B }\nagreements: { p: { name: P, parties: [a], signed: 1941-04-13 } }\n",
      "two.yaml":
        "entente: 1\ntitle: Two\nactors: { a: A, b: B }\nagreements: { p: { name: P, parties: [b], signed: 1941-04-14 } }\n",
      "other.yaml": "entente: 1\ntitle: Other\nterritories: { a: A }\n",
    ])
  }

  @Test func filesBecomeOneAndWhatDiffersIsTold() throws {
    let outcome = try place.entente("merge", "one.yaml", "two.yaml", "-o", "both.yaml", "--format", "csv")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      outcome.output
        == "id,field,file,says,other file,says there,outcome\np,act,one.yaml,signature 1941-04-13,two.yaml,signature 1941-04-14,first kept\n"
    )
    #expect(
      try place.text("both.yaml")
        == """
        entente: 1
        title: One · Two
        language: en

        actors:
          a: A
          b: B

        agreements:
          p: { kind: treaty, name: P, signed: 1941-04-13, parties: [a, b] }

        """.replacing("kind: treaty, ", with: ""))
  }

  @Test func versionsAreKeptAsReadings() throws {
    let outcome = try place.entente("merge", "one.yaml", "two.yaml", "-o", "both.yaml", "--as-readings")
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("kept as readings"))
    let life = try place.entente("life", "both.yaml", "--of", "p", "--reading", "two")
    #expect(life.output.contains("14 April 1941") || life.output.contains("1941-04-14"), "\(life.output)")
  }

  @Test func idsOfOtherSortsStopTheWork() throws {
    let outcome = try place.entente("merge", "one.yaml", "other.yaml", "-o", "both.yaml")
    #expect(outcome.code == 2)
    #expect(
      outcome.errors.contains("the id 'a' is an actor in one.yaml and a territory in other.yaml"),
      "\(outcome.errors)")
    expectRefusal(
      try place.entente("merge", "one.yaml", "-o", "both.yaml"), code: 64, saying: "two files or more")
    #expect(place.contents == ["one.yaml", "other.yaml", "two.yaml"])
  }
}
