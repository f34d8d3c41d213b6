import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Reading GML, as the programs write it that there are.
@Suite struct GMLTests {
  private func read(_ text: String, isStrict: Bool = false) -> ReadText {
    PlainFormat.gml.read(text, isStrict: isStrict)
  }

  /// As Mark Newman's data sets are: braces on their own lines, values of nodes and edges.
  @Test func newmansFilesAreRead() {
    let found = read(
      """
      Creator "Mark Newman on Sat Jul 22 05:32:16 2006"
      graph
      [
        directed 0
        node
        [
          id 0
          label "BrighamYoung"
          value 7
        ]
        node
        [
          id 1
          label "FloridaState"
          value 0
        ]
        edge
        [
          source 1
          target 0
          value 2
        ]
      ]
      """)
    #expect(found.messages == [])
    #expect(nodes(found.graph) == ["0 'BrighamYoung' value=7", "1 'FloridaState' value=0"])
    #expect(edges(found.graph) == ["1-0 ×2.0"])
    #expect(found.graph?.entities[0].attributes.map(\.value) == [.integer(7)])
    #expect(
      found.graph?.attributes == [Attribute("Creator", .text("Mark Newman on Sat Jul 22 05:32:16 2006"))])
  }

  /// As yEd writes: a hierarchy by `gid`, graphics in lists, points before ends.
  @Test func yEdsFilesAreRead() {
    let found = read(
      """
      Creator\t"yFiles"
      Version\t"2.17"
      graph
      [\thierarchic\t1
      \tlabel\t"T"
      \tdirected\t1
      \tnode
      \t[\tid\t0
      \t\tlabel\t"Group &amp; co"
      \t\tgraphics
      \t\t[\tx\t77.0
      \t\t\tfill\t"#FFCC00"
      \t\t\tLine\t[ point [ x 1.0 ] point [ x 2.0 ] ]
      \t\t]
      \t\tisGroup\t1
      \t]
      \tnode [ id 1 label "b" gid 0 ]
      \tedge [ source 0 target 1 label "leads to" graphics [ fill "#000000" targetArrow "standard" ] ]
      ]
      """)
    #expect(found.graph?.title.text(in: "en") == "T" && found.graph?.hasDirectedLinks == true)
    #expect(
      nodes(found.graph) == [
        "0 'Group & co' graphics.Line.point.x=1.0; 2.0 graphics.fill=#FFCC00 graphics.x=77.0 isGroup=1",
        "1 'b' gid=0",
      ])
    #expect(edges(found.graph) == ["0>1 leads-to graphics.fill=#000000 graphics.targetArrow=standard"])
    #expect(
      found.messages == [
        "13:37: 1 attribute stands several times in one list, such as 'graphics.Line.point.x'; the values are put together, with '; ' between them."
      ])
  }

  /// As Cytoscape writes: negative ids and a place for them twice.
  @Test func cytoscapesFilesAreRead() {
    let found = read(
      """
      Creator\t"Cytoscape"
      Version\t1.0
      graph\t[
      \tnode\t[
      \t\troot_index\t-2
      \t\tid\t-2
      \t\tlabel\t"YKR026C"
      \t]
      \tnode\t[ root_index -1 id -1 label "YGL122C" ]
      \tedge\t[
      \t\troot_index\t-1
      \t\ttarget\t-2
      \t\tsource\t-1
      \t\tlabel\t"pp"
      \t]
      ]
      """)
    #expect(nodes(found.graph) == ["-2 'YKR026C' root_index=-2", "-1 'YGL122C' root_index=-1"])
    #expect(edges(found.graph) == ["-1--2 pp root_index=-1"] && found.messages == [])
  }

  /// As igraph writes: numbers that are missing are NaN, names of attributes without signs.
  @Test func igraphsFilesAreRead() {
    let found = read(
      """
      Creator "igraph version 0.10.10 Tue May  7 2024"
      Version 1
      graph
      [
        directed 1
        node [ id 0 name "a" score NaN n -inf ]
        node [ id 1 name "b" score 1E-2 n +.5e1 ]
        edge [ source 0 target 1 weight 2.5 kind "x" ]
        edge [ source 0 target 1 weight NaN ]
      ]
      """)
    #expect(nodes(found.graph) == ["0 'a' n=-inf", "1 'b' n=5.0 score=0.01"])
    #expect(edges(found.graph) == ["0>1 ×2.5 kind=x", "0>1"])
  }

  /// As NetworkX writes: lists, of one value with a mark before it, keys of parallel edges, references for letters.
  @Test func networkXsFilesAreRead() {
    let found = read(
      """
      graph [
        directed 1
        multigraph 1
        name "T &#228;"
        node [ id 0 label "a" tags "_networkx_list_start" tags "x" many 1 many 2 empty "[]" data [ k 1 ] ]
        edge [ source 0 target 0 key 0 weight 1.5 ]
        edge [ source 0 target 0 key 1 ]
      ]
      """)
    #expect(found.graph?.title.text(in: "en") == "T ä")
    #expect(nodes(found.graph) == ["0 'a' data.k=1 empty=[] many=1; 2 tags=x"])
    #expect(edges(found.graph) == ["0>0 ×1.5 key=0", "0>0 key=1"])
  }

  /// As Gephi and others write: ids that are texts, backslashes before quotation marks, remarks.
  @Test func idsMayBeTextsAndTextsMayBeEscaped() {
    let found = read(
      "# a remark\ngraph [\n node [ id \"n1\" label \"say \\\"hi\\\" now\" ]\n node [ id \"n2\" label \"C:\\\" ]\n"
        + " # edge [ source 1 ]\n edge [ id 7 source \"n1\" target \"n2\" value \"2.5\" ]\n]\n")
    #expect(nodes(found.graph) == ["n1 'say \"hi\" now'", "n2 'C:\\'"])
    #expect(edges(found.graph) == ["n1-n2 ×2.5"] && found.graph?.statements[0].id == "7", "\(found.messages)")
  }

  @Test func encodingsAreKnown() throws {
    let text = "graph [ node [ id 1 label \"Zürich &auml; &#x141; &nothing; & &#xD800;\" ] ]"
    let expected = ["1 'Zürich ä Ł &nothing; & &#xD800;'"]
    #expect(nodes(read(text).graph) == expected && nodes(read("\u{FEFF}" + text).graph) == expected)
    for encoding in [String.Encoding.isoLatin1, .utf16BigEndian] {
      let found = PlainFormat.gml.read(try #require(text.data(using: encoding)))
      #expect(nodes(found.graph) == expected && found.messages.count == 1, "\(found.messages)")
    }
  }

  @Test func nodesWithoutIdsHaveTheirLabels() {
    let found = read(
      "graph [ node [ label \"a\" ] node [ label \"a\" ] node [ x 1 ] edge [ source \"a\" target \"b\" ] ]")
    #expect(nodes(found.graph) == ["a", "a-2 'a'", "node-3 x=1", "b"])
    #expect(
      found.messages == [
        "1:60: an edge names the node 'b', which is not in the file; it is made.",
        "1:9: 3 nodes have no 'id'; they are called by their labels.",
      ])
  }

  @Test func weightsThatAreNoneAreKept() {
    let edge = "edge [ source 1 target 1"
    let found = read(
      "graph [ node [ id 1 ] \(edge) weight -2 ] \(edge) weight \"heavy\" ] \(edge) value -1.5 ] \(edge) weight 3 value 4 ]"
        + " \(edge) value 4 weight 3 ] \(edge) weight \"2.5\" ] ]")
    #expect(
      edges(found.graph) == [
        "1-1 value=-2", "1-1 value=heavy", "1-1 value=-1.5", "1-1 ×3.0 value=4", "1-1 ×3.0 value=4",
        "1-1 ×2.5",
      ])
    #expect(
      found.messages == ["1:48: 2 edges have a weight that is no number from 0 on; it is kept as 'value'."])
  }

  @Test func graphsInsideOfNodesAreReadIntoOne() {
    let found = read(
      "graph [ node [ id 1 graph [ node [ id 2 ] edge [ source 1 target 2 ] ] ] node [ id 3 node [ id 4 ] ] ]"
    )
    #expect(nodes(found.graph) == ["1", "2", "3", "4"] && edges(found.graph) == ["1-2"])
    #expect(found.messages == ["1:21: the file has graphs inside of the graph; all are read into one."])
  }

  @Test(arguments: [
    ("graph [ ] graph [ node [ id 1 ] ]", "1:11: found another graph; one is read, the first."),
    ("graph [ node [ id 1 ]\n node [ id 1 ] ]", "2:2: two nodes have the id '1'; the first is on line 1."),
    ("graph [ edge [ source 1 ] ]", "1:9: an edge has no 'target'; expected the id of a node."),
  ])
  func whatCannotBeReadIsLeftOut(text: String, message: String) {
    #expect(read(text).messages == ["\(message) It is left out."])
    #expect(read(text, isStrict: true).messages == [message])
  }

  @Test(arguments: [
    ("", "the file has no 'graph'; expected 'graph [' with nodes and edges."),
    ("graph [ node [ id 1", "1:20: the file ends inside of 2 lists; expected ']'. Perhaps it was cut off."),
    (
      "graph [ node [ id 1 label ] ]",
      "1:21: the key 'label' has no value; expected a number, a text or a list."
    ),
    (
      "graph [\n node [ label \"é\n] ]",
      "2:15: found a quotation mark that is never closed; expected '\"' at the end of the text."
    ),
    ("graph [ ] ]", "1:11: found ']' where no list is open; expected a key."),
    ("graph [ \"é\" a 1 ]", "1:9: found the text 'é'; expected a key before it."),
    ("graph [ [ a 1 ] ]", "1:9: found '['; expected a key before it."),
  ])
  func mistakesAreTold(text: String, message: String) {
    #expect(read(text).messages == [message] && read(text).graph == nil)
  }

  @Test func deepListsAreLeftOut() {
    let deep = String(repeating: "a [ ", count: 100_000) + "x 1" + String(repeating: " ]", count: 100_000)
    let found = read("graph [ node [ id 1 \(deep) ] ]")
    #expect(nodes(found.graph) == ["1"])
    #expect(
      found.messages == [
        "1:413: found lists inside each other, more than 100; expected at most as many. It is left out."
      ])
  }

  @Test func namesOfAttributesComeBackFromTheirKeys() {
    let names = [
      "", "a", "k", "kx", "k x", "k_x0041_", "_", "_x", "_x0041_", "a b", "é", "1st", "a.b", "日本", "id",
      "\u{1F54A}", "a_x_b",
      "key", "name_ja-Latn", "\"", "[",
    ]
    for name in names {
      for reserved in [[], ["id", "k", "key"]] as [Set<String>] {
        let key = GMLText.key(name, besides: reserved)
        #expect(
          key.wholeMatch(of: /[A-Za-z][A-Za-z0-9_]*/) != nil && !reserved.contains(key), "\(name): \(key)")
        #expect(ExactText(GMLText.name(key)) == ExactText(name), "\(name): \(key)")
      }
    }
    #expect(GMLText.key("when_written") == "when_written")
  }
}
