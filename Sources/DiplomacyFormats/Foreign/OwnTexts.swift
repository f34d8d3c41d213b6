import Chronology
import Diplomacy
import Foundation

/// What our own export says in words of sources, readings, secrets and the like, taken apart again.
struct OwnTexts {
  /// The sources and readings of the graph, in its order; what is only named elsewhere follows.
  private(set) var sources: [Source] = []
  private(set) var readings: [Reading] = []
  private var knownSources: Set<SourceID> = []
  private var knownReadings: Set<ReadingID> = []

  /// Takes them from what is said of the whole graph.
  init(_ attributes: [Attribute]) {
    func entries(_ name: String) -> [(id: String, text: String)] {
      guard let text = attributes.first(where: { $0.name == name })?.value.description else { return [] }
      return text.components(separatedBy: "; ").compactMap { entry in
        guard let sign = entry.range(of: " = ") else { return nil }
        return (String(entry[..<sign.lowerBound]), String(entry[sign.upperBound...]))
      }
    }
    let language = attributes.first { $0.name == "language" }?.value.description ?? "en"
    for (id, title) in entries("sources") where knownSources.insert(SourceID(id)).inserted {
      sources.append(Source(id: SourceID(id), title: LocalizedText(title, language: language)))
    }
    for (id, text) in entries("readings") where knownReadings.insert(ReadingID(id)).inserted {
      readings.append(Reading(ReadingID(id), text, language))
    }
  }

  // MARK: Sources and readings

  /// Sources with the places in them: `book p. 1; letter`.
  mutating func citations(_ text: String) -> [Citation] {
    var found: [Citation] = []
    for part in text.components(separatedBy: "; ") {
      let words = part.split(separator: " ", maxSplits: 1).map(String.init)
      guard let id = words.first.map({ SourceID($0) }) else { continue }
      if !knownSources.contains(id), let last = found.popLast(), !sources.isEmpty {
        // A place in a source that has a semicolon itself.
        found.append(Citation(source: last.source, locator: "\(last.locator.map { "\($0); " } ?? "")\(part)"))
        continue
      }
      if knownSources.insert(id).inserted {
        sources.append(Source(id: id, title: LocalizedText(id.rawValue, language: "en")))
      }
      found.append(Citation(source: id, locator: words.count > 1 ? words[1] : nil))
    }
    return found
  }

  /// Readings: `strict; loose`.
  mutating func readings(_ text: String) -> [ReadingID] {
    text.components(separatedBy: "; ").map { word in
      let id = ReadingID(word)
      if knownReadings.insert(id).inserted {
        readings.append(Reading(id: id, title: LocalizedText(word, language: "en")))
      }
      return id
    }
  }

  // MARK: Secrets

  /// A secret of which these texts say who knew it; what they say otherwise than we write it is left out.
  mutating func secret(knownTo: String?, unknownTo: String?, disclosed: String?) -> Knowledge {
    let knowledge = Knowledge(
      knownTo: knowers(knownTo, "since"), unknownTo: knowers(unknownTo, "until"),
      disclosures: entries(disclosed).compactMap { entry in
        let (text, details) = parted(entry)
        guard let when = try? HistoricalDate(text, style: .gregorian) else { return nil }
        return Knowledge.Disclosure(
          when: when, depth: details.depth, certainty: details.certainty, note: details.note,
          citations: details.citations)
      })
    return knowledge
  }

  private mutating func knowers(_ text: String?, _ preposition: String) -> [Knowledge.Knower] {
    entries(text).compactMap { entry in
      let (text, details) = parted(entry)
      let parts = text.components(separatedBy: " \(preposition) ")
      guard let actor = parts.first, !actor.isEmpty else { return nil }
      let since = parts.count > 1 ? try? HistoricalDate(parts[1], style: .gregorian) : nil
      return Knowledge.Knower(
        actor: EntityID(actor), since: since, depth: details.depth, certainty: details.certainty,
        note: details.note, citations: details.citations)
    }
  }

  /// The entries of a list, which have commas between them that stand in no brackets.
  private func entries(_ text: String?) -> [String] {
    guard let text else { return [] }
    var entries: [String] = []
    var entry = ""
    var depth = 0
    for character in text {
      switch character {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      case "," where depth == 0:
        entries.append(entry)
        entry = ""
        continue
      default: break
      }
      entry.append(character)
    }
    return (entries + [entry]).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  private typealias Details = (
    depth: Knowledge.Depth?, certainty: Certainty?, citations: [Citation], note: String?
  )

  /// An entry, and what stands behind it in brackets: `usa since 1939 (existence; certainty low; letter p. 3; hearsay)`.
  private mutating func parted(_ entry: String) -> (text: String, Details) {
    guard entry.hasSuffix(")"), let bracket = entry.range(of: " (") else {
      return (entry, (nil, nil, [], nil))
    }
    var details: Details = (nil, nil, [], nil)
    for part in entry[bracket.upperBound...].dropLast().components(separatedBy: "; ") {
      if let depth = Knowledge.Depth(rawValue: part) {
        details.depth = depth
      } else if part.hasPrefix("certainty "), let certainty = Certainty(rawValue: String(part.dropFirst(10))) {
        details.certainty = certainty
      } else if details.note == nil, knownSources.contains(SourceID(part.prefix { $0 != " " }.description)) {
        details.citations += citations(part)
      } else {
        details.note = details.note.map { "\($0); \(part)" } ?? part
      }
    }
    return (String(entry[..<bracket.lowerBound]), details)
  }

  // MARK: Entities

  /// Periods of existence with their conditions: `1918/1938; 1938/1945 (occupied)`; nil where none has one, or there are more or
  /// fewer than expected.
  static func periods(_ text: String?, as count: Int) -> [Existence]? {
    guard let parts = text?.components(separatedBy: "; "), parts.count == count else { return nil }
    let periods = parts.compactMap { part -> Existence? in
      let condition = Existence.Condition.allCases.first { part.hasSuffix(" (\($0.rawValue))") }
      let date = condition.map { String(part.dropLast($0.rawValue.count + 3)) } ?? part
      return (try? HistoricalDate(date, style: .gregorian)).map {
        Existence(date: $0, condition: condition ?? .independent)
      }
    }
    let isPlain = periods.count == 1 && periods[0].condition == .independent
    return periods.count == count && !isPlain ? periods : nil
  }

  /// Identifiers elsewhere: `wikidata:Q1; viaf:2`.
  static func identifiers(_ text: String?) -> [ExternalIdentifier] {
    (text?.components(separatedBy: "; ") ?? []).compactMap { part in
      part.firstIndex(of: ":").map { colon in
        ExternalIdentifier(
          register: String(part[..<colon]), value: String(part[part.index(after: colon)...]))
      }
    }
  }
}

extension Reading {
  /// A reading as our own export has it: `By the letter (extends strict; default; answers: which end?)`.
  init(_ id: ReadingID, _ text: String, _ language: String) {
    var (title, extends, isDefault, question) = (text, ReadingID?.none, false, String?.none)
    if text.hasSuffix(")"), let bracket = text.range(of: " (", options: .backwards) {
      var isWhole = true
      for part in text[bracket.upperBound...].dropLast().components(separatedBy: ", ") {
        if part == "default" {
          isDefault = true
        } else if part.hasPrefix("extends ") {
          extends = ReadingID(String(part.dropFirst(8)))
        } else if part.hasPrefix("answers ") {
          question = String(part.dropFirst(8))
        } else {
          isWhole = false
        }
      }
      if isWhole { title = String(text[..<bracket.lowerBound]) } else { (extends, isDefault, question) = (nil, false, nil) }
    }
    self.init(
      id: id, title: LocalizedText(title, language: language), extends: extends, isDefault: isDefault,
      question: question)
  }

  /// The reading in the same words.
  func entry(in language: String) -> String {
    let details = [extends.map { "extends \($0)" }, question.map { "answers \($0)" }, isDefault ? "default" : nil]
      .compactMap(\.self)
    let title = title.text(in: language).replacingOccurrences(of: "; ", with: ", ")
    return "\(id) = \(title)" + (details.isEmpty ? "" : " (\(details.joined(separator: ", ")))")
  }
}
