import Foundation
import Synchronization
import TestSupport
import Testing

@testable import DiplomacyDrawing

/// Drawing in a process of its own: it ends, whatever happens.
@Suite(.serialized) struct DrawingProgramTests {
  private let pact = "digraph { ussr [label=\"СССР\"]; japan [label=\"日本\"]; ussr -> japan [label=\"1941\"] }"

  /// A graph that a layout of springs works at for minutes.
  private let endless =
    "graph { "
    + (0..<6000).map { "n\($0) -- n\($0 * 7 % 6000); n\($0) -- n\(($0 * 13 + 1) % 6000);" }.joined() + " }"

  private static let drawings = Thoroughness.cases(100, thorough: 2000)

  @Test func noDrawingOfManyHangs() throws {
    let first = try renderPictures(dot: pact, engine: .dot, formats: [.svg])
    for number in 1..<Self.drawings {
      let next = try renderPictures(dot: pact, engine: .dot, formats: [.svg])
      #expect(next == first, "drawing \(number)")
    }
  }

  /// In a process of its own: what Graphviz does to the memory of the process it runs in must reach no other test.
  @Test func noDrawingOfManyHangsOnFourThreadsAtOnce() async throws {
    await #expect(processExitsWith: .success) {
      let pact = DrawingProgramTests().pact
      let drawings = DrawingProgramTests.drawings
      let first = try renderPictures(dot: pact, engine: .neato, formats: [.svg, .pdf])
      let isOver = Atomic(false)
      // Meanwhile this process uses fonts itself.
      let fonts = Thread {
        while !isOver.load(ordering: .relaxed) {
          _ = try? drawInPlace(DrawingTask("dot", formats: "svg", DrawingProgramTests().pact))
        }
      }
      fonts.start()
      let same = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<4 {
          group.addTask {
            try (0..<drawings / 4).filter({ _ in
              try renderPictures(dot: pact, engine: .neato, formats: [.svg, .pdf]) == first
            }).count
          }
        }
        return try await group.reduce(0, +)
      }
      isOver.store(true, ordering: .relaxed)
      #expect(same == drawings)
      // What Graphviz would do at the end of the process is of no interest.
      _exit(same == drawings ? 0 : 1)
    }
  }

  @Test func aDrawingEndsWhenItsTimeIsUp() {
    let error = #expect(throws: GraphvizError.self) {
      try renderPictures(dot: endless, engine: .neato, formats: [.svg], timeLimit: .milliseconds(300))
    }
    #expect(error == .tookTooLong(engine: .neato, limit: .milliseconds(300)))
    #expect(error?.description.contains("in 0.3 seconds") == true, "\(String(describing: error))")
  }

  @Test func theNextDrawingFollowsOneThatTookTooLong() throws {
    _ = try? renderPictures(dot: endless, engine: .neato, formats: [.svg], timeLimit: .milliseconds(100))
    #expect(try renderPictures(dot: pact, engine: .dot, formats: [.svg]).files.count == 1)
  }

  @Test func aCharacterThatNoFontHasIsTold() throws {
    // No font has the last unassigned characters of a plane, for they have no meaning yet.
    let pictures = try renderPictures(
      dot: "graph { a [label=\"A \u{8FFF0}\"] b [label=\"\u{8FFF1}\"] }", engine: .dot, formats: [.svg])
    #expect(pictures.warnings.count == 1)
    #expect(
      pictures.warnings.first?.contains("(U+8FFF0), \u{8FFF1} (U+8FFF1); a box stands in their place") == true
    )
  }

  @Test func aGraphThatEndsGraphvizEndsOnlyItsOwnDrawing() throws {
    // Deep nesting overflows the stack of Graphviz' parser.
    let deep = "digraph { " + String(repeating: "subgraph { ", count: 200_000)
    #expect(throws: GraphvizError.self) { try renderPictures(dot: deep, engine: .dot, formats: [.svg]) }
    #expect(try renderPictures(dot: pact, engine: .dot, formats: [.svg]).files.count == 1)
  }
}
