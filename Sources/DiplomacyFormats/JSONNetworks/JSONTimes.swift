import Chronology
import Diplomacy

/// Numbers that count time, as programs in JavaScript write it.
struct JSONTimes {
  /// The attributes that a graph takes its dates from.
  private static let names: Set<String> = [
    "when", "date", "time", "start", "end", "start_date", "end_date", "begin", "onset", "terminus",
  ]
  private static let units: [(ending: String, perSecond: Double)] = [
    ("_ms", 1000), ("_millis", 1000), ("_milliseconds", 1000), ("Ms", 1000), ("Millis", 1000),
    ("_seconds", 1),
    ("_unix", 1),
  ]

  /// The attributes whose names say that they count milliseconds or seconds since 1970, and the dates that they stand for.
  private var counted: [(name: String, date: String, perSecond: Double)] = []
  /// The attributes that are numbers without a unit.
  private var plain: [String] = []
  /// How many numbers are no years, and the first of them.
  private(set) var odd: (count: Int, name: String, text: String, place: Diagnostic.Place?)?

  init(_ kinds: AttributeKinds) {
    for (name, kind) in kinds.kinds.sorted(by: { $0.key < $1.key }) where kind == .integer || kind == .number
    {
      if Self.names.contains(name.lowercased()) { plain.append(name) }
      for unit in Self.units where name.hasSuffix(unit.ending) {
        let base = String(name.dropLast(unit.ending.count))
        let date = base.lowercased() == "timestamp" ? "time" : base
        if Self.names.contains(date.lowercased()) { counted.append((name, date, unit.perSecond)) }
      }
    }
  }

  /// Whether there is nothing to do.
  var isEmpty: Bool { counted.isEmpty && plain.isEmpty }

  /// Turns what counts time into dates; a number that is neither that by its name nor a year is no date.
  mutating func take(_ attributes: inout [String: String], at place: Diagnostic.Place?) {
    for (name, date, perSecond) in counted {
      guard attributes[date] == nil, let number = attributes[name].flatMap(Double.init),
        let seconds = Int64(exactly: (number / perSecond).rounded(.down))
      else { continue }
      let moment = Moment(seconds: seconds)
      guard !moment.isOpen else { continue }
      attributes[name] = nil
      attributes[date] = moment.description
    }
    for name in plain {
      guard let text = attributes[name], let number = Double(text), abs(number) >= 1e8 else { continue }
      attributes[name] = nil
      attributes["\(name)_number"] = text
      odd = (1 + (odd?.count ?? 0), odd?.name ?? name, odd?.text ?? text, odd?.place ?? place)
    }
  }

  /// What is to be told of numbers that are no years.
  var message: String? {
    odd.map {
      "'\($0.name)' holds \($0.text)\($0.count == 1 ? "" : " and \($0.count - 1) more such numbers"), which is no year; it is kept as "
        + "'\($0.name)_number'. If it counts milliseconds since 1970, call it '\($0.name)_ms', if seconds, '\($0.name)_seconds'."
    }
  }
}
