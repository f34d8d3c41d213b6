/// How a picture is made for where it will be seen.
public struct PictureStyle: Hashable, Sendable {
  /// For what a picture is made.
  public enum Theme: String, CaseIterable, Hashable, Sendable {
    /// Paper in colour: type of 8 points.
    case print
    /// A screen: type of 11 points.
    case screen
    /// A slide: type of 14 points, twice as wide as high.
    case slide
    /// Paper without colour: type of 8 points.
    case grey
  }

  /// For what the picture is made.
  public var theme: Theme
  /// The width it will have, in points (1/72 inch); nil: as wide as it needs to be, at most a page of A4 on its side.
  public var width: Double?
  /// The size of its type in points; nil: that of the theme.
  public var fontSize: Double?
  /// Whether signs and lines are explained below it.
  public var hasLegend: Bool
  /// Whether its date, what it leaves out and its sources stand below it.
  public var hasCaption: Bool
  /// What stands above it; nil: the graph's title; empty: nothing.
  public var title: String?
  /// The language of names and words; nil: the graph's.
  public var language: String?

  /// A style; by default for print in colour.
  public init(
    theme: Theme = .print, width: Double? = nil, fontSize: Double? = nil, hasLegend: Bool = true,
    hasCaption: Bool = true, title: String? = nil, language: String? = nil
  ) {
    self.theme = theme
    self.width = width
    self.fontSize = fontSize
    self.hasLegend = hasLegend
    self.hasCaption = hasCaption
    self.title = title
    self.language = language
  }

  /// The size of type, in points.
  var size: Double {
    fontSize
      ?? {
        switch theme {
        case .print, .grey: 8
        case .screen: 11
        case .slide: 14
        }
      }()
  }

  /// The width that a picture may take when none is asked for, in points: A4 on its side within margins of a centimetre, or a
  /// slide.
  var widest: Double { width ?? (theme == .slide ? 960 : theme == .screen ? 1080 : Self.points(277)) }

  /// The height of a page of that width, in points.
  var pageHeight: Double {
    switch theme {
    case .slide: widest * 9 / 16
    case .screen: widest * 3 / 4
    // A page on its side, or upright when it is narrow.
    case .print, .grey: widest > Self.points(190) ? Self.points(190) : Self.points(277)
    }
  }

  /// Millimetres in points.
  public static func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }
}
