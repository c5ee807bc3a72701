import Testing

@testable import Statements

/// What a treatment starts from: positions, registers and earlier events as people write them.
@Suite struct SequencesTests {
  private static let header =
    "event,date,status,entity,kind,from,to,shares,price,consideration,currency,costs,tax,carrying amount,control after,retained fair value,note\n"

  /// A group of P, S (80 of 100 shares held), T and outsiders; `files` replace or add to its own.
  private static func group(_ events: String, _ files: [String: String] = [:]) -> Pipeline.Group {
    var all = [
      "entities.csv":
        "entity,role,functional currency,nci policy\nP,parent,CNY,\nS,subsidiary,CNY,\nT,subsidiary,CNY,\nLtd,associate,CNY,\nOthers,outside,,\n",
      "holdings.csv": "entity,holder,shares\nS,P,80\nS,Others,20\n",
      "position.csv": "entity,S\ncurrency,CNY\n,2024-12-31\nNet assets,\"1,000\"\n",
    ]
    all.merge(files) { _, new in new }
    all["events.csv"] = header + events + "\n"
    return CSVGroup(all).run()
  }

  @Test func costsOfTheFormerSubsidiaryAndTaxAreNotInTheGain() {
    let diluted = Self.group("D,2025-01-01,completed,S,issue,,Others,150,,1500,CNY,30,,,no,700,")
    #expect(diluted.transaction.gainOrLoss == Amount("-100"), "700 less 80 % of 1,000")
    let sold = Self.group("D,2025-01-01,completed,S,sale,P,Others,80,,1200,CNY,10,100,,no,0,")
    #expect(sold.transaction.gainOrLoss == Amount("390"), "1,200 less 10 less 800; tax is an expense of its own")
  }

  @Test func aLoanOfThePartlyHeldHolderIsItsOwnClaim() {
    // S, of which owners have 80 %, converts what T owes it: T from 60 to 110 of 150 shares held
    let group = Self.group(
      "D,2025-01-01,completed,T,conversion,,S,50,,,CNY,,,300,,,loan",
      [
        "holdings.csv": "entity,holder,shares\nS,P,80\nS,Others,20\nT,S,60\nT,Others,40\n",
        "position.csv": "entity,T\ncurrency,CNY\n,2024-12-31\nNet assets,\"1,000\"\n",
      ])
    let transaction = group.transaction
    #expect(transaction.cameIn == .zero)
    // 80 % × 110/150 × 1,300 less 48 % × 1,000, less 80 % of the claim of 300
    #expect(transaction.ownersAdjustment == Amount("42.67") && transaction.nciAdjustment == Amount("-42.67"))
  }

  @Test(arguments: [("Ltd", "associate"), ("P", "parent"), ("Others", "no file says")])
  func whatIsNoSubsidiaryIsRefused(entity: String, word: String) {
    let transaction = Self.group(
      "D,2025-01-01,completed,\(entity),sale,P,Others,10,,150,CNY,,,,,,",
      ["position.csv": "entity,\(entity)\ncurrency,CNY\n,2024-12-31\nNet assets,\"1,000\"\n"]
    ).transaction
    #expect(transaction.treatment == .notDeterminable)
    #expect(Pipeline.Group.words(of: transaction.reason)?.contains(word) == true)
  }

  @Test func anEventAfterControlWasLostIsRefused() {
    let transactions = Self.group(
      "L,2025-01-01,completed,S,sale,P,Others,50,,600,CNY,,,,no,300,\nD,2025-01-20,completed,S,sale,P,Others,10,,150,CNY,,,,,,"
    ).accounts.transactions
    #expect(transactions.map(\.treatment) == [.lossOfControl, .notDeterminable])
    #expect(Pipeline.Group.words(of: transactions[1].reason)?.contains("lost") == true)
  }

  /// L6 as its source words it: net assets at 1 July, the year from 1 July.
  @Test(arguments: ["2012-07-01", "2012-06-30"])
  func aPositionThatOpensTheYearIsCarriedForwardFromItsOwnDay(date: String) {
    let transaction = Self.group(
      "D,2012-12-31,completed,S,sale,P,Others,35,,4000,CNY,,,,no,4040,",
      [
        "entities.csv": "entity,role,functional currency,year end\nP,parent,CNY,30 June\nS,subsidiary,CNY,30 June\nOthers,outside,,\n",
        "holdings.csv": "entity,holder,shares\nS,P,75\nS,Others,25\n",
        "position.csv": "entity,S\ncurrency,CNY\n,\(date)\nNet assets,8500\nGoodwill attributable to owners,1000.0\n",
        "result.csv": "entity,S\ncurrency,CNY\n,Year ended 30 June 2013\nProfit after tax,800\n",
      ]
    ).transaction
    #expect(transaction.netAssetsBefore == Amount("8900") && transaction.gainOrLoss == Amount("365"))
  }

  /// NCI of 200 earn 20 % of January's 30, double with the sale, and earn 40 % of the 60 after it.
  @Test func nonControllingInterestsAreCarriedThroughResultsAndEvents() {
    let transactions = Self.group(
      "a,2025-02-01,completed,S,sale,P,Others,20,,250,CNY,,,,,,\nb,2025-04-01,completed,S,sale,P,Others,5,,100,CNY,,,,,,",
      [
        "position.csv": "entity,S\ncurrency,CNY\n,2024-12-31\nNet assets,\"1,000\"\nNon-controlling interests,200\n",
        "result.csv": "entity,S\ncurrency,CNY\n,Three months ended 31 March 2025\nProfit after tax,90\n",
      ]
    ).accounts.transactions
    #expect(transactions[0].nciBefore == Amount("206") && transactions[0].nciAfter == Amount("412"))
    #expect(transactions[1].nciBefore == Amount("436") && transactions[1].nciPlace != nil)
  }

  /// The owners' reserve of 48 beside NCI has lost 12 by the first sale when control goes.
  @Test func reservesBesideNonControllingInterestsAreCarriedThroughEvents() {
    let transactions = Self.group(
      "a,2025-01-01,completed,S,sale,P,Others,20,,260,CNY,,,,,,\nb,2025-03-01,completed,S,sale,P,Others,60,,800,CNY,,,,no,0,",
      [
        "position.csv":
          "entity,S\ncurrency,CNY\n,2024-12-31\nNet assets,\"1,000\"\nNon-controlling interests,200\nTranslation reserve,48\nGoodwill attributable to owners,100\n"
      ]
    ).accounts.transactions
    #expect(transactions[1].recycled.map(\.amount) == [Amount("36")] && transactions[1].gainOrLoss == Amount("136"))
  }

  private static let contracts =
    "entity,holder,shares,percent,basis\nS,P,80,,\nS,Others,20,,\nT,S,,100%,structured contracts\n"

  @Test(arguments: ["T,Others,,100%,equity\n", "T,S,,30%,equity\nT,Others,,70%,equity\n", ""])
  func nomineesHaveNoPartOfWhatIsHeldByContract(nominees: String) throws {
    let group = Self.group(
      "D,2025-01-01,completed,S,issue,,Others,20,,600,CNY,,,,,,", ["holdings.csv": Self.contracts + nominees])
    let accounts = group.accounts
    let id = try #require(accounts.entities.find("T"))
    #expect(accounts.ownership.effectiveInterest(in: id, at: .endOf(.day(2024, 12, 31))) == Ratio(numerator: 4, denominator: 5))
    #expect(group.transaction.ownersAdjustment == Amount("266.67"), "S is not partly held below")
  }

  @Test(arguments: [
    ("deemed disposal", EquityEvent.Kind.issue), ("Share Subscription", .issue), ("認購", .issue), ("Sale of shares", .sale),
    ("Acquisition of NCI", .purchase), ("Share buy-back", .buyback), ("Bonus issue", .rights), ("vesting", .exercise),
    ("Conversion of preferred shares", .conversion), ("终止", .lapse),
  ])
  func aKindIsReadInTheWordsOfTheTrade(words: String, kind: EquityEvent.Kind) {
    #expect(Self.group("D,2025-01-01,completed,S,\(words),Others,,10,,150,CNY,,,,yes,,").accounts.events.map(\.kind) == [kind])
  }

  @Test func aCompanyWithAPartlyHeldOneBelowIsTreatedByItsOwnersEquity() {
    let holdings = ["holdings.csv": "entity,holder,shares\nS,P,80\nS,Others,20\nT,S,75\nT,Others,25\n"]
    let event = "D,2025-01-01,completed,S,sale,P,Others,10,,150,CNY,,,,,,"
    #expect(Self.group(event, holdings).transaction.treatment == .notDeterminable)
    var files = holdings
    files["position.csv"] =
      "entity,S\ncurrency,CNY\n,2024-12-31\nNet assets,\"1,000\"\nNon-controlling interests,100\nEquity attributable to owners,900\n"
    let transaction = Self.group(event, files).transaction
    #expect(transaction.nciAdjustment == Amount("90") && transaction.ownersAdjustment == Amount("60"))
  }
}

extension Pipeline.Group {
  /// A sentence as a terminal shows it.
  fileprivate static func words(of text: Text?) -> String? { text.map(TextPrinter(.plain).string) }
}
