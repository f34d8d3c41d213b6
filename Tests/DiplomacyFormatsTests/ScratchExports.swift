import Foundation
import Testing
import Diplomacy
import DiplomacyFormats
import TestSupport
@Test func scratchExports() throws {
  for s in SampleGraph.all {
    do { for v in try s.views() {
      let t = try tei(v.view); try Data(t.bytes).write(to: URL(fileURLWithPath: "/tmp/h-exports/out/\(v.name).tei.xml"))
      let g = try graphML(v.view); try Data(g.bytes).write(to: URL(fileURLWithPath: "/tmp/h-exports/out/\(v.name).graphml"))
    } } catch { print(s.name, error) }
  }
}
