/// How far a local clock is ahead of UTC.
public struct UTCOffset: Hashable, Sendable, CustomStringConvertible {
  /// Seconds ahead of UTC; negative to the west.
  public let seconds: Int

  /// No difference from UTC.
  public static let utc = UTCOffset(seconds: 0)

  /// An offset of so many seconds.
  ///
  /// - Precondition: The offset is shorter than a day.
  public init(seconds: Int) {
    precondition(abs(seconds) < 86_400, "an offset from UTC is shorter than a day, not \(seconds) seconds")
    self.seconds = seconds
  }

  /// The offset written as `Z`, `+09:00`, `-0330` or `+09`.
  ///
  /// Seconds may follow (`+00:19:32`, the time of Amsterdam until 1937), as local mean times need them.
  /// - Returns: `nil` for any other text.
  public init?(_ text: String) {
    let bytes = Array(text.utf8.prefix(10))
    guard text.utf8.count == bytes.count,
      let (offset, end) = UTCOffset.read(bytes, from: 0), end == bytes.count
    else { return nil }
    self = offset
  }

  /// The offset as `Z` for UTC, otherwise `+hh:mm`, with `:ss` only when it has seconds.
  public var description: String {
    if seconds == 0 { return "Z" }
    let (minutes, rest) = abs(seconds).quotientAndRemainder(dividingBy: 60)
    let sign = seconds < 0 ? "-" : "+"
    return "\(sign)\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
      + (rest == 0 ? "" : ":\(padded(rest, to: 2))")
  }

  /// Reads the longest offset that begins at a position.
  ///
  /// - Returns: The offset and the position after it; `nil` when none begins there.
  static func read(_ bytes: [UInt8], from start: Int) -> (offset: UTCOffset, end: Int)? {
    guard start < bytes.count else { return nil }
    if bytes[start] == UInt8(ascii: "Z") { return (.utc, start + 1) }
    guard bytes[start] == UInt8(ascii: "+") || bytes[start] == UInt8(ascii: "-"),
      let hours = twoDigits(bytes, at: start + 1), hours < 24
    else { return nil }
    var total = hours * 3600
    var end = start + 3
    let colon = end < bytes.count && bytes[end] == UInt8(ascii: ":")
    for unit in [60, 1] {
      var next = end
      if colon {
        guard next < bytes.count, bytes[next] == UInt8(ascii: ":") else { break }
        next += 1
      }
      guard let value = twoDigits(bytes, at: next), value < 60 else { break }
      total += value * unit
      end = next + 2
    }
    let sign = bytes[start] == UInt8(ascii: "-") ? -1 : 1
    return (UTCOffset(seconds: sign * total), end)
  }

  private static func twoDigits(_ bytes: [UInt8], at index: Int) -> Int? {
    guard index + 1 < bytes.count, let tens = digitValue(bytes[index]),
      let units = digitValue(bytes[index + 1])
    else { return nil }
    return tens * 10 + units
  }
}

/// The value of an ASCII digit; `nil` for any other byte.
func digitValue(_ byte: UInt8) -> Int? {
  byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") ? Int(byte - UInt8(ascii: "0")) : nil
}
