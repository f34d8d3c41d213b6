/// When two paths are equally long.
///
/// Lengths that are whole are added up and compared exactly. Others have been rounded, as 0.1 has, and their sums are rounded again:
/// there two lengths are equal if they differ by less than a part in 10¹², which is a thousand times what rounding does to a path
/// of some hundred edges. igraph's bound is about 10⁻¹⁰.
struct PathTies {
  /// Sums are exact.
  static let exact = PathTies(tolerance: 0)
  /// Sums are rounded.
  static let rounded = PathTies(tolerance: Network.lengthTolerance)

  /// How many times as long as another a path may be that is as long.
  let factor: Double
  /// The share of a distance that an edge must be longer than for rounding to have a say in whether a shortest path takes it. A
  /// shorter one might else lead from either of its ends to the other.
  private let leastStep: Double

  private init(tolerance: Double) {
    factor = 1 + tolerance
    leastStep = 4 * tolerance
  }

  /// Whether a shortest path to a node may come along an arc from one that was settled before.
  @inline(__always) func isShortest(from distance: Double, along length: Double, to target: Double) -> Bool {
    let sum = distance + length
    return sum == target || (sum <= target * factor && length > target * leastStep)
  }
}

extension Network {
  /// The share by which the lengths of two paths may differ that count as equally long, where lengths have no common measure.
  public static let lengthTolerance = 1e-12

  /// Whether paths by weights are compared exactly: all weights are whole multiples of one number, as decimals, fractions and their
  /// reciprocals are, and no path is more than 2⁵³ such numbers long. Otherwise two paths are as long as each other if they differ
  /// by less than ``lengthTolerance`` of their length.
  ///
  /// A weight is the decimal of at most 15 digits that is read as it, or the simplest fraction.
  /// - Complexity: O(*m*); *m* edges.
  public var comparesLengthsExactly: Bool {
    withBalancedWeights.network.outgoing.simple(.least).withWholeLengths() != nil
  }
}

extension Adjacency {
  /// The same rows with lengths in units that make them whole, so that sums along paths are exact; nil where there is no such unit, or
  /// a path could be longer than a `Double` counts.
  func withWholeLengths() -> Adjacency? {
    guard let weights else { return self }
    // 2⁵³, less the end of the longest path.
    let most = 0x1p53 / Double(max(nodeCount, 1))
    if weights.allSatisfy({ $0 == $0.rounded() && $0 <= most }) { return self }
    var fractions: [Double: Fraction] = [:]
    var unit = 1
    for weight in weights where fractions[weight] == nil {
      guard let fraction = Fraction(weight), let common = leastCommonMultiple(unit, fraction.denominator)
      else {
        return nil
      }
      unit = common
      fractions[weight] = fraction
    }
    for (weight, _) in fractions where weight * Double(unit) > most { return nil }
    let whole = weights.map { weight in
      fractions[weight].map { Double($0.numerator * (unit / $0.denominator)) } ?? weight
    }
    return Adjacency(offsets: offsets, targets: targets, weights: whole, isSimple: isSimple)
  }
}

/// A number that was rounded to a `Double`.
private struct Fraction {
  /// Below 2⁵³.
  let numerator: Int
  /// Above 0, without a factor in common with the numerator.
  let denominator: Int

  /// The decimal of at most 15 digits that is read as the number; failing that, the simplest fraction that is, where it is simple
  /// enough for that to be no chance.
  init?(_ number: Double) {
    guard number >= 0, number < 0x1p53 else { return nil }
    if number == number.rounded() {
      self.init(Int(number), 1)
    } else if let decimal = Fraction(decimal: number) ?? Fraction(simplest: number) {
      self = decimal
    } else {
      return nil
    }
  }

  private init(_ numerator: Int, _ denominator: Int) {
    let divisor = greatestCommonDivisor(numerator, denominator)
    (self.numerator, self.denominator) = (numerator / divisor, denominator / divisor)
  }

  private init?(decimal number: Double) {
    // The shortest digits that are read as the number: "0.3", "1.5e-05".
    let parts = number.description.split(separator: "e")
    guard let mantissa = parts.first else { return nil }
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    let places = mantissa.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = places.count > 1 ? String(places[1]) : ""
    let scale = decimals.count - exponent
    guard let digits = Int(places[0] + decimals), digits < 1_000_000_000_000_000, (0...18).contains(scale)
    else {
      return nil
    }
    self.init(digits, (0..<scale).reduce(1) { power, _ in 10 * power })
  }

  /// By continued fractions.
  private init?(simplest number: Double) {
    var (numerators, denominators) = ((1, 0), (0, 1))
    var rest = number
    while true {
      let whole = rest.rounded(.down)
      // Beyond these bounds a fraction may not be one of the series, or no simpler than the number's own digits.
      guard whole < 0x1p50 else { return nil }
      let numerator = Int(whole).multipliedReportingOverflow(by: numerators.0)
      let denominator = Int(whole).multipliedReportingOverflow(by: denominators.0)
      guard !numerator.overflow, !denominator.overflow else { return nil }
      numerators = (numerator.partialValue + numerators.1, numerators.0)
      denominators = (denominator.partialValue + denominators.1, denominators.0)
      guard denominators.0 <= 1 << 20, Double(numerators.0) * Double(denominators.0) < 0x1p50 else {
        return nil
      }
      if Double(numerators.0) / Double(denominators.0) == number {
        self.init(numerators.0, denominators.0)
        return
      }
      if rest == whole { return nil }
      rest = 1 / (rest - whole)
    }
  }
}

private func greatestCommonDivisor(_ one: Int, _ other: Int) -> Int {
  var (large, small) = (one, other)
  while small != 0 { (large, small) = (small, large % small) }
  return max(large, 1)
}

/// - Returns: nil where it is more than a `Double` counts.
private func leastCommonMultiple(_ one: Int, _ other: Int) -> Int? {
  let product = (one / greatestCommonDivisor(one, other)).multipliedReportingOverflow(by: other)
  return product.overflow || product.partialValue > 1 << 53 ? nil : product.partialValue
}
