public import Chronology

/// A document that statements cite.
public struct Source: Identifiable, Hashable, Sendable {
  /// The author's id.
  public let id: SourceID
  /// Its title.
  public var title: LocalizedText
  /// What it is: `treaty-text`, `article`, `book`, `web-page`, …; an open vocabulary.
  public var kind: String?
  /// Who wrote it.
  public var author: String?
  /// When it was made.
  public var date: HistoricalDate?
  /// The language it is written in, as a BCP 47 tag.
  public var language: String?
  /// Where it can be read.
  public var url: String?
  /// Who published it.
  public var publisher: String?
  /// The source through which it is known: a source inside a source.
  public var quotedIn: Citation?
  /// The author's remark.
  public var note: String?

  /// A source.
  public init(
    id: SourceID, title: LocalizedText, kind: String? = nil, author: String? = nil,
    date: HistoricalDate? = nil,
    language: String? = nil, url: String? = nil, publisher: String? = nil, quotedIn: Citation? = nil,
    note: String? = nil
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.author = author
    self.date = date
    self.language = language
    self.url = url
    self.publisher = publisher
    self.quotedIn = quotedIn
    self.note = note
  }
}
