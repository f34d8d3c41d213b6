/// What a graph holds that a format may hold too, so that it comes back when a file of it is read again.
///
public enum GraphContent: String, CaseIterable, Hashable, Sendable {
  /// Every entity with its id, also those that nothing joins to others.
  case entities
  /// The name of each entity, in the graph's language.
  case names
  /// The names in other languages.
  case translations
  /// Category and kind of each entity.
  case kinds
  /// The role of each statement.
  case roles
  /// When each entity and statement was there, certainly and possibly.
  case dates
  /// The weights of statements.
  case weights
  /// Which links lead one way, and which both.
  case directions
  /// What another program said, and the model has no word for.
  case attributes
  /// Certainty, modality and note of each assertion.
  case remarks
  /// For whom, and in which office, somebody acted.
  case offices
  /// The acts, terms, obligations and reservations of agreements, from which their lives follow.
  case lives
  /// The sources, and what is cited from them.
  case sources
  /// The readings, and what holds under which.
  case readings
  /// Secrets: who knew, and from when.
  case secrets

  /// What the formats of networks keep that have room for attributes.
  static let ofNetworks = Set(allCases).subtracting([.lives, .sources])

  /// The content in words: `when each was there`.
  public var words: String {
    switch self {
    case .entities: "entities with their ids"
    case .names: "names"
    case .translations: "names in other languages"
    case .kinds: "kinds"
    case .roles: "roles"
    case .dates: "dates, certain and possible"
    case .weights: "weights"
    case .directions: "directions"
    case .attributes: "kept attributes"
    case .remarks: "certainty, modality and notes"
    case .offices: "for whom and in which office"
    case .lives: "acts, terms and obligations"
    case .sources: "sources"
    case .readings: "readings"
    case .secrets: "secrets"
    }
  }
}
