/// A network that is told as events in time: what appears and what goes.
struct PajekEvents {
  struct Line: Hashable {
    let source: Int
    let target: Int
    let isDirected: Bool
  }

  /// The time point from which what is told next holds.
  var moment = 1
  var vertices: [Int: [PajekTime.Interval]] = [:]
  /// The lines in order, and their times.
  var lines: [(line: Line, weight: Double?, attributes: [String: String], times: [PajekTime.Interval])] = []
  var places: [Line: Int] = [:]
  /// The lines that are there, by their vertices.
  var open: [Int: [Int]] = [:]

  /// What appears is there from now on.
  static func show(_ times: inout [PajekTime.Interval], at moment: Int) {
    if let last = times.last, last.end == nil { return }
    times.append(PajekTime.Interval(start: moment, end: nil))
  }

  /// What goes was there until now.
  static func hide(_ times: inout [PajekTime.Interval], at moment: Int) {
    guard let last = times.indices.last, times[last].end == nil else {
      // What was there from the start.
      if times.isEmpty, moment > 1 { times.append(PajekTime.Interval(start: 1, end: moment - 1)) }
      return
    }
    if moment > times[last].start { times[last].end = moment - 1 } else { times.removeLast() }
  }

  mutating func hideLine(_ index: Int) { Self.hide(&lines[index].times, at: moment) }

  /// Ends the lines of a vertex that goes.
  mutating func hideLines(of vertex: Int) {
    for index in open.removeValue(forKey: vertex) ?? [] where lines[index].times.last?.end == nil {
      hideLine(index)
    }
  }
}

extension PajekReader {
  /// `TI 3`, `AV 2 "b"`, `AA 1 2 1`, …
  mutating func readEvent() {
    guard let first = words.words.first else { return }
    let moment = events.moment
    let name = text.text(first.range).uppercased()
    switch name {
    case "TI", "TE":
      guard words.words.count > 1, let time = text.bytes.integer(words.words[1].range), abs(time) < 1 << 40
      else {
        leftOut(text.place, "found '\(name)' without a time point; expected a whole number.")
        return
      }
      events.moment = name == "TI" ? time : time + 1
    case "AV", "SV":
      guard let number = vertexNumber(1) else { return }
      if name == "AV" {
        let told = vertex(from: 2)
        vertices.change(number) {
          if !told.label.isEmpty { $0.label = told.label }
          $0.attributes.merge(told.attributes) { $1 }
        }
      }
      PajekEvents.show(&events.vertices[number, default: []], at: moment)
    case "HV", "DV":
      guard let number = vertexNumber(1) else { return }
      PajekEvents.hide(&events.vertices[number, default: []], at: moment)
      events.hideLines(of: number)
    case "AA", "SA", "AE", "SE": showLine(isDirected: name.hasSuffix("A"))
    case "HA", "DA", "HE", "DE":
      guard let source = vertexNumber(1), let target = vertexNumber(2) else { return }
      let line = key(source, target, isDirected: name.hasSuffix("A"))
      if let index = events.places[line] {
        events.hideLine(index)
      } else {
        leftOut(text.place, "found '\(name)' for a line that is not there.")
      }
    default:
      leftOut(
        text.place,
        "found the event '\(Node.shortened(name))'; expected TI, TE, AV, SV, HV, DV, AA, SA, HA, DA, AE, SE, HE or DE."
      )
    }
  }

  private func key(_ source: Int, _ target: Int, isDirected: Bool) -> PajekEvents.Line {
    isDirected
      ? PajekEvents.Line(source: source, target: target, isDirected: true)
      : PajekEvents.Line(source: min(source, target), target: max(source, target), isDirected: false)
  }

  private mutating func showLine(isDirected: Bool) {
    guard let source = vertexNumber(1), let target = vertexNumber(2) else { return }
    let line = key(source, target, isDirected: isDirected)
    var weight: Double?
    var next = 3
    if next < words.words.count, let value = text.bytes.number(words.words[next].range) {
      weight = value
      next += 1
    }
    var attributes: [String: String] = [:]
    readParameters(from: next, of: "a line", &attributes) { reader, intervals in
      [("when", reader.dates(intervals))]
    }
    let index = events.places[line] ?? events.lines.count
    if index == events.lines.count {
      events.lines.append((line, weight, attributes, []))
      events.places[line] = index
    }
    PajekEvents.show(&events.lines[index].times, at: events.moment)
    events.open[source, default: []].append(index)
    events.open[target, default: []].append(index)
    if events.lines.count > InputLimits.networkElements { tellTooMany("lines") }
  }

  /// What the events say, as vertices and lines with their times.
  mutating func endEvents() {
    for (number, times) in events.vertices {
      let text = dates(times)
      if !text.isEmpty { vertices.change(number) { $0.attributes["when"] = text } }
    }
    for (line, weight, attributes, times) in events.lines {
      var attributes = attributes
      var when: Int32?
      let text = dates(times)
      if times.count == 1 { when = noted(text) } else if !text.isEmpty { attributes["when"] = text }
      if times.isEmpty { continue }
      add(
        line.source, line.target, weight, isDirected: line.isDirected, role: relation, when: when, attributes)
    }
  }
}
