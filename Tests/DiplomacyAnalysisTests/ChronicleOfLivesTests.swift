import Chronology
import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats
import TestSupport
import Testing

/// What a chronicle tells of lives is what the lives are.
@Suite struct ChronicleOfLivesTests {
  /// The days on which an agreement, or a member of it, began or ended, as far as its spans say; ends as the last days.
  private func bounds(_ spans: [Span]) -> (starts: Set<Moment>, ends: Set<Moment>) {
    (
      Set(spans.map(\.earliestStart).filter { !$0.isOpen }),
      Set(spans.map(\.latestEnd).filter { !$0.isOpen }.map { $0.adding(seconds: -86_400) })
    )
  }

  private static let kinds: [(word: String, actor: Bool)] = [
    ("entry-into-force", false), ("denunciation", true), ("withdrawal", true), ("accession", true),
    ("termination", false), ("expiry", false), ("extension", false), ("renewal", false),
  ]

  /// Three agreements of certain dates: their acts, terms and links.
  private func text(_ numbers: inout SeededNumbers) -> String {
    func one<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &numbers)] }
    func day(_ from: Int) -> String {
      let number = Int.random(in: from...28, using: &numbers)
      return "19\(20 + number / 2)-0\(1 + number % 9)-1\(number % 10)"
    }
    func maybe(_ text: @autoclosure () -> String) -> String { Bool.random(using: &numbers) ? text() : "" }
    var text = "entente: 1\ntitle: Lives\nactors: { a: A, b: B, c: C, d: D }\nagreements:\n"
    for number in 0..<3 {
      let parties = one(["a, b", "a, b, c", "{ actor: a, when: 1925-05-05/1931-01-31 }, b, c"])
      text += "  x\(number):\n    name: X\n    parties: [\(parties)]\n    signed: \(day(0))\n"
      text += maybe(
        "    terms: { duration: \(one(["P5Y", "P18M"]))\(maybe(", notice: P6M"))\(maybe(", renewal: P2Y"))"
          + "\(maybe(", denunciation: after-notice, notice: P1Y")) }\n".replacing(
            "notice: P6M, denunciation", with: "denunciation"))
      if number > 0 { text += maybe("    supersedes: x0\n") }
      text += "    acts:\n      - { act: registration, when: 1920-01-01 }\n"
      for _ in 0..<Int.random(in: 0...2, using: &numbers) {
        let kind = one(Self.kinds)
        let by = kind.actor ? ", by: \(kind.word == "accession" ? "d" : one(["a", "b", "c"]))" : ""
        text += "      - { act: \(kind.word), when: \(day(8))\(by) }\n"
      }
    }
    return text
  }

  @Test func everyBoundIsToldAndNothingElse() throws {
    var numbers = SeededNumbers(seed: 1890)
    var told = 0
    for number in 0..<Thoroughness.cases(300, thorough: 5000) {
      let text = text(&numbers)
      // Two keys of one name are no graph.
      guard let graph = try? GraphFile.read(text, named: "lives.yaml") else { continue }
      let view = GraphView(graph)
      let entries = view.chronicle()
      for agreement in graph.entities(.agreement) {
        let own = entries.filter { $0.entity.id == agreement.id }
        let (starts, ends) = bounds(view.course(of: agreement.id)?.spans ?? [])
        let derived = own.compactMap { entry in entry.derived.map { (entry, $0) } }
        let whole = derived.filter { $0.1.member == nil }
        let context = "\(number), \(agreement.id):\n\(text)"
        let begins = Set(whole.filter { !$0.1.isEnd }.map(\.0.date.earliest))
        let acts = Set(own.filter { $0.act?.kind == .entryIntoForce }.map(\.date.earliest))
        #expect(starts.isSubset(of: begins.union(acts)), "\(context)")
        let over = Set(whole.filter(\.1.isEnd).map(\.0.date.earliest))
        let endings = Set(
          own.filter { $0.act?.kind == .termination || $0.act?.kind == .expiry }.map(\.date.earliest))
        #expect(ends.isSubset(of: over.union(endings)), "\(context)")
        // An agreement that ends before it begins has no span, and its ends are told all the same.
        if !starts.isEmpty {
          #expect(begins.isSubset(of: starts), "\(context)")
          #expect(over.isSubset(of: ends), "\(context)")
        }
        told += whole.count
        for (entry, part) in derived {
          guard let member = part.member else { continue }
          let spans =
            part.statement?.when.map { [Span($0)] } ?? view.course(of: member, in: agreement.id)?.spans ?? []
          let (starts, ends) = bounds(spans)
          if spans.isEmpty { continue }
          #expect((part.isEnd ? ends : starts).contains(entry.date.earliest), "\(entry.date) \(context)")
        }
      }
    }
    #expect(told > 500)
  }

  /// The window of any day holds what the whole chronicle has of it.
  @Test func everyWindowIsAPartOfTheWhole() throws {
    let graph = try GraphFile.read(contentsOf: graphFile("neutrality-pact"))
    let view = GraphView(graph, try asked(of: graph))
    let all = view.chronicle()
    for text in ["1941", "1941-04", "1941-04-13", "1945-08-09", "1922", "1946-04-13"] {
      let day = try HistoricalDate(text)
      let window = ChronicleEntry.Window(from: day, to: day)
      let found = view.chronicle(in: window).map { "\($0.entity.id) \($0.act?.kind.name ?? "") \($0.date)" }
      let expected = all.filter { $0.date.earliest <= day.latest && $0.date.latest >= day.earliest }
      #expect(found == expected.map { "\($0.entity.id) \($0.act?.kind.name ?? "") \($0.date)" }, "\(text)")
    }
    #expect(
      view.chronicle(in: .init(from: try HistoricalDate("1946-04-13"))).contains {
        $0.derived?.isEnd ?? false
      })
  }
}
