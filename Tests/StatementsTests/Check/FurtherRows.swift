@testable import Statements

/// The cases of the checks of periods, of equity, and of the group as a whole.
extension AllChecksTests {
  static let further = openings + periods + cumulative + signs + taxes + equity + group + register + rates + intragroup + ownSums

  /// Statements of Sub by name, each with its heading and rows.
  private static func files(_ statements: [(String, String, String)], entities: String = AllChecksTests.entities) -> [String: String] {
    var files = ["entities.csv": entities]
    for (name, heading, rows) in statements { files[name] = statement(heading, rows) }
    return files
  }

  private static let openings: [Row] = [
    Row(
      check: "opening-balance", says: "12 may be 12.4 a day later",
      files: files([("a.csv", "2023-12-31", "Inventories,12"), ("b.csv", "2024-01-01", "Inventories,12.4")])),
    Row(
      check: "opening-balance", says: "12 is not 12.6 a day later",
      files: files([("a.csv", "2023-12-31", "Inventories,12"), ("b.csv", "2024-01-01", "Inventories,12.6")]), severity: .error,
      address: "b.csv:4:2", difference: "0.6", tolerance: "0.55"),
    Row(
      check: "opening-balance", says: "opening equity is not the net assets of the day before",
      files: files([
        ("a.csv", "2023-12-31", "Net assets,100"), ("b.csv", "Year ended 31 December 2024", "Opening equity,102\nRevenue,7"),
      ]), severity: .error, address: "b.csv:4:2", difference: "2", tolerance: "1"),
    Row(
      check: "restated", says: "a column that says so, and one figure that moved",
      files: files([("a.csv", "2023-12-31,2023-12-31 (restated)", "Inventories,12,14\nGoodwill,5,6")]), severity: .info,
      address: "a.csv:4:3", difference: "2", tolerance: "1"),
    Row(
      check: "restated", says: "a column without another",
      files: files([("a.csv", "2022-12-31,2023-12-31 (restated)", "Inventories,12,14")])),
  ]

  private static let periods: [Row] = [
    Row(
      check: "period-gap", says: "years that follow one another",
      files: files([("a.csv", "FY2021,FY2022,FY2023", "Revenue,1,2,3")])),
    Row(
      check: "period-gap", says: "a year is missing", files: files([("a.csv", "FY2020,FY2021,FY2023", "Revenue,1,2,3")]), severity: .error,
      address: "a.csv:4:4"),
    Row(
      check: "period-gap", says: "half-years stand for the missing year",
      files: files([
        ("a.csv", "FY2020,FY2021,FY2023", "Revenue,1,2,3"),
        ("b.csv", "Six months ended 30 June 2022,Six months ended 31 December 2022", "Revenue,1,2"),
      ])),
    Row(
      check: "period-gap", says: "a quarter is missing",
      files: files([
        (
          "a.csv",
          "Three months ended 31 March 2024,Three months ended 30 September 2024,Three months ended 31 December 2024", "Revenue,1,2,3"
        )
      ]), severity: .warning, address: "a.csv:4:3"),
    Row(
      check: "period-gap", says: "the last quarter of a year is had from the year",
      files: files([
        (
          "a.csv",
          "Three months ended 30 June 2023,Three months ended 30 September 2023,Three months ended 31 March 2024", "Revenue,1,2,3"
        )
      ])),
    Row(
      check: "period-gap", says: "a year end is missing", files: files([("a.csv", "2020-12-31,2021-12-31,2023-12-31", "Net assets,1,2,3")]),
      severity: .error, address: "a.csv:4:4"),
    Row(
      check: "period-length", says: "nine months beside nine months",
      files: files([("a.csv", "Nine months ended 30 September 2023,Nine months ended 30 September 2024", "Revenue,1,2")])),
    Row(
      check: "period-length", says: "nine months beside a year",
      files: files([("a.csv", "Year ended 31 December 2023,Nine months ended 30 September 2024", "Revenue,1,2")]), severity: .info,
      address: "a.csv:4:3"),
  ]

  private static let cumulative: [Row] = [
    Row(
      check: "year-to-date", says: "90 less 60 may be 31.4",
      files: files([
        ("a.csv", "Six months ended 30 June 2024,Nine months ended 30 September 2024", "Revenue,60,90"),
        ("b.csv", "Three months ended 30 September 2024", "Revenue,31.0"),
      ])),
    Row(
      check: "year-to-date", says: "90 less 60 is not 31.1",
      files: files([
        ("a.csv", "Six months ended 30 June 2024,Nine months ended 30 September 2024", "Revenue,60,90"),
        ("b.csv", "Three months ended 30 September 2024", "Revenue,31.1"),
      ]), severity: .error, address: "b.csv:4:2", difference: "1.1", tolerance: "1.05"),
    Row(check: "quarters-sum", says: "10, 20, 30 and 40 may be 102", files: quarters(year: "102")),
    Row(
      check: "quarters-sum", says: "10, 20, 30 and 40 are not 103", files: quarters(year: "103"), severity: .error, address: "a.csv:4:6",
      difference: "3", tolerance: "2.5"),
  ]

  private static func quarters(year: String) -> [String: String] {
    let ends = ["31 March", "30 June", "30 September", "31 December"]
    let heading = ends.map { "Three months ended \($0) 2024" }.joined(separator: ",")
    return files([("a.csv", heading + ",Year ended 31 December 2024", "Revenue,10,20,30,40,\(year)")])
  }

  private static let signs: [Row] = [
    Row(check: "sign", says: "net liabilities", files: position("Total assets,10\nNet assets/(liabilities),(5)")),
    Row(
      check: "sign", says: "assets that are negative", files: position("Total assets,(10)\nNet assets/(liabilities),(5)"),
      severity: .warning,
      address: "position.csv:4:2"),
    Row(
      check: "sign", says: "costs printed without brackets in one of three years", files: costs("(60)", "70"), severity: .warning,
      address: "results.csv:5:4"),
    Row(check: "sign", says: "costs in brackets in all years", files: costs("(60)", "(70)")),
    Row(
      check: "duplicate-fact", says: "a row that stands twice", files: position("Inventories,10\nInventories,10"), severity: .warning,
      address: "position.csv:5:2", difference: "0", tolerance: "1"),
    Row(
      check: "duplicate-fact", says: "net assets and total equity, which agree", files: position("Net assets,10\nTotal equity,10")),
    Row(
      check: "duplicate-fact", says: "net assets and total equity, which do not", files: position("Net assets,10\nTotal equity,12"),
      severity: .error, address: "position.csv:5:2", difference: "2", tolerance: "1"),
    Row(check: "sign", says: "a loss said once", files: results("Net loss after tax,10")),
    Row(
      check: "sign", says: "a loss said twice", files: results("Net loss after tax,(10)"), severity: .info, address: "results.csv:4:2"),
  ]

  private static func costs(_ second: String, _ third: String) -> [String: String] {
    files([("results.csv", "FY2022,FY2023,FY2024", "Revenue,100,110,120\nCost of sales,(50),\(second),\(third)\nGross profit,50,50,50")])
  }

  private static let taxes: [Row] = [
    Row(check: "effective-tax-rate", says: "two fifths", files: results("Profit before tax,100\nIncome tax,(40)\nProfit after tax,60")),
    Row(
      check: "effective-tax-rate", says: "more than two fifths",
      files: results("Profit before tax,100\nIncome tax,(41)\nProfit after tax,59"), severity: .info, address: "results.csv:5:2"),
    Row(
      check: "effective-tax-rate", says: "more than the profit",
      files: results("Profit before tax,100\nIncome tax,(101)\nLoss after tax,(1)"), severity: .warning, address: "results.csv:5:2"),
  ]

  private static let equity: [Row] = [
    Row(check: "equity-movement", says: "100 and 10.0 may have become 110.6", files: retained("110.6")),
    Row(
      check: "equity-movement", says: "100 and 10.0 have not become 110.7", files: retained("110.7"), severity: .info,
      address: "a.csv:4:3", difference: "0.7", tolerance: "0.6"),
    Row(check: "dividends-covered", says: "all that there was", files: retained("0.0", dividends: "110")),
    Row(
      check: "dividends-covered", says: "more than there was", files: retained("0.0", dividends: "112"), severity: .warning,
      address: "b.csv:5:2", difference: "2", tolerance: "1.05"),
  ]

  private static func retained(_ closing: String, dividends: String = "") -> [String: String] {
    files([
      ("a.csv", "2023-12-31,2024-12-31", "Retained earnings,100,\(closing)"),
      ("b.csv", "Year ended 31 December 2024", "Profit after tax,10.0" + (dividends.isEmpty ? "" : "\nDividends,(\(dividends))")),
    ])
  }

  private static let group: [Row] = [
    Row(check: "year-end-apart", says: "30 September is 92 days from 31 December", files: yearEnd("30 September")),
    Row(check: "year-end-apart", says: "31 March is 90 days from 31 December", files: yearEnd("31 March")),
    Row(
      check: "year-end-apart", says: "31 August is 122 days from 31 December", files: yearEnd("31 August"), severity: .warning,
      address: "entities.csv:3:1"),
    Row(check: "outside-perimeter", says: "the day of entry", files: perimeter("2024-12-31,")),
    Row(
      check: "outside-perimeter", says: "the day before the entry", files: perimeter("2025-01-01,"), severity: .error,
      address: "position.csv:4:2"),
    Row(
      check: "outside-perimeter", says: "the day after the leaving", files: perimeter(",2024-12-30"), severity: .warning,
      address: "position.csv:4:2"),
    Row(check: "missing-statement", says: "all deliver both dates", files: delivered("2")),
    Row(
      check: "missing-statement", says: "one does not deliver the second", files: delivered(""), severity: .warning, address: "p3.csv:4:2"),
    Row(check: "cross-cast", says: "the total may be 31", files: columns(total: "31")),
    Row(
      check: "cross-cast", says: "the total is not 33", files: columns(total: "33"), severity: .error, address: "a.csv:7:4",
      difference: "3", tolerance: "1.5"),
  ]

  private static func yearEnd(_ day: String) -> [String: String] {
    [
      "entities.csv": "entity,role,year end\nParent,parent,31 December\nSub,subsidiary,\(day)\n",
      "position.csv": statement("2024-12-31", "Net assets,1"),
    ]
  }

  private static func perimeter(_ days: String) -> [String: String] {
    [
      "entities.csv": "entity,role,perimeter from,perimeter to\nParent,parent,,\nSub,subsidiary,\(days)\n",
      "position.csv": statement("2024-12-31", "Net assets,1"),
    ]
  }

  private static func delivered(_ last: String) -> [String: String] {
    var files = ["entities.csv": "entity,role\nParent,parent\nOne,subsidiary\nTwo,subsidiary\n"]
    for (number, name) in ["Parent", "One", "Two"].enumerated() {
      let second = number == 2 ? last : "2"
      files["p\(number + 1).csv"] = "entity,\(name)\ncurrency,CNY\n,2023-12-31,2024-12-31\nNet assets,1,\(second)\n"
    }
    return files
  }

  private static func columns(total: String) -> [String: String] {
    [
      "entities.csv": "entity,role\nAll,parent\nOne,subsidiary\nTwo,subsidiary\n",
      "a.csv": """
      currency,CNY
      ,One,Two,All
      ,2024-12-31,2024-12-31,2024-12-31
      Inventories,100,20,120
      Trade receivables,100,40,140
      Goodwill,100,60,160
      Cash and cash equivalents,10,20,\(total)

      """,
    ]
  }

  private static let register: [Row] = [
    Row(
      check: "register-percent", says: "91 of 910 are 10.00 %",
      files: issue { $0.holdings = "entity,holder,shares,percent\nSub,Parent,819,90.00%\nSub,Others,91,10.00%\n" }),
    Row(
      check: "register-percent", says: "91 of 910 are not 10.01 %",
      files: issue { $0.holdings = "entity,holder,shares,percent\nSub,Parent,819,90.00%\nSub,Others,91,10.01%\n" }, severity: .error,
      address: "holdings.csv:3"),
    Row(
      check: "restated", says: "a later file gives the year as restated",
      files: [
        "entities.csv": "entity,role,functional currency\nSub,subsidiary,CNY\n",
        "a.csv": "entity,Sub\ncurrency,CNY\n,2023-12-31\nNet assets,1000\n",
        "b.csv": "entity,Sub\ncurrency,CNY\n,2024-12-31,2023-12-31 (restated)\nNet assets,1100,1010\n",
      ], severity: .info, address: "b.csv:4:3", difference: "10", tolerance: "1"),
    Row(check: "ownership-chain", says: "from the parent down", files: issue()),
    Row(
      check: "ownership-chain", says: "in a circle that is solved",
      files: issue { $0.others["more.csv"] = "entity,holder,shares\nParent,Sub,1\n" }, severity: .info, address: "more.csv:2"),
    Row(
      check: "ownership-chain", says: "in a circle that holds itself whole",
      files: issue {
        $0.holdings = "entity,holder,percent\nSub,Middle,100%\nMiddle,Sub,100%\n"
      }, severity: .error, address: "holdings.csv:2"),
    Row(
      check: "ownership-chain", says: "by contracts whose interest is not given",
      files: issue {
        $0.others["more.csv"] = "entity,holder,percent,basis\nOperator,Sub,,structured contracts\n"
        $0.others["operator.csv"] = "entity,Operator\ncurrency,CNY\n,2024-12-31\nNet assets,70\n"
      }, severity: .error, address: "more.csv:2"),
    Row(
      check: "ownership-chain", says: "by contracts, with nothing to divide",
      files: issue { $0.others["more.csv"] = "entity,holder,percent,basis\nOperator,Sub,,structured contracts\n" }, severity: .info,
      address: "more.csv:2"),
    Row(
      check: "potential-votes", says: "a note that speaks of the register", files: issue { $0.note("the register of members is updated") }),
    Row(
      check: "potential-votes", says: "a note that speaks of a put", files: issue { $0.note("the investor may put the shares back") },
      severity: .warning, address: "events.csv:2:13"),
    Row(check: "linked-disposals", says: "a year and a day apart", files: disposals(second: "2026-01-02")),
    Row(
      check: "linked-disposals", says: "a year apart, the second without control", files: disposals(second: "2026-01-01"),
      severity: .warning, address: "events.csv:3"),
  ]

  private static func disposals(second: String) -> [String: String] {
    issue { files in
      files.events = IssueGroup.event("25,,500,CNY,,yes") + "Round B,\(second),completed,Sub,issue,Newcomer,200,,500,CNY,,no\n"
    }
  }

  private static let rates: [Row] = [
    Row(check: "rate-outlier", says: "one part in a hundred", files: rates("6.06")),
    Row(check: "rate-outlier", says: "a little more", files: rates("6.07"), severity: .warning, address: "rates.csv:3:4"),
    Row(check: "rate-outlier", says: "turned round", files: rates("0.1667"), severity: .warning, address: "rates.csv:3:4"),
    Row(check: "rate-outlier", says: "a hundredfold", files: rates("600"), severity: .warning, address: "rates.csv:3:4"),
    Row(
      check: "rate-outlier", says: "two rates of one day", files: rates("6.0\n2024-01-03,USD,CNY,6.1"), severity: .error,
      address: "rates.csv:4:4"),
    Row(check: "rate-outlier", says: "a month a tenth off", files: months("6.60,closing")),
    Row(
      check: "rate-outlier", says: "a month more than a tenth off", files: months("6.73,closing"), severity: .warning,
      address: "rates.csv:4:4"),
    Row(check: "rate-outlier", says: "a currency that falls and stays there", files: months("6.73,closing", after: "6.75")),
    Row(
      check: "rate-outlier", says: "the latest of all a tenth off", files: months("6.05,closing", after: "6.74"), severity: .warning,
      address: "rates.csv:5:4"),
    Row(
      check: "rate-outlier", says: "a day a twentieth off the one before", files: months("6.05,closing\n2024-04-09,USD,CNY,6.36,spot"),
      severity: .warning, address: "rates.csv:5:4"),
    Row(
      check: "rate-outlier", says: "an average apart from the month's end", files: months("6.06,closing\n2024-03-31,USD,CNY,6.73,average")),
    Row(check: "rate-outlier", says: "a fiftieth from another use of the day", files: months("6.00,closing\n2024-03-31,USD,CNY,6.12,spot")),
    Row(
      check: "rate-outlier", says: "more than that", files: months("6.00,closing\n2024-03-31,USD,CNY,6.13,spot"), severity: .warning,
      address: "rates.csv:5:4"),
    Row(
      check: "rate-outlier", says: "one digit off beside another use of the day",
      files: months("6.00,closing\n2024-03-31,USD,CNY,7.00,spot"),
      severity: .warning, address: "rates.csv:5:4"),
    Row(check: "retained-fair-value", says: "small, and not a thousand times too small", files: kept("633")),
    Row(
      check: "retained-fair-value", says: "a little smaller", files: kept("632"), severity: .warning, address: "events.csv:2:10"),
    Row(check: "retained-fair-value", says: "as the price of the shares that were sold has it", files: kept("632", price: "2000")),
    Row(check: "reserve-missing", says: "a reserve of nil is on file", files: foreign("0")),
    Row(
      check: "reserve-missing", says: "none is", files: foreign(nil), severity: .warning, address: "position.csv:4:2"),
  ]

  private static func months(_ third: String, after: String = "6.05") -> [String: String] {
    issue {
      $0.others["rates.csv"] =
        "date,base,quote,rate,kind\n2024-01-31,USD,CNY,6.0,closing\n2024-02-29,USD,CNY,6.1,closing\n2024-03-31,USD,CNY,\(third)\n2024-04-30,USD,CNY,\(after),closing\n"
    }
  }

  /// A fifth of net assets of 1,000,000 is kept: 200,000.
  private static func kept(_ fairValue: String, price: String = "600000") -> [String: String] {
    [
      "entities.csv": entities, "holdings.csv": "entity,holder,shares\nSub,Parent,800\nSub,Others,200\n",
      "position.csv": statement("2024-12-31", "Net assets,1000000"),
      "events.csv":
        "event,date,entity,kind,to,shares,consideration,currency,control after,retained fair value\nDeal,2025-01-01,Sub,sale,Newcomer,600,\(price),CNY,no,\(fairValue)\n",
    ]
  }

  private static func foreign(_ reserve: String?) -> [String: String] {
    var files = [
      "entities.csv": entities.replacing("Sub,subsidiary,CNY", with: "Sub,subsidiary,USD"),
      "holdings.csv": "entity,holder,shares\nSub,Parent,800\nSub,Others,200\n",
      "position.csv": "entity,Sub\ncurrency,USD\n,2024-12-31\nNet assets,1000\n",
      "rates.csv": "date,base,quote,rate\n2024-12-31,USD,CNY,7\n2025-01-01,USD,CNY,7\n",
      "events.csv":
        "event,date,entity,kind,to,shares,consideration,currency\nDeal,2025-01-01,Sub,sale,Newcomer,100,900,CNY\n",
    ]
    if let reserve { files["reserve.csv"] = statement("2024-12-31", "Translation reserve,\(reserve)") }
    return files
  }

  private static func rates(_ middle: String) -> [String: String] {
    issue {
      $0.others["rates.csv"] = "date,base,quote,rate\n2024-01-02,USD,CNY,6.0\n2024-01-03,USD,CNY,\(middle)\n2024-01-04,USD,CNY,6.0\n"
    }
  }

  private static let ownSums: [Row] = [
    Row(check: "subtotal", says: "a row that is the three above it", files: rows(third: "902,341")),
    Row(
      check: "subtotal", says: "two digits exchanged in the third column", files: rows(third: "903,241"), severity: .error,
      address: "results.csv:4:4", difference: "-900", tolerance: "2"),
    Row(
      check: "subtotal", says: "out by more than rounding, and no slip explains it", files: rows(third: "902,344"), severity: .warning,
      address: "results.csv:7:4", difference: "-3", tolerance: "2"),
  ]

  private static func rows(third: String) -> [String: String] {
    files([
      (
        "results.csv", "FY2022,FY2023,FY2024",
        """
        Hosting of the northern sites,"412,345","538,117","\(third)"
        Hosting of the southern sites,"208,454","377,205","401,322"
        Hosting of the island,"33,101","41,779","48,004"
        All hosting,"653,900","957,101","1,351,667"
        """
      )
    ])
  }
}

extension IssueGroup {
  /// Gives the event a note.
  mutating func note(_ words: String) {
    let lines = events.split(separator: "\n")
    events = "\(lines[0]),note\n\(lines[1]),\(words)\n"
  }
}
