/// How much the readers take: generous bounds, beyond which an input is refused with a sentence.
///
/// Documentation/Limits.md lists them; a test compares the two.
enum InputLimits {
  /// The bytes of a graph file.
  static let graphFileBytes = 64 * megabyte
  /// How deep lists and mappings may be nested in a graph file.
  static let graphFileLevels = 100
  /// The keys, texts, lists and mappings of a graph file.
  static let graphFileNodes = 4_000_000
  /// The letters of an id or another word of a graph file.
  static let wordLetters = 500
  /// So many mistakes of a graph file are told one by one.
  static let graphFileMistakes = 1000
  /// The readings of a graph.
  static let readings = 200
  /// The tables that a graph file maps, and the rows of one.
  static let tables = 200
  static let tableRows = 20_000_000
  /// The oddities of tables that are kept to be reported; the rest is counted.
  static let tableOddities = 1_000_000
  /// The bytes of another program's network, of any format, and of a table.
  static let networkBytes = 512 * megabyte
  /// The nodes, and the edges, of another program's network.
  static let networkElements = 4_000_000
  /// After so many mistakes in another program's network no more are looked for; beyond so many texts that are no date,
  /// dates are read only in EDTF and as years.
  static let networkMistakes = 100_000
  /// The rows of a sheet, empty ones included: as many as the largest that LibreOffice makes.
  static let sheetRows = 16_777_216
  /// The columns of a table.
  static let columns = 10_000
  /// The attributes of an XML element; libxml2 compares each with all others.
  static let attributes = 1000
  /// The keys that a GraphML file declares.
  static let keys = 100_000
  /// How deep elements of XML may be inside each other, and the bytes of one text between them.
  static let xmlLevels = 256
  static let xmlTextBytes = 10_000_000
  /// How deep lists and objects may be nested in JSON.
  static let jsonLevels = 500
  /// The lists inside each other in GML.
  static let lists = 100
  /// How deep subgraphs may be nested in DOT; libcgraph's own limit lies at about 3,000.
  static let dotLevels = 250
  /// The ends of one chain of edges in DOT; libcgraph loses the rest of the file from 2,500 on.
  static let dotChain = 2000
  /// The edges that subgraphs as ends of edges make in DOT.
  static let dotProducts = 1_000_000
  /// The nodes and edges of a graph in DOT, times the names of their attributes: libcgraph keeps a place for each.
  static let dotCells = 50_000_000
  /// The ends of a hyperedge.
  static let ends = 100_000

  static let megabyte = 1_048_576

  /// `the file has more than 64 MB; expected a graph file of 64 MB at most. …`
  static func tooManyBytes(_ what: String, limit: Int) -> String {
    "the file has more than \(limit / megabyte) MB; expected \(what) of \(limit / megabyte) MB at most. Divide it."
  }

  /// `the table has more than 4,000,000 rows; expected at most as many.`
  static func tooMany(_ what: String, in whole: String, limit: Int) -> String {
    "\(whole) has more than \(grouped(limit)) \(what); expected at most as many."
  }

  /// A number with commas between its thousands.
  static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}
