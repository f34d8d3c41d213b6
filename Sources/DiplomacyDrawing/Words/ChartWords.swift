import Chronology
import Diplomacy
import DiplomacyAnalysis

extension PictureWords {
  /// The name of a measure.
  subscript(measure: Measure) -> String { named("measure", measure.rawValue) }

  /// What the nodes and edges of a network are.
  subscript(network: MeasuredNetwork.Kind) -> String { named("network", network.rawValue) }

  /// What an obligation asks for; of a kind without a word its id with spaces.
  subscript(obligation: Obligation.Kind) -> String { named("obligation", obligation.name) }

  /// What became of an obligation.
  subscript(outcome: Compliance.Outcome) -> String { named("outcome", outcome.rawValue) }

  /// A word of an open vocabulary; without one, the name with spaces.
  private func named(_ group: String, _ name: String) -> String { open("\(group).\(name)", name).asLabel }

  /// A number as the language writes it: `12,345.6`, `12 345,6`, `12.345,6`.
  func number(_ value: Double, digits: Int = 3) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "\(value)" }
    var power = 1.0
    for _ in 0..<digits { power *= 10 }
    let scaled = Int64((value * power).rounded())
    let (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: UInt64(power))
    var fraction = String(rest)
    fraction = String(repeating: "0", count: max(0, digits - fraction.count)) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    if digits == 0 { fraction = "" }
    let sign = scaled < 0 ? "−" : ""
    return sign + grouped(String(whole)) + (fraction.isEmpty ? "" : decimalPoint + fraction)
  }

  private var decimalPoint: String { ["fr", "de", "ru"].contains(language) ? "," : "." }

  /// Digits in groups of three, from five digits on.
  private func grouped(_ digits: String) -> String {
    guard digits.count > 4 else { return digits }
    let mark = language == "de" ? "." : ["fr", "ru"].contains(language) ? "\u{A0}" : ","
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += mark }
      text.append(digit)
    }
    return text
  }

  /// Parts of a sentence.
  func joined(_ parts: [String]) -> String { parts.joined(separator: language == "ja" ? "；" : "; ") }

  /// Sentences, each with its full stop.
  func sentences(_ parts: [String]) -> String {
    let stop = language == "ja" ? "。" : "."
    return parts.filter { !$0.isEmpty }.map { part in
      [".", "。", "!", "?"].contains { part.hasSuffix($0) } ? part : part + stop
    }.joined(separator: language == "ja" ? "" : " ")
  }

  /// From one to another.
  func range(_ from: String, _ to: String) -> String {
    language == "ja" ? "\(from)～\(to)" : "\(from) – \(to)"
  }
}
