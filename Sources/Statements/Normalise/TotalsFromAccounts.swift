import DelimitedText

/// The totals that a trial balance holds without a line of their own: total assets, total liabilities, net assets and the result.
///
/// They are sums of its accounts, and are taken only where it is whole: every account that is not nil is a known asset, liability, part of
/// equity, income or cost, and assets are the sum of all the others. A column that has a line for a total keeps that.
///
/// Where the accounts hold so, the result has not been closed to retained earnings: their account is what they were before it. A position
/// has them with it, as net assets do, so the result and the dividends of the period are carried to them. Where the result has been closed
/// already its accounts are nil, and nothing is carried twice.
///
/// Cites: Conceptual Framework 4.2 (the elements), IAS 1.54(r), 106(d).
struct TotalsFromAccounts: Sendable {
  /// What the accounts of one column have in common.
  private struct Column: Hashable {
    let entity: EntityID
    let end: CalendarDate
    let currency: Currency?
    let scenario: String
    let basis: Basis
  }

  /// The items of the totals.
  private struct Items: Sendable {
    let totalAssets, totalLiabilities, netAssets, result, retainedEarnings, dividends: ItemID?

    init(_ catalogue: LineItemCatalogue) {
      totalAssets = catalogue.find(id: "total-assets")
      totalLiabilities = catalogue.find(id: "total-liabilities")
      netAssets = catalogue.find(id: "net-assets")
      result = catalogue.find(id: "profit-after-tax")
      retainedEarnings = catalogue.find(id: "retained-earnings")
      dividends = catalogue.find(id: "dividends")
    }
  }

  /// The totals, in the order in which their columns came.
  private(set) var facts: [Fact] = []
  /// Retained earnings with the result that is not closed to them yet, and where the account's own figure stands among `figures`.
  private(set) var carried: [(index: Int, fact: Fact)] = []
  /// The figures of which it is not known what they are, in columns that have no totals for that.
  private(set) var open: [Fact] = []

  private let catalogue: LineItemCatalogue
  private let items: Items
  /// By line item.
  private let kinds: [Kind]
  /// What totals of one item have in common, as the last of them has it.
  private var commons: [ItemID: Fact.Common] = [:]

  /// `figures` are those of one ledger, in the signs of their items.
  init(_ figures: [Fact], _ catalogue: LineItemCatalogue) {
    self.catalogue = catalogue
    items = Items(catalogue)
    kinds = catalogue.all.map(Kind.init)
    let columns = TotalsFromAccounts.columns(figures)
    let size = 1_024
    let found = Workers.map((columns.count + size - 1) / size) { [catalogue, items, kinds] part in
      var totals = TotalsFromAccounts(catalogue, items, kinds)
      for column in columns[part * size..<min((part + 1) * size, columns.count)] {
        totals.take(column.count == 1 ? Array(column[0]) : column.flatMap { Array($0) }, of: figures)
      }
      return totals
    }
    facts.reserveCapacity(found.reduce(0) { $0 + $1.facts.count })
    for totals in found {
      facts += totals.facts
      carried += totals.carried
      open += totals.open
    }
  }

  private init(_ catalogue: LineItemCatalogue, _ items: Items, _ kinds: [Kind]) {
    (self.catalogue, self.items, self.kinds) = (catalogue, items, kinds)
  }

  /// The figures of each column, by their indices, in the order in which columns came: mostly one stretch of neighbours.
  private static func columns(_ figures: [Fact]) -> [[Range<Int>]] {
    var columns: [[Range<Int>]] = []
    var places: [Column: Int] = [:]
    var start = 0
    while start < figures.count {
      let first = figures[start]
      var end = start + 1
      while end < figures.count, figures[end].isOfColumn(of: first) { end += 1 }
      let column = Column(
        entity: first.entity, end: first.period.end, currency: first.currency, scenario: first.scenario, basis: first.basis)
      if let place = places[column] {
        columns[place].append(start..<end)
      } else {
        places[column] = columns.count
        columns.append([start..<end])
      }
      start = end
    }
    return columns
  }

  /// What a line item is in the sum that a trial balance comes to.
  private enum Kind: Sendable {
    case asset, liability, equity, result, other

    init(_ item: LineItem) {
      switch item.statement {
      case .position where LedgerSide.assets.contains(item.id): self = .asset
      case .position where LedgerSide.liabilities.contains(item.id): self = .liability
      case .position, .comprehensive, .changes: self = .equity
      case .income, .cashFlow: self = .result
      case .perShare, .unknown: self = .other
      }
    }
  }

  private mutating func take(_ column: [Int], of figures: [Fact]) {
    var (assets, liabilities, results, unknown) = ([Int](), [Int](), [Int](), [Int]())
    var (assetSum, liabilitySum, equitySum, resultSum) = (Amount.zero, Amount.zero, Amount.zero, Amount.zero)
    for index in column {
      let value = figures[index].value
      switch kinds[Int(figures[index].item.index)] {
      case .asset:
        assets.append(index)
        assetSum += value
      case .liability:
        liabilities.append(index)
        liabilitySum += value
      case .equity: equitySum += value
      case .result:
        results.append(index)
        resultSum += value
      case .other: if value.sign != 0 { unknown.append(index) }
      }
    }
    guard unknown.isEmpty else {
      open += unknown.map { figures[$0] }
      return
    }
    let netAssets = assetSum - liabilitySum
    guard !assets.isEmpty, netAssets == equitySum + resultSum else { return }
    let day = Period.asAt(figures[column[0]].period.end)
    add(items.totalAssets, assets, assetSum, day, column, figures)
    add(items.totalLiabilities, liabilities, liabilitySum, day, column, figures)
    add(items.netAssets, assets + liabilities, netAssets, day, column, figures)
    // Results of two stretches in one column are not one result.
    guard let first = results.first, results.allSatisfy({ figures[$0].period == figures[first].period }) else { return }
    add(items.result, results, resultSum, figures[first].period, column, figures)
    carry(results, column, figures)
  }

  /// Carries the result and the dividends of the period to the account of retained earnings.
  private mutating func carry(_ results: [Int], _ column: [Int], _ figures: [Fact]) {
    guard let item = items.retainedEarnings, let account = column.first(where: { figures[$0].item == item }) else { return }
    let dividends = items.dividends.map { dividends in column.filter { figures[$0].item == dividends } } ?? []
    let moved = (results + dividends).filter { figures[$0].value.sign != 0 }
    guard !moved.isEmpty else { return }
    let parts = [account] + moved
    var fact = figures[account]
    fact.label = catalogue[item].english
    fact.value = parts.reduce(.zero) { $0 + figures[$1].value }
    fact.decimals = parts.lazy.map { figures[$0].decimals }.min() ?? fact.decimals
    fact.provenance = .derived(rule: Provenance.resultCarried, sources: Places(parts.compactMap { figures[$0].provenance.place }))
    fact.raw = ""
    carried.append((account, fact))
  }

  private mutating func add(_ item: ItemID?, _ parts: [Int], _ value: Amount, _ period: Period, _ column: [Int], _ figures: [Fact]) {
    guard let item, !column.contains(where: { figures[$0].item == item }), let place = parts.first else { return }
    let first = figures[place]
    var sources = Places(capacity: parts.count)
    for part in parts { figures[part].provenance.addPlaces(to: &sources) }
    let common = Fact.Common.of(
      label: catalogue[item].english, currency: first.currency, basis: first.basis, scenario: first.scenario, like: commons[item])
    commons[item] = common
    facts.append(
      Fact(
        entity: first.entity, item: item, period: period, value: value,
        decimals: parts.lazy.map { figures[$0].decimals }.min() ?? first.decimals, common: common,
        provenance: .derived(rule: Provenance.totalOfAccounts, sources: sources), raw: ""))
  }
}

extension Intake {
  /// Keeps the totals that the accounts of a ledger come to, until all files are read, and carries its result to retained earnings.
  mutating func takeTotals(of figures: inout [Fact], fileIndex: Int) {
    let totals = TotalsFromAccounts(figures, catalogue)
    if totalsFromAccounts.isEmpty { totalsFromAccounts = totals.facts } else { totalsFromAccounts += totals.facts }
    for (index, fact) in totals.carried { figures[index] = fact }
    if !totals.carried.isEmpty {
      sources[fileIndex].evidence.append(
        "retained earnings: their account with the result and the dividends of the period, which are not closed to it yet, as net assets hold them"
      )
    }
    if !totals.facts.isEmpty {
      sources[fileIndex].evidence.append("totals: assets, liabilities, net assets and the result are the sums of the accounts")
    } else if let first = totals.open.first {
      let labels = totals.open.map(\.label).reduce(into: [String]()) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
      if sources[fileIndex].form == RegisterForm.trialBalance.rawValue {
        var finding = Finding(
          .warning, "unmapped",
          "accounts of the trial balance that are not known: \(labels.count); net assets and the result cannot be added up without them",
          entity: first.entity, period: first.period, place: first.provenance.place, actual: first.label,
          remedy: "say which line items they are in an `accounts` file with the columns account,item")
        finding.details = labels.prefix(8).map { "\(quoted: $0)" }
        findings.append(finding)
      }
      sources[fileIndex].evidence.append(
        "totals: not known, since of some accounts it is not known whether they are assets, liabilities, equity, income or costs")
    }
  }

  /// Takes the totals of ledgers: where a statement gives a figure of its own, that stands, and the two must agree.
  mutating func settleTotalsFromAccounts() {
    // As whole numbers, since there may be many: the scenario and the item, the entity, the period's days.
    typealias Key = SIMD4<Int32>
    guard !totalsFromAccounts.isEmpty else { return }
    var scenarios: [String: Int] = [:]
    func key(_ fact: borrowing Fact) -> Key {
      let scenario = fact.isActual ? 0 : scenarios[fact.scenario] ?? scenarios.count + 1
      if scenario > scenarios.count { scenarios[fact.scenario] = scenario }
      return Key(
        Int32(truncatingIfNeeded: scenario * catalogue.all.count + Int(fact.item.index)), Int32(truncatingIfNeeded: fact.entity.index),
        fact.period.start?.dayNumber ?? .min, fact.period.end.dayNumber)
    }
    // A handful, so that looking through them is quicker than hashing.
    let wanted = Array(Set(totalsFromAccounts.map(\.item)))
    // Where each stands among the facts.
    var stated = [Key: Int](minimumCapacity: totalsFromAccounts.count)
    /// Where the figure of the same place stands; else it is to stand at `next`.
    func place(_ fact: borrowing Fact, next: Int) -> Int? {
      let key = key(fact)
      if let known = stated[key] { return known }
      stated[key] = next
      return nil
    }
    for index in facts.indices where wanted.contains(facts[index].item) { _ = place(facts[index], next: index) }
    facts.reserveCapacity(facts.count + totalsFromAccounts.count)
    for total in totalsFromAccounts {
      guard let known = place(total, next: facts.count) else {
        facts.append(total)
        continue
      }
      let other = facts[known]
      guard other.basis == total.basis || total.basis == .unstated || other.basis == .unstated,
        other.currency == nil || total.currency == nil || other.currency == total.currency,
        !other.interval.meets(total.interval), let place = other.provenance.place, let first = total.provenance.place
      else { continue }
      let display = Display.cents(total.currency)
      findings.append(
        Finding(
          .error, "trial-balance",
          "\(line: other) of \(quoted: entities[other.entity]), \(other.period), is \(Money(other.value, display)), and the accounts of the trial balance come to \(Money(total.value, display))",
          entity: other.entity, item: other.item, period: other.period, place: place, expected: total.value.decimalText,
          actual: other.value.decimalText, difference: other.value - total.value, tolerance: .zero,
          details: ["the trial balance begins at \(code: sources[Int(first.fileIndex)].path) line \(Int(first.lineNumber))"],
          remedy: "find the account or the line that was posted after one of the two was saved"))
    }
  }
}
