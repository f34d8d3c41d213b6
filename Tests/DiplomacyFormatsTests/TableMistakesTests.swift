import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// What is wrong with tables, and what is done about it.
@Suite(.timeLimit(.minutes(2))) struct TableMistakesTests {
  @Test(arguments: [
    (
      "source,target,weight\na,b,-1\n",
      "t.csv:2:5: error: found the weight '-1'; expected a number from 0 on."
    ),
    (
      "source,target,weight\na,b,inf\n",
      "t.csv:2:5: error: found the weight 'inf'; expected a number from 0 on."
    ),
    (
      "source,target,weight\na,b,1e999\n",
      "t.csv:2:5: error: found the weight '1e999'; expected a number from 0 on."
    ),
    (
      "source,target,weight\na,b,-9\n",
      "t.csv:2:5: error: found the weight '-9'; expected a number from 0 on. If it stands for no value, say so with --missing -9."
    ),
    (
      "source;target;weight\na;b;1,500\n",
      "t.csv:2:5: error: found the weight '1,500'; expected a number from 0 on."
    ),
    (
      "source;target;weight\na;b;1,5,2\n",
      "t.csv:2:5: error: found the weight '1,5,2'; expected a number from 0 on."
    ),
    ("source,target\na,\n", "t.csv:2:3: error: this edge has no target; expected the name of a node."),
    ("source,target\na\n", "t.csv:2:1: error: this edge has no target; expected the name of a node."),
    ("source,target\na,b,c\n", "t.csv:2:5: error: found 3 fields; expected 2, as in the header."),
    (
      "source,target\n\"a,b\n",
      "t.csv:2:1: error: found a quotation mark that is never closed; expected '\"' at the end of the field."
    ),
    (
      "source,target,start,end\na,b,1945,1941\n",
      "t.csv:2:5: error: found the start '1945' and the end '1941'; expected an end that is not before the start."
    ),
    ("", "t.csv: error: the file is empty; expected a header with 'source' and 'target'."),
  ])
  func aTableOfWhichNothingCanBeReadIsAnError(text: String, fault: String) {
    #expect(tableFaults(text) == [fault])
  }

  @Test func aRowThatCannotBeReadIsLeftOut() throws {
    let text = "source,target,weight\na,b,1\na,c,x\na,\nd,e,2,3\nb,c,2\n"
    let found = try SampleTable(text)
    #expect(found.edges == ["a -- b 1.0", "b -- c 2.0"])
    let messages = [
      "t.csv:3:5: %: found the weight 'x'; expected a number from 0 on.",
      "t.csv:4:3: %: this edge has no target; expected the name of a node.",
      "t.csv:5:7: %: found 4 fields; expected 3, as in the header.",
    ]
    #expect(
      found.warnings.map(\.description)
        == messages.map { $0.replacing("%", with: "warning") + " The row is left out." })
    #expect(tableFaults(text) { $0.isStrict = true } == messages.map { $0.replacing("%", with: "error") })
  }

  @Test func onlyTheFirstHundredMistakesAreTold() throws {
    let text = "source,target,weight\na,b,1\n" + String(repeating: "a,b,x\n", count: 250)
    #expect(tableFaults(text) { $0.isStrict = true }.count == 101)
    let found = try SampleTable(text)
    #expect(found.warnings.count == 101 && found.messages.last == "there are 150 more warnings like these.")
  }

  // MARK: Ids

  @Test func idsAreNotWhatTheyLookLike() throws {
    // The first is composed, the second is not.
    let found = try SampleTable("source,target\nM\u{FC}ller,a\nMu\u{308}ller,a\n")
    #expect(found.graph.entities.map { Array($0.id.rawValue.utf8).count } == [7, 1, 8])
    #expect(found.graph.statements.count == 2)
    #expect(
      found.messages == [
        "the nodes 1 and 3, 'M\u{FC}ller', differ only in how their accents are composed; they are two nodes."
      ])
  }

  @Test func oddNamesStayAsTheyAre() throws {
    let names = ["<script>", "&amp;", "a\\b", "שלום", "😀", "a\u{7}b", "NA", "null", "line\nend", "a;b", "'"]
    let text = "source,target\n" + names.map { "\"\($0)\",x\n" }.joined()
    let found = try SampleTable(text)
    #expect(found.graph.entities.map(\.id.rawValue).filter { $0 != "x" } == names)
  }

  // MARK: Encodings

  @Test(arguments: [
    (Data([0xFF, 0xFE, 0, 0]) + Data("s\0\0\0".utf8), "UTF-32"),
    (Data([0, 0, 0xFE, 0xFF]) + Data("\0\0\0s".utf8), "UTF-32"),
    (Data("s\0\0\0o\0\0\0u\0\0\0r\0\0\0c\0\0\0e\0\0\0,\0\0\0t\0\0\0".utf8), "UTF-32"),
    (Data("+/v8-source,target\n".utf8), "UTF-7"), (Data("+/v9".utf8), "UTF-7"),
  ])
  func otherEncodingsAreNamed(bytes: Data, name: String) {
    let error = #expect(throws: InputDiagnostics.self) { _ = try SampleTable(bytes) }
    #expect(
      error?.diagnostics.count == 1 && error?.diagnostics[0].message.contains(name) == true,
      "\(String(describing: error))")
  }

  // MARK: Hostile input

  @Test func cutAndGarbledTablesAreReadOrRefused() {
    let samples = [
      "source,target,weight,start,end,type,x\n\"a, b\",c,1.5,1941-04-13,,Directed,{'a': 1}\nb,c,2,13.4.1941,9.8.1945,pays,3\n",
      ";a;b\na;0;1\nb;1;0\n", "a b {'weight': [1, {'x': \"y\"}]}\nb c {}\n",
      "% asym positive\n1 2 1 1318230000\n",
      "sep=;\nsender;recipient;when\nA; B;C;\"<[1941, 1942]>\"\n", "a b c\nb d\nc\n",
    ]
    for sample in samples {
      let bytes = Array(sample.utf8)
      for length in 0...bytes.count { read(Array(bytes.prefix(length))) }
    }
    var numbers = SeededNumbers(seed: 7)
    let letters = Array("a,\"\n\r;\t 1941-.é#{}'<[]>%/|".utf8)
    for round in 0..<Thoroughness.cases(1000, thorough: 50_000) {
      var bytes = Array(samples[round % samples.count].utf8)
      for _ in 0..<Int.random(in: 1...12, using: &numbers) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0...3, using: &numbers) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
        case 1: bytes.insert(letters[Int.random(in: 0..<letters.count, using: &numbers)], at: place)
        case 2: bytes[place] = letters[Int.random(in: 0..<letters.count, using: &numbers)]
        default: if bytes.count > 1 { bytes.remove(at: place) }
        }
      }
      read(bytes)
    }
  }

  private func read(_ bytes: [UInt8]) {
    do throws(InputDiagnostics) {
      let found = try EdgeListReader.read(Data(bytes), named: "garbled", isDirected: false)
      #expect(found.warnings.allSatisfy { !$0.message.isEmpty })
    } catch {
      #expect(!error.diagnostics.isEmpty)
    }
  }

  @Test(arguments: ["{'a': ", "<[", "\"", "[", "1;", "\u{301}", "(", "'"])
  func longRowsOfSignsEndSoon(sign: String) {
    let long = String(repeating: sign, count: 100_000)
    for text in [
      "source,target,when\na,b,\(long)\n", "a b \(long)\n", "a b {'x': \(long)}\n",
      "source,target\n\(long),b\n",
    ] {
      read(Array(text.utf8))
    }
  }

  @Test func manyDifferentNamesAndDatesAreReadInTimeOfTheirNumber() {
    let rows = (0..<60_000).map { "x\($0),y\($0),\(1000 + $0 % 9000)-01-01,\($0)\n" }
    let found = readTable("source,target,when,z\n" + rows.joined())
    #expect(found.graph?.entities.count == 120_000 && found.graph?.statements.count == 60_000)
  }
}
