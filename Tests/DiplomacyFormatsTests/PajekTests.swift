import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Reading Pajek's networks and projects.
@Suite struct PajekTests {
  private func read(_ text: String, isStrict: Bool = false) -> ReadText {
    PlainFormat.net.read(text, isStrict: isStrict)
  }

  @Test func verticesHaveLabelsPlacesShapesParametersAndTimes() {
    let found = read(
      """
      *Network The title (4)
      *Vertices 4
      1 "a b" 0.1 0.2 0.5 box ic Red bc Blue x_fact 2 [1905-1910,1912-1914]
      2 plain 0.5 .25 [1903]
      3 "c" ellipse [1904-*]
      % a remark
      4
      """)
    #expect(found.messages == [])
    #expect(
      nodes(found.graph) == [
        "a b 1905/1910 1912/1914 bc=Blue ic=Red shape=box x=0.1 x_fact=2 y=0.2 z=0.5",
        "plain 1903 x=0.5 y=0.25",
        "c 1904/.. shape=ellipse", "4",
      ])
    #expect(found.graph?.title.text(in: "en") == "The title")
  }

  @Test func linesHaveDirectionsRelationsValuesParametersAndTimes() {
    let found = read(
      """
      *vertices 3\r
      1 "a"\r
      2 "b"\r
      3 "c"\r
      *ARCS :1 "is fond of"\r
      1 2 2.5 [1941-1945]\r
      1 3\r
      *Edges :2\r
      2 3 1 l "a line" c Blue [1907,1909]\r
      """)
    #expect(found.messages == [])
    #expect(
      edges(found.graph) == [
        "a>b is-fond-of ×2.5 1941/1945", "a>c is-fond-of", "b-c relation-2 ×1.0 1907 c=Blue label=a line",
        "b-c relation-2 ×1.0 1909 c=Blue label=a line",
      ])
    #expect(found.graph?.hasDirectedLinks == true)
  }

  /// Pajek writes 1 for the value of every line that has none.
  @Test func valuesThatAreAllOneAreNoWeights() {
    let text = "*Vertices 2\n1 \"a\"\n2 \"b\"\n*Edges\n1 2 1\n2 1 1\n"
    #expect(edges(read(text).graph) == ["a-b", "b-a"])
    #expect(edges(read(text + "1 2 0\n").graph) == ["a-b ×1.0", "b-a ×1.0", "a-b ×0.0"])
  }

  @Test func relationsMayBeNumberedLineByLine() {
    let found = read("*Vertices 2\n*Arcs :1 \"likes\"\n*Arcs\n1: 1 2\n2: 2 1 3\n")
    #expect(edges(found.graph) == ["1>2 likes", "2>1 relation-2 ×3.0"])
  }

  @Test func listsOfNeighboursAreLines() {
    let found = read("*Vertices 4\n*Arcslist\n1 2 3\n2 -1\n*Edgeslist\n4 1\n")
    #expect(edges(found.graph) == ["1>2", "1>3", "2>1 value=-1.0", "4-1"])
    #expect(
      found.messages == [
        "4:1: 1 line has a value that is no number from 0 on, which no weight can be; it is kept as 'value'."
      ])
  }

  @Test func matricesAreArcs() {
    let found = read("*Vertices 3\n*Matrix\n0 1 0\n1 0\n2.5\n0 0 0\n")
    #expect(edges(found.graph) == ["1>2 ×1.0", "2>1 ×1.0", "2>3 ×2.5"])
    #expect(found.messages == [])
    let short = read("*Vertices 3\n*Matrix\n0 1 0\n1 0\n0 1 0\n")
    #expect(edges(short.graph) == ["1>2", "3>2"])
    #expect(short.messages == ["5:1: found 2 values in the row before this; expected 3. It is left out."])
  }

  /// The first mode comes first: Davis' women before their parties. igraph takes the number so too.
  @Test func twoModesAreActorsAndAgreements() {
    let found = read(
      "*Vertices 5 3\n1 \"Evelyn\"\n2 \"Laura\"\n3 \"Theresa\"\n4 \"E1\"\n5 \"E2\"\n*Edges\n1 4\n5 2\n*Arcs\n3 5 2\n"
    )
    #expect(found.graph?.entities.map(\.kind.category) == [.actor, .actor, .actor, .agreement, .agreement])
    #expect(edges(found.graph) == ["Evelyn-E1 party", "Laura-E2 party", "Theresa-E2 party ×2.0"])
    let matrix = read("*Vertices 5 2\n*Matrix\n0 1 0\n1 0 4\n")
    #expect(edges(matrix.graph) == ["1-4 party ×1.0", "2-3 party ×1.0", "2-5 party ×4.0"])
    let within = read("*Vertices 3 2\n*Edges\n1 2\n1 3\n")
    #expect(
      within.messages == [
        "3:1: 1 line is within one of the two modes; expected lines from the first to the second."
      ])
  }

  /// After the example of time events in Pajek's manual.
  @Test func eventsInTimeAreIntervals() {
    let found = read(
      """
      *Vertices 3
      *Events
      TI 1901
      AV 1 "a"
      AV 2 "b"
      TI 1903
      AV 3 "c"
      AA 1 2 1
      AE 2 3 4
      TE 1905
      DV 3
      HA 1 2
      TI 1909
      SA 1 2
      CV 1 ic Red
      """)
    #expect(nodes(found.graph) == ["a 1901/..", "b 1901/..", "c 1903/1905"])
    #expect(edges(found.graph) == ["a>b ×1.0 1903/1905", "a>b ×1.0 1909/..", "b-c ×4.0 1903/1905"])
    #expect(
      found.messages == [
        "15:1: found the event 'CV'; expected TI, TE, AV, SV, HV, DV, AA, SA, HA, DA, AE, SE, HE or DE. It is left out."
      ])
  }

  @Test func projectsHavePartitionsVectorsAndClusters() {
    let found = PlainFormat.paj.read(
      """
      *Network C:\\net\\one.net (3)
      *Vertices 3
      1 "a"
      2 "b"
      3 "c"
      *Edges
      1 2
      *Partition core.clu (3)
      *Vertices 3
      1
      0
      1
      *Vector degree
      *Vertices 3
      0.5 1 2.25
      *Permutation
      *Vertices 3
      3 1 2
      *Cluster few
      *Vertices 1
      2
      *Partition other
      *Vertices 2
      1
      1
      """)
    #expect(
      nodes(found.graph) == [
        "a core.clu=1 degree=0.5 permutation=3", "b core.clu=0 degree=1.0 few=true permutation=1",
        "c core.clu=1 degree=2.25 permutation=2",
      ])
    #expect(
      found.graph?.entities[1].attributes.map(\.value) == [
        .integer(0), .number(1), .boolean(true), .integer(1),
      ])
    #expect(
      found.messages == [
        "23:1: 'other' has values for 2 vertices; expected 3, as in the network. It is left out."
      ])
  }

  @Test func networksOfTheSameVerticesAreRelations() {
    let first = "*Network one\n*Vertices 2\n1 \"a\"\n2 \"b\"\n*Edges\n1 2\n"
    let same = PlainFormat.paj.read(first + first.replacing("one", with: "at war"))
    #expect(edges(same.graph) == ["a-b", "a-b at-war"] && same.messages == [])
    let other = PlainFormat.paj.read(
      first + first.replacing("\"b\"", with: "\"x\"").replacing("one", with: "two"))
    #expect(edges(other.graph) == ["a-b"])
    #expect(
      other.messages == [
        "11:1: the network 'two' has other vertices than the first; one network is read. It is left out."
      ])
  }

  @Test func encodingsAreKnown() throws {
    let text = "*Vertices 2\n1 \"Zürich\"\n2 \"&#34;x&#34; &amp; &#321;\"\n*Edges\n1 2\n"
    let plain = nodes(read(text).graph)
    #expect(plain == ["Zürich", "\"x\" & Ł"])
    #expect(nodes(read("\u{FEFF}" + text).graph) == plain)
    for encoding in [String.Encoding.windowsCP1252, .utf16LittleEndian] {
      let found = PlainFormat.net.read(try #require(text.data(using: encoding)))
      #expect(
        nodes(found.graph) == plain && found.messages.count == 1 && found.messages[0].contains("the file is"),
        "\(found.messages)")
    }
  }

  @Test func verticesOfOneLabelStayApart() {
    let found = read("*Vertices 3\n1 \"a\"\n2 \"a\"\n3 \"\"\n*Edges\n1 2\n")
    #expect(edges(found.graph) == ["a-a-2"] && nodes(found.graph).last == "3")
    #expect(
      found.messages == [
        "3:1: 1 vertex has the label of another; to tell them apart, a number is added to the later ones."
      ])
  }

  @Test(arguments: [
    ("1 9\n", "4:3: found '9' for a vertex; expected a number from 1 to 2."),
    ("0 1\n", "4:1: found '0' for a vertex; expected a number from 1 to 2."),
    ("a b\n", "4:1: found 'a' for a vertex; expected a number from 1 to 2."),
    ("1\n", "4:1: found too few numbers on this line; expected the numbers of its vertices."),
    ("1 2 1 [5-3]\n", "4:7: found the time '[5-3]'; expected one such as [1-5,7,10-*]."),
    ("1 2 1 [é\n", "4:7: found the time '[é'; expected one such as [1-5,7,10-*]."),
    ("1 2 1 c\n", "4:7: found 'c' at the end of a line, without a value."),
    (
      "1 99999999999999999999\n",
      "4:3: found '99999999999999999999' for a vertex; expected a number from 1 to 2."
    ),
    ("*Arks\n1 2\n", "4:1: found the section '*arks', which is not read. Did you mean 'arcs'?"),
  ])
  func whatCannotBeReadIsLeftOut(line: String, message: String) {
    let text = "*Vertices 2\n% remark\n*Edges\n" + line
    #expect(read(text).messages.contains("\(message) It is left out."), "\(read(text).messages)")
    #expect(read(text, isStrict: true).messages.contains(message), "\(read(text, isStrict: true).messages)")
  }

  @Test(arguments: [
    ("", "the file has no '*Vertices'; expected one with how many there are."),
    ("*Arcs\n1 2\n", "1:1: found lines before the vertices; expected '*Vertices' with their number first."),
    ("*Vertices many\n", "1:1: found 'many' behind '*Vertices'; expected how many there are."),
    ("*Vertices 4000001\n", "the file has more than 4,000,000 vertices; expected at most as many."),
  ])
  func filesWithoutVerticesAreRefused(text: String, message: String) {
    #expect(read(text).messages == [message] && read(text).graph == nil)
  }

  @Test func manyVerticesThatNothingNamesAreNotMade() {
    let found = read("*Vertices 3000000\n2999999 \"a\"\n*Edges\n1 2\n")
    #expect(nodes(found.graph) == ["1", "2", "a"])
    #expect(
      found.messages == [
        "of 3,000,000 vertices, 2,999,997 have no line of their own and none that leads to them; they are left out."
      ])
    #expect(read("*Vertices 5\n").graph?.entities.count == 5)
  }
}
