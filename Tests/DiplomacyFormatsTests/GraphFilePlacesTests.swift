import Diplomacy
import Testing

@testable import DiplomacyFormats

@Suite struct GraphFilePlacesTests {
  private let text = """
    entente: 1
    title: T
    sources: { book: A book }
    readings: { one: One }
    actors:
      alpha: { name: Alpha, hostile-to: [beta, { actor: gamma, id: enmity }] }
      beta: Beta
      gamma: Gamma
    agreements:
      pact:
        name: Pact
        parties: [alpha, beta]
        signed: 1925
        ended: { when: 1930 }
        acts:
          - { act: ratification, when: 1926 }
        terms: { duration: P5Y }
        in-force: [{ when: 1925/1930 }, { when: never, reading: one }]
        obligations:
          - { id: help, kind: assist, by: alpha }
          - { kind: assist, by: beta }
    statements:
      - { subject: alpha, role: borders, object: beta }

    """

  private func place(_ line: Int, _ column: Int) -> Diagnostic.Place {
    Diagnostic.Place(line: line, column: column)
  }

  @Test func everythingHasItsPlace() throws {
    let document = try GraphFile.readDocument(text, named: "graph.yaml")
    let places = document.places
    #expect(places.top == place(1, 1))
    #expect(places.sourcesKey == place(3, 1))
    #expect(places.sources == ["book": place(3, 12)])
    #expect(places.readings == ["one": place(4, 13)])
    #expect(
      places.entities == [
        "alpha": place(6, 3), "beta": place(7, 3), "gamma": place(8, 3), "pact": place(10, 3),
      ])
    #expect(
      places.statements == [
        "hostile-to.alpha.beta": place(6, 38), "enmity": place(6, 53), "party.alpha.pact": place(12, 15),
        "party.beta.pact": place(12, 22), "borders.alpha.beta": place(23, 29),
      ])
    #expect(
      places.homes == [
        "hostile-to.alpha.beta": "alpha", "enmity": "alpha", "party.alpha.pact": "pact",
        "party.beta.pact": "pact",
      ])
    let life = try #require(places.lives["pact"])
    #expect(life.acts == [place(13, 5), place(14, 5), place(16, 9)])
    #expect(life.terms == [place(17, 12)])
    #expect(life.statedInForce == [place(18, 16), place(18, 37)])
    #expect(life.obligations == [place(20, 15), place(21, 9)])
  }

  @Test func theGraphIsTheSame() throws {
    let document = try GraphFile.readDocument(text, named: "graph.yaml")
    let graph = try GraphFile.read(text, named: "graph.yaml")
    #expect(document.graph.entities == graph.entities)
    #expect(document.graph.statements == graph.statements)
    #expect(document.file == "graph.yaml")
  }
}
