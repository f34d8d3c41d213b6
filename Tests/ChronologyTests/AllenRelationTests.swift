import Testing

@testable import Chronology

@Suite struct AllenRelationTests {
  /// The relation of two stretches by Allen's definitions, of which exactly one must hold.
  private func relation(_ s: Int64, _ e: Int64, _ t: Int64, _ f: Int64) -> AllenRelation {
    let holding: [(AllenRelation, Bool)] = [
      (.before, e < t), (.meets, e == t), (.overlaps, s < t && t < e && e < f), (.starts, s == t && e < f),
      (.during, t < s && e < f), (.finishes, t < s && e == f), (.equals, s == t && e == f),
      (.finishedBy, s < t && e == f), (.contains, s < t && f < e), (.startedBy, s == t && f < e),
      (.overlappedBy, t < s && s < f && f < e), (.metBy, f == s), (.after, f < s),
    ]
    let names = holding.filter(\.1).map(\.0)
    #expect(names.count == 1, "\(s)..<\(e) and \(t)..<\(f): \(names)")
    return names[0]
  }

  /// The relation when one or both are instants: as above, but what meets is merely before or after.
  private func relation(_ a: (Int64, Int64), _ b: (Int64, Int64), hasInstant: Bool) -> AllenRelation {
    let plain = relation(a.0, a.1, b.0, b.1)
    if !hasInstant { return plain }
    return plain == .meets ? .before : plain == .metBy ? .after : plain
  }

  private func choices(_ bounds: AllenBounds) -> [(Int64, Int64)] {
    if bounds.isInstant { return bounds.start.map { ($0, $0 + 1) } }
    return bounds.start.flatMap { start in bounds.end.filter { $0 > start }.map { (start, $0) } }
  }

  /// Every pair of stretches and instants with bounds among a few numbers, against all choices of their ends.
  @Test func possibleRelationsAreThoseOfEveryChoice() {
    var ranges: [ClosedRange<Int64>] = []
    for first in 0...4 as ClosedRange<Int64> { for last in first...4 { ranges.append(first...last) } }
    let starts = ranges.filter { $0.upperBound < 4 }
    var all = starts.map { AllenBounds(start: $0, end: $0, isInstant: true) }
    for start in starts {
      for end in ranges { all.append(AllenBounds(start: start, end: end, isInstant: false)) }
    }
    let chosen = all.map(choices)
    var table: [AllenRelation] = []
    for code in 0..<(2 * 6 * 6 * 6 * 6) as Range<Int64> {
      let (s, e, t, f) = (code / 216 % 6, code / 36 % 6, code / 6 % 6, code % 6)
      guard s < e, t < f else {
        table.append(.equals)
        continue
      }
      table.append(relation((s, e), (t, f), hasInstant: code >= 1296))
    }
    for (i, a) in all.enumerated() {
      for (j, b) in all.enumerated() {
        let offset = a.isInstant || b.isInstant ? 1296 : 0
        var expected: UInt16 = 0
        for (s, e) in chosen[i] {
          for (t, f) in chosen[j] {
            expected |= 1 << table[offset + Int(s * 216 + e * 36 + t * 6 + f)].rawValue
          }
        }
        let found = a.possibleRelations(to: b)
        guard found.rawValue == expected else {
          Issue.record("\(a) to \(b): \(found), not \(AllenRelations(rawValue: expected))")
          return
        }
      }
    }
  }

  private static let texts = [
    "1939", "1941", "1941-04", "1941-04-13", "1941-04-13T14:50", "1941-04-13T14:50:30", "1941-04-14",
    "1941-05~",
    "1941/1943", "1941-04-13/1945-08-08", "1941-04-13/1941-04-13", "../1941", "1942/..", "/1940", "1944/",
    "../..",
    "[1940,1945]", "[..1938]", "[1946..]", "{1940,1943}", "-0043",
  ]

  @Test(arguments: AllenResolution.allCases)
  func lawsHoldOnAGridOfDates(resolution: AllenResolution) throws {
    let dates = try Self.texts.map { try date($0) }
    for a in dates {
      for b in dates {
        let possible = a.possibleRelations(to: b, by: resolution)
        #expect(!possible.isEmpty, "\(a), \(b)")
        #expect(b.possibleRelations(to: a, by: resolution) == possible.converses, "\(a), \(b)")
        let answers = AllenRelation.allCases.map { a.relation($0, to: b, by: resolution) }
        #expect(answers.filter { $0 == .yes }.count == (possible.relations.count == 1 ? 1 : 0), "\(a), \(b)")
        #expect(answers.filter(\.isPossible).count == possible.relations.count)
        for relation in AllenRelation.allCases {
          let answer = a.relation(relation, to: b, by: resolution)
          #expect(b.relation(relation.converse, to: a, by: resolution) == answer)
          #expect(possible.answer(anyOf: AllenRelations.all.subtracting(AllenRelations(relation))) == !answer)
        }
        if resolution == .second {
          let before: AllenRelations = [AllenRelations(.before), AllenRelations(.meets)]
          let (answer, isBefore) = (possible.answer(anyOf: before), a.isBefore(b))
          // An interval starts with its first day here, and somewhere in that day there.
          #expect(answer == isBefore || (isBefore == .maybe && answer == .no), "\(a), \(b): \(possible)")
          if a.shape == .point && b.shape == .point { #expect(answer == isBefore, "\(a), \(b): \(possible)") }
        }
      }
    }
  }

  /// What three stretches of small numbers can be to each other, from Allen's definitions.
  private func compositions() -> [AllenRelation: [AllenRelation: AllenRelations]] {
    var table: [AllenRelation: [AllenRelation: AllenRelations]] = [:]
    var stretches: [(Int64, Int64)] = []
    for s in 0..<5 as Range<Int64> { for e in s + 1...5 { stretches.append((s, e)) } }
    for a in stretches {
      for b in stretches {
        let first = relation(a.0, a.1, b.0, b.1)
        for c in stretches {
          table[first, default: [:]][relation(b.0, b.1, c.0, c.1), default: []]
            .formUnion(AllenRelations(relation(a.0, a.1, c.0, c.1)))
        }
      }
    }
    return table
  }

  @Test func certainRelationsComposeAsInAllensTable() throws {
    let table = compositions()
    // From the table in Allen 1983: 169 entries, of which these are known by heart.
    #expect(table[.before]?[.before] == AllenRelations(.before))
    #expect(table[.during]?[.during] == AllenRelations(.during))
    #expect(table[.before]?[.after] == .all)
    #expect(table[.overlaps]?[.overlaps] == AllenRelations([.before, .overlaps, .meets]))
    #expect(table[.meets]?[.metBy] == AllenRelations([.finishes, .finishedBy, .equals]))
    #expect(table.values.reduce(0) { $0 + $1.count } == 169)
    let spans = try [
      "1939/1941", "1941-04-13/1945-08-08", "1941-04-13/1941-12-31", "1942-01-01/1943-06-30", "1946-01-01/..",
      "1945-08-09/1950-01-01", "../1938-12-31", "1943-01-01/1943-06-30", "1944-05-05/1945-08-08",
    ].map { try Span(date($0)) }
    var certain = 0
    for a in spans {
      for b in spans {
        for c in spans {
          let (first, second) = (a.possibleRelations(to: b).relations, b.possibleRelations(to: c).relations)
          guard first.count == 1, second.count == 1, let allowed = table[first[0]]?[second[0]] else {
            continue
          }
          certain += 1
          #expect(a.possibleRelations(to: c).isSubset(of: allowed), "\(a), \(b), \(c)")
        }
      }
    }
    #expect(certain > 200)
  }

  @Test(
    arguments: [
      ("1941-04-13", "1941-04-14", [.before]), ("1941-04-13", "1941-04-13", [.before, .equals, .after]),
      ("1941-04-13", "1941-04-13/1945-08-08", [.starts, .during]), ("1941", "1942/1943", [.before]),
      ("1941-04-13/1945-08-08", "1945-08-09/1946-01-01", [.meets]),
      ("1942-06", "1941-04-13/1945-08-08", [.during]),
      ("1941-04-13/..", "1945-08-08/..", [.finishedBy]), ("../1941-01-01", "../1945-01-01", [.starts]),
      ("../..", "1941/1942", [.contains]), ("../..", "../..", [.equals]),
      ("1945-08-09", "1941-04-13/1945-08-08", [.after]), ("[1940,1945]", "1943", [.before, .equals, .after]),
    ] as [(String, String, [AllenRelation])])
  func datesStandInTheseRelations(first: String, second: String, relations: [AllenRelation]) throws {
    #expect(try date(first).possibleRelations(to: date(second)).relations == relations, "\(first), \(second)")
  }

  @Test(
    arguments: [
      ("1941-04-13", "1941-04-13", [.equals]), ("1941-04-13T14:50", "1941-04-13", [.equals]),
      ("1941-04-13", "1941-04-13/1945-08-08", [.starts]),
      ("1945-08-08", "1941-04-13/1945-08-08", [.finishes]),
      ("1941-04-13", "1941-04-13/1941-04-13", [.equals]), ("1941-04-12", "1941-04-13/1945-08-08", [.before]),
      ("1941-04", "1941-04-13/1945-08-08", [.before, .starts, .during]),
    ] as [(String, String, [AllenRelation])])
  func daysStandInTheseRelations(first: String, second: String, relations: [AllenRelation]) throws {
    #expect(
      try date(first).possibleRelations(to: date(second), by: .day).relations == relations,
      "\(first), \(second)")
  }

  @Test func contradictorySpanStandsInNoRelation() throws {
    let wrong = try Span(from: date("1945-01-01"), to: date("1941-01-01"))
    #expect(wrong.possibleRelations(to: .always).isEmpty)
    #expect(wrong.relation(.before, to: .always) == .no)
    #expect(AllenRelations().description == "none")
  }

  @Test func converseIsAnInvolutionAndNamesRead() {
    for relation in AllenRelation.allCases { #expect(relation.converse.converse == relation) }
    #expect(AllenRelation.allCases.filter { $0.converse == $0 } == [.equals])
    #expect(
      AllenRelation.overlaps.converse == .overlappedBy && AllenRelation.finishes.converse == .finishedBy)
    #expect(AllenRelations([.meets, .before]).description == "before or meets")
    #expect(AllenRelations(rawValue: .max) == .all)
  }
}
