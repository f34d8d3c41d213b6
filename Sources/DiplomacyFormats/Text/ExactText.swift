/// A text that equals another only where their scalars are the same: composed and decomposed letters differ.
struct ExactText: Hashable {
  let text: String

  init(_ text: String) { self.text = text }

  static func == (one: ExactText, other: ExactText) -> Bool {
    one.text == other.text && one.text.utf8.elementsEqual(other.text.utf8)
  }

  func hash(into hasher: inout Hasher) { text.hash(into: &hasher) }
}

/// Names, each once, with the numbers from 0 on in which they came.
struct NumberedNames {
  private(set) var names: [String] = []
  private var numbers: [ExactText: Int32] = [:]

  /// The number of a name, and whether it came for the first time.
  mutating func number(of name: String) -> (number: Int, isNew: Bool) {
    let key = ExactText(name)
    if let known = numbers[key] { return (Int(known), false) }
    numbers[key] = Int32(names.count)
    names.append(name)
    return (names.count - 1, true)
  }

  /// The number of a name that has come.
  func known(_ name: String) -> Int? { numbers[ExactText(name)].map(Int.init) }
}

/// Names of which no two are alike: one that was given before gets a number.
struct DistinctNames {
  private var taken: Set<String> = []
  private var uses: [String: Int] = [:]

  /// The name, or with a number the next that is free.
  mutating func distinct(_ name: String) -> String {
    if taken.insert(name).inserted { return name }
    var number = uses[name, default: 1]
    var free: String
    repeat {
      number += 1
      free = "\(name)-\(number)"
    } while !taken.insert(free).inserted
    uses[name] = number
    return free
  }
}
