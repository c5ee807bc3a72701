import Testing

@testable import Statements

@Suite struct OwnershipScheduleTests {
  // MARK: Rows that a company published

  /// Aesthetic Medical International, 20-F, RMB'000: other reserve, NCI, total of each change, and the totals of the years.
  private static let published: [(year: Int, rows: [(String, Int32, Int32, Int32)], total: (Int32, Int32, Int32))] = [
    (
      2018,
      [
        ("Huizhou", 410, -590, -180), ("Chongqing", -3_820, -2_430, -6_250), ("Xiuqi", 0, 1_320, 1_320), ("Guangzhou", 681, 1_199, 1_880),
        ("Hangzhou", -350, 2_809, 2_459),
      ], (-3_079, 2_308, -771)
    ),
    (
      2019,
      [
        ("Guangzhou", -1_946, -1_062, -3_008), ("Hangzhou", -2_389, -2_517, -4_906), ("Chongqing", -867, -383, -1_250),
        ("Changsha", -539, -511, -1_050), ("Guangzhou sale", 642, 298, 940), ("Nanchang", -161, 1_111, 950), ("Yantai", 12, 488, 500),
      ], (-5_248, -2_576, -7_824)
    ),
    (2020, [("Shanghai P.", 92, -217, -125), ("Jiahong", -65, 65, 0), ("Guangzhou", 2_613, 147, 2_760)], (2_640, -5, 2_635)),
    (
      2022, [("Xiuqi", -224, -526, -750), ("Guangzhou", 2_054, -4_814, -2_760), ("GZ Xiuqi", 86, -86, 0), ("Yantai", 288, -588, -300)],
      (2_204, -6_014, -3_810)
    ),
  ]

  private static func effect(_ other: Int32, _ nci: Int32, _ total: Int32) -> OwnershipSchedule.Effect {
    OwnershipSchedule.Effect(
      otherReserve: Amount(units: other), reattributed: .zero, nci: Amount(units: nci), total: Amount(units: total))
  }

  @Test func publishedRowsCrossCastAndFoot() {
    var count = 0
    for block in Self.published {
      let rows = block.rows.map { (name: $0.0, effect: Self.effect($0.1, $0.2, $0.3)) }
      for row in rows { #expect(row.effect.crossCasts, "\(block.year) \(row.name)") }
      let total = Self.effect(block.total.0, block.total.1, block.total.2)
      #expect(total.crossCasts, "\(block.year)")
      #expect(rows.map(\.effect).reduce(.zero, +) == total, "\(block.year)")
      count += rows.count
    }
    #expect(count == 19)
  }

  @Test func aRowThatDoesNotCrossCastIsFound() {
    #expect(!Self.effect(410, -590, -181).crossCasts)
    // Columns that are swapped cross-cast all the same: a row alone does not show it (as in its notes for 2019).
    #expect(Self.effect(298, 642, 940).crossCasts)
  }

  // MARK: Which events stand where

  private static func schedule(_ events: String, holdings: String = "Sub,Parent,80\nSub,Others,20\n") -> (OwnershipSchedule, GroupAccounts)
  {
    let group = CSVGroup([
      "entities.csv": "entity,role,functional currency\nParent,parent,CNY\nSub,subsidiary,CNY\nOthers,outside,\nBuyer,outside,\n",
      "holdings.csv": "entity,holder,shares\n" + holdings,
      "position.csv": "entity,Sub\ncurrency,CNY\n,2022-12-31\nNet assets,1000\n",
      "events.csv": "event,date,status,entity,kind,from,to,shares,consideration,currency,control after,retained fair value\n" + events,
    ])
    let accounts = group.accounts()
    return (OwnershipSchedule(accounts), accounts)
  }

  @Test(arguments: [
    ("purchase,Others,Parent,10,100,CNY,,", OwnershipSchedule.Kind.acquisition),
    ("sale,Parent,Buyer,10,100,CNY,,", .disposal),
    ("issue,,Buyer,10,100,CNY,,", .deemedDisposal),
    ("buyback,Parent,,10,100,CNY,,", .deemedDisposal),
    ("buyback,Others,,10,100,CNY,,", .deemedAcquisition),
    ("issue,,Parent,10,100,CNY,,", .deemedAcquisition),
    ("purchase,Others,Parent,,100,CNY,,", .acquisition),
    ("issue,,Buyer,,100,CNY,,", .deemedDisposal),
  ])
  func anEventStandsByWhatItIsToTheOwners(cells: String, kind: OwnershipSchedule.Kind) throws {
    let (schedule, _) = Self.schedule("Deal,2023-03-01,completed,Sub,\(cells)\n")
    let entry = try #require(schedule.years.first?.kept.first)
    #expect(entry.kind == kind)
    #expect((entry.effect == nil) == cells.contains(",,100"), "without shares it is a row that is not determinable")
  }

  @Test func anIssueInProportionLeavesTheInterestAsItIs() throws {
    let (schedule, _) = Self.schedule(
      "Deal,2023-03-01,completed,Sub,rights,,Parent,80,80,CNY,,\nDeal,2023-03-01,completed,Sub,rights,,Others,20,20,CNY,,\n")
    let entry = try #require(schedule.years.first?.kept.first)
    #expect(entry.kind == .unchanged && entry.effect?.owners == .zero && entry.effect?.nci == Amount("20"))
  }

  @Test func whatIsSignedIsNotInItAndALossOfControlStandsApart() {
    let (schedule, _) = Self.schedule(
      "Signed,2023-02-01,signed,Sub,sale,Parent,Buyer,10,100,CNY,,\nLost,2023-03-01,completed,Sub,sale,Parent,Buyer,60,900,CNY,no,100\n")
    #expect(schedule.years.count == 1)
    #expect(schedule.years.first?.kept.isEmpty == true && schedule.years.first?.lost.map(\.event.name) == ["Lost"])
    #expect(schedule.signed.map(\.event.name) == ["Signed"])
  }

  @Test func eachYearStandsInOneTableBesideTheYearBefore() {
    let events = [2023, 2024, 2025, 2027].map { "Deal \($0),\($0)-03-01,completed,Sub,sale,Parent,Buyer,1,20,CNY,,\n" }.joined()
    let (schedule, accounts) = Self.schedule(events)
    let pairs = schedule.pairs(yearEnd: accounts.yearEndOfGroup)
    let shown = pairs.map { "\($0.current.year.end.components.year) \($0.comparative.year.end.components.year)" }
    #expect(shown == ["2027 2026", "2025 2024", "2023 2022"])
    #expect(pairs.map { $0.current.kept.count + $0.comparative.kept.count } == [1, 2, 1])
  }
}
