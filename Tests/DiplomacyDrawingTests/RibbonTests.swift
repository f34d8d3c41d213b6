import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import Foundation
import TestSupport
import Testing

@testable import DiplomacyDrawing

@Suite struct RibbonTests {
  private func view(_ body: String) throws -> GraphView {
    GraphView(try GraphFile.read("entente: 1\ntitle: A title\n" + body, named: "drawn"))
  }

  private func journey(_ view: GraphView, _ from: EntityID, _ to: EntityID) throws -> Journey {
    try #require(ContactNetwork(view).journeys(from: from, to: to, JourneyOptions())?.possible.first)
  }

  private let chain = """
    actors: { a: Alpha, b: Beta, c: Gamma, d: Delta }
    agreements:
      p: { name: First pact, parties: [a, b], in-force: 1920-03-01/1940 }
      q: { name: Second pact, parties: [b, c], entered-into-force: "[1930-01-01..1932-12-31]", ended: 1940 }
    events: { e: { name: The attack, when: 1935-05-05, agents: d, targets: c } }
    """

  @Test func stepsStandBetweenTheRowsOfTheirActorsInOrderOfTime() throws {
    let view = try view(chain)
    let layout = try SVGLayout(Chart.ribbon(journey(view, "a", "c"), in: view).pages[0])
    let rows = layout.texts.filter { $0.className == "row-label" }
    #expect(rows.map(\.text) == ["Alpha", "Beta", "Gamma"])
    let words = layout.texts.filter { $0.className == "step-label" }
    #expect(
      words.map(\.text) == [
        "First pact", "party", "1 March 1920", "Second pact", "party",
        "between 1 January 1930 and 31 December 1932",
      ])
    for (index, word) in words.enumerated() {
      let y = word.quad.bounds.middle.y
      let (above, below) = (rows[index / 3].quad.bounds.middle.y, rows[index / 3 + 1].quad.bounds.middle.y)
      #expect(y > above && y < below, "\(word.text)")
    }
  }

  @Test func anUncertainMomentIsABoxOverItsBounds() throws {
    let view = try view(chain)
    let journey = try journey(view, "a", "c")
    let steps = journey.steps.map {
      RibbonStep($0, view, PictureScope(view: view, words: PictureWords("en"), language: "en"))
    }
    #expect(steps[0].bounds == nil)
    let bounds = try #require(steps[1].bounds)
    #expect(bounds.earliest == (try HistoricalDate("1930-01-01")).earliest)
    #expect(bounds.latest.day == (try HistoricalDate("1932-12-31")).latest.day)
    // On the scale the years of the box have their share: three of about twelve and ten months.
    let layout = try SVGLayout(Chart.ribbon(journey, in: view).pages[0])
    let box = try #require(
      layout.shapes.first { $0.className == "step" && $0.attributes["stroke-dasharray"] != nil })
    let bands = layout.shapes.filter { $0.className == "plot" && $0.attributes["rx"] == "3.6" }
    let beta = try #require(bands.dropFirst().first).quad.bounds
    // Beta's band reaches from 1920-03-01 to 1930-01-01, with a radius of 3.6 at both ends.
    let perYear = (beta.width - 7.2) / 9.838
    #expect(abs(box.quad.bounds.width / perYear - 3) < 0.02, "\(box.quad.bounds.width / perYear)")
  }

  @Test func anUncertainEndIsABoxToItsLastDay() throws {
    let view = try view(
      """
      actors: { a: A, b: { name: B, kind: organization, member-of: { actor: a, when: 1933/1945-05 } } }
      """)
    var options = JourneyOptions()
    options.criterion = .latest
    let journey = try #require(
      ContactNetwork(view).journeys(from: "b", to: "a", options)?.possible.first)
    let layout = try SVGLayout(Chart.ribbon(journey, in: view).pages[0])
    #expect(layout.texts("step-label").last == "between 1 and 31 May 1945")
    #expect(layout.texts("tick").count == 2, "\(layout.texts("tick"))")
  }

  @Test(arguments: ["en", "fr", "de", "ru", "ja"], [nil, 90, 160] as [Double?])
  func labelsAreClearInEveryLanguageAndWidth(language: String, width: Double?) throws {
    for name in ["neutrality-pact", "interwar-pacts"] {
      let sample = try #require(SampleGraph.ofTheProject.first { $0.name == name })
      let view = GraphView(try GraphFile.read(sample.text, named: name))
      let ends: [(EntityID, EntityID)] =
        name == "neutrality-pact"
        ? [("usa", "matsuoka"), ("german-generals", "sato"), ("yamashita", "stalin")]
        : [("finland", "japan"), ("afghanistan", "hungary")]
      for (from, to) in ends {
        guard
          let journey = try ContactNetwork(view).journeys(from: from, to: to, JourneyOptions())?.possible
            .first
        else {
          Issue.record("there is no journey from \(from) to \(to)")
          continue
        }
        let style = PictureStyle(width: width.map(PictureStyle.points), language: language)
        let chart = try Chart.ribbon(journey, in: view, style)
        let layout = try SVGLayout(chart.pages[0])
        #expect(layout.overlaps() == [], "\(from) to \(to), \(language), \(width ?? 0)")
        #expect(layout.outside(by: 0.5) == [], "\(from) to \(to), \(language), \(width ?? 0)")
        #expect(chart.pages == (try Chart.ribbon(journey, in: view, style).pages))
      }
    }
  }

  @Test func arrowsReadInTheDirectionOfTheRole() throws {
    let view = try view(
      """
      actors: { a: A, m: { kind: person, name: M, represents: { actor: a, office: Envoy, when: 1930/1940 } } }
      """)
    func isTurned(_ from: EntityID, _ to: EntityID) throws -> Bool {
      let journey = try journey(view, from, to)
      return RibbonStep(
        journey.steps[0], view, PictureScope(view: view, words: PictureWords("en"), language: "en")
      ).isTurned
    }
    // M is an envoy of A, wherever the journey starts.
    #expect(try isTurned("a", "m"))
    #expect(try !isTurned("m", "a"))
  }

  @Test func aJourneyIsHighlightedInTheFullDiagram() throws {
    let view = try view(chain)
    let journey = try journey(view, "a", "c")
    let chart = try Chart.full(view, journey: journey, PictureStyle(language: "de"))
    let layout = try SVGLayout(chart.pages[0])
    // Only what is on the way has words.
    #expect(
      Set(layout.texts("role")) == ["Partei, 1. März 1920", "Partei, 1. Januar 1930"],
      "\(layout.texts("role"))")
    let tree = try XMLTree.parse(Array(chart.pages[0].utf8))
    let faded = tree.all("g").filter { $0["opacity"] != nil }.flatMap { $0.all("g") }
      .compactMap { $0["data-id"] }
    #expect(Set(faded) == ["d", "e"])
    #expect(layout.overlaps() == [])
  }

  @Test func namesAreDrawnWhateverTheyHold() throws {
    let view = GraphView(try GraphFile.read(SampleGraph.names.text, named: "names"))
    let journey = try journey(view, "a0", "a7")
    let texts = letters(try SVGLayout(Chart.ribbon(journey, in: view).pages[0]).texts.map(\.text).joined())
    #expect(texts.contains(letters(onOneLine(SampleGraph.hardNames[0]))))
    #expect(texts.contains(letters(onOneLine(SampleGraph.hardNames[7]))))
  }
}
