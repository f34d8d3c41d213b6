/// How much of the Extended Date/Time Format a reader must know to read a text.
///
/// The levels are those of the Library of Congress specification of 2019.
public enum EDTFLevel: Int, Hashable, Comparable, Sendable, CaseIterable, CustomStringConvertible {
  /// Years, months and days of years 0 to 9999, days with a time, and intervals of dates without a time.
  case zero = 0
  /// Years with a letter or a minus sign, seasons 21–24, a flag at the end, digits unspecified from the right, and
  /// intervals with flags or with open or unknown ends.
  case one = 1
  /// Exponents, significant digits, seasons 25–41, flags on single components, digits unspecified anywhere or within
  /// an interval, and sets.
  case two = 2

  /// `level 0`, `level 1` or `level 2`.
  public var description: String { "level \(rawValue)" }

  /// A lower level comes before a higher one.
  public static func < (left: EDTFLevel, right: EDTFLevel) -> Bool { left.rawValue < right.rawValue }
}
