import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import EntenteCommands

@Suite struct ManualTests {
  /// A program with one command, as the parser of arguments describes it.
  private static let dump = """
    { "serializationVersion": 0, "command": { "commandName": "sail", "abstract": "Sail the seas.", "subcommands": [
      { "commandName": "to", "abstract": "Sail to a port.", "shouldDisplay": true,
        "discussion": "Ports are named 'c. 1941'. Examples:\\n  sail to --fast -- .hidden\\n  sail to Kobe\\nBe back soon.",
        "arguments": [
        { "kind": "positional", "shouldDisplay": true, "isOptional": false, "isRepeating": true, "valueName": "port",
          "abstract": "The ports." },
        { "kind": "option", "shouldDisplay": true, "isOptional": true, "isRepeating": false, "valueName": "of",
          "names": [{ "kind": "short", "name": "s" }, { "kind": "long", "name": "sail" }],
          "abstract": "The sail.", "allValues": ["jib", "fore-sail"], "defaultValue": "jib" },
        { "kind": "flag", "shouldDisplay": true, "isOptional": true, "isRepeating": false, "sectionTitle": "Speed",
          "names": [{ "kind": "long", "name": "fast" }], "abstract": "C:\\\\é \\"now\\"." },
        { "kind": "flag", "shouldDisplay": true, "isOptional": true, "isRepeating": false, "sectionTitle": "Speed",
          "names": [{ "kind": "long", "name": "no-fast" }], "abstract": "C:\\\\é \\"now\\"." },
        { "kind": "option", "shouldDisplay": true, "isOptional": false, "isRepeating": false, "valueName": "crew",
          "names": [{ "kind": "long", "name": "crew" }], "abstract": "Who sails." },
        { "kind": "flag", "shouldDisplay": false, "isOptional": true, "isRepeating": false,
          "names": [{ "kind": "long", "name": "secret" }] }
      ] },
      { "commandName": "hidden", "shouldDisplay": false }, { "commandName": "help", "shouldDisplay": true }
    ] } }
    """

  @Test func aPageTellsWhatTheParserTells() throws {
    let pages = try ManualPage.pages(of: Self.dump)
    #expect(pages.map(\.name) == ["sail", "sail-to"])
    let text = pages[1].text
    let end = try #require(text.range(of: ".Sh EXIT STATUS")?.lowerBound)
    #expect(
      text[..<end] == #"""
        .Dd \#(Entente.manualDate)
        .Dt SAIL\-TO 1
        .Os "Entente \#(Entente.version)"
        .Sh NAME
        .Nm sail\-to
        .Nd sail to a port
        .Sh SYNOPSIS
        .Nm sail to
        .Op Ar options
        .Fl \-crew Ar crew
        .Ar port ...
        .Sh DESCRIPTION
        Sail to a port.
        .Pp
        Ports are named \(aqc. 1941\(aq.
        Examples:
        .Bd -literal -offset indent
        sail to \-\-fast \-\- .hidden
        sail to Kobe
        .Ed
        .Pp
        Be back soon.
        .Sh OPTIONS
        .Bl -tag -width Ds
        .It Ar port ...
        The ports.
        .It Fl s , Fl \-sail Ar \&of
        The sail.
        Values:
        .Cm \&jib ,
        .Cm fore\-sail .
        Default:
        .Cm \&jib .
        .It Fl \-crew Ar crew
        Who sails.
        .El
        .Ss Speed
        .Bl -tag -width Ds
        .It Fl \-fast , Fl \-no\-fast
        C:\e\[u00E9] \(dqnow\(dq.
        .El

        """#)
  }

  @Test func everyCommandHasAPageWithAllItsOptions() throws {
    let dump = Entente._dumpHelp()
    let pages = try ManualPage.pages(of: dump)
    let commands = try CommandDescription.program(dump).shownSubcommands
    #expect(pages.map(\.name) == ["entente"] + commands.map { "entente-\($0.commandName)" })
    #expect(!pages.contains { $0.name == "entente-generate-manual" })
    for (page, command) in zip(pages.dropFirst(), commands) {
      let sections = page.text.split(separator: "\n").filter { $0.hasPrefix(".Sh ") }.map { $0.dropFirst(4) }
      #expect(
        sections.filter { $0 != "ENVIRONMENT" }
          == ["NAME", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "EXIT STATUS", "SEE ALSO"])
      let items = page.text.split(separator: "\n").filter { $0.hasPrefix(".It ") }
      for name in command.shownArguments.flatMap({ $0.names ?? [] }) {
        let flag = "Fl \(name.kind == .long ? "\\-" : "")\(name.name.replacing("-", with: "\\-"))"
        #expect(items.contains { "\($0) ".contains(" \(flag) ") }, "\(page.name): \(flag)")
      }
      #expect(page.text.utf8.allSatisfy { $0 < 0x80 }, "\(page.name)")
    }
  }

  @Test(.enabled(if: Tools.mandoc != nil, "mandoc is not installed; run Scripts/test."))
  func mandocHasNothingToWarnOf() throws {
    let place = try Workplace()
    #expect(try place.entente("generate-manual", "--into", "man").code == 0)
    let pages = try FileManager.default.contentsOfDirectory(atPath: place.path("man"))
    #expect(pages.count > 10)
    let outcome = try run(
      try #require(Tools.mandoc), ["-T", "lint", "-W", "warning"] + pages.map { place.path("man/\($0)") })
    #expect(outcome.code == 0 && outcome.output.isEmpty, "\(outcome.output)\(outcome.errors)")
  }
}
