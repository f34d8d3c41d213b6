import Chronology
import Diplomacy

/// Dates, and how parts are attested.
extension TEIOwnReader {
  /// What the description of a part says.
  struct Sayings {
    var date: HistoricalDate?
    var attestation = Attestation()
    /// What is left for the part itself.
    var rest: [TEINode] = []
    /// What is said of a secret.
    var isSecret = false
    var knownTo: [Knowledge.Knower] = []
    var unknownTo: [Knowledge.Knower] = []
    var disclosures: [Knowledge.Disclosure] = []
    /// Of which of these the last was told.
    var last: Last?

    enum Last { case knower, ignorant, disclosure }
  }

  /// What the descriptions of a part say, and its attributes.
  /// - Parameter date: The date in its attributes.
  mutating func sayings(
    of node: TEINode, _ date: HistoricalDate?, _ findings: inout ImportFindings
  ) -> Sayings {
    var said = Sayings()
    said.date = date
    said.attestation.certainty = node["cert"].flatMap(Certainty.init(rawValue:))
    said.attestation.citations = citations(of: node)
    said.attestation.readings = node.pointers("ana").map { ReadingID(Self.id(in: $0)) }
    // A person's description is a note.
    for text in node.children("desc", "note", "label") {
      if text.name != "label", text["type"] != nil { continue }
      for part in text.children { take(part, &said, &findings) }
    }
    if said.isSecret {
      said.attestation.secret = Knowledge(
        knownTo: said.knownTo, unknownTo: said.unknownTo, disclosures: said.disclosures)
    }
    return said
  }

  private mutating func take(_ part: TEINode, _ said: inout Sayings, _ findings: inout ImportFindings) {
    switch (part.name, Self.key(of: part)) {
    case ("date", nil): said.date = dated(part, &findings) ?? said.date
    case ("term", "modality"): said.attestation.modality = Modality(rawValue: part.text) ?? .actual
    case (_, "holder"): said.attestation.holder = pointed(part)
    case ("term", "secret"): said.isSecret = true
    case ("desc", "note"): said.attestation.note = part.text
    case (_, "knower"), (_, "ignorant"):
      let isKnower = Self.key(of: part) == "knower"
      guard let actor = pointed(part) else {
        said.last = nil
        return
      }
      let knower = Knowledge.Knower(
        actor: actor, certainty: part["cert"].flatMap(Certainty.init(rawValue:)),
        citations: citations(of: part))
      if isKnower { said.knownTo.append(knower) } else { said.unknownTo.append(knower) }
      said.last = isKnower ? .knower : .ignorant
    case ("date", "disclosed"):
      guard let date = dated(part, &findings) else { return }
      said.disclosures.append(
        Knowledge.Disclosure(
          when: date, certainty: part["cert"].flatMap(Certainty.init(rawValue:)),
          citations: citations(of: part)))
      said.last = .disclosure
    case ("date", "known-since"), ("date", "unknown-until"), ("term", "depth"), ("desc", "remark"):
      add(part, to: &said, &findings)
    default: said.rest.append(part)
    }
  }

  /// What is said of the knower or the disclosure that was told last.
  private func add(_ part: TEINode, to said: inout Sayings, _ findings: inout ImportFindings) {
    let depth = part.name == "term" ? Knowledge.Depth(rawValue: part.text) : nil
    func add(_ knowers: inout [Knowledge.Knower]) {
      guard !knowers.isEmpty else { return }
      switch part.name {
      case "date": knowers[knowers.count - 1].since = dated(part, &findings)
      case "term": knowers[knowers.count - 1].depth = depth
      default: knowers[knowers.count - 1].note = part.text
      }
    }
    switch said.last {
    case .knower: add(&said.knownTo)
    case .ignorant: add(&said.unknownTo)
    case .disclosure:
      if part.name == "term" { said.disclosures[said.disclosures.count - 1].depth = depth }
      if part.name == "desc" { said.disclosures[said.disclosures.count - 1].note = part.text }
    case nil: break
    }
  }

  /// The places cited.
  func citations(of node: TEINode) -> [Citation] {
    node.pointers("source").map { pointer in
      citations[String(pointer.dropFirst())] ?? Citation(source: SourceID(Self.id(in: pointer)))
    }
  }

  // MARK: Dates

  /// The date in the attributes of an element; what is none is told.
  func date(of node: TEINode, _ findings: inout ImportFindings) -> HistoricalDate? {
    guard let text = node["when-custom"] else {
      // Somebody has edited the file.
      return TEIDates.date(of: node, text: nil, offset: offset).date
    }
    let style = node["datingMethod"].flatMap { calendars[String($0.dropFirst())] } ?? .gregorian
    if let date = try? HistoricalDate(text, style: style, defaultOffset: offset) { return date }
    findings.leftOut(node.place, "found the date '\(Node.shortened(text))'; expected one in EDTF.")
    return nil
  }

  /// The date of an element that has its text too: as it was written, where that is the same date.
  func dated(_ node: TEINode, _ findings: inout ImportFindings) -> HistoricalDate? {
    guard var date = date(of: node, &findings) else { return nil }
    let text = node.text
    if node["datingMethod"] == nil, text != date.text {
      let styled = try? HistoricalDate(text, style: .gregorian, defaultOffset: offset)
      let written = styled ?? (try? HistoricalDate(lenient: text, defaultOffset: offset))
      if let written, written.edtf == date.edtf { date = written }
    }
    guard let reach = node["dur-iso"].flatMap({ try? Period($0) }) else { return date }
    return date.widened(by: reach)
  }
}
