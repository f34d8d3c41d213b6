import Chronology
import Foundation

/// From numbers to places along a line.
struct LinearScale: Sendable {
  /// The least and the greatest number.
  let domain: ClosedRange<Double>
  /// The places that they have.
  let range: (from: Double, to: Double)

  init(_ domain: ClosedRange<Double>, from: Double, to: Double) {
    self.domain = domain
    range = (from, to)
  }

  /// The place of a number; outside of the domain that of its nearer end.
  func callAsFunction(_ value: Double) -> Double {
    let length = domain.upperBound - domain.lowerBound
    guard length > 0 else { return (range.from + range.to) / 2 }
    let share = min(1, max(0, (value - domain.lowerBound) / length))
    return range.from + share * (range.to - range.from)
  }

  /// Round numbers in the domain, at most so many: steps of 1, 2 or 5 and zeros.
  func ticks(_ most: Int) -> [Double] {
    let length = domain.upperBound - domain.lowerBound
    guard length > 0, most > 0, length.isFinite else { return [domain.lowerBound] }
    let power = pow(10, (log10(length / Double(most))).rounded(.down))
    let step = [1, 2, 5, 10].map { $0 * power }.first { length / $0 <= Double(most) } ?? 10 * power
    let first = (domain.lowerBound / step).rounded(.up)
    let last = (domain.upperBound / step).rounded(.down)
    guard first <= last else { return [] }
    return (0...Int(last - first)).map { (first + Double($0)) * step }
  }
}

/// From moments to places along a line, in proportion to time.
struct TimeScale: Sendable {
  let start: Moment
  let end: Moment
  let range: (from: Double, to: Double)

  /// A scale between two moments that are not open; the second is later.
  init(_ start: Moment, _ end: Moment, from: Double, to: Double) {
    self.start = start
    self.end = max(end, start.adding(seconds: 86_400))
    range = (from, to)
  }

  /// The place of a moment; outside of the scale that of its nearer end.
  func callAsFunction(_ moment: Moment) -> Double {
    let clamped = min(max(moment, start), end)
    let share =
      (Double(clamped.seconds) - Double(start.seconds)) / (Double(end.seconds) - Double(start.seconds))
    return range.from + share * (range.to - range.from)
  }

  /// A line across the axis, and what stands at it.
  struct Tick: Sendable {
    let moment: Moment
    let label: String
  }

  /// Beginnings of years, decades, centuries or, on a short scale, months: at most so many.
  func ticks(_ most: Int, in language: String) -> [Tick] {
    let years = start.day.year...max(start.day.year, end.day.year)
    let length = (Double(end.seconds) - Double(start.seconds)) / (365.2425 * 86_400)
    if length * 12 <= Double(most) { return months(language) }
    var step: Int64 = 1
    for next in Self.steps {
      step = next
      if length / Double(next) <= Double(most) { break }
    }
    var ticks: [Tick] = []
    var year = (Double(years.lowerBound) / Double(step)).rounded(.up) * Double(step)
    while year <= Double(years.upperBound) {
      if let day = Day(year: Int64(year), month: 1, day: 1), day.start >= start, day.start <= end {
        ticks.append(Tick(moment: day.start, label: yearLabel(Int64(year), in: language)))
      }
      year += Double(step)
    }
    return ticks
  }

  private static let steps: [Int64] = {
    var steps: [Int64] = []
    var power: Int64 = 1
    while power < 100_000_000_000 {
      steps += [power, 2 * power, 5 * power]
      power *= 10
    }
    return steps
  }()

  private func months(_ language: String) -> [Tick] {
    var ticks: [Tick] = []
    var (year, month, _) = start.day.components
    while let day = Day(year: year, month: month, day: 1), day.start <= end {
      if day.start >= start {
        ticks.append(Tick(moment: day.start, label: monthLabel(day, in: language)))
      }
      (year, month) = month == 12 ? (year + 1, 1) : (year, month + 1)
    }
    return ticks
  }
}

/// A year as it stands at an axis: `1941`, and before 100 with its era.
func yearLabel(_ year: Int64, in language: String) -> String {
  year >= 100 ? "\(year)" : HistoricalDate(year: year)?.description(in: language) ?? "\(year)"
}

/// A month as it stands at an axis: `April 1941`.
private func monthLabel(_ day: Day, in language: String) -> String {
  let text = String(day.description.dropLast(3))
  return (try? HistoricalDate(text))?.description(in: language) ?? text
}

extension Double {
  /// The sine of an angle in radians.
  var sine: Double { sin(self) }
  /// The cosine of an angle in radians.
  var cosine: Double { cos(self) }
}

extension String {
  /// The text with a capital at its beginning.
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
