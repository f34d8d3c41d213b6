import Diplomacy

/// What leads from one thing to another, and may lead round.
extension GraphFileReader {
  /// Reports circles of membership, of succession and of readings, each once.
  mutating func checkCircles() {
    for role in [Role.memberOf, .partOf, .successorOf] {
      let links = statements.filter { $0.statement.role == role }.map {
        (from: $0.statement.subject.rawValue, to: $0.statement.object.rawValue, place: $0.place)
      }
      for circle in circles(in: links) { tell(circle, "'\(role)'") }
    }
    let extensions = readings.compactMap { entry in
      entry.reading.extends.map { (from: entry.reading.id.rawValue, to: $0.rawValue, place: entry.place) }
    }
    for circle in circles(in: extensions) { tell(circle, "'extends'") }
  }

  /// So many names of a circle are told.
  private static let mostNames = 20

  private mutating func tell(_ circle: (path: [String], place: Diagnostic.Place?), _ what: String) {
    let path = circle.path
    let left = path.count - Self.mostNames
    let names =
      left > 1
      ? path.prefix(Self.mostNames - 2) + ["(\(left + 1) more)"] + path.suffix(1) : path[...]
    findings.error(circle.place, "\(what) makes a circle: \(names.joined(separator: " → ")).")
  }

  /// Reports readings beyond the number that can be looked at.
  mutating func checkReadings() {
    guard readings.count > InputLimits.readings else { return }
    findings.error(
      readings[InputLimits.readings].place,
      InputLimits.tooMany("readings", in: "the graph", limit: InputLimits.readings))
  }
}
