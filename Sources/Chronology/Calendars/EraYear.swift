/// A year as people count it, from 1 in the common era and back from 1 before it; there is no year 0.
///
/// Dates count years astronomically, with a year 0 before the year 1, so that `-0043` is 44 BCE.
public struct EraYear: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The side of the beginning of year 1 on which a year lies.
  public enum Era: Hashable, Sendable, CaseIterable, CustomStringConvertible {
    case beforeCommon
    case common

    /// `BCE` or `CE`.
    public var description: String { self == .common ? "CE" : "BCE" }
  }

  /// The year as dates count it: 0 is 1 BCE, −43 is 44 BCE.
  public let astronomical: Int64

  /// The year that dates count as this one.
  public init(astronomical: Int64) {
    self.astronomical = astronomical
  }

  /// The year of an era with this number.
  ///
  /// - Returns: `nil` for the number 0, and for one beyond `Int64`.
  public init?(_ number: UInt64, _ era: Era) {
    guard number > 0, let count = Int64(exactly: number) else { return nil }
    astronomical = era == .common ? count : 1 - count
  }

  /// The year written with its era: `44 BCE`, `44 BC`, `79 CE`, `AD 79`, or without one, `1941`, in the common era.
  ///
  /// - Returns: `nil` for any other text.
  public init?(_ text: String) {
    let words = text.uppercased().filter { $0 != "." }.split(separator: " ")
    guard let place = words.firstIndex(where: { UInt64($0) != nil && $0.first?.isNumber == true }),
      let number = UInt64(words[place])
    else { return nil }
    let era: Era
    switch (words[..<place], words[(place + 1)...]) {
    case ([], []), ([], ["CE"]), ([], ["AD"]), (["AD"], []): era = .common
    case ([], ["BCE"]), ([], ["BC"]): era = .beforeCommon
    default: return nil
    }
    self.init(number, era)
  }

  /// The era of the year.
  public var era: Era { astronomical > 0 ? .common : .beforeCommon }

  /// The number of the year in its era, from 1.
  public var number: UInt64 { astronomical > 0 ? astronomical.magnitude : astronomical.magnitude + 1 }

  /// The year in digits, with its era only before the common one: `1941`, `44 BCE`.
  public var description: String { era == .common ? "\(number)" : "\(number) BCE" }

  /// An earlier year comes before a later one.
  public static func < (left: EraYear, right: EraYear) -> Bool { left.astronomical < right.astronomical }
}

extension Day {
  /// The year as people count it: 44 BCE for −43.
  public var eraYear: EraYear { EraYear(astronomical: year) }
}
