/// What is taken for granted about uncertain dates.
public enum DateAssumption: String, CaseIterable, Hashable, Sendable {
  /// They fall as well as they can: what possibly holds at the view's date counts, and a journey exists if some
  /// assignment of the dates allows it.
  case possible
  /// They fall as badly as they can: only what certainly holds counts, and a journey exists if every assignment of the
  /// dates allows it, contact for contact.
  case certain
}
