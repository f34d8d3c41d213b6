import TestSupport
import Testing

@testable import DiplomacyDrawing

@Suite struct SVGLayoutTests {
  private func layout(_ body: String) throws -> SVGLayout {
    try SVGLayout(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 50\"><rect width=\"100%\" height=\"100%\"/>\(body)</svg>"
    )
  }

  @Test func textsThatLieOnEachOtherAreFoundInGroupsAndTurned() throws {
    let apart =
      "<g class=\"a\" transform=\"translate(10 20)\"><text x=\"0\" y=\"0\" font-size=\"10\">日本</text></g>"
    // Two full-width letters of size 10 reach from 10 to 30.
    #expect(try layout(apart + "<text x=\"31\" y=\"20\" font-size=\"10\">本</text>").overlaps() == [])
    #expect(try layout(apart + "<text x=\"29\" y=\"20\" font-size=\"10\">本</text>").overlaps().count == 1)
    #expect(
      try layout(apart + "<text x=\"50\" y=\"20\" font-size=\"10\" text-anchor=\"end\">本本本</text>").overlaps()
        .count
        == 1)
    // Beside it upright, across it when turned by 90 degrees.
    let turned = "<text x=\"20\" y=\"45\" font-size=\"10\" transform=\"rotate(-90 20 45)\">本本本</text>"
    #expect(try layout(apart + turned).overlaps() == ["'日本' (a) lies on '本本本' ()"])
    #expect(try layout(apart + turned.replacing("-90", with: "0")).overlaps() == [])
    // The rectangles around two slanting texts meet, the texts do not.
    func slanting(_ x: Int) -> String {
      "<text x=\"\(x)\" y=\"40\" font-size=\"10\" transform=\"rotate(-45 \(x) 40)\">本本本</text>"
    }
    #expect(try layout(slanting(10) + slanting(25)).overlaps() == [])
    #expect(try layout(slanting(10) + slanting(22)).overlaps().count == 1)
  }

  @Test func whatLeavesThePageIsFound() throws {
    #expect(try layout("<text x=\"81\" y=\"20\" font-size=\"10\">日本</text>").outside().count == 1)
    #expect(try layout("<text x=\"79\" y=\"20\" font-size=\"10\">日本</text>").outside() == [])
    #expect(
      try layout("<text x=\"19\" y=\"20\" font-size=\"10\" direction=\"rtl\">日本</text>").outside().count == 1)
    #expect(
      try layout("<text x=\"21\" y=\"20\" font-size=\"10\" direction=\"rtl\">日本</text>").outside() == [])
    #expect(try layout("<path d=\"M10 10L-1 20Z\"/>").outside().count == 1)
    #expect(
      try layout("<circle cx=\"50\" cy=\"47\" r=\"4\"/><line x1=\"0\" y1=\"0\" x2=\"100\" y2=\"50\"/>")
        .outside().count == 1)
  }
}
