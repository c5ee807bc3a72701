/// A table as notes to accounts have it: a year and its comparative side by side, lines under headings.
struct YearColumns {
  private let report: GroupReport
  private let display: Display
  private let years: [FinancialYear]
  private var rows: [[Text]] = []

  init(_ report: GroupReport, _ display: Display, _ current: FinancialYear, _ comparative: FinancialYear) {
    self.report = report
    self.display = display
    years = [current, comparative]
  }

  /// `Year to 31 Dec 2025`.
  static func heading(_ year: FinancialYear) -> Text { "Year to \(Text.shortDate(year.end))" }

  /// A line without amounts: bold for a part of the table, plain for one matter in it.
  mutating func heading(_ words: Text, isMain: Bool = true) {
    rows.append([isMain ? "**\(words)**" : "*\(words)*", "", ""])
  }

  /// A line with an amount for each year.
  mutating func line(_ label: Text, _ amount: (FinancialYear) -> Amount?) {
    rows.append([label] + years.map { cell(amount($0)) })
  }

  private func cell(_ amount: Amount?) -> Text { amount.map { report.money($0, display) } ?? "not determinable" }

  /// A line that stands out.
  mutating func total(_ label: Text, _ amount: (FinancialYear) -> Amount?) {
    rows.append(["**\(label)**"] + years.map { "**\(cell(amount($0)))**" as Text })
  }

  /// A line with an amount in one year and nil in the other.
  mutating func line(_ label: Text, _ amount: Amount, in year: FinancialYear) {
    line(label) { $0 == year ? amount : .zero }
  }

  /// A line with words in one year.
  mutating func words(_ label: Text, _ words: Text, in year: FinancialYear) {
    rows.append([label] + years.map { $0 == year ? words : "-" as Text })
  }

  /// Writes the table; `title` stands over its lines.
  func write(_ page: inout Markdown, _ title: Text) {
    page.table(["\(title), \(Text.unit(display.unit))"] + years.map(Self.heading), alignedRight: [false, true, true], rows: rows)
  }
}
