/// The number in decimal digits, filled with zeros on the left to a width; a minus sign comes before the zeros.
func padded(_ number: some BinaryInteger, to width: Int) -> String {
  let digits = String(number.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.count))
  return (number < 0 ? "-" : "") + zeros + digits
}

/// A year in the Extended Date/Time Format: four digits, or `Y` and more.
func yearText(_ year: Int64) -> String {
  (year.magnitude > 9999 ? "Y" : "") + padded(year, to: 4)
}
