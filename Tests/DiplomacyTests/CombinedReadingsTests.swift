import Chronology
import Diplomacy
import Testing

/// Readings of different questions, taken together.
@Suite struct CombinedReadingsTests {
  private func reading(
    _ id: ReadingID, _ question: String?, extends: ReadingID? = nil, isDefault: Bool = false
  )
    -> Reading
  {
    Reading(
      id: id, title: LocalizedText("The \(id)", language: "en"), extends: extends, isDefault: isDefault,
      question: question)
  }

  /// The end of a pact by two readings, and whether a third power was its party by two others.
  private func sample(_ more: Reading...) throws -> DiplomaticGraph {
    graph(
      [
        entity("a", .actor), entity("b", .actor), entity("m", .actor),
        entity(
          "pact", .agreement,
          life: AgreementLife(acts: [
            try act(.signature, "1930-01-01"), try act(.termination, "1935-01-01", under("text")),
            try act(.termination, "1940-01-01", under("note")),
          ])),
      ],
      [
        statement("a", .party, "pact"), statement("b", .party, "pact"),
        statement("m", .party, "pact", attestation: under("state")),
      ],
      readings: [
        reading("text", "end", isDefault: true), reading("note", "end"), reading("state", "power"),
        reading("puppet", "power", isDefault: true), reading("late", nil, extends: "note"),
      ] + more)
  }

  @Test func whatHoldsUnderAnyOfTheReadingsHolds() throws {
    let graph = try sample()
    func seen(_ readings: ReadingID...) throws -> [String] {
      let view = GraphView(
        graph, ViewOptions(at: try date("1938-01-01"), reading: ReadingID.combining(readings)))
      return view.statements.map { "\($0.statement.subject) \($0.answer)" }
    }
    #expect(try seen("note") == ["a yes", "b yes"])
    #expect(try seen("note", "state") == ["a yes", "b yes", "m yes"])
    #expect(try seen("text", "state") == [])
    // What a reading extends is taken too.
    #expect(try seen("late", "state") == ["a yes", "b yes", "m yes"])
    #expect(GraphView(graph, ViewOptions(reading: "note,state")).conventions[0] == "readings: note and state")
    #expect(graph.title(of: "note,state", in: "en") == "The note + The state")
    #expect(graph.defaultReading == "text,puppet")
  }

  @Test func readingsOfOneQuestionExcludeEachOther() throws {
    let graph = try sample()
    let clash = try #require(graph.clash(among: ["state", "text", "late"]))
    #expect(clash.first == "text" && clash.second == "late" && clash.question == "end")
    #expect(graph.clash(among: ["state", "text"]) == nil)
  }

  /// Where all are looked at, each answer to one question meets each answer to the other.
  @Test func allReadingsAreFollowedInEveryCombination() throws {
    let graph = try sample()
    #expect(
      graph.readingCombinations == [
        "text,state", "text,puppet", "note,state", "note,puppet", "late,state", "late,puppet",
      ])
    // Under both questions together: two pairs of ends, and what they have in common.
    let course = try #require(GraphView(graph).course(of: "pact"))
    #expect(course.spans.map(\.description).count == 1)
    #expect(try course.spans[0].earliestEnd == date("1935-01-01").latest.adding(seconds: 1))
    #expect(try course.spans[0].latestEnd == date("1940-01-01").latest.adding(seconds: 1))
    // A graph of one question is followed as ever.
    let plain = Diplomacy.DiplomaticGraph(
      title: LocalizedText("Plain", language: "en"), readings: [reading("one", nil), reading("two", nil)],
      entities: [], statements: [])
    #expect(plain.readingCombinations == ["one", "two"] && !plain.hasTooManyCombinations)
  }

  @Test func tooManyCombinationsAreNotFollowed() {
    let readings = (0..<7).flatMap { question in
      ["yes", "no"].map { reading(ReadingID("\($0)\(question)"), "question \(question)") }
    }
    let graph = DiplomaticGraph(
      title: LocalizedText("Many", language: "en"), readings: readings, entities: [], statements: [])
    #expect(graph.hasTooManyCombinations && graph.readingCombinations == readings.map(\.id))
    #expect(GraphView(graph).conventions[0].contains("more than 64 combinations"))
  }
}
