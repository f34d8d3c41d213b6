import Diplomacy

/// The warnings that a graph file asks not to be told.
extension GraphFileReader {
  mutating func readLint(_ field: Fields.Field?) {
    guard let field, !field.value.isNothing else { return }
    for node in members(of: field.value) {
      guard let mapping = findings.mapping(node, "a mapping with 'ignore' and 'reason'") else { continue }
      let fields = Fields(
        mapping, place: node.place, what: "an entry of 'lint'", known: GraphFileKeys.silence,
        findings: &findings)
      let rule = fields["ignore"].flatMap { silenced($0.value) }
      let reason = fields["reason"].flatMap {
        findings.text($0.value, "why these warnings are not wanted")
      }
      if fields["ignore"] == nil {
        findings.error(node.place, "this entry of 'lint' has no 'ignore'; expected the name of a rule.")
      }
      if fields["reason"] == nil {
        findings.error(
          node.place, "this entry of 'lint' has no 'reason'; expected why these warnings are not wanted.")
      }
      let about = fields["about"].map { ids($0.value) } ?? []
      guard let rule, let reason else { continue }
      silences.append(GraphFile.Silence(rule: rule, about: about, reason: reason, place: node.place))
    }
  }

  private mutating func silenced(_ node: Node) -> LintRule? {
    guard let name = findings.text(node, "the name of a rule") else { return nil }
    if let rule = LintRule(rawValue: name), rule != .needlessSilence { return rule }
    let known = LintRule.allCases.filter { $0 != .needlessSilence }.map(\.rawValue)
    let advice = didYouMean(name, among: known)
    findings.error(
      node.place,
      "found \(node.found); expected the name of a rule.\(advice.isEmpty ? " The rules are \(known.joined(separator: ", "))." : advice)"
    )
    return nil
  }

  private mutating func ids(_ node: Node) -> [(id: String, place: Diagnostic.Place?)] {
    let ids = members(of: node).compactMap { member in
      findings.word(member, "the id of what the warnings are about").map { (id: $0, place: member.place) }
    }
    if members(of: node).isEmpty {
      findings.error(node.place, "found an empty list; expected the ids of what the warnings are about.")
    }
    return ids
  }

  /// Reports what `about` names that the file does not have; statements without an id have one by now.
  mutating func checkSilences() {
    let named = silences.flatMap(\.about).filter { declared[$0.id] == nil }
    guard !named.isEmpty else { return }
    let known = statements.map(\.statement.id.rawValue)
    let statements = Set(known)
    let unknown = named.filter { !statements.contains($0.id) }
    guard !unknown.isEmpty else { return }
    var names = NearestNames(declared.keys.sorted() + known)
    for (id, place) in unknown {
      let advice = findings.isFull ? "" : names.didYouMean(id)
      findings.error(
        place, "'\(id)' is not an entity, statement, source, reading or obligation of this graph.\(advice)")
    }
  }
}
