import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Reading Cytoscape's simple interaction format, after its manual.
@Suite struct SIFTests {
  private func read(_ text: String, isStrict: Bool = false) -> ReadText {
    PlainFormat.sif.read(text, isStrict: isStrict)
  }

  @Test func linesAreEdgesFromTheFirstToTheOthers() {
    let found = read("node1 typeA node2\nnode2 typeB node3 node4 node5\r\nnode0\n")
    #expect(
      edges(found.graph) == [
        "node1>node2 typeA", "node2>node3 typeB", "node2>node4 typeB", "node2>node5 typeB",
      ])
    #expect(
      nodes(found.graph) == ["node1", "node2", "node3", "node4", "node5", "node0"] && found.messages == [])
    #expect(found.graph?.hasDirectedLinks == true)
  }

  @Test func tabsSeparateWhereThereIsOne() {
    let found = read("Soviet Union\tat war with\tJapan\tChina\t\nLone node\n")
    #expect(edges(found.graph) == ["Soviet Union>Japan at-war-with", "Soviet Union>China at-war-with"])
    #expect(nodes(found.graph).last == "Lone node")
  }

  @Test func theSameEdgeCountsOnce() {
    let found = read("a pp b\na pp b\na pd b\nb pp a\n")
    #expect(edges(found.graph) == ["a>b pp", "a>b pd", "b>a pp"])
    #expect(
      found.messages == [
        "2:6: 1 edge is said again, with the same interaction; as in Cytoscape, each counts once."
      ])
  }

  @Test func idsDifferByteForByte() {
    let found = read("\u{E9}\tpp\te\u{301}\n")
    #expect(found.graph?.entities.map { $0.id.rawValue.utf8.count } == [2, 3])
  }

  @Test(arguments: [
    (
      "a pp\n",
      "1:3: found 'pp' and nothing after it; expected a node, an interaction and the nodes that it leads to."
    ),
    (
      "a\tpp\n",
      "1:3: found 'pp' and nothing after it; expected a node, an interaction and the nodes that it leads to, separated by tabs, as the file has some."
    ),
    ("é\t\tb\n", "1:3: found nothing between two tabs; expected a node or an interaction."),
  ])
  func whatCannotBeReadIsLeftOut(text: String, message: String) {
    #expect(read(text).messages == ["\(message) It is left out."])
    #expect(read(text, isStrict: true).messages == [message])
  }

  @Test func remarksAreTold() {
    #expect(
      read("# my network\na pp b\n").messages == [
        "1:1: 1 line that begins with '#' is taken for remarks, and left out."
      ])
  }
}
