/// Dates in French: `vers le 13 avril 1941`, `du 13 avril 1941 à une date inconnue`.
struct FrenchDescription: DescriptionWords {
  /// The article a noun takes, on which the forms of `de` and `à` depend.
  private enum Article {
    /// None, before a consonant or a vowel.
    case none, vowel
    /// `le`, `l'`, `les`.
    case le, elided, les
    /// `un`, which is part of the noun.
    case un
  }

  private static let months = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
    "novembre",
    "décembre",
  ]
  private static let seasons = ["printemps", "été", "automne", "hiver"]

  func noun(_ unit: DescriptionPoint.Unit, _ form: Description.Form, omitting: Description.Omission) -> String
  {
    let (article, noun) = parts(unit, omitting)
    return words(article, noun, form)
  }

  private func words(_ article: Article, _ noun: String, _ form: Description.Form) -> String {
    switch form {
    case .plain: noun
    case .around, .between: withArticle(article) + noun
    case .from: de(article) + noun
    case .to: à(article) + noun
    case .since: "à partir " + de(article) + noun
    case .until: "jusqu'" + (article == .none || article == .vowel ? "en " : à(article)) + noun
    }
  }

  private func withArticle(_ article: Article) -> String {
    switch article {
    case .none, .vowel, .un: ""
    case .le: "le "
    case .elided: "l'"
    case .les: "les "
    }
  }

  private func de(_ article: Article) -> String {
    switch article {
    case .none: "de "
    case .vowel, .un: "d'"
    case .le: "du "
    case .elided: "de l'"
    case .les: "des "
    }
  }

  private func à(_ article: Article) -> String {
    switch article {
    case .none, .vowel, .un: "à "
    case .le: "au "
    case .elided: "à l'"
    case .les: "aux "
    }
  }

  private func parts(_ unit: DescriptionPoint.Unit, _ omitting: Description.Omission) -> (Article, String) {
    switch unit {
    case .day(let year, let month, let day):
      switch omitting {
      case .nothing: (.le, self.day(month, day, ofYear: self.year(year)))
      case .year: (.le, "\(number(ofDay: day)) \(Self.months[month - 1])")
      case .yearAndMonth: (.le, number(ofDay: day))
      }
    case .month(let year, let month):
      (
        article(ofMonth: month),
        omitting == .nothing ? "\(Self.months[month - 1]) \(self.year(year))" : Self.months[month - 1]
      )
    case .season(let year, let code): season(code, year)
    case .year(let year): (.none, self.year(year))
    case .decade(let first): (.les, "années \(first)")
    case .century(let number, let isBefore): (.le, "\(ordinal(number)) siècle\(isBefore ? " av. J.-C." : "")")
    case .millennium(let number, let isBefore):
      (.le, "\(ordinal(number)) millénaire\(isBefore ? " av. J.-C." : "")")
    case .someDay(ofMonth: let month, let year):
      (.un, "un jour inconnu \(de(article(ofMonth: month)))\(Self.months[month - 1]) \(self.year(year))")
    case .someDayOfYear(let year): (.un, "un jour inconnu de \(self.year(year))")
    case .someMonth(let year): (.un, "un mois inconnu de \(self.year(year))")
    case .someYear: (.un, "une année inconnue")
    case .dayOfSomeYear(let month, let day):
      (.le, self.day(month, day, ofYear: "d'une année inconnue"))
    case .range(.year(let first), .year(let last)) where first > 99: (.none, "\(first)–\(last)")
    case .range(.year(let first), .year(let last)) where last <= 0:
      (.none, "\(1 - first)–\(1 - last) av. J.-C.")
    case .range(let first, let last): (.none, dashed(first, last))
    }
  }

  private func season(_ code: Int, _ year: Int64) -> (Article, String) {
    let next = Season.end(code, of: year).year
    let years = next == year ? self.year(year) : year > 99 ? "\(year)-\(next)" : self.year(year)
    func part(_ number: Int, _ name: String) -> (Article, String) {
      (.le, "\(number)\(number == 1 ? "er" : "e") \(name) \(years)")
    }
    switch SeasonKind(code) {
    case .season(let season, let isSouthern):
      let note = isSouthern.map { " (hémisphère \($0 ? "Sud" : "Nord"))" } ?? ""
      return (season == 0 ? .le : .elided, "\(Self.seasons[season]) \(years)\(note)")
    case .quarter(let number): return part(number, "trimestre")
    case .third(let number): return part(number, "quadrimestre")
    case .half(let number): return part(number, "semestre")
    }
  }

  func point(_ point: DescriptionPoint) -> String {
    let form: Description.Form = point.isUncertain || point.isApproximate ? .around : .plain
    return (point.isUncertain ? "peut-être " : "") + (point.isApproximate ? "vers " : "")
      + noun(point.unit, form)
      + time(point.time) + note(point)
  }

  func complement(_ point: DescriptionPoint, _ form: Description.Form) -> String {
    noun(point.unit, form) + time(point.time) + (point.isApproximate ? " environ" : "")
      + (point.isUncertain ? " (?)" : "") + note(point)
  }

  private func time(_ time: DescriptionPoint.Time?) -> String {
    guard let time else { return "" }
    let seconds = time.second.map { " min \(padded($0, to: 2)) s" } ?? ""
    return ", \(time.hour) h \(padded(time.minute, to: 2))\(seconds)" + (time.zone.map { " (\($0))" } ?? "")
  }

  private func note(_ point: DescriptionPoint) -> String {
    let words = notes(point) { doubt in
      switch doubt.part {
      case .year: "année " + (doubt.isApproximate ? "approximative" : "incertaine")
      case .month: "mois " + (doubt.isApproximate ? "approximatif" : "incertain")
      case .season: "saison " + (doubt.isApproximate ? "approximative" : "incertaine")
      case .day: "jour " + (doubt.isApproximate ? "approximatif" : "incertain")
      }
    }
    return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
  }

  func interval(from start: Description.Side, to end: Description.Side) -> String {
    switch (start, end) {
    case (.point(let first), .point(let last)): "\(complement(first, .from)) \(complement(last, .to))"
    case (.point(let first), .unknown): "\(complement(first, .from)) à une date inconnue"
    case (.unknown, .point(let last)): "d'une date inconnue \(complement(last, .to))"
    case (.point(let first), .open): complement(first, .since)
    case (.open, .point(let last)): complement(last, .until)
    case (.unknown, .open): "à partir d'une date inconnue"
    case (.open, .unknown): "jusqu'à une date inconnue"
    case (.open, .open): "de tout temps"
    case (.unknown, .unknown): "d'une date inconnue à une date inconnue"
    }
  }

  func list(_ items: [String], isChoice: Bool) -> String { joined(items, isChoice ? "ou" : "et") }
  func range(_ first: String, _ last: String) -> String { "\(first) à \(last)" }
  func between(_ first: String, _ last: String) -> String { "entre \(first) et \(last)" }
  func orEarlier(_ date: String) -> String { "\(date) ou avant" }
  func orLater(_ date: String) -> String { "\(date) ou après" }

  func many(_ count: Int, _ interval: String, isChoice: Bool) -> String {
    "\(isChoice ? "une de " : "")\(count) dates, \(interval)"
  }

  var withinADay: String { "à un jour près" }
  func dual(_ julian: String, _ gregorian: String) -> String { "\(julian) a.s. (\(gregorian) n.s.)" }

  func within(_ reach: Period) -> String {
    let parts = parts(
      reach, { $0 == 1 ? "1 an" : "\($0) ans" }, { "\($0) mois" }, { $0 == 1 ? "1 jour" : "\($0) jours" })
    return "à \(joined(parts, "et")) près"
  }

  func day(_ month: Int, _ day: Int, ofYear year: String) -> String {
    "\(number(ofDay: day)) \(Self.months[month - 1]) \(year)"
  }

  private func number(ofDay day: Int) -> String { day == 1 ? "1er" : "\(day)" }
  private func ordinal(_ number: Int64) -> String { romanNumeral(number) + (number == 1 ? "er" : "e") }
  private func article(ofMonth month: Int) -> Article { [4, 8, 10].contains(month) ? .vowel : .none }

  private func year(_ year: Int64) -> String {
    year > 99 ? "\(year)" : number(ofYear: year) + (year > 0 ? " apr. J.-C." : " av. J.-C.")
  }
}
