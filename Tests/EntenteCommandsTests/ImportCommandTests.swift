import Foundation
import TestSupport
import Testing

/// `entente import`, and commands that take a store in place of a graph file.
@Suite struct ImportCommandTests {
  @Test func everyCommandTakesAStoreInPlaceOfAGraphFile() throws {
    let place = try Workplace(["g.yaml": twoPacts])
    let made = try place.entente("import", "g.yaml", "-o", "g.sqlite")
    expectSuccess(made)
    #expect(made.output.hasPrefix("g.sqlite: "))
    for command in [
      ["show"], ["show", "--at", "1941-06-22"], ["life"], ["chronology"], ["compliance"],
      ["centrality", "--measure", "degree"], ["centrality", "--measure", "degree", "--at", "1941-06-22"],
      ["export", "--output-format", "graph-file", "-o", "-"],
      ["export", "--output-format", "graphml", "-o", "-"],
      ["export", "--output-format", "graph-file", "-o", "-", "--at", "1941-06-22"],
    ] {
      let rest = Array(command.dropFirst())
      let (file, store) = (
        try place.entente([command[0], "g.yaml"] + rest), try place.entente([command[0], "g.sqlite"] + rest)
      )
      #expect(file.code == store.code, "\(command)")
      #expect(file.output.replacing("g.yaml", with: "g.sqlite") == store.output, "\(command)")
      #expect(file.errors == store.errors, "\(command)")
    }
    // A store has no lines, by which links are told together with what they stand under.
    let check = try place.entente("check", "g.sqlite")
    #expect(check.code == 0 && check.output.hasPrefix("g.sqlite: 9 entities, 8 statements, no mistakes, "))
  }

  @Test func aStoreComesPackedAndByStandardInput() throws {
    let place = try Workplace(["g.yaml": twoPacts])
    expectSuccess(try place.entente("export", "g.yaml", "-o", "g.sqlite.gz"))
    #expect(try place.entente("show", "g.sqlite.gz").output == place.entente("show", "g.yaml").output)
    // The same graph makes the same bytes.
    expectSuccess(try place.entente("import", "g.yaml", "-o", "a.db"))
    expectSuccess(try place.entente("import", "g.sqlite.gz", "-o", "b.db"))
    #expect(try place.bytes("a.db") == place.bytes("b.db"))
  }

  @Test func severalFilesBecomeOneStore() throws {
    let place = try Workplace([
      "one.yaml": "entente: 1\ntitle: T\nactors: { a: A, b: B }\n",
      "two.yaml": "entente: 1\ntitle: T\nactors: { b: Bee, c: C }\n",
    ])
    let outcome = try place.entente("import", "one.yaml", "two.yaml", "-o", "both.sqlite")
    #expect(outcome.code == 0 && outcome.output.hasPrefix("both.sqlite: 3 entities"))
    #expect(outcome.errors.contains("difference"))
  }

  @Test func whatIsNoStoreIsRefused() throws {
    let place = try Workplace(["g.yaml": twoPacts, "broken.sqlite": "SQLite format 3\u{0}and no more"])
    expectRefusal(try place.entente("import", "g.yaml", "-o", "g.yaml2"), code: 64, saying: ".sqlite")
    let broken = try place.entente("show", "broken.sqlite")
    #expect(broken.code == 2 && broken.errors.contains("the store is damaged"))
    expectRefusal(
      try place.entente("import", "g.yaml", "-o", "none/g.sqlite"), code: 1, saying: "there is no folder")
    #expect(place.contents == ["broken.sqlite", "g.yaml"])
  }

  /// Killed at any moment, an import leaves the old store or the new one.
  @Test func aKilledImportLeavesTheOldStoreOrNone() throws {
    let actors = (0..<3000).map { "  a\($0): { name: A\($0), exists: 19\($0 % 90 + 10)/.. }\n" }.joined()
    func graph(_ version: Int) -> String { "entente: 1\ntitle: Version \(version)\nactors:\n\(actors)" }
    let place = try Workplace(["g.yaml": graph(0)])
    var numbers = SeededNumbers(seed: 1945)
    let start = ContinuousClock.now
    expectSuccess(try place.entente("import", "g.yaml", "-o", "g.sqlite"))
    let whole = (ContinuousClock.now - start) / .seconds(1)
    #expect(place.contents == ["g.sqlite", "g.yaml"])
    var killed = 0
    for version in 1...Thoroughness.cases(8, thorough: 100) {
      try place.write(graph(version), to: "g.yaml")
      let process = Process()
      process.executableURL = builtProgram("entente")
      process.arguments = ["import", "g.yaml", "-o", "g.sqlite"]
      process.currentDirectoryURL = place.folder
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      if version % 2 == 0 {
        // As soon as the new store is being written.
        while process.isRunning, !place.contents.contains(where: { $0.hasSuffix(".tmp") }) {
          Thread.sleep(forTimeInterval: 0.001)
        }
        Thread.sleep(forTimeInterval: Double.random(in: 0...0.05, using: &numbers))
      } else {
        Thread.sleep(forTimeInterval: Double.random(in: 0...whole, using: &numbers))
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal { killed += 1 }
      let shown = try place.entente("show", "g.sqlite", "--format", "json")
      #expect(shown.code == 0, "\(shown.errors)")
      #expect(shown.output.contains("3000"))
      #expect(shown.output.contains(#/Version \d+/#))
    }
    #expect(killed > 2)
    // What was left beside it goes with the next import.
    expectSuccess(try place.entente("import", "g.yaml", "-o", "g.sqlite"))
    #expect(place.contents == ["g.sqlite", "g.yaml"])
  }
}
