/// How a table prints its costs and losses, shown by its own arithmetic, else by what most of its figures have.
///
/// `Cost of sales (70)` and `Cost of sales 70` both mean a cost of 70; `(5)` beside costs without a minus is a credit. So a sign is
/// read by the table's convention: relations that hold under one reading only decide (revenue, cost of sales, gross profit; profit
/// before tax, tax, profit after tax; profit and its shares), then the label's words, then the majority of the table's costs.
struct SignConvention {
  /// A line with its figures as printed, in units of currency.
  struct Line {
    let id: String
    let statement: LineItem.Statement
    let sign: LineItem.SignRule
    let sense: LabelSense
    let hint: Label.Hint?
    let place: Place
    /// Whether it is a liability, by its item, or by its section where no table knows its label.
    let isLiability: Bool
    /// Whether it is an asset or a total of assets alone, likewise.
    let isAsset: Bool
    /// Whether its section is that of current items.
    let isCurrent: Bool?
    /// One for each series; nil where there is none.
    var printed: [(amount: Amount, half: Amount)?]
  }

  /// What stays doubtful, or was assumed, at a figure.
  struct Doubt {
    let line: Int
    let series: Int
    let severity: Severity
    let message: Text
    var remedy: Text = "check the sign; a minus or brackets beside costs that have none means income"
  }

  /// Whether each line's figures are negated, by series.
  private(set) var isNegated: [[Bool]] = []
  /// What stays doubtful.
  private(set) var findings: [Doubt] = []
  /// The lines of costs whose figures have the other sign than the costs of the table.
  private var against: Set<Int> = []

  init(_ lines: [Line], owners: [Int]) {
    isNegated = lines.map { line in [Bool](repeating: false, count: line.printed.count) }
    for index in lines.indices { decideLoss(index, lines) }
    let votes = SignConvention.votes(lines, owners, isNegated)
    for statement in [LineItem.Statement.income, .cashFlow, .comprehensive] {
      decideCosts(lines.indices.filter { lines[$0].statement == statement && lines[$0].sign == .negative }, lines, votes)
    }
    proveCosts(lines, owners)
    sayRaising(lines, owners, votes)
    for index in lines.indices where lines[index].sign == .negative && SignConvention.isAlwaysNegative(lines[index]) {
      for series in lines[index].printed.indices { isNegated[index][series] = (lines[index].printed[series]?.amount.sign ?? 0) > 0 }
    }
    for index in lines.indices where lines[index].id == "profit-attributable-to-nci" {
      for series in lines[index].printed.indices where votes[index][series] == .other { isNegated[index][series].toggle() }
    }
    confirmLosses(lines, votes)
    let liabilities = LiabilitySigns(lines, owners: owners)
    findings += liabilities.findings
    for index in lines.indices {
      for series in lines[index].printed.indices where liabilities.isNegated[index][series] { isNegated[index][series] = true }
    }
  }

  private static func isAlwaysNegative(_ line: Line) -> Bool {
    switch line.statement {
    case .position, .changes, .perShare, .unknown: true
    case .income, .comprehensive, .cashFlow: false
    }
  }

  // MARK: Relations

  /// What a relation shows of a figure.
  enum Vote {
    /// It holds with the figure as printed.
    case asPrinted
    /// It holds with the other sign only.
    case other
  }

  /// Wholes that are their first part plus the second, which is printed with either sign.
  private static let relations: [(whole: [String], first: [String], second: String)] = [
    (["profit-after-tax", "profit-from-continuing-operations"], ["profit-before-tax"], "income-tax"),
    (["gross-profit"], ["revenue", "operating-revenue", "total-operating-revenue"], "cost-of-sales"),
    (["profit-after-tax"], ["profit-attributable-to-owners"], "profit-attributable-to-nci"),
  ]

  private static func votes(_ lines: [Line], _ owners: [Int], _ isNegated: [[Bool]]) -> [[Vote?]] {
    var votes = lines.map { line in [Vote?](repeating: nil, count: line.printed.count) }
    var byID: [String: [Int]] = [:]
    for index in lines.indices { byID[lines[index].id, default: []].append(index) }
    for relation in relations {
      guard let second = byID[relation.second] else { continue }
      let wholes = relation.whole.flatMap { byID[$0] ?? [] }
      let firsts = relation.first.flatMap { byID[$0] ?? [] }
      for tax in second {
        for series in lines[tax].printed.indices {
          guard let part = lines[tax].printed[series], part.amount.sign != 0 else { continue }
          for whole in wholes where owners[whole] == owners[tax] {
            for first in firsts where owners[first] == owners[tax] && votes[tax][series] == nil {
              guard let total = lines[whole].printed[series], let start = lines[first].printed[series] else { continue }
              let difference =
                (isNegated[whole][series] ? -total.amount : total.amount) - (isNegated[first][series] ? -start.amount : start.amount)
              let slack = total.half + start.half + part.half
              let holds = (difference - part.amount).magnitude <= slack
              let holdsOther = (difference + part.amount).magnitude <= slack
              if holds != holdsOther { votes[tax][series] = holds ? .asPrinted : .other }
            }
          }
        }
      }
    }
    return votes
  }

  // MARK: Losses

  /// `Net loss 1,552.5` and `Net loss (1,552.5)` are both losses; where a line has both signs, most of its figures are losses.
  private mutating func decideLoss(_ index: Int, _ lines: [Line]) {
    let line = lines[index]
    guard line.sense == .loss else { return }
    let positive = line.printed.count { ($0?.amount.sign ?? 0) > 0 }
    let negative = line.printed.count { ($0?.amount.sign ?? 0) < 0 }
    let first = line.printed.first { ($0?.amount.sign ?? 0) != 0 }??.amount.sign ?? 1
    let lossIsPositive = positive == negative ? first > 0 : positive > negative
    for series in line.printed.indices { isNegated[index][series] = lossIsPositive }
  }

  /// A line named for a loss whose figures have both signs is doubtful, unless a relation that it takes part in holds.
  private mutating func confirmLosses(_ lines: [Line], _ votes: [[Vote?]]) {
    for index in lines.indices where lines[index].sense == .loss {
      let signs = Set(lines[index].printed.compactMap { $0?.amount.sign }.filter { $0 != 0 })
      guard signs.count == 2 else { continue }
      let minority = lines[index].printed.indices.first { series in
        guard let amount = lines[index].printed[series]?.amount, amount.sign != 0 else { return false }
        return (isNegated[index][series] ? -amount : amount).sign > 0
      }
      guard let minority else { continue }
      let proved = votes.indices.contains { other in
        votes[other][minority] != nil
          && SignConvention.relations.contains { $0.second == lines[other].id && ($0.whole + $0.first).contains(lines[index].id) }
      }
      findings.append(
        Doubt(
          line: index, series: minority, severity: proved ? .info : .warning,
          message: "the line is named for a loss and has figures of both signs; the rarer sign is taken as a profit"))
    }
  }

  // MARK: Costs

  private mutating func decideCosts(_ costs: [Int], _ lines: [Line], _ votes: [[Vote?]]) {
    guard !costs.isEmpty else { return }
    // How many lines speak for costs without a minus, by proof and by their figures.
    var proved = (positive: 0, negative: 0)
    var seen = (positive: 0, negative: 0)
    for index in costs {
      let line = lines[index]
      let known = votes[index].compactMap { $0 }
      let other = known.count { $0 == .other }
      if other * 2 > known.count { proved.positive += 1 } else if !known.isEmpty { proved.negative += 1 }
      if line.sense == .credit || line.sense == .loss { continue }
      let positive = line.printed.count { ($0?.amount.sign ?? 0) > 0 }
      let negative = line.printed.count { ($0?.amount.sign ?? 0) < 0 }
      if positive > negative { seen.positive += 1 } else if negative > positive { seen.negative += 1 }
    }
    let tablePrintsPositive: Bool? =
      (proved.positive > 0) != (proved.negative > 0)
      ? proved.positive > 0 : seen.positive == seen.negative ? nil : seen.positive > seen.negative
    let isClear = tablePrintsPositive.map { $0 ? seen.positive >= 3 * seen.negative : seen.negative >= 3 * seen.positive } ?? false
    for index in costs { decideCost(index, lines[index], votes[index], tablePrintsPositive, isClear: isClear) }
  }

  /// Lets the sums of the table decide the lines that are printed against the others.
  private mutating func proveCosts(_ lines: [Line], _ owners: [Int]) {
    guard !against.isEmpty else { return }
    let proof = CostProof(lines, owners: owners, open: against)
    let decided = isNegated
    for line in against.sorted() {
      let proofs = lines[line].printed.indices.map { series -> Bool? in
        (lines[line].printed[series]?.amount.sign ?? 0) == 0 ? nil : proof.isNegated(line, series, decided)
      }
      let shown = Set(proofs.compactMap { $0 })
      guard shown.count == 1, let isCost = shown.first else { continue }
      for series in lines[line].printed.indices { isNegated[line][series] = proofs[series] ?? isCost }
      let series = proofs.firstIndex { $0 != nil } ?? 0
      findings.removeAll { $0.line == line }
      let first = lines[line].printed[series]?.amount.sign ?? 0
      findings.append(
        Doubt(
          line: line, series: series, severity: .info,
          message: isCost == (first > 0)
            ? "its figures have the opposite sign to the costs of the table, and are costs all the same, as the table's sums show"
            : "its figures have the opposite sign to the costs of the table, and are income, as the table's sums show",
          remedy: "nothing, if that is right; else print all costs with one sign"))
    }
  }

  private mutating func decideCost(_ index: Int, _ line: Line, _ votes: [Vote?], _ table: Bool?, isClear: Bool) {
    let known = votes.compactMap { $0 }
    let byVote: Bool? = known.isEmpty ? nil : known.count { $0 == .other } * 2 > known.count
    let positive = line.printed.count { ($0?.amount.sign ?? 0) > 0 }
    let negative = line.printed.count { ($0?.amount.sign ?? 0) < 0 }
    let own: Bool? = positive == negative ? nil : positive > negative
    let byHint: Bool?
    switch line.hint {
    case .costsPositive: byHint = true
    case .costsNegative: byHint = false
    case .deducted: byHint = own ?? true
    case nil: byHint = nil
    }
    var printsPositive = byVote ?? byHint
    if printsPositive == nil {
      switch line.sense {
      case .credit: printsPositive = false
      case .loss: printsPositive = own ?? true
      case .asItem, .either:
        let isOneSided = positive == 0 || negative == 0
        if let table, isOneSided, let own, own != table {
          // The whole line against the others: a line of income under a cost's name, or a line printed in its own way.
          let first = line.printed.firstIndex { ($0?.amount.sign ?? 0) != 0 } ?? 0
          printsPositive = isClear ? table : own
          against.insert(index)
          findings.append(
            Doubt(
              line: index, series: first, severity: .warning,
              message: isClear
                ? "its figures have the opposite sign to the costs of the table, and are taken as income"
                : "its figures have the opposite sign to most costs of the table; they are taken as costs"))
        } else {
          printsPositive = table ?? own
        }
      }
    }
    if printsPositive == nil, positive > 0 {
      let first = line.printed.firstIndex { ($0?.amount.sign ?? 0) != 0 } ?? 0
      findings.append(
        Doubt(
          line: index, series: first, severity: .warning,
          message: "nothing shows whether its costs are printed with a minus or without; they are taken as printed without"))
      printsPositive = true
    }
    let usual = printsPositive ?? true
    for series in line.printed.indices {
      // A column whose own arithmetic shows it is read by that.
      isNegated[index][series] = votes[series].map { $0 == .other } ?? usual
    }
    if known.isEmpty, byHint == nil, positive > 0, negative > 0, line.sense != .loss {
      let rare = line.printed.firstIndex { amount in
        guard let amount, amount.amount.sign != 0 else { return false }
        return (amount.amount.sign > 0) != usual
      }
      if let rare {
        findings.append(
          Doubt(
            line: index, series: rare, severity: .info,
            message: "the figure has the opposite sign to the table's costs, and is taken as income"))
      }
    }
  }

  /// Cost of sales that raises the gross profit above the revenue in every column: the sums hold, and two labels have changed places.
  private mutating func sayRaising(_ lines: [Line], _ owners: [Int], _ votes: [[Vote?]]) {
    let revenues = SignConvention.relations.first { $0.second == "cost-of-sales" }?.first ?? []
    for (index, line) in lines.enumerated() where line.id == "cost-of-sales" && line.sense != .credit {
      let shown = line.printed.indices.filter { (line.printed[$0]?.amount.sign ?? 0) != 0 }
      guard let first = shown.first,
        shown.allSatisfy({ votes[index][$0] != nil && ((line.printed[$0]?.amount.sign ?? 0) > 0) != isNegated[index][$0] }),
        // Where revenue is negative, the whole table has the signs of a ledger.
        !lines.indices.contains(where: { other in
          revenues.contains(lines[other].id) && owners[other] == owners[index]
            && shown.contains { (lines[other].printed[$0]?.amount.sign ?? 0) < 0 }
        })
      else { continue }
      findings.append(
        Doubt(
          line: index, series: first, severity: .warning,
          message: "by the table's sums the cost of sales is income: gross profit is larger than revenue",
          remedy: "look whether the labels of revenue and gross profit have changed places, and check the signs"))
    }
  }
}
