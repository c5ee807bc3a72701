import Testing

@testable import Statements

@Suite struct OwnershipHistoryTests {
  /// The interest of the owners of A in an entity at the end of a day, to eight places; nil where it cannot be known.
  private static func interest(_ holdings: String, in entity: String, on date: CalendarDate, events: String = "") throws -> String? {
    let accounts = CSVGroup([
      "entities.csv": "entity,role\nA,parent\nB,subsidiary\nC,subsidiary\nD,subsidiary\nOthers,outside\n",
      "holdings.csv": "date,entity,holder,percent,shares,basis\n\(holdings)\n",
      "events.csv": "event,date,status,entity,kind,to,shares\n\(events)\n",
    ]).run().accounts
    let id = try #require(accounts.entities.find(entity))
    return accounts.ownership.effectiveInterest(in: id, at: .endOf(date))?.text(places: 8)
  }

  @Test(
    arguments: [
      // the registers, the entity, the interest of the owners of A
      (",B,A,80%,,\n,B,Others,20%,,", "B", "0.80000000"), (",B,A,80%,,\n,C,B,75%,,", "C", "0.60000000"),
      // T3: C issues to A, so that B has 55 % of it and A 45 %: 70 % × 55 % + 45 %
      (",B,A,70%,,\n,C,B,55%,,\n,C,A,45%,,", "C", "0.83500000"),
      // 70 % × 60 % = 42 %: attribution falls below one half, control goes by the chain
      (",B,A,70%,,\n,C,B,60%,,", "C", "0.42000000"),
      // two chains meet in D
      (",B,A,50%,,\n,C,A,80%,,\n,D,B,40%,,\n,D,C,60%,,", "D", "0.68000000"),
      // counted shares; treasury shares are not in issue
      (",B,A,,600,\n,B,Others,,300,\n,B,B,,100,treasury", "B", "0.66666667"),
      // by contract alone
      (",B,A,80%,,\n,C,B,100%,,structured contracts", "C", "0.80000000"), (",B,A,80%,,\n,C,B,,,structured contracts", "C", nil),
      // a link without a register
      (",C,B,75%,,", "C", nil), (",B,A,80%,,", "A", "1.00000000"), (",B,Others,100%,,", "B", "0.00000000"),
    ] as [(String, String, String?)])
  func interestsFollowEveryChainOfHoldings(holdings: String, entity: String, interest: String?) throws {
    #expect(try Self.interest(holdings, in: entity, on: .day(2024, 12, 31)) == interest)
  }

  @Test(
    arguments: [
      ("2023-12-30", nil), ("2023-12-31", "0.80000000"), ("2024-06-29", "0.80000000"), ("2024-06-30", "0.70000000"),
      ("2099-01-01", "0.70000000"),
    ] as [(String, String?)])
  func aRegisterStandsFromItsDayUntilTheNext(day: String, interest: String?) throws {
    let holdings = "2023-12-31,B,A,80%,,\n2023-12-31,B,Others,20%,,\n2024-06-30,B,A,70%,,\n2024-06-30,B,Others,30%,,"
    let date = try #require(PeriodReader.dates(of: day).first?.date)
    #expect(try Self.interest(holdings, in: "B", on: date) == interest)
  }

  @Test(arguments: [
    ("completed", "2024-06-29", "0.90000000"), ("completed", "2024-06-30", "0.72000000"), ("completed", "2025-01-01", "0.72000000"),
    ("signed", "2025-01-01", "0.90000000"),
  ])
  func onlyACompletedIssueMovesTheRegister(status: String, day: String, interest: String) throws {
    let date = try #require(PeriodReader.dates(of: day).first?.date)
    let found = try Self.interest(
      "2023-12-31,B,A,,90,\n2023-12-31,B,Others,,10,", in: "B", on: date, events: "Round,2024-06-30,\(status),B,issue,Newcomer,25")
    #expect(found == interest)
  }

  @Test func aLaterRegisterThatHasTheNewSharesDoesNotGetThemTwice() throws {
    let holdings =
      "2023-12-31,B,A,,90,\n2023-12-31,B,Others,,10,\n2024-06-30,B,A,,90,\n2024-06-30,B,Others,,10,\n2024-06-30,B,Newcomer,,25,"
    let found = try Self.interest(holdings, in: "B", on: .day(2024, 12, 31), events: "Round,2024-06-30,completed,B,issue,Newcomer,25")
    #expect(found == "0.72000000")
  }
}
