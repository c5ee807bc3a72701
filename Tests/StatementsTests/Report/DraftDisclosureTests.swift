import Testing

@testable import Statements

@Suite struct DraftDisclosureTests {
  /// The paragraph under the heading of a draft.
  private static func draft(_ cells: String, holdings: String = "Sub,Parent,80\nSub,Others,20\n", position: String = "Net assets,1000")
    -> String
  {
    let outcome = CSVGroup([
      "entities.csv": "entity,role,functional currency\nParent,parent,CNY\nSub,subsidiary,CNY\nOthers,outside,\nBuyer,outside,\n",
      "holdings.csv": "entity,holder,shares\n" + holdings,
      "position.csv": "entity,Sub\ncurrency,CNY\n,2024-12-31\n\(position)\n",
      "events.csv":
        "event,date,status,entity,kind,from,to,shares,price,consideration,currency,costs,carrying amount,control after,retained fair value\n"
        + cells.split(separator: "\n").map { "Deal,2025-01-01,\($0)\n" }.joined(),
    ]).outcome()
    let page = outcome.files.first { $0.path.hasSuffix("equity-transactions.md") }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    guard let heading = lines.firstIndex(where: { $0.hasPrefix("### Draft disclosure") }) else { return "" }
    return String(lines[heading + 2])
  }

  @Test(arguments: [
    (
      "completed,Sub,sale,Parent,Buyer,20,,260,CNY,10,,,",
      "On 1 January 2025, Parent sold 20 shares of Sub to Buyer for a consideration of RMB 260.00."
    ),
    (
      "completed,Sub,sale,Parent,Buyer,20,,260,CNY,10,,,",
      "equity attributable to owners of the parent increased by RMB 50.00, after costs and tax of RMB 10.00"
    ),
    ("completed,Sub,purchase,Others,Parent,5,,80,CNY,,,,", "Parent acquired 5 shares of Sub from Others"),
    (
      "completed,Sub,purchase,Others,Parent,5,,80,CNY,,,,",
      "decreased by RMB 50.00 (from RMB 200.00 to RMB 150.00), and equity attributable to owners of the parent decreased by RMB 30.00 (IFRS 12.18)"
    ),
    (
      "completed,Sub,issue,,Buyer,25,20,,CNY,,,,",
      "Sub issued 25 new shares to Buyer for a consideration of RMB 500.00. The Group's effective interest in Sub decreased from 80.00 % to 64.00 %."
    ),
    ("signed,Sub,issue,,Buyer,25,20,,CNY,,,,", "Sub agreed to issue 25 new shares to Buyer"),
    (
      "signed,Sub,issue,,Buyer,25,20,,CNY,,,,",
      "On completion, the Group's effective interest in Sub would decrease from 80.00 % to 64.00 %. The Group would retain control"
    ),
    (
      "completed,Sub,rights,,Parent,60,1,,CNY,,,,\ncompleted,Sub,rights,,Others,40,1,,CNY,,,,",
      "issued 100 new shares to its holders, of which 40 to holders outside the Group for a consideration of RMB 100.00, of which RMB 40.00 from or to holders outside the Group"
    ),
    ("completed,Sub,buyback,Others,,10,,120,CNY,,,,", "Sub bought back 10 shares of its own from Others"),
    (
      "completed,Sub,conversion,,Buyer,25,,900,CNY,,900,,",
      "issued 25 ordinary shares to Buyer on the conversion of instruments carried at RMB 900.00"
    ),
    (
      "completed,Sub,sale,Parent,Buyer,,,260,CNY,,,,",
      "The effect on equity attributable to owners of the parent is not determined: the number of shares that move is not given"
    ),
    (
      "completed,Sub,sale,Parent,Buyer,60,,800,CNY,,,no,250",
      "Control was lost: net assets of RMB 1,000.00 and non-controlling interests of RMB 200.00 were derecognised; the interest retained was measured at its fair value of RMB 250.00 (IFRS 10.25, B97-B99). A gain of RMB 250.00 before tax was recognised in profit or loss (IFRS 12.19). It includes a gain of RMB 50.00 due to measuring the interest retained at fair value."
    ),
    ("completed,Sub,sale,Parent,Buyer,60,,800,CNY,,,no,", "The gain or loss on the loss of control is not determined"),
    ("completed,Sub,lapse,,,,,,,,,,0", "the arrangements by which the Group controlled Sub ended"),
  ])
  func theParagraphSaysWhoDidWhatAndWhatItDid(cells: String, words: String) {
    let draft = Self.draft(cells)
    #expect(draft.hasPrefix("> On 1 January 2025, ") && draft.contains(words), "\(draft)")
  }

  @Test func aReserveThatMovesIsNamed() {
    let draft = Self.draft("completed,Sub,sale,Parent,Buyer,20,,260,CNY,,,,", position: "Net assets,1000\nTranslation reserve,60")
    #expect(
      draft.contains(
        "RMB 12.00 of the translation reserve was re-attributed to non-controlling interests (IAS 21.48C, IFRS 10.B94), and RMB 72.00 was credited to other reserve."
      ), "\(draft)")
  }

  @Test func nilIsAWord() {
    let draft = Self.draft("completed,Sub,sale,Parent,Buyer,20,,260,CNY,,,,", holdings: "Sub,Parent,100\n")
    #expect(draft.contains("(from nil to RMB 200.00)"), "\(draft)")
  }
}
