/// The known name that a misspelt one most likely means.
///
/// Counts insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), ignoring case;
/// a third of the letters may differ, of a name of one or two letters none. Of several equally near names the first is taken.
/// - Returns: The name, or nil when none is near.
/// - Complexity: O(*k* · *l*²); *k* names of *l* letters.
func nearestName<Names: Sequence<String>>(to name: String, among names: Names) -> String? {
  let wanted = letters(name)
  let limit = wanted.count / 3
  var best: (name: String, distance: Int)?
  for candidate in names where candidate != name {
    // One edit changes four bytes at most.
    guard abs(candidate.utf8.count - name.utf8.count) <= 4 * limit else { continue }
    let letters = letters(candidate)
    guard abs(letters.count - wanted.count) <= limit else { continue }
    let bound = best.map { $0.distance - 1 } ?? limit
    let distance = editDistance(wanted, letters, limit: bound)
    if distance <= bound { best = (candidate, distance) }
  }
  return best?.name
}

/// The first 64 letters, as small ones.
private func letters(_ name: String) -> [Unicode.Scalar] {
  Array(name.prefix(64).lowercased().unicodeScalars.prefix(64))
}

/// The distance, or a number above the limit.
private func editDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar], limit: Int) -> Int {
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
    guard let least = row.min(), least <= limit else { return limit + 1 }
    (beforeLast, last) = (last, row)
  }
  return last[other.count]
}

/// ` Did you mean 'japan'?`, or nothing when no name is near.
public func didYouMean<Names: Sequence<String>>(_ name: String, among names: Names) -> String {
  nearestName(to: name, among: names).map { " Did you mean '\($0)'?" } ?? ""
}
