/// The lines above a whole that no total above it holds: what the whole is made of, whether its sections have totals of their own or not.
///
/// `Plant 6,400`, then `Trade receivables 1,250`, `Cash 2,100` and their unlabelled `3,350`, leave 6,400 and 3,350: a total takes the place
/// of the nearest lines above that come to it, and a total of totals takes theirs.
struct OpenLines {
  private let lines: [SignConvention.Line]
  private let series: Int

  init(_ lines: [SignConvention.Line], series: Int) {
    self.lines = lines
    self.series = series
  }

  /// What is left of `candidates`, lines of one side in their order that have a figure.
  func left(of candidates: [Int]) -> [Int] {
    var open: [Int] = []
    for line in candidates {
      if let section = LineContext.sections[lines[line].id] {
        // The total of a whole side holds all of it, also where lines above are not parts one by one.
        open.removeLast(section.isCurrent == nil ? open.count : partCount(of: line, in: open))
      }
      open.append(line)
    }
    return open
  }

  /// How many of the last open lines come to a total: the fewest that do; none where none do.
  private func partCount(of total: Int, in open: [Int]) -> Int {
    var sum = Amount.zero
    var slack = half(total)
    for (count, line) in open.reversed().enumerated() {
      sum += amount(line)
      slack += half(line)
      if (sum - amount(total)).magnitude <= slack { return count + 1 }
    }
    return 0
  }

  private func amount(_ line: Int) -> Amount { lines[line].printed[series]?.amount ?? .zero }

  private func half(_ line: Int) -> Amount { lines[line].printed[series]?.half ?? .zero }
}
