/// Where the interest in a foreign operation changes with control kept, the translation reserve that moves with it is on file.
///
/// The effect on equity is right without it; what is open is how much of it is the owners' translation reserve, which goes over to
/// non-controlling interests in proportion, and how much is another reserve.
///
/// Formula: re-attributed = the owners' translation reserve × (p₁ − p₀) ÷ p₀, which takes the reserve in the reports' currency.
///
/// Severity: warning; information for a deal that is only signed.
///
/// Example: 20 of 80 % of a subsidiary that reports in dollars is sold, and no file has the reserve of its translation.
///
/// Remedy: add the `translation reserve` of the subsidiary in the reports' currency at the date of the position; 0 where there is none.
///
/// Cites: IAS 21.48C.
enum ReserveMissing: Check {
  static let id = "reserve-missing"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.transactions.compactMap { transaction in
      let event = transaction.event
      guard transaction.treatment == .equityTransaction, let rate = transaction.netAssetsRate, let before = transaction.interestBefore,
        let after = transaction.interestAfter, before != after, !accounts.carriesTranslation(event)
      else { return nil }
      let presentation = accounts.presentationCurrency?.code ?? ""
      let position = accounts.netAssets(before: event)?.fact
      return Finding(
        event.status == .signed ? .info : .warning, id,
        "no translation reserve of \(quoted: accounts.entities[event.entity]) is on file, so what \(quoted: event.name) moves of it between owners and non-controlling interests could not be told",
        entity: event.entity, item: accounts.items.translationReserve, period: .asAt(event.date),
        place: position?.provenance.place ?? event.place, expected: "translation-reserve in \(presentation)", actual: "none",
        details: [
          "its accounts are in \(code: rate.base.code), the reports in \(code: presentation); the owners' interest goes from \(percent: before, places: 6) to \(percent: after, places: 6)",
          "the effect on owners and on non-controlling interests is right in total; all of the owners' side is shown as another reserve",
        ],
        citation: Citation("IAS 21.48C"),
        remedy:
          "add its `translation reserve` in \(code: presentation) at the date of the position, \(position?.period.end ?? event.date); 0 where there is none"
      )
    }
  }
}
