/// Readings that answer different questions, looked at together.
extension ReadingID {
  /// What several readings are called together: their ids in order, with commas. Ids of graph files have none.
  public static func combining(_ ids: [ReadingID]) -> ReadingID {
    ReadingID(ids.map(\.rawValue).joined(separator: ","))
  }
}

extension DiplomaticGraph {
  /// So many combinations of readings are followed one by one.
  public static let mostCombinations = 64

  /// The readings that an id names: one, or those of a combination; none where one of them is none of the graph.
  public func readings(of id: ReadingID) -> [Reading] {
    if let reading = self[id] { return [reading] }
    let named = id.rawValue.split(separator: ",").map { self[ReadingID(String($0))] }
    return named.contains { $0 == nil } ? [] : named.compactMap(\.self)
  }

  /// The title of a reading, or those of a combination; the id where it is none of the graph.
  public func title(of id: ReadingID, in language: String) -> String {
    let titles = readings(of: id).map { $0.title.text(in: language) }
    return titles.isEmpty ? id.rawValue : titles.joined(separator: " + ")
  }

  /// The question that a reading answers: its own, or else that of the reading it extends; nil where the graph says nothing.
  public func question(of reading: Reading) -> String? {
    var seen: Set<ReadingID> = []
    var next: Reading? = reading
    while let one = next, seen.insert(one.id).inserted {
      if let question = one.question { return question }
      next = one.extends.flatMap { self[$0] }
    }
    return nil
  }

  /// Two of several readings that answer one question, and so cannot be taken together; nil where there are none.
  public func clash(among ids: [ReadingID]) -> (first: ReadingID, second: ReadingID, question: String)? {
    var answers: [String: ReadingID] = [:]
    for id in ids {
      guard let question = self[id].flatMap(question(of:)) else { continue }
      if let first = answers[question] { return (first, id, question) }
      answers[question] = id
    }
    return nil
  }

  /// The readings that are followed one by one where all are looked at: each reading, or where readings answer several
  /// questions, each combination of an answer to every one; readings that name no question are answers to one of their own.
  ///
  /// Where that makes more than ``mostCombinations``, each reading by itself.
  public var readingCombinations: [ReadingID] {
    combinations ?? readings.map(\.id)
  }

  /// Whether the combinations of readings are too many to be followed.
  public var hasTooManyCombinations: Bool { combinations == nil }

  private var combinations: [ReadingID]? {
    var questions: [String?] = []
    var answers: [String?: [ReadingID]] = [:]
    for reading in readings {
      let question = question(of: reading)
      if answers[question] == nil { questions.append(question) }
      answers[question, default: []].append(reading.id)
    }
    if questions.count < 2 { return readings.map(\.id) }
    var found: [[ReadingID]] = [[]]
    for question in questions {
      let next = answers[question] ?? []
      guard found.count * next.count <= Self.mostCombinations else { return nil }
      found = found.flatMap { chosen in next.map { chosen + [$0] } }
    }
    return found.map(ReadingID.combining)
  }
}
