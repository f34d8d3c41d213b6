public import Diplomacy
import Foundation

/// Reading a graph from whatever file holds one.
public enum GraphReading {
  /// How a file is read.
  public struct Options: Hashable, Sendable {
    /// The name of the format; nil: it is known by how the file begins, else by the ending of its name.
    public var format: String?
    /// What its reader is asked to do otherwise.
    public var options: Set<Format.ReadingOption>
    /// What is said of tables, where `options` has ``Format/ReadingOption/nodes``, ``Format/ReadingOption/missing`` or
    /// ``Format/ReadingOption/columns``.
    public var tables = TableOptions()
    /// What is wanted of the graph, where that is not all of it: a reader that can leaves out what is not needed.
    public var snapshot: Snapshot?

    /// Options.
    public init(format: String? = nil, _ options: Set<Format.ReadingOption> = []) {
      self.format = format
      self.options = options
    }
  }

  /// That a graph is read for one view: of a date, under a choice of readings, and with nothing left out or hidden.
  ///
  /// What a reader leaves out is not there on the date, and makes no difference to what is; so the view is the same.
  public struct Snapshot: Hashable, Sendable {
    /// The date in the Extended Date/Time Format.
    public var date: String
    /// The reading, or several with commas, as they are named on the command line; nil: the default one, or all of them.
    public var reading: String?

    /// A view of a date.
    public init(on date: String, reading: String? = nil) {
      self.date = date
      self.reading = reading
    }
  }

  /// An option that the reader of a file's format does not take.
  public struct UnusedOption: Error, CustomStringConvertible {
    /// The option.
    public let option: Format.ReadingOption
    /// What diagnostics call the file.
    public let file: String
    /// The format of the file.
    public let format: Format

    /// Which formats take it, and which was found.
    public var description: String {
      let takers = Format.readable.filter { $0.reader?.options.contains(option) == true }.inWords
      return
        "--\(option.rawValue) goes with \(takers): other files say for themselves; '\(file)' is \(format.file)."
    }
  }

  /// The name that stands for standard input in place of a file's.
  public static let standardInput = "-"

  /// Reads a graph.
  /// - Parameter path: The file; `-` for standard input.
  /// - Parameter formats: The formats that a file may have, those that are not read among them.
  /// - Throws: ``InputDiagnostics`` with everything that is wrong in the file, ``FileError`` when it cannot be read, or
  ///   ``UnusedOption``.
  public static func read(
    contentsOf path: String, _ options: Options = Options(), among formats: [Format] = Format.known
  ) throws -> DiplomaticGraph {
    try readDocument(contentsOf: path, options, among: formats).graph
  }

  /// Reads a graph, and keeps where its parts stand and what is worth telling of another program's file.
  /// - Parameter path: The file; `-` for standard input; or a folder, of which all TEI files are read into one graph.
  /// - Parameter formats: The formats that a file may have, those that are not read among them.
  /// - Throws: ``InputDiagnostics`` with everything that is wrong in the file, ``FileError`` when it cannot be read, or
  ///   ``UnusedOption``.
  public static func readDocument(
    contentsOf path: String, _ options: Options = Options(), among formats: [Format] = Format.known
  ) throws -> GraphFile.Document {
    if options.format == nil || options.format == Format.tei.name, TEIFolder.isFolder(path) {
      if options.options.contains(.directed) {
        throw UnusedOption(option: .directed, file: path, format: .tei)
      }
      return try TEIFolder.read(path, isStrict: options.options.contains(.strict))
    }
    let file = path == standardInput ? "standard input" : path
    let pieces = try FilePieces(path)
    let start = pieces.start
    let isPacked = Gzip.isPacked(start)
    let beginning =
      isPacked ? (try? Gzip.unpacked(start, upTo: FileStart.size, isWhole: false)) ?? Data() : start
    let chosen = options.format.flatMap { name in formats.thatAreRead.first { $0.name == name } }
    let (format, isCertain) =
      chosen.map { ($0, true) }
      ?? self.format(of: FileStart(beginning), named: unpackedName(of: path), among: formats)
    guard let reader = format.reader else { throw refusal(of: format, isCertain, file, formats) }
    // Graph files are always read so.
    let odd = options.options.subtracting(reader.options).subtracting([.strict])
    if let option = odd.min(by: { $0.rawValue < $1.rawValue }) {
      throw UnusedOption(option: option, file: file, format: format)
    }
    if !isPacked, path != standardInput, let read = reader.readPlace {
      // While it is open here, SQLite's locks on it would end with it.
      pieces.close()
      return try read(path, file, options.snapshot)
    }
    if !isPacked, let read = reader.readPieces { return try read(pieces, file, options.options) }
    var data = try pieces.rest(upTo: reader.mostBytes)
    if isPacked {
      do throws(Gzip.Fault) {
        data = try Gzip.unpacked(data, upTo: reader.mostBytes)
      } catch {
        throw InputDiagnostics([Diagnostic(file: file, place: nil, message: error.message)])
      }
    }
    if let readTable = reader.readTable { return try readTable(data, file, options.options, options.tables) }
    return try reader.read(data, file, options.options)
  }

  /// What a file holds: by how it begins, which is certain, else by the ending of its name, else a graph file.
  private static func format(
    of start: FileStart, named path: String, among formats: [Format]
  ) -> (Format, isCertain: Bool) {
    if let format = formats.first(where: { $0.begins(start) }) { return (format, true) }
    // The reader of GraphML says what is wrong with XML.
    if start.isXML { return (.graphML, true) }
    return (formats.named(like: path, isRead: true) ?? .graphFile, false)
  }

  /// The name of a file without the ending of packed ones.
  private static func unpackedName(of path: String) -> String {
    path.lowercased().hasSuffix(".gz") ? String(path.dropLast(3)) : path
  }

  private static func refusal(
    of format: Format, _ isCertain: Bool, _ file: String, _ formats: [Format]
  ) -> InputDiagnostics {
    let what = isCertain ? "this is" : "by its name, this is"
    return InputDiagnostics([
      Diagnostic(
        file: file, place: nil,
        message:
          "\(what) \(format.file), which is not read; expected \(formats.thatAreRead.inWords). \(format.remedy ?? "")"
      )
    ])
  }
}
