/// The translation difference of a stretch comes to the same by both ways.
///
/// What is left when everything else is translated at its own rate is what the change of rates made of it.
///
/// Formula: closing net assets less everything else, each at its own rate = everything else times the closing rate less its own, exactly
/// before rounding and to half a cent a line after it.
///
/// Severity: error.
///
/// Example: opening 1,000 at 7.0, a profit of 100 at 7.1, closing 1,100 at 7.2: 7,920 − 7,000 − 710 = 210 = 1,000 × 0.2 + 100 × 0.1.
///
/// Remedy: this is a defect of the program: please report it with the inputs.
///
/// Cites: IAS 21.39-41.
enum TranslationDifference: EntityCheck {
  static let id = "translation-difference"

  static func findings(of entity: EntityID, in accounts: GroupAccounts) -> [Finding] {
    accounts.netAssetsTranslations(of: entity).compactMap { finding($0, accounts.presentationCurrency) }
  }

  static func finding(_ translation: NetAssetsTranslation, _ currency: Currency?) -> Finding? {
    guard let difference = translation.difference, let direct = translation.direct.flatMap({ Amount($0, roundedTo: 2) }),
      !translation.holds
    else { return nil }
    let cents = Display.cents(currency)
    let movement = translation.movement
    return Finding(
      .error, id,
      "the translation difference is \(Money(difference, cents)) as a balance but \(Money(direct, cents)) by the change of rates",
      entity: movement.entity, period: movement.period, place: movement.closing.provenance.place, expected: direct.decimalText,
      actual: difference.decimalText, difference: difference - direct, tolerance: .zero, citation: Citation("IAS 21.39-41"),
      remedy: "this is a defect of the program: please report it with the inputs")
  }
}
