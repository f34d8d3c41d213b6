import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import EntenteCommands

/// What a shell offers when a command is half typed.
@Suite struct CompletionTests {
  @Test(arguments: [
    ("", ["one", "two", "three"]), ("t", ["one", "two", "three"]), ("one,", ["one,two", "one,three"]),
    ("two,one,t", ["two,one,three"]), ("one,two,three,", []), ("x,", ["x,one", "x,two", "x,three"]),
  ])
  func wordsOfAListAreOfferedOnce(typed: String, offered: [String]) {
    #expect(completed(typed, with: ["one", "two", "three"]) == offered)
  }

  /// Options whose values are dates, numbers and lengths of time have nothing to offer; all others do.
  @Test func whatCanBeOfferedIsOffered() throws {
    let free: Set = [
      "date", "dates", "period", "number", "factor", "error", "probability", "share", "seconds", "texts",
      "text", "length", "points", "names", "sheet",
    ]
    let dump = try object(Entente._dumpHelp())
    let program = try #require(dump["command"] as? [String: Any])
    let commands = try #require(program["subcommands"] as? [[String: Any]])
    for command in commands where command["commandName"] as? String != "help" {
      for argument in command["arguments"] as? [[String: Any]] ?? []
      where argument["kind"] as? String != "flag" && argument["completionKind"] == nil {
        let name = try #require(argument["valueName"] as? String)
        #expect(free.contains(name), "\(command["commandName"] ?? ""): \(name)")
      }
    }
  }

  @Test func bashOffersValuesFilesAndWhatTheGraphHolds() throws {
    let place = try Workplace(["pacts.yaml": twoPacts, "pacts.svg": "", "notes.md": ""])
    try place.write(Entente.completionScript(for: .bash), to: "completions")
    // What bash does when the tab key is pressed behind a line.
    try place.write(
      """
      source completions
      function_name=$(complete -p entente | sed 's/.*-F \\([^ ]*\\).*/\\1/')
      while IFS= read -r COMP_LINE; do
        COMP_POINT=${#COMP_LINE} COMPREPLY=()
        read -ra COMP_WORDS <<<"$COMP_LINE"
        [[ $COMP_LINE != *" " ]] || COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
        $function_name entente "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" </dev/null
        echo "${COMPREPLY[*]}"
      done <lines
      """, to: "try.bash")
    let lines = [
      ("entente show pacts.yaml --format ", "table csv json markdown"),
      ("entente show p", "pacts.yaml"),
      ("entente render pacts.yaml -o p", "pacts.svg"),
      ("entente date --language ", "en fr de ru ja"),
      ("entente compare pacts.yaml --measure degree,harm", "degree,harmonic"),
      ("entente show pacts.yaml --modality actual,p", "actual,planned actual,promised"),
      ("entente show pacts.yaml --reading ", "strict loose all"),
      ("entente paths pacts.yaml --from alpha --to ", "alpha beta gamma delta envoy"),
      ("entente life pacts.yaml --of s", "second"),
      // There is no such file.
      ("entente life none.yaml --of ", ""),
    ]
    try place.write(lines.map { $0.0 + "\n" }.joined(), to: "lines")
    let folder = builtProgram("entente").deletingLastPathComponent().path
    let outcome = try run(
      URL(fileURLWithPath: "/usr/bin/env"), ["bash", "-c", "PATH='\(folder)':$PATH; source try.bash"],
      in: place.folder)
    #expect(outcome.errors == "")
    #expect(
      outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        == lines.map { $0.1[...] }[...])
  }
}
