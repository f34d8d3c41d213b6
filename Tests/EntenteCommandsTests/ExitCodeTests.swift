import Foundation
import TestSupport
import Testing

/// 0 done, 1 the work failed, 2 mistakes in the input, 64 the command was not understood.
@Suite struct ExitCodeTests {
  private let place: Workplace
  private let files: [String]

  init() throws {
    place = try Workplace([
      "pacts.yaml": twoPacts, "wrong.yaml": fiveMistakes, "empty.yaml": "",
      "cut.yaml": "entente: 1\ntitle: \"Cut off\nactors: {", "list.yaml": "- 1\n- 2\n",
      "folder/inside.txt": "",
    ])
    files = place.contents
  }

  /// Every command that reads one graph, and what it needs besides.
  private static let commands: [[String]] = [
    ["check"], ["show"], ["centrality"], ["paths", "--from", "alpha", "--to", "beta"],
    ["render", "-o", "out.svg"],
    ["export", "-o", "out.graphml"], ["build", "--into", "out"],
  ]

  private func run(_ command: [String], on file: String) throws -> Outcome {
    try TestSupport.run(builtProgram("entente"), [command[0], file] + command.dropFirst(), in: place.folder)
  }

  // MARK: 0

  @Test func helpAndVersionGoToStandardOutput() throws {
    for arguments in [["--help"], ["help", "build"], ["build", "--help"], ["help"], ["--version"], []] {
      let outcome = try TestSupport.run(builtProgram("entente"), arguments, in: place.folder)
      expectSuccess(outcome)
      #expect(!outcome.output.isEmpty, "\(arguments)")
    }
    let help = try place.entente("--help").output
    for command in ["build", "check", "show", "centrality", "paths", "render", "export"] {
      #expect(help.contains("\n  \(command) "), "\(command) is not in: \(help)")
      let text = try place.entente("help", command).output
      #expect(text.contains("USAGE: entente \(command)"), "\(text)")
    }
    #expect(help.contains("Exit codes: 0 done, 1 the work failed, 2"), "\(help)")
    #expect(try place.entente("--version").output.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
  }

  // MARK: 1

  @Test(arguments: commands) func missingFileIsOneSentence(command: [String]) throws {
    expectRefusal(
      try run(command, on: "nowhere.yaml"), code: 1,
      saying: "'nowhere.yaml' could not be read: no such file or directory")
    #expect(place.contents == files)
  }

  @Test(arguments: commands.filter { $0[0] != "build" }) func folderInPlaceOfAFileIsOneSentence(
    command: [String]
  ) throws {
    expectRefusal(
      try run(command, on: "folder"), code: 1, saying: "'folder' could not be read: it is a folder")
    #expect(place.contents == files)
  }

  @Test(.enabled(if: geteuid() != 0, "root may read every file"))
  func fileThatMayNotBeReadIsOneSentence() throws {
    let path = place.folder.appending(path: "pacts.yaml").path
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    for command in Self.commands {
      expectRefusal(
        try run(command, on: "pacts.yaml"), code: 1, saying: "could not be read: permission denied")
    }
    #expect(place.contents == files)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/mem"), "there is no /proc here"))
  func fileThatBreaksOffWhileReadIsOneSentence() throws {
    expectRefusal(
      try place.entente("show", "/proc/self/mem"), code: 1, saying: "'/proc/self/mem' could not be read: ")
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full here"),
    arguments: [
      ["check", "--no-lint"], ["show"], ["centrality"], ["paths", "--from", "alpha", "--to", "beta"],
    ])
  func fullStandardOutputIsOneSentence(command: [String]) throws {
    let program = builtProgram("entente").path
    let outcome = try TestSupport.run(
      URL(fileURLWithPath: "/bin/sh"),
      ["-c", #"exec "$0" "$@" >/dev/full"#, program, command[0], "pacts.yaml"] + command.dropFirst(),
      in: place.folder)
    expectRefusal(outcome, code: 1, saying: "'standard output' could not be written: no space left on device")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full here"))
  func fullDeviceBehindALinkIsOneSentenceAndStaysALink() throws {
    for (command, name) in [("render", "full.svg"), ("render", "full.dot"), ("export", "full.graphml")] {
      let link = place.folder.appending(path: name).path
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/dev/full")
      let outcome = try place.entente(command, "pacts.yaml", "-o", name)
      #expect(!outcome.errors.contains("not held by"), "\(outcome.errors)")
      expectRefusal(outcome, code: 1, saying: "'\(name)' could not be written: no space left on device")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "/dev/full")
      try FileManager.default.removeItem(atPath: link)
    }
    #expect(place.contents == files)
  }

  @Test func folderThatDoesNotExistIsOneSentence() throws {
    for arguments in [
      ["render", "-o", "none/out.svg"], ["export", "-o", "none/out.graphml"],
      ["export", "-o", "none/out.tei.xml"],
    ] {
      expectRefusal(
        try run(arguments, on: "pacts.yaml"), code: 1,
        saying: "'\(arguments[2])' could not be written: there is no folder 'none'")
    }
    #expect(place.contents == files)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self"), "there is no /proc here"))
  func folderWhereNobodyMayWriteIsOneSentence() throws {
    for arguments in [["render", "-o", "/proc/out.svg"], ["export", "-o", "/proc/out.graphml"]] {
      expectRefusal(
        try run(arguments, on: "pacts.yaml"), code: 1, saying: "'\(arguments[2])' could not be written: ")
    }
  }

  // MARK: 2

  @Test(arguments: commands) func mistakesAreALineEachWithTheirPlaces(command: [String]) throws {
    let outcome = try run(command, on: "wrong.yaml")
    #expect(outcome.code == 2)
    #expect(outcome.output == "")
    let lines = outcome.errors.split(separator: "\n")
    #expect(lines.count == 6, "\(outcome.errors)")
    #expect(
      lines.prefix(5).allSatisfy { $0.contains(#/^wrong\.yaml:\d+:\d+: error: .+[.?]$/#) },
      "\(outcome.errors)")
    #expect(!outcome.errors.contains("Optional("), "\(outcome.errors)")
    #expect(place.contents == files)
  }

  @Test(arguments: commands) func filesThatAreNoGraphAreMistakes(command: [String]) throws {
    for (file, words) in [
      ("empty.yaml", "empty"), ("cut.yaml", "cut.yaml:2:8:"), ("list.yaml", "list.yaml:1:1: error:"),
    ] {
      let outcome = try run(command, on: file)
      #expect(outcome.code == 2, "\(file): \(outcome.errors)")
      #expect(outcome.output == "", "\(file)")
      #expect(outcome.errors.hasPrefix(file) && outcome.errors.contains(words), "\(outcome.errors)")
    }
    #expect(place.contents == files)
  }

  // MARK: 64

  @Test func unknownCommandsAndOptionsAreToldWithTheUsage() throws {
    for (arguments, words) in [
      (["frobnicate"], "'frobnicate'"),
      (["show", "pacts.yaml", "--frmat", "json"], "Did you mean '--format'?"),
      (["show", "pacts.yaml", "--format", "xml"], "'xml'"), (["show"], "<file>"),
      (["show", "pacts.yaml", "again"], "'again'"),
      (["build", "pacts.yaml"], "--into"), (["paths", "pacts.yaml", "--from", "alpha"], "--to"),
      (["render", "pacts.yaml"], "--output"),
      (["render", "pacts.yaml", "-o", "a.svg", "--engine", "dott"], "'dott'"),
      (["centrality", "pacts.yaml", "--dates", "maybe"], "'maybe'"),
    ] {
      let outcome = try TestSupport.run(builtProgram("entente"), arguments, in: place.folder)
      #expect(outcome.code == 64, "\(arguments): \(outcome.errors)")
      #expect(outcome.output == "", "\(arguments)")
      #expect(
        outcome.errors.hasPrefix("Error: ") && outcome.errors.contains("Usage: entente"),
        "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
      #expect(!outcome.errors.contains("Optional("), "\(outcome.errors)")
    }
    #expect(place.contents == files)
  }

  @Test func misspeltNamesAreToldWithTheNearest() throws {
    expectRefusal(
      try place.entente("paths", "pacts.yaml", "--from", "alhpa", "--to", "beta"), code: 64,
      saying: "--from: 'alhpa' is not an actor", "Did you mean 'alpha'?")
    expectRefusal(
      try place.entente("paths", "pacts.yaml", "--from", "alpha", "--to", "first"), code: 64,
      saying: "--to: 'first' is not an actor")
    expectRefusal(
      try place.entente("centrality", "pacts.yaml", "--measure", "degree,betweeness"), code: 64,
      saying: "'betweeness' is not one of", "Did you mean 'betweenness'?")
    expectRefusal(
      try place.entente("centrality", "pacts.yaml", "--measure", ","), code: 64,
      saying: "--measure is empty", "closeness, harmonic, betweenness")
    for command in Self.commands where !["check", "build"].contains(command[0]) {
      expectRefusal(
        try run(command + ["--reading", "stict"], on: "pacts.yaml"), code: 64,
        saying: "'stict' is not a reading of this graph", "strict, loose", "Did you mean 'strict'?")
    }
    try place.write("entente: 1\ntitle: T\n", to: "bare.yaml")
    expectRefusal(try place.entente("show", "bare.yaml", "--reading", "x"), code: 64, saying: "It has none")
  }

  @Test(arguments: [
    "1941-13", "yesterday", "", "13.4.1941", "1941-02-30", "1945/1941", "1941-04-13T25:00:00",
  ])
  func datesThatCannotBeReadAreOneSentence(date: String) throws {
    for command in Self.commands where !["check", "build"].contains(command[0]) {
      expectRefusal(try run(command + ["--at", date], on: "pacts.yaml"), code: 64, saying: "--at: ")
    }
    expectRefusal(
      try place.entente("paths", "pacts.yaml", "--from", "alpha", "--to", "beta", "--after", date), code: 64,
      saying: "--after: ")
    #expect(place.contents == files)
  }

  @Test func mistakeInTheCommandIsToldBeforeThoseInTheFile() throws {
    expectRefusal(
      try place.entente("show", "wrong.yaml", "--at", "never"), code: 64, saying: "'never' is not a date")
  }

  @Test func sameActorTwiceIsRefused() throws {
    expectRefusal(
      try place.entente("paths", "pacts.yaml", "--from", "alpha", "--to", "alpha"), code: 64,
      saying: "same actor, 'alpha'")
  }
}
