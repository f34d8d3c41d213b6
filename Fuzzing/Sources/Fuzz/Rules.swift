/// Ends the process, so that libFuzzer keeps the input, when something does not hold that must.
func rule(_ holds: Bool, _ sentence: @autoclosure () -> String) {
  guard !holds else { return }
  fatalError("rule broken: \(sentence())")
}

extension String {
  /// Whether the text has what no terminal and no picture may be given: control characters other than line feeds, line and
  /// paragraph separators, and marks that turn the direction of writing.
  var steersTerminals: Bool {
    unicodeScalars.contains { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x2029, 0x202A...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
  }
}
