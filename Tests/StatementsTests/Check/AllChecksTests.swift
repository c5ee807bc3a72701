import Testing

@testable import Statements

/// For every check a case that breaks it and one that just does not: at the edge of what rounding explains, and one digit beyond.
@Suite struct AllChecksTests {
  /// What is put in and what is to be found; `severity` is nil where the check must hold.
  struct Row: Sendable, CustomTestStringConvertible {
    let check: String
    let says: String
    let files: [String: String]
    var severity: Severity?
    var address: String?
    var difference: String?
    var tolerance: String?
    var testDescription: String { "\(check): \(says)" }
  }

  static let entities =
    "entity,role,functional currency\nParent,parent,CNY\nSub,subsidiary,CNY\nOthers,outside,\nNewcomer,outside,\n"

  /// A statement of Sub; its figures begin on line 4, in column 2.
  static func statement(_ heading: String, _ rows: String) -> String { "entity,Sub\ncurrency,CNY\n,\(heading)\n\(rows)\n" }

  static func position(_ rows: String) -> [String: String] {
    ["entities.csv": entities, "position.csv": statement("2024-12-31", rows)]
  }

  static func results(_ rows: String) -> [String: String] {
    ["entities.csv": entities, "results.csv": statement("Year ended 31 December 2024", rows)]
  }

  private static func movement(closing: String, contributions: String = "") -> [String: String] {
    [
      "entities.csv": entities, "position.csv": statement("2023-12-31,2024-12-31", "Net assets,100,\(closing)"),
      "results.csv": statement("Year ended 31 December 2024", "Profit after tax,10.0\n\(contributions)"),
    ]
  }

  private static func said(_ key: String, _ position: String, _ results: String) -> [String: String] {
    [
      "entities.csv": entities, "position.csv": "entity,Sub\ncurrency,CNY\n\(key),\(position)\n,2024-12-31\nNet assets,100\n",
      "results.csv": "entity,Sub\ncurrency,CNY\n\(key),\(results)\n,Year ended 31 December 2024\nRevenue,100\n",
    ]
  }

  /// An issue; `event` is what `IssueGroup.event` takes.
  static func issue(
    _ event: String = "25,,500,CNY,,", date: String = "2025-01-01", status: String = "completed",
    _ change: (inout IssueGroup) -> Void = { _ in }
  ) -> [String: String] {
    var files = IssueGroup()
    files.events = IssueGroup.event(event, date: date, status: status)
    change(&files)
    return files.files
  }

  /// A conversion of an instrument carried at 90, with a note.
  private static func conversion(_ note: String) -> String {
    "event,date,entity,kind,to,shares,currency,carrying amount,note\nConversion,2025-01-01,Sub,conversion,Newcomer,25,CNY,90,\(note)\n"
  }

  /// An issue on 30 June and the result of the year, with that of the half-year where `half` is `heading,label,amount`.
  private static func midYear(_ half: String) -> [String: String] {
    issue(date: "2025-06-30") { files in
      files.others["result.csv"] = "entity,Sub\ncurrency,CNY\n,Year ended 31 December 2025\nProfit after tax,120\n"
      let cells = half.split(separator: ",")
      if cells.count == 3 { files.others["half.csv"] = "entity,Sub\ncurrency,CNY\n,\(cells[0])\n\(cells[1]),\(cells[2])\n" }
    }
  }

  private static let jumps: [Row] = [
    Row(
      check: "unit-jump", says: "two of three figures grow a thousandfold",
      files: columns("100,100000", "200,200000", "300,900")),
    Row(
      check: "unit-jump", says: "a whole column is a thousand times the one before",
      files: columns("100,110000", "200,190000", "300,310000"), severity: .warning, address: "position.csv:4:3"),
    Row(
      check: "unit-jump", says: "a column in units beside one in 万元", files: columns("1100000,110", "1900000,190", "3100000,310"),
      severity: .warning, address: "position.csv:4:3"),
    Row(check: "unit-jump", says: "growth below the square root of ten of it", files: columns("100,31000", "200,62000", "300,93000")),
  ]

  private static func columns(_ inventories: String, _ goodwill: String, _ receivables: String) -> [String: String] {
    [
      "entities.csv": entities,
      "position.csv": statement(
        "2023-12-31,2024-12-31", "Goodwill,\(goodwill)\nInventories,\(inventories)\nTrade receivables,\(receivables)"),
    ]
  }

  private static let sums: [Row] = [
    Row(check: "balance", says: "100 less 40.0 may be 59.4", files: position("Total assets,100\nTotal liabilities,40.0\nNet assets,59.4")),
    Row(
      check: "balance", says: "100 less 40.0 is not 59.3", files: position("Total assets,100\nTotal liabilities,40.0\nNet assets,59.3"),
      severity: .error, address: "position.csv:6:2", difference: "-0.7", tolerance: "0.6"),
    Row(
      check: "balance", says: "both sides of 100 and 101 may be one", files: position("Total assets,100\nTotal liabilities and equity,101")),
    Row(
      check: "balance", says: "both sides of 100 and 102 are not one",
      files: position("Total assets,100\nTotal liabilities and equity,102"),
      severity: .error, address: "position.csv:5:2", difference: "2", tolerance: "1"),
    Row(
      check: "balance", says: "nothing shows it in a table of one column",
      files: position("Non-current assets,60\nCurrent assets,40\nTotal liabilities,30\nNet assets,75")),
    Row(check: "balance", says: "a part that is not on file is not taken for nil", files: position("Total assets,100\nNet assets,59")),
    Row(
      check: "footing", says: "60 and 40.0 may be 100.6", files: position("Current assets,60\nNon-current assets,40.0\nTotal assets,100.6")),
    Row(
      check: "footing", says: "60 and 40.0 are not 100.7",
      files: position("Current assets,60\nNon-current assets,40.0\nTotal assets,100.7"),
      severity: .error, address: "position.csv:6:2", difference: "0.7", tolerance: "0.6"),
    Row(
      check: "footing", says: "net assets foot from below too, at the edge",
      files: position("Total assets less current liabilities,100\nNon-current liabilities,40.0\nNet assets,59.4")),
    Row(
      check: "footing", says: "net assets foot from below too, beyond it",
      files: position("Total assets less current liabilities,100\nNon-current liabilities,40.0\nNet assets,59.3"), severity: .error,
      address: "position.csv:6:2", difference: "-0.7", tolerance: "0.6"),
    Row(
      check: "footing", says: "what the balance says is not said twice",
      files: position("Total assets,100\nTotal liabilities and equity,102")),
    Row(
      check: "tax-bridge", says: "100 less tax of 25.0 may be 75.6",
      files: results("Profit before tax,100\nIncome tax,(25.0)\nProfit after tax,75.6")),
    Row(
      check: "tax-bridge", says: "100 less tax of 25.0 is not 75.7",
      files: results("Profit before tax,100\nIncome tax,(25.0)\nProfit after tax,75.7"),
      severity: .error, address: "results.csv:6:2", difference: "0.7", tolerance: "0.6"),
    Row(
      check: "tax-bridge", says: "a profit without tax is asked about", files: results("Profit before tax,100\nProfit after tax,100"),
      severity: .warning, address: "results.csv:4:2"),
    Row(
      check: "tax-bridge", says: "a loss without tax is worth knowing", files: results("Loss before tax,100\nLoss after tax,100"),
      severity: .info,
      address: "results.csv:4:2"),
    Row(
      check: "attribution", says: "60 and 40.0 may be net assets of 100.6",
      files: position("equity-attributable-to-owners,60\nNon-controlling interests,40.0\nNet assets,100.6")),
    Row(
      check: "attribution", says: "60 and 40.0 are not net assets of 100.7",
      files: position("equity-attributable-to-owners,60\nNon-controlling interests,40.0\nNet assets,100.7"), severity: .error,
      address: "position.csv:6:2", difference: "0.7", tolerance: "0.6"),
    Row(
      check: "attribution", says: "60 and 40.0 are not a profit of 99.3",
      files: results("profit-attributable-to-owners,60\nprofit-attributable-to-nci,40.0\nProfit after tax,99.3"), severity: .error,
      address: "results.csv:6:2", difference: "-0.7", tolerance: "0.6"),
    Row(check: "roll-forward", says: "100 and 10.0 may have become 110.6", files: movement(closing: "110.6")),
    Row(
      check: "roll-forward", says: "100 and 10.0 have not become 110.7", files: movement(closing: "110.7"), severity: .warning,
      address: "position.csv:4:3", difference: "0.7", tolerance: "0.6"),
    Row(
      check: "roll-forward", says: "with contributions of 5.0 they may have become 115.6",
      files: movement(closing: "115.6", contributions: "Capital contributions,5.0")),
    Row(
      check: "roll-forward", says: "with contributions of 5.0 they have not become 115.7, and that is an error",
      files: movement(closing: "115.7", contributions: "Capital contributions,5.0"), severity: .error, address: "position.csv:4:3",
      difference: "0.7", tolerance: "0.65"),
  ]

  private static let words: [Row] = [
    Row(check: "basis-mismatch", says: "one word", files: said("basis", "combined", "combined")),
    Row(
      check: "basis-mismatch", says: "combined is not consolidated", files: said("basis", "combined", "consolidated"), severity: .warning,
      address: "results.csv:3:2"),
    Row(check: "gaap-mismatch", says: "one framework", files: said("gaap", "PRC GAAP", "CAS")),
    Row(
      check: "gaap-mismatch", says: "two frameworks in one entity", files: said("gaap", "HKFRS", "PRC GAAP"), severity: .warning,
      address: "results.csv:3:2"),
    Row(check: "gaap-mismatch", says: "HKFRS under a treatment", files: issue { $0.position = "gaap,HKFRS\n" + $0.position }),
    Row(
      check: "gaap-mismatch", says: "PRC GAAP under a treatment", files: issue { $0.position = "gaap,PRC GAAP\n" + $0.position },
      severity: .warning, address: "position.csv:1:2"),
    Row(
      check: "duplicate-fact", says: "100 and 101 may be one figure, given twice",
      files: position("Net assets,100").merging(["second.csv": statement("2024-12-31", "Net assets,101")]) { first, _ in first },
      severity: .info,
      address: "second.csv:4:2", difference: "1", tolerance: "1"),
    Row(
      check: "duplicate-fact", says: "100 and 102 are two",
      files: position("Net assets,100").merging(["second.csv": statement("2024-12-31", "Net assets,102")]) { first, _ in first },
      severity: .error,
      address: "second.csv:4:2", difference: "2", tolerance: "1"),
    Row(
      check: "duplicate-fact", says: "two dates are two figures",
      files: position("Net assets,100").merging(["second.csv": statement("2024-12-30", "Net assets,102")]) { first, _ in first }),
  ]

  private static let registers: [Row] = [
    Row(
      check: "register-total", says: "80.51 % and 19.50 % may be the whole",
      files: issue { $0.holdings = "entity,holder,percent\nSub,Parent,80.51%\nSub,Others,19.50%\n" }),
    Row(
      check: "register-total", says: "80.51 % and 19.51 % are more than the whole",
      files: issue { $0.holdings = "entity,holder,percent\nSub,Parent,80.51%\nSub,Others,19.51%\n" }, severity: .error,
      address: "holdings.csv:2"),
    Row(
      check: "register-total", says: "80.51 % alone is less than the whole",
      files: issue { $0.holdings = "entity,holder,percent\nSub,Parent,80.51%\n" }, severity: .error, address: "holdings.csv:2"),
    Row(check: "shares-missing", says: "every holder's shares are counted", files: issue()),
    Row(
      check: "shares-missing", says: "one holder has a percentage alone",
      files: issue { $0.holdings = "entity,holder,shares,percent\nSub,Parent,90,90%\nSub,Others,,10%\n" }, severity: .warning,
      address: "holdings.csv:2"),
    Row(
      check: "shares-missing", says: "the event counts none", files: issue(",,500,CNY,,yes"), severity: .warning, address: "events.csv:2:7"),
    Row(
      check: "shares-missing", says: "there is no register",
      files: issue { $0.holdings = "date,entity,holder,shares\n2025-01-02,Sub,Parent,90\n2025-01-02,Sub,Others,10\n" }, severity: .warning,
      address: "events.csv:2"),
  ]

  private static let events: [Row] = [
    Row(check: "price-times-shares", says: "91,000,000 × 0.02 are 1,820,000", files: issue("91000000,0.02,1820000,CNY,,")),
    Row(
      check: "price-times-shares", says: "and not a cent more", files: issue("91000000,0.02,1820000.01,CNY,,"), severity: .error,
      address: "events.csv:2:9", difference: "0.01", tolerance: "0"),
    Row(check: "price-times-shares", says: "a product of thousandths is paid in cents", files: issue("3,0.333,1.00,CNY,,")),
    Row(
      check: "price-times-shares", says: "thousandths do not make two cents", files: issue("3,0.333,1.02,CNY,,"), severity: .error,
      address: "events.csv:2:9", difference: "0.02", tolerance: "0"),
    Row(
      check: "rate-missing", says: "the rate of the day is there",
      files: issue("25,,500,USD,,") { $0.others["rates.csv"] = "date,base,quote,rate\n2025-01-01,USD,CNY,7.3\n" }),
    Row(
      check: "rate-missing", says: "the rate of the day is there the other way round",
      files: issue("25,,500,USD,,") { $0.others["rates.csv"] = "date,base,quote,rate\n2025-01-01,CNY,USD,0.125\n" }),
    Row(
      check: "rate-missing", says: "the rate of the day before is none",
      files: issue("25,,500,USD,,") { $0.others["rates.csv"] = "date,base,quote,rate\n2024-12-31,USD,CNY,7.3\n" }, severity: .error,
      address: "events.csv:2:10"),
    Row(
      check: "rate-missing", says: "an average is not the rate of a transaction",
      files: issue("25,,500,USD,,") { $0.others["rates.csv"] = "date,base,quote,rate,kind\n2025-01-01,USD,CNY,7.3,average\n" },
      severity: .error,
      address: "events.csv:2:10"),
    Row(
      check: "rate-missing", says: "the closing rate of the net assets is there",
      files: issue("25,,500,CNY,,") {
        $0.entities = $0.entities.replacing("Sub,subsidiary,CNY", with: "Sub,subsidiary,USD")
        $0.position = $0.position.replacing("currency,CNY", with: "currency,USD")
        $0.others["rates.csv"] = "date,base,quote,rate,kind\n2024-12-31,USD,CNY,7.3,closing\n"
      }),
    Row(
      check: "rate-missing", says: "the spot rate of the event is no closing rate of the net assets",
      files: issue("25,,500,CNY,,") {
        $0.entities = $0.entities.replacing("Sub,subsidiary,CNY", with: "Sub,subsidiary,USD")
        $0.position = $0.position.replacing("currency,CNY", with: "currency,USD")
        $0.others["rates.csv"] = "date,base,quote,rate,kind\n2025-01-01,USD,CNY,7.3,spot\n"
      }, severity: .error, address: "position.csv:4:2"),
    Row(check: "stale-net-assets", says: "those of the day before are those immediately before", files: issue()),
    Row(
      check: "stale-net-assets", says: "a week is worth knowing", files: issue(date: "2025-01-07"), severity: .info,
      address: "position.csv:4:2"),
    Row(
      check: "stale-net-assets", says: "eight days are a warning", files: issue(date: "2025-01-08"), severity: .warning,
      address: "position.csv:4:2"),
    Row(
      check: "stale-net-assets", says: "ninety-two days are a warning", files: issue(date: "2025-04-02"), severity: .warning,
      address: "position.csv:4:2"),
    Row(
      check: "stale-net-assets", says: "ninety-three days are an error", files: issue(date: "2025-04-03"), severity: .error,
      address: "position.csv:4:2"),
    Row(check: "untreated-event", says: "control is kept", files: issue("79,,500,CNY,,yes")),
    Row(check: "untreated-event", says: "only signed", files: issue("79,,500,CNY,,no", status: "signed")),
    Row(
      check: "untreated-event", says: "control is lost", files: issue("79,,500,CNY,,no"), severity: .error, address: "events.csv:2"),
    Row(
      check: "untreated-event", says: "of a kind that is not treated",
      files: issue { $0.events = $0.events.replacing(",issue,", with: ",lapse,") }, severity: .error, address: "events.csv:2"),
    Row(
      check: "register-movement", says: "the later register has the new shares",
      files: issue {
        $0.others["later.csv"] =
          "date,entity,holder,shares\n2025-12-31,Sub,Parent,90\n2025-12-31,Sub,Others,10\n2025-12-31,Sub,Newcomer,25\n"
      }),
    Row(
      check: "register-movement", says: "a share too few",
      files: issue {
        $0.others["later.csv"] =
          "date,entity,holder,shares\n2025-12-31,Sub,Parent,90\n2025-12-31,Sub,Others,10\n2025-12-31,Sub,Newcomer,24\n"
      }, severity: .error, address: "later.csv:4"),
    Row(
      check: "duplicate-event", says: "the same but for a share",
      files: issue { $0.others["more.csv"] = IssueGroup.event("24,,500,CNY,,", date: "2025-01-01", status: "completed") }),
    Row(
      check: "duplicate-event", says: "the same twice",
      files: issue { $0.others["more.csv"] = IssueGroup.event("25,,500,CNY,,", date: "2025-01-01", status: "completed") },
      severity: .error, address: "more.csv:2"),
    Row(
      check: "duplicate-event", says: "a holder twice in one register",
      files: issue { $0.others["more.csv"] = "entity,holder,shares\nSub,Others,1\n" }, severity: .error,
      address: "more.csv:2"),
    Row(check: "pending-event", says: "completed", files: issue()),
    Row(check: "pending-event", says: "signed", files: issue(status: "signed"), severity: .warning, address: "events.csv:2:3"),
    Row(check: "control-review", says: "a majority that is kept", files: issue("25,,500,CNY,,yes")),
    Row(check: "control-review", says: "just above one half, and nobody says", files: issue("79,,500,CNY,,")),
    Row(
      check: "control-review", says: "one half, and nobody says", files: issue("80,,500,CNY,,"), severity: .warning,
      address: "events.csv:2:12"),
    Row(
      check: "control-review", says: "one half, said to be kept", files: issue("80,,500,CNY,,yes"), severity: .warning,
      address: "events.csv:2:12"),
    Row(check: "control-review", says: "one half, said to be lost", files: issue("80,,500,CNY,,no")),
    Row(
      check: "control-review", says: "a majority, said to be lost", files: issue("79,,500,CNY,,no"), severity: .warning,
      address: "events.csv:2:12"),
    Row(
      check: "nci-carrying-amount", says: "10 % of 1,000 carried at what rounding explains",
      files: issue { $0.position += "Non-controlling interests,100.5\n" }),
    Row(
      check: "nci-carrying-amount", says: "10 % of 1,000 carried at 102",
      files: issue { $0.position += "Non-controlling interests,102\n" }, severity: .error, address: "position.csv:5:2", difference: "2",
      tolerance: "1.01"),
    Row(
      check: "instrument-assumed", says: "the note says that it is equity",
      files: issue { $0.events = conversion("equity instrument") }),
    Row(
      check: "instrument-assumed", says: "nothing says what is converted", files: issue { $0.events = conversion("") }, severity: .warning,
      address: "events.csv:2:8"),
    Row(
      check: "result-apportioned", says: "the half-year's result is on file",
      files: midYear("1 January 2025 to 30 June 2025,Profit after tax,70")),
    Row(
      check: "result-apportioned", says: "only the year's result is on file", files: midYear(""), severity: .warning,
      address: "result.csv:4:2"),
    Row(check: "nci-deficit", says: "net assets are used up", files: issue { $0.position = $0.position.replacing(",1000", with: ",-500") }),
    Row(
      check: "nci-deficit", says: "net liabilities are shared",
      files: issue { $0.position = $0.position.replacing(",1000", with: ",-501") },
      severity: .info, address: "events.csv:2"),
  ]

  private static let rows = sums + jumps + words + registers + events + further + newer

  @Test(arguments: rows)
  func aCheckFindsWhatBreaksItAndLetsPassWhatJustDoesNot(row: Row) throws {
    let group = CSVGroup(row.files).run()
    #expect(group.accounts.sources.allSatisfy { $0.form != nil }, "the case's files are read")
    let found = group.findings(of: row.check)
    guard let severity = row.severity else {
      #expect(found.map { group.lines(of: $0, inputs: "") }.isEmpty)
      return
    }
    try #require(found.count == 1, "\(found.map { group.lines(of: $0, inputs: "") })")
    #expect(found[0].severity == severity)
    #expect(group.address(of: found[0]) == row.address)
    #expect(found[0].difference?.decimalText == row.difference)
    #expect(found[0].tolerance?.decimalText == row.tolerance)
    #expect(found[0].citation != nil && found[0].remedy != nil, "every finding names its paragraph and how to mend it")
  }

  /// Only a defect of the program breaks these, so that the figures are changed behind its back.
  @Test func aTransactionThatDoesNotBalanceIsAnError() throws {
    var accounts = IssueGroup().run().accounts
    #expect(EquityIdentity.findings(in: accounts).isEmpty)
    let owners = try #require(accounts.transactions[0].ownersAdjustment)
    accounts.transactions[0].ownersAdjustment = owners + Amount("0.01")
    let found = EquityIdentity.findings(in: accounts)
    try #require(found.count == 1)
    #expect(found[0].severity == .error && found[0].difference == Amount("0.01") && found[0].tolerance == .zero)
    #expect(found[0].place.map(accounts.shortAddress) == "events.csv:2")
  }

  @Test func nonControllingInterestsThatAreNegativeWithoutADeficitAreAWarning() throws {
    var accounts = IssueGroup().run().accounts
    accounts.transactions[0].nciAfter = .zero
    #expect(NciDeficit.findings(in: accounts).isEmpty)
    accounts.transactions[0].nciAfter = Amount("-0.01")
    #expect(NciDeficit.findings(in: accounts).map(\.severity) == [.warning])
  }

  /// A list that grows without a case of its own for a new check does not pass.
  @Test func everyCheckHasACaseThatBreaksItAndOneThatJustDoesNot() {
    let rows = Self.rows
    let broken = Set(rows.filter { $0.severity != nil }.map(\.check)).union(["equity-identity"])
    let held = Set(rows.filter { $0.severity == nil }.map(\.check)).union(["equity-identity"])
    // Checks whose cases stand in a test file of their own.
    let elsewhere: Set<String> = [
      "trial-balance", "duplicate-rate", "translation-difference", "register-assumed", "position-of-the-day", "history-damaged",
    ]
    for check in AllChecks.list {
      #expect(broken.contains(check.id) || elsewhere.contains(check.id), "no case breaks \(check.id)")
      #expect(held.contains(check.id) || elsewhere.contains(check.id), "no case just holds for \(check.id)")
    }
    #expect(Set(AllChecks.list.map { $0.id }).count == AllChecks.list.count)
  }
}
