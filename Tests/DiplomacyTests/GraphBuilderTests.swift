import Chronology
import Diplomacy
import Testing

@Suite struct GraphBuilderTests {
  @Test func idsAreMadeOfNamesAndNeverTwice() {
    var builder = Diplomacy.GraphBuilder(title: "Names")
    #expect(builder.add(.state, "Soviet Union") == "soviet-union")
    #expect(builder.add(.state, "Soviet Union") == "soviet-union-2")
    #expect(builder.add(.state, "soviet -- union!") == "soviet-union-3")
    #expect(builder.add(.state, "Österreich") == "österreich")
    #expect(builder.add(.state, "日本") == "日本")
    #expect(builder.add(.state, "?!") == "entity")
    #expect(builder.add(.state, "Japan", id: "jp") == "jp")
    #expect(builder.graph().entities.map(\.id).count == 7)
  }

  @Test func statementsAreNamedByRoleSubjectAndObject() throws {
    var builder = Diplomacy.GraphBuilder(title: "Statements")
    let (a, b) = (builder.add(.state, "A"), builder.add(.state, "B"))
    #expect(builder.say(a, .hostileTo, b) == "hostile-to.a.b")
    #expect(builder.say(a, .hostileTo, b, when: try date("1914/1918")) == "hostile-to.a.b.2")
    #expect(builder.say(a, .borders, b, id: "mine", weight: 2.5) == "mine")
    let graph = builder.graph()
    #expect(graph.statements.map(\.weight) == [nil, nil, 2.5])
    #expect(graph.statement("hostile-to.a.b.2")?.when?.text == "1914/1918")
  }

  @Test func anAgreementHasALife() throws {
    var builder = Diplomacy.GraphBuilder(title: "Lives", language: "de")
    let a = builder.add(.state, "A", when: try date("1900/1950"))
    let stated = builder.add(.pact, "Pakt", inForce: try date("1939/1941"))
    let derived = builder.add(
      .treaty, "Vertrag", signed: try date("1922-04-16"), terms: Terms(duration: Period(years: 5)))
    for agreement in [stated, derived] { builder.say(a, .party, agreement) }
    let view = GraphView(builder.graph())
    #expect(view.course(of: stated)?.spans == [try span("1939/1941")])
    #expect(view.course(of: derived)?.spans == [try span("1922-04-16/1927-04-16")])
    #expect(view.graph[stated]?.label(in: "de") == "Pakt")
    #expect(view.parties(of: derived) == [a])
  }

  /// What a builder makes is what a graph made by hand is: the same in every field, the weight and the direction of links included.
  @Test func drawnGraphsKeepAllThatIsNoDate() throws {
    var builder = Diplomacy.GraphBuilder(title: "Draws")
    let (a, b) = (builder.add(.state, "A"), builder.add(.state, "B", when: try date("193X/194X")))
    builder.say(a, .arc, b, when: try date("193X"), weight: 3)
    var graph = builder.graph()
    graph.hasDirectedLinks = true
    graph.summary = "S"
    var generator = SeededGenerator(seed: 1)
    let drawn = graph.withDatesDrawn(using: &generator)
    #expect(drawn.hasDirectedLinks && drawn.summary == "S" && drawn.statements[0].weight == 3)
    #expect(drawn.statements[0].when?.precision == .day)
  }
}
