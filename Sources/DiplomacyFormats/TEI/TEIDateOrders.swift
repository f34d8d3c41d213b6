import Chronology
import Diplomacy

/// The orders of dates in a TEI document: a note each, with a pointer to what each date is of, and which of its dates it is.
extension TEIWriter {
  /// The orders of dates that the document can hold, and how many it cannot, since the view leaves out parts of what they are of.
  var orders: (kept: [DateOrder], lost: Int) {
    let kept = graph.dateOrders.filter { holds($0.date) && holds($0.other) }
    return (kept, graph.dateOrders.count - kept.count)
  }

  /// Whether a place of the graph is written, and counts there as in the graph.
  private func holds(_ slot: DateSlot) -> Bool {
    if case .statement(let index) = slot { return view.statementAnswers[index] != .no }
    guard let position = slot.entity else { return false }
    let entity = graph.entities[position]
    guard written.contains(entity.id) else { return false }
    let (life, seen) = (entity.life ?? AgreementLife(), view.life(of: entity) ?? AgreementLife())
    return switch slot {
    case .existence: view.viewed(entity).existence.count == entity.existence.count
    case .act, .actEnd: seen.acts.count == life.acts.count
    case .terms: seen.terms.count == life.terms.count
    case .inForce: seen.statedInForce.count == life.statedInForce.count
    case .entity, .statement: true
    }
  }

  func writeOrder(_ order: DateOrder, _ xml: inout XMLWriter) throws {
    let (word, period): (String, Period?) =
      switch order.relation {
      case .after: ("after", nil)
      case .before: ("before", nil)
      case .within(let period): ("within", period)
      case .exactly(let period): ("exactly", period)
      }
    try xml.inlineElement("note", [("type", "date-order"), ("n", word)]) { xml in
      try writeSlot(order.date, &xml)
      try xml.text(" \(word) ")
      if let period {
        try xml.element("date", [("dur-iso", "\(period)")], text: "\(period)")
        try xml.text(" of ")
      }
      try writeSlot(order.other, &xml)
    }
  }

  private func writeSlot(_ slot: DateSlot, _ xml: inout XMLWriter) throws {
    let target: String
    if case .statement(let index) = slot {
      target = names.id(graph.statements[index].id)
    } else {
      target = names.id(graph.entities[slot.entity ?? 0].id)
    }
    let (word, number) = slot.words
    try xml.element(
      "ref", [("type", word), ("n", number.map { String($0 + 1) }), ("target", "#\(target)")],
      text: TEIWord.shown(target))
  }
}

extension DateSlot {
  /// Of what it is the date, and of which of several.
  var words: (word: String, number: Int?) {
    switch self {
    case .entity: ("entity", nil)
    case .existence(_, let number): ("existence", number)
    case .act(_, let number): ("act", number)
    case .actEnd(_, let number): ("act-end", number)
    case .terms(_, let number): ("terms", number)
    case .inForce(_, let number): ("in-force", number)
    case .statement: ("statement", nil)
    }
  }
}
