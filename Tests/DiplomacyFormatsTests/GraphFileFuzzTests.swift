import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Files that were cut or garbled are never the end of the program.
@Suite struct GraphFileFuzzTests {
  @Test func textCutAnywhereIsAGraphOrHasDiagnostics() throws {
    let bytes = Array(try documentedExample().utf8)
    var graphs = 0
    for length in 0...bytes.count {
      // A cut inside a letter is found before the text is read.
      guard let text = String(validating: bytes[..<length], as: UTF8.self) else { continue }
      do throws(InputDiagnostics) {
        _ = try GraphFile.read(text, named: "cut")
        graphs += 1
      } catch {
        if error.diagnostics.isEmpty { Issue.record("no diagnostics for the first \(length) bytes") }
      }
    }
    #expect(graphs > 0 && graphs < bytes.count, "\(graphs) graphs")
  }

  @Test func garbledGraphsAreReadOrRefusedWithPlacesInTheFile() throws {
    let original = try projectText("Graphs/neutrality-pact.yaml")
    var numbers = SeededNumbers(seed: 1941_04_13)
    var outcomes = [0, 0]
    // Small pieces are read faster, and as many kinds of mistake are made in them.
    let pieces = Self.pieces(of: original)
    for round in 0..<Thoroughness.cases(2000, thorough: 20_000) {
      var lines = pieces[round % pieces.count]
      for _ in 0..<Int.random(in: 1...4, using: &numbers) { Self.garble(&lines, &numbers) }
      let text = lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
      let isGraph = Self.check(text)
      outcomes[isGraph ? 0 : 1] += 1
    }
    for _ in 0..<40 {
      var lines = original.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
      for _ in 0..<Int.random(in: 1...8, using: &numbers) { Self.garble(&lines, &numbers) }
      _ = Self.check(lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n"))
    }
    #expect(outcomes[1] > 1000, "\(outcomes)")
  }

  /// The header with each run of lines that ends before a new entity, as files of their own.
  private static func pieces(of text: String) -> [[[UInt8]]] {
    var pieces: [[[UInt8]]] = []
    let top = header.split(separator: "\n").map { Array($0.utf8) }
    var section: [UInt8] = []
    var piece: [[UInt8]] = []
    for line in text.split(separator: "\n").map({ Array($0.utf8) }) {
      let isSection = line.first.map { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "#") } ?? false
      let isMember = line.starts(with: Array("  ".utf8)) && line.dropFirst(2).first != UInt8(ascii: " ")
      if isSection || (isMember && piece.count > 12) {
        if piece.count > 1 { pieces.append(top + [section] + piece) }
        piece = []
      }
      if isSection { section = line } else { piece.append(line) }
    }
    return pieces + [top + [section] + piece]
  }

  /// Deletes, repeats or swaps lines, or changes bytes of one.
  private static func garble(_ lines: inout [[UInt8]], _ numbers: inout SeededNumbers) {
    guard lines.count > 1 else { return }
    let one = Int.random(in: 0..<lines.count, using: &numbers)
    let other = Int.random(in: 0..<lines.count, using: &numbers)
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: lines.remove(at: one)
    case 1: lines.insert(lines[other], at: one)
    case 2: lines.swapAt(one, other)
    case 3 where !lines[one].isEmpty:
      let place = Int.random(in: 0..<lines[one].count, using: &numbers)
      lines[one][place] = UInt8.random(in: 0...255, using: &numbers)
    case 4:
      let words = [
        "{", "}", "[", "]", ":", "- ", "'", "\"", "#", "&x ", "*x", "? ", "|", "\r", "\t", "!!int ", "%",
        "never",
      ]
      let place = Int.random(in: 0...lines[one].count, using: &numbers)
      lines[one].insert(
        contentsOf: Array(words[Int.random(in: 0..<words.count, using: &numbers)].utf8), at: place)
    default: lines[one].removeFirst(min(lines[one].count, Int.random(in: 1...6, using: &numbers)))
    }
  }

  /// Whether the text is a graph; if not, its diagnostics must lie in it and be in order.
  private static func check(_ text: String) -> Bool {
    let found: [Diagnostic]
    do throws(InputDiagnostics) {
      _ = try GraphFile.read(text, named: "garbled")
      return true
    } catch {
      found = error.diagnostics
    }
    if found.isEmpty { Issue.record("no diagnostics for:\n\(text)") }
    // libyaml also ends lines at CR, NEL, LS and PS.
    let lines = text.unicodeScalars.split(omittingEmptySubsequences: false) {
      "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0)
    }
    for diagnostic in found {
      guard let place = diagnostic.place else { continue }
      let isInside =
        (1...lines.count).contains(place.line) && place.column >= 1
        && place.column <= (lines.map(\.count).max() ?? 0) + 2
      if !isInside { Issue.record("\(diagnostic) is outside of:\n\(text)") }
    }
    let places = found.compactMap(\.place)
    if places != places.sorted() { Issue.record("\(found) are not in order for:\n\(text)") }
    return false
  }
}
