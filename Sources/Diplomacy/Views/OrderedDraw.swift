package import Chronology

/// Draws dates that are known by each other together: every choice that keeps their orders is as likely as any other.
struct OrderedDraw {
  /// Dates that are joined by orders, and these.
  fileprivate struct Group {
    var slots: [DateSlot] = []
    var orders: [DateOrder] = []
    /// For a date of which another one leaves a single day, that order.
    var followers: [DateSlot: DateOrder] = [:]
    /// The dates so that each comes after the one it follows.
    var sequence: [DateSlot] = []
  }

  private let graph: DiplomaticGraph
  fileprivate var groups: [Group] = []
  /// So many times all dates of a group are drawn anew.
  private static let mostDraws = 2_000
  /// So many times each of a group's dates is moved by itself, where dates that keep their orders are too rare to be met.
  private static let mostMoves = 200

  init(_ graph: DiplomaticGraph) {
    self.graph = graph
    var groupOfSlot: [DateSlot: Int] = [:]
    for order in graph.dateOrders
    where graph.date(at: order.date) != nil && graph.date(at: order.other) != nil {
      // The acts of an agreement are drawn together.
      let slots = [order.date, order.other].flatMap { slot -> [DateSlot] in
        guard let position = slot.entity, graph.entities[position].life != nil else { return [slot] }
        return graph.dateSlots(of: position)
      }
      var number = groups.count
      let known = Set(slots.compactMap { groupOfSlot[$0] }).sorted()
      if let first = known.first { number = first } else { groups.append(Group()) }
      for other in known.dropFirst() {
        groups[number].slots += groups[other].slots
        groups[number].orders += groups[other].orders
        for slot in groups[other].slots { groupOfSlot[slot] = number }
        groups[other] = Group()
      }
      for slot in slots where groupOfSlot[slot] == nil {
        groupOfSlot[slot] = number
        groups[number].slots.append(slot)
      }
      groups[number].orders.append(order)
    }
    groups.removeAll { $0.orders.isEmpty }
    for index in groups.indices { groups[index].findSequence() }
  }

  /// Dates for all places that take part in an order.
  /// - Parameters:
  ///   - drawn: The graph with dates drawn without regard to the orders, which stay where these are kept.
  ///   - draw: Draws a date by itself.
  ///   - mayBe: Whether dates may be, as far as other things than their orders tell.
  func dates(
    firstTrying drawn: DiplomaticGraph, _ draw: (HistoricalDate) -> HistoricalDate?,
    mayBe: ([DateSlot: HistoricalDate]) -> Bool
  ) -> [DateSlot: HistoricalDate] {
    var found: [DateSlot: HistoricalDate] = [:]
    for group in groups {
      var dates: [DateSlot: HistoricalDate] = [:]
      if group.followers.isEmpty { for slot in group.slots { dates[slot] = drawn.date(at: slot) } }
      var draws = 0
      while dates.isEmpty || !keeps(group, dates) || !mayBe(dates) {
        guard draws < Self.mostDraws else {
          dates = moved(group, draw, mayBe)
          break
        }
        draws += 1
        dates = drawnTogether(group, draw)
      }
      found.merge(dates) { $1 }
    }
    return found
  }

  private func keeps(_ group: Group, _ dates: [DateSlot: HistoricalDate]) -> Bool {
    group.orders.allSatisfy { order in
      guard let date = dates[order.date], let other = dates[order.other] else { return false }
      return order.mayHold(date, other, offset: graph.defaultOffset)
    }
  }

  private func drawnTogether(_ group: Group, _ draw: (HistoricalDate) -> HistoricalDate?) -> [DateSlot:
    HistoricalDate]
  {
    var dates: [DateSlot: HistoricalDate] = [:]
    for slot in group.sequence {
      guard let own = graph.date(at: slot) else { continue }
      if let order = group.followers[slot], let other = dates[order.other] {
        // A day that is none of its own makes the whole choice one that cannot be.
        guard let day = order.onlyDay(after: other, offset: graph.defaultOffset) else { return [:] }
        guard own.stretches.contains(where: { $0.overlaps(day.earliest...day.latest) }) else { return [:] }
        dates[slot] = day
      } else {
        dates[slot] = draw(own)
      }
    }
    return dates
  }

  /// Starts with the first days that keep the orders, and moves one date after the other to another day that does
  /// (Metropolis's walk, in which all choices are as likely in the end).
  private func moved(
    _ group: Group, _ draw: (HistoricalDate) -> HistoricalDate?,
    _ mayBe: ([DateSlot: HistoricalDate]) -> Bool
  ) -> [DateSlot: HistoricalDate] {
    var dates = firstDates(group)
    guard keeps(group, dates) else { return dates }
    for _ in 0..<Self.mostMoves {
      for slot in group.slots {
        guard let own = graph.date(at: slot), let next = draw(own) else { continue }
        var tried = dates
        tried[slot] = next
        if keeps(group, tried), mayBe(tried) { dates = tried }
      }
    }
    return dates
  }

  /// The first day of each date, moved on as long as an order asks for it.
  private func firstDates(_ group: Group) -> [DateSlot: HistoricalDate] {
    var dates: [DateSlot: HistoricalDate] = [:]
    var days: [DateSlot: [HistoricalDate]] = [:]
    for slot in group.slots {
      guard let own = graph.date(at: slot) else { continue }
      days[slot] = own.assignments(offset: graph.defaultOffset, most: 20_000) ?? [own]
      dates[slot] = days[slot]?.first
    }
    var next: [DateSlot: Int] = [:]
    var isMoving = true
    while isMoving {
      isMoving = false
      for order in group.orders {
        guard let date = dates[order.date], let other = dates[order.other],
          !order.mayHold(date, other, offset: graph.defaultOffset)
        else { continue }
        let isTooEarly = order.relation == .before ? false : date.earliest < other.latest
        let late = isTooEarly ? order.date : order.other
        let number = (next[late] ?? 0) + 1
        guard let list = days[late], number < list.count else { continue }
        next[late] = number
        dates[late] = list[number]
        isMoving = true
      }
    }
    return dates
  }
}

extension OrderedDraw.Group {
  /// Finds which dates follow from which, each from one at most and none from itself.
  fileprivate mutating func findSequence() {
    for order in orders where followers[order.date] == nil {
      guard case .exactly = order.relation else { continue }
      var place = order.other
      while place != order.date, let before = followers[place] { place = before.other }
      if place != order.date { followers[order.date] = order }
    }
    var placed: Set<DateSlot> = []
    for slot in slots {
      var chain = [slot]
      while let order = followers[chain[chain.count - 1]], !placed.contains(order.other) {
        chain.append(order.other)
      }
      for slot in chain.reversed() where placed.insert(slot).inserted { sequence.append(slot) }
    }
  }
}

extension HistoricalDate {
  /// Everything that the date may have been, as ``drawn(within:offset:using:)`` tells it apart: days, or a first and a last
  /// day; nil where these are too many, or have no bounds.
  package func assignments(offset: UTCOffset?, most: Int) -> [HistoricalDate]? {
    let place = offset ?? .utc
    func day(_ moment: Moment) -> Day { moment.adding(seconds: Int64(place.seconds)).day }
    switch shape {
    case .allOf: return [self]
    case .point, .oneOf:
      if earliest.isOpen || latest.isOpen { return nil }
      if day(earliest) == day(latest) { return [self] }
      return days(offset, most: most)
    case .interval:
      let span = Span(self)
      if span.earliestStart == span.latestStart, span.earliestEnd == span.latestEnd { return [self] }
      func ends(_ end: Endpoint?) -> [Endpoint]? {
        switch end {
        case .open: [.open]
        case .date(let date): date.days(offset, most: most)?.map { .date($0) }
        case .unknown, nil: nil
        }
      }
      guard let starts = ends(start), let ends = ends(end), starts.count * ends.count <= 4 * most else {
        return nil
      }
      let pairs = starts.flatMap { start in
        ends.compactMap { end -> HistoricalDate? in
          if case .date(let first) = start, case .date(let last) = end, first.earliest > last.latest {
            return nil
          }
          return HistoricalDate(from: start, to: end)
        }
      }
      return pairs.isEmpty || pairs.count > most ? nil : pairs
    }
  }

  /// The days that a point, or one of a set, may be.
  private func days(_ offset: UTCOffset?, most: Int) -> [HistoricalDate]? {
    let ahead = Int64((offset ?? .utc).seconds)
    var found: [HistoricalDate] = []
    var last: Day?
    for stretch in stretches {
      if stretch.lowerBound.isOpen || stretch.upperBound.isOpen { return nil }
      var day = stretch.lowerBound.adding(seconds: ahead).day
      let end = stretch.upperBound.adding(seconds: ahead).day
      while day <= end {
        if last.map({ day > $0 }) ?? true {
          guard found.count < most, let date = HistoricalDate(day, defaultOffset: offset) else { return nil }
          found.append(date)
          last = day
        }
        day = day.end.day
      }
    }
    return found
  }
}
