public import Diplomacy

extension GraphFile {
  /// A graph file as it was read: the graph, and where in the file each part of it stands.
  public struct Document: Sendable {
    /// What diagnostics call the file.
    public let file: String
    /// The graph.
    public let graph: DiplomaticGraph
    /// Where its parts stand.
    public let places: Places
    /// The warnings that the file asks not to be told.
    public let silences: [Silence]
    /// What is worth telling about a file that was read all the same: of another program's what was left out, of a graph file
    /// what its text as YAML leaves in doubt.
    public var warnings: [Diagnostic] = []
    /// What is odd in the tables that a graph file maps.
    public internal(set) var oddities = TableOddities()
    /// Whether it is another program's file, of which lint knows nothing.
    public var isImported = false

    /// A graph of which nothing is known but what it holds, as that of a store.
    package init(file: String, graph: DiplomaticGraph) {
      self.init(file: file, graph: graph, places: Places(), silences: [])
    }

    init(file: String, graph: DiplomaticGraph, places: Places, silences: [Silence]) {
      self.file = file
      self.graph = graph
      self.places = places
      self.silences = silences
    }

    /// The graph of another program's file, and what is worth telling about it.
    init(imported: (graph: DiplomaticGraph, warnings: [Diagnostic]), from file: String) {
      self.init(file: file, graph: imported.graph, places: Places(), silences: [])
      warnings = imported.warnings
      isImported = true
    }
  }

  /// Where the parts of a graph stand in its file.
  public struct Places: Sendable {
    /// Where the parts of an agreement's life stand: each list has the order of the list of ``AgreementLife``.
    public struct Life: Sendable {
      /// The acts: at the key, such as `signed`, or at the entry of `acts`.
      public internal(set) var acts: [Diagnostic.Place?] = []
      /// The terms.
      public internal(set) var terms: [Diagnostic.Place?] = []
      /// The stated spans in force.
      public internal(set) var statedInForce: [Diagnostic.Place?] = []
      /// The obligations: at the id, else at the mapping.
      public internal(set) var obligations: [Diagnostic.Place?] = []
    }

    /// A date that most likely means two years, such as `1940-41`.
    struct PlacedYearPair: Sendable {
      let pair: YearPair
      let place: Diagnostic.Place?
      /// The id of the entity, source or statement that it stands in.
      let owner: String?
    }

    /// The beginning of the file's mapping.
    public internal(set) var top: Diagnostic.Place?
    /// The key `sources`.
    public internal(set) var sourcesKey: Diagnostic.Place?
    /// The ids of the entities.
    public internal(set) var entities: [EntityID: Diagnostic.Place] = [:]
    /// The statements: at the role, or at the other end of a link.
    public internal(set) var statements: [StatementID: Diagnostic.Place] = [:]
    /// The ids of the sources.
    public internal(set) var sources: [SourceID: Diagnostic.Place] = [:]
    /// The ids of the readings.
    public internal(set) var readings: [ReadingID: Diagnostic.Place] = [:]
    /// The lives of the agreements.
    public internal(set) var lives: [EntityID: Life] = [:]
    /// The entities inside of which links are written; statements in full form have none.
    public internal(set) var homes: [StatementID: EntityID] = [:]
    /// The dates that most likely mean two years.
    var yearPairs: [PlacedYearPair] = []
  }

  /// A wish not to be told warnings of a rule, and why.
  public struct Silence: Sendable {
    /// The rule.
    public let rule: LintRule
    /// The ids of what the warnings are about, and where they stand; empty: of whatever in the file.
    public let about: [(id: String, place: Diagnostic.Place?)]
    /// Why.
    public let reason: String
    /// Where the wish stands.
    public let place: Diagnostic.Place?
  }
}
