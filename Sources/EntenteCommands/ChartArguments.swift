import ArgumentParser
import EntenteKit

/// The picture of an answer, where one is asked for: the same for every command that answers with a chart besides its table.
struct ChartArguments: ParsableArguments {
  @Option(
    name: [.customShort("o"), .customLong("draw")],
    help: ArgumentHelp(
      "Also draw the answer as a chart (.svg, .pdf, .png).", valueName: "picture"),
    completion: .file(extensions: ["svg", "pdf", "png"]))
  var picture: String?

  @OptionGroup var look: PictureArguments

  /// Tells mistakes that need no file to be seen.
  func checkWords() throws {
    try look.checkWords()
    _ = try format
    guard picture == nil else { return }
    let given: [(isGiven: Bool, option: String)] = [
      (look.theme != .print, "--theme"), (look.width != nil, "--width"),
      (look.fontSize != nil, "--font-size"),
      (look.legend != .yes, "--legend"), (look.title != nil, "--title"), (look.caption != .yes, "--caption"),
      (look.dpi != PictureDetails.usualResolution, "--dpi"), (look.withTable, "--with-table"),
    ]
    if let option = given.first(where: \.isGiven)?.option {
      throw Misuse("\(option) goes with --draw: it says how the picture is made.")
    }
  }

  /// What the ending of the name says the picture is; nil where none is asked for.
  private var format: PictureFormat? {
    get throws {
      guard let picture else { return nil }
      let name = picture.lowercased()
      guard let format = PictureFormat.allCases.first(where: { name.hasSuffix(".\($0.rawValue)") }) else {
        throw Misuse(
          "--draw: '\(picture)' has no ending that says what to draw; expected .svg, .pdf or .png.")
      }
      return format
    }
  }

  /// Draws the chart of an answer, where one is asked for.
  /// - Parameter chart: Makes the chart in a style, within a time.
  func draw(_ chart: (PictureStyle, Duration) throws(ChartError) -> Chart) throws {
    guard let picture, let format = try format else { return }
    let style = try look.style()
    let made = try drawn { () throws(ChartError) in try chart(style, look.timeout.limit) }
    try write(made, to: picture, as: format, look)
  }
}
