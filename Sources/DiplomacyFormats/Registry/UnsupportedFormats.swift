extension Format {
  /// Formats of networks, tables and packed files that are neither read nor written.
  static let unsupported: [Format] = [
    Format(
      "gephi", "Gephi project", file: "a project of Gephi", endings: ["gephi"], for: "Gephi",
      remedy: "Export it as GraphML."
    ) {
      $0.isZip(with: ["Project_xml"])
    },
    Format(
      "packed", "packed file", file: "a packed file", endings: ["zip", "bz2", "xz", "zst", "7z"],
      for: "sending",
      remedy: "Unpack it first."
    ) {
      $0.bytes.starts(with: Array("PK\u{3}\u{4}".utf8))
        || $0.bytes.starts(with: Array("BZh".utf8)) || $0.bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A])
        || $0.bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) || $0.bytes.starts(with: [0x37, 0x7A, 0xBC, 0xAF])
    },
    Format(
      "database", "SQLite", file: "a database of SQLite", endings: ["sqlite", "sqlite3", "db"], for: "SQLite",
      remedy: "Write the table of edges out as CSV."
    ) { $0.bytes.starts(with: Array("SQLite format 3\0".utf8)) },
    Format(
      "picture", "picture", file: "a picture or a printed page",
      endings: ["svg", "png", "jpg", "jpeg", "gif", "pdf"],
      for: "looking at", remedy: "Take the file that it was made of."
    ) {
      $0.xmlRoot == "svg" || $0.bytes.starts(with: Array("%PDF-".utf8))
        || $0.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || $0.bytes.starts(with: [0xFF, 0xD8, 0xFF])
        || $0.bytes.starts(with: Array("GIF8".utf8))
    },
  ]
}
