internal import CYaml

/// Reads one YAML text event by event, through libyaml.
///
/// Nothing is composed here: what a text would stand for if its aliases were followed is never built.
@safe struct YAMLEvents: ~Copyable {
  /// What stands next in the text.
  enum Event {
    case streamStart, documentStart, documentEnd, streamEnd
    case scalar(String, isPlain: Bool, isQuoted: Bool, anchor: String?, tag: String?, end: Diagnostic.Place)
    case listStart(anchor: String?)
    case listEnd
    case mappingStart(anchor: String?)
    case mappingEnd
    case alias(String)
  }

  /// Why a text is not YAML, in libyaml's words.
  struct Fault: Error {
    let problem: String
    /// Where; of a character that may not be in a text, the byte.
    let place: Diagnostic.Place
    let byte: Int?
    /// What libyaml was reading, and where that began.
    let context: (words: String, place: Diagnostic.Place)?
  }

  private let parser: UnsafeMutablePointer<yaml_parser_t>

  /// Starts to read a text, which must stay where it is as long as it is read.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    unsafe parser = .allocate(capacity: 1)
    unsafe parser.initialize(to: yaml_parser_t())
    unsafe yaml_parser_initialize(parser)
    unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    unsafe yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    unsafe yaml_parser_delete(parser)
    unsafe parser.deallocate()
  }

  /// What comes next, and where it begins.
  mutating func next() throws(Fault) -> (event: Event, place: Diagnostic.Place) {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw fault }
    defer { unsafe yaml_event_delete(&event) }
    let place = unsafe Self.place(event.start_mark)
    let data = unsafe event.data
    switch unsafe event.type {
    case YAML_SCALAR_EVENT:
      let scalar = unsafe data.scalar
      let text = unsafe String(
        decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      let style = unsafe scalar.style
      let read = unsafe Event.scalar(
        text, isPlain: style == YAML_PLAIN_SCALAR_STYLE,
        isQuoted: style == YAML_SINGLE_QUOTED_SCALAR_STYLE || style == YAML_DOUBLE_QUOTED_SCALAR_STYLE,
        anchor: Self.word(scalar.anchor), tag: Self.word(scalar.tag), end: Self.place(event.end_mark))
      return (read, place)
    case YAML_SEQUENCE_START_EVENT:
      return (.listStart(anchor: unsafe Self.word(data.sequence_start.anchor)), place)
    case YAML_SEQUENCE_END_EVENT: return (.listEnd, place)
    case YAML_MAPPING_START_EVENT:
      return (.mappingStart(anchor: unsafe Self.word(data.mapping_start.anchor)), place)
    case YAML_MAPPING_END_EVENT: return (.mappingEnd, place)
    case YAML_ALIAS_EVENT: return (.alias(unsafe Self.word(data.alias.anchor) ?? ""), place)
    case YAML_DOCUMENT_START_EVENT: return (.documentStart, place)
    case YAML_DOCUMENT_END_EVENT: return (.documentEnd, place)
    case YAML_STREAM_START_EVENT: return (.streamStart, place)
    default: return (.streamEnd, place)
    }
  }

  private var fault: Fault {
    let parser = unsafe parser.pointee
    let problem = unsafe parser.problem.map { unsafe String(cString: $0) } ?? "it takes too much memory"
    let isOfBytes = unsafe parser.error == YAML_READER_ERROR
    let context = unsafe parser.context.map { unsafe (String(cString: $0), Self.place(parser.context_mark)) }
    return unsafe Fault(
      problem: problem, place: Self.place(parser.problem_mark), byte: isOfBytes ? parser.problem_offset : nil,
      context: context)
  }

  private static func place(_ mark: yaml_mark_t) -> Diagnostic.Place {
    Diagnostic.Place(line: mark.line + 1, column: mark.column + 1)
  }

  private static func word(_ text: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let text = unsafe text else { return nil }
    return unsafe String(cString: UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self))
  }
}
