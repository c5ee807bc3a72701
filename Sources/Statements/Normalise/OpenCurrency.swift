import DelimitedText

/// The currency of figures beside which none is named, or only `元`, `$` or `¥`, which are several currencies' signs.
struct OpenCurrency {
  /// A sign that more than one currency has.
  private enum CurrencySign { case yuan, dollar, yen }

  private let table: Table
  private let fileIndex: Int
  private var sign: (sign: CurrencySign, text: String, place: Place)?
  private var traditional = 0
  private var simplified = 0
  private let headPlace: Place
  /// How many records are looked at: the head of the file, and enough of its labels to see in which characters it is written.
  private static let depth = 200

  init(_ table: Table, _ catalogue: LineItemCatalogue, fileIndex: Int) {
    self.table = table
    self.fileIndex = fileIndex
    let first = (0..<table.recordCount).first { !table[$0].isBlank }
    headPlace = Place(fileIndex: fileIndex, lineNumber: first.map { table[$0].lineNumber } ?? 0)
    for index in 0..<min(table.recordCount, OpenCurrency.depth) {
      let record = table[index]
      for field in 0..<record.fieldCount where !record.isEmpty(field) {
        let text = record.text(field)
        let script = catalogue.script(of: text)
        traditional += script.traditional
        simplified += script.simplified
        guard sign == nil, let found = OpenCurrency.sign(in: text) else { continue }
        sign = (found, Cell.trim(text), Place(fileIndex: fileIndex, lineNumber: record.lineNumber, columnNumber: field + 1))
      }
    }
  }

  /// The sign of money in a cell that names no currency by it.
  private static func sign(in text: String) -> CurrencySign? {
    guard text.utf8.count <= FoldedText.mostBytes else { return nil }
    let sign: CurrencySign
    if text.contains("$") || text.contains("＄") {
      sign = .dollar
    } else if text.contains("¥") || text.contains("￥") {
      sign = .yen
    } else if text.contains("元") || text.contains("圓") || text.contains("圆") {
      sign = .yuan
    } else {
      return nil
    }
    if let unit = UnitReader.read(text)?.unit { return unit.currency == nil ? sign : nil }
    if case .number(let number) = AmountReader.read(text), number.currency == nil, sign != .yuan { return sign }
    return nil
  }

  /// The currency of an entity's figures that name none, with what is to be said of it.
  func settle(_ entity: Entity, _ id: EntityID, hasScale: Bool) -> (currency: Currency?, finding: Finding?) {
    let remedy: Text = "write the currency on a line above the table, such as `currency,CNY`"
    let place = sign?.place ?? headPlace
    if let functional = entity.functionalCurrency, fits(functional) {
      return (
        functional,
        Finding(
          .info, "unit-assumed",
          "the file names no currency, and \(code: functional.code), the functional currency of \(quoted: entity.name), is taken",
          entity: id, place: place, actual: sign?.text, remedy: remedy)
      )
    }
    guard let sign else {
      guard hasScale else { return (nil, nil) }
      return (
        nil,
        Finding(
          .info, "unit-assumed", "a unit is given and no currency: the figures stand without one", entity: id, place: place,
          remedy:
            "write the currency on a line above the table, such as `currency,CNY`, or give the entity's functional currency in an `entities` file"
        )
      )
    }
    if sign.sign != .dollar, traditional == 0, simplified > 0, entity.functionalCurrency == nil {
      return (
        .renminbi,
        Finding(
          .info, "unit-assumed",
          "\(quoted: sign.text) names no currency, and renminbi is taken, since the file is written in simplified characters",
          entity: id, place: place, actual: sign.text, remedy: remedy)
      )
    }
    return (
      nil,
      Finding(
        .warning, "unit-assumed",
        "\(quoted: sign.text) may be \(code: candidates(sign.sign)), and nothing in the file says which: the figures stand without a currency",
        entity: id, place: place, actual: sign.text,
        remedy:
          "write the currency on a line above the table, such as `currency,HKD`, or give the entity's functional currency in an `entities` file"
      )
    )
  }

  /// Whether the sign can be that of a currency.
  private func fits(_ currency: Currency) -> Bool {
    switch sign?.sign {
    case .dollar: ["USD", "HKD", "TWD", "SGD", "AUD", "NZD", "CAD", "MOP", "BND", "MXN", "ARS", "CLP", "COP"].contains(currency.code)
    case .yen: ["CNY", "JPY"].contains(currency.code)
    case .yuan, nil: true
    }
  }

  private func candidates(_ sign: CurrencySign) -> String {
    switch sign {
    case .yuan: "CNY, HKD, TWD or MOP"
    case .dollar: "USD, HKD, SGD, AUD or another dollar"
    case .yen: "CNY or JPY"
    }
  }
}
