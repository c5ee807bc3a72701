/// The totals that a trial balance holds without a line of their own: total assets, total liabilities, net assets and the result.
///
/// They are sums of its accounts, and are taken only where it is whole: every account that is not nil is a known asset, liability, part of
/// equity, income or cost, and assets are the sum of all the others. A column that has a line for a total keeps that.
///
/// Cites: Conceptual Framework 4.2 (the elements), IAS 1.54.
struct TotalsFromAccounts {
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
  /// How many columns have accounts of which it is not known what they are.
  private(set) var openCount = 0

  private let catalogue: LineItemCatalogue

  /// `figures` are those of one ledger, in the signs of their items.
  init(_ figures: [Fact], _ catalogue: LineItemCatalogue) {
    self.catalogue = catalogue
    var order: [Column] = []
    var columns: [Column: [Fact]] = [:]
    for fact in figures {
      let column = Column(
        entity: fact.entity, end: fact.period.end, currency: fact.currency, scenario: fact.scenario, basis: fact.basis)
      if columns[column] == nil { order.append(column) }
      columns[column, default: []].append(fact)
    }
    for column in order { take(columns[column] ?? []) }
  }

  private mutating func take(_ figures: [Fact]) {
    var (assets, liabilities, equity, results) = ([Fact](), [Fact](), [Fact](), [Fact]())
    for figure in figures {
      let item = catalogue[figure.item]
      switch item.statement {
      case .position where LedgerSide.assets.contains(item.id): assets.append(figure)
      case .position where LedgerSide.liabilities.contains(item.id): liabilities.append(figure)
      case .position, .comprehensive, .changes: equity.append(figure)
      case .income, .cashFlow: results.append(figure)
      case .perShare, .unknown:
        guard figure.value.sign == 0 else {
          openCount += 1
          return
        }
      }
    }
    let total = { (facts: [Fact]) in facts.reduce(Amount.zero) { $0 + $1.value } }
    let netAssets = total(assets) - total(liabilities)
    guard !assets.isEmpty, netAssets == total(equity) + total(results) else { return }
    let day = Period.asAt(figures[0].period.end)
    add("total-assets", assets, total(assets), day, figures)
    add("total-liabilities", liabilities, total(liabilities), day, figures)
    add("net-assets", assets + liabilities, netAssets, day, figures)
    // Results of two stretches in one column are not one result.
    guard let period = results.first?.period, results.allSatisfy({ $0.period == period }) else { return }
    add("profit-after-tax", results, total(results), period, figures)
  }

  private mutating func add(_ id: String, _ parts: [Fact], _ value: Amount, _ period: Period, _ column: [Fact]) {
    guard let item = catalogue.find(id: id), !column.contains(where: { $0.item == item }), let first = parts.first else { return }
    facts.append(
      Fact(
        entity: first.entity, item: item, label: catalogue[item].english, period: period, value: value, currency: first.currency,
        decimals: parts.map(\.decimals).min() ?? first.decimals, basis: first.basis, scenario: first.scenario,
        provenance: .derived(rule: Provenance.totalOfAccounts, sources: parts.compactMap(\.provenance.place)), raw: ""))
  }
}

extension Intake {
  /// Keeps the totals that the accounts of a ledger come to, until all files are read.
  mutating func takeTotals(of figures: [Fact], fileIndex: Int) {
    let totals = TotalsFromAccounts(figures, catalogue)
    totalsFromAccounts += totals.facts
    if !totals.facts.isEmpty {
      sources[fileIndex].evidence.append("totals: assets, liabilities, net assets and the result are the sums of the accounts")
    } else if totals.openCount > 0 {
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
    let wanted = Set(totalsFromAccounts.map(\.item))
    var stated: [Key: Fact] = [:]
    for fact in facts where wanted.contains(fact.item) {
      let key = Key(entity: fact.entity, item: fact.item, period: fact.period, scenario: fact.scenario)
      if stated[key] == nil { stated[key] = fact }
    }
    for total in totalsFromAccounts {
      let key = Key(entity: total.entity, item: total.item, period: total.period, scenario: total.scenario)
      guard let other = stated[key] else {
        stated[key] = total
        facts.append(total)
        continue
      }
      guard other.basis == total.basis || total.basis == .unstated || other.basis == .unstated,
        other.currency == nil || total.currency == nil || other.currency == total.currency,
        !other.interval.meets(total.interval), let place = other.provenance.place, let first = total.provenance.place
      else { continue }
      let display = Display.cents(total.currency)
      findings.append(
        Finding(
          .error, "trial-balance",
          "\(quoted: other.label) of \(quoted: entities[other.entity].name), \(other.period), is \(Money(other.value, display)), and the accounts of the trial balance come to \(Money(total.value, display))",
          entity: other.entity, item: other.item, period: other.period, place: place, expected: total.value.decimalText,
          actual: other.value.decimalText, difference: other.value - total.value, tolerance: .zero,
          details: ["the trial balance begins at \(code: sources[Int(first.fileIndex)].path) line \(Int(first.lineNumber))"],
          remedy: "find the account or the line that was posted after one of the two was saved"))
    }
  }
}
