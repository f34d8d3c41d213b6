import Testing

@testable import DiplomacyFormats

@Suite struct NearestNameTests {
  @Test(
    arguments: [
      ("jpan", "japan"), ("japann", "japan"), ("jappn", "japan"), ("jaapn", "japan"), ("JAPAN", "japan"),
      ("Japna", "japan"), ("parteis", "parties"), ("signatorys", "signatories"), ("japan-", "japan"),
    ])
  func slipIsFound(written: String, meant: String) {
    let names = ["ussr", "japan", "parties", "signatories"]
    #expect(nearestName(to: written, among: names) == meant, "\(written)")
  }

  @Test(arguments: ["jn", "germany", "jabon2", "", "日本", "naapj"])
  func whatIsFarIsNotFound(written: String) {
    #expect(nearestName(to: written, among: ["japan"]) == nil, "\(written)")
  }

  @Test(
    arguments: [
      // A third of the letters may differ, rounded down.
      ("abc", "xbc", true), ("abc", "xyc", false), ("abcde", "xbcde", true), ("abcde", "xycde", false),
      ("abcdef", "xycdef", true), ("abcdef", "xyzdef", false), ("abcdefghi", "xyzdefghi", true),
      ("abcdefghi", "xyzwefghi", false), ("ab", "ba", false), ("a", "ab", false), ("UK", "uk", true),
    ])
  func limitIsAThirdOfTheLetters(written: String, name: String, isNear: Bool) {
    #expect((nearestName(to: written, among: [name]) != nil) == isNear, "\(written), \(name)")
  }

  @Test func swapOfNeighboursCountsOnce() {
    // As two substitutions, it would be further away than the limit of one.
    #expect(nearestName(to: "abdce", among: ["abcde"]) == "abcde")
  }

  @Test func nearestIsTakenAndOfEqualOnesTheFirst() {
    #expect(nearestName(to: "poland", among: ["holand", "polan", "poland1"]) == "holand")
    #expect(nearestName(to: "polands", among: ["holand", "poland"]) == "poland")
  }

  @Test func nameItselfIsNoSuggestion() {
    #expect(nearestName(to: "japan", among: ["japan"]) == nil)
    #expect(nearestName(to: "japan", among: ["japan", "japon"]) == "japon")
  }

  @Test func onlyTheBeginningOfLongNamesIsCompared() {
    let long = String(repeating: "a", count: 100_000)
    #expect(nearestName(to: long, among: [long + "b"]) == long + "b")
    #expect(nearestName(to: long, among: ["a"]) == nil)
  }

  @Test func suggestionIsASentence() {
    #expect(didYouMean("jpan", among: ["japan"]) == " Did you mean 'japan'?")
    #expect(didYouMean("x-ray", among: ["japan"]) == "")
  }
}
