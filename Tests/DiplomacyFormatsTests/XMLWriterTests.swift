import Testing

@testable import DiplomacyFormats

@Suite struct XMLWriterTests {
  private let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

  @Test func elementsAreIndentedByTwoSpaces() throws {
    let (text, _) = try document { xml in
      try xml.element("graph", [("id", "G")]) { xml in
        try xml.element("node", [("id", "ussr")]) { xml in try xml.element("data", text: "USSR") }
        try xml.element("node")
      }
    }
    #expect(
      text == declaration + """
        <graph id="G">
          <node id="ussr">
            <data>USSR</data>
          </node>
          <node/>
        </graph>

        """)
  }

  @Test func attributesKeepTheirOrderAndNilIsLeftOut() throws {
    let (text, _) = try document { xml in
      try xml.element("a", [("z", "1"), ("y", nil), ("x", ""), ("xml:id", "i")])
    }
    #expect(text == declaration + "<a z=\"1\" x=\"\" xml:id=\"i\"/>\n")
  }

  @Test func markupIsEscapedAndLettersStay() throws {
    let (text, replaced) = try document { xml in
      try xml.element("a", [("b", "\"<&>'\n\tЯ日")], text: "<&> ]]> Я日 🕊")
    }
    #expect(text.contains("b=\"&quot;&lt;&amp;&gt;'&#10;&#9;Я日\""), "\(text)")
    #expect(text.contains(">&lt;&amp;&gt; ]]&gt; Я日 🕊</a>"), "\(text)")
    #expect(replaced == 0)
  }

  @Test func charactersXMLCannotHoldAreReplacedAndCounted() throws {
    let (text, replaced) = try document { xml in
      try xml.element("a", [("b", "\u{0}x\u{1F}")]) { xml in
        try xml.text("\u{FFFE}y\u{FFFF}\u{8}")
        try xml.comment("\u{B}")
      }
    }
    #expect(text.contains("b=\"\u{FFFD}x\u{FFFD}\""), "\(text)")
    #expect(text.contains("\u{FFFD}y\u{FFFD}\u{FFFD}"), "\(text)")
    #expect(replaced == 6)
  }

  @Test func allowedCharactersStayAsTheyAre() throws {
    let (text, replaced) = try document { xml in try xml.element("a", text: "\u{FFFD}\u{E000}\u{85}\t\n") }
    #expect(text == declaration + "<a>\u{FFFD}\u{E000}\u{85}\t\n</a>\n")
    #expect(replaced == 0)
  }

  @Test func carriageReturnsSurviveReading() throws {
    let (text, _) = try document { xml in try xml.element("a", [("b", "\r")], text: "\r\n") }
    #expect(text.contains("<a b=\"&#13;\">&#13;\n</a>"), "\(text)")
  }

  @Test func mixedContentGetsNoWhiteSpace() throws {
    let (text, _) = try document { xml in
      try xml.element("event") { xml in
        try xml.inlineElement("desc") { xml in
          try xml.text("Between ")
          try xml.element("orgName", [("ref", "#ussr")]) { xml in try xml.element("hi", text: "USSR") }
          try xml.text(" and ")
          try xml.element("orgName", text: "Japan")
          try xml.comment("both")
        }
        try xml.element("date")
      }
    }
    #expect(
      text == declaration + """
        <event>
          <desc>Between <orgName ref="#ussr"><hi>USSR</hi></orgName> and <orgName>Japan</orgName><!-- both --></desc>
          <date/>
        </event>

        """)
  }

  @Test func commentsStandOnLinesOfTheirOwn() throws {
    let (text, _) = try document { xml in
      try xml.comment("by Entente")
      try xml.element("a") { xml in try xml.comment("--x---") }
    }
    #expect(text == declaration + "<!-- by Entente -->\n<a>\n  <!-- - -x- - - -->\n</a>\n")
  }

  @Test func deepNestingEndsWellFormed() throws {
    func nest(_ xml: inout XMLWriter, _ depth: Int) throws {
      if depth > 0 { try xml.inlineElement("a") { xml in try nest(&xml, depth - 1) } }
    }
    let (text, _) = try document { xml in try nest(&xml, 500) }
    let (starts, ends) = (String(repeating: "<a>", count: 499), String(repeating: "</a>", count: 499))
    #expect(text == declaration + starts + "<a/>" + ends + "\n")
  }

  @Test(.timeLimit(.minutes(2))) func aHundredThousandElementsAreWritten() throws {
    let (text, _) = try document { xml in
      try xml.element("graph") { xml in
        for index in 0..<100_000 {
          try xml.element("node", [("id", "n\(index)"), ("label", "Пакт")], text: "1941")
        }
      }
    }
    #expect(text.utf8.count > 4_000_000)
  }

  @Test(arguments: ["", "1a", "a b", "<", "a:b:c"])
  func wrongNamesThrow(name: String) {
    #expect(throws: XMLError.notAName(name)) { try document { xml in try xml.element(name) } }
    #expect(throws: XMLError.notAName(name)) { try document { xml in try xml.element("a", [(name, "")]) } }
  }

  @Test func aNameWithNULThrows() {
    #expect(throws: XMLError.notAName("a\u{0}")) { try document { xml in try xml.element("a\u{0}") } }
  }

  @Test func anAttributeGivenTwiceThrows() {
    #expect(throws: XMLError.repeatedAttribute("b", element: "a")) {
      try document { xml in try xml.element("a", [("b", "1"), ("b", "2")]) }
    }
  }

  @Test func aDocumentHasOneRootAndNoTextBesideIt() {
    #expect(throws: XMLError.noRoot) { try document { _ in } }
    #expect(throws: XMLError.textOutsideRoot) { try document { xml in try xml.text("x") } }
    #expect(throws: XMLError.secondRoot("b")) {
      try document { xml in
        try xml.element("a")
        try xml.element("b")
      }
    }
  }

  @discardableResult
  private func document(
    _ write: (inout XMLWriter) throws -> Void
  ) throws -> (text: String, replaced: Int) {
    var xml = try XMLWriter()
    try write(&xml)
    let replaced = xml.replacedCharacters
    return (String(decoding: try xml.finish(), as: UTF8.self), replaced)
  }
}
