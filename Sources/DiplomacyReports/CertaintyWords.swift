import Diplomacy

extension Certainty {
  /// How sure it is, in words: `of low certainty`.
  var words: String { "of \(rawValue) certainty" }
}

/// How sure something is, after its words: `, of low certainty`; empty where nothing is stated.
func certaintySuffix(_ certainty: Certainty?) -> String { certainty.map { ", \($0.words)" } ?? "" }

/// A convention for those who read of certainty; nil where nothing states any.
func certaintyConvention(_ some: [Certainty?]) -> [String] {
  Certainty.least(some) == nil
    ? []
    : [
      "certainty: how sure the author of the graph is; of what rests on several assertions, the least sure of them"
    ]
}

/// Of what has no source of its own, whose these are.
let backingConvention = "sources: of what has none of its own, those of the agreement or event around it"

/// Citations, each once.
func unique(_ citations: [Citation]) -> [Citation] {
  var seen: Set<Citation> = []
  return citations.filter { seen.insert($0).inserted }
}

/// What is cited, in words; nil for nothing.
func cited(_ citations: [Citation]) -> String? {
  let cited = unique(citations)
  return cited.isEmpty ? nil : cited.map(\.text).joined(separator: "; ")
}
