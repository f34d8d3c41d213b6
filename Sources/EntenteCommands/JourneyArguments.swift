public import ArgumentParser
import EntenteKit

/// Which journeys count.
struct JourneyArguments: ParsableArguments {
  @Option(help: ArgumentHelp("The earliest date of departure.", valueName: "date"))
  var after: String?

  @Option(help: ArgumentHelp("The latest date of arrival.", valueName: "date"))
  var before: String?

  @Flag(
    help:
      "Take each step on a later day than the last; at a later moment where contacts give times of day.")
  var strict = false

  @Option(help: ArgumentHelp("How long each step takes, such as P1D or PT6H.", valueName: "period"))
  var transit: String?

  @Option(
    help: ArgumentHelp(
      "How long a journey may wait between two steps, such as P90D; it may then visit an actor twice.",
      valueName: "period"))
  var wait: String?

  @Option(
    help:
      "Whether those who take part in an agreement are in touch as long as they do (spans), or only when they sign or accede (signatures)."
  )
  var meetings: ContactNetwork.Meetings = .spans

  /// Tells mistakes that need no file to be seen.
  func checkWords() throws {
    _ = try options(nil)
  }

  /// The options that were given, by name.
  var given: [String] {
    [
      (after != nil, "--after"), (before != nil, "--before"), (strict, "--strict"),
      (transit != nil, "--transit"), (wait != nil, "--wait"), (meetings != .spans, "--meetings"),
    ].compactMap { $0.0 ? $0.1 : nil }
  }

  /// The options in a graph whose dates have an offset.
  func options(_ offset: UTCOffset?) throws -> JourneyOptions {
    var options = JourneyOptions()
    if let after { options.after = try date(after, "--after", offset).earliest }
    if let before { options.before = try date(before, "--before", offset).latest }
    guard options.after <= options.before else {
      throw Misuse(
        "--after \(after ?? "") is later than --before \(before ?? ""); expected the earlier date first.")
    }
    options.isStrict = strict
    options.transit = try transit.map { try seconds($0, "--transit") } ?? 0
    options.waitingLimit = try wait.map { try seconds($0, "--wait") }
    return options
  }

  /// The length of a period that has one.
  private func seconds(_ text: String, _ option: String) throws -> Int64 {
    let period = try period(text, option)
    guard period.years == 0, period.months == 0 else {
      throw Misuse(
        "\(option): '\(text)' has months or years, which differ in length; expected days, such as P90D.")
    }
    let days = Int64(period.weeks) * 7 + Int64(period.days)
    return ((days * 24 + Int64(period.hours)) * 60 + Int64(period.minutes)) * 60 + Int64(period.seconds)
  }
}

/// How often dates are drawn, to tell how probable journeys are.
struct DrawingArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Also show how probable a journey is: draw the uncertain dates so many times; 0 for not at all.",
      valueName: "number"))
  var samples = 0

  @Option(help: ArgumentHelp("Seed for drawing dates.", valueName: "number"))
  var seed: UInt64 = 1

  /// Tells mistakes that need no file to be seen.
  func checkWords() throws {
    guard samples >= 0, samples <= 1_000_000 else {
      throw Misuse("--samples: found \(samples); expected a number from 0 to 1000000.")
    }
  }
}

extension ContactNetwork.Meetings: ExpressibleByArgument {}
extension JourneyCriterion: ExpressibleByArgument {}

extension GraphArguments {
  /// Tells that an actor is not in the view.
  func checkPresence(of actors: [EntityID], in view: GraphView) throws {
    for id in actors where !view.entities.contains(where: { $0.entity.id == id }) {
      let reading =
        view.options.reading.map {
          $0.rawValue.contains(",") ? " under the readings '\($0)'" : " under the reading '\($0)'"
        } ?? ""
      throw FailedWork(description: "'\(id)' is not there\(at.map { " on \($0)" } ?? "")\(reading).")
    }
  }

  /// Tells that journeys are sought at two times that have nothing in common.
  func checkTimes(_ options: JourneyOptions, in view: GraphView) throws {
    guard let date = view.options.at, max(options.after, date.earliest) > min(options.before, date.latest)
    else { return }
    throw Misuse(
      "--at \(date) and \(options.after > date.latest ? "--after" : "--before") have no time in common: with --at, journeys "
        + "depart and arrive within that date.")
  }
}
