import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Reading UCINET's data language, after its guide.
@Suite struct DLTests {
  private func read(_ text: String, isStrict: Bool = false) -> ReadText {
    PlainFormat.dl.read(text, isStrict: isStrict)
  }

  @Test func matricesWithLabelsAreRead() {
    let found = read(
      "DL n=3\nformat = fullmatrix\nlabels:\nbarry,\"Pat C\",russ\ndata:\n0 1 1\n1 0 0\n1 0 0\n")
    #expect(edges(found.graph) == ["barry-Pat C", "barry-russ"] && found.messages == [])
    let arcs = read("dl N 3 DATA:\n0 1 2\n0 0 .\n0 0 5")
    #expect(edges(arcs.graph) == ["1>2 ×1.0", "1>3 ×2.0", "3>3 ×5.0"] && arcs.messages == [])
  }

  @Test func labelsMayBeEmbeddedInMatrices() {
    let found = read(
      "dl n=3, format = fullmatrix\nlabels embedded\ndata:\n larry david lin\nlarry 0 1 1\ndavid 0 0 1\nlin 0 0 0\n"
    )
    #expect(edges(found.graph) == ["larry>david", "larry>lin", "david>lin"] && found.messages == [])
  }

  @Test func matricesOfTwoModesAreParties() {
    let found = read(
      "dl nr=2, nc=3 format=fullmatrix\nrow labels: a,b\ncolumn labels: x,y,\"z z\"\ndata:\n1 0 2\n0 1 0\n")
    #expect(
      edges(found.graph) == ["a-x party ×1.0", "a-z z party ×2.0", "b-y party ×1.0"] && found.messages == [])
    #expect(
      found.graph?.entities.map(\.kind.category) == [.actor, .actor, .agreement, .agreement, .agreement])
    let embedded = read("DL NR=2 NC=2\nROW LABELS EMBEDDED\nCOL LABELS EMBEDDED\nDATA:\nx y\na 1 1\nb 0 1\n")
    #expect(edges(embedded.graph) == ["a-x party", "a-y party", "b-y party"], "\(embedded.messages)")
  }

  @Test func severalMatricesAreRelations() {
    let found = read("dl n=2, nm=2\nmatrix labels: likes, \"is at war with\"\ndata:\n0 1\n0 0\n\n0 0\n1 0\n")
    #expect(edges(found.graph) == ["1>2 likes", "2>1 is-at-war-with"] && found.messages == [])
    let unnamed = read("dl n=2 nm=3 data:\n0 1\n0 0\n0 0\n1 0\n")
    #expect(edges(unnamed.graph) == ["1>2 matrix-1", "2>1 matrix-2"])
    #expect(unnamed.messages == ["the file has 2 matrices; expected 3, as its heading says."])
  }

  @Test func halvesOfMatricesAreEdges() {
    #expect(
      edges(read("dl n=3 format=lowerhalf diagonal=absent data:\n1\n0 2\n").graph) == [
        "2-1 ×1.0", "3-2 ×2.0",
      ])
    #expect(edges(read("dl n=3 format=upperhalf data:\n1 1 0\n0 1\n0\n").graph) == ["1-1", "1-2", "2-3"])
    #expect(edges(read("dl n=3 diagonal absent data:\n1 0\n0 1\n1 0\n").graph) == ["1>2", "2>3", "3>1"])
  }

  @Test func listsOfEdgesAreArcs() {
    let found = read(
      "DL n=5\nformat = edgelist1\nlabels:\ngeorge, sally, jim, billy, jane\ndata:\n1 2\n1 3 2.5\n4 3\n")
    #expect(edges(found.graph) == ["george>sally", "george>jim ×2.5", "billy>jim"])
    #expect(found.graph?.entities.count == 5 && found.messages == [])
    let embedded = read(
      "DL n=4\nformat = edgelist1\nlabels embedded:\ndata:\ngeorge sally\nsally jim\nbilly george\n")
    #expect(
      edges(embedded.graph) == ["george>sally", "sally>jim", "billy>george"] && embedded.messages == [])
    let two = read("dl nr=2 nc=2 format=edgelist2\nlabels embedded\ndata:\na x\nb x\nb y 3\n")
    #expect(edges(two.graph).count == 3 && two.graph?.entities.map(\.id.rawValue) == ["a", "b", "x", "y"])
  }

  @Test func listsOfNodesAreArcs() {
    #expect(edges(read("dl n=3 format=nodelist1\ndata:\n1 2 3\n3 1\n").graph) == ["1>2", "1>3", "3>1"])
    #expect(edges(read("dl n=3 format=nodelist1b\ndata:\n2 2 3\n0\n1 1\n").graph) == ["1>2", "1>3", "3>1"])
    let two = read("dl nr=2 nc=3 format=nl2\nlabels embedded\ndata:\nEU fr de\nUN fr us\n")
    #expect(edges(two.graph) == ["EU-fr party", "EU-de party", "UN-fr party", "UN-us party"])
    let array = read("dl n=2 nm=2 format=edgearray1 matrix labels: x,y\ndata:\n1 2 1 0\n2 1 3 2\n")
    #expect(edges(array.graph) == ["1>2 x", "2>1 x ×3.0", "2>1 y ×2.0"])
  }

  /// UCINET refuses such files; Gephi reads them.
  @Test func namesWhereNumbersAreExpectedAreLabels() {
    let found = read("dl n=2 format=edgelist1\ndata:\nanna berta\nberta carl -1\n")
    #expect(edges(found.graph) == ["anna>berta", "berta>carl value=-1.0"])
    #expect(found.messages.contains { $0.hasPrefix("3:1: found 'anna' for the number of a node") })
  }

  @Test(arguments: [
    ("1 9\n", "4:3: found '9' for a node; expected a number from 1 to 2."),
    ("1\n", "4:1: found only '1' on a line; expected two nodes."),
    ("1 2 heavy\n", "4:5: found 'heavy' in a matrix; expected a number."),
    ("1 2 1 7\n", "4:7: found '7' behind the value of an edge; expected the next line."),
  ])
  func whatCannotBeReadIsLeftOut(line: String, message: String) {
    let text = "dl n=2\nformat=edgelist1\ndata:\n" + line
    #expect(read(text).messages.contains("\(message) It is left out."), "\(read(text).messages)")
    #expect(read(text, isStrict: true).messages == [message])
  }

  @Test(arguments: [
    ("hello", "the file does not begin with 'DL'; expected a file of UCINET."),
    ("dl n=2\n1 2\n", "the file has no 'DATA:'; expected one behind the heading."),
    ("dl n=many data:\n", "1:6: found 'many' for N; expected a whole number."),
    ("dl n=10000000000 data:\n", "1:6: the file has more than 4,000,000 nodes; expected at most as many."),
    (
      "dl n=2 format=blockmatrix data:\n",
      "1:15: found the format 'blockmatrix'; expected fullmatrix, upperhalf, lowerhalf, nodelist1, nodelist1b, nodelist2, edgelist1, edgelist2, edgearray1 or edgearray2."
    ),
  ])
  func mistakesAreTold(text: String, message: String) {
    #expect(read(text).graph == nil && read(text).messages.contains(message), "\(read(text).messages)")
  }

  @Test func dataThatEndTooSoonAreTold() {
    #expect(
      read("dl n=3 data:\n0 1 0\n1").messages == ["the data end in row 2 of a matrix; expected 3 rows."])
    #expect(
      read("dl n=4000000 data:\n0 1").messages.first
        == "the data end in row 1 of a matrix; expected 4,000,000 rows.")
    #expect(
      read("dl n=1 data:\n1 2 3").messages == [
        "2:3: found '2' behind the data; expected the end of the file. It is left out."
      ])
  }
}
