import Foundation

/// A reader of a plain text that notes what it finds; the words are made before, so that they may be of the reader's own.
protocol TellingReader {
  var findings: ImportFindings { get set }
}

extension TellingReader {
  /// Notes a part of the file that cannot be read.
  mutating func leftOut(_ place: Diagnostic.Place?, _ message: String) { findings.leftOut(place, message) }
  /// Notes a mistake.
  mutating func fault(_ place: Diagnostic.Place?, _ message: String) { findings.error(place, message) }
  /// Notes what is worth telling.
  mutating func warn(_ place: Diagnostic.Place?, _ message: String) { findings.warning(place, message) }

  /// The text of a file in UTF-8; nil where it has none, or is too large.
  /// - Parameter file: What the file is called: `a GML file`.
  mutating func text(of data: Data, _ file: String) -> [UInt8]? {
    guard data.count <= InputLimits.networkBytes else {
      fault(nil, InputLimits.tooManyBytes(file, limit: InputLimits.networkBytes))
      return nil
    }
    do throws(EncodedText.Fault) {
      let text = try EncodedText(data, of: "the file")
      if let (place, message) = text.warning { warn(place, message) }
      return text.bytes
    } catch {
      fault(error.place, error.message)
      return nil
    }
  }
}
