import EntenteKit
import Foundation
import TestSupport
import Testing

@Suite struct FormatsTests {
  /// The table of formats in the documentation is the one that the registry gives.
  @Test func theDocumentationListsTheFormats() throws {
    let file = projectFolder.appending(path: "Documentation/Formats.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("\n" + formatsReport(Format.all).table.markdown))
  }

  @Test func everyWriterHasANameInABuildAndOneOfItsOwn() {
    let names = Format.writable.map { $0.endings[0] }
    #expect(Set(names).count == names.count && names.contains("graphml") && names.contains("dot"))
    for format in Format.writable {
      #expect(Format.writable.named(like: "graph.\(format.endings[0])", isRead: false)?.name == format.name)
    }
    #expect(Format.writable.named(like: "graph.xml", isRead: false) == nil)
  }
}
