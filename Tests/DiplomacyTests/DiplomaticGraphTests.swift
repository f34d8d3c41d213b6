import Diplomacy
import Testing

@Suite struct DiplomaticGraphTests {
  private let sample = graph(
    [
      entity("ussr", .actor), entity("japan", .actor), entity("pact", .agreement),
      entity("border", .territory),
    ],
    [
      statement("japan", .party, "pact"), statement("ussr", .party, "pact"),
      statement("japan", .signatory, "pact"), statement("pact", .concerns, "border"),
      statement("border", .sameAs, "border"),
    ])

  @Test func entitiesAreFoundByID() {
    #expect(sample["pact"]?.category == .agreement)
    #expect(sample["tract" as EntityID] == nil)
    #expect(sample.entities.indices.map { sample.position(of: sample.entities[$0].id) } == [0, 1, 2, 3])
  }

  @Test func statementsAreFoundAtBothEndsAndLoopsOnce() {
    func ids(_ id: EntityID) -> [String] { sample.statements(about: id).map(\.id.rawValue) }
    #expect(
      ids("pact") == ["party.japan.pact", "party.ussr.pact", "signatory.japan.pact", "concerns.pact.border"])
    #expect(ids("border") == ["concerns.pact.border", "same-as.border.border"])
    #expect(ids("nobody").isEmpty)
  }

  @Test func labelIsTheShortNameInTheLanguageOrTheFirstOne() {
    let name = LocalizedText([
      .init(language: "en", text: "Soviet Union"), .init(language: "ru", text: "СССР"),
    ])
    var entity = Entity(id: "ussr", kind: EntityKind(.actor, "state"), name: name)
    #expect(entity.label(in: "ru") == "СССР")
    #expect(entity.label(in: "ja") == "Soviet Union")
    entity.shortName = LocalizedText("USSR", language: "en")
    #expect(entity.label(in: "ru") == "USSR")
  }

  @Test func coreRolesFitTheirEndsAndOthersFitAll() {
    for subject in Diplomacy.Category.allCases {
      for object in Diplomacy.Category.allCases {
        #expect(Role("party").fits(subject, object) == (subject == .actor && object == .agreement))
        #expect(Role("seeks-to-secure").fits(subject, object), "\(subject) \(object)")
        #expect(Role("same-as").fits(subject, object), "\(subject) \(object)")
      }
    }
    #expect(Role.coreRoles.allSatisfy { $0.ends?.isEmpty == false })
  }
}
