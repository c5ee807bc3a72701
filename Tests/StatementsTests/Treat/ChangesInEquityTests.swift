import Testing

@testable import Statements

@Suite struct ChangesInEquityTests {
  /// A subsidiary held at 80 % with net assets of 1,000 and, a year later, 1,300; the profit of the year is 300.
  private struct Files {
    var policy = ""
    var position = "Net assets,1000,1300\n"
    var results = ",Year ended 31 December 2025\nProfit after tax,300\n"
    var events = ""
    var others: [String: String] = [:]

    var accounts: GroupAccounts {
      var files = others
      files["entities.csv"] =
        "entity,role,functional currency,nci policy\nParent,parent,CNY,\nSub,subsidiary,CNY,\(policy)\nOthers,outside,,\nBuyer,outside,,\n"
      files["holdings.csv"] = "entity,holder,shares\nSub,Parent,80\nSub,Others,20\n"
      files["position.csv"] = "entity,Sub\ncurrency,CNY\n,2024-12-31,2025-12-31\n\(position)"
      files["results.csv"] = "entity,Sub\ncurrency,CNY\n\(results)"
      if !events.isEmpty {
        files["events.csv"] =
          "event,date,status,entity,kind,from,to,shares,consideration,currency,control after,retained fair value\n" + events
      }
      return CSVGroup(files).accounts()
    }

    func changes() throws -> ChangesInEquity {
      let accounts = accounts
      let sub = try #require(accounts.entities.find("Sub"))
      let all = AttributedChanges.all(of: sub, in: accounts, AttributedFigure.all(in: accounts).filter { $0.entity == sub })
      return try #require(all.last)
    }
  }

  @Test func withoutAChangeNCIHaveTheirPartOfTheResult() throws {
    let changes = try Files().changes()
    #expect(changes.opening.nci == Amount("200") && changes.nci(.profit) == Amount("60") && changes.closing.nci == Amount("260"))
    #expect(changes.unexplained.nci == .zero && changes.unexplained.total == .zero)
    #expect(changes.lines.map(\.interests) == [[Ratio(numerator: 1, denominator: 5)]])
  }

  @Test func whatNoFileExplainsIsNamedInEachColumn() throws {
    let changes = try Files(position: "Net assets,1000,1400\n").changes()
    #expect(
      changes.unexplained.total == Amount("100") && changes.unexplained.nci == Amount("20") && changes.unexplained.owners == Amount("80"))
  }

  @Test func dividendsAreDividedByFileOrByAnInterestThatStands() throws {
    var files = Files(position: "Net assets,1000,1200\n")
    files.results += "Dividends,(100)\n"
    #expect(try files.changes().nci(.ownersMovement) == Amount("-20"))
    files.results += "Dividends to non-controlling interests,(30)\n"
    #expect(try files.changes().nci(.ownersMovement) == Amount("-30"))
  }

  /// The interest changes within the year and no file says on which side of it the dividend was: neither column is guessed.
  @Test func aDividendInAYearWithAChangeOfInterestIsNotDivided() throws {
    var files = Files(position: "Net assets,1000,1200\n", events: "Deal,2025-07-01,completed,Sub,sale,Parent,Buyer,10,150,CNY,,\n")
    files.results += "Dividends,(100)\n"
    let changes = try files.changes()
    let dividends = try #require(changes.lines.first { $0.kind == .ownersMovement })
    #expect(dividends.nci == nil && dividends.owners == nil && dividends.total == Amount("-100"))
    #expect(changes.notes.count == 1)
    #expect(changes.unexplained.total == .zero && changes.unexplained.owners + changes.unexplained.nci == Amount("-100"))
  }

  /// 10 of 80 shares with 80 of goodwill: by B2 NCI take 10 % of net assets and an eighth of the owners' goodwill, which is not in net assets.
  @Test func goodwillHandedOverIsTakenOutOfNetAssetsAgain() throws {
    let files = Files(
      policy: "B2", position: "Net assets,1000,1300\nGoodwill attributable to owners of the parent,80,80\n",
      events: "Deal,2025-01-01,completed,Sub,sale,Parent,Buyer,10,150,CNY,,\n")
    let changes = try files.changes()
    #expect(changes.nci(.changeOfInterest) == Amount("110") && changes.nci(.outsideNetAssets) == Amount("-10"))
    #expect(changes.unexplained.nci == .zero && changes.closing.nci == Amount("390"))
  }

  @Test func aLossOfControlClosesAtNil() throws {
    let files = Files(
      position: "Net assets,1000,1300\n", results: ",Six months ended 30 June 2025\nProfit after tax,100\n",
      events: "Lost,2025-07-01,completed,Sub,sale,Parent,Buyer,60,900,CNY,no,250\n")
    let changes = try files.changes()
    #expect(changes.closing.total == .zero && changes.nci(.profit) == Amount("20") && changes.nci(.lossOfControl) == Amount("-220"))
    #expect(changes.unexplained.nci == .zero && changes.unexplained.total == .zero)
  }

  @Test func anEventThatIsNotDeterminableIsNoted() throws {
    let changes = try Files(events: "Deal,2025-07-01,completed,Sub,sale,Parent,Buyer,10,,CNY,yes,\n").changes()
    #expect(changes.notes.count == 1 && changes.lines.allSatisfy { $0.kind != .changeOfInterest })
  }

  /// 80 % of Mid, 75 % of Low below it; 10 % of Mid is sold on 1 July: Low's 4,200 of that day move by 60 % − 52.5 %, 315.
  @Test(arguments: [true, false]) func aChangeInACompanyAboveMovesThisOneToo(hasHalfYear: Bool) throws {
    let accounts = CSVGroup([
      "entities.csv": "entity,role,functional currency\nParent,parent,CNY\nMid,subsidiary,CNY\nLow,subsidiary,CNY\nOthers,outside,\n",
      "holdings.csv": "entity,holder,shares\nMid,Parent,80\nMid,Others,20\nLow,Mid,75\nLow,Others,25\n",
      "position.csv":
        "entity,Low\ncurrency,CNY\n,2024-12-31\(hasHalfYear ? ",2025-06-30" : ""),2025-12-31\nNet assets,4000\(hasHalfYear ? ",4200" : ""),4600\n",
      "results.csv": "entity,Low\ncurrency,CNY\n,Six months ended 30 June 2025,Year ended 31 December 2025\nProfit after tax,200,600\n",
      "events.csv":
        "event,date,status,entity,kind,from,to,shares,consideration,currency\nDeal,2025-07-01,completed,Mid,sale,Parent,Others,10,500,CNY\n",
    ]).accounts()
    let low = try #require(accounts.entities.find("Low"))
    let all = AttributedChanges.all(of: low, in: accounts, AttributedFigure.all(in: accounts).filter { $0.entity == low })
    let changes = try #require(all.last)
    #expect(changes.nci(.changeOfInterest) == Amount("315"), "with the position of the day before or carried forward to it")
    #expect(changes.nci(.profit) == Amount("270") && changes.unexplained.nci == .zero && changes.notes.isEmpty)
  }

  // MARK: The group

  @Test func theGroupsStatementHasOneLineForEachChangeOfOwnership() throws {
    var files = Files(events: "Deal,2025-01-01,completed,Sub,sale,Parent,Buyer,10,150,CNY,,\n")
    files.others["group.csv"] =
      "entity,Parent\ncurrency,CNY\n,2024-12-31,2025-12-31\nEquity attributable to owners of the parent,5000,5460\nNon-controlling interests,200,390\n"
    files.others["group-results.csv"] =
      "entity,Parent\ncurrency,CNY\n,Year ended 31 December 2025\nProfit after tax,500\nProfit attributable to non-controlling interests,90\n"
    let changes = try #require(ConsolidatedChanges.all(in: files.accounts).last)
    #expect(changes.lines.map(\.kind) == [.profit, .changeOfInterest])
    #expect(changes.lines.map(\.owners) == [Amount("410"), Amount("50")])
    #expect(changes.unexplained.owners == .zero && changes.unexplained.nci == .zero)
  }

  @Test func aProfitThatNoFileDividesIsNotGuessed() throws {
    var files = Files()
    files.others["group.csv"] =
      "entity,Parent\ncurrency,CNY\n,2024-12-31,2025-12-31\nNet assets,5200,5700\nNon-controlling interests,200,260\n"
    files.others["group-results.csv"] = "entity,Parent\ncurrency,CNY\n,Year ended 31 December 2025\nProfit after tax,500\n"
    let changes = try #require(ConsolidatedChanges.all(in: files.accounts).last)
    #expect(changes.lines.map(\.nci) == [nil] && changes.notes.count == 1)
    #expect(changes.unexplained.total == .zero && changes.unexplained.nci == Amount("60"))
  }

  @Test func aParentWithoutNonControllingInterestsOnFileHasNoStatement() {
    var files = Files()
    files.others["own.csv"] = "entity,Parent\ncurrency,CNY\n,2024-12-31,2025-12-31\nNet assets,5200,5700\n"
    #expect(ConsolidatedChanges.all(in: files.accounts).isEmpty)
  }

  @Test(arguments: [
    (["2023-12-31", "2024-06-30", "2024-12-31", "2025-06-30"], ["2023-12-31 2024-12-31", "2024-12-31 2025-06-30"]),
    (["2024-03-31", "2024-06-30"], ["2024-03-31 2024-06-30"]), (["2024-12-31"], []), ([], []),
  ])
  func stretchesRunFromYearEndToYearEnd(dates: [String], expected: [String]) {
    let days = dates.map { text in
      let parts = text.split(separator: "-").compactMap { Int($0) }
      return CalendarDate.day(parts[0], parts[1], parts[2])
    }
    #expect(ChangesInEquity.stretches(days, yearEnd: .yearEnd).map { "\($0.opening.isoText) \($0.closing.isoText)" } == expected)
  }

  // MARK: Casting

  /// Three parts of 0.5 each that print as 1 while their sum prints as 2: to the unit the column does not cast, to the cent it does.
  @Test func aTableThatRoundingWouldMakeWrongIsShownToTheCent() throws {
    let changes = try Files(position: "Net assets,1000.00,1001.00\n", results: ",Year ended 31 December 2025\nProfit after tax,1.00\n")
      .changes()
    #expect(Casting.holds(changes, decimals: 2))
    let odd = try Files(position: "Net assets,1002.50,1005.00\n", results: ",Year ended 31 December 2025\nProfit after tax,2.50\n")
      .changes()
    #expect(!Casting.holds(odd, decimals: 0) && Casting.holds(odd, decimals: 2))
  }
}
