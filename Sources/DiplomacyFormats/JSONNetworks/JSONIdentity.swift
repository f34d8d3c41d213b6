/// The id that a network in JSON gives to a node: `1` and `"1"` are two, and so are letters that are composed otherwise.
struct JSONIdentity: Hashable {
  /// The id as a text.
  let text: String
  /// Whether it is a text in the file, and not a number or something else.
  let isText: Bool

  init(_ text: String, isText: Bool = true) { (self.text, self.isText) = (text, isText) }

  /// The id that a value is; nil for one that is missing or empty.
  init?(_ value: JSONScalar) {
    guard let text = value.text, !text.isEmpty else { return nil }
    self.text = text
    if case .text = value { isText = true } else { isText = false }
  }

  static func == (one: JSONIdentity, other: JSONIdentity) -> Bool {
    one.isText == other.isText && one.text.utf8.elementsEqual(other.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  /// The place that it says, of a list of so many.
  func index(in count: Int) -> Int? {
    guard !isText, let index = Int(text), index >= 0, index < count else { return nil }
    return index
  }
}

/// What the nodes of a network in JSON are called here.
struct JSONNames {
  private var names: [JSONIdentity: String] = [:]
  private var taken: Set<JSONIdentity> = []
  private var uses: [String: Int] = [:]

  /// Gives a node its name: its id, with a number where another has that.
  /// - Parameter own: What it is called besides, in place of its id.
  /// - Returns: nil where another node has the id.
  mutating func declare(_ id: JSONIdentity, as own: String? = nil) -> String? {
    guard names[id] == nil else { return nil }
    let name = unique(own ?? id.text)
    names[id] = name
    return name
  }

  /// A name that nobody has, with a number where that is needed.
  mutating func unique(_ base: String) -> String {
    if taken.insert(JSONIdentity(base)).inserted { return base }
    var use = uses[base] ?? 1
    var name: String
    repeat {
      use += 1
      name = "\(base)-\(use)"
    } while !taken.insert(JSONIdentity(name)).inserted
    uses[base] = use
    return name
  }

  /// What a node is called; `1` also stands for `"1"`, and the other way round, where there is only one of the two.
  func name(_ id: JSONIdentity) -> String? {
    names[id] ?? names[JSONIdentity(id.text, isText: !id.isText)]
  }
}
