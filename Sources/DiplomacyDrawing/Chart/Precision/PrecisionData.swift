import Chronology
import Diplomacy

/// How many dates of a view are known how closely.
struct PrecisionData {
  /// What has a date.
  enum Subject: Int, CaseIterable, Hashable {
    case actors, agreements, territories, events, links

    var key: PictureWords.Key {
      switch self {
      case .actors: .actors
      case .agreements: .agreements
      case .territories: .territories
      case .events: .events
      case .links: .links
      }
    }
  }

  /// How closely a date is known, from the finest to none at all.
  enum Closeness: Hashable {
    case point(Precision)
    /// An interval with two dates.
    case interval
    /// An interval of which an end is open or unknown.
    case open
    case oneOf
    case allOf
    case none

    static let all: [Closeness] =
      Precision.allCases.sorted().map { .point($0) } + [.interval, .open, .oneOf, .allOf, .none]

    init(_ date: HistoricalDate?) {
      guard let date else {
        self = .none
        return
      }
      switch date.shape {
      case .oneOf: self = .oneOf
      case .allOf: self = .allOf
      case .point: self = date.precision.map { .point($0) } ?? .none
      case .interval: self = Self.isDate(date.start) && Self.isDate(date.end) ? .interval : .open
      }
    }

    private static func isDate(_ end: HistoricalDate.Endpoint?) -> Bool {
      if case .date = end { true } else { false }
    }

    /// Its name among the words.
    var name: String {
      switch self {
      case .point(let precision): "\(precision)"
      case .interval: "interval"
      case .open: "open"
      case .oneOf: "oneOf"
      case .allOf: "allOf"
      case .none: "none"
      }
    }
  }

  struct Cell: Hashable {
    let closeness: Closeness
    let subject: Subject
  }

  /// How many dates there are of each sort.
  private(set) var counts: [Cell: Int] = [:]
  /// How many of them are marked as uncertain or approximate.
  private(set) var qualified: [Cell: Int] = [:]

  /// Counts each date that an entity or a statement of a view names, and each entity whose date is not told.
  ///
  /// A link without a date of its own has that of its agreement or event, which is counted there.
  /// - Complexity: O(*n* + *m*); *n* entities, *m* statements.
  init(_ view: GraphView) {
    for (entity, _) in view.entities {
      switch entity.category {
      case .event: add(entity.when, .events)
      case .actor, .territory:
        let dates =
          [entity.when].compactMap(\.self)
          + entity.existence.filter { view.sees($0.attestation) }.map(\.date)
        addAll(dates, entity.category == .actor ? .actors : .territories)
      case .agreement:
        let acts = entity.life?.acts.filter { view.sees($0.attestation, of: entity) } ?? []
        let stated = entity.life?.statedInForce.filter { view.sees($0.attestation, of: entity) } ?? []
        let dates = acts.compactMap(\.date) + stated.compactMap(\.date)
        // What is said never to have been in force lacks no date.
        if !dates.isEmpty || stated.isEmpty { addAll(dates, .agreements) }
      }
    }
    for (statement, _) in view.statements {
      if let when = statement.when { add(when, .links) }
    }
  }

  private mutating func addAll(_ dates: [HistoricalDate], _ subject: Subject) {
    if dates.isEmpty { add(nil, subject) }
    for date in dates { add(date, subject) }
  }

  private mutating func add(_ date: HistoricalDate?, _ subject: Subject) {
    let cell = Cell(closeness: Closeness(date), subject: subject)
    counts[cell, default: 0] += 1
    if let date, date.isUncertain || date.isApproximate { qualified[cell, default: 0] += 1 }
  }

  /// The sorts that occur, from the finest.
  var closenesses: [Closeness] {
    Closeness.all.filter { one in counts.keys.contains { $0.closeness == one } }
  }
  /// What occurs.
  var subjects: [Subject] { Subject.allCases.filter { one in counts.keys.contains { $0.subject == one } } }

  /// How many there are, and how many of them are marked; of all subjects where none is named.
  func count(_ closeness: Closeness, _ subject: Subject?) -> (all: Int, qualified: Int) {
    (subject.map { [$0] } ?? Subject.allCases).reduce((0, 0)) { sum, subject in
      let cell = Cell(closeness: closeness, subject: subject)
      return (sum.0 + (counts[cell] ?? 0), sum.1 + (qualified[cell] ?? 0))
    }
  }
}
