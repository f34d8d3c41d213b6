import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

@Suite struct JSONValueTests {
  @Test(arguments: [
    (JSONValue.null, "null"), (.bool(true), "true"), (.bool(false), "false"), (.integer(-3), "-3"),
    (.integer(.min), "-9223372036854775808"), (.number(2), "2"), (.number(0.1), "0.1"),
    (.number(1e300), "1e+300"),
    (.number(.nan), "null"), (.number(-.infinity), "null"), (.string(""), "\"\""), (.array([]), "[]"),
    (.object([:]), "{}"), (.optional(nil), "null"), (.optional("x"), "\"x\""),
    (.array([.integer(1), .null]), "[1, null]"), (.object(["a": .array([.object([:])])]), "{ \"a\": [{}] }"),
  ])
  func smallValuesStandOnOneLine(value: JSONValue, text: String) {
    #expect(value.text == text + "\n")
  }

  @Test func everyCharacterIsReadBack() throws {
    let scalars =
      (0...0x2FF).compactMap(Unicode.Scalar.init) + ["\u{2028}", "\u{FEFF}", "\u{FFFF}", "\u{1F54A}", "日"]
    let texts = scalars.map { "a\($0)b" } + SampleGraph.hardNames
    let text = JSONValue.array(texts.map { .string($0) }).text
    let read = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String])
    #expect(read.count == texts.count)
    for (text, read) in zip(texts, read) {
      #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars), "\(text.debugDescription)")
    }
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" }, "a raw control character")
  }

  @Test func keysAreEscapedToo() throws {
    let text = JSONValue.object(["a\"b\\\n": .integer(1)]).text
    #expect(text == "{ \"a\\\"b\\\\\\n\": 1 }\n")
  }

  @Test func membersKeepTheirOrder() {
    let value = JSONValue.object(["z": .integer(1), "a": .integer(2), "m": .integer(3)])
    #expect(value.text == "{ \"z\": 1, \"a\": 2, \"m\": 3 }\n")
  }

  @Test func numbersReadBackAsTheSameNumbers() throws {
    var state: UInt64 = 1914
    let numbers =
      (0..<2000).map { _ -> Double in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        let number = Double(bitPattern: state)
        return number.isFinite ? number : 0.5
      } + [
        0x1p54, 0x1p53, -0x1p54 + 2, 1e15, 999_999_999_999_999, 1e16, -1e15, Double.leastNonzeroMagnitude,
        .greatestFiniteMagnitude,
        1 / 3,
      ]
    for number in numbers {
      let text = JSONValue.number(number).text.dropLast()
      #expect(Double(text) == number, "\(number) as \(text)")
      #expect(!text.hasSuffix(".0"), "\(text)")
    }
  }

  @Test func whatFitsInto120CharactersWithACommaStandsOnOneLine() {
    // Counted in characters, not bytes.
    func object(_ letters: String) -> JSONValue { .object(["a": .string(letters)]) }
    for count in [60, 118, 119] {
      let letters = String(repeating: "日", count: count - 11)
      #expect(object(letters).text == "{ \"a\": \"\(letters)\" }\n")
    }
    let letters = String(repeating: "日", count: 109)
    #expect(object(letters).text == "{\n  \"a\": \"\(letters)\"\n}\n")
  }

  @Test func noLineOfListsIsLongerThan120Characters() throws {
    for length in 1...130 {
      let list = JSONValue.array((0..<length).map { .integer($0 % 10) })
      let value = JSONValue.object([
        "short": list, String(repeating: "k", count: length % 60): .object(["inner": list, "last": list]),
        "end": .null,
      ])
      for line in value.text.split(separator: "\n") { #expect(line.count <= 120, "\(length): \(line)") }
      let read = try #require(try JSONSerialization.jsonObject(with: Data(value.text.utf8)) as? [String: Any])
      #expect((read["short"] as? [Int])?.count == length)
    }
  }

  @Test func whatDoesNotFitIsIndentedByTwo() {
    let long = JSONValue.string(String(repeating: "x", count: 100))
    let value = JSONValue.object(["list": .array([long, .object(["a": long])]), "n": .integer(1)])
    let quoted = "\"" + String(repeating: "x", count: 100) + "\""
    #expect(
      value.text == """
        {
          "list": [
            \(quoted),
            { "a": \(quoted) }
          ],
          "n": 1
        }

        """)
  }
}
