public import ArgumentParser
import EntenteKit
import Foundation

/// The command `entente`.
public struct Entente: ParsableCommand {
  /// What the command is called and what it does.
  public static let configuration = CommandConfiguration(
    commandName: "entente",
    abstract: "Agreements, promises and deeds of diplomacy: read, drawn, exported and analysed.",
    discussion: """
      Graph files are described in Documentation/GraphFile.md, the output in Documentation/Output.md.
      Results go to standard output, everything else to standard error.
      Exit codes: 0 done, 1 the work failed, 2 diagnostics in the input, 64 the command was not understood.
      """,
    version: version,
    subcommands: [
      BuildCommand.self, CheckCommand.self, ShowCommand.self, ChronologyCommand.self, LifeCommand.self,
      ComplianceCommand.self,
      KnowledgeCommand.self, CentralityCommand.self, PathsCommand.self, ReachCommand.self,
      CompareCommand.self, ConcordCommand.self,
      RobustnessCommand.self,
      RenderCommand.self, ExportCommand.self, ConvertCommand.self, MergeCommand.self, ImportCommand.self,
      TablesCommand.self, FormatsCommand.self, DateCommand.self,
      ManualCommand.self,
    ])

  static let version = "0.1.0"
  /// What the manual's pages are dated with: when the options changed last.
  static let manualDate = "November 29, 2026"

  /// The command without arguments, as the parser needs it.
  public init() {}

  /// Runs the command with the process's arguments and ends the process.
  public static func main() {
    openStandardStreams()
    removeFilesWhenSignalled()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as InputDiagnostics {
      for diagnostic in error.diagnostics { say(diagnostic.description) }
      let count = error.diagnostics.count
      say("\(quantity(count, "mistake")); nothing was written.")
      end(2)
    } catch let error as UnreadDates {
      say("error: \(error)")
      end(2)
    } catch let error as Misuse {
      say("error: \(error)")
      end(64)
    } catch let error as FailedWork {
      say("error: \(error)")
      end(error.code)
    } catch let error as FileError {
      say("error: \(error)")
      end(1)
    } catch {
      endUnread(error)
    }
  }

  /// Ends the process as the parser of arguments wants it: with help, or with what it does not understand.
  private static func endUnread(_ error: any Error) -> Never {
    let code = exitCode(for: error)
    if code == .success { exit(withError: error) }
    let message = message(for: error, Array(CommandLine.arguments.dropFirst()))
    // A command that has said all itself ends with a code alone.
    if !message.isEmpty {
      for line in message.split(separator: "\n", omittingEmptySubsequences: false) { say(String(line)) }
    }
    end(code.rawValue)
  }

  /// What the parser says of arguments, in which they are quoted as they may be shown.
  ///
  /// Arguments with line ends would forge lines of the message, so it is made of arguments that have none.
  public static func message(for error: any Error, _ arguments: [String]) -> String {
    let harmless = arguments.map(shown)
    var told = error
    if harmless != arguments {
      do {
        _ = try parseAsRoot(harmless)
      } catch {
        told = error
      }
    }
    return fullMessage(for: told).split(separator: "\n", omittingEmptySubsequences: false)
      .map { shown(String($0)) }.joined(separator: "\n")
  }
}

/// Ends the process.
private func end(_ code: Int32) -> Never { exit(code) }

/// Work that could not be done, in a sentence.
struct FailedWork: Error, CustomStringConvertible {
  let description: String
  /// What the process ends with: 1, or 2 where the input is more than can be worked off.
  var code: Int32 = 1
}

extension FailedWork {
  /// A measure or a search that gave no answer.
  init(_ error: MeasureError, on date: HistoricalDate? = nil) {
    self.init(
      description: "\(error)\(date.map { " (on \($0))" } ?? "")", code: error.isOfInput ? 2 : 1)
  }
}

/// Does work whose error tells that the input is more than can be worked off.
func measured<Result>(_ work: () throws(MeasureError) -> Result) throws -> Result {
  do { return try work() } catch { throw FailedWork(error) }
}

/// A command that names something that is not there, in a sentence.
struct Misuse: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Writes a line to standard error, as it may be shown. That nobody can read it is no reason to stop.
func say(_ line: String) {
  writeToStandardError(shown(line) + "\n")
}
