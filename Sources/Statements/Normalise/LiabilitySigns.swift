/// How a table prints its liabilities, shown by its own arithmetic.
///
/// `Creditors (1,200)` between `Current assets 1,500` and `Net current assets 300` is a deduction: a liability of 1,200. The brackets of
/// `Deferred tax (5)` among liabilities that add up without them are a debit. So each total of liabilities is tried in the sums that the
/// statement of financial position is made of, in each column; what a total proves holds for the lines of its section. What nothing
/// proves stays as printed, with a warning.
struct LiabilitySigns {
  /// Whether each line's figures are negated, by series.
  private(set) var isNegated: [[Bool]]
  private(set) var findings: [SignConvention.Doubt] = []
  private let lines: [SignConvention.Line]
  private let owners: [Int]
  /// What is proved of each figure: whether it is printed as a deduction.
  private var proved: [[Bool?]]

  init(_ lines: [SignConvention.Line], owners: [Int]) {
    self.lines = lines
    self.owners = owners
    isNegated = lines.map { line in [Bool](repeating: false, count: line.printed.count) }
    proved = lines.map { line in [Bool?](repeating: nil, count: line.printed.count) }
    let doubtful = lines.indices.filter { lines[$0].isLiability && hasMinus($0) }
    let minorities = lines.indices.filter { lines[$0].id == "non-controlling-interests" && hasMinus($0) }
    guard !(doubtful + minorities).isEmpty else { return }
    for owner in Set(owners).sorted() {
      let group = lines.indices.filter { owners[$0] == owner }
      for series in lines[group[0]].printed.indices { prove(group, series) }
      for series in lines[group[0]].printed.indices { decide(group, series) }
    }
    sayDeducted()
  }

  private func hasMinus(_ line: Int) -> Bool {
    lines[line].printed.contains { ($0?.amount.sign ?? 0) < 0 }
  }

  // MARK: Proof

  /// Wholes that are their first parts less liabilities, or plus them.
  private static let sums: [(whole: String, firsts: [[String]], total: String, isAdded: Bool)] = [
    ("net-current-assets", [["current-assets"]], "current-liabilities", false),
    (
      "total-assets-less-current-liabilities",
      [["total-assets"], ["non-current-assets", "current-assets"], ["property-plant-and-equipment", "current-assets"]],
      "current-liabilities", false
    ),
    ("total-assets-less-current-liabilities", [["total-assets"]], "current-liabilities", false),
    ("net-assets", [["total-assets"]], "total-liabilities", false),
    ("net-assets", [["total-assets-less-current-liabilities"]], "non-current-liabilities", false),
    ("total-liabilities-and-equity", [["net-assets"]], "total-liabilities", true),
    ("total-assets", [["net-assets"]], "total-liabilities", true),
    ("equity-attributable-to-owners", [["net-assets"]], "non-controlling-interests", false),
  ]

  /// Wholes that are all assets above them less all liabilities above them, whatever totals these have.
  private static let differences = ["net-current-assets", "total-assets-less-current-liabilities", "net-assets"]

  /// Net current assets are made of current lines alone.
  private func takesPart(_ line: Int, in whole: Int) -> Bool { lines[whole].id != "net-current-assets" || isCurrent(line) == true }

  private mutating func prove(_ group: [Int], _ series: Int) {
    for line in group where lines[line].hint == .deducted && sign(line, series) < 0 && lines[line].isLiability {
      proved[line][series] = true
    }
    for sum in LiabilitySigns.sums {
      guard let whole = only(sum.whole, group, series) else { continue }
      for firsts in sum.firsts {
        let parts = firsts.compactMap { only($0, group, series) }
        guard parts.count == firsts.count, let last = parts.max() else { continue }
        var terms: [[Int]] = []
        if let total = only(sum.total, group, series) { terms.append([total]) }
        if sum.total != "non-controlling-interests" {
          // The liabilities between the two lines, all of them, or from the last total on.
          let between = group.filter { $0 > last && $0 < whole && lines[$0].isLiability && lines[$0].printed[series] != nil }
          terms.append(between)
          if let start = between.lastIndex(where: { LineContext.sections[lines[$0].id] != nil }) { terms.append(Array(between[start...])) }
        }
        for term in terms where !term.isEmpty { settle(term, parts, whole, series, isAdded: sum.isAdded) }
      }
    }
    for whole in LiabilitySigns.differences.compactMap({ only($0, group, series) }) {
      let above = group.filter { $0 < whole && lines[$0].printed[series] != nil && takesPart($0, in: whole) }
      let open = OpenLines(lines, series: series)
      let assets = open.left(of: above.filter { lines[$0].isAsset })
      let liabilities = open.left(of: above.filter { lines[$0].isLiability })
      guard !assets.isEmpty, !liabilities.isEmpty else { continue }
      settle(liabilities, assets, whole, series, isAdded: false)
    }
    // What the whole shows of its sections, they show of their lines.
    for _ in 0..<2 {
      for total in group where proved[total][series] != nil { spread(total, group, series) }
    }
  }

  /// Tries both signs of `term`; what holds in one way only is proved.
  private mutating func settle(_ term: [Int], _ parts: [Int], _ whole: Int, _ series: Int, isAdded: Bool) {
    let all = term + parts + [whole]
    let slack = all.reduce(Amount.zero) { $0 + (lines[$1].printed[series]?.half ?? .zero) }
    let difference = amount(whole, series) - parts.reduce(Amount.zero) { $0 + amount($1, series) }
    let sum = term.reduce(Amount.zero) { $0 + amount($1, series) }
    let isWithMinus = (difference - sum).magnitude <= slack
    let isWithout = (difference + sum).magnitude <= slack
    guard isWithMinus != isWithout else { return }
    // Added to what it makes, a liability without a minus is natural; taken off, one with a minus is a deduction.
    let isDeducted = isAdded ? isWithout : isWithMinus
    for line in term where proved[line][series] == nil { proved[line][series] = isDeducted }
  }

  /// What a proved total shows of the lines of its section: those that add up to it are printed as it is.
  private mutating func spread(_ total: Int, _ group: [Int], _ series: Int) {
    guard let section = LineContext.sections[lines[total].id], section.side == .liabilities, let isDeducted = proved[total][series] else {
      return
    }
    let parts = group.filter { line in
      line != total && lines[line].isLiability && LineContext.sections[lines[line].id].map { $0.isCurrent != nil } ?? true
        && lines[line].printed[series] != nil && (section.isCurrent == nil || isCurrent(line) == section.isCurrent)
    }
    let sum = parts.reduce(Amount.zero) { $0 + amount($1, series) }
    let slack = parts.reduce(lines[total].printed[series]?.half ?? .zero) { $0 + (lines[$1].printed[series]?.half ?? .zero) }
    let addUp = (sum - amount(total, series)).magnitude <= slack
    for line in parts where proved[line][series] == nil {
      if addUp || sign(line, series) == sign(total, series) { proved[line][series] = isDeducted }
    }
  }

  private func isCurrent(_ line: Int) -> Bool? {
    LineContext.sections[lines[line].id]?.isCurrent ?? lines[line].isCurrent
  }

  // MARK: Decision

  private mutating func decide(_ group: [Int], _ series: Int) {
    let liabilities = group.filter { lines[$0].isLiability && sign($0, series) != 0 }
    let known = Set(liabilities.compactMap { proved[$0][series] })
    // A column that proves nothing is printed as the others are.
    let others = Set(liabilities.flatMap { line in proved[line].compactMap { $0 } })
    let usual = known.count == 1 ? known.first : known.isEmpty && others.count == 1 ? others.first : nil
    let isAllMinus = liabilities.allSatisfy { sign($0, series) < 0 }
    var isSaid = false
    for line in liabilities {
      if let isDeducted = proved[line][series] {
        isNegated[line][series] = isDeducted
      } else if sign(line, series) < 0, usual == true {
        isNegated[line][series] = true
      } else if sign(line, series) < 0, usual == nil, isAllMinus || LineContext.sections[lines[line].id] != nil, !isSaid {
        isSaid = true
        findings.append(
          SignConvention.Doubt(
            line: line, series: series, severity: .warning,
            message:
              "liabilities are printed with a minus or in brackets, and no sum of the table shows that these are deductions; they are taken as printed, as debits",
            remedy: "print liabilities without a minus, or add the totals that they lead to, such as the net assets"))
      }
    }
    for line in group where lines[line].id == "non-controlling-interests" && proved[line][series] == true {
      isNegated[line][series] = true
    }
  }

  /// Says once what was taken as a deduction.
  private mutating func sayDeducted() {
    guard let line = isNegated.firstIndex(where: { $0.contains(true) }), let series = isNegated[line].firstIndex(of: true) else { return }
    findings.append(
      SignConvention.Doubt(
        line: line, series: series, severity: .info,
        message: "liabilities with a minus or in brackets are deductions, as the sums of the table show, and are taken as positive",
        remedy: "nothing, if they are deductions"))
  }

  // MARK: Figures

  private func amount(_ line: Int, _ series: Int) -> Amount { lines[line].printed[series]?.amount ?? .zero }

  private func sign(_ line: Int, _ series: Int) -> Int { lines[line].printed[series]?.amount.sign ?? 0 }

  /// The one line of an item that has a figure in a series; the first of several that say the same, such as net assets and total equity.
  private func only(_ id: String, _ group: [Int], _ series: Int) -> Int? {
    let found = group.filter { lines[$0].id == id && lines[$0].printed[series] != nil }
    guard let first = found.first, found.allSatisfy({ amount($0, series) == amount(first, series) }) else { return nil }
    return first
  }
}
