import Foundation

/// How many cases random tests try: few in a usual run, many under `Scripts/test --thorough`, whose help lists them all.
public enum Thoroughness {
  /// Whether `Scripts/test --thorough` runs the tests.
  public static let isFull = ProcessInfo.processInfo.environment["ENTENTE_THOROUGH"] != nil

  /// The number of cases of a test.
  public static func cases(_ usual: Int, thorough: Int) -> Int { isFull ? thorough : usual }
}
