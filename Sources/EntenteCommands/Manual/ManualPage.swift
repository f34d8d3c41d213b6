/// A page of the manual, in section 1.
struct ManualPage {
  /// Such as `entente-build`.
  let name: String
  let text: String

  /// The page of the program, and one for each of its commands.
  /// - Parameter dump: What the parser of arguments tells of the program.
  static func pages(of dump: String) throws -> [ManualPage] {
    let program = try CommandDescription.program(dump)
    return [ManualPage(of: program)]
      + program.shownSubcommands.map { ManualPage(of: $0, in: program) }
  }

  private init(of command: CommandDescription, in program: CommandDescription? = nil) {
    let words = [program?.commandName, command.commandName].compactMap(\.self)
    let commands = command.shownSubcommands
    let name = words.joined(separator: "-")
    var page = ManualText()
    page.macro("Dd \(Entente.manualDate)")
    page.macro("Dt \(ManualText.escaped(name.uppercased())) 1")
    page.macro("Os \"Entente \(Entente.version)\"")
    page.macro("Sh NAME")
    page.macro("Nm \(ManualText.escaped(name))")
    page.macro("Nd \(ManualText.escaped(Self.phrase(command.abstract ?? "")))")
    page.macro("Sh SYNOPSIS")
    page.macro("Nm \(words.map { ManualText.escaped($0) }.joined(separator: " "))")
    page.synopsis(of: command)
    page.macro("Sh DESCRIPTION")
    page.sentences(command.abstract ?? "")
    if let discussion = command.discussion {
      page.macro("Pp")
      page.paragraphs(discussion)
    }
    if !commands.isEmpty { page.list(commands, of: command.commandName) }
    page.options(command.shownArguments)
    page.ending(usesTerminal: commands.isEmpty && command.shownArguments.contains { $0.isLong("wide") })
    page.macro("Sh SEE ALSO")
    let others = program.map { [$0.commandName] } ?? commands.map { "\(name)-\($0.commandName)" }.sorted()
    for (place, other) in others.enumerated() {
      page.macro("Xr \(ManualText.escaped(other)) 1\(place + 1 < others.count ? " ," : "")")
    }
    self.name = name
    text = page.lines.joined(separator: "\n") + "\n"
  }

  /// A sentence as a phrase: without its full stop, and beginning with a small letter unless a name begins it.
  private static func phrase(_ sentence: String) -> String {
    let text = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
    guard text.dropFirst().first?.isLowercase ?? false else { return text }
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}

extension ManualText {
  /// How the command is called: what must be given, and that there is more.
  fileprivate mutating func synopsis(of command: CommandDescription) {
    if !command.shownSubcommands.isEmpty { return macro("Ar command Op Ar argument ...") }
    macro("Op Ar options")
    for argument in command.shownArguments where argument.kind != .positional && !argument.isOptional {
      macro("\(Self.macros(argument.names?.last)) \(Self.value(argument))")
    }
    for argument in command.shownArguments where argument.kind == .positional {
      macro("\(argument.isOptional ? "Op " : "")\(Self.value(argument))\(argument.isRepeating ? " ..." : "")")
    }
  }

  fileprivate mutating func list(_ commands: [CommandDescription], of program: String) {
    macro("Sh COMMANDS")
    macro("Bl -tag -width Ds")
    for command in commands {
      macro("It Xr \(Self.escaped("\(program)-\(command.commandName)")) 1")
      sentences(command.abstract ?? "")
    }
    macro("El")
  }

  /// The arguments, those of a group with a title under it.
  fileprivate mutating func options(_ arguments: [CommandDescription.Argument]) {
    var titles: [String?] = []
    for argument in arguments where !titles.contains(argument.sectionTitle) {
      titles.append(argument.sectionTitle)
    }
    macro("Sh OPTIONS")
    // Those without a title come first: others would swallow them.
    for title in titles.filter({ $0 == nil }) + titles.filter({ $0 != nil }) {
      if let title { macro("Ss \(Self.escaped(title))") }
      macro("Bl -tag -width Ds")
      var items: [(names: String, of: CommandDescription.Argument)] = []
      for argument in arguments where argument.sectionTitle == title {
        // A flag and its opposite have the same words.
        if argument.kind == .flag, let last = items.last?.of, last.kind == .flag,
          last.abstract == argument.abstract
        {
          items[items.count - 1].names += " , \(Self.term(argument))"
        } else {
          items.append((Self.term(argument), argument))
        }
      }
      for item in items {
        macro("It \(item.names)")
        sentences(item.of.abstract ?? "")
        if let discussion = item.of.discussion { paragraphs(discussion) }
        words("Values:", item.of.allValues ?? [])
        words("Default:", item.of.defaultValue.map { [$0] } ?? [])
      }
      macro("El")
    }
  }

  /// Words that can be typed, after what they are.
  private mutating func words(_ title: String, _ words: [String]) {
    guard !words.isEmpty else { return }
    sentences(title)
    for (place, word) in words.enumerated() {
      macro("Cm \(Self.argument(word)) \(place + 1 < words.count ? "," : ".")")
    }
  }

  fileprivate mutating func ending(usesTerminal: Bool) {
    if usesTerminal {
      macro("Sh ENVIRONMENT")
      macro("Bl -tag -width COLUMNS")
      macro("It Ev COLUMNS")
      sentences("The width that tables are fitted into on a terminal, in place of the terminal's own.")
      macro("El")
    }
    macro("Sh EXIT STATUS")
    macro("Bl -tag -width Ds")
    for (code, meaning) in [
      ("0", "The work is done."),
      ("1", "The work failed: a file could not be read or written, or there is no answer."),
      ("2", "There are mistakes in a file that was read; each is told on standard error."),
      ("64", "The command was not understood."),
    ] {
      macro("It \(code)")
      sentences(meaning)
    }
    macro("El")
  }

  private static func term(_ argument: CommandDescription.Argument) -> String {
    guard argument.kind != .positional else { return value(argument) + (argument.isRepeating ? " ..." : "") }
    let names = (argument.names ?? []).map { macros($0) }.joined(separator: " , ")
    return argument.kind == .option ? "\(names) \(value(argument))" : names
  }

  private static func value(_ argument: CommandDescription.Argument) -> String {
    "Ar \(self.argument(argument.valueName ?? "value"))"
  }

  private static func macros(_ name: CommandDescription.Argument.Name?) -> String {
    guard let name else { return "" }
    return "Fl \(name.kind == .long ? "\\-" : "")\(escaped(name.name))"
  }
}

extension CommandDescription.Argument {
  /// Whether it is called with two hyphens and a name.
  fileprivate func isLong(_ name: String) -> Bool { names?.contains { $0.name == name } ?? false }
}
