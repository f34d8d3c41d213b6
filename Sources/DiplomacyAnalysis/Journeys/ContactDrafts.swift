import Chronology
import Diplomacy

/// The contacts of a view as they are found, statement by statement.
struct ContactDrafts {
  let view: GraphView
  let meetings: ContactNetwork.Meetings
  var windows: [Window] = []
  private(set) var owners: [ContactNetwork.Owner] = []
  /// What each window is of.
  private(set) var origins: [Origin] = []
  private(set) var contacts: [DatedContact] = []
  /// The statement behind each contact, as a position in the graph.
  private(set) var statements: [Int] = []

  /// What a window is of.
  enum Origin: Hashable, Sendable {
    /// One of the times of a statement, which others may share.
    case statement(Int, number: Int)
    /// One of the periods in which an actor existed, by the actor's position; nil: of its own date.
    case existence(Int, period: Int?)
    /// A part of another window.
    case part
  }

  private var shared: [SharedDates: Int] = [:]
  private var gates: [Int: [Int]] = [:]

  init(_ view: GraphView, _ meetings: ContactNetwork.Meetings) {
    (self.view, self.meetings) = (view, meetings)
  }

  /// What makes two contacts share their unknown dates: the same agreement's or event's own span, in which neither actor did
  /// anything that the other did not.
  private struct SharedDates: Hashable {
    let entity: Int
    let span: Span
    /// A statement that has dates of its own.
    let statement: Int?
    /// What the actor did, by the places among the agreement's acts.
    let acts: [Int]
  }

  private mutating func add(_ span: Span, _ owner: ContactNetwork.Owner, _ origin: Origin) -> Int {
    windows.append(Window(span))
    owners.append(owner)
    origins.append(origin)
    return windows.count - 1
  }

  /// Adds the contacts of a statement, one for each time at which it held and its actors existed.
  mutating func add(_ index: Int, from source: Int, to target: Int) {
    let graph = view.graph
    let statement = graph.statements[index]
    guard let object = graph.position(of: statement.object) else { return }
    let isTie = graph.entities[object].category == .actor
    let occasions = occasions(of: statement)
    let isDated = meetings == .spans && statement.when != nil || isTie
    let shared = isDated || occasions != nil ? [] : individualActs(of: statement)
    for (number, span) in Self.times(of: statement, view, meetings).enumerated() {
      guard !span.isContradictory else { continue }
      // What has no date of an act has one of its own, or one that follows from others.
      let isOwn = isDated || occasions.map { $0[number].act == nil && $0[number].date != nil } ?? false
      let acts = occasions.map { [$0[number].act].compactMap(\.self) } ?? shared
      let dates = SharedDates(entity: object, span: span, statement: isOwn ? index : nil, acts: acts)
      let window =
        self.shared[dates]
        ?? add(span, isOwn ? .statement(index) : .entity(object), .statement(index, number: number))
      self.shared[dates] = window
      for gates in gates(of: statement, around: windows[window], days: daysKnown(in: window)) {
        contacts.append(DatedContact(source: source, target: target, window: window, gates: gates))
        statements.append(index)
      }
    }
  }

  /// When a statement held.
  static func times(of statement: Statement, _ view: GraphView, _ meetings: ContactNetwork.Meetings) -> [Span]
  {
    if meetings == .signatures, let agreement = view.graph[statement.object], agreement.life != nil {
      return view.meetings(of: statement).map(\.span)
    }
    return view.spans(of: statement)
  }

  /// The occasions on which an actor met the others of an agreement, where it did not do so as long as it took part.
  private func occasions(of statement: Statement) -> [GraphView.Meeting]? {
    guard view.graph[statement.object]?.life != nil else { return nil }
    if meetings == .signatures { return view.meetings(of: statement) }
    return statement.role.isOfSignature && statement.when == nil ? [view.signature(of: statement)] : nil
  }

  private func individualActs(of statement: Statement) -> [Int] {
    guard let life = view.graph[statement.object]?.life else { return [] }
    return life.acts.indices.filter { life.acts[$0].by.contains(statement.subject) }
  }

  /// The occasion that a window is of, where it is one.
  func occasion(ofWindow window: Int) -> GraphView.Meeting? {
    guard case .statement(let index, let number) = origins[window],
      let found = occasions(of: view.graph.statements[index]), number < found.count
    else { return nil }
    return found[number]
  }

  // MARK: Existence

  /// The stretches of time in which a window lies: of one unknown day those that its date leaves.
  private func daysKnown(in number: Int) -> [ClosedRange<Int64>] {
    let window = windows[number]
    let whole = [window.earliestStart...window.latestLast]
    guard window.extent == .instant, let date = momentaryDate(ofWindow: number) else { return whole }
    return date.stretches.map { $0.lowerBound.seconds...$0.upperBound.seconds }
  }

  /// Whether somebody takes part in something in one of several periods of existence, and perhaps always in one of them: then
  /// it is not known which.
  var hasAlternatives: Bool {
    var groups: [[Int]: [Int]] = [:]
    for (place, contact) in contacts.enumerated() where !contact.gates.isEmpty {
      groups[[contact.window, statements[place]], default: []].append(place)
    }
    return groups.values.contains { places in
      guard places.count > 1 else { return false }
      return daysKnown(in: contacts[places[0]].window).allSatisfy { days in
        places.contains { place in
          contacts[place].gates.allSatisfy {
            windows[$0].earliestStart <= days.upperBound && windows[$0].latestLast >= days.lowerBound
          }
        }
      }
    }
  }

  /// The ways in which the actors of a statement may have existed at some moment of a window: for each way the windows in which
  /// a crossing has to lie, apart from those that leave no doubt; none where the actors never existed then.
  private mutating func gates(
    of statement: Statement, around window: Window, days: [ClosedRange<Int64>]
  ) -> [[Int]] {
    var ways: [[Int]] = [[]]
    for end in [statement.subject, statement.object] {
      guard let position = view.graph.position(of: end) else { continue }
      let entity = view.graph.entities[position]
      guard entity.category == .actor, entity.when != nil || !entity.existence.isEmpty else { continue }
      let periods = existenceWindows(of: position)
      let isSure = days.allSatisfy { day in periods.contains { windows[$0].surelyCovers(day) } }
      if isSure { continue }
      ways = ways.flatMap { way in
        periods.compactMap { period in
          let all = (way + [period]).map { windows[$0] } + [window]
          let first = all.map(\.earliestStart).max() ?? .min
          return first <= all.map(\.latestLast).min() ?? .max ? way + [period] : nil
        }
      }
    }
    return ways
  }

  /// The windows of the times in which an actor existed; what certainly goes on without a gap is one.
  private mutating func existenceWindows(of position: Int) -> [Int] {
    if let known = gates[position] { return known }
    let entity = view.graph.entities[position]
    var spans: [(span: Span, origin: Origin)] = []
    if entity.existence.isEmpty {
      spans = entity.when.map { [(Span($0), .existence(position, period: nil))] } ?? []
    } else {
      for (period, existence) in entity.existence.enumerated() where view.counts(existence.attestation) {
        spans.append((Span(existence.date), .existence(position, period: period)))
      }
    }
    var joined: [(span: Span, origin: Origin)] = []
    for next in spans where !next.span.isContradictory {
      if let last = joined.last, last.span.earliestEnd == last.span.latestEnd,
        next.span.earliestStart == next.span.latestStart, next.span.latestStart <= last.span.earliestEnd,
        last.span.latestStart <= next.span.earliestStart, last.span.latestEnd <= next.span.earliestEnd
      {
        joined[joined.count - 1].span = Span(
          earliestStart: last.span.earliestStart, latestStart: last.span.latestStart,
          earliestEnd: next.span.earliestEnd, latestEnd: next.span.latestEnd)
      } else {
        joined.append(next)
      }
    }
    let found = joined.map { add($0.span, .entity(position), $0.origin) }
    gates[position] = found
    return found
  }

  // MARK: Days that are not known

  /// The contacts for possible journeys.
  ///
  /// A contact on one of several days, of which nothing is known of those between, is possible on each of them: one contact a
  /// stretch. A journey that takes two of them, one after the other, could take the later one for both. Where some of those who
  /// meet may not have existed on some of the days, the event or agreement is parted into stretches in which the same actors
  /// existed, since all who meet do so on one day.
  var parted: (drafts: ContactDrafts, contacts: [DatedContact], statements: [Int]) {
    var rest = self
    var found: [DatedContact] = []
    var foundStatements: [Int] = []
    let cells = cells
    var cellNumbers: [[Int]: Int] = [:]
    for (place, contact) in contacts.enumerated() {
      let window = windows[contact.window]
      let isParted = cells[contact.window] != nil
      let stretches = cells[contact.window] ?? stretches(of: contact)
      var contact = contact
      contact.number = place
      guard let stretches else {
        found.append(contact)
        foundStatements.append(statements[place])
        continue
      }
      for (number, stretch) in stretches.enumerated() {
        let start = contact.gates.reduce(max(stretch.lowerBound, window.earliestStart)) {
          max($0, windows[$1].earliestStart)
        }
        let last = contact.gates.reduce(min(stretch.upperBound, window.latestLast)) {
          min($0, windows[$1].latestLast)
        }
        guard start <= last else { continue }
        rest.windows.append(Window(start: start, last: last))
        rest.owners.append(.statement(statements[place]))
        rest.origins.append(.part)
        var part = DatedContact(
          source: contact.source, target: contact.target, window: rest.windows.count - 1)
        part.number = place
        if isParted {
          let key = [contact.window, number]
          part.cell = cellNumbers[key] ?? cellNumbers.count
          cellNumbers[key] = part.cell
        }
        found.append(part)
        foundStatements.append(statements[place])
      }
    }
    return (rest, found, foundStatements)
  }

  /// The stretches of a contact whose date is one of a set with gaps; nil for any other date.
  private func stretches(of contact: DatedContact) -> [ClosedRange<Int64>]? {
    guard let date = momentaryDate(ofWindow: contact.window), date.shape == .oneOf else { return nil }
    let stretches = date.stretches
    return stretches.count > 1 ? stretches.map { $0.lowerBound.seconds...$0.upperBound.seconds } : nil
  }

  /// The stretches of time in which the one day of a window may be; none where nothing more is known than its bounds.
  func stretches(ofWindow window: Int) -> [ClosedRange<Int64>] {
    let date: HistoricalDate?
    switch origins[window] {
    case .statement: date = momentaryDate(ofWindow: window)
    case .existence(let position, let period):
      let entity = view.graph.entities[position]
      date = period.map { entity.existence[$0].date } ?? entity.when
    case .part: date = nil
    }
    guard let date, date.shape == .oneOf || date.shape == .point else { return [] }
    return date.stretches.map { $0.lowerBound.seconds...$0.upperBound.seconds }
  }

  /// The date of one of whose days a window of a statement is; nil where it is longer.
  private func momentaryDate(ofWindow window: Int) -> HistoricalDate? {
    guard case .statement(let index, _) = origins[window] else { return nil }
    let statement = view.graph.statements[index]
    guard occasions(of: statement) != nil else { return view.momentaryDate(of: statement) }
    let date = occasion(ofWindow: window)?.date
    return date?.shape == .interval || date?.shape == .allOf ? nil : date
  }

  /// For each window of one unknown day on which some actors may not have existed, and which all contacts of an event or
  /// agreement share: the stretches in which the same actors did.
  private var cells: [Int: [ClosedRange<Int64>]] {
    var users: [Int: [Int]] = [:]
    var windowsOfTarget: [Int: Set<Int>] = [:]
    for (place, contact) in contacts.enumerated() {
      users[contact.window, default: []].append(place)
      windowsOfTarget[contact.target, default: []].insert(contact.window)
    }
    var found: [Int: [ClosedRange<Int64>]] = [:]
    for (number, places) in users {
      let window = windows[number]
      guard window.extent == .instant, window.isUncertain,
        places.contains(where: { !contacts[$0].gates.isEmpty }),
        windowsOfTarget[contacts[places[0]].target]?.count == 1,
        view.graph.entities[contacts[places[0]].target].category != .actor,
        window.earliestStart != .min, window.latestLast != .max
      else { continue }
      let unit = window.earliestLast - window.earliestStart + 1
      var cuts: Set<Int64> = []
      func cut(_ moment: Int64, _ units: Int64) {
        guard moment >= window.earliestStart, moment <= window.latestLast else { return }
        cuts.insert(window.earliestStart + ((moment - window.earliestStart) / unit + units) * unit)
      }
      for gate in places.flatMap({ contacts[$0].gates }) {
        cut(windows[gate].earliestStart, 0)
        cut(windows[gate].latestLast, 1)
      }
      var ranges = [window.earliestStart...window.latestLast]
      if let stretches = momentaryDate(ofWindow: number)?.stretches {
        ranges = stretches.map { $0.lowerBound.seconds...$0.upperBound.seconds }
      }
      for cut in cuts.sorted() {
        ranges = ranges.flatMap { range in
          cut > range.lowerBound && cut <= range.upperBound
            ? [range.lowerBound...cut - 1, cut...range.upperBound] : [range]
        }
      }
      found[number] = ranges
    }
    return found
  }
}

extension Window {
  /// Whether every moment of a stretch of time is inside for certain.
  fileprivate func surelyCovers(_ range: ClosedRange<Int64>) -> Bool {
    latestStart <= range.lowerBound && earliestLast >= range.upperBound
  }
}
