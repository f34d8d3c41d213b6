package import Chronology
import Diplomacy

extension Span {
  /// The span as a text in the Extended Date/Time Format that is read back as the same span: `1941-04-13/1946-04-12`, with
  /// sets for ends that are not certain; nil for one that has no such text.
  ///
  /// - Parameter date: The date of which the span was made, if of one: its own text goes before another.
  package func exactText(of date: HistoricalDate? = nil) -> String? {
    let texts = [date?.edtf, momentText, text].compactMap(\.self)
    return texts.first { text in
      guard let read = try? HistoricalDate(text) else { return false }
      return Span(read) == self
    }
  }

  /// A day, minute or second, or a set from the first to the last that it may be.
  private var momentText: String? {
    guard isMoment, !earliestStart.isOpen, !latestEnd.isOpen else { return nil }
    let (first, last) = (earliestStart.shortText, latestEnd.adding(seconds: -1).shortText)
    return first == last ? first : "[\(first)..\(last)]"
  }
}

extension [Span] {
  /// The spans as texts in the Extended Date/Time Format, separated by `; `, that are read back as the same spans; `never`
  /// for none; nil where one has no such text.
  /// - Parameter date: The date of which the only span was made, if of one.
  package func exactText(of date: HistoricalDate? = nil) -> String? {
    if isEmpty { return "never" }
    if count == 1, self[0] == .unknown { return nil }
    let texts = map { $0.exactText(of: count == 1 ? date : nil) }
    guard texts.allSatisfy({ $0 != nil }) else { return nil }
    return texts.compactMap(\.self).joined(separator: "; ")
  }
}
