public import ArgumentParser
import EntenteKit

/// How journeys and walks through time are measured.
struct TemporalArguments: ParsableArguments {
  @Option(
    help:
      "For temporal-closeness: the distance to another actor, in steps of a journey, its duration, or the time until the earliest arrival."
  )
  var distance: TemporalOptions.Distance = .steps

  @Option(
    help:
      "For temporal-betweenness: the journeys that count: those with the fewest steps (shortest), or of the earliest those with the fewest steps (shortest-foremost)."
  )
  var best: TemporalOptions.Best = .shortest

  @Option(
    help: ArgumentHelp(
      "For temporal-walk: how much a walk weakens with each step after the entity. Default: --alpha.",
      valueName: "factor"))
  var beta: Double?

  @Option(
    help: ArgumentHelp(
      "For temporal-katz: the time after which a walk counts half, such as P5Y. Default: it does not fade.",
      valueName: "period"))
  var halfLife: String?

  @Option(
    help: ArgumentHelp(
      "For temporal-pagerank: the share of walkers that stay for later contacts, from 0 to below 1.",
      valueName: "share"))
  var staying = 0.0

  @Option(
    help: ArgumentHelp(
      "With --every and measures of journeys or walks: how long contacts count after each date. Default: until the next date.",
      valueName: "period"))
  var window: String?

  /// The options that were given, by name.
  var given: [String] {
    [
      (distance != .steps, "--distance"), (best != .shortest, "--best"), (beta != nil, "--beta"),
      (halfLife != nil, "--half-life"), (staying != 0, "--staying"), (window != nil, "--window"),
    ].compactMap { $0.0 ? $0.1 : nil }
  }

  /// The options.
  /// - Parameter alpha: What each step of a walk counts; nil for the default.
  func options(alpha: Double?) throws -> TemporalOptions {
    var options = TemporalOptions()
    options.distance = distance
    options.best = best
    if let alpha { options.alpha = alpha }
    if let beta, !(beta >= 0 && beta.isFinite) {
      throw Misuse("--beta: found \(beta); expected a number from 0 on.")
    }
    options.beta = beta
    guard staying >= 0, staying < 1 else {
      throw Misuse("--staying: found \(staying); expected a number from 0 to below 1, such as 0.5.")
    }
    options.staying = staying
    options.halfLife = try halfLife.map { Double(try seconds($0, "--half-life")) }
    _ = try window.map { try seconds($0, "--window") }
    return options
  }

  /// How long a period in an option is, which is longer than nothing.
  private func seconds(_ text: String, _ option: String) throws -> Int64 {
    let seconds = Moment(seconds: 0).adding(try period(text, option)).seconds
    guard seconds > 0 else {
      throw Misuse("\(option): found '\(text)'; expected a period longer than nothing, such as P5Y.")
    }
    return seconds
  }
}

/// A period in an option.
func period(_ text: String, _ option: String) throws -> Period {
  do throws(DateTextError) {
    return try Period(text)
  } catch {
    throw Misuse("\(option): \(error).")
  }
}

extension TemporalOptions.Distance: ExpressibleByArgument {}
extension TemporalOptions.Best: ExpressibleByArgument {}
