/// The scalar product of two lists of the same length, in eight sums that are added up at the end.
func dotProduct(_ one: [Double], _ other: [Double]) -> Double {
  let (one, other) = (one.span, other.span)
  var sums = Lanes.zero
  var place = 0
  while place + 8 <= one.count {
    sums += one.lanes(from: place) * other.lanes(from: place)
    place += 8
  }
  var sum = sums.sum()
  while place < one.count {
    sum += one[place] * other[place]
    place += 1
  }
  return sum
}

/// Adds a list so many times to another of the same length.
func add(_ list: [Double], times factor: Double, to sum: inout [Double]) {
  let list = list.span
  var sum = sum.mutableSpan
  for place in list.indices { sum[place] += factor * list[place] }
}

/// Multiplies each number of a list, into another of the same length.
func multiply(_ list: [Double], by factor: Double, into product: inout [Double]) {
  let list = list.span
  var product = product.mutableSpan
  for place in list.indices { product[place] = list[place] * factor }
}
