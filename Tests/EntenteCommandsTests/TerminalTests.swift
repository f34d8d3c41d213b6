import Foundation
import TestSupport
import Testing

/// What reaches a terminal, and what becomes of the work when nobody listens.
@Suite struct TerminalTests {
  private static let hostile = """
    entente: 1
    title: "T\\e]0;owned\\a\\u202Etitle"
    actors: { a: { name: "A\\e[31mred\\nerror: forged" }, b: "B\\u009B2J\\u2028" }
    agreements: { p: { name: "=1+1", parties: [a, b], signed: 1921, secret: true } }
    events: { e: { kind: meeting, name: "E\\u2066", when: 1924, participants: [a, b] } }

    """

  private static func steers(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      $0 != "\n" && ($0.properties.generalCategory == .control || $0.properties.isBidiControl)
        || $0 == "\u{2028}" || $0 == "\u{2029}"
    }
  }

  /// libxml2 has words of its own for some mistakes, which quote the document.
  @Test(arguments: ["EUC-JP", "UCS4", "UTF-16", "ISO-2022-JP", "x\u{1B}[31m"], [0xFF, 0x1B, 0x8E])
  func libxml2WritesNothingToTheTerminalItself(encoding: String, byte: Int) throws {
    let place = try Workplace()
    let text = Data("<?xml version=\"1.0\" encoding=\"\(encoding)\"?>\n<graphml><graph><node id=\"a".utf8)
    try (text + [UInt8(byte), 0xFE, 0x1B, 0x5B] + Data("b\"/></graph></graphml>".utf8)).write(
      to: place.folder.appending(path: "g.graphml"))
    let outcome = try place.entente("check", "g.graphml")
    #expect(outcome.code == 2 && !Self.steers(outcome.errors), "\(outcome)")
    let lines = outcome.errors.split(separator: "\n")
    #expect(
      lines.count == 2 && lines[0].hasPrefix("g.graphml:") && lines[1] == "1 mistake; nothing was written.",
      "\(lines)")
  }

  @Test(arguments: [
    ["show"], ["life"], ["chronology"], ["compliance"], ["centrality"], ["reach"], ["reach", "--from", "a"],
    ["reach", "--to", "b"], ["paths", "--from", "a", "--to", "b"], ["knowledge", "--of", "p"],
    ["robustness", "--measure", "degree"],
    ["compare", "--at", "1921", "--with", "1930"], ["check"],
  ])
  func noCommandLetsNamesSteerTheTerminal(command: [String]) throws {
    let place = try Workplace(["g.yaml": Self.hostile])
    for format in command == ["check"] ? [[]] : [["--format", "table"], ["--format", "markdown"]] {
      let arguments = [command[0], "g.yaml"] + command.dropFirst() + format
      let outcome = try run(builtProgram("entente"), arguments, in: place.folder)
      #expect(outcome.code == 0, "\(arguments): \(outcome)")
      #expect(!Self.steers(outcome.output) && !Self.steers(outcome.errors), "\(arguments): \(outcome)")
      #expect(!outcome.output.contains("\nerror: forged"), "\(arguments): \(outcome)")
    }
  }

  @Test(arguments: [
    ["show", "none\u{1B}[2J\nerror: forged.yaml"], ["show", "g.yaml", "--at", "19\u{1B}[31m\nerror: forged"],
    ["show", "g.yaml", "--format", "x\u{1B}[31m\nerror: forged"], ["--x\u{202E}\nerror: forged"],
    ["show", "g.yaml", "--without", "\u{9B}2J\nerror: forged"],
    ["export", "g.yaml", "-o", "x\u{1B}\nerror: forged"],
    ["show", "g\u{1B}.csv"],
  ])
  func noArgumentSteersTheTerminal(arguments: [String]) throws {
    let place = try Workplace(["g.yaml": Self.hostile, "g\u{1B}.csv": "a\u{1B}[31m,b\nc\n"])
    let outcome = try run(builtProgram("entente"), arguments, in: place.folder)
    #expect(outcome.code != 0, "\(outcome)")
    #expect(!Self.steers(outcome.errors) && !outcome.errors.isEmpty, "\(outcome)")
    #expect(!outcome.errors.contains("\nerror: forged"), "\(outcome)")
    #expect(outcome.errors.contains("\\u{"), "\(outcome)")
  }

  @Test func guardedCSVIsAskedForWithCSV() throws {
    let place = try Workplace(["g.yaml": Self.hostile])
    #expect(try place.entente("show", "g.yaml", "--format", "csv").output.contains(",=1+1,"))
    #expect(
      try place.entente("show", "g.yaml", "--format", "csv", "--guard-formulas").output.contains(",'=1+1,"))
    let dates = try place.entente("date", "--format", "csv", "--guard-formulas", "--", "-0043")
    #expect(dates.output.contains("\n'-0043,"), "\(dates)")
    let refused = try place.entente("show", "g.yaml", "--guard-formulas")
    #expect(refused.code == 64 && refused.errors.contains("goes with --format csv"), "\(refused)")
  }

  @Test(arguments: ["2>&-", "0<&- 1>&- 2>&-", "2>/dev/full"])
  func aStandardErrorThatIsClosedOrFullDoesNotEndTheWork(streams: String) throws {
    if streams.contains("/dev/full"), !FileManager.default.fileExists(atPath: "/dev/full") { return }
    let place = try Workplace(["g.yaml": Self.hostile])
    let program = builtProgram("entente").path
    let shell = URL(fileURLWithPath: "/bin/sh")
    let outcome = try run(
      shell, ["-c", "'\(program)' export g.yaml -o g.graphml \(streams)"], in: place.folder)
    #expect(outcome.code == 0, "\(outcome)")
    // No message stands in the file.
    #expect(try XMLTree.parse(try place.bytes("g.graphml")).name == "graphml")
  }

  @Test func aReaderThatGoesAwayEndsTheWorkQuietly() throws {
    let place = try Workplace(["dates": String(repeating: "1941\n", count: 20_000)])
    let program = builtProgram("entente").path
    let shell = URL(fileURLWithPath: "/bin/sh")
    let command = "('\(program)' date < dates; echo $? > code) | head -n 1"
    let outcome = try run(shell, ["-c", command], in: place.folder)
    #expect(outcome.errors.isEmpty && outcome.output.hasPrefix("1941: 1941"), "\(outcome)")
    // 128 and the signal's number, 13.
    #expect(try place.text("code") == "141\n")
  }
}
