import Chronology
import Testing

@Suite struct SpanTests {
  @Test(arguments: [
    ("1941-04-13/1945-08-08", "1941-04-13", "1941-04-13", "1945-08-09", "1945-08-09"),
    ("1941/1945", "1941-01-01", "1941-12-31", "1945-01-02", "1946-01-01"),
    ("1941-04/1945-08-08", "1941-04-01", "1941-04-30", "1945-08-09", "1945-08-09"),
    ("1941-04-13/..", "1941-04-13", "1941-04-13", "future", "future"),
    ("1941-04/", "1941-04-01", "1941-04-30", "1941-04-02", "future"),
    ("../1945", "past", "past", "1945-01-02", "1946-01-01"),
    ("/1945-08", "past", "1945-08-31", "1945-08-02", "1945-09-01"),
    ("../..", "past", "past", "future", "future"), ("../", "past", "past", "past", "future"),
    ("/..", "past", "future", "future", "future"),
    (
      "1941-04-13T14:50:00/1941-04-13T15:00", "1941-04-13T14:50:00", "1941-04-13T14:50:00",
      "1941-04-13T15:01:00",
      "1941-04-13T15:01:00"
    ),
    ("1941-06/1941", "1941-06-01", "1941-06-30", "1941-06-02", "1942-01-01"),
    ("1941/1941-04", "1941-01-01", "1941-04-30", "1941-04-02", "1941-05-01"),
    ("194X/1945", "1940-01-01", "1945-12-31", "1945-01-02", "1946-01-01"),
    ("{1941-04-13..1941-04-15}", "1941-04-13", "1941-04-13", "1941-04-16", "1941-04-16"),
    ("{1941-04-13,1941-04-14}", "1941-04-13", "1941-04-13", "1941-04-15", "1941-04-15"),
    ("{1941-04-13,1941-04-15}", "1941-04-13", "1941-04-15", "1941-04-14", "1941-04-16"),
  ])
  func intervalHasFourBounds(text: String, es: String, ls: String, ee: String, le: String) throws {
    let span = try Span(date(text))
    #expect(
      try span
        == Span(
          earliestStart: bound(es), latestStart: bound(ls), earliestEnd: bound(ee), latestEnd: bound(le)),
      "\(text): \(span)")
    #expect(!span.isMoment)
  }

  @Test(arguments: [
    ("1941-04-13", "1941-04-13", "1941-04-13", "1941-04-14", "1941-04-14"),
    ("1941", "1941-01-01", "1941-12-31", "1941-01-02", "1942-01-01"),
    ("1941-12-07T07:48", "1941-12-07T07:48", "1941-12-07T07:48", "1941-12-07T07:49", "1941-12-07T07:49"),
    ("[1945-05-08,1945-05-09]", "1945-05-08", "1945-05-09", "1945-05-09", "1945-05-10"),
    ("[1940,1942-05]", "1940-01-01", "1942-05-31", "1940-01-02", "1942-06-01"),
    ("[..1941]", "past", "1941-12-31", "past", "1942-01-01"),
    ("[1941..]", "1941-01-01", "future", "1941-01-02", "future"),
  ])
  func instantIsAMoment(text: String, es: String, ls: String, ee: String, le: String) throws {
    let span = try Span(date(text))
    #expect(
      try span
        == Span(
          earliestStart: bound(es), latestStart: bound(ls), earliestEnd: bound(ee), latestEnd: bound(le),
          isMoment: true), "\(text): \(span)")
  }

  private func bound(_ text: String) throws -> Moment {
    switch text {
    case "past": .distantPast
    case "future": .distantFuture
    default: try moment(text)
    }
  }

  @Test func missingDatesAreUnknown() throws {
    #expect(try Span(from: date("1941-04"), to: nil) == Span(date("1941-04/")))
    #expect(try Span(from: nil, to: date("1945-08")) == Span(date("/1945-08")))
    #expect(try Span(from: date("1941-04"), to: date("1945-08")) == Span(date("1941-04/1945-08")))
    #expect(try Span(from: nil, to: nil).covers(moment("1941")) == .maybe)
    #expect(try Span(from: date("1940/1941"), to: date("1944/1945")) == Span(date("1940/1945")))
    let either = try Span(from: date("[1940,1941]"), to: date("1945"))
    #expect(try either.earliestStart == moment("1940-01-01") && either.latestStart == moment("1941-12-31"))
  }

  @Test(
    arguments: [
      ("1941-04-13/1945-08-08", "1941-04-13", .yes), ("1941-04-13/1945-08-08", "1945-08-08T23:59:59", .yes),
      ("1941-04-13/1945-08-08", "1945-08-09", .no), ("1941-04-13/1945-08-08", "1941-04-12T23:59:59", .no),
      ("1941/1945", "1941-06-15", .maybe), ("1941/1945", "1941-12-31", .yes),
      ("1941/1945", "1945-01-01T23:59:59", .yes),
      ("1941/1945", "1945-01-02", .maybe), ("1941/1945", "1946-01-01", .no),
      ("1941-04-13/", "1941-04-13", .yes),
      ("1941-04-13/", "1999-01-01", .maybe), ("1941-04-13/..", "Y170000002", .yes),
      ("../1941-04-13", "Y-170000002", .yes),
      ("/1941-04-13", "1900-01-01", .maybe), ("/1941-04-13", "1941-04-13T12:00:00", .yes),
      ("1941-04-13", "1941-04-13T12:00:00", .yes),
      ("1941-04", "1941-04-13", .maybe), ("1941-04", "1941-05-01", .no),
      ("[1945-05-08,1945-05-09]", "1945-05-09T12:00:00", .maybe),
    ] as [(String, String, Answer)])
  func spanCoversAMoment(span: String, time: String, answer: Answer) throws {
    #expect(try Span(date(span)).covers(moment(time)) == answer, "\(span) covers \(time)")
  }

  @Test(
    arguments: [
      ("1941-04-13/1945-08-08", "1943", .yes), ("1941-04-13/1945-08-08", "1945", .maybe),
      ("1941-04-13/1945-08-08", "1946", .no),
      ("1941-04-13/1945-08-08", "1945-08-08", .yes), ("1941/1945", "1941-12-31", .yes),
      ("1941/1945", "1941", .maybe),
      ("1941-12-07T07:48", "1941-12-07", .yes), ("1941-12-07T07:48", "1941-12-08", .no),
      ("1941-12-07T07:48", "1941-12", .maybe),
      ("1941-12-07", "1941-12-07", .yes), ("1941-12-07", "1941-12-07T07:48", .yes), ("1941", "1941", .maybe),
      ("[1940,1942]", "1941", .maybe), ("1941", "[1940,1942]", .no), ("1941", "[1940,1941-05]", .maybe),
      ("1941-04-13T10:00:00/1941-04-15", "1941-04-13", .maybe), ("1941-04-13/1945-08-08", "1942/1944", .yes),
      ("1941-04-13/1945-08-08", "1942/..", .maybe), ("1941/..", "1942/..", .yes), ("../..", "../..", .yes),
      ("1941-04-13/1945-08-08", "/1940", .no), ("1941-12-07T07:48", "1941-12-07T07:48:30", .yes),
    ] as [(String, String, Answer)])
  func spanCoversADate(span: String, query: String, answer: Answer) throws {
    #expect(try Span(date(span)).covers(date(query)) == answer, "\(span) covers \(query)")
  }

  @Test(
    arguments: [
      ("1939/1941", "1943/1945", .no), ("1939/1943", "1941/1945", .yes), ("1939/1941", "1941/1945", .maybe),
      ("1939-01-01/1941-04-13", "1941-04-13/1945-01-01", .yes),
      ("1939-01-01/1941-04-12", "1941-04-13/1945-01-01", .no),
      ("1941-04", "1941-03-01/1941-05-01", .yes), ("1941-04", "1941-04-10/1941-05-01", .maybe),
      ("1941-04", "1941-04", .maybe),
      ("1941-04-13", "1941-04-13", .yes), ("1941-05/1950", "1941-06/1941", .yes),
      ("../1941", "1930/..", .yes),
      ("../..", "1941", .yes), ("1941/", "1950", .maybe), ("/1941", "1950", .no),
    ] as [(String, String, Answer)])
  func spansShareTime(first: String, second: String, answer: Answer) throws {
    let (first, second) = try (Span(date(first)), Span(date(second)))
    #expect(first.overlaps(second) == answer, "\(first) and \(second)")
    #expect(second.overlaps(first) == answer, "\(second) and \(first)")
    #expect((first.intersection(second) == nil) == (answer == .no))
  }

  @Test func intersectionTakesTheLaterStartAndTheEarlierEnd() throws {
    let shared = try #require(try Span(date("1939/1943-05-01")).intersection(Span(date("1941-04-13/1945"))))
    #expect(shared == (try Span(date("1941-04-13/1943-05-01"))))
    #expect(try Span.always.intersection(Span(date("1941"))) == Span(date("1941")))
    #expect(Span.always.intersection(.always) == .always)
    #expect(try Span(date("1941-04-13")).intersection(Span(date("1941/1942")))?.isMoment == true)
  }

  @Test func contradictorySpanCoversNothing() throws {
    let span = try Span(from: date("1945"), to: date("1941"))
    #expect(span.isContradictory)
    #expect(try span.covers(moment("1943")) == .no && span.covers(date("1943")) == .no)
    #expect(span.overlaps(.always) == .no && span.intersection(.always) == nil)
    #expect(try !Span(from: date("1941"), to: date("1941")).isContradictory)
    #expect(!Span.always.isContradictory)
  }

  @Test func alwaysCoversEveryMoment() throws {
    for time in [Moment.distantPast, .distantFuture, try moment("1941"), try moment("-9999")] {
      #expect(Span.always.covers(time) == .yes, "\(time)")
    }
  }

  /// Holds the answer for an interval of days against every start and end its text allows.
  @Test func answersAreThoseOfEveryReading() throws {
    let texts = [
      "1941-03/1941-04", "1941-03/1941-03", "1941-03-10/1941-03", "1941-03/1941-03-20",
      "1941-02-27/1941-03-02",
    ]
    let firstDay = try moment("1941-02-20").day
    let days = (0..<80).map { firstDay.adding(days: $0) }
    for text in texts {
      let interval = try date(text)
      let parts = try text.split(separator: "/").map { try date(String($0)) }
      let starts = days.filter { $0.start >= parts[0].earliest && $0.start <= parts[0].latest }
      let ends = days.filter { $0.start >= parts[1].earliest && $0.start <= parts[1].latest }
      for day in days {
        let readings = starts.flatMap { start in ends.filter { $0 >= start }.map { start <= day && day <= $0 }
        }
        let expected: Answer = Set(readings).count == 2 ? .maybe : Answer(readings[0])
        #expect(Span(interval).covers(day.start) == expected, "\(text) covers \(day)")
        #expect(try Span(interval).covers(date(day.description)) == expected, "\(text) covers \(day)")
      }
    }
  }
}
