import DelimitedText

/// Totals that bookkeeping programs print below their parts: `Income`, `Sales`, `Services`, `Total Income`.
///
/// Where a total and one of its parts have words for the same item, the item is the total's: the part is not all of it.
extension Intake {
  mutating func settleTotals(
    _ lines: inout [ResolvedLine], _ block: StatementBlock, _ grid: FigureGrid, _ owners: StatementOwners, into taken: inout TakenStatement
  ) {
    let groups = Dictionary(grouping: lines.indices) { owners.ofLine[lines[$0].line]?.index ?? -1 }
    for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
      settleSame(group, &lines, block, grid, owners, into: &taken)
      settleIncome(group, &lines, block, grid, owners, into: &taken)
      settleCreditors(group, &lines, grid)
    }
  }

  /// Gives an item that a total and its parts have words for to the total.
  private mutating func settleSame(
    _ group: [Int], _ lines: inout [ResolvedLine], _ block: StatementBlock, _ grid: FigureGrid, _ owners: StatementOwners,
    into taken: inout TakenStatement
  ) {
    let byItem = Dictionary(grouping: group) { lines[$0].item }
    for (_, same) in byItem.sorted(by: { $0.key < $1.key }) where same.count > 1 {
      let totals = same.filter { lines[$0].meaning.key.hasPrefix("total ") }
      guard totals.count == 1, let total = totals.first, total == same.last else { continue }
      // Net assets are all of the equity: another figure beside the total is no part of it but a contradiction, which a check names.
      for part in same where part != total && isOther(part, total, lines, grid) && !isNetAssets(lines[part].meaning.key) {
        standAlone(part, below: total, &lines, block, owners, into: &taken)
      }
    }
  }

  private func isNetAssets(_ key: String) -> Bool { key.containsPhrase("net asset") || key.containsPhrase("净资产") }

  /// Whether two lines differ in a figure.
  private func isOther(_ one: Int, _ other: Int, _ lines: [ResolvedLine], _ grid: FigureGrid) -> Bool {
    (0..<grid.seriesCount).contains { series in
      guard let first = amount(lines[one], series, grid), let second = amount(lines[other], series, grid) else { return false }
      return first.magnitude != second.magnitude
    }
  }

  /// `Creditors: amounts falling due after more than one year` are not all non-current liabilities where provisions follow.
  private func settleCreditors(_ group: [Int], _ lines: inout [ResolvedLine], _ grid: FigureGrid) {
    let one = { [catalogue, lines] (id: String) in group.first { catalogue[lines[$0].item].id == id } }
    guard let start = one("total-assets-less-current-liabilities"), let part = one("non-current-liabilities"), let end = one("net-assets"),
      start < part, part < end, let other = catalogue.find(id: "long-term-payables"), one("long-term-payables") == nil
    else { return }
    let rest = group.filter { $0 > part && $0 < end && LedgerSide.liabilities.contains(catalogue[lines[$0].item].id) }
    guard !rest.isEmpty else { return }
    let isPart = (0..<grid.seriesCount).contains { series in
      guard let whole = amount(lines[start], series, grid), let first = amount(lines[part], series, grid),
        let net = amount(lines[end], series, grid)
      else { return false }
      let all = rest.reduce(first) { $0 + (amount(lines[$1], series, grid) ?? .zero) }
      return all != first && (whole + all == net || whole - all == net)
    }
    if isPart { lines[part].item = other }
  }

  /// `Total Income` is the revenue where the gross profit is what it leaves after the cost of sales, and no other line's revenue is.
  private mutating func settleIncome(
    _ group: [Int], _ lines: inout [ResolvedLine], _ block: StatementBlock, _ grid: FigureGrid, _ owners: StatementOwners,
    into taken: inout TakenStatement
  ) {
    var byID: [String: [Int]] = [:]
    for index in group { byID[catalogue[lines[index].item].id, default: []].append(index) }
    guard let revenue = catalogue.find(id: "revenue"), let total = byID["total-income"]?.last, let gross = byID["gross-profit"]?.last,
      total < gross
    else { return }
    let cost = byID["cost-of-sales"]?.last
    let parts = byID["revenue"] ?? []
    guard leaves(total, cost, gross, lines, grid), !parts.contains(where: { leaves($0, cost, gross, lines, grid) }) else { return }
    lines[total].item = revenue
    for part in parts where part < total { standAlone(part, below: total, &lines, block, owners, into: &taken) }
    // Beside a gross profit, `Net operating income` is what is left after the expenses, and no bank's income.
    if let net = byID["operating-income"]?.first(where: { lines[$0].meaning.key == "net operating income" && $0 > gross }),
      let profit = catalogue.find(id: "operating-profit"), byID["operating-profit"] == nil,
      leaves(gross, byID["total-expenses"]?.last, net, lines, grid)
    {
      lines[net].item = profit
    }
  }

  /// Whether `rest` is `whole` less `cost` in every series that has both, whatever the sign of the cost.
  private func leaves(_ whole: Int, _ cost: Int?, _ rest: Int, _ lines: [ResolvedLine], _ grid: FigureGrid) -> Bool {
    var holds = false
    for series in 0..<grid.seriesCount {
      guard let whole = amount(lines[whole], series, grid), let rest = amount(lines[rest], series, grid) else { continue }
      let cost = cost.flatMap { amount(lines[$0], series, grid) } ?? .zero
      guard whole - cost == rest || whole + cost == rest else { return false }
      holds = true
    }
    return holds
  }

  private func amount(_ line: ResolvedLine, _ series: Int, _ grid: FigureGrid) -> Amount? {
    grid.number(line.line, series).flatMap { Amount(coefficient: $0.coefficient, exponent: $0.exponent) }
  }

  /// Lets a part stand under its own words.
  private mutating func standAlone(
    _ part: Int, below total: Int, _ lines: inout [ResolvedLine], _ block: StatementBlock, _ owners: StatementOwners,
    into taken: inout TakenStatement
  ) {
    let (words, whole) = (lines[part].meaning.words, block.lines[lines[total].line].label)
    let isInstant = catalogue[lines[part].item].isInstant
    let entities = owners.entities(lines[part].line)
    var item = catalogue.add(label: words, isInstant: isInstant, of: entities)
    // The part's own words may be those of the item: then it needs others.
    if catalogue[item].statement != .unknown { item = catalogue.add(label: words + " within " + whole, isInstant: isInstant, of: entities) }
    lines[part].item = item
    taken.findings.append(
      Finding(
        .info, "unmapped", "\(quoted: words) is a part of \(quoted: whole) and keeps a line of its own",
        entity: owners.entity(lines[part].line, 0), item: item, place: block.lines[lines[part].line].place, actual: words,
        remedy: "say which line item it is in an `accounts` file with the columns label,item, or leave it so"))
  }
}
