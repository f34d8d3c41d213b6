/// Two years written as `1940-41`, which EDTF reads as a part of one year.
enum YearPair {
  /// The year pairs in a date's text: a year and, where EDTF has a part of the year, the last two digits of the next one.
  static func all(in text: String) -> [String] {
    text.split(whereSeparator: { "/[]{},.?~% ".contains($0) }).map(String.init).filter { isPair($0) }
  }

  private static func isPair(_ text: String) -> Bool {
    let digits = Array(text.utf8)
    guard digits.count == 7, digits[4] == UInt8(ascii: "-"), let year = Int(text.prefix(4)),
      let part = Int(text.suffix(2))
    else { return false }
    return (21...41).contains(part) && (year + 1) % 100 == part
  }

  /// The two years, and what EDTF takes the pair for.
  static func explanation(of pair: String) -> (years: String, part: String) {
    let year = Int(pair.prefix(4)) ?? 0
    let number = Int(pair.suffix(2)) ?? 0
    let seasons = ["spring", "summer", "autumn", "winter"]
    let ordinals = ["first", "second", "third", "fourth"]
    let part =
      switch number {
      case 21...28: seasons[(number - 21) % 4]
      case 29...32: "\(seasons[number - 29]) in the southern hemisphere"
      case 33...36: "the \(ordinals[number - 33]) quarter"
      case 37...39: "the \(ordinals[number - 37]) third"
      default: "the \(ordinals[number - 40]) half"
      }
    let first = pair.prefix(4)
    let second = String(year + 1)
    let padding = String(repeating: "0", count: max(0, 4 - second.count))
    return ("\(first)/\(padding)\(second)", "\(part) of \(first)")
  }
}
