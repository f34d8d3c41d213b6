import Chronology
import Testing

@Suite struct DateRelationsTests {
  @Test(
    arguments: [
      ("1941", "1942", .yes), ("1942", "1941", .no), ("1941", "1941", .maybe),
      ("1941-04-13", "1941-04-13", .maybe),
      ("1941-04-13", "1941-04-14", .yes), ("1941-04", "1941", .maybe),
      ("1941-01-01T00:00:00", "1941", .maybe),
      ("1941-12-31T23:59:59", "1941", .no), ("1941-04-13T14:50:00", "1941-04-13T14:50:00", .no),
      ("1941-04-13T14:50:00", "1941-04-13T14:50:01", .yes), ("1940/1941", "1942", .yes),
      ("1940/1941", "1941", .maybe),
      ("1940/1942", "1939", .no), ("1940/1942", "1941", .no), ("1940/1942", "1942-06", .maybe),
      ("1940/1942-01-01", "1941-06", .no),
      ("1941/..", "1950", .no), ("1950", "1941/..", .no), ("1940", "1941/..", .yes),
      ("1941/", "1950", .maybe),
      ("1941/", "1930", .no), ("../1941", "1942", .yes), ("1930", "../1941", .no), ("1930", "/1941", .maybe),
      ("1950", "/1941", .no), ("[1940,1945]", "1946", .yes), ("[1940,1945]", "1943", .maybe),
      ("[..1940]", "1941", .yes),
      ("[1941..]", "1942", .maybe), ("{1940,1945}", "1943", .no), ("1943", "{1940,1945}", .no),
      ("1939", "{1940,1945}", .yes),
      ("1945-08-09T00:00:00+10:00", "1945-08-08T23:00:00+03:00", .yes),
      ("1945-08-08T23:00:00+03:00", "1945-08-09T00:00:00+10:00", .no),
      ("[1945-05-08,1945-05-09]", "1945-05-10", .yes), ("[1945-05-08,1945-05-09]", "1945-05-09", .maybe),
      ("-0044", "-0043", .yes), ("-0001", "0000", .yes), ("1941?", "1942", .yes),
    ] as [(String, String, Answer)])
  func orderOfTwoDates(first: String, second: String, answer: Answer) throws {
    #expect(try date(first).isBefore(date(second)) == answer, "\(first) before \(second)")
    #expect(try date(second).isAfter(date(first)) == answer, "\(second) after \(first)")
  }

  @Test(
    arguments: [
      ("1941-04-13", "1941-04-13", .yes), ("1941-04-13", "1941-04-13?", .yes),
      ("1941-04-13", "1941-04-14", .no),
      ("1941-04-13", "1941-04", .maybe), ("1941", "1941", .maybe), ("1941", "1942", .no),
      ("1941-04-13T14:50:00", "1941-04-13", .yes), ("1941-04-13T14:50", "1941-04-13T14:50:30", .yes),
      ("1941-04-13T14:50:00", "1941-04-13T14:50:01", .no), ("1941-04-13T14:50:00", "1941-04", .maybe),
      ("[1940,1942]", "1941", .no), ("[1940,1942]", "1942-05", .maybe),
      ("[1945-05-08,1945-05-09]", "1945-05-09", .maybe),
      ("[..1940]", "1941", .no), ("1941-04-13/1945-08-08", "1941-04-13/1945-08-08", .yes),
      ("1941-04-13/1945-08-08", "1941-04-13/1945-08-09", .no), ("1941-04-13/..", "1941-04-13/..", .yes),
      ("1941-04-13/..", "1941-04-13/1945", .no), ("1941-04-13/", "1941-04-13/1945", .maybe),
      ("../..", "../..", .yes),
      ("1941-04-13/1941-04-13", "1941-04-13", .yes),
      ("{1941-04-13,1941-04-15}", "1941-04-13/1941-04-15", .yes),
      ("{1941-04-13,1941-04-15}", "1941-04-13", .no),
    ] as [(String, String, Answer)])
  func samenessOfTwoDates(first: String, second: String, answer: Answer) throws {
    #expect(try date(first).isSame(as: date(second)) == answer, "\(first) same as \(second)")
    #expect(try date(second).isSame(as: date(first)) == answer, "\(second) same as \(first)")
  }

  private static let grid = [
    "1939", "194X", "1941", "1941-04", "1941-04-13", "1941-04-13T14:50", "1941-04-13T14:50:30", "1941-04-14",
    "1941-05~",
    "1941-22", "1945", "1941/1943", "1941-04-13/1945-08-08", "../1941", "1942/..", "/1940", "1944/", "../..",
    "[1940,1945]", "[..1938]", "[1946..]", "{1940,1943}", "{1941..1942}", "-0043", "Y-17000",
  ]

  @Test func lawsOfOrderHoldOnAGridOfDates() throws {
    let dates = try Self.grid.map { try date($0) }
    for a in dates {
      #expect(a.isBefore(a) != .yes, "\(a)")
      #expect(a.isSame(as: a) != .no, "\(a)")
      for b in dates {
        let before = a.isBefore(b)
        #expect(before == b.isAfter(a))
        #expect(!(before == .yes && b.isBefore(a) != .no), "\(a), \(b): before both ways")
        #expect(!(before == .yes && a.isSame(as: b) != .no), "\(a), \(b): before and the same")
        for c in dates where before == .yes && b.isBefore(c) == .yes {
          #expect(a.isBefore(c) == .yes, "\(a), \(b), \(c)")
        }
      }
    }
  }

  /// Holds points against every second they may denote, on a line of a few minutes.
  @Test func answersAreThoseOfEveryReading() throws {
    let texts = [
      "1941-04-13T14:50", "1941-04-13T14:51", "1941-04-13T14:50:00", "1941-04-13T14:50:59",
      "1941-04-13T14:51:00",
      "[1941-04-13T14:50:10,1941-04-13T14:50:20]", "[1941-04-13T14:50:10..1941-04-13T14:51:20]",
    ]
    let dates = try texts.map { try date($0) }
    for a in dates {
      for b in dates where !a.text.contains(",") && !b.text.contains(",") {
        var answers: Set<Bool> = []
        for s in a.earliest.seconds...a.latest.seconds {
          for t in b.earliest.seconds...b.latest.seconds { answers.insert(s < t) }
        }
        #expect(a.isBefore(b) == (answers.count == 2 ? .maybe : Answer(answers.contains(true))), "\(a), \(b)")
      }
    }
  }
}
