import Diplomacy
import DiplomacyAnalysis
import DiplomacyFormats

/// The readings under which the same is told.
struct ToldReadings: Hashable {
  /// In the order in which they were judged; nil: all together.
  let readings: [ReadingID?]
  /// Whether they are all that were judged, and more than one.
  let isAll: Bool

  /// What stands in a table: the id, several ids, or `all`; nil where the graph is not looked at by readings.
  var cell: String? {
    if isAll { return "all" }
    let ids = readings.compactMap { $0?.rawValue }
    return ids.isEmpty ? nil : ids.joined(separator: ", ")
  }

  /// The ids for programs.
  var list: JSONValue { .array(readings.compactMap { $0.map { .string($0.rawValue) } }) }

  /// A heading; nil where the graph is not looked at by readings.
  func title(in graph: DiplomaticGraph) -> String? {
    if isAll { return "Under all readings" }
    let titles = readings.compactMap { reading in
      reading.map {
        (graph[$0]?.title ?? LocalizedText($0.rawValue, language: "en")).text(in: graph.language)
      }
    }
    return titles.isEmpty ? nil : titles.joined(separator: "; ")
  }
}

/// What is told under several readings, once for all under which it is the same.
struct ToldOnce<Told: Hashable> {
  private(set) var items: [(readings: ToldReadings, told: Told)] = []
  private let judged: [ReadingID?]

  /// - Parameters:
  ///   - told: By reading, each in its own order.
  ///   - without: The same thing whatever the reading.
  init(
    _ told: [Told], of compliance: Compliance, reading: (Told) -> ReadingID?, without: (Told) -> Told
  ) {
    judged = compliance.readings
    var readings: [Told: [ReadingID?]] = [:]
    for one in told { readings[without(one), default: []].append(reading(one)) }
    // Where a reading tells more than another, what both tell stands where the first that tells it has it.
    var seen: Set<Told> = []
    for one in told {
      let same = without(one)
      guard seen.insert(same).inserted, let own = readings[same] else { continue }
      items.append((ToldReadings(readings: own, isAll: own.count > 1 && Set(own) == Set(judged)), one))
    }
    items = items.enumerated().sorted {
      (rank($0.element.readings), $0.offset) < (rank($1.element.readings), $1.offset)
    }.map(\.element)
  }

  /// What is the same under all readings comes first, what is told under one comes where that reading stands.
  private func rank(_ readings: ToldReadings) -> Int {
    readings.isAll ? -1 : judged.firstIndex(of: readings.readings.first ?? nil) ?? judged.count
  }

  /// The groups of readings under which anything is told, those of another list among them, in order.
  func groups<Other>(and other: ToldOnce<Other>) -> [ToldReadings] {
    var seen: Set<ToldReadings> = []
    let all = items.map(\.readings) + other.items.map(\.readings)
    return all.filter { seen.insert($0).inserted }.enumerated().sorted {
      (rank($0.element), $0.element.readings.count * -1, $0.offset)
        < (rank($1.element), $1.element.readings.count * -1, $1.offset)
    }.map(\.element)
  }
}
