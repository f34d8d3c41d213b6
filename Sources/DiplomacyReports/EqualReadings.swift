import Diplomacy

/// An answer, and the readings under which it is the same.
struct ReadAnswer<Answer> {
  /// The readings, in order; empty where all are looked at together.
  let readings: [ReadingID]
  /// Whether these are all of several that were asked for.
  let isCommon: Bool
  /// The answer.
  let answer: Answer

  /// The readings for a table: `all` where every one of several has the answer; nil where none is named.
  var text: String? {
    readings.isEmpty ? nil : isCommon ? "all" : readings.map(\.rawValue).joined(separator: "; ")
  }
}

/// Tells once what is the same under several readings, and apart what differs.
///
/// - Parameter answers: Under each reading, in order, the answers with what each is about. Of several about the same the first
///   is compared with the first under another reading, and so on.
/// - Returns: The answers in the order of the first reading that has each, those about one thing together.
func toldOnce<Key: Hashable, Answer: Equatable>(
  _ answers: [(reading: ReadingID?, answers: [(key: Key, answer: Answer)])]
) -> [ReadAnswer<Answer>] {
  var groups: [NumberedKey<Key>: [(readings: [ReadingID?], answer: Answer)]] = [:]
  var order: [NumberedKey<Key>] = []
  for (reading, list) in answers {
    var uses: [Key: Int] = [:]
    var new: [(after: NumberedKey<Key>?, key: NumberedKey<Key>)] = []
    var last: NumberedKey<Key>?
    for (key, answer) in list {
      let numbered = NumberedKey(key: key, number: uses[key, default: 0])
      uses[key, default: 0] += 1
      if let place = groups[numbered]?.firstIndex(where: { $0.answer == answer }) {
        groups[numbered]?[place].readings.append(reading)
      } else {
        if groups[numbered] == nil { new.append((last, numbered)) }
        groups[numbered, default: []].append(([reading], answer))
      }
      last = numbered
    }
    order = order.inserting(new)
  }
  return order.flatMap { key in
    (groups[key] ?? []).map { group in
      ReadAnswer(
        readings: group.readings.compactMap(\.self),
        isCommon: answers.count > 1 && group.readings.count == answers.count, answer: group.answer)
    }
  }
}

/// What an answer is about, the how manieth about the same.
private struct NumberedKey<Key: Hashable>: Hashable {
  let key: Key
  let number: Int
}

extension Array where Element: Hashable {
  /// The list with new elements, each after another one of the list or of the new ones, or at the beginning.
  fileprivate func inserting(_ new: [(after: Element?, key: Element)]) -> [Element] {
    if new.isEmpty { return self }
    if isEmpty { return new.map(\.key) }
    var followers: [Element?: [Element]] = [:]
    for (after, key) in new { followers[after, default: []].append(key) }
    var found: [Element] = []
    func add(after element: Element?) {
      var waiting = followers.removeValue(forKey: element) ?? []
      while !waiting.isEmpty {
        let next = waiting.removeFirst()
        found.append(next)
        waiting = (followers.removeValue(forKey: next) ?? []) + waiting
      }
    }
    add(after: nil)
    for element in self {
      found.append(element)
      add(after: element)
    }
    return found
  }
}
