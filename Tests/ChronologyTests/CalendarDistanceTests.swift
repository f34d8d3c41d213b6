import TestSupport
import Testing

@testable import Chronology

@Suite struct CalendarDistanceTests {
  @Test(
    arguments: [
      ("1941-01-31", "P1M", "1941-02-28T00:00:00", "1941-02-28T23:59:59"),
      ("1940-01-31", "P1M", "1940-02-29T00:00:00", "1940-02-29T23:59:59"),
      ("1941-01", "P1M", "1941-02-01T00:00:00", "1941-02-28T23:59:59"),
      ("1941-02", "P1M", "1941-03-01T00:00:00", "1941-03-28T23:59:59"),
      ("1941", "P5Y", "1946-01-01T00:00:00", "1946-12-31T23:59:59"),
      ("1940-02-29", "P1Y", "1941-02-28T00:00:00", "1941-02-28T23:59:59"),
      ("1941-04-13", "P90D", "1941-07-12T00:00:00", "1941-07-12T23:59:59"),
      ("1941-04-13", "PT6H", "1941-04-13T06:00:00", "1941-04-14T05:59:59"),
      ("1941-04-13T14:50", "P1Y6M", "1942-10-13T14:50:00", "1942-10-13T14:50:59"),
      ("[1945-05-08,1945-05-09]", "P1D", "1945-05-09T00:00:00", "1945-05-10T23:59:59"),
      // 31 January 00:00:00 comes to an earlier second than 30 January 23:00:00.
      ("[1941-01-30T23:00..1941-01-31T01:00]", "P1M", "1941-02-28T00:00:00", "1941-02-28T23:59:59"),
    ])
  func laterDateHasTheseBounds(text: String, period: String, earliest: String, latest: String) throws {
    let later = try date(text).adding(Period(period))
    #expect(
      later.earliest.description == earliest && later.latest.description == latest,
      "\(text) + \(period): \(later)")
  }

  @Test func earlierDateAndOpenEnds() throws {
    let earlier = try date("1941-03-31").subtracting(Period("P1M"))
    #expect(earlier.description == "1941-02-28T00:00:00…1941-02-28T23:59:59")
    let open = try date("1941-04-13/..").adding(Period("P1Y"))
    #expect(open.latest == .distantFuture)
    #expect(try open.earliest == moment("1942-04-13"))
    #expect(try date("../..").adding(Period("P1Y")).description == "distant past…distant future")
  }

  @Test func offsetCountsTheDaysOfItsPlace() throws {
    // Midnight of 31 January in Tokyo is still 30 January in UTC.
    let tokyo = try #require(UTCOffset("+09:00"))
    let day = try date("1941-01-31", offset: "+09:00")
    #expect(try day.adding(Period("P1M"), offset: tokyo).earliest == moment("1941-02-27T15:00:00"))
    #expect(try day.adding(Period("P1M")).earliest == moment("1941-02-28T00:00:00"))
  }

  @Test func spanMovesWithStartAndEndApart() throws {
    let span = try Span(date("1941-04/1945-08-08")).adding(Period("P5Y"))
    #expect(try span == Span(date("1946-04/1950-08-08")))
    #expect(try Span(date("1941-04-13")).adding(Period("P1D")) == Span(date("1941-04-14")))
    #expect(
      try Span(date("1941-04-13")).adding(Period("P1D")).subtracting(Period("P1D"))
        == Span(date("1941-04-13")))
  }

  /// Bounds of a shift against every second of short ranges about the ends of months.
  @Test func shiftBoundsAreThoseOfEverySecond() throws {
    let periods = try ["P1M", "P2M", "P1Y", "P1MT1H", "P1M1D", "PT1H", "P1Y1MT23H", "P0D"].map {
      try Period($0)
    }
    var points: [Moment] = []
    for text in ["1940-01-28", "1940-01-31", "1940-02-28", "1940-03-01", "1941-02-27", "1941-12-31"] {
      for offset in stride(from: 0, to: 3 * 86_400, by: 3600) as StrideTo<Int64> {
        points.append(try moment(text).adding(seconds: offset))
        points.append(try moment(text).adding(seconds: offset - 1))
      }
    }
    points = Set(points).sorted()
    for period in periods {
      for sign in [1, -1] as [Int64] {
        let shift = CalendarShift(period, sign: sign)
        let images = points.map { sign > 0 ? $0.adding(period) : $0.subtracting(period) }
        for (index, point) in points.enumerated() {
          guard shift.image(of: point) == images[index] else {
            Issue.record("\(point) by \(sign) \(period): \(shift.image(of: point)), not \(images[index])")
            return
          }
          // The points include the first and last second of every day, where the least and greatest lie.
          let end = min(index + 40, points.count - 1)
          let contiguous = points[end].seconds - point.seconds < 3 * 86_400
          if contiguous {
            let range = images[index...end]
            let (least, greatest) = (
              shift.leastImage(from: point, to: points[end]),
              shift.greatestImage(from: point, to: points[end])
            )
            #expect(
              range.min() == least && range.max() == greatest, "\(point)…\(points[end]) by \(sign) \(period)")
          }
          // Nothing before the least source comes to the image or a later second, and it does itself.
          let least = shift.leastSource(from: point)
          let greatest = shift.greatestSource(to: point)
          #expect(shift.image(of: least) >= point, "\(point) by \(sign) \(period)")
          #expect(shift.image(of: greatest) <= point, "\(point) by \(sign) \(period)")
          for (source, image) in zip(points, images) {
            if image >= point && source < least {
              Issue.record("\(source) comes to \(image), before \(least)")
            }
            if image <= point && source > greatest {
              Issue.record("\(source) comes to \(image), after \(greatest)")
            }
          }
        }
      }
    }
  }

  @Test(
    arguments: [
      ("1941-04-13", "1941-04-14", "1 day"), ("1941-04-13", "1941-04-13", "0 days"),
      ("1941-04", "1941-05", "1 to 60 days"), ("1941-04-14", "1941-04-13", "-1 day"),
      ("1941", "1941", "-364 to 364 days"),
      ("1941-04-13", "1946-04-13", "1826 days"), ("1941-04-13", "1945-05-08/..", "at least 1486 days"),
      ("1941-04-13", "../1941-04-12", "at most -1 days"), ("../..", "1941", "any number of days"),
      ("1941-04-13T23:59", "1941-04-14T00:00", "1 day"),
    ])
  func distanceHasTheseBounds(first: String, second: String, words: String) throws {
    #expect(try date(first).distance(to: date(second)).description == words, "\(first) to \(second)")
  }

  @Test(
    arguments: [
      ("1941-04-13", "1946-04-13", "P5Y"), ("1941-01-31", "1941-02-28", "P1M"),
      ("1941-01-31", "1941-03-01", "P1M1D"),
      ("1940-02-29", "1941-02-28", "P1Y"), ("1941-04-13", "1945-08-08", "P4Y3M26D"),
      ("1941-04-13", "1941-04-13", "P0D"),
      ("1941-12-31", "1942-01-30", "P30D"), ("1941-04-13T14:50", "1941-05-13T01:00", "P1M"),
    ])
  func periodBetweenDays(first: String, second: String, period: String) throws {
    #expect(try date(first).period(until: date(second)) == Period(period), "\(first) to \(second)")
  }

  @Test func periodNeedsTwoDaysInOrder() throws {
    #expect(try date("1941-04-14").period(until: date("1941-04-13")) == nil)
    #expect(try date("1941-04").period(until: date("1942-04-13")) == nil)
    #expect(try date("1941-04-13/1942").period(until: date("1945-04-13")) == nil)
    #expect(Period(from: Day(number: .min), to: Day(number: .max)) == nil)
  }

  @Test func firstDayPlusPeriodIsTheSecond() {
    var numbers = SeededNumbers(seed: 1941_04_13)
    for _ in 0..<Thoroughness.cases(20_000, thorough: 200_000) {
      let first = Day(number: Int64.random(in: -800_000...100_000, using: &numbers))
      let last = first.adding(days: Int64.random(in: 0...3000, using: &numbers))
      guard let period = Period(from: first, to: last), first.start.adding(period) == last.start,
        period.months < 12, period.days < 31
      else {
        Issue.record("\(first) to \(last): \(Period(from: first, to: last)?.description ?? "nothing")")
        return
      }
    }
  }
}
