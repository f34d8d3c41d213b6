import Chronology
import Diplomacy
import DiplomacyAnalysis

/// The cells of the matrix, its legend, and the same in words.
extension ReachChart {
  private var graph: DiplomaticGraph { network.view.graph }

  /// A page's rows and columns with their names.
  func plot(_ rows: Range<Int>, _ columns: Range<Int>, _ names: [String], _ measures: Measures)
    -> [SVGElement]
  {
    let (left, top) = (measures.rowNames + size * 0.5, measures.columnNames + size * 0.4)
    let (cellWidth, cellHeight) = (measures.cellWidth, measures.cellHeight)
    let width = Double(columns.count) * cellWidth
    let height = Double(rows.count) * cellHeight
    var elements: [SVGElement] = []
    for (line, row) in rows.enumerated() {
      let y = top + Double(line) * cellHeight
      if line % 2 == 0 {
        elements.append(.rectangle(Box(x: left, y: y, width: width, height: cellHeight), fill: inks.band))
      }
      elements.append(
        .text(
          frame.fitted(names[row], measures.rowNames, size),
          at: Point(x: left - size * 0.5, y: y + cellHeight / 2 + size * 0.33),
          frame.look(1, nil, anchor: .end), class: "row-name"))
    }
    let guide = Stroke(color: inks.guide, width: size * 0.05)
    for (place, column) in columns.enumerated() {
      let x = left + Double(place) * cellWidth
      elements.append(.line(Point(x: x, y: top), Point(x: x, y: top + height), guide))
      var look = frame.look()
      look.turn = 90
      elements.append(
        .text(
          frame.fitted(names[column], measures.columnNames, size),
          at: Point(x: x + cellWidth / 2 + size * 0.33, y: top - size * 0.4), look, class: "column-name"))
    }
    for (line, row) in rows.enumerated() {
      for (place, column) in columns.enumerated() {
        let box = Box(
          x: left + Double(place) * cellWidth, y: top + Double(line) * cellHeight, width: cellWidth,
          height: cellHeight)
        if row == column {
          elements.append(
            .line(
              Point(x: box.x, y: box.y), Point(x: box.maxX, y: box.maxY),
              Stroke(color: inks.quiet, width: size * 0.06)))
        } else if let found = data.cell(data.actors[row], data.actors[column]), found.isThere {
          elements.append(mark(found, box, from: names[row], to: names[column], measures))
        }
      }
    }
    return elements
  }

  /// A square for a certain journey, a disc for one that is only possible, with the year where there is room.
  private func mark(_ cell: ReachData.Cell, _ box: Box, from: String, to: String, _ measures: Measures)
    -> SVGElement
  {
    let share = cell.arrival.flatMap { shades.share($0) }
    var elements = [sign(isCertain: cell.certain != nil, share, box)]
    if measures.hasYears, let arrival = cell.arrival, let share {
      let label = yearLabel(arrival.day.year, in: words.language)
      // A year with its era is longer than a cell: then the shade alone tells.
      if frame.meter.width(label, size * 0.8) <= box.width - size * 0.3 {
        elements.append(
          .text(
            label, at: Point(x: box.middle.x, y: box.middle.y + size * 0.28),
            frame.look(0.8, inks.letters(onShade: share), anchor: .middle), class: "year"))
      }
    }
    let arrivals = [
      cell.certain.map { words.labelled(.certainArrival, day($0.arrival)) },
      cell.possible.map { words.labelled(.possibleArrival, day($0.arrival)) },
    ].compactMap(\.self)
    return .group("cell", tooltip: "\(from) → \(to)\n\(words.joined(arrivals))", elements)
  }

  private func day(_ moment: Moment) -> String {
    moment.isOpen ? words[.undated] : moment.description(in: words.language)
  }

  private func sign(isCertain: Bool, _ share: Double?, _ box: Box) -> SVGElement {
    let fill = share.map { inks.shade($0) } ?? inks.paper
    let stroke = Stroke(
      color: inks.shade(1), width: size * 0.06, dashes: share == nil ? [size * 0.2, size * 0.15] : [])
    guard isCertain else {
      return .rectangle(
        box.widened(by: -min(box.width, box.height) * 0.1), fill: fill, stroke: stroke,
        radius: min(box.width, box.height) * 0.4)
    }
    return .rectangle(box.widened(by: -size * 0.06), fill: fill, stroke: share == nil ? stroke : nil)
  }

  // MARK: Words

  var legend: [LegendItem] {
    let drawn = data.actors.flatMap { from in data.actors.compactMap { data.cell(from, $0) } }.filter(
      \.isThere)
    var items: [LegendItem] = []
    func item(_ isCertain: Bool, _ share: Double?, _ text: String) -> LegendItem {
      let box = Box(x: size * 0.6, y: -size * 0.6, width: size * 1.2, height: size * 1.2)
      return LegendItem(sign: [sign(isCertain: isCertain, share, box)], text: text)
    }
    if drawn.contains(where: { $0.certain != nil }) { items.append(item(true, 0.6, words[.reachCertain])) }
    if drawn.contains(where: { $0.certain == nil }) { items.append(item(false, 0.6, words[.reachPossible])) }
    for (place, label) in shades.labels.enumerated() {
      items.append(
        LegendItem(
          sign: [
            .rectangle(
              Box(x: size * 0.2, y: -size * 0.5, width: size * 2, height: size),
              fill: inks.shade(shades.share(ofStretch: place)))
          ], text: label))
    }
    if shades.hasUndated { items.append(item(true, nil, words[.undated])) }
    return items
  }

  var caption: [String] {
    var notes = [words[.reachRows], words[.journeysNeverGoBack]]
    if network.meetings == .signatures { notes.append(words[.contactsAtSignature].capitalizedFirst) }
    if options.isStrict { notes.append(words[.strictly].capitalizedFirst) }
    if options.after != .distantPast { notes.append(words.labelled(.notBefore, day(options.after))) }
    if options.before != .distantFuture { notes.append(words.labelled(.notAfter, day(options.before))) }
    if data.leftOut > 0 { notes.append(words.labelled(.reachTop, "\(data.leftOut)")) }
    if !data.isolated.isEmpty {
      let names = data.isolated.prefix(20).map { frame.name($0, graph) }
      let rest = data.isolated.count - names.count
      notes.append(
        words.labelled(
          .withoutContact, words.list(names + (rest > 0 ? [words.labelled(.others, "\(rest)")] : []))))
    }
    var cited: Set<SourceID> = []
    for cell in data.cells.values {
      for step in (cell.certain ?? cell.possible)?.steps ?? [] {
        for statement in step.statements { cited.formUnion(statement.attestation.citations.map(\.source)) }
        if let through = step.through.flatMap({ graph[$0] }) {
          cited.formUnion(through.attestation.citations.map(\.source))
        }
      }
    }
    return [words.sentences(notes)]
      + [frame.sourceNote(cited, graph), frame.closingNote(graph)].compactMap(\.self)
  }

  /// How many each reaches, for those who cannot see the picture.
  func description(_ names: [String]) -> String {
    let told = zip(data.actors, names).map { actor, name in
      let cells = data.actors.compactMap { data.cell(actor, $0) }
      let certain = cells.count { $0.certain != nil }
      let possible = cells.count { $0.certain == nil && $0.possible != nil }
      return "\(name): \(certain) (\(words[.reachCertain])), \(possible) (\(words[.reachPossible]))"
    }
    return words.sentences([words[.reachMatrix].capitalizedFirst, words.joined(told)])
  }

  /// A row for each pair of which one reaches the other.
  func table(_ names: [String]) -> PictureTable {
    var table = PictureTable(
      columns: [
        "from", words[.fromWhom], "to", words[.toWhom], words[.possibleArrival], words[.steps],
        words[.certainArrival],
      ])
    for (from, fromName) in zip(data.actors, names) {
      for (to, toName) in zip(data.actors, names) {
        guard let cell = data.cell(from, to), cell.isThere else { continue }
        table.rows.append([
          from.rawValue, fromName, to.rawValue, toName, cell.possible.map { day($0.arrival) } ?? "",
          cell.possible.map { "\($0.stepCount)" } ?? "", cell.certain.map { day($0.arrival) } ?? "",
        ])
      }
    }
    return table
  }
}
