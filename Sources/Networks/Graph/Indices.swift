/// The place of a node in a network: 0 for the first node, `nodeCount - 1` for the last.
public struct NodeIndex: Hashable, Comparable, Sendable, BitwiseCopyable {
  /// The place itself, in the width the networks store.
  public let rawValue: Int32

  /// Wraps a place.
  /// - Parameter position: From 0 to `Int32.max`; anything else traps.
  public init(_ position: Int) {
    rawValue = narrowed(position, of: "node")
  }

  /// The place as an index into arrays that hold one element per node.
  public var position: Int { Int(rawValue) }

  /// Whether the left place comes first.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// The place of a contact among the contacts of a temporal network.
public struct ContactIndex: Hashable, Comparable, Sendable {
  /// The place itself, in the width the networks store.
  public let rawValue: Int32

  /// Wraps a place.
  /// - Parameter position: From 0 to `Int32.max`; anything else traps.
  public init(_ position: Int) {
    rawValue = narrowed(position, of: "contact")
  }

  /// The place as an index into the array of contacts.
  public var position: Int { Int(rawValue) }

  /// Whether the left place comes first.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

private func narrowed(_ position: Int, of thing: String) -> Int32 {
  guard let narrow = Int32(exactly: position), narrow >= 0 else {
    preconditionFailure("A \(thing) index was \(position); it lies between 0 and \(Int32.max).")
  }
  return narrow
}
