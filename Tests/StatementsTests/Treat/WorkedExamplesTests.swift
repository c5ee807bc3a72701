import Testing

@testable import Statements

/// Published and constructed examples of changes of ownership, to the cent, each with its source.
@Suite struct WorkedExamplesTests {
  /// A subsidiary of 100 shares by default, its figures and one event.
  struct Example: Sendable, CustomTestStringConvertible {
    let source: String
    var policy = ""
    /// `holder,shares` lines.
    var holdings = "Parent,80\nOthers,20"
    /// Lines of the position, `label,amount`.
    var position: String
    /// Cells under the header of `events.csv` from `kind` on.
    var event: String
    var others: [String: String] = [:]
    var nci: String
    var owners = ""
    var gain = "0"
    var before = ""
    var after = ""
    var testDescription: String { source }

    func run() -> Pipeline.Group {
      var files = others
      files["entities.csv"] =
        "entity,role,functional currency,nci policy\nParent,parent,CNY,\nSub,subsidiary,CNY,\(policy)\nOthers,outside,,\nBuyer,outside,,\n"
      let register = holdings.split(separator: "\n").map { "Sub,\($0)\n" }.joined()
      files["holdings.csv"] = files["holdings.csv"] ?? "entity,holder,shares\n\(register)"
      files["position.csv"] = files["position.csv"] ?? "entity,Sub\ncurrency,CNY\n,2024-12-31\n\(position)\n"
      files["events.csv"] =
        "event,date,status,entity,kind,from,to,shares,price,consideration,currency,costs,tax,carrying amount,control after,retained fair value\n"
        + event.split(separator: "\n").map { "Deal,2025-01-01,completed,Sub,\($0)\n" }.joined()
      return CSVGroup(files).run()
    }
  }

  @Test(arguments: [
    Example(
      source: "A1: Kaplan ACCA SBR, chapter 19 example 5, full goodwill", policy: "B1",
      position:
        "Net assets,23000000\nGoodwill attributable to owners of the parent,6000000\nGoodwill attributable to non-controlling interests,1000000",
      event: "sale,Parent,Buyer,10,,2000000,CNY,,,,,", nci: "3000000", owners: "-1000000", before: "0.80000000", after: "0.70000000"),
    Example(
      source: "A1 with the total of goodwill alone", policy: "B1", position: "Net assets,23000000\nGoodwill,7000000",
      event: "sale,Parent,Buyer,10,,2000000,CNY,,,,,", nci: "3000000", owners: "-1000000"),
    Example(
      source: "A1 under A", position: "Net assets,23000000\nGoodwill attributable to owners of the parent,7000000",
      event: "sale,Parent,Buyer,10,,2000000,CNY,,,,,", nci: "2300000", owners: "-300000"),
    Example(
      source: "A2: Kaplan ACCA SBR, chapter 19 example 4; NCI carried, no net assets", position: "Non-controlling interests,6000000",
      event: "purchase,Others,Parent,5,,1000000,CNY,,,,,", nci: "-1500000", owners: "500000", after: "0.85000000"),
    Example(
      source: "A3: Kaplan ACCA SBR, chapter 19 example 6, Hercule", policy: "B1", holdings: "Parent,70\nOthers,30",
      position: "Non-controlling interests,21000000", event: "purchase,Others,,5,,4000000,CNY,,,,,", nci: "-3500000", owners: "-500000"),
    Example(
      source: "A4: Kaplan CIMA F2 question 14.4", policy: "full goodwill", holdings: "Parent,90\nOthers,10",
      position: "Net assets,2500000\nGoodwill,1000000", event: "sale,,Buyer,20,,365000,CNY,,,,,", nci: "700000", owners: "-335000"),
    Example(
      source: "A4 under A", holdings: "Parent,90\nOthers,10", position: "Net assets,2500000", event: "sale,,Buyer,20,,365000,CNY,,,,,",
      nci: "500000", owners: "-135000"),
    Example(
      source: "A5: Kaplan CIMA F2 15.2", holdings: "Parent,70\nOthers,30", position: "Non-controlling interests,1400000",
      event: "purchase,Others,Parent,15,,610000,CNY,,,,,", nci: "-700000", owners: "90000"),
    Example(
      source: "A6: Kaplan CIMA F2 16.2", position: "Non-controlling interests,726000", event: "purchase,Others,Parent,15,,510000,CNY,,,,,",
      nci: "-544500", owners: "34500"),
    Example(
      source: "A7: CIMA F2, GH and XY", holdings: "Parent,70\nOthers,30", position: "Non-controlling interests,600000",
      event: "purchase,Others,Parent,20,,430000,CNY,,,,,", nci: "-400000", owners: "-30000"),
    Example(
      source: "A10: Baker, buy-back from the parent", holdings: "Parent,7500\nOthers,2500", position: "Net assets,500000",
      event: "buyback,Parent,,1000,,68000,CNY,,,,,", nci: "-5000", owners: "5000", before: "0.75000000", after: "0.72222222"),
    Example(
      source: "A12: ASC 810-10-55-4B, Case A", holdings: "Parent,10000", position: "Net assets,200000",
      event: "sale,Parent,Buyer,2000,,50000,CNY,,,,,", nci: "40000", owners: "10000"),
    Example(
      source: "A13: ASC 810-10-55-4D, Case B", holdings: "Parent,9000\nOthers,1000", position: "Net assets,300000",
      event: "issue,,Buyer,2000,,120000,CNY,,,,,", nci: "75000", owners: "45000", after: "0.75000000"),
    Example(
      source: "A14: ASC 810-10-55-4F, Case C; AOCI of NCI is 4,000 of the whole 20,000",
      position: "Net assets,240000\nTranslation reserve,20000", event: "purchase,Others,Parent,10,,30000,CNY,,,,,", nci: "-24000",
      owners: "-6000"),
    Example(
      source: "X2: rights issue, the parent takes less than its part", holdings: "Parent,800\nOthers,200", position: "Net assets,5000",
      event: "rights,,Parent,300,6,,CNY,,,,,\nrights,,Others,200,6,,CNY,,,,,", nci: "1133.33", owners: "66.67", after: "0.73333333"),
    Example(
      source: "E4: rights issue that everyone takes up moves nothing", holdings: "Parent,800\nOthers,200", position: "Net assets,5000",
      event: "rights,,Parent,400,6,,CNY,,,,,\nrights,,Others,100,6,,CNY,,,,,", nci: "600", owners: "0", after: "0.80000000"),
    Example(
      source: "E9: bonus issue", position: "Net assets,5000", event: "rights,,Parent,80,0,,CNY,,,,,\nrights,,Others,20,0,,CNY,,,,,",
      nci: "0",
      owners: "0", after: "0.80000000"),
    Example(
      source: "X3: option exercise", holdings: "Parent,1000", position: "Net assets,4000\nShare-based payment reserve,150",
      event: "exercise,,Others,100,2,,CNY,,,150,,", nci: "231.82", owners: "-31.82", after: "0.90909091"),
    Example(
      source: "X4a: equity preference shares are converted", holdings: "Parent,800\nOthers,200", position: "Net assets,4900",
      event: "conversion,,Others,250,,,CNY,,,900,,", nci: "64", owners: "-64", after: "0.64000000"),
    Example(
      source: "X4b: a liability is converted", holdings: "Parent,800\nOthers,200", position: "Net assets,4000",
      event: "conversion,,Others,250,,900,CNY,,,900,,", nci: "964", owners: "-64", after: "0.64000000"),
    Example(
      source: "X5a: the translation reserve moves with the interest", position: "Net assets,1000\nTranslation reserve,60",
      event: "sale,Parent,Buyer,20,,260,CNY,,,,,", nci: "200", owners: "60"),
    Example(
      source: "X6: dilution of a deficit", holdings: "Parent,900\nOthers,100", position: "Net assets/(liabilities),(1000)",
      event: "issue,,Buyer,250,,600,CNY,,,,,", nci: "-12", owners: "612", after: "0.72000000"),
    Example(
      source: "X7: costs and tax go to equity", holdings: "Parent,100", position: "Net assets,2000",
      event: "sale,Parent,Buyer,10,,350,CNY,14,64,,,", nci: "200", owners: "72"),
    Example(
      source: "X13: a deferred tax liability on the investment falls by 9, which equity is credited with", position: "Net assets,1000",
      event: "sale,Parent,Buyer,20,,260,CNY,,-9,,,", nci: "200", owners: "69"),
    Example(
      source: "X11 A", policy: "A", position: x11, event: "sale,,Buyer,20,,500,CNY,,,,,", nci: "300", owners: "200"),
    Example(source: "X11 B1", policy: "B1", position: x11, event: "sale,,Buyer,20,,500,CNY,,,,,", nci: "346", owners: "154"),
    Example(source: "X11 B2", policy: "B2", position: x11, event: "sale,,Buyer,20,,500,CNY,,,,,", nci: "350", owners: "150"),
    Example(source: "X11 C", policy: "C", position: x11, event: "sale,,Buyer,20,,500,CNY,,,,,", nci: "350", owners: "150"),
    Example(
      source: "E5: buy-back from NCI: 20 × 1,000 at 12 from the others, q 20/90 … 10/90", position: "Net assets,1000",
      event: "buyback,Others,,10,12,,CNY,,,,,", nci: "-102.22", owners: "-17.78", after: "0.88888889"),
  ])
  func controlIsKept(example: Example) throws {
    let group = example.run()
    let transaction = group.transaction
    #expect(group.accounts.transactions.count == 1)
    #expect(transaction.treatment == .equityTransaction, "\(group.words(transaction.reason) ?? "")")
    #expect(transaction.nciAdjustment?.decimalText == example.nci)
    #expect(transaction.ownersAdjustment?.decimalText == example.owners)
    #expect(transaction.gainOrLoss == .zero && transaction.goodwillAdjustment == .zero)
    if !example.before.isEmpty { #expect(transaction.interestBefore?.text(places: 8) == example.before) }
    if !example.after.isEmpty { #expect(transaction.interestAfter?.text(places: 8) == example.after) }
    #expect(!transaction.proofs.isEmpty && transaction.proofs.allSatisfy(\.holds))
    #expect(group.findings(of: "equity-identity").isEmpty)
  }

  private static let x11 =
    "Net assets,1500\nGoodwill attributable to owners of the parent,200\nGoodwill attributable to non-controlling interests,30"

  @Test(arguments: [
    Example(
      source: "L1: 100 %, 85 % sold for 750, the rest worth 130", holdings: "Parent,100", position: "Net assets,500",
      event: "sale,Parent,Buyer,85,,750,CNY,,,,no,130", nci: "0", gain: "380"),
    Example(
      source: "L2: Kaplan SBR, Bounce and Trampet", policy: "B1", holdings: "Parent,70\nOthers,30",
      position: "Net assets,95\nGoodwill,5\nNon-controlling interests,28.6", event: "sale,,Buyer,60,,90,CNY,,,,no,12", nci: "-28.6",
      gain: "30.6"),
    Example(
      source: "L3: Kaplan F2, Thin and Duke, everything sold", policy: "B1", holdings: "Parent,60\nOthers,40",
      position: "Net assets,12000\nGoodwill,10000\nNon-controlling interests,1600", event: "sale,,Buyer,60,,40000,CNY,,,,no,", nci: "-1600",
      gain: "19600"),
    Example(
      source: "L5: Kaplan F2, Scall and Lid, edition of 2018", policy: "B1", holdings: "Parent,90\nOthers,10",
      position: "Net assets,40\nGoodwill,3.5\nNon-controlling interests,4.5", event: "sale,,Buyer,60,,35,CNY,,,,no,15", nci: "-4.5",
      gain: "11"),
    Example(
      source: "L5, edition of 2019: NCI of 2.4", policy: "B1", holdings: "Parent,90\nOthers,10",
      position: "Net assets,40\nGoodwill,3.5\nNon-controlling interests,2.4", event: "sale,,Buyer,60,,35,CNY,,,,no,15", nci: "-2.4",
      gain: "8.9"),
    Example(
      source: "L6: BPP F2, SP and MN; the year's profit up to the day, 6 of 12 months", holdings: "Parent,750000\nOthers,250000",
      position: "", event: "sale,,Buyer,350000,,4000,CNY,,,,no,4040",
      others: [
        "position.csv": "entity,Sub\ncurrency,CNY\n,2024-06-30\nNet assets,8500\nGoodwill attributable to owners of the parent,1000\n",
        "result.csv": "entity,Sub\ncurrency,CNY\n,Year ended 30 June 2025\nProfit after tax,800\n",
      ], nci: "-2225", gain: "365"),
    Example(
      source: "L7: CIMA F2, KL and PQ", holdings: "Parent,75\nOthers,25",
      position: "Net assets,1340000\nGoodwill attributable to owners of the parent,480000\nNon-controlling interests,410000",
      event: "sale,,Buyer,75,,2000000,CNY,,,,no,", nci: "-410000", gain: "590000"),
    Example(
      source: "L9: Pengai 20-F 2019, Baotou, the consideration as published", holdings: "Parent,51\nOthers,49",
      position: "Net assets,3842\nNon-controlling interests,1932", event: "sale,,Buyer,5,,1649,CNY,,,,no,0", nci: "-1932", gain: "-261"),
    Example(
      source: "L10: Pengai 20-F 2019, Jinan", holdings: "Parent,95\nOthers,5", position: "Net assets,12882\nNon-controlling interests,654",
      event: "sale,,Buyer,95,,13450,CNY,,,,no,", nci: "-654", gain: "1222"),
    Example(
      source: "L11: Pengai 20-F 2020, Aomei; a deficit of NCI raises the loss", holdings: "Parent,51\nOthers,49",
      position: "Net assets,4986\nNon-controlling interests,(85)", event: "sale,,Buyer,51,,4880,CNY,,,,no,", nci: "85", gain: "-191"),
    Example(
      source: "L13: dilution from 90 % to 36 %", holdings: "Parent,90000\nOthers,10000",
      position: "Net assets,457000\nNon-controlling interests,17000", event: "issue,,Buyer,150000,1,,CNY,,,,no,280000", nci: "-17000",
      gain: "-160000"),
    Example(
      source: "L14: dilution to 40 %, fair value 60", holdings: "Parent,40",
      position: "Net assets,70\nGoodwill attributable to owners of the parent,20",
      event: "issue,,Buyer,60,,80,CNY,,,,no,60", nci: "0", gain: "-30"),
    Example(
      source: "L14 with the issue price as fair value", holdings: "Parent,40",
      position: "Net assets,70\nGoodwill attributable to owners of the parent,20", event: "issue,,Buyer,60,,80,CNY,,,,no,53.33", nci: "0",
      gain: "-36.67"),
    Example(
      source: "X5b: with the owners' translation reserve of 36, 60 % of the whole", holdings: "Parent,60\nOthers,40",
      position: "Net assets,1000\nGoodwill attributable to owners of the parent,100\nTranslation reserve,60",
      event: "sale,,Buyer,60,,800,CNY,,,,no,", nci: "-400", gain: "136"),
    Example(
      source: "X12: dilution to associate", holdings: "Parent,600\nOthers,400",
      position: "Net assets,1000\nGoodwill attributable to owners of the parent,150\nTranslation reserve,50",
      event: "issue,,Buyer,500,2.20,,CNY,,,,no,1200", nci: "-400", gain: "480", after: "0.40000000"),
    Example(
      source: "X12 as carried in the group's books: the owners' reserve of 30 beside NCI", holdings: "Parent,600\nOthers,400",
      position: "Net assets,1000\nGoodwill attributable to owners of the parent,150\nNon-controlling interests,400\nTranslation reserve,30",
      event: "issue,,Buyer,500,2.20,,CNY,,,,no,1200", nci: "-400", gain: "480"),
  ])
  func controlIsLost(example: Example) throws {
    let group = example.run()
    let transaction = group.transaction
    #expect(transaction.treatment == .lossOfControl, "\(group.words(transaction.reason) ?? "")")
    #expect(transaction.gainOrLoss?.decimalText == example.gain)
    #expect(transaction.nciAdjustment?.decimalText == example.nci)
    #expect(transaction.ownersAdjustment == nil, "the equity entry is refused")
    if !example.after.isEmpty { #expect(transaction.interestAfter?.text(places: 8) == example.after) }
    #expect(!transaction.proofs.isEmpty && transaction.proofs.allSatisfy(\.holds))
  }

  /// L1: of the gain of 380, 325 are of what was sold and 55 of what is kept; X12: the part of what is kept leaves the reserve out.
  @Test func theGainIsSplitByWhatIsKept() {
    let transaction = Example(
      source: "L1", holdings: "Parent,100", position: "Net assets,500", event: "sale,Parent,Buyer,85,,750,CNY,,,,no,130", nci: "0"
    ).run().transaction
    #expect(transaction.gainOnRetained == Amount("55"))
  }

  /// X10: 70 % of 1,000; 19 % for 266, then 51 % for 714. Standing alone +76 in equity and a gain of 204; as one, a gain of 280.
  @Test func twoDisposalsWithinAYearAreShownBothWays() {
    let header = "event,date,status,entity,kind,to,shares,consideration,currency,control after"
    let group = CSVGroup([
      "entities.csv": "entity,role,functional currency\nParent,parent,CNY\nSub,subsidiary,CNY\nOthers,outside,\nBuyer,outside,\n",
      "holdings.csv": "entity,holder,shares\nSub,Parent,70\nSub,Others,30\n",
      "position.csv": "entity,Sub\ncurrency,CNY\n,2024-12-31\nNet assets,1000\n",
      "events.csv": """
      \(header)
      First,2025-01-01,completed,Sub,sale,Buyer,19,266,CNY,
      Second,2025-06-30,completed,Sub,sale,Buyer,51,714,CNY,no

      """,
    ]).run()
    let transactions = group.accounts.transactions
    #expect(transactions.map(\.treatment) == [.equityTransaction, .lossOfControl])
    #expect(transactions[0].ownersAdjustment == Amount("76"))
    #expect(transactions[1].gainOrLoss == Amount("204"))
    #expect(transactions[1].gainOrLossIfLinked == Amount("280"))
  }
}
