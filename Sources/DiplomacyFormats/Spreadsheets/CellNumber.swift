import Foundation

/// Numbers of cells, as people see them.
enum CellNumber {
  /// A number as it is shown when nothing else is said: with 15 digits at most, as spreadsheet programs have them, so that
  /// `0.30000000000000004` is 0.3.
  static func text(_ value: [UInt8]) -> [UInt8] {
    var digits = 0
    for byte in value {
      if 0x30...0x39 ~= byte {
        digits += 1
      } else if byte != UInt8(ascii: "."), byte != UInt8(ascii: "-") {
        digits = 100
      }
    }
    // A whole number is somebody's number, as long as it is.
    if digits <= 15 || digits < 100 && !value.contains(UInt8(ascii: ".")) { return value }
    guard let number = Double(String(decoding: value, as: UTF8.self)), number.isFinite else { return value }
    // The shortest text of the number with 15 digits.
    let rounded = Double(String(format: "%.15g", number)) ?? number
    if rounded == rounded.rounded(), abs(rounded) < 1e15 { return Array(String(Int64(rounded)).utf8) }
    return Array("\(rounded)".utf8)
  }

  /// A number with zeros in front.
  static func padded(_ value: [UInt8], to digits: Int) -> [UInt8] {
    let text = text(value)
    guard text.count < digits, text.allSatisfy({ 0x30...0x39 ~= $0 }) else { return text }
    return [UInt8](repeating: 0x30, count: digits - text.count) + text
  }
}
