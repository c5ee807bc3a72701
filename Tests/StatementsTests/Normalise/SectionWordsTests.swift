import Testing

@testable import Statements

/// Words that mean one item among assets and another among liabilities.
@Suite struct SectionWordsTests {
  @Test func theSectionSaysWhatLoansAre() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB'000,31 December 2023
      Non-current assets
      Loans,100
      Deposits,5
      Deferred tax,9
      Current assets
      Loans and advances,50
      Inventories,20
      Provisions,(2)
      Taxation,1
      Total assets,183
      Current liabilities
      Loans,40
      Notes,1
      Leases,4
      Non-current liabilities
      Bank loans,30
      Provisions,2
      Deferred tax,3
      Total liabilities,80
      Equity
      Net income,12
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        loans-receivable 2023-12-31 100000
        deposits-paid 2023-12-31 5000
        deferred-tax-assets 2023-12-31 9000
        loans-and-advances 2023-12-31 50000
        inventories 2023-12-31 20000
        inventory-allowance 2023-12-31 -2000
        tax-recoverable 2023-12-31 1000
        total-assets 2023-12-31 183000
        borrowings-current 2023-12-31 40000
        notes-payable 2023-12-31 1000
        lease-liabilities-current 2023-12-31 4000
        borrowings-non-current 2023-12-31 30000
        provisions-non-current 2023-12-31 2000
        deferred-tax-liabilities 2023-12-31 3000
        total-liabilities 2023-12-31 80000
        current-year-earnings 2023-12-31 12000
        """)
    #expect(read.doubts == [])
  }

  @Test func theSectionSaysSoInChinese() {
    let read = ReadStatement(
      """
      甲公司
      人民幣千元,2023年12月31日
      流動資產
      貸款,50
      按金,5
      衍生金融工具,4
      流動負債
      借款,40
      按金,3
      票據,2
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        loans-and-advances 2023-12-31 50000
        deposits-paid 2023-12-31 5000
        derivative-financial-assets 2023-12-31 4000
        borrowings-current 2023-12-31 40000
        deposits-payable 2023-12-31 3000
        notes-payable 2023-12-31 2000
        """)
  }

  @Test func anAccountsFileOverrulesTheSection() {
    let read = ReadStatement(
      "Alpha Ltd\nRMB,31 December 2023\nNon-current assets\nLoans,100\n", with: ["accounts.csv": "label,item\nLoans,other-assets\n"])
    #expect(read.facts == ["other-assets 2023-12-31 100"])
  }

  @Test func taxIsAnExpenseInAResult() {
    let read = ReadStatement(
      """
      Alpha Ltd
      RMB,FY2023
      Profit before tax,100
      Taxation,(20)
      Profit for the year,80
      Total assets,500
      """)
    #expect(read.facts[1] == "income-tax 2023-01-01/2023-12-31 -20")
  }

  @Test func everyRowNamesKnownItems() {
    let catalogue = LineItemCatalogue.shipped()
    for label in ["Loans", "Deposits", "Tax", "Provisions", "Notes", "Bonds", "Related parties", "其他", "按金"] {
      guard let sides = ItemBySide.sides(label, in: catalogue) else {
        Issue.record("\(label) has no sides")
        continue
      }
      for id in [sides.asset, sides.liability].compactMap({ $0 }) where id != ItemBySide.provision {
        #expect(catalogue.find(id: id) != nil, "\(label): \(id)")
      }
    }
    for (asset, liability) in ItemBySide.items {
      for id in [asset, liability].compactMap({ $0 }) where id != ItemBySide.provision { #expect(catalogue.find(id: id) != nil, "\(id)") }
    }
    for id in LedgerSide.liabilities { #expect(catalogue.find(id: id) != nil && !LedgerSide.assets.contains(id), "\(id)") }
  }

  @Test func labelsMayNameTheCompany() {
    let read = ReadStatement(
      """
      Alpha Holdings Limited
      RMB'000,FY2023
      Revenue,100
      Net income,10
      Net income attributable to Alpha Holdings Limited,8
      Net income attributable to Beta Partners LP,2
      Total assets,500
      Equity attributable to shareholders of Alpha Holdings Ltd,300
      """)
    #expect(
      read.facts.joined(separator: "\n") == """
        revenue 2023-01-01/2023-12-31 100000
        profit-after-tax 2023-01-01/2023-12-31 10000
        profit-attributable-to-owners 2023-01-01/2023-12-31 8000
        net-income-attributable-to-beta-partners-lp 2023-01-01/2023-12-31 2000
        total-assets 2023-12-31 500000
        equity-attributable-to-owners 2023-12-31 300000
        """)
  }

  @Test func labelsMayNameTheCompanyInChinese() {
    let read = ReadStatement(
      "金山云控股有限公司\n人民币千元,2023年度\n净利润,10\n归属于金山云控股有限公司股东的净利润,8\n")
    #expect(read.facts.last == "profit-attributable-to-owners 2023-01-01/2023-12-31 8000")
  }
}
