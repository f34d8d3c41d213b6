import Chronology
import Diplomacy

/// Counts what a graph file cannot hold, sort by sort.
struct WritingLosses {
  private var losses: [(what: String, count: Int, instead: String?)] = []

  /// Notes so many of a sort.
  mutating func add(_ what: String, _ count: Int, _ instead: String? = nil) {
    guard count > 0 else { return }
    if let index = losses.firstIndex(where: { $0.what == what && $0.instead == instead }) {
      losses[index].count += count
    } else {
      losses.append((what, count, instead))
    }
  }

  /// Notes one.
  mutating func note(_ what: String, _ instead: String? = nil) { add(what, 1, instead) }

  var report: LossReport {
    var report = LossReport()
    for loss in losses { report.add(loss.count, loss.what, instead: loss.instead) }
    return report
  }
}

/// Texts, words and kept attributes.
extension GraphFileWriter {
  /// A text without spaces at its ends, which the reader does not keep; nil for one that says nothing.
  mutating func text(_ text: String?) -> YAMLValue? {
    guard let text else { return nil }
    let trimmed = harmless(text).trimmingWhitespace()
    if trimmed.isEmpty {
      losses.note("text without letters")
      return nil
    }
    if trimmed.unicodeScalars.count != text.unicodeScalars.count {
      losses.note("space at the ends of a text")
    }
    return .text(trimmed)
  }

  /// A text of which no letter has more accents than the reader takes.
  private mutating func harmless(_ text: String) -> String {
    guard Accents.areTooMany(in: text) else { return text }
    losses.note("text with more than \(Accents.most) accents on a letter", "those beyond are left out")
    var kept = String.UnicodeScalarView()
    var row = 0
    for scalar in text.unicodeScalars {
      let isAccent = scalar.value >= 0x300 && scalar.properties.canonicalCombiningClass != .notReordered
      row = isAccent ? row + 1 : 0
      if row <= Accents.most { kept.append(scalar) }
    }
    return String(kept)
  }

  /// A text in the language of the graph, or in several.
  mutating func localized(_ texts: LocalizedText, orElse other: String) -> YAMLValue {
    let own = language(graph.language)
    var seen: Set<String> = []
    var wordings = YAMLPairs()
    for wording in texts.wordings {
      guard let text = text(wording.text) else { continue }
      let tag = language(wording.language)
      guard seen.insert(tag).inserted else {
        losses.note("second text in one language")
        continue
      }
      wordings.add(tag, text)
    }
    guard let first = wordings.pairs.first else { return .text(other) }
    return wordings.pairs.count == 1 && first.key == own ? first.value : wordings.mapping
  }

  /// A language tag; `und` for what is none.
  mutating func language(_ tag: String) -> String {
    if Findings.isLanguageTag(tag) { return tag }
    losses.note("name of a language that is no language tag", "written as 'und'")
    return "und"
  }

  /// A word of an open vocabulary; what is none is made one, and kept among the attributes.
  mutating func word(_ text: String, _ what: String, _ original: String, _ kept: inout [Attribute]) -> String
  {
    if WrittenNames.isWord(text) { return text }
    losses.note("\(what) that is no word", "written as one, and as it is in the attribute '\(original)'")
    kept.append(Attribute(original, .text(text)))
    return WrittenNames.word(of: text, "x-")
  }

  /// What another program says besides.
  mutating func attributes(_ attributes: [Attribute]) -> YAMLValue? {
    guard !attributes.isEmpty else { return nil }
    var pairs = YAMLPairs()
    var seen: Set<String> = []
    for attribute in attributes.sorted(by: { $0.name < $1.name }) where seen.insert(attribute.name).inserted {
      guard !Accents.areTooMany(in: attribute.name) else {
        losses.note("attribute whose name has too many accents")
        continue
      }
      switch attribute.value {
      case .text(let text): pairs.add(attribute.name, .text(harmless(text)))
      case .boolean(let value): pairs.add(attribute.name, .truth(value))
      case .integer: pairs.add(attribute.name, .word(attribute.value.description))
      case .number(let number):
        // What is no number is a text, as the model says.
        pairs.add(attribute.name, number.isFinite ? .word(number.description) : .text(number.description))
      }
    }
    return pairs.mapping
  }
}
