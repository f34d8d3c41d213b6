import Chronology
import Diplomacy
import DiplomacyFormats
import Foundation
import TestSupport
import Testing

@testable import DiplomacyDrawing

@Suite(.enabled(if: Tools.dot != nil, "Graphviz' dot is missing; run Scripts/test."))
struct FullDiagramTests {
  private static let languages = ["en", "fr", "de", "ru", "ja"]

  private func view(_ body: String, at date: String? = nil) throws -> GraphView {
    GraphView(
      try GraphFile.read("entente: 1\ntitle: A title\n" + body, named: "drawn"),
      ViewOptions(at: try date.map { try HistoricalDate($0) }))
  }

  private func graph(_ name: String) throws -> GraphView {
    let sample = try #require(SampleGraph.ofTheProject.first { $0.name == name })
    return GraphView(try GraphFile.read(sample.text, named: sample.name))
  }

  private func choice(_ change: (inout PictureChoice) -> Void) -> PictureChoice {
    var choice = PictureChoice()
    change(&choice)
    return choice
  }

  private func tree(_ chart: Chart) throws -> XMLTree { try XMLTree.parse(Array(chart.pages[0].utf8)) }

  // MARK: Layout

  /// What is wrong with where things stand, as sentences.
  private func faults(_ chart: Chart) throws -> [String] {
    let layout = try SVGLayout(chart.pages[0])
    var faults = layout.overlaps() + layout.outside(by: 0.5)
    let nodes = layout.shapes.filter { $0.className == "node" && $0.name != "circle" }
    for role in layout.texts where role.className == "role" {
      for node in nodes where node.quad.meets(role.quad) { faults.append("'\(role.text)' lies on a box") }
    }
    for tag in layout.shapes where tag.className == "tag" {
      for node in nodes where node.quad.meets(tag.quad) {
        faults.append("a number at \(tag.quad.bounds) lies on a box")
      }
      for text in layout.texts
      where text.className != "number" && text.quad.bounds.meets(tag.quad.bounds) {
        faults.append("a number lies on '\(text.text)'")
      }
    }
    for label in layout.texts where label.className == "node-label" {
      let bounds = label.quad.bounds
      let isInside = nodes.contains {
        let box = $0.quad.bounds.widened(by: 0.1)
        return bounds.x >= box.x && bounds.maxX <= box.maxX && bounds.y >= box.y && bounds.maxY <= box.maxY
      }
      if !isInside { faults.append("'\(label.text)' is not in a box") }
    }
    return faults
  }

  @Test(arguments: ["neutrality-pact", "interwar-pacts"], languages)
  func bothGraphsHaveAllLabelsWhereTheyCanBeRead(name: String, language: String) throws {
    let view = try graph(name)
    for width in language == "en" ? [nil, 120, 420] : [nil] as [Double?] {
      for theme in [PictureStyle.Theme.print, .slide] where width == nil || theme == .print {
        let style = PictureStyle(theme: theme, width: width.map(PictureStyle.points), language: language)
        let chart = try Chart.full(view, PictureChoice(), style)
        let found = try faults(chart)
        #expect(found == [], "\(name), \(language), \(width ?? 0) mm, \(theme)")
      }
    }
  }

  @Test(arguments: LayoutEngine.allCases)
  func everyEngineKeepsLabelsClear(engine: LayoutEngine) throws {
    let chart = try Chart.full(
      graph("neutrality-pact"), choice { $0.ego = "neutrality-pact" }, engine: engine)
    let found = try faults(chart)
    #expect(found == [], "\(engine)")
  }

  @Test(arguments: 0..<50) func randomGraphsKeepLabelsClear(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let view = try view(Self.randomGraph(&numbers))
    let style = PictureStyle(
      theme: PictureStyle.Theme.allCases[seed % 4],
      width: seed % 3 == 0 ? PictureStyle.points(140) : nil, language: Self.languages[seed % 5])
    let chart = try Chart.full(view, engine: seed % 5 == 4 ? .neato : nil, style)
    let found = try faults(chart)
    #expect(found == [], "seed \(seed)")
  }

  private static func randomGraph(_ numbers: inout SeededNumbers) -> String {
    let words = [
      "North", "Sea", "Pact of the", "Ōsaka", "Великое", "日本", "Straits-and-Harbours", "of", "Old",
    ]
    func name(_ numbers: inout SeededNumbers) -> String {
      let count = Int.random(in: 1...4, using: &numbers)
      return (0..<count).map { _ in words.randomElement(using: &numbers) ?? "" }.joined(separator: " ")
    }
    let actors = Int.random(in: 2...9, using: &numbers)
    func some(_ most: Int, _ numbers: inout SeededNumbers) -> String {
      let count = Int.random(in: 1...most, using: &numbers)
      return "["
        + Set((0..<count).map { _ in "a\(Int.random(in: 0..<actors, using: &numbers))" }).sorted().joined(
          separator: ", ") + "]"
    }
    var text = "actors:\n"
    for index in 0..<actors { text += "  a\(index): { name: \(name(&numbers)) }\n" }
    text += "territories: { t0: \(name(&numbers)), t1: \(name(&numbers)) }\nagreements:\n"
    for index in 0..<Int.random(in: 1...6, using: &numbers) {
      text +=
        "  p\(index): { name: \(name(&numbers)), parties: \(some(5, &numbers)), guarantors: \(some(2, &numbers)), "
        + "signed: 19\(10 + index)-04-13, concerns: t0\(index % 2 == 0 ? ", secret: true" : "") }\n"
    }
    text += "events:\n"
    for index in 0..<Int.random(in: 1...6, using: &numbers) {
      text +=
        "  e\(index): { name: \(name(&numbers)), when: 1940-0\(index + 1)/1941, agents: \(some(2, &numbers)), "
        + "targets: \(some(3, &numbers)), about: p0, place: t1\(index % 2 == 0 ? ", certainty: low" : "") }\n"
    }
    return text
  }

  @Test func allNodesHaveTheirPlacesInEveryProcess() throws {
    let names = (0..<40).map { "n\($0)" }
    let dot = "digraph { " + names.joined(separator: " -> ") + " }"
    var centers: Set<[String: Point]> = []
    for round in 0..<6 {
      let meter = TextMeter()
      meter.prepare(["a text of round \(round)"])
      let first = try PendingPlaces(dot: dot, nodes: names.count, engine: .dot, timeLimit: .drawing)
      let second = try PendingPlaces(dot: dot, nodes: names.count, engine: .dot, timeLimit: .drawing)
      for places in [try first.finish(), try second.finish()] {
        #expect(Set(places.centers.keys) == Set(names))
        #expect(places.edges.map(\.tail) == Array(names.dropLast()))
        centers.insert(places.centers)
      }
    }
    #expect(centers.count == 1)
    #expect(throws: GraphvizError.noLayout(engine: .dot, message: "it placed 40 of 41 boxes.")) {
      try NodePlaces(dot: dot, nodes: 41, engine: .dot, timeLimit: .drawing)
    }
  }

  @Test func theSameGraphGivesTheSameBytes() throws {
    for engine in [nil, LayoutEngine.neato, .sfdp] {
      let view = try graph("interwar-pacts")
      let (one, other) = (try Chart.full(view, engine: engine), try Chart.full(view, engine: engine))
      #expect(one.warnings == other.warnings)
      let differing = zip(one.pages[0].split(separator: "<"), other.pages[0].split(separator: "<")).first {
        $0 != $1
      }
      #expect(one.pages == other.pages, "\(differing ?? ("", ""))")
    }
  }

  // MARK: Arrows

  private let attack = """
    actors: { germany: Germany, france: France, poland: Poland }
    events: { fall: { name: Fall, agents: germany, targets: france, recipients: poland } }
    """

  /// The box of a node, and the tip of the arrow of the line whose tooltip begins with a text.
  private func box(_ id: String, _ tree: XMLTree) throws -> Box {
    let node = try #require(tree.all("g").first { $0["data-id"] == id })
    let shape = try #require(node.children.first { $0.name == "rect" || $0.name == "path" })
    if let d = shape["d"] {
      let numbers = SVGLayout.numbers(d)
      let (xs, ys) = (
        stride(from: 0, to: numbers.count, by: 2).map { numbers[$0] },
        stride(from: 1, to: numbers.count, by: 2).map { numbers[$0] }
      )
      let (x, y) = (try #require(xs.min()), try #require(ys.min()))
      return Box(x: x, y: y, width: (xs.max() ?? x) - x, height: (ys.max() ?? y) - y)
    }
    func number(_ name: String) -> Double { shape[name].flatMap { Double($0) } ?? .nan }
    return Box(x: number("x"), y: number("y"), width: number("width"), height: number("height"))
  }

  private func tip(_ title: String, _ tree: XMLTree) throws -> Point {
    let line = try #require(
      tree.all("g").first { $0["class"] == "line" && $0.first("title")?.text.hasPrefix(title) == true })
    let head = try #require(line.children.last { $0.name == "path" && $0["d"]?.hasSuffix("Z") == true })
    let numbers = SVGLayout.numbers(head["d"] ?? "")
    return Point(x: numbers[0], y: numbers[1])
  }

  @Test(arguments: [nil, LayoutEngine.neato])
  func arrowsLeadFromWhoActsThroughTheEventToWhomItIsDone(engine: LayoutEngine?) throws {
    let tree = try tree(Chart.full(view(attack), engine: engine))
    func ends(_ title: String, at id: String) throws -> Bool {
      let tip = try tip(title, tree)
      return try box(id, tree).widened(by: 0.5).holds(tip)
    }
    #expect(try ends("Germany · acts", at: "fall"))
    #expect(try ends("France · against", at: "france"))
    #expect(try ends("Poland · is addressed", at: "poland"))
    #expect(try !ends("France · against", at: "fall"))
  }

  @Test func rolesStandBesideTheirLinesInTheLanguage() throws {
    let text = """
      actors: { a: A, b: { name: B, kind: person, represents: { actor: a, office: { en: Envoy, de: Gesandter } } } }
      territories: { t: T }
      agreements: { p: { name: P, parties: a, signatories: b, guarantees: t } }
      """
    let german = try SVGLayout(Chart.full(view(text), PictureChoice(), PictureStyle(language: "de")).pages[0])
      .texts("role")
    #expect(Set(german) == ["Unterzeichner", "Gesandter", "garantiert"])
    let french = try SVGLayout(Chart.full(view(text), PictureChoice(), PictureStyle(language: "fr")).pages[0])
      .texts("role")
    #expect(Set(french) == ["signataire", "Envoy", "garantit"])
  }

  // MARK: Parties

  @Test func linesOfPartiesCarryTheNumberOfTheirAgreement() throws {
    let text = """
      actors: { a: A, b: B, c: C }
      agreements: { q: { name: Q, parties: [a, b, c], signed: 1930 }, p: { name: P, parties: [a, b], signed: 1920 } }
      """
    let chart = try Chart.full(view(text))
    let numbers = try SVGLayout(chart.pages[0]).texts.filter { $0.className == "number" && $0.size < 7.9 }
      .map(\.text)
    // By date: P is 1, with two lines; Q is 2, with three; each box has its own, and the legend shows a 1.
    #expect(numbers.count { $0 == "1" } == 4 && numbers.count { $0 == "2" } == 4, "\(numbers)")
    // Of a single agreement no number is needed.
    let single = try Chart.full(
      view("actors: { a: A, b: B }\nagreements: { p: { name: P, parties: [a, b] } }"))
    #expect(try SVGLayout(single.pages[0]).texts("number") == [])
  }

  @Test func inGreyTheLegendsSignsDifferByMoreThanColour() throws {
    let text = """
      actors: { a: A, b: { kind: bloc, name: B }, c: { name: C, hostile-to: a }, m: { kind: person, name: M, represents: a } }
      territories: { t: { name: T, part-of: u }, u: U }
      agreements:
        p: { name: P, parties: [a, b], signatories: m, guarantees: t, secret: true, leads-to: e }
        q: { name: Q, parties: [a, b], amends: p, certainty: low }
      events:
        e: { name: E, agents: b, targets: a, modality: planned }
        f: { name: F, participants: b, leads-to: e }
      statements: [{ subject: a, role: envies, object: b }]
      """
    let tree = try tree(Chart.full(view(text), PictureChoice(), PictureStyle(theme: .grey)))
    let light: Set<String> = ["#EBEBEB", "#F6F6F6", "#FFFFFF", "none"]
    func sign(_ element: XMLTree) -> String {
      let parts = element.attributes.filter { $0.key != "stroke" && $0.key != "fill" }
      // Filled or not is a shape, in which grey is not.
      let isFilled = element["fill"].map { !light.contains($0) } ?? false
      return "\(element.name) \(parts.sorted { $0.key < $1.key }) \(isFilled)"
    }
    let items = tree.all("g").filter { $0["class"] == "legend" }
    let signs: [String] = items.map { item in
      item.children[0].all.dropFirst().map(sign).joined(separator: ";")
    }
    #expect(signs.count > 9)
    #expect(
      Set(signs).count == signs.count,
      "\(zip(items, signs).map { "\($0.text): \($1)" }.joined(separator: "\n"))")
    // All of it is grey.
    let colors = Set(tree.all.flatMap { element in ["fill", "stroke"].compactMap { element[$0] } })
    for color in colors where color != "none" {
      let digits: [Character] = Array(color.dropFirst())
      #expect(
        digits[0] == digits[2] && digits[0] == digits[4] && digits[1] == digits[3] && digits[1] == digits[5],
        "\(color)")
    }
  }

  // MARK: What is drawn

  private func ids(_ chart: Chart) throws -> Set<String> {
    Set(try tree(chart).all("g").compactMap { $0["data-id"] })
  }

  @Test func aPlaceThatTheNameSaysIsNotSaidAgain() throws {
    let text = """
      actors: { a: A }
      territories: { yalta: { name: { en: Yalta, ru: Ялта } }, moscow: { name: { en: Moscow, ru: Москва } } }
      events:
        c: { name: { en: Yalta Conference, ru: Конференция }, agents: a, place: yalta }
        b: { name: { en: Battle of Moscow, ru: Битва за Москву }, agents: a, place: moscow }
      """
    func labels(_ language: String) throws -> [String] {
      try SVGLayout(Chart.full(view(text), PictureChoice(), PictureStyle(language: language)).pages[0]).texts(
        "node-label")
    }
    #expect(Set(try labels("en")) == ["A", "Yalta Conference", "Battle of Moscow"])
    #expect(Set(try labels("ru")) == ["A", "Конференция", "Ялта", "Битва за Москву"])
  }

  @Test func personsDoNotStandThereOutsideTheirOffices() throws {
    let text = """
      actors:
        a: A
        m: { kind: person, name: M, represents: { actor: a, when: 1930/1940 } }
        n: { kind: person, name: N }
      events: { e: { name: E, when: 1935/1950, agents: [a, m, n] } }
      """
    #expect(try ids(Chart.full(view(text))) == ["a", "m", "n", "e"])
    #expect(try ids(Chart.full(view(text, at: "1936"))) == ["a", "m", "n", "e"])
    #expect(try ids(Chart.full(view(text, at: "1945"))) == ["a", "n", "e"])
  }

  @Test func aSecretThatWasDisclosedByTheDateIsNone() throws {
    let text = """
      actors: { a: A, b: B }
      agreements: { p: { name: P, parties: [a, b], signed: 1941, secret: true, disclosed: 1946-02-11 } }
      """
    func legend(_ date: String) throws -> [String] {
      try SVGLayout(Chart.full(view(text, at: date)).pages[0]).texts("legend")
    }
    #expect(try legend("1946-02-10").contains("secret"))
    #expect(try !legend("1946-02-12").contains("secret"))
  }

  @Test func uncertainImaginedAndPossibleHaveTheirOwnWords() throws {
    let text = """
      actors: { a: { name: A, exists: 1930~/ }, b: { name: B, certainty: low }, c: { name: C, modality: planned }, d: D }
      agreements: { p: { name: P, parties: [a, b, c, d], signed: 1920, in-force: 1930~/1940 } }
      """
    let words = try SVGLayout(Chart.full(view(text, at: "1930-06-01")).pages[0]).texts("legend")
    #expect(words.contains("assertion uncertain"))
    #expect(words.contains("planned, believed or hypothetical"))
    #expect(words.contains("only possibly there on the date"))
    #expect(!words.contains("in part: there for part of the time shown"))
    // In a whole year of which it was certainly there in a part.
    let year = try SVGLayout(
      Chart.full(
        view(
          "actors: { a: A, b: B }\nagreements: { p: { name: P, parties: [a, b], in-force: 1930-03-01/1940 } }",
          at: "1930")
      ).pages[0]
    ).texts("legend")
    #expect(year.contains("in part: there for part of the time shown"))
    #expect(!year.contains("only possibly there on the date") && !year.contains("assertion uncertain"))
  }

  @Test func aChoiceDrawsLess() throws {
    let text = """
      actors: { a: A, b: B, c: C, d: { kind: person, name: D, represents: a } }
      territories: { t: T }
      agreements:
        p: { name: P, parties: [a, b], signed: 1920, guarantees: t }
        q: { name: Q, parties: [b, c], signed: 1930 }
      """
    let view = try view(text)
    func drawn(_ change: (inout PictureChoice) -> Void) throws -> Set<String> {
      try ids(Chart.full(view, choice(change)))
    }
    #expect(try drawn { _ in } == ["a", "b", "c", "d", "t", "p", "q"])
    #expect(try drawn { $0.among = ["a", "b"] } == ["a", "b", "p"])
    #expect(try drawn { $0.ego = "p" } == ["a", "b", "t", "p"])
    #expect(try drawn { $0.ego = "a" } == ["a", "b", "d", "p"])
    #expect(try drawn { ($0.ego, $0.steps) = ("a", 2) } == ["a", "b", "c", "d", "t", "p", "q"])
    #expect(try drawn { $0.show = [.actors, .agreements] } == ["a", "b", "c", "p", "q"])
    #expect(try drawn { $0.roles = [.guarantees] } == ["t", "p", "q"])
    #expect(try drawn { $0.from = try? HistoricalDate("1925") } == ["a", "b", "c", "d", "q"])
  }

  @Test func ofALargeGraphFewAreDrawnAndTheCaptionSaysWhatIsLeftOut() throws {
    let view = try graph("interwar-pacts")
    let content = try FullContent(view, PictureChoice())
    #expect(content.nodes.count <= 40 && content.lines.count <= FullContent.usualLines)
    let agreements = view.entities.count { $0.entity.category == .agreement }
    let drawn = content.nodes.count { $0.entity.category == .agreement }
    let caption = try SVGLayout(Chart.full(view).pages[0]).texts("caption").joined(separator: " ")
    #expect(caption.contains("left out"))
    #expect(
      caption.contains("agreements \(agreements - drawn),"), "\(caption.prefix(120)), \(agreements), \(drawn)"
    )
  }

  @Test func whatDoesNotFitIsSmallerAndAWarningSaysHowSmall() throws {
    let view = try graph("neutrality-pact")
    let wide = try Chart.full(view, PictureChoice(), PictureStyle(width: PictureStyle.points(1000)))
    #expect(!wide.warnings.contains { $0.contains("points") }, "\(wide.warnings)")
    let narrow = try Chart.full(view, PictureChoice(), PictureStyle(width: PictureStyle.points(120)))
    let warning = try #require(narrow.warnings.first { $0.contains("points") })
    let size = try #require(
      SVGLayout(narrow.pages[0]).texts.filter { $0.className == "node-label" }.map(\.size).max())
    let said = try #require(
      warning.split(separator: "its type is ").last.flatMap { Double($0.prefix { $0 != " " }) })
    #expect(abs(said - size) < 0.07, "\(warning), \(size)")
  }

  // MARK: Names

  @Test(arguments: [nil, LayoutEngine.fdp])
  func namesAreDrawnWhateverTheyHold(engine: LayoutEngine?) throws {
    let view = GraphView(try GraphFile.read(SampleGraph.names.text, named: "names"))
    let chart = try Chart.full(view, engine: engine, PictureStyle(title: "<script>\\G \"&amp;\" \u{1B}\n"))
    let texts = letters(try SVGLayout(chart.pages[0]).texts.map(\.text).joined())
    for name in SampleGraph.hardNames {
      #expect(texts.contains(letters(onOneLine(drawn(name)))), "\(name.debugDescription)")
    }
    #expect(texts.contains(letters("<script>\\G \"&amp;\"")))
    #expect(try ids(chart).count == view.entities.count)
    let long = String(repeating: "Verylongname", count: 100)
    let pact = "actors: { a: \(long), b: B }\nagreements: { p: { name: \(long), parties: [a, b] } }"
    let found = try faults(Chart.full(self.view(pact)))
    #expect(found == [])
  }

  @Test func placesAreNamedInAnyCase() {
    #expect("Битва за Москву".names("Москва"))
    #expect("ヤルタ会談".names("ヤルタ"))
    #expect("Battle of Singapore".names("singapore"))
    #expect(!"Yalta agreement".names("Yaroslavl"))
    #expect(!"Conference of Rome".names("Romania"))
  }
}
