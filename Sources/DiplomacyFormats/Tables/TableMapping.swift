import Diplomacy

/// What the columns of a table hold, as `tables:` of a graph file says it: Documentation/Tables.md.
struct TableMapping {
  /// The file, as it is written.
  var file = ""
  var place: Diagnostic.Place?
  /// The sheet of a spreadsheet; nil: the first.
  var sheet: (name: String, place: Diagnostic.Place?)?
  var delimiter: UInt8?
  var dates = TableDateStyle.lenient
  var isHalfOpen = false
  var missing: Set<String> = []
  /// The years that can be meant.
  var years: ClosedRange<Int64> = Int64.min...2200
  var conditions: [Condition] = []
  var contradictions = Contradictions.earliest
  var unknown = Unknown.keep
  var items: [Item] = []

  /// What two rows come to that give one thing two dates.
  enum Contradictions: String, CaseIterable { case earliest, readings, error }

  /// What an id comes to that nothing declares.
  enum Unknown: String, CaseIterable {
    case keep
    case leaveOut = "leave-out"
    case error
  }

  /// A column, by its name.
  struct Column {
    let name: String
    let place: Diagnostic.Place?
  }

  /// What a column has to hold for a row to be read.
  struct Condition {
    let column: Column
    var among: Set<String>?
    var notAmong: Set<String> = []
    var atLeast: Double?
    var atMost: Double?
    /// Whether it has to be empty (true) or not (false).
    var isEmpty: Bool?
  }

  /// What stands for a value: columns, a constant, or something made of columns.
  struct Value {
    enum Form {
      case column(Column)
      case constant(String)
      /// Texts with columns between them.
      case template([Piece])
      /// All columns whose names begin so.
      case columns(prefix: String)
      /// Several in one cell.
      case split(Column, separator: String)
      /// A date in three columns.
      case day(year: Column, month: Column?, day: Column?)
      /// The first that says something.
      case first([Value])
    }

    /// A piece of a template.
    enum Piece {
      case text(String)
      case column(Column)
    }

    var form: Form
    var place: Diagnostic.Place?
    /// What stands for what a column holds.
    var values: [String: String] = [:]
    /// What stands for everything else.
    var otherwise: String?
    var missing: Set<String> = []
    var dates: TableDateStyle?
    /// Of years: how many years a row holds.
    var step: Int64 = 1
  }

  /// What comes of a row: an entity, a link between two, an act, or a source.
  enum Section: Hashable {
    case entity(Category), link, act, source
  }

  /// What a value of an item is read as.
  enum SlotKind: Hashable {
    case entity(Category)
    case declared(Category)
    case date, text, number, year, period
  }

  /// A value of an item.
  struct Slot {
    let key: String
    let kind: SlotKind
    /// One for each that a row gives, or one for all of them.
    var values: [Value]
    let place: Diagnostic.Place?
    /// The act that a date is of.
    var act: Act.Kind?
    /// Of an identifier or attribute: its scheme or name.
    var name: String?
  }

  /// What comes of each row.
  struct Item {
    var section: Section
    var place: Diagnostic.Place?
    var slots: [Slot] = []
    var conditions: [Condition] = []
    var citation: Citation?
    var reading: Value?
    var isHalfOpen = false
    var isSymmetric = false
    /// Whether it comes of another item, so that repeated rows are nothing to tell.
    var isImplied = false
  }

  /// What a row's statements cite.
  struct Citation {
    var source: Value
    /// The place in it; nil: the file and the row.
    var locator: Value?
  }
}
