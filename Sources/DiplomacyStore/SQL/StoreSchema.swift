/// The tables of a store, as they stand in it to the byte.
///
/// Documentation/Store.md says what the columns hold. A store whose tables are others than its version has is refused: so no
/// view or virtual table of a stranger's making runs in their place.
enum StoreSchema {
  /// What SQLite's header says of whose file it is: `Ente`.
  static let applicationID: Int32 = 0x456E_7465
  /// The version of the tables.
  static let version: Int32 = 1
  /// The bytes of a text.
  static let mostTextBytes = 10_000_000
  /// The bytes of a store that comes packed or by standard input.
  static let mostPackedBytes = 2048 * 1_048_576
  /// So many days stand in the table `days` at most.
  static let mostDays: Int64 = 500_000
  /// What stands for no end in columns of days that are compared.
  static let open: Int64 = 1_000_000_000_000_000

  /// A table, and how many columns it has.
  struct Table {
    let name: String
    let columns: [String]
    private let end: String

    init(_ name: String, _ columns: [String], end: String = "") {
      (self.name, self.columns, self.end) = (name, columns, end)
    }

    /// The statement that makes it.
    var sql: String { "CREATE TABLE \(name) (\n  \(columns.joined(separator: ",\n  "))\n)\(end)" }
    /// How many columns it has, without the keys over several of them.
    var width: Int { columns.count { !$0.hasPrefix("PRIMARY KEY") } }
  }

  private static let place = "place INTEGER NOT NULL"
  private static let date = "date INTEGER REFERENCES dates"
  private static let attestation = "attestation INTEGER REFERENCES attestations"

  /// A table of what belongs to something, by its place.
  private static func list(_ name: String, _ owner: String, key: String, _ columns: [String]) -> Table {
    Table(name, [owner] + columns + ["PRIMARY KEY (\(key))"], end: " WITHOUT ROWID")
  }
  private static func ofEntity(_ name: String, _ columns: [String]) -> Table {
    list(name, "entity INTEGER NOT NULL REFERENCES entities", key: "entity, place", [place] + columns)
  }

  /// The tables of a version, in the order in which they are made.
  static let tables: [Table] = [
    Table(
      "graph",
      [
        "language TEXT NOT NULL", "summary TEXT", "license TEXT", "default_offset INTEGER",
        "directed_links INTEGER NOT NULL", "entities INTEGER NOT NULL", "statements INTEGER NOT NULL",
      ]),
    Table("authors", ["place INTEGER PRIMARY KEY", "name TEXT NOT NULL"]),
    list(
      "titles", "of TEXT NOT NULL", key: "of, number, place",
      ["number INTEGER NOT NULL", place, "language TEXT NOT NULL", "text TEXT NOT NULL"]),
    Table(
      "readings",
      [
        "number INTEGER PRIMARY KEY", "id TEXT NOT NULL UNIQUE", "extends TEXT", "question TEXT",
        "is_default INTEGER NOT NULL", "note TEXT",
      ]),
    Table(
      "sources",
      [
        "number INTEGER PRIMARY KEY", "id TEXT NOT NULL UNIQUE", "kind TEXT", "author TEXT", date,
        "language TEXT",
        "url TEXT", "publisher TEXT", "quoted_in TEXT", "quoted_locator TEXT", "note TEXT",
      ]),
    Table(
      "dates",
      [
        "number INTEGER PRIMARY KEY", "text TEXT NOT NULL", "edtf TEXT NOT NULL",
        "is_lenient INTEGER NOT NULL",
        "calendar TEXT", "new_year TEXT", "offset INTEGER", "circa TEXT", "start_earliest INTEGER",
        "start_latest INTEGER", "end_earliest INTEGER", "end_latest INTEGER",
      ]),
    Table(
      "attestations",
      [
        "number INTEGER PRIMARY KEY", "certainty TEXT", "modality TEXT NOT NULL", "holder TEXT", "note TEXT",
        "citations INTEGER NOT NULL", "readings INTEGER NOT NULL", "is_secret INTEGER NOT NULL",
      ]),
    list(
      "citations", "attestation INTEGER NOT NULL REFERENCES attestations", key: "attestation, place",
      [place, "source TEXT NOT NULL", "locator TEXT"]),
    list(
      "attested_readings", "attestation INTEGER NOT NULL REFERENCES attestations", key: "attestation, place",
      [place, "reading TEXT NOT NULL"]),
    list(
      "knowledge", "attestation INTEGER NOT NULL REFERENCES attestations", key: "attestation, place",
      [place, "kind TEXT NOT NULL", "actor TEXT", date, "depth TEXT", "certainty TEXT", "note TEXT"]),
    list(
      "knowledge_citations", "attestation INTEGER NOT NULL REFERENCES attestations",
      key: "attestation, knowledge, place",
      ["knowledge INTEGER NOT NULL", place, "source TEXT NOT NULL", "locator TEXT"]),
    Table(
      "entities",
      [
        "number INTEGER PRIMARY KEY", "id TEXT NOT NULL UNIQUE", "category TEXT NOT NULL",
        "kind TEXT NOT NULL", date,
        "has_life INTEGER NOT NULL", attestation, "first_day INTEGER NOT NULL", "last_day INTEGER NOT NULL",
      ]),
    list(
      "names", "entity INTEGER NOT NULL REFERENCES entities", key: "entity, is_short, place",
      ["is_short INTEGER NOT NULL", place, "language TEXT NOT NULL", "text TEXT NOT NULL"]),
    ofEntity("identifiers", ["register TEXT NOT NULL", "value TEXT NOT NULL"]),
    ofEntity("existence", [date, "condition TEXT NOT NULL", attestation]),
    ofEntity("deeds", ["effect TEXT NOT NULL", "obligation TEXT NOT NULL", attestation]),
    ofEntity(
      "acts",
      [
        "kind TEXT NOT NULL", date, "for_place_of TEXT", "location TEXT", "until INTEGER REFERENCES dates",
        "period TEXT", attestation,
      ]),
    list(
      "act_actors", "entity INTEGER NOT NULL REFERENCES entities", key: "entity, act, list, place",
      ["act INTEGER NOT NULL", "list TEXT NOT NULL", place, "actor TEXT NOT NULL"]),
    ofEntity(
      "terms",
      [
        "duration TEXT", "until INTEGER REFERENCES dates", "notice TEXT", "renewal TEXT",
        "enters_into_force TEXT",
        "ratification TEXT", "ratifications INTEGER", "counts_from TEXT", "denunciation TEXT",
        "denunciation_ends TEXT", "breach TEXT", "ends_with TEXT", "clause TEXT", attestation,
      ]),
    ofEntity("stated_in_force", [date, attestation]),
    ofEntity(
      "reservations",
      ["actor TEXT NOT NULL", "clause TEXT", date, "withdrawn INTEGER REFERENCES dates", attestation]),
    list(
      "objections", "entity INTEGER NOT NULL REFERENCES entities", key: "entity, reservation, place",
      [
        "reservation INTEGER NOT NULL", place, "actor TEXT NOT NULL", date,
        "opposes_entry_into_force INTEGER NOT NULL",
      ]),
    ofEntity(
      "obligations",
      [
        "id TEXT NOT NULL", "kind TEXT NOT NULL", "condition TEXT", "condition_event TEXT", "unless TEXT",
        "unless_event TEXT", "deadline INTEGER REFERENCES dates", "within TEXT", "within_of TEXT",
        "clause TEXT",
        "amended_by TEXT", attestation,
      ]),
    list(
      "obligation_entities", "entity INTEGER NOT NULL REFERENCES entities",
      key: "entity, obligation, list, place",
      ["obligation INTEGER NOT NULL", "list TEXT NOT NULL", place, "other TEXT NOT NULL"]),
    Table(
      "statements",
      [
        "number INTEGER PRIMARY KEY", "id TEXT NOT NULL UNIQUE",
        "subject INTEGER NOT NULL REFERENCES entities",
        "role TEXT NOT NULL", "object INTEGER NOT NULL REFERENCES entities", date, "weight REAL",
        "is_directed INTEGER", attestation, "on_behalf_of TEXT", "succession TEXT",
        "never_held INTEGER NOT NULL",
        "more INTEGER NOT NULL", "first_day INTEGER NOT NULL", "last_day INTEGER NOT NULL",
      ]),
    list(
      "offices", "statement INTEGER NOT NULL REFERENCES statements", key: "statement, place",
      [place, "language TEXT NOT NULL", "text TEXT NOT NULL"]),
    list(
      "succession_agreements", "statement INTEGER NOT NULL REFERENCES statements", key: "statement, place",
      [place, "agreement TEXT NOT NULL"]),
    list(
      "attributes", "of TEXT NOT NULL", key: "of, number, place",
      ["number INTEGER NOT NULL", place, "name TEXT NOT NULL", "type TEXT NOT NULL", "value"]),
    Table(
      "date_orders",
      [
        "place INTEGER PRIMARY KEY", "date_of TEXT NOT NULL", "date_number INTEGER NOT NULL",
        "date_part INTEGER",
        "relation TEXT NOT NULL", "period TEXT", "other_of TEXT NOT NULL", "other_number INTEGER NOT NULL",
        "other_part INTEGER",
      ]),
    Table("covered_readings", ["place INTEGER PRIMARY KEY", "reading TEXT"]),
    list(
      "spans", "of TEXT NOT NULL", key: "of, number, place",
      [
        "number INTEGER NOT NULL", place, "start_earliest INTEGER", "start_latest INTEGER",
        "end_earliest INTEGER",
        "end_latest INTEGER", "is_moment INTEGER NOT NULL",
      ]),
    times("entity_times", "entity"),
    times("statement_times", "statement"),
    Table("days", ["day INTEGER PRIMARY KEY", "date TEXT NOT NULL"]),
  ]

  /// When things were there, in the order of time, so that a day is found fast.
  private static func times(_ name: String, _ what: String) -> Table {
    Table(
      name,
      [
        "is_certain INTEGER NOT NULL", "first_day INTEGER NOT NULL", "last_day INTEGER NOT NULL",
        "\(what) INTEGER NOT NULL", "PRIMARY KEY (is_certain, first_day, last_day, \(what))",
      ], end: " WITHOUT ROWID")
  }

  /// The indices, made when all rows are there.
  static let indices = [
    "CREATE INDEX statements_by_subject ON statements (subject)",
    "CREATE INDEX statements_by_object ON statements (object)",
    "CREATE INDEX statements_by_time ON statements (first_day, last_day)",
    "CREATE INDEX dates_by_time ON dates (start_earliest, end_latest)",
    "CREATE INDEX acts_by_date ON acts (date)",
  ]

  /// The views, for those who ask in SQL. They name no function that only SQLite has.
  static let views = [
    """
    CREATE VIEW links AS
    SELECT s.number AS number, s.id AS id, a.id AS subject, s.role AS role, b.id AS object, d.edtf AS date,
      s.weight AS weight, s.on_behalf_of AS on_behalf_of, t.modality AS modality, t.certainty AS certainty, t.note AS note
    FROM statements s JOIN entities a ON a.number = s.subject JOIN entities b ON b.number = s.object
      LEFT JOIN dates d ON d.number = s.date LEFT JOIN attestations t ON t.number = s.attestation
    """,
    inForce("in_force_certainly", isCertain: 1),
    inForce("in_force_possibly", isCertain: 0),
    holds("holds_certainly", isCertain: 1),
    holds("holds_possibly", isCertain: 0),
    """
    CREATE VIEW notes AS
    SELECT 'entity' AS what, e.id AS id, a.note AS note FROM entities e JOIN attestations a ON a.number = e.attestation
      WHERE a.note IS NOT NULL
    UNION ALL SELECT 'statement', s.id, a.note FROM statements s JOIN attestations a ON a.number = s.attestation
      WHERE a.note IS NOT NULL
    UNION ALL SELECT 'act', e.id, a.note FROM acts p JOIN entities e ON e.number = p.entity
      JOIN attestations a ON a.number = p.attestation WHERE a.note IS NOT NULL
    UNION ALL SELECT 'terms', e.id, a.note FROM terms p JOIN entities e ON e.number = p.entity
      JOIN attestations a ON a.number = p.attestation WHERE a.note IS NOT NULL
    UNION ALL SELECT 'obligation', p.id, a.note FROM obligations p JOIN attestations a ON a.number = p.attestation
      WHERE a.note IS NOT NULL
    UNION ALL SELECT 'source', id, note FROM sources WHERE note IS NOT NULL
    UNION ALL SELECT 'reading', id, note FROM readings WHERE note IS NOT NULL
    """,
  ]

  /// What was there on each day: agreements in force, actors, territories, events.
  ///
  /// Each view is one plain join, so that a day, a list of days or another table's days are looked up, and nothing else is read;
  /// a cross join keeps SQLite to taking the day first.
  private static func inForce(_ name: String, isCertain: Int) -> String {
    """
    CREATE VIEW \(name) AS
    SELECT d.day AS day, d.date AS date, e.category AS what, e.id AS id, e.kind AS kind,
      COALESCE((SELECT a.modality FROM attestations a WHERE a.number = e.attestation), 'actual') AS modality
    FROM days d CROSS JOIN entity_times t CROSS JOIN entities e
    WHERE t.is_certain = \(isCertain) AND t.first_day <= d.day AND t.last_day >= d.day AND e.number = t.entity
    """
  }

  /// Which statements held on each day, memberships among them.
  private static func holds(_ name: String, isCertain: Int) -> String {
    """
    CREATE VIEW \(name) AS
    SELECT d.day AS day, d.date AS date, s.id AS id, b.id AS subject, s.role AS role, o.id AS object,
      COALESCE((SELECT a.modality FROM attestations a WHERE a.number = s.attestation), 'actual') AS modality
    FROM days d CROSS JOIN statement_times t CROSS JOIN statements s CROSS JOIN entities b CROSS JOIN entities o
    WHERE t.is_certain = \(isCertain) AND t.first_day <= d.day AND t.last_day >= d.day AND s.number = t.statement
      AND b.number = s.subject AND o.number = s.object
    """
  }
}
