import EntenteKit
import EntenteCommands
import Foundation

/// Takes lines for the arguments of a command: parses them, and runs what needs no long work.
func tryOptions(_ text: String) {
  let arguments = text.split(separator: "\n", omittingEmptySubsequences: false).prefix(40).map(String.init)
  trySeries(arguments)
  // Nothing outside of the folder is written or read.
  guard
    !arguments.contains(where: {
      $0.hasPrefix("/") || $0.contains("=/") || $0.contains("..") || $0.contains("\0")
    })
  else { return }
  enterFolder()
  do {
    var command = try Entente.parseAsRoot(arguments)
    guard !isLong(arguments) else { return }
    try command.run()
  } catch {
    // Mistakes of ours, such as Misuse, are told by `say`, which shows them as it must.
    let message = Entente.message(for: error, arguments)
    rule(!message.steersTerminals, "a message steers the terminal: \(message.debugDescription)")
  }
}

/// Whether the work may take long, though its result is no more than that of a short one.
private func isLong(_ arguments: [String]) -> Bool {
  let words = ["--every", "--samples", "--epsilon", "--bands", "build", "render", "-o", "--output", "--draw"]
  return arguments.contains { argument in words.contains { argument == $0 || argument.hasPrefix($0 + "=") } }
    && arguments.contains { $0 == "graph.yaml" }
}

/// A folder with a small graph, in which the commands run.
private func enterFolder() {
  guard FileManager.default.currentDirectoryPath != folder else { return }
  _ = FileManager.default.changeCurrentDirectoryPath(folder)
  let graph = """
    entente: 1
    title: T
    actors: { a: A, b: { name: B, exists: 1900/1950 } }
    agreements: { p: { name: P, parties: [a, b], signed: 1921-03~, terms: { duration: P5Y } } }
    events: { e: { kind: meeting, name: E, when: 1924, participants: [a, b] } }

    """
  _ = FileManager.default.createFile(atPath: "graph.yaml", contents: Data(graph.utf8))
  // `date` without texts reads standard input.
  let nothing = open("/dev/null", O_RDONLY)
  dup2(nothing, STDIN_FILENO)
  close(nothing)
}

/// The days of a series, as `--every` asks for them.
private func trySeries(_ arguments: [String]) {
  let dates = arguments.prefix(12).compactMap { try? HistoricalDate($0) }
  let periods = arguments.prefix(12).compactMap { try? Period($0) }
  for (start, end) in zip(dates, dates.dropFirst()) {
    for period in periods {
      let series = DateSeries(from: start, to: end, every: period, limit: 100)
      rule(
        series.map { !$0.dates.isEmpty && $0.dates.count <= 100 } ?? true, "a series of too many days or none"
      )
    }
  }
}
