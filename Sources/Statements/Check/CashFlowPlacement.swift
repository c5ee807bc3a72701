/// Cash of a change of interest by which control is kept belongs to financing activities; that of losing control belongs to investing activities.
///
/// Looked for in the group's cash flows of the period: a line for the disposal of subsidiaries of the very amount of a sale by which
/// control was kept, or one for transactions with non-controlling interests of that of a loss of control.
///
/// Formula: consideration of the event = a line of the other activity, as printed.
///
/// Severity: warning.
///
/// Example: 10 % of a subsidiary sold for 40.0, control kept, under `Disposal of subsidiaries` among investing activities.
///
/// Remedy: move the line to the other of the two.
///
/// Cites: IAS 7.39, 42A.
enum CashFlowPlacement: Check {
  static let id = "cash-flow-placement"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    guard let parent = accounts.entities.parent else { return [] }
    func item(_ id: String) -> ItemID? { accounts.catalogue.find(id: id) }
    let investing = [item("disposal-of-subsidiaries-cash"), item("acquisition-of-subsidiaries-cash")].compactMap { $0 }
    let financing = [item("proceeds-from-nci"), item("payments-to-nci")].compactMap { $0 }
    return accounts.transactions.compactMap { transaction -> Finding? in
      let event = transaction.event
      guard event.status == .completed, let amount = transaction.consideration, amount.sign != 0,
        [.sale, .purchase].contains(event.kind)
      else { return nil }
      let isKept: Bool
      switch transaction.treatment {
      case .equityTransaction: isKept = true
      case .lossOfControl: isKept = false
      case .notDeterminable: return nil
      }
      let lines = (isKept ? investing : financing).flatMap { accounts.index.series(parent, $0) }
      let misplaced = lines.first { fact in
        guard let start = fact.period.start, fact.currency == transaction.currency else { return false }
        return start <= event.date && event.date <= fact.period.end
          && (fact.value.magnitude - amount.magnitude).magnitude <= fact.interval.tolerance
      }
      guard let misplaced else { return nil }
      let display = accounts.display(of: parent)
      return Finding(
        .warning, id,
        isKept
          ? "\(line: misplaced) of \(Money(misplaced.value, display)) is the consideration of \(quoted: event.name), by which control is kept: the line belongs to financing activities"
          : "\(line: misplaced) of \(Money(misplaced.value, display)) is the consideration of \(quoted: event.name), by which control is lost: the line belongs to investing activities",
        entity: parent, item: misplaced.item, period: misplaced.period, place: misplaced.provenance.place,
        actual: misplaced.value.decimalText,
        details: ["the event stands at \(code: accounts.address(of: event.place))"], citation: Citation(isKept ? "IAS 7.42A" : "IAS 7.39"),
        remedy: isKept ? "move the line to financing activities" : "move the line to investing activities")
    }
  }
}
