import Chronology
import Diplomacy
import DiplomacyFormats
import Foundation
import TestSupport
import Testing

/// Whether everybody can use the page: by keyboard alone, with a screen reader, in the dark, on small screens, with any names.
@Suite(.enabled(if: Tools.chromedriver != nil, "chromedriver is missing; run Scripts/test."), .serialized)
struct ExplorerAccessTests {
  private func graph(_ name: String) throws -> DiplomaticGraph {
    try GraphFile.read(contentsOf: graphFile(name))
  }

  @Test(
    arguments: Thoroughness.isFull ? ["neutrality-pact", "interwar-pacts"] : ["neutrality-pact"],
    [false, true])
  func namesContrastAndOrderKeepTheRules(name: String, isDark: Bool) async throws {
    try await ExploredPage.explore(try graph(name), dark: isDark) { page in
      let browser = page.browser
      for fragment in [
        "date=1939-08-31&select=ussr&from=japan&to=ussr", "view=chart&date=1941-06-22&select=japan&reading=",
        "view=timeline&date=1940-01-01&select=germany", "view=chart&as=table&date=1939-08-31",
        "view=timeline&as=table&date=all&language=ru", "view=ties&date=1936-01-01&language=ja",
      ] {
        try await page.open(fragment)
        #expect(
          try await browser.text("document.documentElement.dataset.theme") == (isDark ? "dark" : "light"))
        let wrong = try await browser.run(AccessibilityRules.script) as? [String]
        #expect(wrong == [], "\(fragment)")
      }
      try await browser.click("#help-open")
      #expect(try await browser.run(AccessibilityRules.script) as? [String] == [])
    }
  }

  @Test func theRulesFindWhatIsWrong() async throws {
    try await ExploredPage.explore(try graph("neutrality-pact")) { page in
      _ = try await page.browser.run(
        """
        const pale = document.createElement('p');
        pale.textContent = 'too pale';
        pale.style.color = '#bbb';
        document.querySelector('main').append(pale, document.createElement('button'));
        document.getElementById('date').setAttribute('aria-describedby', 'nothing');
        """)
      let wrong = try #require(try await page.browser.run(AccessibilityRules.script) as? [String])
      #expect(wrong.count == 3 && wrong.contains { $0.hasPrefix("contrast 1.9") }, "\(wrong)")
    }
  }

  @Test func theKeyboardAloneReachesAllAndDoesAll() async throws {
    try await ExploredPage.explore(try graph("interwar-pacts"), at: "date=1939-08-31") { page in
      let browser = page.browser
      // Every control that can be seen is a stop of the Tab key, and so is the picture, which is one.
      let controls = Set(
        try await browser.texts(
          """
          document.querySelectorAll('button[id], select[id], input[id], [role=tab][aria-selected=true]'),
          e => e.checkVisibility() && e.tabIndex >= 0 && !e.closest('dialog') ? e.id : ''
          """)
      ).subtracting([""])
      #expect(controls.count > 20)
      var stops: [String] = []
      for _ in 0..<80 {
        try await browser.press(Key.tab)
        let stop = try await browser.text(
          "(document.activeElement.id || document.activeElement.getAttribute('role') || document.activeElement.localName)"
        )
        if stop == "body" || stops.first == stop { break }
        stops.append(stop)
        let isSeen =
          "document.activeElement.getClientRects().length > 0 && document.activeElement.matches(':focus-visible')"
        #expect(try await browser.text(isSeen) == "true", "\(stop)")
      }
      #expect(controls.subtracting(stops) == [])
      #expect(stops.count { $0 == "option" } == 1)
      #expect(stops.first == "skip")

      // The first stop leads to the picture, and leaves the address alone.
      _ = try await browser.run("document.getElementById('skip').focus()")
      try await browser.press(Key.enter)
      #expect(try await browser.text("document.activeElement.id + location.hash") == "view#date=1939-08-31")

      // Another view, the picture, a selection of two, and back: without a mouse.
      func focus(_ id: String) async throws {
        for _ in 0..<80 where try await browser.text("document.activeElement.id") != id {
          try await browser.press(Key.tab)
        }
        #expect(try await browser.text("document.activeElement.id") == id)
      }
      try await focus("view-ties")
      try await browser.press(Key.right)
      #expect(try await browser.text("document.activeElement.id") == "view-chart")
      for _ in 0..<12 where try await browser.text("document.activeElement.getAttribute('role')") != "option"
      {
        try await browser.press(Key.tab)
      }
      let first = try await browser.text("document.activeElement.getAttribute('aria-label')")
      try await browser.press(Key.right)
      let second = try await browser.text("document.activeElement.getAttribute('aria-label')")
      #expect(first != second && second.contains("take part"))
      try await browser.press(Key.space)
      try await browser.press(Key.right)
      try await browser.press([Key.enter], holding: [Key.shift])
      #expect(try await browser.number("document.querySelectorAll('#panel article').length") == 2)
      #expect(
        try await browser.number("document.querySelectorAll('#picture [aria-selected=true]').length") == 2)
      try await browser.press(Key.end)
      let last = try await browser.text("document.activeElement.getAttribute('aria-label')")
      try await browser.press(Key.home)
      #expect(try await browser.text("document.activeElement.getAttribute('aria-label')") != last)
      try await browser.press(Key.escape)
      #expect(try await browser.number("document.querySelectorAll('#panel article').length") == 0)

      // Help opens and closes, and the focus comes back.
      try await focus("help-open")
      try await browser.press(Key.enter)
      #expect(try await browser.text("document.getElementById('help').open") == "true")
      try await browser.press(Key.escape)
      #expect(try await browser.text("document.getElementById('help').open") == "false")
      #expect(try await browser.text("document.activeElement.id") == "help-open")

      // A reading, two actors of a journey, and a table.
      try await focus("reading")
      try await browser.press(Key.down)
      #expect(try await browser.text("document.getElementById('reading').selectedIndex") == "2")
      try await focus("as-table")
      try await browser.press(Key.space)
      #expect(try await browser.number("document.querySelectorAll('#table tbody tr').length") > 50)
      for _ in 0..<80 where try await browser.text("document.activeElement.className") != "link" {
        try await browser.press(Key.tab)
      }
      try await browser.press(Key.down)
      try await browser.press(Key.enter)
      #expect(try await browser.number("document.querySelectorAll('#table tr.selected').length") > 0)
      #expect(try await browser.text("document.activeElement.getAttribute('aria-pressed')") == "true")
      try await focus("journey-from")
      try await browser.type("Jap")
      try await focus("journey-to")
      try await browser.type("Pol")
      #expect(
        try await browser.text("document.getElementById('journeys-found').textContent").contains("Arrival"))
    }
  }

  @Test(arguments: ["ties", "chart", "timeline"])
  func tablesSayTheNumbersOfThePictures(view: String) async throws {
    try await ExploredPage.explore(try graph("interwar-pacts")) { page in
      let browser = page.browser
      let parts = ["ties": ".edge, .hub", "chart": ".mark", "timeline": ".bar, .event"]
      for date in ["1922-01-01", "1939-08-31", "1940-07-01"] {
        try await page.open("view=\(view)&date=\(date)&reading=")
        let drawn = try await browser.texts(
          "['yes', 'maybe', 'no'].map(a => Array.from(document.querySelectorAll('#picture .item, #picture .mark')).filter(e => e.matches('\(parts[view] ?? "")') && e.classList.contains(a)).length)"
        )
        try await browser.click("#as-table")
        let told = try await browser.texts(
          "['yes', 'maybe', 'no'].map(a => document.querySelectorAll('#table td.' + a).length)")
        if view == "ties" {
          // Hubs, and the list below the picture, say of each agreement what its row says; edges may stand for several.
          let rows = Dictionary(
            try await page.table().map { ($0[0], $0) }, uniquingKeysWith: { first, _ in first })
          try await page.go(to: "view=ties&date=\(date)&reading=")
          let hubs = try await browser.texts(
            "document.querySelectorAll('#picture .hub'), e => e.querySelector('title').textContent + '|' + e.getAttribute('aria-label').split('; ').at(-1)"
          )
          let large = try await browser.texts(
            "document.querySelectorAll('#beside li'), e => e.querySelector('button').textContent.replace(/: [^:]*$/, '') + '|' + e.querySelector('.status').textContent"
          )
          #expect(hubs.count > 5 && large.count > 5)
          for said in hubs + large {
            let halves = said.split(separator: "|").map(String.init)
            #expect(rows[halves[0]]?[3] == halves[1], "\(date): \(said)")
          }
          let stacked = try await browser.number(
            "Array.from(document.querySelectorAll('#picture .edge:not(.hub) > title'), e => e.textContent.split(' · ').length).reduce((a, b) => a + b, 0)"
          )
          #expect(Int(stacked) + hubs.count + large.count == told.compactMap(Int.init).reduce(0, +))
        } else {
          // Events without a date stand in the table alone.
          let undated =
            view == "timeline" ? page.graph.entities.count { $0.category == .event && $0.when == nil } : 0
          #expect(
            zip(drawn, told).allSatisfy { abs((Int($0) ?? 0) - (Int($1) ?? 0)) <= undated },
            "\(date): \(drawn) \(told)")
          #expect(Int(told[0]) ?? 0 > 0)
        }
      }
    }
  }

  @Test func noWindowHasToBeScrolledSideways() async throws {
    for (name, fragments) in [
      (
        "interwar-pacts",
        [
          "view=ties&date=1939-08-31&select=ussr", "view=chart&language=de",
          "view=timeline&language=ja&from=japan&to=france",
        ]
      ),
      (
        "neutrality-pact",
        ["view=chart&as=table&language=fr", "view=ties&language=ru&select=neutrality-pact"]
      ),
    ] {
      try await ExploredPage.explore(try graph(name)) { page in
        for (width, height) in [(360, 740), (820, 1180), (1440, 900)] {
          // Windows of a browser are not made as narrow as telephones are.
          try await page.browser.tell(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": false])
          for fragment in fragments {
            try await page.go(to: fragment)
            let inner = try await page.browser.number("innerWidth")
            let whole = try await page.browser.number("document.documentElement.scrollWidth")
            #expect(inner == Double(width) && whole <= inner, "\(fragment): \(whole) in \(inner)")
          }
        }
      }
    }
  }

  // MARK: Names

  @Test func hostileNamesAreTextAndNothingElse() async throws {
    let names = [
      "</script><script>window.broken = 1</script>", "<img src=x onerror=window.broken=1>",
      "\"'`\\ &amp; &lt;b&gt; {{data}} ${1}",
      "first\nsecond\r\nthird\tfourth", String(repeating: "long ", count: 200), "👩‍👩‍👧 😀", "שלום ‏עולם",
      "\u{202E}turned\u{202C}",
      "\u{0}\u{7}\u{1B}[31m", "<!--", "]]>", "\u{2028}\u{2029}", "__proto__", "constructor",
    ]
    var entities: [Entity] = []
    var statements: [Statement] = []
    for (index, name) in names.enumerated() {
      let text = LocalizedText([.init(language: "en", text: name), .init(language: "__proto__", text: name)])
      let attestation = Attestation(
        certainty: .low, holder: nil, citations: [Citation(source: "s", locator: name)], note: name,
        secret: Knowledge(knownTo: [.init(actor: EntityID("a" + name))]))
      entities.append(
        Entity(id: EntityID("a" + name), kind: EntityKind(.actor, name), name: text, attestation: attestation)
      )
      entities.append(
        Entity(
          id: EntityID("g" + name), kind: EntityKind(.agreement, name), name: text,
          life: AgreementLife(
            acts: [Act(kind: Act.Kind(name), date: try HistoricalDate("1900-01-0\(index % 9 + 1)"))],
            obligations: [
              Obligation(
                id: StatementID(name), kind: Obligation.Kind(name), by: [], condition: name, clause: name)
            ])))
      for other in [name, names[(index + 1) % names.count]] {
        statements.append(
          Statement(
            id: StatementID("s\(statements.count)"), subject: EntityID("a" + other), role: .party,
            object: EntityID("g" + name), office: text, attestation: attestation))
      }
    }
    let title = LocalizedText(names[0], language: "en")
    let graph = DiplomaticGraph(
      title: title, summary: names[1], authors: names,
      sources: [Source(id: "s", title: title, url: "javascript:window.broken=1")], entities: entities,
      statements: statements)
    try await ExploredPage.explore(graph) { page in
      let browser = page.browser
      #expect(try await browser.text("document.getElementById('title').textContent") == names[0])
      for view in ["ties", "chart", "timeline"] {
        for name in names {
          let id = ("a" + name).addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
          try await page.go(to: "view=\(view)&select=\(id)&date=1900-06-01")
          let shown = try await browser.text("document.querySelector('#panel h3').textContent")
          #expect(shown == onOneLine(name).replacing("\u{2028}", with: " "), "\(name.debugDescription)")
        }
        try await browser.click("#as-table")
        #expect(try await page.table().count >= names.count)
        try await browser.click("#download-csv")
        let csv = String(decoding: try await browser.download("\(view).csv"), as: UTF8.self)
        // The file has the exact names.
        for name in names {
          #expect(csv.contains(name.replacing("\"", with: "\"\"")), "\(name.debugDescription)")
        }
        try await browser.click("#as-table")
        try await browser.click("#download-svg")
        _ = try XMLTree.parse(try await browser.download("\(view).svg"))
      }
      #expect(try await browser.text("typeof window.broken") == "undefined")
      #expect(try await browser.number("document.querySelectorAll('img, a[href^=javascript]').length") == 0)
    }
  }

  @Test func thePolicyAllowsNoRequestAndNoOtherScript() async throws {
    await #expect(throws: BrowserError.self) {
      try await ExploredPage.explore(try graph("neutrality-pact")) { page in
        let outcome = try await page.browser.run(
          "return fetch('http://127.0.0.1:9/').then(() => 'reached', () => 'refused')")
        #expect(outcome as? String == "refused")
        let eval = try await page.browser.text(
          "(() => { const s = document.createElement('script'); s.textContent = 'window.broken = 1'; document.head.append(s); return typeof window.broken; })()"
        )
        #expect(eval == "undefined")
      }
    }
  }

  /// Usually a few of the samples, thoroughly all.
  private static let samples =
    Thoroughness.isFull
    ? [
      "empty", "only-sources", "one-entity", "only-actors", "names", "ids", "parallel", "attested", "dates",
      "life", "addresses",
    ] : ["empty", "names", "dates", "life"]

  @Test(arguments: samples)
  func everySampleOpensInEveryView(name: String) async throws {
    let sample = try #require(SampleGraph.all.first { $0.name == name })
    try await ExploredPage.explore(try GraphFile.read(sample.text, named: name)) { page in
      for fragment in [
        "view=chart", "view=timeline", "view=ties&as=table", "view=chart&as=table&date=1941-01-01",
        "view=timeline&as=table&language=ru",
      ] {
        try await page.go(to: fragment)
        #expect(
          try await page.browser.text("document.getElementById('view').getClientRects().length > 0") == "true"
        )
      }
      let actors = page.graph.entities(.actor).map(\.id.rawValue).prefix(2)
      guard actors.count == 2 else { return }
      try await page.go(to: "from=\(actors[0])&to=\(actors[1])")
    }
  }
}
