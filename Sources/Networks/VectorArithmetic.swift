/// The scalar product of two lists of the same length, in eight sums that are added up at the end.
func dotProduct(_ one: [Double], _ other: [Double]) -> Double {
  let (one, other) = (one.span, other.span)
  var sums = SIMD8<Double>.zero
  var place = 0
  while place + 8 <= one.count {
    sums += eight(of: one, from: place) * eight(of: other, from: place)
    place += 8
  }
  var sum = sums.sum()
  while place < one.count {
    sum += one[place] * other[place]
    place += 1
  }
  return sum
}

@inline(__always) private func eight(of list: Span<Double>, from place: Int) -> SIMD8<Double> {
  SIMD8(
    list[place], list[place + 1], list[place + 2], list[place + 3], list[place + 4], list[place + 5],
    list[place + 6], list[place + 7])
}

/// Adds a list so many times to another of the same length.
func add(_ list: [Double], times factor: Double, to sum: inout [Double]) {
  let list = list.span
  var sum = sum.mutableSpan
  for place in list.indices { sum[place] += factor * list[place] }
}
