import Chronology
import Diplomacy
import DiplomacyFormats
import Foundation
import TestSupport
import Testing

/// What a person does with the page, by mouse and by keyboard.
@Suite(.enabled(if: Tools.chromedriver != nil, "chromedriver is missing; run Scripts/test."), .serialized)
struct ExplorerUseTests {
  private func interwar() throws -> DiplomaticGraph {
    try GraphFile.read(contentsOf: graphFile("interwar-pacts"))
  }
  private func pact() throws -> DiplomaticGraph {
    try GraphFile.read(contentsOf: graphFile("neutrality-pact"))
  }

  // MARK: Time

  @Test func theSliderMovesByKeysAndTellsWhatIsThere() async throws {
    try await ExploredPage.explore(try interwar(), at: "date=1939-08-31") { page in
      let browser = page.browser
      _ = try await browser.run("document.getElementById('slider').focus()")
      try await browser.press(Key.right)
      #expect(
        try await browser.text("document.getElementById('date-words').textContent") == "30 September 1939")
      try await browser.press(Key.left, Key.left)
      #expect(try await browser.text("document.getElementById('date-words').textContent") == "30 July 1939")
      try await browser.press(Key.pageUp)
      #expect(try await browser.text("document.getElementById('date-words').textContent") == "30 July 1940")
      _ = try await browser.run(
        "const u = document.getElementById('unit'); u.value = 'day'; u.dispatchEvent(new Event('change'))")
      try await browser.press(Key.right)
      let words = try await browser.text("document.getElementById('slider').getAttribute('aria-valuetext')")
      let view = GraphView(
        page.graph, ViewOptions(at: try HistoricalDate("1940-07-31"), reading: page.graph.defaultReading))
      let answers = view.entities.filter { $0.entity.category == .agreement }
      let (certain, possible) = (answers.count { $0.answer == .yes }, answers.count { $0.answer == .maybe })
      let numbers = "Agreements certainly in force: \(certain); possibly: \(possible)"
      #expect(words == "31 July 1940. \(numbers)")
      // A screen reader hears the same.
      try await browser.wait(
        until: "document.getElementById('announcements').textContent.startsWith('31 July 1940. \(numbers)')")
      try await browser.press(Key.home)
      #expect(
        try await browser.text(
          "document.getElementById('slider').value === document.getElementById('slider').min") == "true")
    }
  }

  @Test func changesAreFoundOneAfterTheOther() async throws {
    try await ExploredPage.explore(try pact(), at: "date=1941-04-13") { page in
      try await page.browser.click("#later")
      let date = try await page.browser.text("document.getElementById('date').value")
      #expect(date > "1941-04-13")
      try await page.browser.click("#earlier")
      #expect(try await page.browser.text("document.getElementById('date').value") <= "1941-04-13")
    }
  }

  @Test func aDateIsTakenAsItIsWrittenAndAWrongOneIsSaid() async throws {
    try await ExploredPage.explore(try pact()) { page in
      let browser = page.browser
      for (text, words) in [
        ("1945-08-09", "9 August 1945"), ("1943-02", "1 February 1943"), ("1944", "1 January 1944"),
      ] {
        _ = try await browser.run("const d = document.getElementById('date'); d.value = ''; d.focus()")
        try await browser.type(text)
        try await browser.press(Key.enter)
        #expect(try await browser.text("document.getElementById('date-words').textContent") == words)
      }
      _ = try await browser.run("const d = document.getElementById('date'); d.value = ''; d.focus()")
      try await browser.type("1945-02-30")
      try await browser.press(Key.enter)
      #expect(
        try await browser.text("document.getElementById('date-help').textContent").contains(
          "'1945-02-30' is no date"))
      #expect(
        try await browser.text("document.getElementById('date').getAttribute('aria-invalid')") == "true")
      #expect(try await browser.text("document.getElementById('date-words').textContent") == "1 January 1944")
    }
  }

  @Test(arguments: [false, true])
  func timePlaysAndPauses(isCalm: Bool) async throws {
    try await ExploredPage.explore(try pact(), at: "date=1941-04-13") { page in
      let browser = page.browser
      let setting = isCalm ? "reduce" : "no-preference"
      try await browser.tell(
        "Emulation.setEmulatedMedia", ["features": [["name": "prefers-reduced-motion", "value": setting]]])
      try await browser.click("#play")
      #expect(try await browser.text("document.getElementById('play').textContent") == "Pause")
      try await browser.wait(until: "document.getElementById('date').value > '1941-04-13'")
      // Where motion is to be reduced, time goes by whole months.
      if isCalm { #expect(try await browser.text("document.getElementById('date').value").hasSuffix("-13")) }
      try await browser.click("#play")
      let date = try await browser.text("document.getElementById('date').value")
      try await browser.wait(
        until: "document.getElementById('play').getAttribute('aria-pressed') === 'false'")
      #expect(try await browser.text("document.getElementById('date').value") == date)
    }
  }

  @Test(arguments: Thoroughness.isFull ? ["en", "fr", "de", "ru", "ja"] : ["ru", "ja"])
  func daysHaveTheWordsOfTheLibrary(language: String) async throws {
    try await ExploredPage.explore(try pact()) { page in
      for text in [
        "-0043-03-15", "0000-12-31", "0001-01-01", "0079-08-24", "0800-12-25", "1648-10-01", "1941-04-13",
        "2000-02-29",
      ] {
        try await page.go(to: "language=\(language)&date=\(text)")
        let words = try await page.browser.text("document.getElementById('date-words').textContent")
        #expect(words == (try HistoricalDate(text)).description(in: language), "\(text)")
      }
    }
  }

  // MARK: Standpoint

  @Test func anotherReadingEndsThePactOnAnotherDay() async throws {
    try await ExploredPage.explore(try pact(), at: "view=timeline&as=table&date=1945-06-01") { page in
      func status() async throws -> String? {
        try await page.table().first { $0[0] == "Soviet–Japanese Neutrality Pact" }?[3]
      }
      #expect(try await status() == "certainly in force")
      _ = try await page.browser.run(
        "const r = document.getElementById('reading'); r.value = '2'; r.dispatchEvent(new Event('change'))")
      #expect(try await status() == "not in force")
      _ = try await page.browser.run(
        "const r = document.getElementById('reading'); r.value = '0'; r.dispatchEvent(new Event('change'))")
      #expect(try await status() == "possibly in force")
    }
  }

  @Test func aSecretIsNotThereForThoseWhoDidNotKnow() async throws {
    try await ExploredPage.explore(try interwar(), at: "view=ties&as=table&date=1939-09-10") { page in
      let secret = "Secret protocol to the German–Soviet non-aggression treaty"
      func row(knownTo actor: String) async throws -> [String]? {
        _ = try await page.browser.run(
          "const k = document.getElementById('known'); k.value = arguments[0] === '' ? '' : String(JSON.parse(document.getElementById('data').textContent).entities.findIndex(e => e.id === arguments[0])); k.dispatchEvent(new Event('change'))",
          [actor])
        return try await page.table().first { $0[0] == secret }
      }
      let rows = (try await row(knownTo: ""), try await row(knownTo: "poland"), try await row(knownTo: "usa"))
      #expect(rows.0?[3] == "certainly in force" && rows.1 == nil && rows.2?[3] == "certainly in force")
    }
  }

  @Test func whatWasOnlyPlannedCanBeLeftOut() async throws {
    try await ExploredPage.explore(try pact(), at: "view=timeline&as=table&date=all") { page in
      let planned = page.graph.entities.filter {
        $0.category == .event && $0.attestation.modality == .planned
      }
      let names = Set(planned.map { $0.name.text(in: "en") })
      #expect(!names.isEmpty)
      #expect(try await page.table().count { names.contains($0[0]) } == names.count)
      try await page.browser.click("#senses input[value=planned]")
      #expect(try await page.table().count { names.contains($0[0]) } == 0)
      try await page.browser.wait(until: "location.hash.includes('senses=')")
    }
  }

  // MARK: Search and selection

  @Test func namesAreFoundInEveryLanguageWithoutAccents() async throws {
    try await ExploredPage.explore(try pact()) { page in
      let browser = page.browser
      for (words, name) in [
        ("yosuke", "Matsuoka Yōsuke"), ("union sovietique", "Soviet Union"), ("ЯПОНИЯ", "Japan"),
        ("中国", "China"),
        ("sato nao", "Satō Naotake"),
      ] {
        _ = try await browser.run("const s = document.getElementById('search'); s.value = ''; s.focus()")
        try await browser.type(words)
        try await browser.wait(until: "document.getElementById('search-results').children.length > 0")
        try await browser.press(Key.enter)
        #expect(
          try await browser.text("document.querySelector('#panel h3').textContent").contains(name), "\(words)"
        )
      }
      _ = try await browser.run("const s = document.getElementById('search'); s.value = ''; s.focus()")
      try await browser.type("xyzzy")
      try await browser.wait(
        until: "document.getElementById('announcements').textContent.startsWith('Found: 0')")
    }
  }

  @Test func whatIsSelectedInOneViewIsSelectedInAll() async throws {
    try await ExploredPage.explore(try interwar(), at: "date=1939-08-31") { page in
      let browser = page.browser
      for view in ["chart", "timeline", "ties"] {
        try await page.open("view=\(view)&date=1939-08-31")
        // The first agreement that is drawn alone, selected by the keyboard.
        _ = try await browser.run(
          "Array.from(document.querySelectorAll('#picture [role=option]')).find(e => e.matches('.column, .bar, .hub') && !e.matches('.away')).focus()"
        )
        try await browser.press(Key.enter)
        let title = try await browser.text("document.querySelector('#panel h3').textContent")
        #expect(!title.isEmpty)
        for other in ["chart", "timeline", "ties"] {
          try await browser.click("#view-\(other)")
          let selected = try await browser.texts(
            "document.querySelectorAll('#picture .selected > title, #beside [aria-pressed=true]'), e => e.textContent"
          )
          #expect(selected.contains { $0.hasPrefix(title) }, "\(view), \(other): \(selected)")
          try await browser.click("#as-table")
          let row = try await browser.texts(
            "document.querySelectorAll('#table tr.selected'), r => r.cells[0].textContent")
          #expect(row.contains(title), "\(view), \(other)")
          try await browser.click("#as-table")
        }
        try await browser.press(Key.escape)
        #expect(try await browser.number("document.querySelectorAll('.selected').length") == 0)
      }
    }
  }

  @Test func thePanelTellsLivesObligationsAndSources() async throws {
    try await ExploredPage.explore(try pact(), at: "select=neutrality-pact&date=1942-01-01") { page in
      let text = try await page.browser.text("document.getElementById('panel').textContent")
      for part in [
        "13 April 1941", "Why it began", "Why it ended", "Acts", "Terms", "Obligations", "5 years",
        "to remain neutral",
        "Soviet Union", "Avalon Project", "Statements", "certainly in force",
      ] { #expect(text.contains(part), "\(part)") }
    }
  }

  @Test func journeysAreToldStepByStep() async throws {
    try await ExploredPage.explore(try pact(), at: "from=japan&to=germany") { page in
      let text = try await page.browser.text("document.getElementById('journeys-found').textContent")
      #expect(
        text.contains("Possible, if uncertain dates fell so")
          && text.contains("Certain, however the dates fell"))
      #expect(text.contains("Japan to Germany through"))
      try await page.browser.wait(
        until: "document.getElementById('announcements').textContent.startsWith('Possible journey:')")
      #expect(
        try await page.browser.number("document.querySelectorAll('#picture .journey-mark').length") >= 2)
    }
  }

  // MARK: The address

  @Test func theAddressBringsEverythingBack() async throws {
    let fragments = [
      "view=chart&date=1939-08-31&reading=soviet-claim&known=usa&select=molotov-ribbentrop&from=japan&to=poland&after=date&as=table&language=fr&theme=dark",
      "view=timeline&date=1922-02-06&reading=&select=ussr&select=germany", "date=all&senses=actual",
    ]
    try await ExploredPage.explore(try interwar()) { page in
      let browser = page.browser
      for fragment in fragments {
        try await page.open(fragment)
        // Something is changed and changed back, so that the page writes the address itself.
        _ = try await browser.run("document.getElementById('all-times').focus()")
        let before = try await state(of: browser)
        try await browser.click("#view-ties")
        try await browser.click("#view-timeline")
        try await browser.wait(until: "location.hash.includes('view=timeline')")
        let written = try await browser.text("location.hash.slice(1)")
        let shown = try await state(of: browser)
        try await page.open(written)
        #expect(try await state(of: browser) == shown, "\(written)")
        try await page.go(to: fragment)
        #expect(try await state(of: browser) == before, "\(fragment)")
      }
      for broken in [
        "view=nothing&date=1939-13-45&reading=none&select=nobody&from=nobody", "%E0%A4%A", "date=99999999999",
      ] {
        try await page.open(broken)
        #expect(
          try await browser.text("document.querySelector('[role=tab][aria-selected=true]').id") == "view-ties"
        )
      }
    }
  }

  /// All that a person sees of the state.
  private func state(of browser: Browser) async throws -> [String] {
    try await browser.texts(
      """
      [...['date', 'reading', 'known', 'language', 'theme', 'journey-from', 'journey-to'].map(id => document.getElementById(id).value),
       ...['as-table', 'all-times', 'journey-after'].map(id => document.getElementById(id).checked),
       document.querySelector('[role=tab][aria-selected=true]').id,
       ...Array.from(document.querySelectorAll('#senses input'), e => e.checked),
       ...Array.from(document.querySelectorAll('#panel h3'), e => e.textContent)]
      """)
  }

  @Test func thePageOpensWithTheDateReadingAndKnowledgeOfTheView() async throws {
    let options = ViewOptions(
      at: try HistoricalDate("1939-09-17"), reading: "soviet-claim", knownTo: "usa")
    try await ExploredPage.explore(try interwar(), options) { page in
      let words = try await page.browser.text("document.getElementById('standpoint').textContent")
      #expect(words == "on 17 September 1939; reading: By the Soviet claims; as known to United States")
      #expect(try await page.browser.text("location.hash") == "")
    }
  }

  @Test func aLanguageWithoutWordsSaysSo() async throws {
    try await ExploredPage.explore(try pact(), language: "zh") { page in
      #expect(
        try await page.browser.text("document.getElementById('language').selectedOptions[0].textContent")
          == "zh (names; words in English)")
      #expect(try await page.browser.text("document.documentElement.lang") == "en")
      try await page.go(to: "language=ja&date=1941-04-13")
      #expect(try await page.browser.text("document.getElementById('play').textContent") == "再生")
      #expect(
        try await page.browser.text("document.getElementById('title').textContent") == "日ソ中立条約 1941–1945年")
    }
  }

  // MARK: Downloads

  @Test(arguments: ["ties", "chart", "timeline"])
  func pictureAndTableCanBeTakenAway(view: String) async throws {
    try await ExploredPage.explore(try interwar(), at: "view=\(view)&date=1939-08-31") { page in
      let browser = page.browser
      // Labels of the ties find their places a moment after the picture.
      try await browser.click("#download-svg")
      let svg = try XMLTree.parse(try await browser.download("\(view).svg"))
      let text = svg.all("text").map(\.text).joined(separator: "\n")
      #expect(
        svg.name == "svg" && text.contains("Pacts between the wars") && text.contains("on 31 August 1939"))
      #expect(text.contains("Soviet Union") && text.contains("Made with Entente."))
      #expect(svg.all("style").isEmpty && svg.all("script").isEmpty && svg.all("image").isEmpty)
      #expect(svg.all("line").allSatisfy { $0["stroke"] != nil || $0["visibility"] == "hidden" })
      try await browser.click("#download-csv")
      let bytes = try await browser.download("\(view).csv")
      let csv = String(decoding: bytes, as: UTF8.self)
      #expect(csv.hasSuffix("\r\n") && !csv.replacing("\r\n", with: "").contains("\n"))
      let records = try #require(csvRecords(csv.replacing("\r\n", with: "\n")))
      try await browser.click("#as-table")
      let rows = try await page.table()
      #expect(records.count == rows.count + 1)
      #expect(records.dropFirst().map { onOneLine($0[0]) } == rows.map { $0[0] })
    }
  }
}
