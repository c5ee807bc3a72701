/// A figure of a statement in the presentation currency.
///
/// Units: units of the presentation currency. Sign: as the figure's own. Cites: IAS 21.38-39.
public struct TranslatedFigure: Hashable, Sendable {
  /// The figure as read.
  public let fact: Fact
  /// The rate at which it is translated.
  public let rate: Rate
  /// The exact amount.
  public let exact: Ratio
  /// The amount to the cent: rounded here, once.
  public let amount: Amount
}

/// The rate that a translation needs and that no file gives.
public struct MissingRate: Hashable, Sendable {
  /// The currency of the figure.
  public let from: Currency
  /// The currency of the reports.
  public let to: Currency
  /// The date of a position, the day of a transaction, or the period of a result.
  public let period: Period
  /// What the rate is for.
  public let kind: RateKind
}

/// What becomes of a figure in the reports' currency.
public enum Translation: Sendable {
  /// It is in that currency already, or its currency or that of the reports is not known.
  case notNeeded
  /// It is translated.
  case translated(TranslatedFigure)
  /// Its rate is missing.
  case missing(MissingRate)
  /// It is part of equity or a movement in it, a figure a share, or of a line that is not known: no rate of its date or period is its own.
  case notSingly
}

extension GroupAccounts {
  /// A figure in the presentation currency: positions at the closing rate of their date, results and cash flows at the average rate of
  /// their period. A rate for another date, or made up from others of the period, is never taken.
  public func translated(_ fact: Fact) -> Translation {
    guard let own = fact.currency, let presentation = presentationCurrency, own != presentation else { return .notNeeded }
    guard let kind = translationKind(of: fact.item) else { return .notSingly }
    guard let rate = rates.rate(from: own, to: presentation, on: fact.period.end, for: kind, start: fact.period.start) else {
      return .missing(MissingRate(from: own, to: presentation, period: fact.period, kind: kind))
    }
    let exact = fact.value.ratio * rate.rate
    guard let amount = Amount(exact, roundedTo: 2) else { return .notSingly }
    return .translated(TranslatedFigure(fact: fact, rate: rate, exact: exact, amount: amount))
  }

  /// Which rate an item takes; nil for one that has none of its own.
  func translationKind(of item: ItemID) -> RateKind? {
    switch catalogue[item].statement {
    case .position: EquityComponents.ids.contains(catalogue[item].id) ? nil : .closing
    case .income, .comprehensive, .cashFlow: catalogue[item].isInstant ? .closing : .average
    case .changes, .perShare, .unknown: nil
    }
  }

  /// The currencies from which an entity's figures are translated; none where its accounts are in the presentation currency.
  func foreignCurrencies(of entity: EntityID) -> [Currency] {
    guard let presentation = presentationCurrency, index.summary(of: entity).counted.contains(where: { $0 != presentation }) else {
      return []
    }
    let used = index.items(of: entity).flatMap { index.series(entity, $0).compactMap(\.currency) }
    return Set(used).subtracting([presentation]).sorted()
  }

  /// Whether a position on or before an event gives the translation reserve of a foreign operation in the reports' currency.
  func carriesTranslation(_ event: EquityEvent) -> Bool {
    index.series(event.entity, items.translationReserve).contains {
      $0.period.isInstant && $0.period.end <= event.date && $0.currency == presentationCurrency
    }
  }

  /// How amounts in a currency are shown: as the group's, in that currency.
  func display(in currency: Currency?) -> Display {
    Display(unit: MoneyUnit(currency: currency, exponent: display.unit.exponent), places: display.places)
  }
}

/// The parts of equity: they were translated when they arose, and stay at those rates, so that no rate of the position's date is theirs.
enum EquityComponents {
  static let ids: Set<String> = [
    "share-capital", "capital-stock", "preferred-stock", "preferred-stock-equity", "common-stock-equity", "other-equity-instruments",
    "perpetual-bonds", "capital-reserve", "additional-paid-in-capital", "share-premium", "treasury-shares",
    "accumulated-other-comprehensive-income", "special-reserve", "surplus-reserve", "general-risk-reserve",
    "undetermined-investment-losses", "retained-earnings", "opening-balance-equity", "current-year-earnings", "proposed-cash-dividend",
    "translation-reserve", "share-based-payment-reserve", "merger-reserve", "contributed-surplus", "capital-redemption-reserve",
    "revaluation-reserve", "fair-value-reserve", "hedging-reserve", "other-reserves", "other-equity-adjustments", "other-equity-interest",
    "equity-component-of-convertible-bonds", "transactions-with-nci-reserve",
  ]
}
