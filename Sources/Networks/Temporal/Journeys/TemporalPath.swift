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
public struct TemporalPath: Hashable, Sendable {
  /// Crossings that are not told one by one: those of a traveller who goes to and fro, or round and round, very often, as
  /// he does who may wait a second and has to wait for years.
  public struct Omission: Hashable, Sendable {
    /// The crossing before which they come, by its place among those that are told.
    public let place: Int
    /// How many they are, all of them hops; they lead to the node that the crossing leaves.
    public let count: Int
  }

  /// The contacts crossed, in order; none if the journey stays where it is.
  ///
  /// Of more than 500 rounds in a row that were taken together the first 5 and the last 5 are told.
  public let crossings: [Crossing]
  /// What was left out among them, in order.
  public let omissions: [Omission]
  /// How many hops there are, those left out included: crossings that do not lead out of a hub.
  public let hops: Int
  /// When it begins: the moment of its first crossing, or if that contact is inverted, the moment by which
  /// the traveller has to be ready.
  public let departure: Int64
  /// When it ends.
  public let arrival: Int64
}
