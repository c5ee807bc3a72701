/// The line items on which checks and treatments rest, found once by their ids.
public struct WellKnownItems: Sendable {
  let netAssets, totalAssets, totalLiabilities, totalLiabilitiesAndEquity, ownersEquity, nonControllingInterests: ItemID
  let profitBeforeTax, incomeTax, profitAfterTax, profitToOwners, profitToNCI: ItemID
  let otherComprehensiveIncome, totalComprehensiveIncome: ItemID
  let capitalContributions, dividends, otherEquityMovements: ItemID
  let translationReserve: ItemID
  /// Accumulated items of other comprehensive income that move with an interest (IFRS 10.B94, IAS 21.48C).
  let accumulatedReserves: [ItemID]
  /// Those of them that go to profit or loss when control is lost (IFRS 10.B99).
  let recycledReserves: [ItemID]
  let totalAssetsOrNonCurrent: [ItemID]
  let shareBasedPaymentReserve: ItemID
  let openingEquity, closingEquity, cashAtBeginning, cashAtEnd, retainedEarnings: ItemID
  let goodwillToOwners, goodwillToNCI, goodwill, revenue: ItemID
  /// Profit after tax of the operations that go on; what is missing to the whole are discontinued ones.
  let profitFromContinuingOperations: ItemID
  /// What may stand between the tax charge and profit after tax, where a statement has it: results that come net of tax.
  let betweenTaxAndProfit: [ItemID]

  /// The items of a catalogue that has every one of those ids, as the shipped one does.
  init(_ catalogue: LineItemCatalogue) {
    func item(_ id: String) -> ItemID {
      guard let item = catalogue.find(id: id) else { preconditionFailure("the tables lack the line item \(id)") }
      return item
    }
    netAssets = item("net-assets")
    totalAssets = item("total-assets")
    totalLiabilities = item("total-liabilities")
    totalLiabilitiesAndEquity = item("total-liabilities-and-equity")
    ownersEquity = item("equity-attributable-to-owners")
    nonControllingInterests = item("non-controlling-interests")
    profitBeforeTax = item("profit-before-tax")
    incomeTax = item("income-tax")
    profitAfterTax = item("profit-after-tax")
    profitToOwners = item("profit-attributable-to-owners")
    profitToNCI = item("profit-attributable-to-nci")
    otherComprehensiveIncome = item("other-comprehensive-income")
    totalComprehensiveIncome = item("total-comprehensive-income")
    capitalContributions = item("capital-contributions")
    dividends = item("dividends")
    otherEquityMovements = item("other-equity-movements")
    translationReserve = item("translation-reserve")
    accumulatedReserves = ["translation-reserve", "hedging-reserve", "fair-value-reserve", "revaluation-reserve"].map(item)
    recycledReserves = ["translation-reserve", "hedging-reserve"].map(item)
    totalAssetsOrNonCurrent = [item("total-assets"), item("non-current-assets")]
    shareBasedPaymentReserve = item("share-based-payment-reserve")
    openingEquity = item("opening-equity")
    closingEquity = item("closing-equity")
    cashAtBeginning = item("cash-at-beginning")
    cashAtEnd = item("cash-at-end")
    retainedEarnings = item("retained-earnings")
    goodwillToOwners = item("goodwill-attributable-to-owners")
    goodwillToNCI = item("goodwill-attributable-to-nci")
    goodwill = item("goodwill")
    revenue = item("revenue")
    profitFromContinuingOperations = item("profit-from-continuing-operations")
    betweenTaxAndProfit = [item("share-of-results-net-of-tax"), item("profit-from-discontinued-operations")]
  }
}
