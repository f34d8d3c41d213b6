import Chronology
import Diplomacy
import TestSupport
import Testing

@testable import DiplomacyDrawing

@Suite struct AxisTests {
  private func frame(_ language: String, _ size: Double) -> ChartFrame {
    let graph = DiplomaticGraph(title: LocalizedText("", language: "en"), entities: [], statements: [])
    return ChartFrame(PictureStyle(fontSize: size, language: language), GraphView(graph), TextMeter())
  }

  /// From an hour to a geological age, in widths from that of a stamp to that of a page.
  @Test(arguments: PictureWords.languages)
  func labelsOfTimeNeitherMeetNorLeaveThePlot(language: String) throws {
    var numbers = SeededNumbers(seed: 11)
    let frame = frame(language, 8)
    for _ in 0..<Thoroughness.cases(60, thorough: 1000) {
      let power = Int.random(in: 4...17, using: &numbers)
      var length: Int64 = 1
      for _ in 0..<power { length *= 10 }
      let start = Int64.random(in: -length...length, using: &numbers)
      let width = Double(Int.random(in: 20...900, using: &numbers))
      let scale = TimeScale(
        Moment(seconds: start), Moment(seconds: start + Int64.random(in: 3600...length * 2, using: &numbers)),
        from: width * 0.1, to: width)
      let axis = frame.timeAxis(scale, at: 20, linesFrom: 0, within: 0...width)
      let page = SVGDocument(
        width: width, height: 40, language: language, title: "axis", description: "axis",
        elements: axis.elements)
      let layout = try SVGLayout(page.text)
      let what = "\(language): \(scale.start) to \(scale.end), width \(width): \(layout.texts.map(\.text))"
      #expect(layout.overlaps() == [], "\(what)")
      #expect(
        layout.texts.allSatisfy { $0.quad.bounds.x > -0.1 && $0.quad.bounds.maxX < width + 0.1 }, "\(what)")
      if width > 120 { #expect(!layout.texts.isEmpty, "\(what)") }
    }
  }

  @Test func scalesReachFromTheFirstYearToTheLast() {
    let years = Day.supportedYears
    let frame = frame("en", 8)
    guard let first = Day(year: years.lowerBound, month: 1, day: 1),
      let last = Day(year: years.upperBound, month: 12, day: 31)
    else {
      Issue.record("the outermost years have no days")
      return
    }
    let scale = TimeScale(first.start, last.start, from: 0, to: 400)
    let axis = frame.timeAxis(scale, at: 0, within: 0...400)
    #expect(axis.elements.count { $0.name == "text" } >= 1)
  }

  @Test func numbersAreRoundAndWrittenAsFinelyAsTheyAreApart() {
    let frame = frame("fr", 8)
    #expect(
      frame.numberTicks(LinearScale(0...1, from: 100, to: 0)).map(\.text) == [
        "0", "0,2", "0,4", "0,6", "0,8", "1",
      ])
    #expect(
      frame.numberTicks(LinearScale(0...3, from: 100, to: 0), isWhole: true).map(\.text) == [
        "0", "1", "2", "3",
      ])
    #expect(
      frame.numberTicks(LinearScale(0...0.0004, from: 30, to: 0)).map(\.text) == ["0", "0,0002", "0,0004"])
    #expect(frame.numberTicks(LinearScale(5...5, from: 30, to: 0)).map(\.value) == [5])
  }
}
