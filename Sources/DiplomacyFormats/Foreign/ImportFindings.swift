/// What is wrong in another program's file, and what is worth telling.
struct ImportFindings {
  let file: String
  private(set) var diagnostics: [Diagnostic] = []
  private var told: [Diagnostic] = []
  private var unlisted = 0
  private var untold = 0

  /// Whether what cannot be read is an error (`--strict`).
  private let isStrict: Bool

  init(file: String, isStrict: Bool = false) { (self.file, self.isStrict) = (file, isStrict) }

  /// As many mistakes, and as many warnings, are told one by one; the rest is counted.
  static let most = 100

  /// Whether there are so many mistakes that more need not be looked for.
  var isHopeless: Bool { unlisted >= InputLimits.networkMistakes }

  /// Notes a mistake. Its words are asked for only as long as mistakes are told one by one.
  mutating func error(_ place: Diagnostic.Place?, _ message: @autoclosure () -> String) {
    if diagnostics.count < Self.most {
      diagnostics.append(Diagnostic(file: file, place: place, message: message()))
    } else {
      unlisted += 1
    }
  }

  mutating func warning(_ place: Diagnostic.Place?, _ message: @autoclosure () -> String) {
    if told.count < Self.most {
      told.append(Diagnostic(file: file, place: place, severity: .warning, message: message()))
    } else {
      untold += 1
    }
  }

  /// Notes a part of the file that cannot be read: it is left out with a warning, or with `--strict` an error.
  mutating func leftOut(_ place: Diagnostic.Place?, _ message: @autoclosure () -> String) {
    if isStrict { error(place, message()) } else { warning(place, "\(message()) It is left out.") }
  }

  /// Notes something that should not be so and is read all the same: with a warning, or with `--strict-input` an error.
  mutating func odd(_ place: Diagnostic.Place?, _ message: @autoclosure () -> String) {
    if isStrict { error(place, message()) } else { warning(place, message()) }
  }

  /// Forgets what was found: something else makes it void.
  mutating func forget() { self = ImportFindings(file: file, isStrict: isStrict) }

  /// The warnings, and how many more there are.
  var warnings: [Diagnostic] {
    guard untold > 0 else { return told }
    let rest = untold == 1 ? "there is 1 more warning" : "there are \(untold) more warnings"
    return told + [Diagnostic(file: file, place: nil, severity: .warning, message: "\(rest) like these.")]
  }

  /// - Throws: ``InputDiagnostics`` when something is wrong.
  func check() throws(InputDiagnostics) {
    guard !diagnostics.isEmpty else { return }
    let words =
      isHopeless
      ? "there are more than \(InputLimits.grouped(InputLimits.networkMistakes)) more mistakes"
      : unlisted == 1 ? "there is 1 more mistake" : "there are \(unlisted) more mistakes"
    let rest =
      unlisted == 0 ? [] : [Diagnostic(file: file, place: nil, message: "\(words) like these.")]
    throw InputDiagnostics(diagnostics + rest)
  }
}
