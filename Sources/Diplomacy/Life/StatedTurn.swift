package import Chronology

extension LifeCourse.Turn {
  /// A beginning or an end that the graph states outright, such as that of a membership with a date of its own.
  package init(statedFrom earliest: Moment, to latest: Moment, _ citations: [Citation]) {
    self.init(
      earliest: earliest, latest: latest, cause: .stated, act: nil, terms: nil, reading: nil,
      citations: citations)
  }
}
