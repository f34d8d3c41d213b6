public import Networks

/// The facts of a picture in rows and columns, for those who want to read or count them.
public struct PictureTable: Hashable, Sendable {
  /// The headings.
  public var columns: [String]
  /// The rows, each with a text for every column.
  public var rows: [[String]]

  /// A table.
  public init(columns: [String], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }
}

/// Why a chart could not be made.
public enum ChartError: Error, CustomStringConvertible {
  /// The measure that was to choose or order cannot be taken.
  case measure(MeasureError)
  /// It could not be drawn.
  case drawing(GraphvizError)
  /// Nothing is left to draw.
  case empty(String)

  /// One sentence.
  public var description: String {
    switch self {
    case .measure(let error): "\(error)"
    case .drawing(let error): "\(error)"
    case .empty(let what): what
    }
  }
}

/// A picture that Entente draws itself: an incidence chart, a timeline, a diagram of ties or the chart of a measure.
public struct Chart: Sendable {
  /// Its pages, each a document in SVG.
  public let pages: [String]
  /// What it is called.
  public let title: String
  /// Who made the graph; empty where that is not said.
  public let author: String
  /// The same facts in rows and columns.
  public let table: PictureTable
  /// What could not be drawn as it should, in sentences.
  public let warnings: [String]

  /// A chart of pages that are composed; the lengths of their texts must have been measured.
  init(
    _ documents: [SVGDocument], _ frame: ChartFrame, _ meter: TextMeter, description: String, author: String,
    table: PictureTable, warnings: [String] = []
  ) throws(ChartError) {
    var pages: [String] = []
    do {
      try meter.check()
      for document in documents { pages.append(try document.text) }
    } catch let error as GraphvizError {
      throw .drawing(error)
    } catch {
      throw .empty("the picture could not be written: \(error)")
    }
    self.pages = pages
    title = frame.title.isEmpty ? description : frame.title
    self.author = author
    self.table = table
    self.warnings = [PictureWords.warning(for: frame.language)].compactMap(\.self) + meter.warnings + warnings
  }

  /// The chart in several formats.
  /// - Parameters:
  ///   - dpi: The pixels to an inch of a PNG.
  ///   - timeLimit: How long that may take.
  /// - Throws: ``GraphvizError``.
  public func pictures(
    _ formats: [PictureFormat], dpi: Int = PictureDetails.usualResolution, timeLimit: Duration = .drawing
  ) throws(GraphvizError) -> Pictures {
    try startPictures(formats, dpi: dpi, timeLimit: timeLimit).finish()
  }

  /// Starts to turn the chart into several formats.
  /// - Throws: ``GraphvizError/notStarted(reason:)``.
  public func startPictures(
    _ formats: [PictureFormat], dpi: Int = PictureDetails.usualResolution, timeLimit: Duration = .drawing
  ) throws(GraphvizError) -> PendingChart {
    try PendingChart(
      self, formats.distinct, PictureDetails(title: title, author: author, dpi: dpi), timeLimit)
  }
}

/// Pictures of a chart that are being made while the caller does something else. The work ends with this value.
public struct PendingChart: ~Copyable {
  private let chart: Chart
  private let formats: [PictureFormat]
  private let timeLimit: Duration
  private let deadline: Int64
  private var process: DrawingProcess?

  init(_ chart: Chart, _ formats: [PictureFormat], _ details: PictureDetails, _ timeLimit: Duration)
    throws(GraphvizError)
  {
    self.chart = chart
    self.formats = formats
    self.timeLimit = timeLimit
    deadline = .after(timeLimit)
    let converted = formats.filter { $0 != .svg }
    guard !converted.isEmpty else { return }
    let task = DrawingTask(
      "svg", formats: DrawingTask.names(of: converted, details), chart.pages.map { "\($0)\0" }.joined(),
      details)
    process = try DrawingProgram.start(task)
    if process == nil { throw .noProgram }
  }

  /// Waits for the pictures.
  /// - Throws: ``GraphvizError``.
  public consuming func finish() throws(GraphvizError) -> Pictures {
    var pictures = Pictures(files: [:], warnings: chart.warnings)
    func add(_ pages: [[UInt8]], _ format: PictureFormat) {
      pictures.files[format] = pages.first
      if pages.count > 1 { pictures.furtherPages[format] = Array(pages.dropFirst()) }
    }
    if formats.contains(.svg) { add(chart.pages.map { Array($0.utf8) }, .svg) }
    guard let process = process.take() else { return pictures }
    let records = DrawingProgram.answer(of: process, by: deadline)
    let report = DrawingReport(records: records, work: .chart, timeLimit: timeLimit)
    try report.check()
    var next = 0
    for format in formats where format != .svg {
      var pages: [[UInt8]] = []
      for _ in 0..<(format == .pdf ? 1 : chart.pages.count) {
        pages.append(try report.picture(next, format))
        next += 1
      }
      add(pages, format)
    }
    return pictures
  }
}
