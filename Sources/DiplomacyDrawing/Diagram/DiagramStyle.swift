import Diplomacy

/// The look of a diagram: shapes and colours by kind, lines by role and by how sure an assertion is.
///
/// The colours are those of Okabe and Ito (2008), which people with any colour vision can tell apart; every difference
/// of colour is one of shape or line style as well.
enum DiagramStyle {
  /// The families asked for, in order: Latin and Cyrillic, then Japanese, then what there is.
  static let fonts = "Noto Sans,Noto Sans CJK JP,DejaVu Sans,sans-serif"

  static let ink = "#222222"
  static let quietInk = "#666666"
  /// Lines and letters of what stays in the background.
  static let faded = "#D8D8D8"
  static let fadedInk = "#A8A8A8"
  static let blue = "#0072B2"
  static let skyBlue = "#56B4E9"
  static let green = "#009E73"
  static let orange = "#E69F00"
  static let vermilion = "#D55E00"
  static let purple = "#CC79A7"

  /// How a node is drawn.
  struct NodeLook: Hashable {
    let word: PictureWords.Key
    /// The shape in Graphviz' words.
    let shape: String
    let line: String
    let fill: String
    /// Besides `filled`.
    let style: String
  }

  static let state = NodeLook(
    word: .state, shape: "box", line: blue, fill: "#D9EAF5", style: "rounded")
  static let person = NodeLook(
    word: .person, shape: "ellipse", line: skyBlue, fill: "#EEF7FD", style: "")
  static let organization = NodeLook(
    word: .organization, shape: "octagon", line: blue, fill: "#EAF1F8", style: ""
  )
  static let agreement = NodeLook(
    word: .agreement, shape: "note", line: orange, fill: "#FCEFCF", style: "")
  static let territory = NodeLook(
    word: .territory, shape: "hexagon", line: green, fill: "#D5EFE6", style: "")
  static let event = NodeLook(
    word: .event, shape: "box", line: purple, fill: "#F7E6EF", style: "")

  static func look(of kind: EntityKind) -> NodeLook {
    switch kind.category {
    case .actor:
      switch kind {
      case .person: person
      case .organization, .bloc: organization
      default: state
      }
    case .agreement: agreement
    case .territory: territory
    case .event: event
    }
  }

  /// A family of roles drawn alike.
  struct EdgeLook: Hashable {
    let word: PictureWords.Key
    let color: String
    let width: Double
    /// The head at the object; `none` for links that need no direction.
    let head: String
    /// Whether the role is written beside the line.
    let isLabelled: Bool
  }

  static let journey = EdgeLook(
    word: .journey, color: vermilion, width: 2.6, head: "normal", isLabelled: true)
  static let party = EdgeLook(word: .party, color: ink, width: 1.6, head: "none", isLabelled: false)
  static let partyOfMany = EdgeLook(
    word: .partyOfMany, color: "#9A9A9A", width: 0.5, head: "none", isLabelled: false)
  static let participation = EdgeLook(
    word: .otherwise, color: ink, width: 0.8, head: "none", isLabelled: true)
  static let attendance = EdgeLook(
    word: .attendance, color: purple, width: 1.2, head: "none", isLabelled: false)
  static let hostility = EdgeLook(
    word: .hostility, color: vermilion, width: 1.4, head: "normal", isLabelled: false)
  static let tie = EdgeLook(
    word: .tie, color: skyBlue, width: 1.0, head: "empty", isLabelled: false)
  static let land = EdgeLook(word: .land, color: green, width: 1.0, head: "open", isLabelled: true)
  static let place = EdgeLook(word: .location, color: green, width: 0.6, head: "none", isLabelled: false)
  static let text = EdgeLook(
    word: .betweenAgreements, color: orange, width: 1.2, head: "open", isLabelled: true)
  static let consequence = EdgeLook(
    word: .consequence, color: quietInk, width: 1.6, head: "vee", isLabelled: false)
  static let other = EdgeLook(
    word: .otherLink, color: quietInk, width: 0.8, head: "open", isLabelled: true)

  static func look(of role: Role) -> EdgeLook {
    switch role {
    case .party: party
    case .signatory, .negotiator, .guarantor, .depositary, .beneficiary: participation
    case .agent, .participant, .recipient: attendance
    case .target, .hostileTo, .conflictsWith: hostility
    case .memberOf, .represents, .commands: tie
    case .guarantees, .cedes, .recognises, .demarcates, .appliesTo, .excludes, .concerns, .controls, .claims,
      .occupies,
      .borders:
      land
    case .place, .partOf: place
    case .supplements, .amends, .supersedes, .about: text
    case .leadsTo: consequence
    default: other
    }
  }

  /// A color of which so much is seen; one that is told by its name stays as it is.
  static func seen(_ color: String, _ opacity: Double?) -> String {
    guard let opacity, color.hasPrefix("#"), color.count == 7 else { return color }
    let share = String(Int(opacity * 255), radix: 16)
    return color + (share.count == 1 ? "0" + share : share)
  }

  /// How an assertion is made. How surely it holds on a date, the strength of colors tells.
  enum Line: CaseIterable {
    case plain
    /// Of certainty `low` or `medium`.
    case uncertain
    /// Planned, promised, believed or hypothetical.
    case imagined

    /// The line style in Graphviz' words; empty for an unbroken line.
    var style: String {
      switch self {
      case .plain: ""
      case .uncertain: "dashed"
      case .imagined: "dotted"
      }
    }
  }
}
