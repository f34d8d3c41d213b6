import Chronology
import Diplomacy
public import DiplomacyAnalysis
import Networks

extension Chart {
  /// Draws who could reach whom and by when: a row for each actor from which journeys start, a column for each at which they end.
  ///
  /// A square says that the journey is certain, with the latest arrival; a disc that it is only possible, with the earliest.
  /// The later the arrival, the lighter. Those who reach most come first, in rows and in columns; who reaches nobody and is
  /// reached by nobody is named in the caption.
  /// - Parameters:
  ///   - counts: How many each actor reaches and how many reach it, as ``ContactNetwork/reachCounts(_:)`` tells.
  ///   - network: Who was in touch with whom and when.
  ///   - options: Which journeys count.
  ///   - most: How many actors are drawn at most: those that reach most.
  ///   - style: How it is made.
  ///   - timeLimit: How long its texts may take to be measured.
  /// - Throws: ``ChartError``; ``MeasureError/tooManyJourneys(ways:)`` in it where waiting is limited.
  /// - Complexity: O(*k* *m* log *m*); *k* actors drawn, *m* contacts.
  public static func reach(
    _ counts: [ReachCount], in network: ContactNetwork, _ options: JourneyOptions = JourneyOptions(),
    most: Int = 40, _ style: PictureStyle = PictureStyle(), timeLimit: Duration = .drawing
  ) throws(ChartError) -> Chart {
    let data: ReachData
    do throws(MeasureError) {
      data = try ReachData(counts, network, options, most: most)
    } catch {
      throw .measure(error)
    }
    return try ReachChart(data, options, network, style, TextMeter(timeLimit: timeLimit)).chart()
  }
}

/// Who reaches whom, as it is drawn.
struct ReachData {
  /// The earliest arrivals of one at another.
  struct Cell {
    let possible: Journey?
    let certain: Journey?

    var isThere: Bool { possible != nil || certain != nil }
    /// The arrival that is drawn: the latest of a certain journey, else the earliest of a possible one.
    var arrival: Moment? { certain?.arrival ?? possible?.arrival }
  }

  struct Pair: Hashable {
    let from: EntityID
    let to: EntityID
  }

  /// The actors in order: by how many they reach, then by how many reach them, then by id.
  let actors: [EntityID]
  let cells: [Pair: Cell]
  /// Those without any journey.
  let isolated: [EntityID]
  /// How many more there are that have journeys.
  let leftOut: Int

  init(_ counts: [ReachCount], _ network: ContactNetwork, _ options: JourneyOptions, most: Int)
    throws(MeasureError)
  {
    func isJoined(_ count: ReachCount) -> Bool {
      count.outPossible + count.inPossible + count.outCertain + count.inCertain > 0
    }
    let joined = counts.filter(isJoined).sorted {
      ($1.outPossible, $1.inPossible, $0.actor) < ($0.outPossible, $0.inPossible, $1.actor)
    }
    actors = joined.prefix(max(1, most)).map(\.actor)
    leftOut = joined.count - actors.count
    isolated = counts.filter { !isJoined($0) }.map(\.actor)
    let search = JourneySearch(network)
    let drawn = Set(actors)
    var cells: [Pair: Cell] = [:]
    for actor in actors {
      for answer in try search.reach(of: actor, options) ?? [] where drawn.contains(answer.to) {
        cells[Pair(from: answer.from, to: answer.to)] = Cell(
          possible: answer.possible.first, certain: answer.certain.first)
      }
    }
    self.cells = cells
  }

  func cell(_ from: EntityID, _ to: EntityID) -> Cell? { cells[Pair(from: from, to: to)] }
}

/// The matrix of who reaches whom.
struct ReachChart {
  let data: ReachData
  let options: JourneyOptions
  let network: ContactNetwork
  var frame: ChartFrame
  /// The arrivals that a shade stands for, from early to late.
  let shades: ArrivalShades

  var size: Double { frame.size }
  var words: PictureWords { frame.words }
  var inks: Inks { frame.inks }
  private var graph: DiplomaticGraph { network.view.graph }

  init(
    _ data: ReachData, _ options: JourneyOptions, _ network: ContactNetwork, _ style: PictureStyle,
    _ meter: TextMeter
  ) {
    self.data = data
    self.options = options
    self.network = network
    frame = ChartFrame(style, network.view, meter)
    shades = ArrivalShades(data.cells.values.compactMap(\.arrival), in: frame.language)
  }

  /// How large the matrix is, and of how many pages.
  struct Measures {
    var cellWidth: Double
    var cellHeight: Double
    var hasYears: Bool
    /// How long names of rows may be, and those of columns, which stand upright.
    var rowNames: Double
    var columnNames: Double
    /// The rows and columns of each page.
    var rows: [Range<Int>]
    var columns: [Range<Int>]
    var width: Double

    var pageCount: Int { rows.count * columns.count }
  }

  func chart() throws(ChartError) -> Chart {
    var chart = self
    let date = network.view.options.at.map { words.labelled(.date, $0.description(in: words.language)) }
    chart.frame.subtitle = [words[.reachMatrix].capitalizedFirst, date].compactMap(\.self).joined(
      separator: " · ")
    chart.frame.caption = caption
    let names = data.actors.map { frame.name($0, graph) }
    frame.meter.prepare(names + shades.labels)
    chart.frame.legend = legend
    guard !names.isEmpty else {
      let width = frame.style.width.map { $0 - 2 * frame.margin } ?? size * 40
      let text = SVGElement.text(words[.nothing], at: Point(x: 0, y: size), frame.look(1, inks.quiet))
      let page = chart.frame.page([text], width: width, height: size * 2, description: description(names))
      return try chart.finished([page], names)
    }
    let measures = chart.measures(names)
    var pages: [SVGDocument] = []
    let count = measures.pageCount
    for rows in measures.rows {
      for columns in measures.columns {
        let height = measures.columnNames + size * 0.4 + Double(rows.count) * measures.cellHeight + size
        pages.append(
          chart.frame.page(
            chart.plot(rows, columns, names, measures), width: measures.width, height: height,
            number: pages.count + 1,
            of: count, description: description(names)))
      }
    }
    return try chart.finished(pages, names)
  }

  private func finished(_ pages: [SVGDocument], _ names: [String]) throws(ChartError) -> Chart {
    try Chart(
      pages, frame, frame.meter, description: description(names), author: words.list(graph.authors),
      table: table(names))
  }

  /// The measures of the fewest pages: of paper that may be turned, on its side or upright.
  private func measures(_ names: [String]) -> Measures {
    let widest = frame.style.widest - 2 * frame.margin
    let onItsSide = measures(names, within: widest)
    let upright = PictureStyle.points(190) - 2 * frame.margin
    guard frame.style.width == nil, frame.style.theme == .print || frame.style.theme == .grey,
      onItsSide.pageCount > 1, upright < widest
    else { return onItsSide }
    let other = measures(names, within: upright)
    return other.pageCount < onItsSide.pageCount ? other : onItsSide
  }

  private func measures(_ names: [String], within widest: Double) -> Measures {
    let count = Double(names.count)
    let longest = names.map { frame.meter.width($0, size) }.max() ?? 0
    let rowNames = min(longest, max(size * 4, min(size * 16, widest * 0.3)))
    let columnNames = min(longest, size * 15)
    // A cell holds a year where all fit so; else it is as wide as it can be, and no narrower than a line of names.
    let year = frame.meter.width("0000", size * 0.8) + size * 0.7
    let room = max(size * 2, widest - rowNames - size * 0.5)
    let hasYears = count * year <= room && shades.hasYears
    // What nearly fits is set closer rather than parted.
    let (closest, close) = (size * 1.05, size * 1.2)
    let isWhole = count * closest <= room
    let cellWidth = hasYears ? year : isWhole ? max(closest, min(size * 2, room / max(1, count))) : close
    let columns = Self.parts(names.count, max(1, Int(room / cellWidth + 1e-6)))
    let used = rowNames + size * 0.5 + Double(columns.map(\.count).max() ?? 1) * cellWidth
    let width = frame.style.width == nil ? max(used, min(widest, size * 40)) : widest
    let height = frame.room(width) - columnNames - size * 1.4
    let wanted = hasYears ? size * 1.5 : min(cellWidth, size * 1.5)
    let cellHeight =
      count * closest <= height ? max(closest, min(wanted, height / count)) : max(close, wanted)
    return Measures(
      cellWidth: cellWidth, cellHeight: cellHeight, hasYears: hasYears, rowNames: rowNames,
      columnNames: columnNames, rows: Self.parts(names.count, max(4, Int(height / cellHeight))),
      columns: columns, width: width)
  }

  /// Numbers up to a count in parts of nearly the same length, none longer than a limit.
  static func parts(_ count: Int, _ limit: Int) -> [Range<Int>] {
    let number = max(1, (count + limit - 1) / limit)
    return (0..<number).map { (count * $0 / number)..<(count * ($0 + 1) / number) }
  }
}

/// Arrivals in up to five stretches of time, each with a shade: the earlier, the darker.
struct ArrivalShades {
  /// The last year of each stretch.
  private let lastYears: [Int64]
  private let firstYear: Int64
  /// Whether some arrival has a date.
  var hasYears: Bool { !lastYears.isEmpty }
  /// Whether some arrival has none.
  let hasUndated: Bool
  /// What each stretch is called.
  let labels: [String]

  /// Stretches with about as many arrivals in each.
  init(_ arrivals: [Moment], in language: String) {
    let years = arrivals.filter { !$0.isOpen }.map(\.day.year).sorted()
    hasUndated = arrivals.contains(where: \.isOpen)
    var last: [Int64] = []
    for part in 1...5 where !years.isEmpty {
      let year = years[max(0, years.count * part / 5 - 1)]
      if last.last.map({ $0 < year }) ?? true { last.append(year) }
    }
    firstYear = years.first ?? 0
    lastYears = last
    var start = firstYear
    var labels: [String] = []
    for end in last {
      let label = yearLabel(start, in: language)
      labels.append(start == end ? label : "\(label)–\(yearLabel(end, in: language))")
      start = end + 1
    }
    self.labels = labels
  }

  /// From light (0) to dark (1); nil for an arrival without a date.
  func share(_ moment: Moment) -> Double? {
    guard !moment.isOpen else { return nil }
    let year = moment.day.year
    let place = lastYears.firstIndex { year <= $0 } ?? max(0, lastYears.count - 1)
    return share(ofStretch: place)
  }

  func share(ofStretch place: Int) -> Double {
    lastYears.count < 2 ? 0.6 : 1 - Double(place) / Double(lastYears.count - 1)
  }
}
