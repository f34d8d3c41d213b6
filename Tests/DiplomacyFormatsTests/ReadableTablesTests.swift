import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Tables in Markdown and HTML.
@Suite struct ReadableTablesTests {
  private let pact = """
    entente: 1
    title: A pact
    summary: What was agreed.
    authors: One
    sources: { book: { title: A book, url: "https://example.org/a_b*c", author: Somebody, date: 1950-03 } }
    readings: { one: { title: One way, note: A remark. } }
    actors:
      ussr: { name: { en: Soviet Union, fr: Union soviétique }, exists: 1922-12-30/1991-12-26, identifiers: { wikidata: Q15180 } }
      japan: { name: Japan }
      molotov: { kind: person, name: Molotov, represents: { actor: ussr, office: Foreign Minister, when: 1939-05-03/1949-03-04, source: book p. 3 } }
    agreements:
      pact: { kind: pact, name: The Pact, signed: 1941-04-13, denounced: { when: 1945-04-05, by: ussr }, parties: [ussr, japan], terms: { duration: P5Y }, note: It lasted. }
    events:
      plan: { kind: decision, name: A plan, when: 1941-07~, certainty: low, reading: one }

    """

  /// How many entities, statements, sources and readings there are.
  private func members(of view: GraphView) -> Int {
    let seen = view.entities.count + view.statements.count
    return seen + view.graph.sources.count + view.graph.readings.count
  }

  @Test func tablesInMarkdownAreWrittenSo() throws {
    let export = markdownTables(GraphView(try GraphFile.read(pact, named: "t")))
    #expect(
      String(decoding: export.bytes, as: UTF8.self) == """
        # A pact

        What was agreed.

        By One.

        ## Actors

        ### State

        | Name | In other languages | Existed | Elsewhere |
        | --- | --- | --- | --- |
        | Soviet Union | Union soviétique (fr) | from 30 December 1922 to 26 December 1991 | wikidata Q15180 |
        | Japan |  |  |  |

        ### Person

        | Name |
        | --- |
        | Molotov |

        ## Agreements

        ### Pact

        | Name | Parties | Signed | In force | What happened to it | Terms | Remarks |
        | --- | --- | --- | --- | --- | --- | --- |
        | The Pact | Soviet Union, Japan | 13 April 1941 | from 13 April 1941 to 13 April 1946 | denunciation by Soviet Union, 5 April 1945 | duration P5Y | It lasted. |

        ## Events

        ### Decision

        | Name | When | Remarks |
        | --- | --- | --- |
        | A plan | c. July 1941 | low certainty; in the reading “One way” |

        ## Statements

        | Who or what | is | to whom or what | When | Remarks | Sources |
        | --- | --- | --- | --- | --- | --- |
        | Molotov | represents | Soviet Union | from 3 May 1939 to 4 March 1949 | Foreign Minister | book p. 3 |
        | Soviet Union | party | The Pact |  |  |  |
        | Japan | party | The Pact |  |  |  |

        ## Readings

        | Reading | Remarks |
        | --- | --- |
        | One way | A remark. |

        ## Sources

        | Cited as | Title | Author | Date |
        | --- | --- | --- | --- |
        | book | [A book](<https://example.org/a_b*c>) | Somebody | March 1950 |

        """)
  }

  @Test func aPageIsWrittenSo() throws {
    let graph = try GraphFile.read(
      "entente: 1\ntitle: \"<T> & 'co'\"\nlanguage: fr\nactors: { a: { name: { ja: 日本 } } }\n", named: "t")
    let page = String(decoding: htmlTables(GraphView(graph)).bytes, as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n"))
    let body = page[(page.firstRange(of: "<body>")?.lowerBound ?? page.startIndex)...]
    #expect(
      body == """
        <body>
        <h1 dir="auto">&lt;T&gt; &amp; &#39;co&#39;</h1>
        <h2>Actors</h2>
        <h3>State</h3>
        <div class="wide"><table>
        <thead><tr><th scope="col">Name</th></tr></thead>
        <tbody>
        <tr><th scope="row" dir="auto" lang="ja">日本</th></tr>
        </tbody>
        </table></div>
        </body>
        </html>

        """)
  }

  /// Nothing in a name becomes markup, ends a cell, runs or is fetched.
  @Test(arguments: SampleGraph.all)
  func pagesAreWellFormedWhateverTheNames(sample: SampleGraph) throws {
    for view in try sample.views() {
      let page = String(decoding: htmlTables(view.view).bytes, as: UTF8.self)
      // But for its first line and two elements without ends, the page is XML.
      let xml = page.replacing("<!DOCTYPE html>\n", with: "")
        .replacing(/<meta ([^>]*)>/) { match in "<meta " + String(match.1) + "/>" }
      let root = try XMLTree.parse(xml.utf8)
      let names = Set(root.all.map(\.name))
      let known: Set<String> = [
        "html", "head", "meta", "title", "style", "body", "h1", "h2", "h3", "p", "div", "table", "thead",
        "tbody",
        "tr", "th", "td", "a",
      ]
      #expect(names.isSubset(of: known), "\(view): \(names.subtracting(known))")
      #expect(!page.contains("<script") && !page.contains("src="))
      let rows = root.all.filter { $0.name == "tr" }.count
      let tables = root.all.filter { $0.name == "table" }.count
      #expect(rows - tables == members(of: view.view), "\(view)")
    }
  }

  @Test(arguments: SampleGraph.all)
  func everyRowOfMarkdownHasTheCellsOfItsHeading(sample: SampleGraph) throws {
    for view in try sample.views() {
      let text = String(decoding: markdownTables(view.view).bytes, as: UTF8.self)
      var width: Int?
      var rows = 0
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        guard line.hasPrefix("|") else {
          width = nil
          continue
        }
        let cells = line.replacing("\\\\", with: "").replacing("\\|", with: "").count { $0 == "|" } - 1
        #expect(cells == width ?? cells, "\(view): \(line)")
        rows += 1
        width = cells
      }
      let tables = text.split(separator: "\n").count { $0.wholeMatch(of: /\|( --- \|)+/) != nil }
      #expect(rows - 2 * tables == members(of: view.view), "\(view)")
    }
  }
}
