internal import CGraphvizDrawing

/// How long a text is and how far it reaches from its baseline, in sizes of its font.
struct TextExtent: Hashable, Sendable {
  var width: Double
  var ascent: Double
  var descent: Double
}

/// How a text is set, as far as its length depends on it.
enum TextWeight: String, Hashable, Sendable {
  case regular = "r"
  case bold = "b"
  case italic = "i"
}

/// Says how long texts are, by the engine and fonts that draw them.
///
/// Texts that are asked for together are measured in one question to the program that draws; each is measured once. An error
/// is kept for ``check()``, and from then on lengths are estimates.
final class TextMeter {
  private struct Key: Hashable {
    let text: String
    let weight: TextWeight
  }

  private var extents: [Key: TextExtent] = [:]
  private var failure: GraphvizError?
  /// What no font has, in sentences.
  private(set) var warnings: [String] = []
  private let deadline: Int64
  private let timeLimit: Duration

  /// A meter that answers for so long.
  init(timeLimit: Duration = .drawing) {
    self.timeLimit = timeLimit
    deadline = .after(timeLimit)
  }

  /// Measures texts that will be asked for, all at once.
  func prepare(_ texts: some Sequence<String>, _ weight: TextWeight = .regular) {
    var wanted: [Key] = []
    var seen: Set<Key> = []
    for text in texts {
      let key = Key(text: text, weight: weight)
      if extents[key] == nil, seen.insert(key).inserted { wanted.append(key) }
    }
    measure(wanted)
  }

  /// The length of a text at a size, in the unit of the size.
  func width(_ text: String, _ size: Double, _ weight: TextWeight = .regular) -> Double {
    extent(text, weight).width * size
  }

  /// How long a text is and how far it reaches, in sizes of its font.
  func extent(_ text: String, _ weight: TextWeight = .regular) -> TextExtent {
    let key = Key(text: text, weight: weight)
    if extents[key] == nil { measure([key]) }
    return extents[key] ?? TextExtent(width: 0.6 * Double(text.count), ascent: 1.07, descent: 0.3)
  }

  /// Tells what kept texts from being measured.
  /// - Throws: ``GraphvizError``.
  func check() throws(GraphvizError) {
    if let failure { throw failure }
  }

  private func measure(_ keys: [Key]) {
    guard failure == nil, !keys.isEmpty else { return }
    var question = ""
    for key in keys { question += "\(key.weight.rawValue)\(key.text.replacing("\0", with: "\u{FFFD}"))\0" }
    do throws(GraphvizError) {
      let records = try DrawingProgram.answer(
        to: DrawingTask("measure", formats: "", question), by: deadline)
      let report = DrawingReport(records: records, work: .chart, timeLimit: timeLimit)
      try report.check()
      for warning in report.warnings where !warnings.contains(warning) { warnings.append(warning) }
      for (key, extent) in zip(keys, records.extents) { extents[key] = extent }
    } catch {
      failure = error
    }
  }
}
