/// What is worth telling of a sheet's cells, counted by class, with the first of each.
struct SheetRemarks {
  /// What can be odd.
  enum Class: Int, CaseIterable {
    case titles, error, noValue, merged, hiddenRow, hiddenColumn, coarse, early, before1900, noSuchDay,
      noDate, noYear
  }

  private var found: [Class: (count: Int, place: Diagnostic.Place?, sample: String)] = [:]

  /// Notes one, or several at once.
  mutating func note(
    _ what: Class, row: Int, column: Int, count: Int = 1, _ sample: @autoclosure () -> String = ""
  ) {
    if let known = found[what] {
      found[what]?.count = known.count + count
    } else {
      let place = row > 0 ? Diagnostic.Place(line: row, column: column + 1) : nil
      found[what] = (count, place, sample())
    }
  }

  /// A sentence for each class.
  func sentences(of sheet: String) -> [(place: Diagnostic.Place?, message: String)] {
    Class.allCases.compactMap { what in
      guard let (count, place, sample) = found[what] else { return nil }
      let cell = place.map { "\(SheetCells.name(row: $0.line, column: $0.column - 1))" } ?? ""
      return (place, Self.sentence(what, count, cell, Node.shortened(sample)))
    }
  }

  private static func sentence(_ what: Class, _ count: Int, _ cell: String, _ sample: String) -> String {
    func cells(_ one: String, _ several: String) -> String {
      count == 1
        ? "the cell \(cell) \(one)" : "\(InputLimits.grouped(count)) cells, \(cell) first, \(several)"
    }
    switch what {
    case .titles:
      return
        "\(count == 1 ? "a row of one cell stands" : "\(count) rows of one cell stand") above the header, and \(count == 1 ? "is" : "are") left out: '\(sample)'."
    case .error: return "\(cells("holds an error", "hold errors")) (\(sample)); read as no value."
    case .noValue:
      return
        "\(cells("holds a formula", "hold formulas")) whose value was not saved (\(sample)); read as no value. Open the file in a spreadsheet program and save it, so that the values are in it."
    case .merged:
      return
        "\(count == 1 ? "the merged cells \(sample) are" : "\(InputLimits.grouped(count)) groups of cells are merged, \(sample) first:") read as one value in the first of them; the others are empty."
    case .hiddenRow:
      return
        "\(count == 1 ? "row \(sample) is" : "\(InputLimits.grouped(count)) rows are, \(sample) first,") hidden; read like the others."
    case .hiddenColumn:
      return
        "\(count == 1 ? "column \(sample) is" : "\(count) columns are, \(sample) first,") hidden; read like the others."
    case .coarse:
      return
        "\(cells("is a date", "are dates")) shown without the day or the month, and kept on the first; read as \(sample), as shown."
    case .early:
      return
        "\(cells("is a date", "are dates")) before March 1900, which Excel counts otherwise than LibreOffice; read as Excel has it: \(sample)."
    case .before1900:
      return
        "\(cells("is a date", "are dates")) before 1900, which Excel does not show; read as LibreOffice has it: \(sample)."
    case .noSuchDay:
      return
        "\(cells("is", "are")) 29 February 1900, a day that Excel has and no calendar; read as no value. Write the day that is meant."
    case .noDate:
      return
        "\(cells("is shown as a date", "are shown as dates")), but the number \(sample) is none; read as no value."
    case .noYear:
      return
        "\(cells("is a date", "are dates")) shown without its year, which may be the one in which it was typed: \(sample). Read with the year."
    }
  }
}
