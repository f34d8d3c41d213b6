import TestSupport
import Testing

@testable import DiplomacyFormats

@Suite struct ShownTextTests {
  @Test(arguments: [
    ("plain", "plain"), ("\u{1B}[31m", "\\u{1B}[31m"), ("\u{1B}]0;t\u{7}", "\\u{1B}]0;t\\u{7}"),
    ("a\u{9B}2J", "a\\u{9B}2J"), ("\u{7F}\u{0}", "\\u{7F}\\u{0}"), ("a\nb\tc", "a\\u{A}b\\u{9}c"),
    ("\u{2028}\u{2029}\u{85}", "\\u{2028}\\u{2029}\\u{85}"),
    ("\u{202A}\u{202E}\u{2066}\u{2069}", "\\u{202A}\\u{202E}\\u{2066}\\u{2069}"),
    ("\u{200E}\u{200F}\u{61C}", "\\u{200E}\\u{200F}\\u{61C}"), ("a\u{200B}\u{FEFF}b", "a\\u{200B}\\u{FEFF}b"),
    // Letters of every script stay, the joiners that some need among them, and what has been written out already.
    ("שלום معاهدة 日本 Zürich", "שלום معاهدة 日本 Zürich"), ("नि\u{200D}\u{200C}", "नि\u{200D}\u{200C}"),
    ("\u{1F469}\u{200D}\u{1F4BB}", "\u{1F469}\u{200D}\u{1F4BB}"), ("\\u{1B}", "\\u{1B}"), ("C:\\x", "C:\\x"),
  ])
  func whatSteersTerminalsIsWrittenOut(text: String, expected: String) {
    #expect(shown(text) == expected)
    #expect(shown(shown(text)) == expected)
  }

  @Test func lineEndsAndTabsAreSpacesOnOneLine() {
    #expect(onOneLine("a\nb\tc\u{2028}d\u{85}e\u{1B}") == "a b c d e\\u{1B}")
  }

  @Test func aNameCannotForgeADiagnostic() {
    let diagnostic = Diagnostic(
      file: "a\u{1B}[2J\nb.yaml", place: .init(line: 1, column: 2),
      message: "'x\nb.yaml:1:1: error: forged\u{202E}' is not an actor.")
    #expect(
      "\(diagnostic)"
        == "a\\u{1B}[2J\\u{A}b.yaml:1:2: error: 'x\\u{A}b.yaml:1:1: error: forged\\u{202E}' is not an actor.")
  }

  // MARK: Markdown

  @Test(arguments: [
    ("# h", "\\# h"), ("- a", "\\- a"), ("-0.5", "-0.5"), ("---", "\\---"), ("+ a", "\\+ a"),
    ("===", "\\==="),
    ("> q", "\\> q"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("13.4.1941", "13.4.1941"),
    ("1941.", "1941\\."),
    ("AT&T & co", "AT&T & co"), ("&nbsp; &#65; &x", "\\&nbsp; \\&#65; &x"),
    ("http://x.y", "http\\://x.y"), ("WWW.x.y", "WWW\\.x.y"), ("a@b.c", "a\\@b.c"),
    ("mailto:a", "mailto\\:a"),
    ("at 10:30", "at 10:30"), ("~~s~~", "\\~\\~s\\~~"), ("1941~ to 1945~", "1941~ to 1945~"),
    ("    code", "code"), ("end  ", "end"), ("![a](b)", "!\\[a\\](b)"), ("a\n\nb", "a  b"),
    ("<img src=x onerror=y>", "\\<img src=x onerror=y\\>"), ("\u{1B}[0m", "\\\\u{1B}\\[0m"), ("", ""),
  ])
  func nothingIsMarkup(text: String, escaped: String) {
    #expect(markdownText(text) == escaped)
  }
}
