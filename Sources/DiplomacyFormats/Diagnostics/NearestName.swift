/// Names among which the one that a misspelt one most likely means is looked for.
///
/// Counts insertions, deletions, substitutions and swaps of neighbours (optimal string alignment), ignoring case;
/// a third of the letters may differ, of a name of one or two letters none. Of several equally near names the first is taken.
/// Advice is a courtesy: when so many have asked that it would take long, nobody gets any more.
struct NearestNames {
  private let names: [String]
  /// Of each name, how many letters it has and which: what is far by these need not be compared.
  private var outlines: [Outline]?
  /// How many more letters may be compared with each other.
  private var budget = 100_000_000

  private struct Outline {
    let count: Int
    let letters: UInt64

    init(_ letters: [Unicode.Scalar]) {
      count = letters.count
      self.letters = letters.reduce(0) { $0 | 1 << UInt64($1.value % 64) }
    }

    /// Each edit takes one letter from the one or the other, or from both.
    func isFar(from other: Outline, limit: Int) -> Bool {
      abs(count - other.count) > limit || (letters & ~other.letters).nonzeroBitCount > limit
        || (other.letters & ~letters).nonzeroBitCount > limit
    }
  }

  /// Takes names in, in their order.
  init<Names: Sequence<String>>(_ names: Names) { self.names = Array(names) }

  /// The name, or nil when none is near.
  /// - Complexity: O(*k*), besides O(*l*²) for each name of nearly the same letters; *k* names of *l* letters. The first
  ///   time, all names are read.
  mutating func nearest(to name: String) -> String? {
    guard budget > 0 else { return nil }
    let wanted = letters(name)
    let outline = Outline(wanted)
    let limit = wanted.count / 3
    // Looked at by itself, a few names are compared faster than outlined.
    if outlines == nil, names.count > 64 { outlines = names.map { Outline(letters($0)) } }
    budget -= names.count
    var best: (name: String, distance: Int)?
    for (index, candidate) in names.enumerated() {
      let bound = best.map { $0.distance - 1 } ?? limit
      if bound < 0 { break }
      if let outlines, outlines[index].isFar(from: outline, limit: bound) { continue }
      guard candidate != name else { continue }
      // One edit changes four bytes at most, and a letter of a long name takes one at least.
      if candidate.utf8.count < 64, abs(candidate.utf8.count - name.utf8.count) > 4 * limit { continue }
      let letters = letters(candidate)
      guard abs(letters.count - wanted.count) <= bound else { continue }
      budget -= wanted.count * letters.count
      guard budget > 0 else { return nil }
      let distance = editDistance(wanted, letters, limit: bound)
      if distance <= bound { best = (candidate, distance) }
    }
    return best?.name
  }

  /// ` Did you mean 'japan'?`, or nothing when no name is near.
  mutating func didYouMean(_ name: String) -> String {
    nearest(to: name).map { " Did you mean '\($0)'?" } ?? ""
  }
}

/// The known name that a misspelt one most likely means: see ``NearestNames``.
func nearestName<Names: Sequence<String>>(to name: String, among names: Names) -> String? {
  var names = NearestNames(names)
  return names.nearest(to: name)
}

/// ` Did you mean 'japan'?`, or nothing when no name is near.
package func didYouMean<Names: Sequence<String>>(_ name: String, among names: Names) -> String {
  var names = NearestNames(names)
  return names.didYouMean(name)
}

/// The first 64 letters, as small ones.
private func letters(_ name: String) -> [Unicode.Scalar] {
  // Of a letter with a thousand accents, the first few count.
  let start = String(String.UnicodeScalarView(name.unicodeScalars.prefix(256)))
  return Array(start.prefix(64).lowercased().unicodeScalars.prefix(64))
}

/// The distance, or a number above the limit.
private func editDistance(_ one: [Unicode.Scalar], _ other: [Unicode.Scalar], limit: Int) -> Int {
  guard !one.isEmpty, !other.isEmpty else { return max(one.count, other.count) }
  var beforeLast = [Int](repeating: 0, count: other.count + 1)
  var last = Array(0...other.count)
  var row = last
  for i in 1...one.count {
    row[0] = i
    var least = i
    for j in 1...other.count {
      row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1))
      if i > 1, j > 1, one[i - 1] == other[j - 2], one[i - 2] == other[j - 1] {
        row[j] = min(row[j], beforeLast[j - 2] + 1)
      }
      least = min(least, row[j])
    }
    guard least <= limit else { return limit + 1 }
    (beforeLast, last, row) = (last, row, beforeLast)
  }
  return last[other.count]
}
