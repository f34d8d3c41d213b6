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

/// Adds a list, number by number, to so many times another of the same length.
func multiply(_ sum: inout [Double], by factor: Double, adding list: [Double]) {
  let list = list.span
  var sum = sum.mutableSpan
  for place in list.indices { sum[place] = list[place] + factor * sum[place] }
}

/// Multiplies each number of a list by that of another of the same length.
func multiply(_ product: inout [Double], by factors: [Double]) {
  let factors = factors.span
  var product = product.mutableSpan
  for place in factors.indices { product[place] *= factors[place] }
}

/// Multiplies each number of a list by that of another, into a third, all of the same length.
func multiply(_ list: [Double], by factors: [Double], into product: inout [Double]) {
  let (list, factors) = (list.span, factors.span)
  var product = product.mutableSpan
  for place in list.indices { product[place] = list[place] * factors[place] }
}

/// The largest absolute value in a list; 0 in an empty one.
func largestSize(_ list: [Double]) -> Double {
  let list = list.span
  return largestSize(list.count, { list.lanes(from: $0) }, { list[$0] })
}

/// The largest absolute difference between two lists of the same length; 0 between empty ones.
func largestChange(_ one: [Double], _ other: [Double]) -> Double {
  let (one, other) = (one.span, other.span)
  return largestSize(one.count, { one.lanes(from: $0) - other.lanes(from: $0) }, { one[$0] - other[$0] })
}

@inline(__always) private func largestSize(_ count: Int, _ eight: (Int) -> Lanes, _ one: (Int) -> Double)
  -> Double
{
  var largest = Lanes.zero
  var place = 0
  while place + 8 <= count {
    let sizes = eight(place).magnitudes
    largest.replace(with: sizes, where: sizes .> largest)
    place += 8
  }
  var size = largest.max()
  while place < count {
    size = max(size, abs(one(place)))
    place += 1
  }
  return size
}

/// Multiplies each number of a list.
func multiply(_ list: inout [Double], by factor: Double) {
  var list = list.mutableSpan
  for place in list.indices { list[place] *= factor }
}

/// Multiplies each number of a list, into another of the same length.
func multiply(_ list: [Double], by factor: Double, into product: inout [Double]) {
  let list = list.span
  var product = product.mutableSpan
  for place in list.indices { product[place] = list[place] * factor }
}
