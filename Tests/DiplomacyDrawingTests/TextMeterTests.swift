import TestSupport
import Testing

@testable import DiplomacyDrawing

@Suite struct TextMeterTests {
  @Test func lengthsAreThoseOfTheFontsThatDraw() throws {
    let meter = TextMeter()
    meter.prepare(["i", "Soviet Union", "日ソ中立条約", ""])
    // A full-width letter is as wide as its font is high.
    #expect(abs(meter.width("日ソ中立条約", 10) - 60) < 0.5)
    #expect(meter.width("Soviet Union", 10) > 10 * meter.width("i", 10))
    #expect(meter.width("Soviet Union", 20) == 2 * meter.width("Soviet Union", 10))
    #expect(meter.width("Soviet Union", 10, .bold) > meter.width("Soviet Union", 10))
    #expect(meter.width("", 10) == 0)
    try meter.check()
    #expect(meter.warnings == [])
  }

  @Test func aCharacterThatNoFontHasIsTold() throws {
    let meter = TextMeter()
    _ = meter.width("\u{10FFF0}\u{E0FF}", 8)
    try meter.check()
    #expect(meter.warnings.count == 1)
    #expect(meter.warnings.first?.contains("U+E0FF") == true)
  }
}
