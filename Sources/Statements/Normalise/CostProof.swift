/// Whether a line of costs that is printed against the others is a cost or an income, as the results above and below it show.
///
/// `400`, `(150)`, `20`, `230`: 400 less 150 less 20 is 230, so the 20 without brackets is a cost all the same.
struct CostProof {
  private static let results: Set = [
    "gross-profit", "operating-profit", "ebit", "ebitda", "operating-profit-before-impairment", "profit-after-impairment",
    "profit-before-tax", "profit-after-tax", "profit-from-continuing-operations",
  ]
  private static let starts = results.union(["revenue", "operating-revenue", "total-operating-revenue", "total-income", "operating-income"])
  /// More lines in doubt between two results than this prove nothing.
  private static let mostOpen = 5

  private let lines: [SignConvention.Line]
  private let owners: [Int]
  private let open: Set<Int>

  init(_ lines: [SignConvention.Line], owners: [Int], open: Set<Int>) {
    self.lines = lines
    self.owners = owners
    self.open = open
  }

  /// Whether the figure of an open line is negated by what the sums show; nil where they show nothing.
  func isNegated(_ line: Int, _ series: Int, _ decided: [[Bool]]) -> Bool? {
    guard let end = nearest(after: line, series) else { return nil }
    var found: Bool?
    for start in starts(before: line, series) {
      guard let proof = proof(line, series, from: start, to: end, decided) else { continue }
      if let found, found != proof { return nil }
      found = proof
    }
    return found
  }

  private func nearest(after line: Int, _ series: Int) -> Int? {
    lines.indices.first { $0 > line && owners[$0] == owners[line] && CostProof.results.contains(lines[$0].id) && has($0, series) }
  }

  /// The nearest result above, and the first line of revenue.
  private func starts(before line: Int, _ series: Int) -> [Int] {
    let above = lines.indices.filter {
      $0 < line && owners[$0] == owners[line] && CostProof.starts.contains(lines[$0].id) && has($0, series)
    }
    guard let first = above.first, let last = above.last else { return [] }
    return first == last ? [last] : [last, first]
  }

  private func has(_ line: Int, _ series: Int) -> Bool { lines[line].printed[series] != nil }

  /// The one way of reading the open lines between two results in which the sum holds, as far as it says something of `line`.
  private func proof(_ line: Int, _ series: Int, from start: Int, to end: Int, _ decided: [[Bool]]) -> Bool? {
    func value(_ index: Int, negated: Bool) -> Amount {
      let amount = lines[index].printed[series]?.amount ?? .zero
      return negated ? -amount : amount
    }
    let between = (start + 1..<end).filter { owners[$0] == owners[line] && has($0, series) && lines[$0].statement == .income }
    // A result between is a sum of its own.
    let parts = between.filter { !CostProof.results.contains(lines[$0].id) }
    let inDoubt = parts.filter { open.contains($0) }
    guard let position = inDoubt.firstIndex(of: line), inDoubt.count <= CostProof.mostOpen else { return nil }
    let slack = (parts + [start, end]).reduce(Amount.zero) { $0 + (lines[$1].printed[series]?.half ?? .zero) }
    let fixed = parts.filter { !open.contains($0) }.reduce(value(start, negated: decided[start][series])) {
      $0 + value($1, negated: decided[$1][series])
    }
    let wanted = value(end, negated: decided[end][series])
    var ways: [Int] = []
    for way in 0..<(1 << inDoubt.count) {
      let sum = inDoubt.indices.reduce(fixed) { $0 + value(inDoubt[$1], negated: way & (1 << $1) != 0) }
      if (sum - wanted).magnitude <= slack { ways.append(way) }
    }
    let readings = Set(ways.map { $0 & (1 << position) != 0 })
    return readings.count == 1 ? readings.first : nil
  }
}
