/// What becomes ordinary shares in a conversion: a liability that is extinguished, or an equity instrument that NCI carries.
///
/// A liability's carrying amount, after its last remeasurement, comes into net assets without cash (IFRS 9.3.3.1); an equity instrument
/// was in net assets all along (IAS 32.16-18, IFRS 10.B94-B95). Units: units of the event's currency.
enum ConvertedInstrument: Equatable {
  /// A liability of so much.
  case liability(Amount)
  /// An equity instrument carried in NCI at so much; `isSaid` where the file says so rather than nothing against it.
  case equity(Amount, isSaid: Bool)
  /// The event gives no carrying amount.
  case notSaid

  /// By the event's words, by a consideration that is stated for the shares, or by a liability of that very amount on file.
  init(_ event: EquityEvent, _ accounts: GroupAccounts) {
    let stated = event.statedConsideration.flatMap { $0.sign > 0 ? $0 : nil }
    guard let amount = event.carryingAmount ?? stated else {
      self = .notSaid
      return
    }
    if event.noteSays(Self.wordsOfLiability) {
      self = .liability(amount)
    } else if event.noteSays(Self.wordsOfEquity) {
      self = .equity(amount, isSaid: true)
    } else if stated != nil || Self.isLiabilityOnFile(amount, event, accounts) {
      self = .liability(amount)
    } else {
      self = .equity(amount, isSaid: false)
    }
  }

  private static let wordsOfLiability = [
    "liability", "liabilities", "debt", "loan", "loans", "bond", "bonds", "note", "notes", "redeemable", "负债", "债务", "可转债",
    "可换股债券", "借款",
  ]
  private static let wordsOfEquity = ["equity", "权益", "优先股权益"]

  /// Whether the last position before the event has a liability of exactly the carrying amount: preference shares, notes, loans.
  private static func isLiabilityOnFile(_ amount: Amount, _ event: EquityEvent, _ accounts: GroupAccounts) -> Bool {
    accounts.index.items(of: event.entity).contains { item in
      let id = accounts.catalogue[item].id
      guard ["redeemable", "convertible-bonds", "convertible-notes", "borrowings", "loans-from"].contains(where: { id.contains($0) }) else {
        return false
      }
      return accounts.index.series(event.entity, item).last { $0.period.isInstant && $0.period.end <= event.date }?.value == amount
    }
  }
}

extension EquityEvent {
  /// Whether its note has one of a few phrases, folded as labels are; Latin ones as whole words, Chinese ones anywhere.
  func noteSays(_ phrases: [String]) -> Bool {
    guard !note.isEmpty else { return false }
    let words = " " + Folding.label(note) + " "
    return phrases.contains { phrase in
      let isLatin = phrase.utf8.allSatisfy { $0 < 0x80 }
      return words.containsPhrase(isLatin ? " " + Folding.label(phrase) + " " : phrase)
    }
  }
}
