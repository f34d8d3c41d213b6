import Foundation

/// Whether this machine has the fonts and the arithmetic that the committed pictures were drawn with, so that every byte of
/// those must come again whose places follow from lengths of texts alone.
///
/// Where Graphviz places nodes by springs, the last digits of a processor repeat many times over: such pictures are compared by
/// their texts.
public let drawsAlike: Bool = {
  #if arch(x86_64)
    guard let fonts = Tools.fontList else { return false }
    return ["Noto Sans", "Noto Sans CJK JP"].allSatisfy { family in
      (try? run(fonts, ["\(family):style=Regular", "file"]).output.isEmpty) == false
    }
  #else
    return false
  #endif
}()

/// What stands in a picture, wherever it stands.
public func drawnTexts(_ svg: some Sequence<UInt8>) throws -> [String] {
  try XMLTree.parse(svg).all("text").map(\.text).sorted()
}
