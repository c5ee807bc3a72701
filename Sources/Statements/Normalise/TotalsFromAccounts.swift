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

  /// The totals, in the order in which their columns came.
  private(set) var facts: [Fact] = []
  /// Retained earnings with the result that is not closed to them yet, and where the account's own figure stands among `figures`.
  private(set) var carried: [(index: Int, fact: Fact)] = []
  /// The figures of which it is not known what they are, in columns that have no totals for that.
  private(set) var open: [Fact] = []

  private let catalogue: LineItemCatalogue
  /// By line item.
  private let kinds: [Kind]

  /// `figures` are those of one ledger, in the signs of their items.
  init(_ figures: [Fact], _ catalogue: LineItemCatalogue) {
    self.catalogue = catalogue
    kinds = catalogue.all.map(Kind.init)
    // Neighbours are mostly of one column: it is looked for only where another begins.
    var columns: [[Int]] = []
    var places: [Column: Int] = [:]
    var last: (column: Column, place: Int)?
    for (index, fact) in figures.enumerated() {
      let column = Column(
        entity: fact.entity, end: fact.period.end, currency: fact.currency, scenario: fact.scenario, basis: fact.basis)
      if let last, last.column == column {
        columns[last.place].append(index)
        continue
      }
      let place = places[column] ?? columns.count
      if place == columns.count {
        places[column] = place
        columns.append([])
      }
      columns[place].append(index)
      last = (column, place)
    }
    let size = 1_024
    let found = Workers.map((columns.count + size - 1) / size) { [catalogue, kinds, columns] part in
      var totals = TotalsFromAccounts(catalogue, kinds)
      for column in columns[part * size..<min((part + 1) * size, columns.count)] { totals.take(column, of: figures) }
      return totals
    }
    for totals in found {
      facts += totals.facts
      carried += totals.carried
      open += totals.open
    }
  }

  private init(_ catalogue: LineItemCatalogue, _ kinds: [Kind]) {
    self.catalogue = catalogue
    self.kinds = kinds
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
    add("total-assets", assets, assetSum, day, column, figures)
    add("total-liabilities", liabilities, liabilitySum, day, column, figures)
    add("net-assets", assets + liabilities, netAssets, day, column, figures)
    // Results of two stretches in one column are not one result.
    guard let first = results.first, results.allSatisfy({ figures[$0].period == figures[first].period }) else { return }
    add("profit-after-tax", results, resultSum, figures[first].period, column, figures)
    carry(results, column, figures)
  }

  /// Carries the result and the dividends of the period to the account of retained earnings.
  private mutating func carry(_ results: [Int], _ column: [Int], _ figures: [Fact]) {
    guard let item = catalogue.find(id: "retained-earnings"), let account = column.first(where: { figures[$0].item == item }) else {
      return
    }
    let dividends = catalogue.find(id: "dividends").map { dividends in column.filter { figures[$0].item == dividends } } ?? []
    let moved = (results + dividends).filter { figures[$0].value.sign != 0 }
    guard !moved.isEmpty else { return }
    let parts = [account] + moved
    var fact = figures[account]
    fact.label = catalogue[item].english
    fact.value = parts.reduce(.zero) { $0 + figures[$1].value }
    fact.decimals = parts.lazy.map { figures[$0].decimals }.min() ?? fact.decimals
    fact.provenance = .derived(rule: Provenance.resultCarried, sources: parts.compactMap { figures[$0].provenance.place })
    fact.raw = ""
    carried.append((account, fact))
  }

  private mutating func add(_ id: String, _ parts: [Int], _ value: Amount, _ period: Period, _ column: [Int], _ figures: [Fact]) {
    guard let item = catalogue.find(id: id), !column.contains(where: { figures[$0].item == item }), let place = parts.first else { return }
    let first = figures[place]
    facts.append(
      Fact(
        entity: first.entity, item: item, label: catalogue[item].english, period: period, value: value, currency: first.currency,
        decimals: parts.lazy.map { figures[$0].decimals }.min() ?? first.decimals, basis: first.basis, scenario: first.scenario,
        provenance: .derived(rule: Provenance.totalOfAccounts, sources: parts.flatMap { figures[$0].provenance.places }), raw: ""))
  }
}

extension Intake {
  /// Keeps the totals that the accounts of a ledger come to, until all files are read, and carries its result to retained earnings.
  mutating func takeTotals(of figures: inout [Fact], fileIndex: Int) {
    let totals = TotalsFromAccounts(figures, catalogue)
    totalsFromAccounts += totals.facts
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
    struct Key: Hashable {
      let entity: EntityID
      let item: ItemID
      let period: Period
      let scenario: String
    }
    guard !totalsFromAccounts.isEmpty else { return }
    // A handful, so that looking through them is quicker than hashing.
    let wanted = Array(Set(totalsFromAccounts.map(\.item)))
    // Where each stands among the facts.
    var stated: [Key: Int] = [:]
    stated.reserveCapacity(totalsFromAccounts.count)
    for index in facts.indices where wanted.contains(facts[index].item) {
      let fact = facts[index]
      let key = Key(entity: fact.entity, item: fact.item, period: fact.period, scenario: fact.scenario)
      if stated[key] == nil { stated[key] = index }
    }
    facts.reserveCapacity(facts.count + totalsFromAccounts.count)
    for total in totalsFromAccounts {
      let key = Key(entity: total.entity, item: total.item, period: total.period, scenario: total.scenario)
      guard let known = stated[key] else {
        stated[key] = facts.count
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
