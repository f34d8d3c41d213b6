import Chronology
import Diplomacy
import Foundation
import TestSupport
import Testing

@testable import DiplomacyFormats

/// Graphs written as graph files.
@Suite struct GraphFileWritingTests {
  // MARK: There and back

  @Test(arguments: SampleGraph.all + SampleGraph.ofTheProject)
  func sampleIsReadBackAsItIs(_ sample: SampleGraph) throws {
    expectWrittenAndReadBack(try sample.graph(), sample.name)
  }

  @Test(arguments: 0..<UInt64(Thoroughness.cases(60, thorough: 2000)))
  func randomGraphIsReadBackAsItIs(seed: UInt64) {
    expectWrittenAndReadBack(RandomGraphs.graph(seed: seed), "seed \(seed)")
  }
}
