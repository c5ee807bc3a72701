/// What is converted into shares is known to be a liability or an equity instrument.
///
/// A carrying amount alone does not tell: it is then taken for an equity instrument that non-controlling interests carry. A liability
/// would come into net assets without cash.
///
/// Formula: equity: NA₁ = NA₀; liability: NA₁ = NA₀ + its carrying amount.
///
/// Severity: warning.
///
/// Example: preferred shares of 900 are converted, and the event gives `carrying amount` 900 and nothing else.
///
/// Remedy: write `equity` or `liability` into the event's `note`.
///
/// Cites: IAS 32.16-18, IFRS 9.3.3.1.
enum InstrumentAssumed: Check {
  static let id = "instrument-assumed"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.events.compactMap { event in
      guard event.kind == .conversion, case .equity(let amount, isSaid: false) = ConvertedInstrument(event, accounts) else { return nil }
      let display = Display.cents(event.currency ?? accounts.presentationCurrency)
      return Finding(
        .warning, id,
        "\(quoted: event.name) does not say whether the \(Money(amount, display)) converted are a liability or equity, and is taken for equity",
        entity: event.entity, period: .asAt(event.date), place: event.place(of: "carrying amount"), expected: "equity or liability",
        citation: Citation("IAS 32.16-18"), remedy: "write `equity` or `liability` into the event's `note`")
    }
  }
}
