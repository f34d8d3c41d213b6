import Chronology
import Diplomacy

extension GraphFileWriter {
  /// A date in its own text and style, such that it reads back as the same date.
  mutating func date(_ date: HistoricalDate) -> YAMLValue {
    let reach = date.circa
    // What is approximate and not widened cannot stand where the file widens all.
    let own = reach == circa ? nil : reach
    func inReach(_ value: YAMLValue) -> YAMLValue {
      guard let own else { return value }
      return .mapping([.init(key: "date", value: value), .init(key: "circa", value: .word(own.description))])
    }
    func isSame(_ text: String, _ style: DateStyle) -> Bool {
      guard let read = self.read(text, style, reach) else { return false }
      return read == date
    }
    if isSame(date.text, style) { return inReach(Self.date(date.text)) }
    oddDates += 1
    if date.style != .gregorian { oddStyle = oddStyle ?? date.style }
    for (key, calendar) in [("os", DateStyle.Calendar.julian), ("ns", .gregorian)]
    where date.style.calendar == calendar {
      for start in [date.style.yearStart, .january]
      where isSame(date.text, DateStyle(calendar, yearStart: start)) {
        var pairs = YAMLPairs()
        pairs.add(key, inReach(Self.date(date.text)))
        if start != (calendar == .julian ? style.yearStart : .january) {
          pairs.add("new-year", text: start.text)
        }
        return pairs.mapping
      }
    }
    for text in [date.styledText, date.edtf] {
      guard let read = self.read(text, style, reach), read.earliest == date.earliest,
        read.latest == date.latest,
        Span(read) == Span(date)
      else { continue }
      return text == date.edtf && text != date.text && own == nil && text.first != "["
        ? .remarked(text, remark: date.text) : inReach(Self.date(text))
    }
    losses.note("date that has no text", "written as the days between which it is")
    return Self.date("[\(Self.day(date.earliest))..\(Self.day(date.latest))]")
  }

  private static func day(_ moment: Moment) -> String { moment.isOpen ? "" : moment.shortText }

  private func read(_ text: String, _ style: DateStyle, _ reach: Period?) -> HistoricalDate? {
    guard let read = try? HistoricalDate(text, style: style, defaultOffset: graph.defaultOffset) else {
      return nil
    }
    return reach.map { read.widened(by: $0) } ?? read
  }

  /// The text of a date; a set in brackets is a list of YAML.
  static func date(_ text: String) -> YAMLValue {
    guard text.utf8.first == UInt8(ascii: "["), text.utf8.last == UInt8(ascii: "]") else {
      return .word(text)
    }
    let inside = text.dropFirst().dropLast()
    guard !inside.contains(where: { $0 == "[" || $0 == "]" || $0 == " " }) else { return .word(text) }
    let members = inside.split(separator: ",", omittingEmptySubsequences: false)
    guard members.allSatisfy({ !$0.isEmpty }) else { return .word(text) }
    return .list(members.map { .word(String($0)) })
  }

  /// The date at a place of the graph, which may be given by other dates.
  mutating func date(_ date: HistoricalDate, at slot: DateSlot) -> YAMLValue {
    relativeDates[slot].map { .mapping($0) } ?? self.date(date)
  }

  /// An interval; what is none becomes one with the same bounds.
  mutating func interval(_ date: HistoricalDate) -> YAMLValue {
    if date.shape == .interval { return self.date(date) }
    losses.note("single date where a graph file has an interval", "written as an interval")
    let inFormat = date.edtf
    for text in ["\(inFormat)/\(inFormat)", "\(Self.day(date.earliest))/\(Self.day(date.latest))"] {
      if let interval = read(text, .gregorian, nil), interval.shape == .interval {
        return self.date(interval)
      }
    }
    return .word("/")
  }

  /// A date as it stands among other fields: in `when`, or where it says its style in `os` and `ns`.
  static func when(_ value: YAMLValue) -> [YAMLValue.Pair] {
    if let pairs = value.pairs, pairs.contains(where: { $0.key == "os" || $0.key == "ns" }) { return pairs }
    return [.init(key: "when", value: value)]
  }
}

extension DiplomaticGraph {
  /// Calls a function with every date of the graph.
  func forEachDate(_ body: (HistoricalDate) -> Void) {
    func visit(_ date: HistoricalDate?) { if let date { body(date) } }
    func visit(_ attestation: Attestation) {
      guard let secret = attestation.secret else { return }
      for knower in secret.knownTo + secret.unknownTo { visit(knower.since) }
      for disclosure in secret.disclosures { visit(disclosure.when) }
    }
    for source in sources { visit(source.date) }
    for entity in entities {
      visit(entity.when)
      visit(entity.attestation)
      for period in entity.existence {
        visit(period.date)
        visit(period.attestation)
      }
      for deed in entity.deeds { visit(deed.attestation) }
      guard let life = entity.life else { continue }
      for act in life.acts {
        visit(act.date)
        visit(act.until)
        visit(act.attestation)
      }
      for terms in life.terms {
        visit(terms.until)
        visit(terms.attestation)
      }
      for stated in life.statedInForce {
        visit(stated.date)
        visit(stated.attestation)
      }
      for reservation in life.reservations {
        visit(reservation.date)
        visit(reservation.withdrawn)
        visit(reservation.attestation)
        for objection in reservation.objections { visit(objection.date) }
      }
      for obligation in life.obligations {
        visit(obligation.attestation)
        if case .by(let date) = obligation.deadline { visit(date) }
      }
    }
    for statement in statements {
      visit(statement.when)
      visit(statement.attestation)
    }
  }
}
