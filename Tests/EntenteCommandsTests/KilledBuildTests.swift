import Foundation
import TestSupport
import Testing

/// `entente build`, ended at any moment by any signal: the old files or the new ones, nothing between, and no process left.
@Suite struct KilledBuildTests {
  private static let kills = Thoroughness.cases(24, thorough: 240)

  /// A graph whose title tells which version of it a file was made of.
  private func graph(_ version: Int) -> String {
    twoPacts.replacing("title: Two pacts", with: "title: Version \(version)")
  }

  @Test func aKilledBuildLeavesWholeFoldersAndNothingElse() throws {
    let place = try Workplace(["g.yaml": graph(0)])
    #expect(try place.entente("build", "g.yaml", "--into", "out").code == 0)
    let whole = place.contents.count
    let first = try start(place, "build", "g.yaml", "--into", "out")
    let looks = try looks { !first.isRunning }
    var numbers = SeededNumbers(seed: 1945_08_09)
    var killed = 0
    // On a busy machine fewer runs are caught in the middle: then there are more of them.
    for version in 1...(4 * Self.kills) where version <= Self.kills || killed <= Self.kills / 4 {
      try place.write(graph(version), to: "g.yaml")
      let signal = [SIGKILL, SIGINT, SIGTERM].randomElement(using: &numbers) ?? SIGKILL
      // At any moment; or while new files are written beside the old ones, which takes the least time of all.
      let isWriting = version % 2 == 0
      var rest = Int.random(in: 0...looks, using: &numbers)
      // What a run that was killed outright has left, the next one may be ended too soon to remove.
      let left = Set(place.contents.filter { $0.contains(".tmp") })
      let process = try start(place, "build", "g.yaml", "--into", "out")
      _ = try self.looks {
        rest -= 1
        return !process.isRunning || (isWriting ? place.contents.count > whole : rest < 0)
      }
      if isWriting { Thread.sleep(forTimeInterval: Double.random(in: 0...0.01, using: &numbers)) }
      if process.isRunning { kill(process.processIdentifier, signal) }
      process.waitUntilExit()
      if process.terminationReason == .uncaughtSignal {
        killed += 1
        #expect(process.terminationStatus == signal)
      }
      let what = "version \(version), signal \(signal) \(isWriting ? "while writing" : "")"
      let found = Set(
        try ["index.md", "diagram.svg", "graph.graphml", "graph.tei.xml"].map { name in
          try #require(try place.text("out/g/\(name)").firstMatch(of: #/Version (\d+)/#)?.output.1, "\(what)")
        })
      #expect(found.count == 1, "\(what): \(found.sorted())")
      if signal != SIGKILL {
        #expect(place.contents.allSatisfy { !$0.contains(".tmp") || left.contains($0) }, "\(what)")
      }
    }
    #expect(try place.entente("build", "g.yaml", "--into", "out").code == 0)
    #expect(place.contents.count == 22, "\(place.contents)")
    #expect(killed > Self.kills / 4, "\(killed)")
    #expect(try drawingProcesses(in: place).isEmpty)
  }

  /// A graph that Graphviz does not lay out by stress in a few seconds.
  private static let large: String = {
    let numbers = 0..<6000
    let actors = numbers.map { "  a\($0): { name: A\($0) }\n" }
    let agreements = numbers.map { number in
      "  p\(number): { name: P\(number), parties: [a\(number), a\((number * 7 + 1) % 6000)], signed: 1930 }\n"
    }
    return "entente: 1\ntitle: T\nactors:\n" + actors.joined() + "agreements:\n" + agreements.joined()
  }()

  @Test(arguments: [SIGKILL, SIGTERM, SIGINT, SIGHUP])
  func aDrawingThatWouldGoOnForMinutesEndsWithItsProgram(signal: Int32) throws {
    let place = try Workplace(["g.yaml": Self.large])
    let process = try start(
      place, "render", "g.yaml", "--style", "ties", "--top", "6000", "--engine", "neato", "-o", "g.svg")
    try wait { try drawingProcesses(in: place).count == 2 }
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == signal)
    try wait { try drawingProcesses(in: place).isEmpty }
    #expect(place.contents == ["g.yaml"])
  }

  @Test func aDrawingEndsWhenItsTimeIsUp() throws {
    let place = try Workplace(["g.yaml": Self.large])
    expectRefusal(
      try place.entente(
        "render", "g.yaml", "--style", "ties", "--top", "6000", "--engine", "neato", "--timeout", "1", "-o",
        "g.svg"), code: 1,
      saying: "finish", "in 1 second")
    try wait { try drawingProcesses(in: place).isEmpty }
    #expect(place.contents == ["g.yaml"])
  }

  @Test func twoBuildsAtOnceIntoOneFolderDoNotMix() throws {
    let place = try Workplace(["one/g.yaml": graph(1), "two/g.yaml": graph(2), "out/g/own.txt": "own"])
    for _ in 0..<6 {
      let processes = try ["one", "two"].map { try start(place, "build", "\($0)/g.yaml", "--into", "out") }
      for process in processes {
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
      }
      let found = Set(
        try ["index.md", "diagram.svg", "graph.graphml", "graph.tei.xml"].map { name in
          try #require(try place.text("out/g/\(name)").firstMatch(of: #/Version (\d+)/#)?.output.1)
        })
      #expect(found.count == 1, "\(found.sorted())")
      #expect(try place.text("out/g/own.txt") == "own")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.path("out")) == ["g"])
  }

  /// Starts `entente` without waiting for it.
  private func start(_ place: Workplace, _ arguments: String...) throws -> Process {
    let process = Process()
    process.executableURL = builtProgram("entente")
    process.arguments = arguments
    process.currentDirectoryURL = place.folder
    process.standardError = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    return process
  }

  /// The processes of `entente-draw` that were started in a folder.
  private func drawingProcesses(in place: Workplace) throws -> [String] {
    let folder = place.folder.resolvingSymlinksInPath().path
    return try FileManager.default.contentsOfDirectory(atPath: "/proc").filter { id in
      Int(id) != nil
        && (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(id)/exe"))?
          .hasSuffix("/entente-draw") == true
        && (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(id)/cwd")) == folder
    }
  }

  /// Waits until something is so.
  private func wait(until isSo: () throws -> Bool) throws { _ = try looks(until: isSo) }

  /// Looks again and again whether something is so, and counts how often it was not.
  private func looks(until isSo: () throws -> Bool) throws -> Int {
    for look in 0..<60_000 {
      if try isSo() { return look }
      Thread.sleep(forTimeInterval: 0.001)
    }
    Issue.record("after 60,000 looks it is still not so")
    return 60_000
  }
}
