/// What a column of a table of edges can hold, and what it may be called.
enum TableColumn: Int, CaseIterable, Hashable {
  case source, target, weight, start, end, moment, role, type, directed, id, startCensored, endCensored

  /// The word for it in `--columns`.
  var word: String {
    switch self {
    case .source: "source"
    case .target: "target"
    case .weight: "weight"
    case .start: "start"
    case .end: "end"
    case .moment: "when"
    case .role: "role"
    case .type: "type"
    case .directed: "directed"
    case .id: "id"
    case .startCensored: "start-censored"
    case .endCensored: "end-censored"
    }
  }

  /// Those that `--columns` can name.
  static let named: [TableColumn] = [
    .source, .target, .when, .start, .end, .weight, .role, .type, .directed, .id,
  ]
  private static let when = moment

  /// Whether it holds dates.
  var isDated: Bool { self == .start || self == .end || self == .moment }

  /// What it may be called, the usual name first, as ``TableHeader/plain(_:)`` has names.
  var names: [String] {
    switch self {
    case .source: TableEnds.all.map(\.source)
    case .target: TableEnds.all.map(\.target)
    case .weight:
      ["weight", "w", "strength", "count", "value", "gewicht", "anzahl", "poids", "nombre", "peso", "n"]
    case .start:
      [
        "start", "begin", "onset", "start_date", "startdate", "from_date", "begin_date", "date_start",
        "date_from",
        "start_time", "starttime", "start_year", "startyear", "valid_from", "since", "beginn", "anfang",
        "startdatum", "debut",
        "date_debut", "inizio",
      ]
    case .end:
      [
        "end", "stop", "terminus", "end_date", "enddate", "to_date", "until", "date_end", "date_to",
        "end_time", "endtime",
        "end_year", "endyear", "valid_to", "valid_until", "ende", "schluss", "enddatum", "fin", "date_fin",
        "fine",
      ]
    case .moment:
      [
        "when", "date", "time", "year", "timestamp", "t", "datetime", "date_time", "unix", "unixtime",
        "unix_time", "epoch", "ts",
        "date_sent", "sent", "sent_date", "senderdate", "sender_date", "datesent", "date_of_letter", "datum",
        "jahr", "tag",
        "zeit", "zeitpunkt", "annee", "jour", "data", "fecha", "timeset", "interval", "time_interval",
      ]
    case .role: ["role", "relation", "relationship", "interaction", "beziehung", "relationstyp"]
    case .type: ["type", "typ"]
    case .directed: ["directed", "is_directed"]
    case .id: ["id", "edge_id", "edge.id", "edgeid", "statement"]
    case .startCensored: ["onset.censored", "start_censored"]
    case .endCensored: ["terminus.censored", "end_censored"]
    }
  }

  /// Columns in which Gephi has intervals.
  static let setsOfGephi: Set<String> = ["timeset", "interval", "time_interval"]

  /// Of several columns that have its names, whether the one with the usual name is meant and the others are something else.
  var prefersUsualName: Bool { !isDated }
}

/// Two names of columns that go together.
struct TableEnds {
  let source: String
  let target: String
  /// Whether they are those of letters, whose rows lead from the one to the other.
  var isOfLetters = false

  init(_ source: String, _ target: String, isOfLetters: Bool = false) {
    (self.source, self.target, self.isOfLetters) = (source, target, isOfLetters)
  }

  /// All that are known, the usual ones first.
  static let all: [TableEnds] =
    [
      TableEnds("source", "target"), TableEnds("source_id", "target_id"), TableEnds("src", "dst"),
      TableEnds("src", "dest"),
      TableEnds("source", "destination"), TableEnds("node1", "node2"), TableEnds("node_1", "node_2"),
      TableEnds("node_a", "node_b"), TableEnds("ego", "alter"),
    ] + letters + [
      TableEnds("from_id", "to_id"), TableEnds("fromnodeid", "tonodeid"),
      TableEnds("from_node", "to_node"), TableEnds("tail", "head"), TableEnds("start_id", "end_id"),
      TableEnds("source_node", "target_node"), TableEnds("sourceid", "targetid"), TableEnds("quelle", "ziel"),
      TableEnds("actor1", "actor2"), TableEnds("actor_1", "actor_2"), TableEnds("person1", "person2"),
      TableEnds("person_1", "person_2"), TableEnds("party1", "party2"), TableEnds("state1", "state2"),
      TableEnds("ccode1", "ccode2"), TableEnds("stateabb1", "stateabb2"), TableEnds("country1", "country2"),
      TableEnds("u", "v"), TableEnds("i", "j"), TableEnds("v1", "v2"), TableEnds("x1", "x2"),
      // Beside other ends these may be dates.
      TableEnds("from", "to"), TableEnds("von", "nach"), TableEnds("von", "zu"), TableEnds("de", "vers"),
      TableEnds("de", "a"),
    ]

  private static let letters: [TableEnds] = [
    ("sender", "recipient"), ("sender", "receiver"), ("sender", "addressee"), ("author", "recipient"),
    ("author", "addressee"), ("writer", "recipient"), ("writer", "addressee"), ("absender", "empfanger"),
    ("absenderin", "empfangerin"), ("absender", "adressat"), ("verfasser", "empfanger"),
    ("verfasser", "adressat"),
    ("autor", "empfanger"), ("schreiber", "empfanger"), ("schreiber", "adressat"), ("von", "an"),
    ("expediteur", "destinataire"), ("auteur", "destinataire"), ("emetteur", "destinataire"),
    ("mittente", "destinatario"), ("remitente", "destinatario"), ("afzender", "ontvanger"),
    ("отправитель", "получатель"), ("автор", "адресат"),
  ].map { TableEnds($0.0, $0.1, isOfLetters: true) }
}
