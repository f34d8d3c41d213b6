/// Dates in Japanese: `1941年4月頃`, `1941年4月13日から1946年4月まで`.
struct JapaneseDescription: DescriptionWords {
  private static let seasons = ["春", "夏", "秋", "冬"]

  var namesLargestFirst: Bool { true }

  func noun(_ unit: DescriptionPoint.Unit, _ form: Description.Form, omitting: Description.Omission) -> String
  {
    switch unit {
    case .day(let year, let month, let day):
      switch omitting {
      case .nothing: return self.day(month, day, ofYear: self.year(year))
      case .year: return "\(month)月\(day)日"
      case .yearAndMonth: return "\(day)日"
      }
    case .month(let year, let month): return (omitting == .nothing ? self.year(year) : "") + "\(month)月"
    case .season(let year, let code): return season(code, year)
    case .year(let year): return self.year(year)
    case .decade(let first): return "\(first)年代"
    case .century(let number, let isBefore): return "\(isBefore ? "紀元前" : "")\(number)世紀"
    case .millennium(let number, let isBefore): return "\(isBefore ? "紀元前" : "")\(number)千年紀"
    case .someDay(ofMonth: let month, let year): return "\(self.year(year))\(month)月某日"
    case .someDayOfYear(let year): return "\(self.year(year))某月某日"
    case .someMonth(let year): return "\(self.year(year))某月"
    case .someYear: return "年不明"
    case .dayOfSomeYear(let month, let day): return "年不明\(month)月\(day)日"
    case .range(.year(let first), .year(let last)) where first > 99: return "\(first)–\(last)年"
    case .range(.year(let first), .year(let last)) where last <= 0: return "紀元前\(1 - first)–\(1 - last)年"
    case .range(let first, let last): return dashed(first, last)
    }
  }

  private func season(_ code: Int, _ year: Int64) -> String {
    let years = years(ofSeason: code, year, "–").map { "\($0)年" } ?? self.year(year)
    switch SeasonKind(code) {
    case .season(let season, let isSouthern):
      let note = isSouthern.map { $0 ? "（南半球）" : "（北半球）" } ?? ""
      return "\(years)\(Self.seasons[season])\(note)"
    case .quarter(let number): return "\(years)第\(number)四半期"
    case .third(let number): return "\(years)\(number * 4 - 3)月–\(number * 4)月"
    case .half(let number): return "\(years)\(number == 1 ? "上半期" : "下半期")"
    }
  }

  func point(_ point: DescriptionPoint) -> String { complement(point, .plain) }

  func complement(_ point: DescriptionPoint, _ form: Description.Form) -> String {
    (point.isUncertain ? "おそらく" : "") + noun(point.unit, form) + time(point.time)
      + (point.isApproximate ? "頃" : "") + note(point)
  }

  private func time(_ time: DescriptionPoint.Time?) -> String {
    guard let time else { return "" }
    return "\(time.hour)時\(padded(time.minute, to: 2))分" + (time.second.map { "\(padded($0, to: 2))秒" } ?? "")
      + (time.zone.map { "（\($0)）" } ?? "")
  }

  private func note(_ point: DescriptionPoint) -> String {
    let words = notes(point) { doubt in
      let part =
        switch doubt.part {
        case .year: "年"
        case .month: "月"
        case .season: "季節"
        case .day: "日"
        }
      return part + (doubt.isApproximate ? "はおおよそ" : "は不確か")
    }
    return words.isEmpty ? "" : "（\(words.joined(separator: "、"))）"
  }

  func interval(from start: Description.Side, to end: Description.Side) -> String {
    switch (start, end) {
    case (.point(let first), .point(let last)): "\(complement(first, .from))から\(complement(last, .to))まで"
    case (.point(let first), .unknown): "\(complement(first, .from))から不明の日まで"
    case (.unknown, .point(let last)): "不明の日から\(complement(last, .to))まで"
    case (.point(let first), .open): "\(complement(first, .since))以降"
    case (.open, .point(let last)): "\(complement(last, .until))まで"
    case (.unknown, .open): "不明の日以降"
    case (.open, .unknown): "不明の日まで"
    case (.open, .open): "全時代"
    case (.unknown, .unknown): "不明の日から不明の日まで"
    }
  }

  func list(_ items: [String], isChoice: Bool) -> String {
    let word = isChoice ? "または" : "および"
    guard items.count > 2 else { return items.joined(separator: word) }
    return items.dropLast().joined(separator: "、") + "、\(word)" + items[items.count - 1]
  }

  func range(_ first: String, _ last: String) -> String { "\(first)から\(last)まで" }
  func between(_ first: String, _ last: String) -> String { "\(first)から\(last)の間" }
  func orEarlier(_ date: String) -> String { "\(date)以前" }
  func orLater(_ date: String) -> String { "\(date)以降" }

  func many(_ count: Int, _ interval: String, isChoice: Bool) -> String {
    "\(interval)の\(count)件\(isChoice ? "のいずれか" : "")"
  }

  var withinADay: String { "前後一日" }
  func dual(_ julian: String, _ gregorian: String) -> String { "ユリウス暦\(julian)（グレゴリオ暦\(gregorian)）" }

  func within(_ reach: Period) -> String {
    "前後" + parts(reach, { "\($0)年" }, { "\($0)か月" }, { "\($0)日" }).joined() + "以内"
  }

  func day(_ month: Int, _ day: Int, ofYear year: String) -> String {
    "\(year)\(year.hasSuffix("年") ? "" : "年")\(month)月\(day)日"
  }

  private func year(_ year: Int64) -> String {
    year > 99 ? "\(year)年" : (year > 0 ? "西暦" : "紀元前") + number(ofYear: year) + "年"
  }
}
