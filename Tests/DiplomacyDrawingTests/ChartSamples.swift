import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import TestSupport
import Testing

@testable import DiplomacyDrawing

/// A chart as it is asked for: in a language, a width and a theme.
struct ChartCase: Sendable, CustomTestStringConvertible {
  let style: PictureStyle
  var testDescription: String {
    "\(style.language ?? "") \(style.theme.rawValue) \(style.width.map { "\(Int($0))pt" } ?? "free")"
  }

  /// Every language, theme and width at least once: 60 mm, 120 mm, free and a metre.
  static let all: [ChartCase] = {
    let widths: [Double?] = [
      nil, PictureStyle.points(120), PictureStyle.points(60), PictureStyle.points(1000),
    ]
    var cases: [ChartCase] = []
    for (index, language) in PictureWords.languages.enumerated() {
      for (place, width) in widths.enumerated() {
        let theme = PictureStyle.Theme.allCases[(index + place) % PictureStyle.Theme.allCases.count]
        cases.append(ChartCase(style: PictureStyle(theme: theme, width: width, language: language)))
      }
    }
    guard !Thoroughness.isFull else { return cases }
    // Usually five of the twenty, in which each language, width and theme stands at least once.
    return [0, 5, 11, 14, 19].map { cases[$0] }
  }()
}

/// Graphs to draw charts of.
enum ChartSamples {
  static func read(_ sample: SampleGraph) throws -> DiplomaticGraph {
    try GraphFile.read(sample.text, named: sample.name)
  }

  static let ofTheProject: [DiplomaticGraph] = SampleGraph.ofTheProject.compactMap { try? read($0) }

  /// Names that are markup, escapes, very long, or of other scripts, with agreements, deeds and obligations of all.
  static let hostile: DiplomaticGraph = {
    let names =
      SampleGraph.hardNames + [String(repeating: "long ", count: 200), String(repeating: "無", count: 300)]
    var text = "entente: 1\ntitle: \(SampleGraph.yaml(names.prefix(8).joined(separator: " ")))\n"
    text +=
      "license: \(SampleGraph.yaml("<b>&amp;\\N"))\nsources: { s: { title: \(SampleGraph.yaml(names[1])), author: \(SampleGraph.yaml(names[2])) } }\n"
    text +=
      "readings: { r: { title: \(SampleGraph.yaml(names[3])), default: true }, q: { title: \(SampleGraph.yaml(names.last ?? "")) } }\nactors:\n"
    for (index, name) in names.enumerated() {
      text += "  a\(index): { name: \(SampleGraph.yaml(name)), source: s }\n"
    }
    text += "agreements:\n"
    for index in names.indices.dropLast() {
      let name = SampleGraph.yaml(names[(index + 5) % names.count])
      text +=
        "  p\(index): { name: \(name), source: s, signed: 19\(20 + index % 20), parties: [a\(index), a\(index + 1)], "
      text +=
        "in-force: [{ when: 19\(20 + index % 20)-05/1950~, reading: r }, { when: 19\(20 + index % 20)/1939, reading: q }], "
      text +=
        "obligations: [{ id: o\(index), kind: refrain-from-attack, by: a\(index), to: a\(index + 1), clause: \(name) }] }\n"
    }
    text += "events:\n"
    for index in names.indices.dropLast() {
      let name = SampleGraph.yaml(names[(index + 9) % names.count])
      text +=
        "  e\(index): { kind: attack, name: \(name), when: 193\(index % 10), agents: a\(index), targets: a\(index + 1) }\n"
    }
    do {
      return try GraphFile.read(text, named: "hostile")
    } catch {
      preconditionFailure("the hostile graph cannot be read: \(error)")
    }
  }()

  /// A graph of chance: actors with and without dates, agreements, events, obligations, ties.
  static func random(_ seed: UInt64) throws -> DiplomaticGraph {
    var numbers = SeededNumbers(seed: seed)
    func pick(_ texts: [String]) -> String { texts.randomElement(using: &numbers) ?? "" }
    let base =
      pick(["-004", "19", "147", "Y-12"]).hasPrefix("19") ? 1910 : Int.random(in: 1...1900, using: &numbers)
    func year() -> String {
      let text = String(base + Int.random(in: 0...40, using: &numbers))
      return String(repeating: "0", count: max(0, 4 - text.count)) + text
    }
    func date() -> String {
      switch Int.random(in: 0...6, using: &numbers) {
      case 0: year()
      case 1: year() + "-0\(Int.random(in: 1...9, using: &numbers))"
      case 2: year() + "?"
      case 3: "[\(year()),\(year())]"
      default:
        year() + "-0\(Int.random(in: 1...9, using: &numbers))-1\(Int.random(in: 0...9, using: &numbers))"
      }
    }
    let count = Int.random(in: 1...16, using: &numbers)
    func actor() -> String { "a\(Int.random(in: 0..<count, using: &numbers))" }
    var text =
      "entente: 1\ntitle: Chance \(seed)\nreadings: { one: { title: The first, default: true }, two: The second }\nactors:\n"
    for index in 0..<count {
      let exists = Bool.random(using: &numbers) ? ", exists: \"\(year())/..\"" : ""
      text +=
        "  a\(index): { name: \"\(pick(["Actor", "A very long name of an actor", "国", "Б"])) \(index)\"\(exists) }\n"
    }
    text += "agreements:\n"
    for index in 0..<Int.random(in: 1...12, using: &numbers) {
      let parties = Set((0..<Int.random(in: 2...4, using: &numbers)).map { _ in actor() }).sorted()
      text +=
        "  p\(index): { name: \"Treaty of place \(index)\", parties: [\(parties.joined(separator: ", "))], signed: \"\(date())\""
      if Bool.random(using: &numbers), parties.count > 1 {
        let kind = pick(["refrain-from-attack", "assist", "consult", "made-up-duty"])
        text += ", obligations: [{ id: o\(index), kind: \(kind), by: \(parties[0]), to: \(parties[1]) }]"
      }
      text += " }\n"
    }
    text += "events:\n"
    for index in 0..<Int.random(in: 1...12, using: &numbers) {
      text +=
        "  e\(index): { kind: \(pick(["attack", "meeting", "invasion"])), name: \"Event number \(index)\", when: \"\(date())\", agents: \(actor()), targets: \(actor()) }\n"
    }
    return try GraphFile.read(text, named: "chance")
  }
}

/// Expects that on no page two texts meet, and nothing leaves the page; that it is said to those who cannot see it what it shows; and that
/// the table has a cell for each column.
func expectReadable(
  _ chart: Chart, _ what: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  #expect(!chart.pages.isEmpty, "\(what)", sourceLocation: sourceLocation)
  for (number, page) in chart.pages.enumerated() {
    let layout = try SVGLayout(page)
    #expect(layout.overlaps() == [], "\(what), page \(number + 1)", sourceLocation: sourceLocation)
    #expect(layout.outside() == [], "\(what), page \(number + 1)", sourceLocation: sourceLocation)
    let root = try XMLTree.parse(Array(page.utf8))
    #expect(
      root["role"] == "img" && root.first("title")?.text.isEmpty == false, "\(what)",
      sourceLocation: sourceLocation)
    #expect((root.first("desc")?.text.count ?? 0) > 5, "\(what)", sourceLocation: sourceLocation)
  }
  #expect(
    chart.table.rows.allSatisfy { $0.count == chart.table.columns.count }, "\(what)",
    sourceLocation: sourceLocation)
}
