/// An answer to a question about uncertain things: yes in every reading, no in every reading, or it depends.
///
/// The operators follow Kleene's strong three-valued logic.
/// - SeeAlso: S. C. Kleene, Introduction to Metamathematics, 1952, § 64.
public enum Answer: Hashable, Sendable, CaseIterable, CustomStringConvertible {
  case yes
  case no
  case maybe

  /// Yes for true, no for false.
  public init(_ fact: Bool) {
    self = fact ? .yes : .no
  }

  /// Whether the answer is yes or maybe.
  public var isPossible: Bool { self != .no }

  /// Whether the answer is yes.
  public var isCertain: Bool { self == .yes }

  /// `yes`, `no` or `maybe`.
  public var description: String {
    switch self {
    case .yes: "yes"
    case .no: "no"
    case .maybe: "maybe"
    }
  }

  /// Yes and no change places; maybe stays.
  public static prefix func ! (answer: Answer) -> Answer {
    switch answer {
    case .yes: .no
    case .no: .yes
    case .maybe: .maybe
    }
  }

  /// Yes when both are yes, no when either is no, otherwise maybe; the right side is asked only if it matters.
  public static func && (left: Answer, right: @autoclosure () -> Answer) -> Answer {
    switch left {
    case .no: .no
    case .yes: right()
    case .maybe: right() == .no ? .no : .maybe
    }
  }

  /// Yes when either is yes, no when both are no, otherwise maybe; the right side is asked only if it matters.
  public static func || (left: Answer, right: @autoclosure () -> Answer) -> Answer {
    switch left {
    case .yes: .yes
    case .no: right()
    case .maybe: right() == .yes ? .yes : .maybe
    }
  }
}
