/// One contact of a journey, crossed.
public struct Crossing: Hashable, Sendable {
  /// The contact, by its place among those the timetable was made of.
  public let contact: ContactIndex
  /// The node left.
  public let from: NodeIndex
  /// The node reached.
  public let to: NodeIndex
  /// When the contact is crossed; its `start` if it is inverted.
  public let moment: Int64
  /// When the node is reached: after the transit time, or at once on the way out of a hub.
  public let arrival: Int64
}

/// A way through a timetable.
public struct Journey: Hashable, Sendable {
  /// The contacts crossed, in order; none if the journey stays where it is.
  public let crossings: [Crossing]
  /// How many hops there are: crossings that do not lead out of a hub.
  public let hops: Int
  /// When it begins: the moment of its first crossing, or if that contact is inverted, the moment by which
  /// the traveller has to be ready.
  public let departure: Int64
  /// When it ends.
  public let arrival: Int64
}
