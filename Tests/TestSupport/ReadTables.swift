import Foundation

/// A text that is no object of JSON.
public struct NotAnObject: Error, CustomStringConvertible {
  /// The text.
  public let description: String
}

/// What JSON says, as an object.
public func object(_ text: String) throws -> [String: Any] {
  guard let object = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] else {
    throw NotAnObject(description: text)
  }
  return object
}

/// The records of a CSV text by RFC 4180; nil where it breaks the rules or a record has another length.
public func csvRecords(_ text: String) -> [[String]]? {
  var records: [[String]] = []
  var record: [String] = []
  var field = ""
  var isQuoted = false
  var characters = Array(text.unicodeScalars)[...]
  while let character = characters.popFirst() {
    switch (character, isQuoted) {
    case ("\"", true) where characters.first == "\"":
      characters.removeFirst()
      field.unicodeScalars.append("\"")
    case ("\"", true): isQuoted = false
    case (_, true): field.unicodeScalars.append(character)
    case ("\"", false):
      guard field.isEmpty else { return nil }
      isQuoted = true
    case (",", false):
      record.append(field)
      field = ""
    case ("\n", false):
      records.append(record + [field])
      (record, field) = ([], "")
    default: field.unicodeScalars.append(character)
    }
  }
  let isWhole = !isQuoted && record.isEmpty && field.isEmpty
  return isWhole && Set(records.map(\.count)).count == 1 ? records : nil
}

/// The rows of a table of text: as many lines as begin at `header`, up to an empty one.
public func tableLines(_ text: String, header: String) -> [String] {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  return Array(lines.drop { !$0.hasPrefix(header) }.prefix { !$0.isEmpty })
}

/// What is crooked in a table of text whose cells are ASCII: the first row with a cell across a column's edge.
///
/// - Parameter numbers: The columns that stand to the right.
public func crookedRow(_ lines: [String], numbers: Set<String> = []) -> String? {
  guard let header = lines.first else { return "there is no table" }
  for column in header.matches(of: #/\S+/#) {
    let name = String(column.output)
    let start = header.distance(from: header.startIndex, to: column.range.lowerBound)
    let end = header.distance(from: header.startIndex, to: column.range.upperBound)
    for line in lines {
      let row = Array(line)
      if numbers.contains(name) {
        if row.count < end || row[end - 1] == " " || (row.count > end && row[end] != " ") {
          return "\(name): \(line)"
        }
      } else if start >= 2, row.count > start, row[start - 1] != " " || row[start - 2] != " " {
        return "\(name): \(line)"
      }
    }
  }
  return nil
}
