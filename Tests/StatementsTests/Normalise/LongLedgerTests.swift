import DelimitedText
import Testing

@testable import Statements

/// A long ledger that is added up as it is read, against the same file read whole: figures, findings, evidence and reports must be the same.
@Suite struct LongLedgerTests {
  /// A group with a random ledger, clean or dirty, plain or not.
  private struct RandomLedger {
    var random: SeededGenerator
    var files: [String: String] = [:]

    init(seed: UInt64) {
      random = SeededGenerator(seed: seed)
      files["accounts.csv"] =
        "account,item\n1000-1099,cash-and-cash-equivalents\n2000-2099,trade-payables\n3000-3099,revenue\n3500,cost-of-sales\n"
      if chance(3) { files["entities.csv"] = "entity,role,functional currency\nParent,parent,HKD\nCo 1,subsidiary,USD\n" }
      files["ledger.csv"] = ledger()
    }

    mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
    mutating func pick<Value>(_ values: [Value]) -> Value { values[Int.random(in: 0..<values.count, using: &random)] }

    mutating func ledger() -> String {
      let isDirty = chance(3)
      let isItems = chance(4)
      let hasEntity = !chance(5)
      let hasCurrency = chance(2)
      let hasNote = chance(2)
      let hasScenario = chance(6)
      let lineEnd = chance(4) ? "\r\n" : "\n"
      let form = pick([0, 0, 0, 1, 2, 3])
      let months = Int.random(in: 1...5, using: &random)
      let step = pick([1, 1, 3, 12])
      let dates = (0..<months).map { month -> String in
        let last = CalendarDate(year: 2022 + month * step / 12, month: month * step % 12 + 1, day: 1)?.monthEnd
        let (year, number, day) = last?.components ?? (2022, 1, 31)
        let padded = number < 10 ? "0\(number)" : "\(number)"
        switch form {
        case 1: return "\(day)/\(padded)/\(year)"
        case 2:
          return
            "\(day) \(["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"][number - 1]) \(year)"
        case 3: return chance(40) ? "\(year)-\(padded)-15" : "\(year)-\(padded)-\(day)"
        default: return "\(year)-\(padded)-\(day)"
        }
      }
      var accounts: [(code: String, name: String, side: Int)] = [
        ("1000", "Cash", 1), ("1010", "\"Bank, main\"", 1), ("2000", "Creditors", -1), ("3000", "Sales", -1), ("3500", "Cost", 1),
        ("9999", "Suspense \"\"A\"\"", -1),
      ]
      accounts[5].name = "\"\(accounts[5].name)\""
      if chance(3) { accounts.append(("1300", "Prepayments", 1)) }
      if chance(4) { accounts.append(("8000", chance(2) ? "资本" : "Zorblax fund", -1)) }
      // Known by what ledgers call them, where the rows of all groups come to nil.
      if chance(2) { accounts.insert(("4010", pick(["Sales discounts", "Net wages control", "Deferred tax", "Sales returns"]), 1), at: 0) }
      if chance(3) { accounts.shuffle(using: &random) }
      if isItems {
        accounts = [("", "revenue", 1), ("", "cost-of-sales", -1), ("", "total-assets", 1), ("", "Net loss", 1), ("", "Zorblax", 1)]
      }
      let entities = hasEntity ? (1...Int.random(in: 1...4, using: &random)).map { "Co \($0)" } : [""]
      let isGrowing = chance(2)
      let isBalanced = !isItems && !chance(4)
      var rows: [String] = []
      for entity in entities {
        var before: [Int: Int] = [:]
        for date in dates {
          var total = 0
          for (index, account) in accounts.enumerated() {
            var cents = account.side * Int.random(in: 0...900_000, using: &random)
            if isGrowing, let old = before[index] {
              cents = chance(3) ? old : old + account.side * Int.random(in: 1...5_000, using: &random)
            }
            if chance(30) { cents = -cents }
            if isBalanced, index == accounts.count - 1, !chance(40) { cents = -total }
            before[index] = cents
            total += cents
            if isDirty ? chance(60) : chance(400) { continue }
            var cells =
              isItems ? [date, account.name, amount(cents, isDirty)] : [date, account.code, account.name, amount(cents, isDirty)]
            if hasEntity { cells.insert(isDirty && chance(60) ? "" : entity, at: 0) }
            if hasCurrency { cells.append(entity == "Co 2" && chance(2) ? "USD" : "HKD") }
            if hasScenario { cells.append(chance(9) ? "budget" : "actual") }
            if hasNote {
              cells.append(chance(30) ? pick(["seen", "\"a\nb\"", "Opening balance"].filter { $0 != "Opening balance" || chance(5) }) : "")
            }
            var row = cells.joined(separator: ",")
            if isDirty, chance(80) { row = pick(["short,row", "", "entity,date", row + ",extra", "-----,----,----,----,-----"]) }
            rows.append(row)
            if chance(isDirty ? 150 : 2_000) { rows.append(row) }
          }
        }
      }
      if chance(4) { rows.shuffle(using: &random) }
      var header = isItems ? ["date", "item", "amount"] : ["date", "account", "account name", "amount"]
      if hasEntity { header.insert("entity", at: 0) }
      if hasCurrency { header.append("currency") }
      if hasScenario { header.append("scenario") }
      if hasNote { header.append("remark") }
      var text = header.joined(separator: ",") + lineEnd + rows.joined(separator: lineEnd) + lineEnd
      if chance(6) { text = pick(["rows,balances", "rows,movements", "Group ledger", "currency,HKD", "unit,HK$'000"]) + lineEnd + text }
      if chance(8) { text = "\u{FEFF}" + text }
      if chance(8) { text.removeLast(lineEnd.count == 2 ? 1 : 1) }
      return text
    }

    mutating func amount(_ cents: Int, _ isDirty: Bool) -> String {
      let sign = cents < 0 ? "-" : ""
      let (whole, part) = (abs(cents) / 100, abs(cents) % 100)
      let plain = "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
      if isDirty, chance(40) { return pick(["n.k.", "", "n/a", "1.2.3", "12,34,5", "-", "1234567890123456789012345678901234567890"]) }
      if chance(50) { return cents < 0 ? "(\(whole).\(part < 10 ? "0" : "")\(part))" : "\"\(plain)\"" }
      if chance(60) { return "\(sign)\(whole)" }
      if chance(200) { return "\(sign)1.234" }
      return plain
    }

    var deliveries: [Delivery] {
      files.keys.sorted().map { Delivery(path: "group/\($0)", bytes: Array((files[$0] ?? "").utf8), digest: "d") }
    }
  }

  private static func run(_ ledger: RandomLedger, long: Int, threads: Int = 1, part: Int = 1 << 20) -> Pipeline.Outcome {
    Pipeline.run(["group": ledger.deliveries], Effort(longByteCount: long, threadCount: threads, partByteCount: part))
  }

  /// A ledger of what was posted: accounts again and again, days within months, opening balances or none, a reference of its own on each row.
  ///
  /// - Parameter areMonthEnds: whether all is posted on the last days of months, so that only accounts with two amounts of one day show it.
  private static func postings(seed: UInt64, areMonthEnds: Bool = false) -> RandomLedger {
    var ledger = RandomLedger(seed: seed)
    var random = SeededGenerator(seed: seed ^ 0xA5)
    func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
    let accounts = ["1000,Cash", "1010,Bank", "2000,Creditors", "3000,Sales", "3500,Cost", "9999,Suspense"]
    let hasOpening = chance(areMonthEnds ? 9 : 2)
    let isClosed = chance(8)
    let isRare = areMonthEnds && chance(3)
    let months = Int.random(in: 1...14, using: &random)
    var rows: [String] = []
    for entity in 1...Int.random(in: 1...3, using: &random) {
      if hasOpening, !chance(4) {
        let day = chance(2) ? "2022-01-01" : "2021-12-31"
        rows += [
          "Co \(entity),\(day),1000,Cash,500.00,HKD,Opening balance", "Co \(entity),\(day),2000,Creditors,-500.00,HKD,Opening balance",
        ]
      }
      for month in 0..<months {
        for _ in 0..<(isRare ? 1 : Int.random(in: 1...6, using: &random)) {
          let (year, number) = (2022 + month / 12, month % 12 + 1)
          let day = chance(9) ? 28 : Int.random(in: 1...27, using: &random)
          let last = CalendarDate(year: year, month: number, day: 1)?.monthEnd.isoText
          let date = areMonthEnds ? last ?? "" : "\(year)-\(number < 10 ? "0" : "")\(number)-\(day < 10 ? "0" : "")\(day)"
          let cents = Int.random(in: 1...90_000, using: &random)
          let pair = (accounts[Int.random(in: 0..<6, using: &random)], accounts[Int.random(in: 0..<6, using: &random)])
          let text = "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
          rows.append("Co \(entity),\(date),\(pair.0),\(text),HKD,JV \(rows.count)")
          if !chance(60) { rows.append("Co \(entity),\(date),\(pair.1),-\(text),HKD,\(chance(3) ? "brought in" : "JV \(rows.count)")") }
          if isClosed {
            rows.append("Co \(entity),\(date),3000,Sales,1.00,HKD,"); rows.append("Co \(entity),\(date),3000,Sales,-1.00,HKD,")
          }
        }
      }
    }
    if chance(5) { rows.shuffle(using: &random) }
    let title = chance(5) ? "For the two years ended 31 December 2023\n" : chance(6) ? "opening balance,nil\n" : ""
    ledger.files["ledger.csv"] = title + "entity,date,account,account name,amount,currency,remark\n" + rows.joined(separator: "\n") + "\n"
    return ledger
  }

  @Test(arguments: [false, true]) func aLongLedgerOfPostingsGivesWhatTheWholeFileGives(areMonthEnds: Bool) {
    var served = 0
    for seed in 1...150 {
      let ledger = Self.postings(seed: UInt64(seed), areMonthEnds: areMonthEnds)
      let whole = Self.run(ledger, long: .max)
      let long = Self.run(ledger, long: 200, threads: 1 + seed % 3, part: 300)
      let (expected, found) = (Self.lines(whole), Self.lines(long))
      if expected != found {
        let place = zip(expected, found).first { $0 != $1 }
        Issue.record("seed \(seed): whole \(place?.0 ?? "-") … long \(place?.1 ?? "-")\n\(ledger.files["ledger.csv"]?.prefix(1_500) ?? "")")
        continue
      }
      if long.groups[0].accounts.sources.last?.long != nil { served += 1 }
    }
    #expect(served > 100, "\(served) ledgers were added up as they were read")
  }

  @Test func theBalanceOfOneAccountThatIsNotKnownIsNamedAsOne() {
    var ledger = RandomLedger(seed: 1)
    let rows = (10...28).map { "Co,2024-06-\($0),1000,Cash,\($0),HKD\nCo,2024-06-\($0),3000,Sales,-\($0),HKD\n" }
    ledger.files["ledger.csv"] = "entity,date,account,account name,amount,currency\n" + rows.joined()
    let long = Self.run(ledger, long: 0)
    #expect(long.groups[0].accounts.sources.last?.long != nil)
    #expect(Self.lines(long) == Self.lines(Self.run(ledger, long: .max)))
    #expect(Self.lines(long).contains { $0.contains("the balance of one account is not known") })
  }

  /// Everything that a run says but the bytes of its reports; of a sum's rows the first alone.
  private static func lines(_ outcome: Pipeline.Outcome) -> [String] {
    let group = outcome.groups[0]
    let facts = group.accounts.facts.map { fact -> String in
      var fact = fact
      if case .derived(let rule, let sources) = fact.provenance {
        fact.provenance = .derived(rule: rule, sources: Places(Array(sources.all.prefix(1))))
      }
      return
        "\(fact.entity) \(fact.item) \(fact.label) \(fact.period) \(fact.value) \(fact.currency?.code ?? "-") \(fact.decimals) \(fact.basis) \(fact.scenario) \(fact.provenance) \(fact.raw)"
    }
    let sources = group.accounts.sources.map { "\($0.path) \($0.form ?? "-") \($0.evidence) \(String(describing: $0.table?.dialect))" }
    return facts + sources + group.accounts.ledgerTotals.map { "\($0)" } + group.findings.map { "\($0)" }
      + group.findings.flatMap { group.lines(of: $0, inputs: "") }
  }

  /// The reports without the lists of the lines that figures come from: a sum of a long ledger names its first row alone.
  private static func pages(_ outcome: Pipeline.Outcome) -> [String] {
    outcome.files.map { file in
      let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      return file.path + "\n" + lines.filter { !$0.hasPrefix("Sources: ") }.joined(separator: "\n")
    }
  }

  @Test func aLongLedgerGivesWhatTheWholeFileGives() {
    var served = 0
    var refused = 0
    for seed in 1...400 {
      let ledger = RandomLedger(seed: UInt64(seed))
      let whole = Self.run(ledger, long: .max)
      let long = Self.run(ledger, long: 200)
      let (expected, found) = (Self.lines(whole), Self.lines(long))
      if expected != found {
        let place = zip(expected, found).first { $0 != $1 }
        Issue.record("seed \(seed): whole \(place?.0 ?? "-") … long \(place?.1 ?? "-")\n\(ledger.files["ledger.csv"]?.prefix(1_500) ?? "")")
        continue
      }
      #expect(Self.pages(whole) == Self.pages(long), "seed \(seed)")
      if let source = long.groups[0].accounts.sources.last, source.long != nil {
        if source.form == nil { refused += 1 } else { served += 1 }
      }
    }
    #expect(served > 60, "\(served) ledgers were added up as they were read")
    #expect(refused > 20, "\(refused) ledgers were refused as they were read")
  }

  @Test func twoLabelsOfOneTotalAreNotAddedUp() {
    let rows = (1...200).map {
      "E\($0),2025-12-31,Total assets,60,HKD\nE\($0),2025-12-31,Net assets,60,HKD\nE\($0),2025-12-31,Total equity,60,HKD\n"
    }
    var ledger = RandomLedger(seed: 1)
    ledger.files = ["ledger.csv": "entity,date,item,amount,currency\n" + rows.joined()]
    let long = Self.run(ledger, long: 0)
    #expect(long.groups[0].accounts.facts.count == 400 && long.groups[0].accounts.facts.allSatisfy { $0.value == Amount(units: 60) })
    #expect(Self.lines(long) == Self.lines(Self.run(ledger, long: .max)))
  }

  @Test func theNumberOfThreadsDoesNotShow() {
    for seed in 1...60 {
      let ledger = RandomLedger(seed: UInt64(seed))
      let one = Self.run(ledger, long: 200)
      for threads in [2, 8] {
        let many = Self.run(ledger, long: 200, threads: threads, part: 64)
        #expect(one.files == many.files && Self.lines(one) == Self.lines(many), "seed \(seed)")
      }
    }
  }

  @Test func aGridOfMonthEndsIsBalancesWithAWarning() {
    var text = "entity,date,account,account name,amount\n"
    for date in ["2023-01-31", "2023-02-28", "2023-03-31"] {
      let amount = date.hasSuffix("28") ? 300 : date.hasPrefix("2023-01") ? 500 : 400
      text += "Co,\(date),1000,Cash,\(amount).00\nCo,\(date),2000,Trade payables,-\(amount).00\n"
    }
    let found = group(text)
    #expect(found.factLines.contains("Co cash-and-cash-equivalents 2023-03-31 400"))
    #expect(found.findingLines().contains("warning period-assumed 4:5"))
    // One row less, and nobody can tell.
    let holed = group(text.split(separator: "\n").filter { !$0.hasPrefix("Co,2023-02-28,2000") }.joined(separator: "\n") + "\n")
    #expect(holed.accounts.facts.isEmpty)
  }
}
