import CLibXML2
import EntenteKit
import Foundation

/// A folder of this process, in memory where the system has that.
let folder: String = {
  let memory = FileManager.default.fileExists(atPath: "/dev/shm") ? "/dev/shm" : NSTemporaryDirectory()
  let path = "\(memory)/entente-fuzz-\(getpid())"
  try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  atexit { try? FileManager.default.removeItem(atPath: folder) }
  return path
}()

/// Reads bytes as a file, and goes on as every command does.
func tryFile(_ bytes: Data, ending: String, as format: String? = nil) {
  let path = "\(folder)/input.\(ending)"
  rule(
    FileManager.default.createFile(atPath: path, contents: bytes), "the input could not be written to \(path)"
  )
  let text = String(decoding: bytes, as: UTF8.self)
  do {
    let document = try GraphReading.readDocument(
      contentsOf: path, GraphReading.Options(format: format))
    check(document.warnings, in: text, path)
    checkReplacements(document.graph, of: bytes)
    use(document, text)
  } catch let error as InputDiagnostics {
    rule(!error.diagnostics.isEmpty, "the file was refused without a diagnostic")
    rule(error.diagnostics.contains { $0.severity == .error }, "the file was refused with warnings alone")
    check(error.diagnostics, in: text, path)
  } catch {
    rule(error is FileError, "reading threw \(error)")
  }
}

/// Diagnostics have places inside the file, and are one line each that steers no terminal.
private func check(_ diagnostics: [Diagnostic], in text: String, _ path: String) {
  // Readers differ in what ends a line; this is the most that there can be, and of each as much as it can hold.
  let lines = text.unicodeScalars.split(omittingEmptySubsequences: false) {
    "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0)
  }
  // Columns of tables and of XML are counted in bytes.
  let longest = text.utf8.split(separator: 0x0A).lazy.map(\.count).max() ?? 0
  for diagnostic in diagnostics {
    let line = diagnostic.description
    rule(diagnostic.file == path, "a diagnostic is about another file: \(line)")
    rule(!diagnostic.message.isEmpty, "a diagnostic says nothing")
    rule(
      !line.contains("\n") && !line.steersTerminals,
      "a diagnostic steers the terminal: \(line.debugDescription)")
    guard let place = diagnostic.place else { continue }
    rule((1...lines.count + 1).contains(place.line), "line \(place.line) of \(lines.count): \(line)")
    rule((1...longest + 2).contains(place.column), "column \(place.column) of \(longest): \(line)")
  }
}

/// No letter becomes U+FFFD that was not in the file.
private func checkReplacements(_ graph: DiplomaticGraph, of bytes: Data) {
  let text = String(decoding: bytes, as: UTF8.self).lowercased()
  // A reference to the character, or a number that libyaml or libxml2 takes for it.
  let isWritten = ["fffd", "65533", "\\u", "\\x"].contains { text.contains($0) }
  // The character itself in UTF-8, and in UTF-16.
  let itself: [[UInt8]] = [[0xEF, 0xBF, 0xBD], [0xFF, 0xFD], [0xFD, 0xFF]]
  if isWritten || itself.contains(where: { bytes.range(of: Data($0)) != nil }) { return }
  if String(validating: bytes, as: UTF8.self) == nil, !strictEncoding { return }
  for entity in graph.entities {
    let names = entity.id.rawValue + entity.name.text(in: graph.language)
    rule(!names.unicodeScalars.contains("\u{FFFD}"), "U+FFFD in \(names.debugDescription)")
  }
}
private let strictEncoding = ProcessInfo.processInfo.environment["FUZZ_LENIENT"] == nil

private func use(_ document: GraphFile.Document, _ text: String) {
  let graph = document.graph
  if !document.isImported { check(lint(document).warnings, in: text, document.file) }
  // As `show` and `render` look at a graph, and as analyses do.
  var views = [GraphView(graph), GraphView(graph, ViewOptions(reading: graph.defaultReading))]
  if let date = graph.entities.lazy.compactMap(\.when).first {
    views.append(GraphView(graph, ViewOptions(at: date, reading: graph.defaultReading)))
  }
  for view in views { use(view) }
}

private func use(_ view: GraphView) {
  let report = graphReport(view)
  for format in OutputFormat.allCases {
    let shown = report.text(as: format)
    if format != .csv && format != .json {
      rule(
        !shown.steersTerminals,
        "show --format \(format.rawValue) steers the terminal: \(shown.debugDescription)")
    }
  }
  rule(
    report.table.text.split(separator: "\n").count == report.table.rows.count + 1,
    "a row of the table has several lines")
  let diagram = Diagram(view)
  rule(!diagram.dot.steersTerminals, "DOT with control characters: \(diagram.dot.debugDescription)")
  do {
    let written = try graphML(view)
    checkWellFormed(written.bytes, "GraphML")
    let path = "\(folder)/again.graphml"
    _ = FileManager.default.createFile(atPath: path, contents: Data(written.bytes))
    let again = try GraphReading.read(contentsOf: path)
    rule(again.entities.count == view.entities.count, "GraphML lost entities")
    checkWellFormed(try tei(view).bytes, "TEI")
  } catch {
    rule(false, "writing threw \(error)")
  }
}

private func checkWellFormed(_ bytes: [UInt8], _ what: String) {
  let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_HUGE.rawValue)
  let document = bytes.withUnsafeBytes {
    xmlReadMemory($0.baseAddress?.assumingMemoryBound(to: CChar.self), Int32($0.count), nil, nil, options)
  }
  rule(document != nil, "\(what) is not well-formed: \(String(decoding: bytes, as: UTF8.self))")
  xmlFreeDoc(document)
}
