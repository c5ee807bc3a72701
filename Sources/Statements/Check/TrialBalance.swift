/// Debits equal credits, for each entity and date; a ledger's entries come to nil.
///
/// Amounts to the cent are exact; amounts in whole units may be rounded, each by half a unit.
///
/// Formula: Σ debits = Σ credits, and each is what the file's own totals row says.
///
/// Severity: error; warning where rounding may explain the difference.
///
/// Example: debits of 939,185.00 and credits of 980,250.00 differ by 41,065.00.
///
/// Remedy: find the account that is missing or stands on the wrong side; a difference that halves evenly may be one of these.
///
/// Cites: IAS 1.15.
enum TrialBalance: Check {
  static let id = "trial-balance"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.ledgerTotals.flatMap { balance in [unequal(balance, accounts)].compactMap { $0 } + totals(balance, accounts) }
  }

  /// What rounding of so many figures explains at most.
  private static func tolerance(_ balance: LedgerTotals) -> Amount {
    guard balance.decimals <= 0 else { return .zero }
    return Amount(coefficient: 5 * Int128(balance.rowCount), exponent: -balance.decimals - 1) ?? .zero
  }

  private static func unequal(_ balance: LedgerTotals, _ accounts: GroupAccounts) -> Finding? {
    let difference = balance.debits - balance.credits
    guard difference.sign != 0 else { return nil }
    let tolerance = tolerance(balance)
    let display = Display.cents(balance.currency)
    let name = accounts.entities[balance.entity]
    let when: Text = balance.period.map { "\($0)" } ?? "no date"
    var details: [Text] = ["\(balance.rowCount) rows, from \(code: accounts.address(of: balance.firstPlace))"]
    if !balance.heading.isEmpty { details.append("in the columns of \(quoted: balance.heading)") }
    if let stated = balance.stated {
      details.append(
        "the file's own totals at \(code: accounts.address(of: stated.place)): debits \(Money(stated.debits, display)), credits \(Money(stated.credits, display))"
      )
    }
    if let cause = likelyCause(difference, balance, accounts) { details.append(cause) }
    return Finding(
      difference.magnitude > tolerance ? .error : .warning, id,
      "the trial balance of \(quoted: name) at \(when) does not balance: debits \(Money(balance.debits, display)), credits \(Money(balance.credits, display)), a difference of \(Money(difference, display))",
      entity: balance.entity, period: balance.period, place: balance.stated?.place ?? balance.firstPlace,
      expected: balance.credits.decimalText, actual: balance.debits.decimalText, difference: difference, tolerance: tolerance,
      details: details,
      remedy: "find the account that is missing or stands on the wrong side; a difference that halves evenly may be one of these"
    )
  }

  /// The one account whose balance is half of the difference, and so may stand on the wrong side, or all of it.
  private static func likelyCause(_ difference: Amount, _ balance: LedgerTotals, _ accounts: GroupAccounts) -> Text? {
    let display = Display.cents(balance.currency)
    let found = accounts.index.items(of: balance.entity).flatMap { accounts.index.series(balance.entity, $0) }.compactMap { fact -> Text? in
      guard fact.period.end == balance.period?.end, fact.provenance.place?.fileIndex == balance.firstPlace.fileIndex, fact.value.sign != 0
      else { return nil }
      if (fact.value + fact.value).magnitude == difference.magnitude {
        return
          "likely cause: \(line: fact) of \(Money(fact.value, display)) at \(fact.placeText(accounts)) stands on the wrong side"
      }
      if fact.value.magnitude == difference.magnitude {
        return
          "likely cause: the other side of \(line: fact) of \(Money(fact.value, display)) at \(fact.placeText(accounts)) is missing, or it is entered twice"
      }
      return nil
    }
    return found.count == 1 ? found[0] : nil
  }

  private static func totals(_ balance: LedgerTotals, _ accounts: GroupAccounts) -> [Finding] {
    guard let stated = balance.stated else { return [] }
    let tolerance = tolerance(balance)
    let display = Display.cents(balance.currency)
    let sides: [(Text, Amount, Amount)] = [("debits", stated.debits, balance.debits), ("credits", stated.credits, balance.credits)]
    return sides.compactMap { words, said, sum in
      guard (said - sum).magnitude > tolerance else { return nil }
      return Finding(
        .error, id, "the totals row gives \(words) of \(Money(said, display)), and the rows come to \(Money(sum, display))",
        entity: balance.entity, period: balance.period, place: stated.place, expected: sum.decimalText, actual: said.decimalText,
        difference: said - sum, tolerance: tolerance, remedy: "find the row that is missing, or correct the total")
    }
  }
}
