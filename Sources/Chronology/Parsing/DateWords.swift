/// Reads dates as people write them in English and in numbers: `13 April 1941`, `c. 1941`, `44 BC`, `13.04.1941`,
/// `1940s`, `19th century`.
struct DateWords {
  private enum Token: Equatable {
    case number(String)
    case month(Int)
    case season(Int)
  }

  private var tokens: [Token] = []
  /// The characters between the first two numbers.
  private var separator = ""
  private var isBeforeCommonEra = false
  private var hasEra = false
  private var isApproximate = false
  private var isUncertain = false

  private var isCentury = false

  /// The dates in the Extended Date/Time Format that the text may mean; empty when a word is not known, and more
  /// than one when the order or the unit is not clear.
  static func dates(in text: String) -> [String] {
    guard let words = DateWords(text) else { return [] }
    let flag = words.isApproximate ? (words.isUncertain ? "%" : "~") : (words.isUncertain ? "?" : "")
    // The first century before our era needs a set, which takes no flag.
    return words.isoDates.map { $0.hasSuffix("]") || $0.hasSuffix("/") ? $0 : $0 + flag }
  }

  private init?(_ text: String) {
    var rest = text.lowercased()[...]
    while let first = rest.first {
      if isDigit(first) {
        let digits = rest.prefix(while: isDigit)
        tokens.append(.number(String(digits)))
        rest = rest.dropFirst(digits.count)
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter }
        rest = rest.dropFirst(word.count)
        let dotted = rest.prefix { $0.isLetter || $0 == "." }.filter { $0 != "." }
        if ["bc", "bce", "ad", "ce"].contains(word + dotted), !dotted.isEmpty {
          rest = rest.drop { $0.isLetter || $0 == "." }
          guard take(word + dotted) else { return nil }
        } else {
          guard take(String(word)) else { return nil }
        }
      } else {
        guard " .,/-?~%'’".contains(first) else { return nil }
        if first == "?" || first == "%" { isUncertain = true }
        if first == "~" || first == "%" { isApproximate = true }
        if tokens.count == 1 { separator.append(first) }
        rest = rest.dropFirst()
      }
    }
    // '-1941' is before our era, and '1941-' may go on.
    if text.first == "-" || text.last == "-" { return nil }
  }

  /// Takes a word in; false when it has no known meaning.
  private mutating func take(_ word: String) -> Bool {
    switch word {
    case "c", "ca", "circa", "about", "around", "approx", "approximately": isApproximate = true
    case "possibly", "probably", "perhaps": isUncertain = true
    case "bc", "bce": (hasEra, isBeforeCommonEra) = (true, true)
    case "ad", "ce": hasEra = true
    case "st", "nd", "rd", "th", "of", "the", "in", "on", "year": break
    case "spring": tokens.append(.season(21))
    case "summer": tokens.append(.season(22))
    case "autumn", "fall": tokens.append(.season(23))
    case "winter": tokens.append(.season(24))
    case "century": isCentury = true
    case "s":
      guard case .number(let digits)? = tokens.last, digits.count == 4, digits.hasSuffix("0") else {
        return false
      }
      tokens[tokens.count - 1] = .number(digits.prefix(3) + "X")
    default:
      guard word.count >= 3, let month = DateWords.months.firstIndex(where: { $0.hasPrefix(word) })
      else { return false }
      tokens.append(.month(month + 1))
    }
    return true
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december",
  ]

  // MARK: - Order

  private var isoDates: [String] {
    if isCentury { return tokens.count == 1 ? [century].compactMap { $0 } : [] }
    let dates: [String?] =
      switch tokens.count {
      case 1: single
      case 2: pair
      case 3: triple
      default: []
      }
    return dates.compactMap { $0 }
  }

  private var single: [String?] {
    guard case .number(let digits) = tokens[0] else { return [] }
    if digits.count == 8, !hasEra {
      return [iso(String(digits.prefix(4)), String(digits.dropFirst(4).prefix(2)), String(digits.suffix(2)))]
    }
    // '1900s' is a decade or a century, '194?' a decade or a year.
    if digits.hasSuffix("0X") { return [year(digits), year(digits.prefix(2) + "XX")] }
    if isUncertain && digits.count == 3 && !hasEra { return [digits + "X", "0" + digits] }
    return [year(digits)]
  }

  /// `19th century` is `18XX`, as the format has no other century than that of the first two digits.
  private var century: String? {
    guard case .number(let digits) = tokens[0], digits.count <= 2, let number = Int(digits), number > 0
    else { return nil }
    if !isBeforeCommonEra { return "\(padded(number - 1, to: 2))XX" }
    // 1 BC is the year 0, which is not among the hundred years before it.
    if number == 1 { return isApproximate || isUncertain ? nil : "[-0099..0000]" }
    return "-\(padded(number - 1, to: 2))XX"
  }

  private var pair: [String?] {
    switch (tokens[0], tokens[1]) {
    case (.month(let month), .number(let digits)), (.number(let digits), .month(let month)):
      return isYear(digits) ? [iso(digits, String(month), nil)] : []
    case (.season(let season), .number(let digits)), (.number(let digits), .season(let season)):
      guard isYear(digits), let written = year(digits) else { return [] }
      // The winter of 1941 ended or began in that year.
      guard season == 24 else { return ["\(written)-\(season)"] }
      guard let before = try? HistoricalDate(written).earliest.day.year - 1 else { return [] }
      return ["\(written)-24", "\(padded(before, to: 4))-24"]
    case (.number(let first), .number(let second)):
      if first.count == 4, second.count <= 2 {
        let month = iso(first, second, nil)
        // '1904/05' is May or two years.
        if separator == "/", second.count == 2, let end = Int(second), let start = Int(first.suffix(2)),
          end > start
        {
          return [month, isUncertain || isApproximate ? nil : "\(first)/\(first.prefix(2))\(second)"]
        }
        return [month]
      }
      return second.count == 4 && first.count <= 2 ? [iso(second, first, nil)] : []
    default: return []
    }
  }

  private var triple: [String?] {
    switch (tokens[0], tokens[1], tokens[2]) {
    case (.season(24), .number(let first), .number(let last)):
      // The winter 1941/42.
      guard first.count == 4, let start = Int(first), let end = Int(last), last.count == 4 || last.count == 2
      else { return [] }
      return (last.count == 4 ? end : start - start % 100 + end) == start + 1 ? ["\(first)-24"] : []
    case (.number(let first), .month(let month), .number(let last)):
      if isYear(last), first.count <= 2 { return [iso(last, String(month), first)] }
      return first.count == 4 ? [iso(first, String(month), last)] : []
    case (.month(let month), .number(let day), .number(let last)):
      return isYear(last) ? [iso(last, String(month), day)] : []
    case (.number(let first), .number(let second), .number(let third)):
      if first.count == 4 { return [iso(first, second, third)] }
      guard third.count == 4, let a = Int(first), let b = Int(second) else { return [] }
      if separator == "." || a > 12 || a == b { return [iso(third, second, first)] }
      return b > 12 ? [iso(third, first, second)] : [iso(third, second, first), iso(third, first, second)]
    default: return []
    }
  }

  /// Whether digits in the place of a year can be one: two digits are a year only with an era.
  private func isYear(_ digits: String) -> Bool { hasEra || digits.count >= 3 }

  private func year(_ digits: String) -> String? {
    if digits.hasSuffix("X") { return hasEra ? nil : digits }
    // '19?' may be a century or a slip.
    if isUncertain && digits.count < 4 && !hasEra { return nil }
    guard let value = Int64(digits) else { return nil }
    guard !isBeforeCommonEra || value > 0 else { return nil }
    let year = isBeforeCommonEra ? 1 - value : value
    return yearText(year)
  }

  /// The date with months and days of 00 left out, as data bases write unknown ones.
  private func iso(_ yearDigits: String, _ monthDigits: String, _ dayDigits: String?) -> String? {
    guard let year = year(yearDigits), let month = Int(monthDigits) else { return nil }
    guard month <= 12 else { return nil }
    if month == 0 { return dayDigits.flatMap { Int($0) } ?? 0 == 0 ? year : nil }
    let yearMonth = "\(year)-\(padded(month, to: 2))"
    guard let dayDigits else { return yearMonth }
    guard let day = Int(dayDigits) else { return nil }
    return day == 0 ? yearMonth : "\(yearMonth)-\(padded(day, to: 2))"
  }
}

private func isDigit(_ character: Character) -> Bool { character.isASCII && character.isNumber }
