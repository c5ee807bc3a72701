import DelimitedText

/// What one cell of a column of units or currencies says: `HK$'000`, `thousands`, `USD`, `%`, `shares`.
enum UnitCell: Equatable, Sendable {
  /// A currency, a power of ten, or both; nil for what the cell leaves open.
  case money(currency: Currency?, exponent: Int?)
  case percent
  /// Something that is no money: shares, people, days.
  case counted(exponent: Int)

  /// The unit that a cell is, or nil where it is none.
  ///
  /// - Parameter isCurrency: whether the column is headed `Currency`, so that any three letters are one.
  init?(_ text: String, isCurrency: Bool = false) {
    let text = Cell.trim(text)
    let key = Folding.label(text)
    if ["%", "％"].contains(text) || ["percent", "per cent", "percentage", "pct", "百分比"].contains(key) {
      self = .percent
    } else if let phrase = UnitReader.wholePhrase(text) {
      self = .money(currency: UnitCell.usual(phrase.unit.currency), exponent: phrase.hasScale ? phrase.unit.exponent : nil)
    } else if let exponent = UnitCell.bareScale(text) {
      self = .money(currency: nil, exponent: exponent)
    } else if let currency = Currency(code: text), isCurrency || PublishedCurrencies.codes.contains(text) || currency.code == "RMB" {
      self = .money(currency: UnitCell.usual(currency), exponent: nil)
    } else if isCurrency, let currency = Cell.currency(text) {
      self = .money(currency: currency, exponent: nil)
    } else if let exponent = UnitCell.counted(key) {
      self = .counted(exponent: exponent)
    } else {
      return nil
    }
  }

  /// RMB is what people write for CNY.
  private static func usual(_ currency: Currency?) -> Currency? { currency?.code == "RMB" ? .renminbi : currency }

  /// A scale that counts as one only in a column of units: `000`, `1,000`, `x1000`, `k`, `mn`.
  private static func bareScale(_ text: String) -> Int? {
    var rest = Substring(text.lowercased())
    while let first = rest.first, ["x", "×", "*", "'", "’", "‘", "´", "`"].contains(first) { rest = rest.dropFirst() }
    switch rest {
    case "k", "thou", "tsd", "th": return 3
    case "m", "mm", "mn", "mln", "mil", "mio": return 6
    case "b", "bn", "bln": return 9
    case "unit", "units", "actual", "actuals", "个", "個", "ones", "dollars", "dollar": return 0
    default: break
    }
    if rest.hasSuffix("s") { rest = rest.dropLast() }
    let digits = rest.filter { $0 != "," && $0 != " " && $0 != "'" && $0 != "." }
    guard !digits.isEmpty, digits.utf8.count <= 13 else { return nil }
    // `0.00` is a figure.
    if digits.allSatisfy({ $0 == "0" }) {
      return ["000", "000000", "000,000", "000000000", "000,000,000"].contains(rest) ? digits.count : nil
    }
    guard digits.first == "1", digits.dropFirst().allSatisfy({ $0 == "0" }) else { return nil }
    return digits.count - 1
  }

  /// What is counted and is no money.
  private static let things: Set = [
    "share", "shares", "number", "no", "no.", "number of share", "count", "people", "person", "persons", "employee", "employees",
    "headcount", "fte",
    "day", "days", "month", "months", "year", "years", "hour", "hours", "time", "times", "x", "ratio", "multiple", "tonne", "tonnes",
    "ton", "kg",
    "sqm", "sq m", "sq ft", "mwh", "kwh", "unit sold", "per share", "each", "每股", "股", "人", "名", "倍", "次", "天", "日", "月", "年", "吨", "噸",
    "个", "件", "台", "套",
    "平方米", "户", "戶", "家", "比率", "公斤",
  ]

  /// Scales of it, and their powers of ten.
  private static let scales: [(String, Int)] = [
    ("thousand ", 3), ("000 ", 3), ("'000 ", 3), ("million ", 6), ("mn ", 6), ("m ", 6), ("千", 3), ("万", 4), ("萬", 4), ("百万", 6),
    ("亿", 8), ("億", 8),
  ]

  /// The power of ten of what is counted and is no money.
  private static func counted(_ key: String) -> Int? {
    if things.contains(key) { return 0 }
    for (words, exponent) in scales where key.hasPrefix(words) && things.contains(String(key.dropFirst(words.count))) { return exponent }
    return nil
  }
}

/// What the cells of units of one record say together.
struct UnitOfRecord: Sendable {
  var currency: Currency?
  /// Nil where no cell gives a scale.
  var exponent: Int?
  var isPercent = false
  var isCounted = false
  /// Whether a cell says anything.
  var isGiven = false
  /// Cells that are no unit, or that contradict another.
  var refusals: [Rejection] = []

  /// Reads the cells `fields` of a record; `currencyFields` are headed as currencies.
  init(_ record: Table.Record, _ fields: [Int], currencyFields: Set<Int>, fileIndex: Int) {
    for field in fields where !record.isEmpty(field) {
      let text = Cell.trimmed(record, field)
      let place = Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1)
      if case .notAvailable = AmountReader.read(text) { continue }
      if case .number(let number) = AmountReader.read(text), number.isNilMark { continue }
      switch UnitCell(text, isCurrency: currencyFields.contains(field)) {
      case .money(let said, let scale):
        if let said {
          if let currency, currency != said { refuse("another cell of the line says \(code: currency.code)", text, place) }
          currency = currency ?? said
        }
        if let scale {
          if let exponent, exponent != scale {
            refuse("another cell of the line says \(code: MoneyUnit(currency: nil, exponent: exponent).heading)", text, place)
          }
          exponent = exponent ?? scale
        }
      case .percent: isPercent = true
      case .counted(let scale):
        isCounted = true
        exponent = exponent ?? scale
      case nil: refuse("it is neither a unit nor a currency", text, place)
      }
      isGiven = true
    }
  }

  private mutating func refuse(_ reason: Text, _ text: String, _ place: Place) {
    refusals.append(
      Rejection(
        "unreadable", "\(quoted: text) stands in the column of units, and \(reason)", place: place, found: text,
        expected: "a unit such as HK$'000, thousands or RMB million, or a currency such as HKD",
        remedy: "write the unit of the line's figures into the cell"))
  }
}
