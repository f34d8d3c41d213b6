import ArgumentParser
import EntenteKit

/// How long Graphviz may take for a picture.
struct TimeoutArgument: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Give up a drawing after so many seconds; nothing is written then.",
      valueName: "seconds"))
  var timeout = 60.0

  /// The limit.
  var limit: Duration { .milliseconds(Int64((timeout * 1000).rounded(.up))) }

  /// Tells a limit that is none.
  func checkWords() throws {
    guard timeout > 0, timeout <= 1_000_000 else {
      throw Misuse(
        "--timeout: \(timeout) is no time for a drawing; expected seconds above 0, at most 1000000.")
    }
  }
}
