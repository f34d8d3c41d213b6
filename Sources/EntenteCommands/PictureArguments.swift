public import ArgumentParser
public import EntenteKit
import Foundation

/// How a picture looks and how it is written: the same for every command that draws.
struct PictureArguments: ParsableArguments {
  @Option(
    help:
      "What the picture is for: paper in colour (print), a screen, a slide, or paper without colour (grey).")
  var theme: PictureStyle.Theme = .print

  @Option(
    help: ArgumentHelp(
      "How wide the picture is, in mm, cm, in or pt, such as 120mm; the type keeps its size. Default: what it needs, at most "
        + "277mm.", valueName: "length"))
  var width: String?

  @Option(
    help: ArgumentHelp(
      "The size of the type in points. Default: 8 in print, 11 on a screen, 14 on a slide.",
      valueName: "points"))
  var fontSize: Double?

  @Option(help: "Whether the signs and lines are explained below the picture.")
  var legend: YesOrNo = .yes

  @Option(
    help: ArgumentHelp(
      "The title above the picture; '' for none. Default: the graph's.", valueName: "text"))
  var title: String?

  @Option(help: "Whether the date, what is left out and the sources stand below the picture.")
  var caption: YesOrNo = .yes

  @Option(
    help: ArgumentHelp(
      "The language of names, where they are known in it, and of legends, dates and captions: en, fr, de, ru or ja. Default: "
        + "the graph's.",
      valueName: "language"), completion: .languages)
  var language: String?

  @Option(
    help: ArgumentHelp("The pixels to an inch of a PNG.", valueName: "number"))
  var dpi = PictureDetails.usualResolution

  @Flag(help: "Write the same facts as a table beside the picture: picture.csv beside picture.svg.")
  var withTable = false

  @OptionGroup var timeout: TimeoutArgument

  /// The style that the options describe.
  func style() throws -> PictureStyle {
    PictureStyle(
      theme: theme, width: try width.map(length), fontSize: fontSize, hasLegend: legend == .yes,
      hasCaption: caption == .yes, title: title, language: language)
  }

  /// Tells options that cannot be.
  func checkWords() throws {
    try timeout.checkWords()
    _ = try width.map(length)
    if let fontSize, !(3...200).contains(fontSize) {
      throw Misuse("--font-size: \(fontSize) is no size of type; expected points from 3 to 200.")
    }
    guard (10...2400).contains(dpi) else {
      throw Misuse("--dpi: \(dpi) is no resolution of a picture; expected pixels to an inch from 10 to 2400.")
    }
  }

  /// A length in points.
  private func length(_ text: String) throws -> Double {
    let units = ["mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72, "pt": 1]
    let unit = units.keys.first { text.hasSuffix($0) }
    let number = Double(text.dropLast(unit?.count ?? 0).trimmingSpaces())
    guard let unit, let factor = units[unit], let number, number.isFinite else {
      throw Misuse("--width: '\(text)' is no length; expected a number with mm, cm, in or pt, such as 120mm.")
    }
    let points = number * factor
    guard (100...20_000).contains(points) else {
      throw Misuse("--width: \(text) cannot hold a picture; expected from 36mm to 7000mm.")
    }
    return points
  }
}

/// Yes or no, where either can be the default.
enum YesOrNo: String, CaseIterable, ExpressibleByArgument {
  case yes, no
}

extension PictureStyle.Theme: ExpressibleByArgument {}

/// Writes a chart to a file; of several pages in SVG or PNG, the ones after the first to files with their numbers.
func write(_ chart: Chart, to path: String, as format: PictureFormat, _ arguments: PictureArguments) throws {
  let pictures: Pictures
  do throws(GraphvizError) {
    pictures = try chart.pictures([format], dpi: arguments.dpi, timeLimit: arguments.timeout.limit)
  } catch {
    throw FailedWork(description: "\(error)")
  }
  for warning in pictures.warnings { say("warning: \(warning)") }
  let stem = path.dropLast(format.rawValue.count + 1)
  let pages = [pictures.files[format] ?? []] + (pictures.furtherPages[format] ?? [])
  for (index, page) in pages.enumerated() {
    try writeFile(Data(page), to: index == 0 ? path : "\(stem)-\(index + 1).\(format.rawValue)")
  }
  if pages.count > 1 {
    say("the picture has \(pages.count) pages: \(path) to \(stem)-\(pages.count).\(format.rawValue)")
  }
  if arguments.withTable {
    try writeFile(Data(chart.table.csv.utf8), to: "\(stem).csv")
  }
}
