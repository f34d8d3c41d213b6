/// The colours of a theme.
///
/// Colours are those of Okabe and Ito (2008), which people with any colour vision can tell apart, darkened where they carry
/// letters or thin lines; whatever they tell apart is told apart by shape or line as well, so that greys suffice.
struct Inks: Hashable, Sendable {
  let paper = "#FFFFFF"
  /// Letters and lines.
  let ink: String
  /// Letters of less weight.
  let quiet: String
  /// Lines that only guide the eye.
  let guide: String
  /// Every other row.
  let band: String
  /// The series of a chart, in order.
  let series: [String]
  /// What is behind the names of actors, agreements, territories and events.
  let actorFill: String
  let agreementFill: String
  let territoryFill: String
  let eventFill: String
  /// Actors, and what is kept or certain.
  let blue: String
  /// Secrets, breaches and what is hostile.
  let vermilion: String
  /// Agreements.
  let orange: String
  /// Territories.
  let green: String
  /// Events.
  let purple: String
  /// Persons.
  let sky: String

  init(_ theme: PictureStyle.Theme) {
    if theme == .grey {
      (ink, quiet, guide, band) = ("#000000", "#4D4D4D", "#C4C4C4", "#F1F1F1")
      (blue, vermilion, orange) = ("#1A1A1A", "#1A1A1A", "#595959")
      (green, purple, sky) = ("#595959", "#595959", "#737373")
      (actorFill, agreementFill, territoryFill, eventFill) = ("#FFFFFF", "#EBEBEB", "#FFFFFF", "#F6F6F6")
      series = ["#000000", "#737373", "#404040", "#8C8C8C", "#262626", "#595959", "#A6A6A6"]
    } else {
      (ink, quiet, guide, band) = ("#222222", "#5C5C5C", "#D3D7DB", "#F3F5F7")
      (blue, vermilion, orange) = ("#0072B2", "#C44E00", "#B87700")
      (green, purple, sky) = ("#00805E", "#B05585", "#2F86B8")
      (actorFill, agreementFill, territoryFill, eventFill) = ("#E3F0F8", "#FCF1D9", "#DDF2EA", "#F8E9F1")
      series = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#B87700", "#56B4E9", "#222222"]
    }
  }

  /// The colour of a family of roles.
  func color(of look: DiagramStyle.EdgeLook) -> String {
    switch look {
    case DiagramStyle.hostility: vermilion
    case DiagramStyle.attendance: purple
    case DiagramStyle.tie: sky
    case DiagramStyle.land, DiagramStyle.place: green
    case DiagramStyle.text: orange
    case DiagramStyle.consequence, DiagramStyle.other: quiet
    default: ink
    }
  }
}
