import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Plain files that are broken, cut off, changed at random or too much.
@Suite(.timeLimit(.minutes(2))) struct PlainHostileTests {
  /// A small file of each format with all that it has.
  static func sample(_ format: PlainFormat) -> String {
    switch format {
    case .gml:
      "# r\nCreator \"é\"\ngraph [\n directed 1\n node [ id 1 label \"a &auml; \\\"q\\\"\" graphics [ x .5 fill \"#FF0000\" ] ]\n"
        + " node [ id -2 label \"日\" n NaN ]\n edge [ source 1 target -2 weight 1E3 value -1 k_x0031_a \"x\" ]\n]\n"
    case .net:
      "% r\n*Network é (3)\n*Vertices 3 2\n1 \"a &#34;\" 0.1 0.2 box ic Red [1-5,7,10-*]\n2 b\n*Arcs :1 \"x y\"\n1 3 -1.5 c Blue [3-4]\n"
        + "*Edgeslist\n1 3\n*Matrix\n1\n0\n"
    case .paj:
      "*Network é\n*Vertices 2\n1 \"a\"\n2 \"b\"\n*Events\nTI 2\nAV 1\nAE 1 2 3\nTE 5\nDV 1\n*Partition p (1 x, 2 y)\n*Vertices 2\n1\n2\n*Cluster c\n*Vertices 1\n2\n"
    case .dl:
      "DL NR=2, NC=3 NM=2 FORMAT = fullmatrix DIAGONAL=PRESENT\nROW LABELS EMBEDDED\nCOLUMN LABELS: x, \"y é\", z\nMATRIX LABELS: m, n\nDATA:\n"
        + "a 1 0 2.5\nb . 1 -1\na 1 1 1\nb 0 0 0\n"
    case .sif: "é\tat war\tb\tc\nb\n# r\na\tpp\ta\n"
    }
  }

  @Test(arguments: PlainFormat.allCases) func filesThatAreCutOffAnywhereAreReadOrRefused(format: PlainFormat)
  {
    let bytes = Array(Self.sample(format).utf8)
    for count in 0...bytes.count {
      let found = format.read(Data(bytes.prefix(count)))
      #expect(found.graph != nil || !found.messages.isEmpty, "\(format) \(count)")
    }
    #expect(format.read(Data(bytes)).graph != nil)
  }

  @Test(arguments: PlainFormat.allCases) func filesThatAreChangedAtRandomAreReadOrRefused(format: PlainFormat)
  {
    let bytes = Array(Self.sample(format).utf8)
    var chance = SeededNumbers(seed: 21)
    let texts: [String] = [
      "\"", "[", "]", "*", "\n", "\r", "-", "99999999999999999999", "NaN", "1e999", "\u{0}", "&#x110000;",
      "%", ":", "\t", "é",
      " ",
    ]
    let pieces = texts.map { Array($0.utf8) }
    for _ in 0..<Thoroughness.cases(200, thorough: 100_000) {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...4, using: &chance) {
        let place = Int.random(in: 0..<changed.count, using: &chance)
        switch Int.random(in: 0..<4, using: &chance) {
        case 0: changed[place] = UInt8.random(in: 0...255, using: &chance)
        case 1: changed.remove(at: place)
        case 2:
          changed.insert(contentsOf: pieces[Int.random(in: 0..<pieces.count, using: &chance)], at: place)
        default:
          let end = min(changed.count, place + Int.random(in: 0..<20, using: &chance))
          changed.insert(
            contentsOf: Array(changed[place..<end]), at: Int.random(in: 0...changed.count, using: &chance))
        }
        if changed.isEmpty { break }
      }
      let found = format.read(Data(changed))
      #expect(found.graph != nil || !found.messages.isEmpty)
      // What is read can be written and read again.
      if let graph = found.graph, let export = try? format.write(GraphView(graph)) {
        let again = format.read(Data(export.bytes))
        #expect(
          again.graph?.entities.count == graph.entities.count || graph.entities.isEmpty,
          "\(String(decoding: changed, as: UTF8.self)) \(String(decoding: export.bytes, as: UTF8.self)) \(again.messages)"
        )
      }
    }
  }

  /// Much of one thing, as a file of a format.
  struct Much: Sendable, CustomStringConvertible {
    let format: PlainFormat
    let start: String
    /// What stands there many times; `#` is the number of the time.
    let piece: String
    let count: Int
    var end = ""

    var text: String {
      guard piece.contains("#") else { return start + String(repeating: piece, count: count) + end }
      return start + (1...count).map { piece.replacing("#", with: String($0)) }.joined() + end
    }
    var description: String { "\(format): \(count) × \(piece)" }
  }

  static let much: [Much] = [
    Much(format: .sif, start: "hub\tpp", piece: "\té#", count: 100_000),
    Much(format: .sif, start: "", piece: "a# pp\n", count: 50_000),
    Much(format: .net, start: "*Vertices 2\n*Arcslist\n", piece: "9 ", count: 100_000),
    Much(format: .net, start: "*Vertices 2\n*Arcslist\n1 ", piece: "9 ", count: 100_000),
    Much(format: .net, start: "*Vertices 50000\n", piece: "# \"same\"\n", count: 50_000),
    Much(format: .net, start: "*Vertices 2\n*Events\n", piece: "AA 1 2\nDV 1\n", count: 50_000),
    Much(format: .net, start: "*Vertices 2\n*Edges\n", piece: "1 2 1 [", count: 50_000),
    Much(format: .net, start: "*Vertices 1\n", piece: "*Partition x\n*Vertices 1\n1\n", count: 20_000),
    Much(format: .gml, start: "graph [ node [ id 1 ", piece: "a \"é\" ", count: 100_000, end: "] ]"),
    Much(format: .gml, start: "graph [ ", piece: "node [ id é# ] ", count: 50_000, end: "]"),
    Much(format: .gml, start: "graph [ ", piece: "node [ label \"x\" ] ", count: 50_000, end: "]"),
    Much(format: .gml, start: "graph [ node [ id 1 a \"", piece: "&", count: 200_000, end: "\" ] ]"),
    Much(format: .gml, start: "graph [ node [ id 1 a \"", piece: "\\\"é", count: 100_000, end: "\" ] ]"),
    Much(format: .gml, start: "", piece: "[", count: 200_000),
    Much(format: .dl, start: "dl n=2 labels embedded format=nodelist1 data:\n", piece: "é ", count: 200_000),
    Much(format: .dl, start: "dl nr=3000000 nc=3000000 data:\n", piece: "1 ", count: 3),
    Much(format: .dl, start: "dl n=5 labels: ", piece: "row ", count: 100_000),
    Much(format: .dl, start: "dl labels: ", piece: "x ", count: 100_000, end: "data:\n1"),
  ]

  /// What is linear takes a second or two here; what takes the square of it would take hours.
  @Test(arguments: much) func muchOfOneThingIsReadInTime(much: Much) {
    let found = much.format.read(much.text)
    #expect(found.graph != nil || !found.messages.isEmpty)
  }

  @Test(arguments: PlainFormat.allCases) func whatIsNoTextIsRefused(format: PlainFormat) {
    #expect(
      format.read(Data([0x41, 0x00, 0x42])).messages == ["1:2: found a character NUL; expected a text."])
    let accents = "a" + String(repeating: "\u{301}", count: 40)
    for letter in ["é", "日", "x", "b"] {
      let text = Self.sample(format).replacing(letter, with: accents)
      if text.contains(accents), letter != "x", letter != "b" || format == .sif {
        #expect(format.read(text).graph == nil, "\(format): \(text)")
      }
    }
  }
}
