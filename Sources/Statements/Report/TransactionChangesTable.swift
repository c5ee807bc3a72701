/// What `changes.md` says of equity transactions: each figure that stands otherwise, with what it was, what it is, and both lines.
struct TransactionChangesTable {
  private let changes: [TransactionChange]

  init(_ changes: [TransactionChange]) {
    self.changes = changes
  }

  /// Writes the table; nothing where no transaction changed.
  func write(_ page: inout Markdown) {
    guard !changes.isEmpty else { return }
    let count = Set(changes.map { [$0.entity, $0.event, $0.date] }).count
    page.paragraph(
      count == 1
        ? "**One equity transaction has changed, is new or is gone:**"
        : "**\(count) equity transactions have changed, are new or are gone:**")
    let headings: [Text] = ["Entity", "Event", "Date", "Figure", "Before", "Now", "Change", "Stood at", "Stands at"]
    page.table(headings, alignedRight: [false, false, false, false, true, true, true, false, false], rows: changes.map(row))
  }

  private func row(_ change: TransactionChange) -> [Text] {
    [
      .words(change.entity), .words(change.event), CalendarDate(isoText: change.date).map(Text.date) ?? .words(change.date),
      figure(change.figure), shown(change.before, change.figure), shown(change.after, change.figure), difference(change),
      .words(change.before?.address ?? ""), .words(change.after?.address ?? ""),
    ]
  }

  /// What a column of `equity-transactions.csv` is called.
  private func figure(_ column: String) -> Text {
    switch column {
    case "event": "Event"
    case "date": "Date"
    case "status": "Status"
    case "kind": "Kind"
    case "treatment": "Treatment"
    case "policy": "Policy"
    case "interest_before": "Owners' interest before"
    case "interest_after": "Owners' interest after"
    case "net_assets_before": "Net assets before, 100 %"
    case "consideration": "Consideration"
    case "costs": "Costs and tax taken to equity"
    case "net_assets_after": "Net assets after, 100 %"
    case "nci_before": "Non-controlling interests before"
    case "nci_after": "Non-controlling interests after"
    case "nci_adjustment": "Effect on non-controlling interests"
    case "owners_equity_adjustment": "Effect on owners' equity"
    case "goodwill_adjustment": "Effect on goodwill"
    case "gain_or_loss": "Gain or loss"
    case "currency": "Currency"
    default: .words(column)
    }
  }

  private func shown(_ side: TransactionChange.Side?, _ column: String) -> Text {
    guard let side else { return "no such event" }
    guard !side.value.isEmpty else { return "not determined" }
    switch column {
    case "treatment": return Treatment(rawValue: side.value)?.text ?? .words(side.value)
    case "kind": return EquityEvent.Kind(rawValue: side.value)?.text ?? .words(side.value)
    case "status":
      return EquityEvent.Status(rawValue: side.value).map { $0 == .completed ? "completed" : "signed" } ?? .words(side.value)
    case "policy": return NCIPolicy(rawValue: side.value)?.text ?? .words(side.value)
    case "date": return CalendarDate(isoText: side.value).map(Text.date) ?? .words(side.value)
    case "interest_before", "interest_after":
      return Amount(decimalText: side.value).map { .percent($0.ratio, places: 6) } ?? .words(side.value)
    case "event", "currency": return .words(side.value)
    default:
      return Amount(decimalText: side.value).map { money($0, Currency(code: side.currency)) } ?? .words(side.value)
    }
  }

  /// To the cent, as transactions are.
  private func money(_ value: Amount, _ currency: Currency?) -> Text {
    .money(Money(value, Display.cents(currency), showsUnit: currency != nil && value.sign != 0))
  }

  /// By how much an amount of one currency has changed; nothing where it is no amount, or stood or stands nowhere.
  private func difference(_ change: TransactionChange) -> Text {
    let words = ["treatment", "kind", "status", "policy", "date", "interest_before", "interest_after", "event", "currency"]
    guard !words.contains(change.figure), let before = change.before, let after = change.after, before.currency == after.currency,
      let old = Amount(decimalText: before.value), let new = Amount(decimalText: after.value)
    else { return "" }
    return money(new - old, nil)
  }
}
