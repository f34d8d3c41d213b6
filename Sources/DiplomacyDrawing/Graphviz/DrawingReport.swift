/// What a task came to: what was asked for, or the error of the step that failed.
struct DrawingReport {
  /// What was done.
  enum Work {
    /// A graph was laid out and drawn.
    case graph(LayoutEngine)
    /// Charts were turned into other formats, or their texts measured.
    case chart
  }

  let records: DrawingRecords
  let work: Work
  let timeLimit: Duration

  /// The pictures of a graph, in formats that are all different.
  /// - Throws: ``GraphvizError``.
  func pictures(_ formats: [PictureFormat]) throws(GraphvizError) -> Pictures {
    try check()
    var pictures = Pictures(files: [:], warnings: warnings)
    for (index, format) in formats.enumerated() {
      pictures.files[format] = try picture(index, format)
    }
    return pictures
  }

  /// A picture, by its number among all that were asked for.
  func picture(_ index: Int, _ format: PictureFormat) throws(GraphvizError) -> [UInt8] {
    guard index < records.pictures.count, !records.pictures[index].isEmpty else {
      throw .noPicture(format: format, message: reason ?? "it gave no reason.")
    }
    return reproducible(records.pictures[index], format)
  }

  /// What Graphviz warned of, and characters that no font has.
  var warnings: [String] { records.messages.warnings + missingCharacters }

  /// Tells what kept the drawing from coming to pictures at all.
  func check() throws(GraphvizError) {
    switch records.end {
    case .late: throw .tookTooLong(engine: engine, limit: timeLimit)
    case .notStarted: throw .notStarted(reason: "the system allows no further process or file")
    case .lost where !records.isRead && records.messages.errors.isEmpty:
      throw .notStarted(reason: "the program 'entente-draw' ended without an answer")
    default: break
    }
    guard case .graph(let engine) = work else {
      guard records.hasFonts else { throw .noFonts }
      return
    }
    guard records.isRead else { throw .unreadable(message: reason ?? "it holds no graph.") }
    guard records.hasFonts else { throw .noFonts }
    guard records.isLaidOut else { throw .noLayout(engine: engine, message: reason ?? "it gave no reason.") }
  }

  private var engine: LayoutEngine? {
    if case .graph(let engine) = work { engine } else { nil }
  }

  private var reason: String? {
    var sentences = records.messages.errors
    switch records.end {
    case .crashed(let signal):
      sentences.append("The library crashed (signal \(signal)).")
      if !records.remark.isEmpty { sentences.append("It said: \(inOneSentence(records.remark))") }
    case .lost: sentences.append("The drawing program went away.")
    default: break
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  /// A warning that names the characters that would be boxes; a few of them stand for all.
  private var missingCharacters: [String] {
    guard let first = records.missing.first else { return [] }
    let named = records.missing.prefix(8).map { "\($0) (U+\(hexadecimal($0)))" }.joined(separator: ", ")
    let rest = records.missing.count - 8
    let (their, them) = records.missing.count == 1 ? ("its", "it") : ("their", "them")
    return [
      "no installed font has \(named)\(rest > 0 ? " and \(rest) more" : ""); a box stands in \(their) place. "
        + "Debian's package \(fonts(for: first)) may have \(them)."
    ]
  }

  private func fonts(for scalar: Unicode.Scalar) -> String {
    if scalar.properties.isEmoji { return "fonts-noto-color-emoji" }
    return (0x2E80...0x9FFF).contains(scalar.value) || scalar.properties.isIdeographic
      ? "fonts-noto-cjk" : "fonts-noto-extra"
  }

  private func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
