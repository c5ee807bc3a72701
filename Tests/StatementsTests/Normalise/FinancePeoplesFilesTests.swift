import Testing

@testable import Statements

/// Files as finance people save them: read right, or stopped by one question.
@Suite struct FinancePeoplesFilesTests {
  // MARK: Labels that nobody knows

  @Test func aFileOfWhichHardlyALineIsKnownIsOneWarning() {
    let read = ReadStatement("entity,Alpha\n,2023\nVarer,1\nLokaler,2\nMaskiner og udstyr,3\nTilgodehavender,4\nRevenue,5\n")
    #expect(read.intake.findings.filter { $0.severity == .warning }.map(\.check) == ["unmapped"])
    #expect(!ReadStatement("entity,Alpha\n,2023\nVarer,1\nLokaler,2\nRevenue,5\n").findings.contains { $0.contains("warning") })
  }

  @Test(arguments: [
    ("Total actif", "total-assets"), ("Chiffre d'affaires", "revenue"), ("Bilanzsumme", "total-assets"), ("Umsatzerlöse", "revenue"),
    ("Total pasivo", "total-liabilities"), ("資産合計", "total-assets"), ("純資産合計", "net-assets"), ("売上高", "revenue"), ("売上総利益", "gross-profit"),
    ("税引前当期純利益", "profit-before-tax"), ("法人税等", "income-tax"), ("当期純利益", "profit-after-tax"),
    ("親会社株主に帰属する当期純利益", "profit-attributable-to-owners"), ("非支配株主持分", "non-controlling-interests"),
  ])
  func commonCaptionsOfOtherLanguagesAreKnown(label: String, id: String) {
    let catalogue = LineItemCatalogue.shipped()
    #expect(catalogue.find(label: label).map { catalogue[$0.item].id } == id)
  }

  @Test func oneLabelUnderTwoSectionsIsTwoFigures() {
    let read = ReadStatement(
      """
      entity,Alpha
      ,31 December 2023
      Current assets,
      Prepayments,30
      Deposits with the clearing house,5
      Total current assets,35
      Non-current assets,
      Prepayments,20
      Deposits with the clearing house,6
      Total non-current assets,26
      """)
    #expect(
      read.facts.filter { $0.contains("prepayments") || $0.contains("clearing") } == [
        "prepayments 2023-12-31 30", "deposits-with-the-clearing-house 2023-12-31 5", "prepayments-non-current-assets 2023-12-31 20",
        "deposits-with-the-clearing-house-non-current-assets 2023-12-31 6",
      ])
  }

  // MARK: Signs that the sums show

  @Test(arguments: [
    ("600", "400", "150", "(20)", "230", "-20"), ("(600)", "400", "(150)", "20", "230", "-20"),
    ("(600)", "400", "(150)", "20", "270", "20"),
    ("600", "400", "150", "(20)", "270", "20"),
  ])
  func aCostPrintedAgainstTheOthersIsReadByTheSums(
    cost: String, gross: String, overheads: String, finance: String, before: String, value: String
  ) {
    let read = ReadStatement(
      """
      entity,Alpha
      ,Year ended 31 December 2023
      Revenue,1000
      Cost of sales,\(cost)
      Gross profit,\(gross)
      Administrative expenses,\(overheads)
      Selling expenses,\(overheads == "150" ? "0" : "(0)")
      Finance costs,\(finance)
      Profit before tax,\(before)
      """)
    #expect(read.facts.contains("finance-costs 2023-01-01/2023-12-31 \(value)"), "\(read.facts)")
    #expect(!read.findings.contains { $0.contains("sign warning") }, "\(read.findings)")
  }

  // MARK: Thousands parted in some cells and not in others

  @Test(arguments: [
    ("unit,GBP", "\"1,250\"", "1000", "250", "1250"),
    ("unit,GBP'000", "\"1,250\"", "1000", "250", "1250000"),
    ("unit,GBP", "\"1,250\"", "1000", "7", "1250"),
  ])
  func aNumberWithItsThousandsPartedBesideOthersIsReadWhereItIsShown(
    unit: String, assets: String, liabilities: String, net: String, value: String
  ) {
    let read = ReadStatement(
      "entity,Alpha\n\(unit)\n,31 December 2023\nTotal assets,\(assets)\nTotal liabilities,\(liabilities)\nNet assets,\(net)\n")
    #expect(read.facts.first == "total-assets 2023-12-31 \(value)", "\(read.findings)")
    #expect(read.findings.contains("4:2 separator-assumed info"))
  }

  @Test func whereNothingShowsItItIsAsked() {
    let read = ReadStatement("entity,Alpha\nunit,KWD\n,31 December 2023\nTotal assets,\"1,250\"\nTotal liabilities,1000\nNet assets,7\n")
    #expect(read.facts.isEmpty && read.doubts == ["4:2 unreadable error"])
  }

  // MARK: All of it in one run

  @Test func everyRecordThatIsTooLongAndEveryImpossibleDateIsNamed() {
    let long = ReadStatement("entity,Alpha\n,31 Dec 2023\nRevenue,1,234\nCost of sales,5\nNet assets,2,000\n")
    #expect(long.doubts == ["3:3 unreadable error", "5:3 unreadable error"])
    let dates = ReadStatement("entity,Alpha\n,31 Nov 2023,31 Sep 2022\nRevenue,1,2\n")
    #expect(dates.doubts == ["2:2 unreadable error", "2:3 unreadable error"])
  }

  // MARK: Ledgers

  @Test func aListOfBalancesTakesTheDateOfItsTitle() {
    let read = ReadStatement(
      "Trial balance as at 31.12.2023\nG/L Acct,Short Text,Crcy,Balance\n100000,Cash at bank,EUR,500.00\n160000,Trade payables,EUR,200.00-\n300000,Share capital,EUR,300.00-\n"
    )
    #expect(
      read.facts == ["cash-and-cash-equivalents 2023-12-31 500", "trade-payables 2023-12-31 200", "share-capital 2023-12-31 300"],
      "\(read.messages)")
  }

  @Test func aLedgerWhoseAccountsAreHeadingsIsOneQuestion() {
    let read = ReadStatement(
      """
      Alpha Ltd,,,
      General Ledger,,,
      Date,Transaction Type,Amount,Balance
      Checking,,,
      01/15/2023,Deposit,500.00,"1,500.00"
      Total for Checking,,$500.00,
      Sales,,,
      01/15/2023,Deposit,500.00,500.00
      Total for Sales,,$500.00,
      """)
    #expect(read.findings == ["4:1 unrecognised error"])
  }

  @Test func rowsUnderMonthsAreBalancesOrPostingsAsThoseUnderDaysAre() {
    let head = "Entity,Month,Account,Debit,Credit\n"
    let open =
      "Alpha,Jan 2012,Cash at bank,500,\nAlpha,Jan 2012,Revenue,,500\nAlpha,Feb 2012,Cash at bank,300,\nAlpha,Feb 2012,Revenue,,300\n"
    #expect(ReadStatement(head + open).findings == ["4:4 unreadable error"])
    #expect(ReadStatement("rows,movements\n" + head + open).facts.contains("revenue 2012-01-01/2012-02-29 800"))
    let steady =
      "Alpha,Jan 2012,Cash at bank,500,\nAlpha,Jan 2012,Share capital,,100\nAlpha,Jan 2012,Revenue,,400\nAlpha,Feb 2012,Cash at bank,900,\nAlpha,Feb 2012,Share capital,,100\nAlpha,Feb 2012,Revenue,,800\n"
    #expect(ReadStatement(head + steady).facts.contains("revenue 2012-01-01/2012-02-29 800"))
  }

  @Test func commonAccountsOfALedgerAreItems() {
    let read = ReadStatement(
      """
      As at 31 December 2023
      Account code,Account name,Debit,Credit
      1,Sales,,1000
      2,Sales returns,50,
      3,Discounts allowed,10,
      4,Discounts received,,5
      5,Purchases,300,
      6,Gain on disposal,,20
      7,Loss on disposal,3,
      8,Deferred tax,,12
      9,Cash at bank,674,
      """)
    let year = " 2023-01-01/2023-12-31 "
    #expect(
      read.facts == [
        "revenue" + year + "940", "purchases" + year + "-295", "gain-on-disposal-of-assets" + year + "20",
        "loss-on-disposal-of-non-current-assets" + year + "-3", "deferred-tax-liabilities 2023-12-31 12",
        "cash-and-cash-equivalents 2023-12-31 674",
      ])
  }

  // MARK: Registers

  @Test func ratesWithoutAQuoteAreThoseOfTheGroupsCurrency() {
    let rates = "日期,币种,汇率\n2023-12-31,CNY,1.10\n2023-12-31,USD,7.80\n"
    let read = ReadStatement(rates, with: ["entities.csv": "entity,role,functional currency\nParent,parent,HKD\nSub,subsidiary,CNY\n"])
    #expect(read.intake.rates.map(\.quote.code) == ["HKD", "HKD"])
    #expect(read.findings == ["2:3 unit-assumed info"])
    #expect(ReadStatement(rates).findings == ["1:0 unrecognised error"])
  }
}
