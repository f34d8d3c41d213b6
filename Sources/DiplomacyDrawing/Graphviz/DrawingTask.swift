internal import CGraphvizDrawing

/// What a PDF says of itself, and how fine a PNG is.
public struct PictureDetails: Hashable, Sendable {
  /// The title in a PDF's properties; empty: none.
  public var title: String
  /// The author in a PDF's properties; empty: none.
  public var author: String
  /// The pixels to an inch of a PNG.
  public var dpi: Int

  /// Details; by default no title and no author, and enough pixels for print at a book's usual size.
  public init(title: String = "", author: String = "", dpi: Int = PictureDetails.usualResolution) {
    self.title = title
    self.author = author
    self.dpi = dpi
  }

  /// The pixels to an inch when nothing else is said.
  public static let usualResolution = 200
}

/// What `entente-draw` is asked to do.
struct DrawingTask {
  /// One of Graphviz' engines, `svg` or `measure`.
  let engine: String
  /// The formats, with spaces between them.
  let formats: String
  /// What is drawn, converted or measured.
  let text: String
  /// What pictures are written with.
  let details: PictureDetails

  init(_ engine: String, formats: String, _ text: String, _ details: PictureDetails = PictureDetails()) {
    self.engine = engine
    self.formats = formats
    self.text = text
    self.details = details
  }

  /// The formats of pictures as a task names them.
  static func names(of formats: [PictureFormat], _ details: PictureDetails) -> String {
    formats.map { $0 == .png ? "png@\(details.dpi)" : $0.rawValue }.joined(separator: " ")
  }

  /// The task as C sees it, for a call.
  func withC<Result>(_ body: (UnsafePointer<entente_task>) -> Result) -> Result {
    var text = text
    return text.withUTF8 { utf8 in
      unsafe utf8.withMemoryRebound(to: CChar.self) { bytes in
        unsafe engine.withCString { engine in
          unsafe formats.withCString { formats in
            unsafe details.title.withCString { title in
              unsafe details.author.withCString { author in
                var task = unsafe entente_task(
                  engine: engine, formats: formats, text: bytes.baseAddress, length: bytes.count,
                  title: title, author: author)
                return unsafe body(&task)
              }
            }
          }
        }
      }
    }
  }
}
