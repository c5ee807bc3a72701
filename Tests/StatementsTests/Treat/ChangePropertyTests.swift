import Testing

@testable import Statements

/// What holds for every kind of event under every policy, over ten thousand random ones: four in a row for each subsidiary.
@Suite struct ChangePropertyTests {
  /// A subsidiary with events of consecutive days, and what the formulas of IFRS 10.B96 under each policy make of each, exact.
  private struct Subsidiary {
    let name: String
    let policy: NCIPolicy
    /// In cents.
    let netAssets, goodwillOfOwners, goodwillOfNCI: Int
    let held, others: Int
    var events: [Event] = []

    init(_ name: String, using generator: inout SeededGenerator) {
      self.name = name
      policy = NCIPolicy.allCases[Int.random(in: 0..<NCIPolicy.allCases.count, using: &generator)]
      netAssets = Int.random(in: -1_000_000_000...1_000_000_000, using: &generator)
      let hasGoodwill = Int.random(in: 0...2, using: &generator) > 0
      goodwillOfOwners = hasGoodwill ? Int.random(in: 1...500_000_000, using: &generator) : 0
      goodwillOfNCI = hasGoodwill && policy != .proportionate ? Int.random(in: 0...100_000_000, using: &generator) : 0
      held = Int.random(in: 1_000...1_000_000, using: &generator)
      others = Int.random(in: 1_000...1_000_000, using: &generator)
      var state = State(self)
      for _ in 0..<4 { events.append(Event(&state, using: &generator)) }
    }
  }

  /// Shares and carrying amounts from event to event. Units: cents, exact.
  private struct State {
    let policy: NCIPolicy
    var held, others: Int
    var netAssets, goodwillOfOwners, goodwillOfNCI, nci: Ratio

    init(_ subsidiary: Subsidiary) {
      policy = subsidiary.policy
      (held, others) = (subsidiary.held, subsidiary.others)
      netAssets = Ratio(subsidiary.netAssets)
      (goodwillOfOwners, goodwillOfNCI) = (Ratio(subsidiary.goodwillOfOwners), Ratio(subsidiary.goodwillOfNCI))
      nci = .zero
      nci = ofNCI * netAssets + (policy == .proportionate ? .zero : goodwillOfNCI)
    }

    var ofOwners: Ratio { Ratio(numerator: held, denominator: held + others) }
    var ofNCI: Ratio { .one - ofOwners }
  }

  /// One event with what comes of it.
  private struct Event {
    let kind: EquityEvent.Kind
    let cells: [String]
    let cameIn: Ratio
    let interestBefore, interestAfter: Ratio
    let netAssetsBefore, netAssetsAfter: Ratio
    let nciBefore, nciAfter: Ratio

    /// A random event on `state`, which it moves on.
    init(_ state: inout State, using generator: inout SeededGenerator) {
      let kinds: [EquityEvent.Kind] = [.sale, .purchase, .issue, .rights, .buyback, .exercise, .conversion]
      kind = kinds[Int.random(in: 0..<kinds.count, using: &generator)]
      let money = Int.random(in: 1...100_000_000, using: &generator)
      let costs = kind == .conversion ? 0 : Int.random(in: 0...money / 20, using: &generator)
      interestBefore = state.ofOwners
      netAssetsBefore = state.netAssets
      var apart = Ratio.zero
      var lines: [(from: String, to: String, shares: Int, money: Int)] = []
      let divisor = Int.random(in: 2...9, using: &generator)
      func share(_ of: Int) -> Int { max(1, of / divisor) }
      switch kind {
      case .sale:
        lines = [("Parent", "Others", share(state.held), money)]
        (state.held, state.others) = (state.held - lines[0].shares, state.others + lines[0].shares)
      case .purchase:
        lines = [("Others", "Parent", share(state.others), money)]
        (state.held, state.others) = (state.held + lines[0].shares, state.others - lines[0].shares)
      case .issue, .exercise:
        lines = [("", "Others", share(state.held + state.others), money)]
        state.others += lines[0].shares
        if kind == .exercise { apart = Ratio(money / 3) }
      case .conversion:
        lines = [("", "Others", share(state.held + state.others), 0)]
        state.others += lines[0].shares
        apart = Ratio(money)
      case .rights:
        lines = [("", "Parent", share(state.held), money), ("", "Others", share(state.others), money / 2 + 1)]
        (state.held, state.others) = (state.held + lines[0].shares, state.others + lines[1].shares)
      case .buyback, .lapse:
        lines = [("Others", "", share(state.others), money)]
        state.others -= lines[0].shares
      }
      let moved = lines.reduce(0) { $0 + $1.money }
      switch kind {
      case .sale: cameIn = Ratio(money - costs)
      case .purchase: cameIn = Ratio(-money - costs)
      case .rights: cameIn = Ratio(lines[1].money - costs)
      case .buyback, .lapse: cameIn = Ratio(-money - costs)
      case .issue, .exercise, .conversion: cameIn = Ratio(moved - costs)
      }
      switch kind {
      case .sale, .purchase, .lapse: break
      case .buyback: state.netAssets = state.netAssets - Ratio(money + costs)
      case .issue, .rights, .exercise, .conversion: state.netAssets += Ratio(moved - costs)
      }
      interestAfter = state.ofOwners
      netAssetsAfter = state.netAssets
      // NCI carry by themselves what is converted or exercised, and share the rest.
      let before = (Ratio.one - interestBefore) * (netAssetsBefore - apart) + apart
      nciBefore = state.policy == .proportionate ? before : before + state.goodwillOfNCI
      let given = interestBefore - interestAfter
      var handed = Ratio.zero
      if state.policy != .proportionate {
        if given.sign < 0 {
          handed = state.goodwillOfNCI * given / (Ratio.one - interestBefore)
        } else if state.policy == .fullGoodwill, kind == .sale {
          handed = given * (state.goodwillOfOwners + state.goodwillOfNCI)
        } else {
          handed = state.goodwillOfOwners * given / interestBefore
        }
      }
      state.goodwillOfOwners = state.goodwillOfOwners - handed
      state.goodwillOfNCI += handed
      nciAfter = (Ratio.one - interestAfter) * netAssetsAfter + (state.policy == .proportionate ? .zero : state.goodwillOfNCI)
      let (word, isConversion) = (kind.rawValue, kind == .conversion)
      cells = lines.enumerated().map { number, line in
        let carrying = apart.isZero ? "" : ChangePropertyTests.text(apart)
        let costs = number == 0 ? ChangePropertyTests.text(Ratio(costs)) : ""
        let money = isConversion ? "" : ChangePropertyTests.text(Ratio(line.money))
        return "\(word),\(line.from),\(line.to),\(line.shares),\(money),CNY,\(costs),\(carrying),yes,equity"
      }
    }
  }

  private static func text(_ cents: Ratio) -> String { (cents / Ratio(100)).text(places: 2) }

  private static func group(_ subsidiaries: [Subsidiary]) -> CSVGroup {
    var entities = "entity,role,functional currency,nci policy\nParent,parent,CNY,\nOthers,outside,,\n"
    var holdings = "entity,holder,shares\n"
    var position = "entity,date,item,amount,currency\n"
    var events = "event,date,entity,kind,from,to,shares,consideration,currency,costs,carrying amount,control after,note\n"
    for subsidiary in subsidiaries {
      let name = subsidiary.name
      entities += "\(name),subsidiary,CNY,\(subsidiary.policy.letter)\n"
      holdings += "\(name),Parent,\(subsidiary.held)\n\(name),Others,\(subsidiary.others)\n"
      position += "\(name),2024-12-31,net-assets,\(text(Ratio(subsidiary.netAssets))),CNY\n"
      if subsidiary.goodwillOfOwners != 0 {
        position += "\(name),2024-12-31,goodwill-attributable-to-owners,\(text(Ratio(subsidiary.goodwillOfOwners))),CNY\n"
        position += "\(name),2024-12-31,goodwill-attributable-to-nci,\(text(Ratio(subsidiary.goodwillOfNCI))),CNY\n"
      }
      for (number, event) in subsidiary.events.enumerated() {
        for cells in event.cells { events += "\(name).\(number),2025-01-0\(number + 1),\(name),\(cells)\n" }
      }
    }
    return CSVGroup(["entities.csv": entities, "holdings.csv": holdings, "position.csv": position, "events.csv": events])
  }

  private static func subsidiaries(_ count: Int, _ seed: UInt64) -> [Subsidiary] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { Subsidiary("S\($0)", using: &generator) }
  }

  @Test func everyKindOfEventGivesWhatTheFormulasGiveToTheCent() {
    var count = 0
    var wrong: [String] = []
    for seed in 0..<5 {
      let subsidiaries = Self.subsidiaries(500, UInt64(seed))
      var transactions = Self.group(subsidiaries).accounts().transactions.reduce(into: [String: EquityTransaction]()) {
        $0[$1.event.name] = $1
      }
      for subsidiary in subsidiaries {
        for (number, event) in subsidiary.events.enumerated() {
          count += 1
          guard let transaction = transactions.removeValue(forKey: "\(subsidiary.name).\(number)") else {
            wrong.append("\(subsidiary.name).\(number) is missing")
            continue
          }
          if let problem = Self.problem(event, transaction) {
            wrong.append("seed \(seed), \(subsidiary.name).\(number), \(event.kind), \(subsidiary.policy): \(problem)")
          }
        }
      }
    }
    #expect(count == 10_000)
    #expect(wrong.isEmpty, "\(wrong.count): \(wrong.prefix(5))")
  }

  /// What does not hold of an event's treatment.
  private static func problem(_ event: Event, _ transaction: EquityTransaction) -> String? {
    guard transaction.treatment == .equityTransaction, let before = transaction.nciBefore, let after = transaction.nciAfter,
      let change = transaction.nciAdjustment, let owners = transaction.ownersAdjustment, let cameIn = transaction.cameIn
    else { return "not treated" }
    if transaction.interestBefore != event.interestBefore || transaction.interestAfter != event.interestAfter { return "interests" }
    if cameIn.ratio * Ratio(100) != event.cameIn { return "what came in: \(cameIn.decimalText)" }
    if owners + change != cameIn || before + change != after { return "the identity" }
    if transaction.netAssetsBefore.map({ $0.ratio * Ratio(100) }) != event.netAssetsBefore { return "net assets before" }
    if transaction.netAssetsAfter.map({ $0.ratio * Ratio(100) }) != event.netAssetsAfter { return "net assets after" }
    // Goodwill that is handed over is rounded to the cent at each event, so that up to four cents may have come together.
    let tolerance = Ratio(5)
    if (before.ratio * Ratio(100) - event.nciBefore).magnitude > tolerance { return "NCI before: \(before.decimalText)" }
    if (after.ratio * Ratio(100) - event.nciAfter).magnitude > tolerance { return "NCI after: \(after.decimalText)" }
    if transaction.goodwillAdjustment != .zero || transaction.gainOrLoss != .zero { return "goodwill or profit or loss" }
    if transaction.entry.reduce(Amount.zero, { $0 + $1.amount }) != .zero { return "the entry" }
    if [before, after, owners].contains(where: { $0.rounded(to: 2) != $0 }) { return "parts of a cent" }
    return transaction.proofs.allSatisfy(\.holds) && !transaction.proofs.isEmpty ? nil : "a proof"
  }

  @Test func theOrderInWhichFilesAreListedChangesNoByteOfAnyReport() {
    var generator = SeededGenerator(seed: 5)
    let group = Self.group(Self.subsidiaries(12, 77))
    let files = group.outcome().files
    #expect(files.count > 10)
    for _ in 0..<2 { #expect(group.shuffled(using: &generator).outcome().files == files) }
  }

  /// Two subsidiaries that are alike but for their events: header cells from `kind` on.
  private static func alike(
    _ cases: [(name: String, policy: NCIPolicy, position: String, events: [String])], losesControl: Bool = false
  ) -> GroupAccounts {
    var entities = "entity,role,functional currency,nci policy\nParent,parent,CNY,\nOthers,outside,,\n"
    var holdings = "entity,holder,shares\n"
    var position = "entity,date,item,amount,currency\n"
    var events = "event,date,entity,kind,from,to,shares,consideration,retained fair value,currency,control after\n"
    for (name, policy, amounts, lines) in cases {
      entities += "\(name),subsidiary,CNY,\(policy.letter)\n"
      holdings += "\(name),Parent,700000\n\(name),Others,300000\n"
      for (item, amount) in zip(
        ["net-assets", "goodwill-attributable-to-owners", "goodwill-attributable-to-nci"], amounts.split(separator: " "))
      {
        position += "\(name),2024-12-31,\(item),\(amount),CNY\n"
      }
      for (number, line) in lines.enumerated() {
        events += "\(name).\(number),2025-01-01,\(name),\(line)\(losesControl ? ",CNY,no" : ",,CNY,yes")\n"
      }
    }
    return CSVGroup(["entities.csv": entities, "holdings.csv": holdings, "position.csv": position, "events.csv": events]).accounts()
  }

  private static func position(using generator: inout SeededGenerator, _ policy: NCIPolicy) -> String {
    func cents(_ range: ClosedRange<Int>) -> String { text(Ratio(Int.random(in: range, using: &generator))) }
    let ofNCI = policy == .proportionate ? "0.00" : cents(0...100_000_000)
    return "\(cents(-1_000_000_000...1_000_000_000)) \(cents(1...500_000_000)) \(ofNCI)"
  }

  @Test func aSaleThatIsReversedAtItsPriceLeavesEquityAsItWas() {
    var generator = SeededGenerator(seed: 11)
    let cases = (0..<1_000).map { number -> (name: String, policy: NCIPolicy, position: String, events: [String]) in
      let policy = NCIPolicy.allCases[number % NCIPolicy.allCases.count]
      let terms = "\(Int.random(in: 1...600_000, using: &generator)),\(Int.random(in: 1...9_999_999, using: &generator)).37"
      return (
        "S\(number)", policy, Self.position(using: &generator, policy), ["sale,Parent,Others,\(terms)", "purchase,Others,Parent,\(terms)"]
      )
    }
    let transactions = Self.alike(cases).transactions
    #expect(transactions.count == 2_000)
    for (sale, purchase) in zip(transactions.filter { $0.event.kind == .sale }, transactions.filter { $0.event.kind == .purchase }) {
      #expect(sale.event.entity == purchase.event.entity)
      guard let owners = sale.ownersAdjustment, let back = purchase.ownersAdjustment, let nci = sale.nciAdjustment,
        let nciBack = purchase.nciAdjustment
      else {
        Issue.record("\(sale.event.name) is not treated")
        continue
      }
      #expect(owners + back + nci + nciBack == .zero && sale.interestBefore == purchase.interestAfter)
      #expect(purchase.netAssetsAfter == sale.netAssetsBefore && purchase.goodwillBefore == sale.goodwillBefore)
      // Without goodwill in it each side is back where it was; two roundings to the cent lie between.
      if sale.policy == .proportionate { #expect((nci + nciBack).magnitude <= Amount("0.01"), "\(sale.event.name)") }
    }
  }

  @Test func anIssueInTwoHalvesEndsWhereTheWholeDoes() {
    var generator = SeededGenerator(seed: 12)
    let cases = (0..<500).flatMap { number -> [(name: String, policy: NCIPolicy, position: String, events: [String])] in
      let policy = NCIPolicy.allCases[number % NCIPolicy.allCases.count]
      let position = Self.position(using: &generator, policy)
      let (shares, cents) = (Int.random(in: 1...500_000, using: &generator), Int.random(in: 1...500_000_000, using: &generator))
      let half = "issue,,Others,\(shares),\(Self.text(Ratio(cents)))"
      let whole = "issue,,Others,\(2 * shares),\(Self.text(Ratio(2 * cents)))"
      return [("H\(number)", policy, position, [half, half]), ("W\(number)", policy, position, [whole])]
    }
    let accounts = Self.alike(cases)
    let ends = accounts.transactions.reduce(into: [String: EquityTransaction]()) { $0[$1.event.name] = $1 }
    for number in 0..<500 {
      guard let half = ends["H\(number).1"], let whole = ends["W\(number).0"], let nciOfHalf = half.nciAfter, let nci = whole.nciAfter
      else {
        Issue.record("\(number) is not treated")
        continue
      }
      #expect(half.interestAfter == whole.interestAfter && half.netAssetsAfter == whole.netAssetsAfter)
      // Goodwill handed over is rounded twice where the whole rounds once.
      #expect((nciOfHalf - nci).magnitude <= Amount("0.02"), "\(number)")
    }
  }

  /// Whatever the policy: what was received and is kept, less what the owners had of net assets and goodwill, is the gain.
  @Test func aLossOfControlTakesTheOwnersPartOutAndNothingElse() {
    var generator = SeededGenerator(seed: 13)
    var kept: [String: (received: Int, fairValue: Int)] = [:]
    let cases = (0..<1_000).map { number -> (name: String, policy: NCIPolicy, position: String, events: [String]) in
      let policy = NCIPolicy.allCases[number % NCIPolicy.allCases.count]
      let shares = Int.random(in: 350_001...700_000, using: &generator)
      let received = Int.random(in: 1...1_000_000_000, using: &generator)
      let fairValue = shares == 700_000 ? 0 : Int.random(in: 0...500_000_000, using: &generator)
      kept["S\(number).0"] = (received, fairValue)
      return (
        "S\(number)", policy, Self.position(using: &generator, policy),
        ["sale,Parent,Others,\(shares),\(Self.text(Ratio(received))),\(Self.text(Ratio(fairValue)))"]
      )
    }
    for transaction in Self.alike(cases, losesControl: true).transactions {
      guard let gain = transaction.gainOrLoss, let netAssets = transaction.netAssetsBefore, let goodwill = transaction.goodwillBefore,
        let nci = transaction.nciBefore, let (received, fairValue) = kept.removeValue(forKey: transaction.event.name)
      else {
        Issue.record("\(transaction.event.name) is not treated")
        continue
      }
      let ofOwners = netAssets + goodwill - nci
      #expect(gain.ratio * Ratio(100) == Ratio(received + fairValue) - ofOwners.ratio * Ratio(100))
      #expect(transaction.nciAdjustment == -nci && transaction.goodwillAdjustment == -goodwill && transaction.ownersAdjustment == nil)
      #expect(transaction.entry.reduce(Amount.zero) { $0 + $1.amount } == .zero)
      #expect(transaction.proofs.allSatisfy(\.holds) && !transaction.proofs.isEmpty)
    }
    #expect(kept.isEmpty)
  }
}
