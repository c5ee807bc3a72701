import Testing

@testable import Statements

/// What holds for every issue, over ten thousand of them.
@Suite struct ShareIssuePropertyTests {
  /// An issue of random figures.
  private struct Issue {
    let held, others, issued: Int
    /// In cents.
    let netAssets, consideration, costs: Int

    init(using generator: inout SeededGenerator) {
      func size(_ most: Int) -> Int { Int.random(in: 1...most, using: &generator) }
      let most = [10, 1_000, 1_000_000_000][size(3) - 1]
      (held, others, issued) = (size(most), size(most), size(most))
      netAssets = Int.random(in: -1_000_000_000_000...1_000_000_000_000, using: &generator)
      consideration = size(1_000_000_000_000)
      costs = Int.random(in: 0...consideration / 10, using: &generator)
    }
  }

  private static func cents(_ cents: Int) -> Ratio { Ratio(numerator: cents, denominator: 100) }

  private static func text(_ cents: Int) -> String { Self.cents(cents).text(places: 2) }

  /// A group in which every subsidiary has twenty issues, one a month, each with a register and a position of the day before.
  private static func group(_ issues: [Issue]) -> CSVGroup {
    var entities = "entity,role,functional currency\nParent,parent,CNY\nOthers,outside,\nNewcomer,outside,\n"
    var holdings = "date,entity,holder,shares\n"
    var events = "event,date,entity,kind,to,shares,consideration,currency,costs,control after\n"
    var files: [String: String] = [:]
    for first in stride(from: 0, to: issues.count, by: 20) {
      let name = "Sub \(first)"
      entities += "\(name),subsidiary,CNY\n"
      var (dates, figures) = ("", "")
      for number in first..<min(first + 20, issues.count) {
        let issue = issues[number]
        let monthEnd = CalendarDate.day(2015, 1, 31).adding(months: number - first)
        dates += ",\(monthEnd.isoText)"
        figures += ",\(text(issue.netAssets))"
        holdings += "\(monthEnd.isoText),\(name),Parent,\(issue.held)\n\(monthEnd.isoText),\(name),Others,\(issue.others)\n"
        let amounts = "\(issue.issued),\(text(issue.consideration)),CNY,\(text(issue.costs))"
        events += "\(number),\(monthEnd.adding(days: 1).isoText),\(name),issue,Newcomer,\(amounts),yes\n"
      }
      files["position-\(first).csv"] = "entity,\(name)\n\(dates)\nNet assets/(liabilities)\(figures)\n"
    }
    files["entities.csv"] = entities
    files["holdings.csv"] = holdings
    files["events.csv"] = events
    return CSVGroup(files)
  }

  @Test func ownersAndNonControllingInterestsGainWhatCameInToTheCent() throws {
    var generator = SeededGenerator(seed: 20_121_130)
    var count = 0
    var wrong: [String] = []
    for _ in 0..<10 {
      let issues = (0..<1_000).map { _ in Issue(using: &generator) }
      for transaction in Self.group(issues).accounts().transactions {
        let issue = issues[try #require(Int(transaction.event.name))]
        count += 1
        if let problem = Self.problem(issue, transaction) { wrong.append("\(issue): \(problem)") }
      }
    }
    #expect(count == 10_000)
    #expect(wrong.isEmpty, "\(wrong.prefix(3))")
  }

  /// What does not hold of an issue's treatment.
  private static func problem(_ issue: Issue, _ transaction: EquityTransaction) -> String? {
    guard let before = transaction.interestBefore, let after = transaction.interestAfter, let nciBefore = transaction.nciBefore,
      let nciAfter = transaction.nciAfter, let owners = transaction.ownersAdjustment, let consideration = transaction.consideration
    else { return "not treated" }
    let shares = issue.held + issue.others
    if before != Ratio(numerator: issue.held, denominator: shares) { return "interest before" }
    if after != Ratio(numerator: issue.held, denominator: shares + issue.issued) { return "interest after" }
    if before.sign < 0 || before > .one || after.sign < 0 || after >= before { return "an interest beyond what there is" }
    let cameIn = consideration - transaction.costs
    if cameIn.ratio != cents(issue.consideration - issue.costs) { return "what came in" }
    if owners + (nciAfter - nciBefore) != cameIn { return "the identity" }
    // The closed form, exact: p₁ (NA₀ + C) − p₀ NA₀; the two roundings of NCI are half a cent each at most.
    let exact = after * cents(issue.netAssets + issue.consideration - issue.costs) - before * cents(issue.netAssets)
    if (owners.ratio - exact).magnitude > Ratio(numerator: 1, denominator: 100) { return "the closed form" }
    // Each amount is whole cents.
    for amount in [nciBefore, nciAfter, owners] where amount.rounded(to: 2) != amount { return "parts of a cent" }
    if transaction.gainOrLoss != .zero || transaction.goodwillAdjustment != .zero { return "profit or loss" }
    return nil
  }

  @Test func theOrderInWhichFilesAreListedChangesNoByteOfAnyReport() {
    var generator = SeededGenerator(seed: 3)
    let group = Self.group((0..<40).map { _ in Issue(using: &generator) })
    let files = group.outcome().files
    #expect(files.count > 10)
    for _ in 0..<3 {
      let shuffled = group.shuffled(using: &generator).outcome().files
      #expect(shuffled == files)
    }
  }
}
