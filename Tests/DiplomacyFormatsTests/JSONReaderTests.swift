import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// The reader of JSON: what it takes, what it refuses, and where.
@Suite struct JSONReaderTests {
  /// All pieces of a text in words, its notes, and what is wrong.
  private func pieces(_ text: String) -> (pieces: [String], notes: [String], fault: String?) {
    var reader = JSONReader(Array(text.utf8))
    var found: [String] = []
    var fault: String?
    do throws(JSONReader.Fault) {
      while true {
        let token = try reader.next()
        let what =
          switch token {
          case .beginObject: "{"
          case .endObject: "}"
          case .beginList: "["
          case .endList: "]"
          case .key: "\(reader.text):"
          case .text: "'\(reader.text)'"
          case .number: "#\(reader.text)"
          case .boolean(let value): "\(value)"
          case .null: "null"
          case .end: "."
          }
        found.append(what)
        if token == .end { break }
      }
    } catch {
      let place = error.place.map { "\($0.line):\($0.column): " } ?? ""
      fault = place + error.message
    }
    return (found, reader.notes.map { "\($0.place.line):\($0.place.column): \($0.message)" }, fault)
  }

  @Test(arguments: [
    ("{}", "{ } ."), ("[ ]\n", "[ ] ."), (" \"a\" ", "'a' ."), ("-0.5e+10", "#-0.5e+10 ."),
    ("true", "true ."),
    ("{\"a\": [1, {\"b\": null}], \"c\" : false}", "{ a: [ #1 { b: null } ] c: false } ."),
    ("\u{FEFF}[\"\u{1F54A}é\"]", "[ '\u{1F54A}é' ] ."),
    ("[0, -0, 10, 1E5, 1.25]", "[ #0 #-0 #10 #1E5 #1.25 ] ."),
    ("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\ud83d\\udd4a\"]", "[ '\"\\/\u{8}\u{C}\n\r\tA\u{1F54A}' ] ."),
    ("[123456789012345678901234567890]", "[ #123456789012345678901234567890 ] ."),
    ("{\"\": \"\"}", "{ : '' } ."),
    ("{\"\\u0061\": 1}", "{ a: #1 } ."),
  ])
  func whatIsJSONIsRead(text: String, expected: String) {
    let found = pieces(text)
    #expect(found.pieces.joined(separator: " ") == expected)
    #expect(found.fault == nil && found.notes.isEmpty)
  }

  @Test(arguments: [
    ("", "1:1: found the end of the file; expected a value."),
    ("{\"a\": 1", "1:8: found the end of the file; expected a comma or '}'."),
    ("[1, 2", "1:6: found the end of the file; expected a comma or ']'."),
    ("[\n  \"abc", "2:3: the file ends inside of a text that begins here; expected a '\"' at its end."),
    ("[\"abc\\", "1:6: the file ends inside of a text; expected a '\"' at its end."),
    ("{\"a\" 1}", "1:6: found '1'; expected a colon after the key 'a'."),
    ("{a: 1}", "1:2: found 'a'; expected a key in double quotes."),
    ("{'a': 1}", "1:2: found '''; expected a key in double quotes."),
    ("['a']", "1:2: found a single quote; expected a text in double quotes."),
    ("[1, ]", "1:5: found a comma before ']'; expected none there."),
    ("{\"a\": 1,\n}", "2:1: found a comma before '}'; expected none there."),
    ("[1 2]", "1:4: found '2'; expected a comma or ']'."),
    ("[1}", "1:3: found '}'; expected a comma or ']'."),
    ("{} x", "1:4: found 'x' after the end of the JSON; expected nothing more in the file."),
    ("{}\n{}", "2:1: found '{' after the end of the JSON; expected nothing more in the file."),
    ("[01]", "1:2: found '01'; expected a number as JSON writes them, such as 12, -0.5 or 1e6."),
    ("[1.]", "1:2: found '1.'; expected a number as JSON writes them, such as 12, -0.5 or 1e6."),
    ("[-]", "1:2: found '-'; expected a number as JSON writes them, such as 12, -0.5 or 1e6."),
    ("[1e]", "1:2: found '1e'; expected a number as JSON writes them, such as 12, -0.5 or 1e6."),
    ("[1x]", "1:2: found '1x'; expected a number as JSON writes them, such as 12, -0.5 or 1e6."),
    ("[.5]", "1:2: found '.5'; expected a value."), ("[+1]", "1:2: found '+1'; expected a value."),
    ("[None]", "1:2: found 'None', as Python writes it; expected null."),
    ("[True]", "1:2: found 'True', as Python writes it; expected true."),
    ("[nul]", "1:2: found 'nul'; expected a value."), ("[// x\n1]", "1:2: found '/'; expected a value."),
    (
      "[\"a\nb\"]",
      "1:4: found a line end in the text that begins on line 1, column 2; expected a '\"' at its end, or an escape such as \\n."
    ),
    (
      "[\"é\u{1}\"]",
      "1:4: found a control character in the text that begins on line 1, column 2; expected a '\"' at its end, or an escape such as \\n."
    ),
    (
      "[\"日本\\x\"]",
      "1:5: found an escape that JSON does not have; expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u and four digits."
    ),
    (
      "[\"\\u12g4\"]",
      "1:3: found an escape that JSON does not have; expected one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t, or \\u and four digits."
    ),
    ("[\"\u{1F54A}\",\r\n\r  日]", "3:3: found '日'; expected a value."),
  ])
  func whatIsNoJSONIsToldWithItsPlace(text: String, fault: String) {
    #expect(pieces(text).fault == fault)
  }

  @Test func whatPythonWritesForNumbersIsTold() {
    let found = pieces("[NaN,\n Infinity, -Infinity]")
    #expect(found.pieces == ["[", "#NaN", "#Infinity", "#-Infinity", "]", "."])
    #expect(
      found.notes == ["1:2: found NaN, which is no number of JSON; it is read as a number that is not known."]
    )
  }

  @Test func halvesOfPairsAreReplacedAndTold() {
    let found = pieces("[\"a\\ud83d\", \"\\udd4a\\ud83d\\u0041\"]")
    #expect(found.pieces == ["[", "'a\u{FFFD}'", "'\u{FFFD}\u{FFFD}A'", "]", "."])
    #expect(
      found.notes == [
        "1:4: found half of a pair of escapes; it is read as U+FFFD.",
        "1:14: found half of a pair of escapes; it is read as U+FFFD.",
        "1:20: found half of a pair of escapes; it is read as U+FFFD.",
      ])
  }

  @Test func keysThatStandTwiceAreTold() {
    func told(_ text: String) -> [String] { pieces(text).notes }
    #expect(
      told("{\"a\": 1,\n \"\\u0061\": {\"a\": 2}, \"b\": [{\"a\": 1}, {\"a\": 2}]}") == [
        "2:2: the key 'a' stands twice in this object; the later one counts."
      ])
    // Letters that are composed otherwise are others.
    #expect(told("{\"é\": 1, \"e\u{301}\": 2}") == [])
    for count in [10, 24, 25, 26, 1000] {
      let members = (0..<count).map { "\"k\($0)\": \($0)" }
      #expect(told("{" + members.joined(separator: ",") + "}") == [])
      let twice = "{" + (members + ["\"k3\": 0"]).joined(separator: ",") + ", \"o\": {\"k3\": 1}}"
      #expect(told(twice).count == 1, "\(count)")
    }
  }

  @Test func nestingHasALimitWithAPlace() {
    let most = InputLimits.jsonLevels
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let inner = open == "[" ? "" : "1"
      let right = String(repeating: open, count: most) + inner + String(repeating: close, count: most)
      #expect(pieces(right).fault == nil)
      let fault = pieces(String(repeating: open, count: 100_000)).fault
      #expect(fault == "1:\(open.count * most + 1): lists and objects are nested more than 500 deep.")
    }
  }

  /// Every text of JSONSerialization's own is read with the same values.
  @Test func textsOfTheSamplesAreReadAsTheyAreWritten() throws {
    for text in SampleGraph.hardNames + ["\u{0}", "\u{7F}", "\u{FFFF}", "a\u{2028}b"] {
      var writer = JSONWriter()
      writer.quoted(text)
      let read = pieces(String(decoding: writer.bytes, as: UTF8.self))
      #expect(read.pieces == ["'\(text)'", "."] && read.fault == nil, "\(text.debugDescription)")
      let other = try JSONSerialization.jsonObject(with: Data(writer.bytes), options: .fragmentsAllowed)
      #expect(other as? String == text)
    }
  }

  @Test func nestedValuesAreKeptOnOneLine() throws {
    for (text, expected) in [
      (
        "[1,[],{},\n{\"a\" : [ null,true,\"x\\u0041\\n\" ]} ]",
        "[1, [], {}, {\"a\": [null, true, \"xA\\n\"]}]"
      ),
      ("{\"a\":{\"b\":-1.50}}", "{\"a\": {\"b\": -1.50}}"),
    ] {
      var reader = JSONReader(Array(text.utf8))
      let value = try reader.scalar()
      #expect(value == .nested(expected))
      #expect(try reader.next() == .end)
    }
  }

  /// Bytes that are changed by chance never stop the program, and a place is always inside the text.
  @Test func changedBytesAreReadOrToldInsideTheText() {
    let text = Array(
      "{\"nodes\": [{\"id\": \"é\\ud83d\\udd4a\", \"x\": -1.5e3}, {\"id\": null}],\n\"links\": [[1, true]]}"
        .utf8)
    var state: UInt64 = 1939
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = Array("{}[]\",:\\u0dtfn-1.eE \n\r\u{1}".utf8)
    for _ in 0..<3000 {
      var bytes = text
      for _ in 0...random(3) { bytes[random(bytes.count)] = letters[random(letters.count)] }
      let found = pieces(String(decoding: bytes, as: UTF8.self))
      #expect(found.pieces.last == "." || found.fault != nil)
    }
    for length in 0..<text.count {
      #expect(pieces(String(decoding: text.prefix(length), as: UTF8.self)).fault != nil, "\(length)")
    }
  }
}
