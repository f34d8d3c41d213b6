/// Small graphs of all that a view may tell apart: days of March 1930, known well or not, acts, readings, secrets.
public enum RandomGraph {
  private static func chance(_ of: Int, _ numbers: inout SeededNumbers) -> Bool {
    Int.random(in: 0..<of, using: &numbers) == 0
  }

  /// The id of one of its actors.
  public static func actor(_ numbers: inout SeededNumbers) -> String {
    ["a", "b", "c", "d", "e"][Int.random(in: 0..<5, using: &numbers)]
  }

  /// A day of its month.
  public static func day(_ numbers: inout SeededNumbers) -> String {
    "1930-03-\(Int.random(in: 10...28, using: &numbers))"
  }

  /// A day, known well or not.
  private static func date(_ numbers: inout SeededNumbers) -> String {
    let day = Int.random(in: 10...24, using: &numbers)
    switch Int.random(in: 0..<6, using: &numbers) {
    case 0: return "1930-03"
    case 1: return "'[1930-03-\(day),1930-03-\(day + 3)]'"
    case 2: return "'[1930-03-\(day)..1930-03-\(day + 4)]'"
    default: return "1930-03-\(day)"
    }
  }

  private static func span(_ numbers: inout SeededNumbers) -> String {
    let (first, last) = (Int.random(in: 10...18, using: &numbers), Int.random(in: 18...28, using: &numbers))
    return [
      "1930-03-\(first)/1930-03-\(last)", "1930-03-\(first)/..", "../1930-03-\(last)", "1930-03/1930-04",
    ][
      Int.random(in: 0..<4, using: &numbers)]
  }

  private static func attestation(_ numbers: inout SeededNumbers) -> String {
    keys(&numbers).map { ", \($0)" }.joined()
  }

  private static func keys(_ numbers: inout SeededNumbers) -> [String] {
    var keys: [String] = []
    if chance(3, &numbers) { keys.append("source: \(chance(2, &numbers) ? "book" : "diary")") }
    if chance(4, &numbers) { keys.append("reading: \(chance(2, &numbers) ? "one" : "two")") }
    if chance(6, &numbers) { keys.append("certainty: low") }
    if chance(6, &numbers) {
      keys += ["secret: true", "known-to: [{ actor: \(actor(&numbers)), since: \(date(&numbers)) }]"]
    }
    return keys
  }

  /// A graph file.
  public static func text(_ numbers: inout SeededNumbers) -> String {
    var text = """
      entente: 1
      title: Random
      sources: { book: A book, diary: A diary }
      readings: { one: One, two: Two }
      actors:

      """
    for name in ["a", "b", "c", "d", "e"] {
      let exists = chance(4, &numbers) ? ", exists: \(span(&numbers))" : ""
      let office =
        name == "e" && chance(2, &numbers)
        ? ", kind: person, represents: { actor: a, when: \(span(&numbers)) }" : ""
      text += "  \(name): { name: \(name.uppercased())\(exists)\(office) }\n"
    }
    text += "agreements:\n"
    for number in 0..<4 {
      text += "  p\(number):\n    name: P\(number)\n"
      text += keys(&numbers).map { "    \($0)\n" }.joined()
      var acts = ["{ act: signature, when: \(date(&numbers))\(attestation(&numbers)) }"]
      if chance(2, &numbers) {
        acts.append(
          "{ act: signature, when: \(date(&numbers)), by: \(actor(&numbers))\(attestation(&numbers)) }")
      }
      if chance(3, &numbers) { acts.append("{ act: entry-into-force, when: \(date(&numbers)) }") }
      if chance(2, &numbers) {
        acts.append(
          "{ act: termination, when: 1930-03-\(Int.random(in: 25...28, using: &numbers))\(attestation(&numbers)) }"
        )
      }
      if chance(3, &numbers) { acts.append("{ act: accession, when: \(date(&numbers)), by: d }") }
      if chance(6, &numbers) {
        text += "    in-force: \(span(&numbers))\n"
      }
      text += "    acts:\n" + acts.map { "      - \($0)\n" }.joined()
      text += "    parties:\n"
      for name in ["a", "b", "c", "d"] where chance(2, &numbers) {
        let when = chance(5, &numbers) ? ", when: \(span(&numbers))" : ""
        text += "      - { actor: \(name)\(when)\(attestation(&numbers)) }\n"
      }
      text += "      - { actor: a, id: s\(number) }\n"
      text += "    signatories: [{ actor: e, for: \(actor(&numbers)) }, \(actor(&numbers))]\n"
      if chance(2, &numbers) { text += "    negotiators: \(actor(&numbers))\n" }
      if number > 0, chance(3, &numbers) { text += "    supersedes: p\(number - 1)\n" }
      if number > 0, chance(4, &numbers) { text += "    terms: { ends-with: p\(number - 1) }\n" }
    }
    text += "events:\n"
    for number in 0..<2 {
      text +=
        "  e\(number): { kind: meeting, name: E\(number), when: \(date(&numbers)), participants: [\(actor(&numbers)), b]\(attestation(&numbers)) }\n"
    }
    return text
  }
}
