/// What changed equity over a stretch of time, owners of the parent beside non-controlling interests, with what no line explains.
///
/// Of a subsidiary it is its net assets as they are attributed; of the group, what the parent's accounts give.
/// Units: units of `currency`. Sign: increases of equity positive.
/// Cites: IAS 1.106, IFRS 18.107, IFRS 10.B94.
struct ChangesInEquity {
  /// What a line is.
  enum Kind: CaseIterable, Hashable {
    case profit
    case otherComprehensiveIncome
    case ownersMovement
    case changeOfInterest
    /// What a change of interest moves for NCI beside their part of net assets: goodwill, instruments, payments by other companies.
    case outsideNetAssets
    case lossOfControl
  }

  /// A line. A part that no file gives is nil and counts as nothing, so that it is in what is not explained.
  struct Line {
    let kind: Kind
    var label: Text
    var owners: Amount?
    var nci: Amount?
    var total: Amount?
    /// NCI's interests by which it was divided, in the order of time; none where a file gives the parts.
    var interests: [Ratio] = []
    var place: Place?
    /// Whether it is an item of the line before it, which has it already.
    var isItem = false
  }

  /// Equity at one end.
  struct Position {
    let date: CalendarDate
    let owners: Amount
    let nci: Amount
    /// NCI's interest; nil where a file gives the parts.
    var interest: Ratio?
    var total: Amount { owners + nci }
  }

  /// Whose.
  let entity: EntityID
  /// The days of it.
  let period: Period
  let currency: Currency?
  let opening: Position
  var lines: [Line] = []
  let closing: Position
  /// What is missing, and what it leaves open.
  var notes: [Text] = []

  /// What no line explains: closing less opening less the lines.
  var unexplained: (owners: Amount, nci: Amount, total: Amount) {
    func rest(_ part: (Line) -> Amount?, _ opening: Amount, _ closing: Amount) -> Amount {
      lines.filter { !$0.isItem }.reduce(closing - opening) { $0 - (part($1) ?? .zero) }
    }
    return (
      rest(\.owners, opening.owners, closing.owners), rest(\.nci, opening.nci, closing.nci),
      rest(\.total, opening.total, closing.total)
    )
  }

  /// NCI's part of all lines of one kind.
  func nci(_ kind: Kind) -> Amount {
    lines.filter { $0.kind == kind && !$0.isItem }.reduce(.zero) { $0 + ($1.nci ?? .zero) }
  }

  /// The stretches that a statement of changes is of: from year end to year end, and from the last one to the last date on file; where
  /// no earlier year end is on file, from the date before.
  static func stretches(_ dates: [CalendarDate], yearEnd: DayOfYear) -> [(opening: CalendarDate, closing: CalendarDate)] {
    func isYearEnd(_ date: CalendarDate) -> Bool { FinancialYear(containing: date, yearEnd: yearEnd).end == date }
    return dates.indices.dropFirst().compactMap { index in
      let closing = dates[index]
      guard isYearEnd(closing) || index == dates.count - 1 else { return nil }
      let earlier = dates[..<index]
      return earlier.last.map { (earlier.last(where: isYearEnd) ?? $0, closing) }
    }
  }
}

extension Text {
  /// The line of a change by which control is kept, shown apart from results and from other movements with owners (IAS 1.106(d)(iii)).
  static func changeOfInterest(_ transaction: EquityTransaction) -> Text {
    "Change of ownership interest: \(quoted: transaction.event.name), \(transaction.event.date)"
  }

  /// The line of what leaves with a subsidiary that was lost.
  static func lossOfControl(_ transaction: EquityTransaction) -> Text {
    "Control lost: \(quoted: transaction.event.name), \(transaction.event.date)"
  }
}
