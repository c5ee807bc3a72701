/// A line that has figures in the other columns has one in this column too, where the total shows that something is left for it.
///
/// An empty cell may stand for nil, and does where the other parts make up the total. Where they do not, what is left is named. So is a
/// line that one statement of an entity lacks and another, with otherwise the same lines, has.
///
/// Formula: total − the other parts = nil, for sums that hold in another column, each figure for what it may stand for as printed.
///
/// Severity: warning.
///
/// Example: inventories of 40.0, an empty cell for receivables and cash of 10.0 under a total of 80.0 leave 30.0 for receivables.
///
/// Remedy: fill the cell in, or correct the total if the line is nil.
///
/// Cites: IAS 1.38, 55.
enum MissingFigure: Check {
  static let id = "missing-figure"
  /// A statement of fewer lines shows no pattern that another would have to follow.
  private static let fewestLines = 5

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    var found: [Finding] = []
    for (entity, sums) in shownSums(accounts).sorted(by: { $0.key < $1.key }) {
      var said: Set<Said> = []
      for sum in sums {
        for total in accounts.index.series(entity, sum.total) {
          guard let gap = gap(accounts, sum, total), said.insert(Said(period: total.period, items: gap.absent.map(\.item))).inserted else {
            continue
          }
          found.append(finding(accounts, total, gap))
        }
      }
    }
    return found
  }

  private struct Said: Hashable {
    let period: Period
    let items: [ItemID]
  }

  /// A sum that holds where all its figures stand, with a total that shows it.
  private struct ShownSum: Hashable {
    let total: ItemID
    let parts: [ItemID]
    let isAdded: [Bool]
    /// The total of a column in which it holds.
    let shown: Fact

    static func == (left: ShownSum, right: ShownSum) -> Bool {
      left.total == right.total && left.parts == right.parts && left.isAdded == right.isAdded
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(total)
      hasher.combine(parts)
    }
  }

  /// The sums that hold somewhere, by entity: those of the tables first.
  private static func shownSums(_ accounts: GroupAccounts) -> [EntityID: [ShownSum]] {
    var sums: [EntityID: [ShownSum]] = [:]
    for entity in accounts.entities.ids {
      for item in accounts.index.items(of: entity) {
        for parts in accounts.catalogue.sums(of: item) where parts.count > 1 {
          let series = accounts.index.series(entity, item)
          guard series.count > 1, isLacking(accounts, entity, parts.map(\.item), of: series),
            let shown = series.first(where: { SumCheck(accounts, $0, parts: parts).map { !$0.fails && $0.hasFigures } ?? false })
          else { continue }
          sums[entity, default: []].append(
            ShownSum(total: item, parts: parts.map(\.item), isAdded: parts.map(\.isAdded), shown: shown))
        }
      }
    }
    for (column, own) in accounts.ownSums.byColumn.sorted(by: { ($0.key.entity, $0.key.period) < ($1.key.entity, $1.key.period) }) {
      for sum in own {
        let check = SumCheck(sum, accounts.facts)
        let parts = check.parts.map(\.fact.item)
        guard !check.fails, check.hasFigures, Set(parts).count == parts.count else { continue }
        let shown = ShownSum(total: check.total.item, parts: parts, isAdded: check.parts.map(\.isAdded), shown: check.total)
        if !(sums[column.entity] ?? []).contains(shown) { sums[column.entity, default: []].append(shown) }
      }
    }
    return sums
  }

  /// Whether every part has figures, and one of them has none at a date or period of the total.
  private static func isLacking(_ accounts: GroupAccounts, _ entity: EntityID, _ parts: [ItemID], of totals: [Fact]) -> Bool {
    var lacks = false
    for part in parts {
      let series = accounts.index.series(entity, part)
      if series.isEmpty { return false }
      guard !lacks else { continue }
      // Both are in the order of their periods.
      var next = 0
      for index in totals.indices {
        while next < series.count, series[next].period < totals[index].period { next += 1 }
        guard next < series.count, series[next].period == totals[index].period else {
          lacks = true
          break
        }
      }
    }
    return lacks
  }

  /// What a total leaves for the parts that are not there.
  private struct Gap {
    let absent: [Fact]
    let rest: Amount
    let tolerance: Amount
    let place: Place?
  }

  private static func gap(_ accounts: GroupAccounts, _ sum: ShownSum, _ total: Fact) -> Gap? {
    guard total.period != sum.shown.period, total.period.isInstant == sum.shown.period.isInstant, case .read(let place) = total.provenance
    else { return nil }
    let entity = total.entity
    var present: [(fact: Fact, isAdded: Bool)] = []
    var absent: [Fact] = []
    for (part, isAdded) in zip(sum.parts, sum.isAdded) {
      if let fact = accounts.index.fact(entity, part, total.period) {
        guard fact.currency == total.currency else { return nil }
        present.append((fact, isAdded))
      } else {
        // The same line in another column of the table, else in the statement that shows the sum.
        let series = accounts.index.series(entity, part)
        let beside = series.first { $0.provenance.place?.fileIndex == place.fileIndex && $0.period.isInstant == total.period.isInstant }
        guard let example = beside ?? accounts.index.fact(entity, part, sum.shown.period) else { return nil }
        absent.append(example)
      }
    }
    guard !present.isEmpty, !absent.isEmpty, absent.count <= 2 else { return nil }
    let check = SumCheck(total: total, parts: present)
    guard check.fails, !isExplained(accounts, total) else { return nil }
    let isOfTable = absent.allSatisfy { $0.provenance.place?.fileIndex == place.fileIndex }
    guard isOfTable || (absent.count == 1 && isTwin(accounts, of: sum.shown, total, lacking: absent[0].item)) else { return nil }
    return Gap(
      absent: absent, rest: check.difference, tolerance: check.tolerance,
      place: isOfTable ? cell(accounts, absent[0], total) : place)
  }

  /// Whether other lines of the column make up the total.
  private static func isExplained(_ accounts: GroupAccounts, _ total: Fact) -> Bool {
    (accounts.ownSums.byColumn[OwnSums.Column(entity: total.entity, period: total.period)] ?? []).contains { own in
      accounts.facts[own.total].item == total.item && !SumCheck(own, accounts.facts).fails
    }
  }

  /// Whether the statement of a total has the lines of the one that shows the sum, but for one.
  private static func isTwin(_ accounts: GroupAccounts, of shown: Fact, _ total: Fact, lacking item: ItemID) -> Bool {
    func lines(_ fact: Fact) -> Set<ItemID> {
      Set(
        accounts.index.items(of: fact.entity).filter {
          accounts.index.fact(fact.entity, $0, fact.period)?.provenance.place?.fileIndex == fact.provenance.place?.fileIndex
        })
    }
    let (model, own) = (lines(shown), lines(total))
    return model.count >= fewestLines && model.subtracting(own) == [item] && own.subtracting(model).isEmpty
  }

  /// The cell in which the figure would stand.
  private static func cell(_ accounts: GroupAccounts, _ absent: Fact, _ total: Fact) -> Place? {
    guard let line = absent.provenance.place, let column = total.provenance.place else { return nil }
    let isTransposed = accounts.sources[Int(line.fileIndex)].form == "statement, transposed"
    return Place(
      fileIndex: Int(line.fileIndex), lineNumber: Int(isTransposed ? column.lineNumber : line.lineNumber),
      columnNumber: Int(isTransposed ? line.columnNumber : column.columnNumber))
  }

  private static func finding(_ accounts: GroupAccounts, _ total: Fact, _ gap: Gap) -> Finding {
    let display = accounts.display(of: total.entity)
    let first = gap.absent[0]
    let message: Text =
      gap.absent.count == 1
      ? "no figure for \(line: first) of \(total.period), where others have one: \(line: total) leaves \(Money(gap.rest, display)) for it"
      : "no figures for \(line: first) and \(line: gap.absent[1]) of \(total.period), where others have them: \(line: total) leaves \(Money(gap.rest, display)) for both"
    return Finding(
      .warning, id, message, entity: total.entity, item: first.item, period: total.period, place: gap.place, expected: gap.rest.decimalText,
      actual: "", difference: -gap.rest, tolerance: gap.tolerance,
      details: [
        "\(line: total): \(Money(total.value, display)) at \(total.placeText(accounts))",
        "\(line: first) of \(first.period): \(Money(first.value, display)) at \(first.placeText(accounts))",
      ], citation: Citation("IAS 1.38, 55"), remedy: "fill the cell in, or correct the total if the line is nil")
  }
}

extension SumCheck {
  /// Whether it is a sum of two figures and more that are not nil.
  fileprivate var hasFigures: Bool { total.value.sign != 0 && parts.count { $0.fact.value.sign != 0 } >= 2 }
}
