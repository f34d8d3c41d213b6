/// The known name that a misspelt one most likely means.
///
/// Counts insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), ignoring case;
/// a third of the letters may differ. Of several equally near names the first is taken.
/// - Returns: The name, or nil when none is near.
/// - Complexity: O(*k* · *l*²); *k* names of *l* letters.
func nearestName<Names: Sequence<String>>(to name: String, among names: Names) -> String? {
  let wanted = Array(name.lowercased().prefix(64))
  let limit = max(1, wanted.count / 3)
  var best: (name: String, distance: Int)?
  for candidate in names where candidate != name {
    let letters = Array(candidate.lowercased().prefix(64))
    guard abs(letters.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, letters)
    if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
  }
  return best?.name
}

private func editDistance(_ one: [Character], _ other: [Character]) -> Int {
  guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
  var beforeLast = [Int](repeating: 0, count: other.count + 1)
  var last = Array(0...other.count)
  for i in 1...one.count {
    var row = [Int](repeating: i, count: other.count + 1)
    for j in 1...other.count {
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1))
      if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
    }
    (beforeLast, last) = (last, row)
  }
  return last[other.count]
}

/// ` Did you mean 'japan'?`, or nothing when no name is near.
public func didYouMean<Names: Sequence<String>>(_ name: String, among names: Names) -> String {
  nearestName(to: name, among: names).map { " Did you mean '\($0)'?" } ?? ""
}
