import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Territories in the Linked Places format.
@Suite struct LinkedPlacesTests {
  private func text(_ graph: String) throws -> String {
    String(
      decoding: linkedPlaces(GraphView(try GraphFile.read("entente: 1\ntitle: T\n" + graph, named: "t")))
        .bytes, as: UTF8.self)
  }

  /// The features of a document, as Foundation reads it.
  private func features(_ text: String) throws -> [[String: Any]] {
    let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(document["type"] as? String == "FeatureCollection")
    return try #require(document["features"] as? [[String: Any]])
  }

  @Test func aTerritoryIsWrittenSo() throws {
    let written = try text(
      """
      sources: { book: { title: A book, url: "https://example.org/b", date: 1950 } }
      territories:
        m:
          kind: polity
          name: { en: Manchukuo, ja: 満洲国 }
          identifiers: { wikidata: Q30623, geonames: 123 }
          exists: 1932-03-01/1945-08
          source: book p. 3
          note: A state of its makers.
        n: { kind: border, name: North, part-of: { territory: m, when: /1945-08-18, certainty: medium, source: book } }
      """)
    #expect(
      written == """
        {
          "type": "FeatureCollection",
          "@context": "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/linkedplaces-context-v1.1.jsonld",
          "features": [
            {
              "@id": "#m",
              "type": "Feature",
              "properties": { "title": "Manchukuo" },
              "when": {
                "timespans": [{ "start": { "in": "1932-03-01" }, "end": { "earliest": "1945-08-01", "latest": "1945-08-31" } }]
              },
              "names": [
                {
                  "toponym": "Manchukuo",
                  "lang": "en",
                  "citations": [{ "label": "A book, p. 3", "year": "1950", "@id": "https://example.org/b" }]
                },
                { "toponym": "満洲国", "lang": "ja" }
              ],
              "types": [
                { "identifier": "aat:300417385", "label": "polities", "sourceLabels": [{ "label": "polity", "lang": "en" }] }
              ],
              "geometry": null,
              "links": [
                { "type": "closeMatch", "identifier": "wd:Q30623" },
                { "type": "closeMatch", "identifier": "http://www.geonames.org/123/" }
              ],
              "descriptions": [{ "value": "A state of its makers.", "lang": "en" }]
            },
            {
              "@id": "#n",
              "type": "Feature",
              "properties": { "title": "North" },
              "names": [{ "toponym": "North", "lang": "en", "citations": [{ "label": "T" }] }],
              "types": [{ "label": "border", "sourceLabels": [{ "label": "border", "lang": "en" }] }],
              "geometry": null,
              "relations": [
                {
                  "relationType": "gvp:broaderPartitive",
                  "relationTo": "#m",
                  "label": "part of Manchukuo",
                  "when": { "timespans": [{ "start": { "latest": "1945-08-18" }, "end": { "in": "1945-08-18" } }] },
                  "citations": [{ "label": "A book", "year": "1950", "@id": "https://example.org/b" }],
                  "certainty": "less-certain"
                }
              ]
            }
          ]
        }

        """)
  }

  /// Every territory is a feature with what the format requires, whatever it is called.
  @Test(arguments: SampleGraph.all)
  func everyTerritoryIsAFeature(sample: SampleGraph) throws {
    for view in try sample.views() {
      let export = linkedPlaces(view.view)
      let features = try features(String(decoding: export.bytes, as: UTF8.self))
      let places = view.view.entities.map(\.entity).filter { $0.category == .territory }
      #expect(features.count == places.count)
      for (feature, place) in zip(features, places) {
        #expect(feature["type"] as? String == "Feature")
        #expect(
          (feature["properties"] as? [String: Any])?["title"] as? String
            == place.name.text(in: view.view.graph.language))
        let names = try #require(feature["names"] as? [[String: Any]])
        #expect(names.first?["citations"] != nil)
        for wording in place.name.wordings {
          #expect(
            names.contains {
              $0["toponym"] as? String == wording.text && $0["lang"] as? String == wording.language
            })
        }
        for timespan in ((feature["when"] as? [String: Any])?["timespans"] as? [[String: Any]]) ?? [] {
          #expect(timespan["start"] != nil)
        }
        #expect(feature["geometry"] is NSNull)
      }
      let others = view.view.entities.count - places.count
      #expect(export.losses.lines.contains("\(others) × entity that is no territory") == (others > 0))
    }
  }

  @Test func keptCoordinatesAreThePlaceOnEarth() throws {
    let name = LocalizedText("N", language: "en")
    func place(_ attributes: [Attribute]) throws -> String {
      var entity = Entity(id: "p", kind: .city, name: name)
      entity.attributes = attributes
      let graph = DiplomaticGraph(title: name, entities: [entity], statements: [])
      let text = String(decoding: linkedPlaces(GraphView(graph)).bytes, as: UTF8.self)
      let line = text.split(separator: "\n").first { $0.contains("\"geometry\"") }
      return String(try #require(line)).trimmingCharacters(in: .whitespaces)
    }
    let point = #""geometry": { "type": "Point", "coordinates": [37.6, 55.75] }"#
    #expect(try place([Attribute("Lat", .number(55.75)), Attribute("lon", .text("37.6"))]) == point)
    #expect(try place([Attribute("coordinates", .text("[37.6, 55.75]"))]) == point)
    #expect(
      try place([Attribute("x", .number(37.6)), Attribute("y", .number(55.75))]) == #""geometry": null"#)
    #expect(try place([Attribute("lat", .number(95)), Attribute("lon", .number(0))]) == #""geometry": null"#)
    #expect(
      try place([Attribute("lat", .text("north")), Attribute("lon", .number(0))]) == #""geometry": null"#)
  }
}
