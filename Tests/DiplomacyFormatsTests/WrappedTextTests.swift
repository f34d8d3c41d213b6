import Testing

@testable import DiplomacyFormats

@Suite struct WrappedTextTests {
  @Test(arguments: [
    ("", 20, []),
    ("   ", 20, []),
    ("Pact", 20, ["Pact"]),
    // Exactly as wide as a line, and one more.
    ("four five", 9, ["four five"]),
    ("four five", 8, ["four", "five"]),
    ("one two three", 7, ["one two", "three"]),
    // A word that is too long stays whole.
    ("a Nichtangriffsvertrag b", 6, ["a", "Nichtangriffsvertrag", "b"]),
    // A hyphen or dash stays at the end of its line.
    ("Soviet–Japanese pact", 10, ["Soviet–", "Japanese", "pact"]),
    ("Molotov-Ribbentrop", 10, ["Molotov-", "Ribbentrop"]),
    ("Pact of 1941-04-13", 10, ["Pact of", "1941-04-13"]),
    ("1939-08-23/1941-06-22", 12, ["1939-08-23/", "1941-06-22"]),
    ("treaty-2", 4, ["treaty-2"]),
    ("with --at-all", 7, ["with", "--at-", "all"]),
    ("France/Britain", 8, ["France/", "Britain"]),
    // Line ends and runs of spaces are spaces, and no line begins with one.
    ("one\ntwo", 20, ["one two"]),
    ("one\r\ntwo", 20, ["one two"]),
    ("  one   two  ", 20, ["one two"]),
    ("one    two", 3, ["one", "two"]),
    ("pact - text", 5, ["pact", "-", "text"]),
    // East Asian letters count two and break anywhere, but not before a closing mark.
    ("日ソ中立条約", 6, ["日ソ中", "立条約"]),
    ("日ソ中立条約", 7, ["日ソ中", "立条約"]),
    ("日ソ中、立条約", 6, ["日ソ", "中、立", "条約"]),
    ("USSR。", 5, ["USSR。"]),
    ("（USSR）日本", 9, ["（USSR）", "日本"]),
    // Words in katakana stay whole, up to the middle dot that parts names.
    ("ヨシフ・スターリン", 10, ["ヨシフ・", "スターリン"]),
    ("ソビエト連邦", 8, ["ソビエト", "連邦"]),
    ("ソビエト連邦", 10, ["ソビエト連", "邦"]),
    ("日ソビエト", 4, ["日", "ソビエト"]),
    ("ソ連SSRソ連", 4, ["ソ連", "SSR", "ソ連"]),
    ("abc 日本", 6, ["abc 日", "本"]),
    // Letters of several scalars stay whole.
    ("e\u{301}e\u{301} \u{1F469}\u{200D}\u{1F4BB}", 2, ["e\u{301}e\u{301}", "\u{1F469}\u{200D}\u{1F4BB}"]),
  ])
  func linesBreakWhereTheyMay(text: String, width: Int, lines: [String]) {
    #expect(wrapped(text, width: width) == lines, "\(text) in \(width) columns")
  }

  @Test func noLetterIsLostAndNoLineIsTooWideWhateverTheWidth() {
    let text =
      "The Treaty of Mutual Guarantee between Germany, Belgium, France, Great Britain and Italy (Locarno), 1925–1936"
    let longest = 10
    for width in 1...120 {
      let lines = wrapped(text, width: width)
      #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " }, "\(width): \(lines)")
      #expect(lines.allSatisfy { $0.count <= max(width, longest) }, "\(width): \(lines)")
      #expect(
        lines.allSatisfy { !$0.hasPrefix(" ") && !$0.hasSuffix(" ") && !$0.isEmpty }, "\(width): \(lines)")
    }
  }
}
