public import Diplomacy
package import Foundation

/// A format of files: how its files are known, read and written.
///
/// Each format is declared in its own folder and listed in ``Format/known``; the command line, the messages about files that
/// are not read, `entente build` with its index, the contract that the tests hold exporters to, and the tables of the
/// documentation all follow from there.
public struct Format: Sendable {
  /// What ``Reader`` can be asked to do otherwise.
  public enum ReadingOption: String, CaseIterable, Hashable, Sendable {
    /// The rows lead from source to target.
    case directed
    /// What cannot be read is an error, and not left out with a warning.
    case strict = "strict-input"
    /// The ends of intervals do not belong to them.
    case halfOpen = "half-open"
    /// A table of nodes belongs to the file: ``TableOptions/nodes``.
    case nodes
    /// Texts are named that stand for no value: ``TableOptions/missing``.
    case missing
    /// A sheet of a workbook is named: ``TableOptions/sheet``.
    case sheet
    /// The columns are named: ``TableOptions/nameColumns(_:)``.
    case columns
  }

  /// How files of a format are read.
  public struct Reader: Sendable {
    /// The options that it takes.
    public let options: Set<ReadingOption>
    /// So many bytes are read at most.
    let mostBytes: Int
    /// Reads the bytes of a file that has the name; of one with more than `mostBytes` it has one more.
    let read: @Sendable (Data, _ name: String, Set<ReadingOption>) throws -> GraphFile.Document
    /// The same, of a format whose reader takes what is said of tables.
    let readTable:
      (@Sendable (Data, _ name: String, Set<ReadingOption>, TableOptions) throws -> GraphFile.Document)?

    /// Reads a file piece by piece, so that it need not be in memory as a whole; nil: it cannot.
    let readPieces: (@Sendable (FilePieces, _ name: String, Set<ReadingOption>) throws -> GraphFile.Document)?

    /// Reads what it needs of a file by its path, so that the rest need not be read; nil: it cannot.
    let readPlace:
      (@Sendable (_ path: String, _ name: String, GraphReading.Snapshot?) throws -> GraphFile.Document)?

    /// A reader that opens a file by its path; `read` takes the bytes of one that comes packed or by standard input.
    package init(
      mostBytes: Int, read: @escaping @Sendable (Data, _ name: String) throws -> GraphFile.Document,
      place:
        @escaping @Sendable (_ path: String, _ name: String, GraphReading.Snapshot?) throws ->
        GraphFile.Document
    ) {
      options = []
      self.mostBytes = mostBytes
      self.read = { data, name, _ in try read(data, name) }
      (readTable, readPieces, readPlace) = (nil, nil, place)
    }

    /// A reader that takes a file piece by piece.
    init(
      _ options: Set<ReadingOption> = [], mostBytes: Int,
      pieces:
        @escaping @Sendable (FilePieces, _ name: String, Set<ReadingOption>) throws -> GraphFile.Document
    ) {
      self.options = options
      self.mostBytes = mostBytes
      read = { data, name, options in try pieces(FilePieces(data), name, options) }
      (readTable, readPieces, readPlace) = (nil, pieces, nil)
    }

    init(
      _ options: Set<ReadingOption> = [], mostBytes: Int,
      read: @escaping @Sendable (Data, _ name: String, Set<ReadingOption>) throws -> GraphFile.Document
    ) {
      self.options = options
      self.mostBytes = mostBytes
      self.read = read
      (readTable, readPieces, readPlace) = (nil, nil, nil)
    }

    init(
      _ options: Set<ReadingOption>, mostBytes: Int,
      read:
        @escaping @Sendable (Data, _ name: String, Set<ReadingOption>, TableOptions) throws ->
        GraphFile.Document
    ) {
      self.options = options
      self.mostBytes = mostBytes
      self.read = { try read($0, $1, $2, TableOptions()) }
      readTable = read
      (readPieces, readPlace) = (nil, nil)
    }
  }

  /// How a graph is written.
  public struct Writer: Sendable {
    /// A program for which a format is written in a way of its own (`--for`).
    public struct Dialect: Sendable {
      /// The word for it on the command line: `gephi`.
      public let name: String
      /// What is otherwise: `labels and shapes as yEd draws them`.
      public let purpose: String

      /// A dialect.
      public init(_ name: String, _ purpose: String) {
        self.name = name
        self.purpose = purpose
      }
    }

    /// The programs for which it is written otherwise.
    public let dialects: [Dialect]
    /// Whether `entente build` writes one.
    public let isBuilt: Bool
    private let make: @Sendable (GraphView, WritingOptions) throws -> Export

    /// A writer.
    public init(
      for dialects: [Dialect] = [], isBuilt: Bool = false,
      make: @escaping @Sendable (GraphView, WritingOptions) throws -> Export
    ) {
      self.dialects = dialects
      self.isBuilt = isBuilt
      self.make = make
    }

    /// Makes a file of a view, and says what it does not hold.
    /// - Throws: What the library refuses that writes it.
    public func write(_ view: GraphView, _ options: WritingOptions = WritingOptions()) throws -> Export {
      try make(view, options)
    }
  }

  /// The word for it on the command line, such as `edge-list`.
  public let name: String
  /// What it is called: `GraphML`.
  public let title: String
  /// What its files are called, with an article: `a GraphML file`.
  public let file: String
  /// The endings of its files' names, without the first point, the usual one first.
  public let endings: [String]
  /// Endings that files of other formats have too: they are read, and not written.
  public let sharedEndings: [String]
  /// What a file of it holds, and for whom, as `entente formats` and the index of a build say.
  public let purpose: String
  /// What comes back of a graph that is written in it and read again; empty where it is not both.
  public let contents: Set<GraphContent>
  /// What to do with a file that is not read; nil where the format is read.
  let remedy: String?
  /// Whether a file that begins so is one.
  let begins: @Sendable (FileStart) -> Bool
  /// How it is read; nil: it is not.
  public let reader: Reader?
  /// How it is written; nil: it is not.
  public private(set) var writer: Writer?

  init(
    _ name: String, _ title: String, file: String? = nil, endings: [String],
    shared sharedEndings: [String] = [], for purpose: String,
    holding contents: Set<GraphContent> = [], remedy: String? = nil,
    reader: Reader? = nil, writer: Writer? = nil, begins: @escaping @Sendable (FileStart) -> Bool
  ) {
    self.name = name
    self.title = title
    self.file = file ?? "a \(title) file"
    self.endings = endings
    self.sharedEndings = sharedEndings
    self.purpose = purpose
    self.contents = contents
    self.remedy = remedy
    self.reader = reader
    self.writer = writer
    self.begins = begins
  }

  /// A format of another module, whose files begin with some bytes.
  package init(
    _ name: String, _ title: String, file: String, endings: [String], for purpose: String,
    holding contents: Set<GraphContent>, beginningWith first: [UInt8], reader: Reader, writer: Writer?
  ) {
    self.init(
      name, title, file: file, endings: endings, for: purpose, holding: contents, reader: reader,
      writer: writer
    ) { $0.bytes.starts(with: first) }
  }

  /// The same format with a writer of another module.
  package func written(by writer: Writer) -> Format {
    var format = self
    format.writer = writer
    return format
  }

  /// The endings of names by which a file is read.
  public var readEndings: [String] { endings + sharedEndings }
}

extension [Format] {
  /// The format whose ending a file's name has; of several the one with the longest, as `.tei.xml` goes before `.xml`.
  /// - Parameter isRead: Whether endings count that files of other formats have too.
  public func named(like path: String, isRead: Bool) -> Format? {
    let name = fileName(of: path).lowercased()
    func length(_ format: Format) -> Int {
      (isRead ? format.readEndings : format.endings).filter { name.hasSuffix(".\($0)") }.map(\.count).max()
        ?? 0
    }
    return filter { length($0) > 0 }.max { length($0) < length($1) }
  }

  /// The formats that are read.
  package var thatAreRead: [Format] { filter { $0.reader != nil } }

  /// The formats in words: `a graph file, a GraphML file or a table of edges`.
  var inWords: String {
    guard let last else { return "nothing" }
    return count == 1 ? last.file : dropLast().map(\.file).joined(separator: ", ") + " or " + last.file
  }
}
