import Foundation
import TestSupport
import Testing

/// The guide Documentation/Answers.md prints what its commands print.
@Suite struct AnswersTests {
  struct Question: CustomTestStringConvertible, Sendable {
    let command: String
    let answer: String
    var testDescription: String { command }
  }

  /// The commands of the guide, each with what stands under it.
  static let questions: [Question] = {
    let file = projectFolder.appending(path: "Documentation/Answers.md")
    guard let guide = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    return guide.components(separatedBy: "```console\n$ entente ").dropFirst().compactMap { block in
      guard let end = block.range(of: "\n```\n"), let line = block.firstIndex(of: "\n") else { return nil }
      return Question(
        command: String(block[..<line]), answer: String(block[block.index(after: line)...end.lowerBound]))
    }
  }()

  @Test func everyQuestionHasItsCommand() {
    #expect(Self.questions.count >= 9)
  }

  @Test(arguments: questions)
  func theCommandPrintsWhatTheGuideSays(question: Question) throws {
    let words = question.command.split(separator: " ").map(String.init)
    let outcome = try run(builtProgram("entente"), words, in: projectFolder)
    #expect(outcome.code == 0, "\(outcome.errors)")
    #expect(
      outcome.output == question.answer,
      "entente \(question.command): run Scripts/docs and look at the difference")
  }
}
