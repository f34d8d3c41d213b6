import Chronology
import Diplomacy

extension GraphView {
  /// How many dates of what is seen reach further than they are written (`circa`).
  var widenedDates: Int {
    var dates: [HistoricalDate?] = zip(graph.statements, statementAnswers).compactMap { $1 == .no || $0.isPlain ? nil : $0.when } + graph.sources.map(\.date)
    for (entity, _) in entities {
      dates.append(entity.when)
      dates += entity.existence.map(\.date)
      guard let life = life(of: entity) else { continue }
      dates += life.acts.flatMap { [$0.date, $0.until] } + life.terms.map(\.until)
      dates += life.statedInForce.map(\.date)
    }
    return dates.count { $0?.circa != nil }
  }
}
