extension Format {
  /// Commands for Wikidata.
  static let quickStatements = Format(
    "quickstatements", "QuickStatements", file: "a list of commands of QuickStatements",
    endings: ["qs"], for: "what the graph knows, as edits of Wikidata to look through and run",
    remedy: "It is made for Wikidata; take the graph file that it was made of.",
    writer: Writer(for: [.init("new-items", "what has no item there is created, too")]) { view, options in
      DiplomacyFormats.quickStatements(view, createsItems: options.dialect == "new-items")
    }
  ) { $0.begins(with: /(CREATE\n(LAST\t)?|(Q[1-9][0-9]*|LAST)\t[PLAD])/) }
}
