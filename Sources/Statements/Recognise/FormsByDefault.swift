import DelimitedText

/// Tables that lack a column of their form, and say elsewhere what it would: looked for where nothing else is recognised.
extension RegisterLayout {
  /// A list of balances without dates under a title that gives one, or rates of currencies without what they are quoted in.
  static func byDefault(in table: Table) -> RegisterLayout? {
    var isDated = false
    for index in 0..<min(table.recordCount, mostTitles) where !table[index].isBlank {
      let record = table[index]
      let headings = (0..<record.fieldCount).map { Cell.trimmed(record, $0) }
      if headings.count >= 3, let found = rates(headings, index) ?? (isDated ? balances(headings, index, table) : nil) { return found }
      // A bare day among other words may be that of printing.
      isDated =
        isDated
        || headings.contains { text in
          !PeriodReader.readings(of: text).isEmpty || PeriodPhrase.find(in: text).map { !$0.isOpenOnLength && !$0.isBareYear } ?? false
        }
    }
    return nil
  }

  /// `日期,币种,汇率`: what one unit of a currency costs in that of the group.
  private static func rates(_ headings: [String], _ index: Int) -> RegisterLayout? {
    var (date, base, rate): (Int?, Int?, Int?)
    for (field, heading) in headings.enumerated() {
      let columns = Column.candidates(heading).map(\.column)
      if columns.contains(.quote) { return nil }
      if columns.contains(.date) || columns.contains(.period) { date = date ?? field }
      if columns.contains(.base) || columns.contains(.currency) { base = base ?? field }
      if columns.contains(.rate) { rate = rate ?? field }
    }
    guard let date, let base, let rate else { return nil }
    var columns: [Column: Int] = [.date: date, .base: base, .rate: rate]
    if let kind = headings.firstIndex(where: { Column.candidates($0).contains { $0.column == .kind } }) { columns[.kind] = kind }
    return RegisterLayout(
      form: .rates, headerRecord: index, firstHeaderRecord: index, columns: columns,
      unknownHeadings: headings.indices.filter { !columns.values.contains($0) && !headings[$0].isEmpty }.map { headings[$0] },
      repeatedFields: [])
  }

  /// `G/L Acct,Short Text,Crcy,Balance` under a title with a date: codes of accounts, and one column of balances.
  private static func balances(_ headings: [String], _ index: Int, _ table: Table) -> RegisterLayout? {
    let columns = assign(.long, headings, except: [])
    guard let account = columns[.account], columns[.amount] != nil,
      [.date, .period, .end, .start, .year].allSatisfy({ columns[$0] == nil })
    else { return nil }
    let rows = (index + 1..<max(min(table.recordCount, index + 41), index + 1)).filter { !table[$0].isEmpty(account) }
    let coded = rows.filter { table[$0].withBytes(account) { $0.first.map { (0x30...0x39).contains($0) } ?? false } }
    guard !coded.isEmpty, coded.count * 2 > rows.count else { return nil }
    // Opening and closing balances side by side are more than one column, and nothing says which is meant.
    let figures = headings.indices.filter { field in
      field != account
        && rows.contains { index in
          switch table[index].withBytes(field, { AmountReader.read($0) }) {
          case .number, .open: return true
          case .empty, .notAvailable, .notANumber, .tooManyDigits: return false
          }
        }
    }
    guard figures.count == 1, figures.first == columns[.amount] else { return nil }
    var layout = RegisterLayout(
      form: .long, headerRecord: index, firstHeaderRecord: index, columns: columns,
      unknownHeadings: headings.indices.filter { !columns.values.contains($0) && !headings[$0].isEmpty }.map { headings[$0] },
      repeatedFields: [])
    layout.findOtherName(headings, except: Set(columns.values))
    return layout
  }
}
