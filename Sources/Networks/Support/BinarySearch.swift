/// The first place from which on a claim holds, or the end: a binary search.
@inline(__always) func firstPlace(in places: Range<Int>, where claim: (Int) -> Bool) -> Int {
  var (low, high) = (places.lowerBound, places.upperBound)
  while low < high {
    let middle = low + (high - low) / 2
    if claim(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}
