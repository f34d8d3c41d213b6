import Chronology
import Diplomacy
import DiplomacyAnalysis

/// The words around a chart of ranks under several readings.
extension ReadingRankChart {
  /// Whether some rank that is drawn may be another.
  var hasBands: Bool {
    rows.contains { row in row.places.prefix(columns.count).contains { ($0?.ranks.count ?? 1) > 1 } }
  }

  /// A rank with its band: `3 (2–5)`.
  func rankText(_ place: ReadingRanks.Place) -> String {
    place.ranks.count > 1
      ? "\(place.rank) (\(place.ranks.lowerBound)–\(place.ranks.upperBound))" : "\(place.rank)"
  }

  var legend: [LegendItem] {
    guard hasBands, let look = looks.first else { return [] }
    let middle = LegendItem.signWidth * size / 2
    let (top, bottom) = (Point(x: middle, y: -size * 0.6), Point(x: middle, y: size * 0.6))
    return [
      LegendItem(
        sign: [
          .line(top, bottom, Stroke(color: look.color, width: size * 0.34, opacity: 0.35)),
          look.shape.element(
            at: Point(x: middle, y: 0), radius: size * 0.34, color: look.color, paper: inks.paper),
        ], text: words[.rankBand])
    ]
  }

  var caption: [String] {
    let network = ranks.first.network
    let graph = network.view.graph
    var notes = [
      words[.rankScale],
      words.joined([
        words.labelled(.measure, words[ranks.measure]), words.labelled(.network, words[network.kind]),
        words[network.dates == .certain ? .certainOnly : .possibleToo],
      ]), words[ranks.first.options.among == .actor ? .rankAmongActors : .rankAmongAll],
    ]
    if hasBands {
      notes.append(
        words.joined([
          words[.rankBandMeaning], words.labelled(.drawnNetworks, "\(ranks.sampleCount)"),
          words.labelled(.seed, "\(ranks.seed)"),
        ]))
    }
    let leftOut = ranks.rows.count - rows.count
    if leftOut > 0 { notes.append(words.labelled(.fewestRanked, "\(leftOut)")) }
    let missing = ranks.readings.count - columns.count
    if missing > 0 { notes.append(words.labelled(.readingsLeftOut, "\(missing)")) }
    return [words.sentences(notes)]
      + [frame.sourceNote(Set(graph.sources.map(\.id)), graph), frame.closingNote(graph)].compactMap(\.self)
  }

  /// What the picture shows, for those who cannot see it.
  var description: String {
    let told = zip(rows, names).map { row, name in
      let places = columns.compactMap { column in
        row.places[column].map { "\(columnNames[column]) \(rankText($0))" }
      }
      return "\(name): \(words.list(places))"
    }
    return words.sentences([
      "\(words[ranks.measure].capitalizedFirst) · \(words[.ranksByReading])", words.joined(told),
    ])
  }

  /// A row for each reading and entity.
  var table: PictureTable {
    var table = PictureTable(
      columns: [
        words[.reading], "id", words[.name], words[ranks.measure], words[.rank], words[.smallest],
        words[.largest],
      ])
    for column in columns {
      for (row, name) in zip(rows, names) {
        guard let place = row.places[column] else { continue }
        table.rows.append([
          ranks.readings[column].rawValue, row.entity.id.rawValue, name, plain(place.score), "\(place.rank)",
          "\(place.ranks.lowerBound)", "\(place.ranks.upperBound)",
        ])
      }
    }
    return table
  }
}
