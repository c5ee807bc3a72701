import DelimitedText

/// What a file of rates becomes: a rate a row, or a rate a cell where each column is a currency.
extension Intake {
  mutating func takeRates(_ reader: RegisterReader, _ refused: inout Refusals) throws(Rejection) {
    guard reader.layout.quotes.isEmpty else { return try takeRateTable(reader, &refused) }
    var read: [Rate] = []
    let quoted = try reader.layout.columns[.quote] == nil ? quoteByDefault(reader) : nil
    for row in reader.rows {
      for column in [Column.date, .base, .quote, .rate] where (column != .quote || quoted == nil) && row.words(column) == nil {
        _ = row.required(column, &refused)
      }
      let (date, start) = (row.date(.date, &refused), row.date(.start, &refused))
      let (base, quote) = (row.currency(.base, &refused), quoted ?? row.currency(.quote, &refused))
      let rate = row.positive(.rate, &refused)
      let kind = row.choice(.kind, &refused, RateKind.init(words:), expected: "closing, average, spot")
      if let rate, rate.isZero {
        refused.add(
          Rejection(
            "unreadable", "a rate of nil is none", place: row.place(.rate), found: row.words(.rate), expected: "a rate above nil",
            remedy: "correct the rate, or take the line out"))
      }
      guard let date, let base, let quote, let rate else { continue }
      var found = Rate(date: date, base: base, quote: quote, rate: rate, kind: kind, place: row.place(.rate))
      found.note = row.words(.note) ?? ""
      found.start = start
      read.append(found)
    }
    try refused.end(&findings)
    rates += read
    guard let quoted else { return }
    findings.append(
      Finding(
        .info, "unit-assumed",
        "the file does not say in what its rates are quoted, and \(code: quoted.code), the group's currency, is taken",
        place: read.first?.place, actual: quoted.code, remedy: "add the column `quote`"))
  }

  /// What rates without a column `quote` are quoted in: the group's currency, where the settings or the entities give it; else it is asked.
  private func quoteByDefault(_ reader: RegisterReader) throws(Rejection) -> Currency {
    if let currency = settings.presentationCurrency ?? entities.parent.flatMap({ entities[$0].functionalCurrency }) { return currency }
    throw Rejection(
      "unrecognised", "the rates are those of currencies, and nothing says in which other currency they are quoted",
      place: Place(fileIndex: reader.fileIndex, lineNumber: reader.table[reader.layout.headerRecord].lineNumber),
      expected: "the columns date, base, quote and rate",
      remedy: "add the column `quote`, or the setting `presentation currency`")
  }

  /// The ECB's table: one euro costs so much of each currency.
  private mutating func takeRateTable(_ reader: RegisterReader, _ refused: inout Refusals) throws(Rejection) {
    let (table, quotes) = (reader.table, reader.layout.quotes)
    guard let euro = Currency(code: "EUR") else { return }
    if let field = quotes.first(where: { $0.currency == euro })?.field {
      refused.add(
        Rejection(
          "unreadable", "a column of euros stands in a table whose base is the euro",
          place: Place(fileIndex: reader.fileIndex, lineNumber: table[reader.layout.headerRecord].lineNumber, columnNumber: field + 1),
          found: "EUR", expected: "the ECB's table, in which one euro costs so much of each currency",
          remedy: "write other rates in the columns date,base,quote,rate"))
    }
    // All columns are rates of one publisher: what proves the mark in one proves it in all.
    let fields = quotes.map(\.field)
    let evidence = NumberColumn.Evidence(table, fields, reader.body)
    let column = NumberColumn(evidence, kind: .priced, others: nil, in: table, fields: fields, fileIndex: reader.fileIndex)
    if let refusal = column.refusal { refused.add(refusal) }
    var read: [Rate] = []
    for row in reader.rows {
      guard row.required(.date, &refused) != nil, let date = row.date(.date, &refused) else { continue }
      for (field, currency) in quotes {
        let place = Place(fileIndex: reader.fileIndex, lineNumber: row.record.lineNumber, columnNumber: field + 1)
        switch row.record.withBytes(field, { AmountReader.read($0, decimalMark: column.mark) }) {
        case .empty, .notAvailable: continue
        case .number(let number) where number.coefficient > 0 && abs(number.exponent) <= 60,
          .open(let number, _) where number.coefficient > 0 && abs(number.exponent) <= 60:
          let rate = Ratio(coefficient: number.coefficient, exponent: number.exponent)
          read.append(Rate(date: date, base: euro, quote: currency, rate: rate, kind: nil, place: place))
        case .number, .open, .notANumber, .tooManyDigits:
          guard column.refusal == nil else { continue }
          let words = Cell.trimmed(row.record, field)
          refused.add(
            Rejection(
              "unreadable", "\(quoted: words) is no rate", place: place, found: words, expected: "a number above nil, or N/A",
              remedy: "correct the number"))
        }
      }
    }
    try refused.end(&findings)
    if let assumption = column.assumption { findings.append(assumption) }
    rates += read
    sources[reader.fileIndex].evidence.append("the European Central Bank's table: one euro costs so much of each currency")
  }
}
