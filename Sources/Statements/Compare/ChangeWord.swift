/// How a change is put into words: a profit turns to a loss, a loss widens, net assets move to net liabilities.
///
///
enum ChangeWord: Hashable, Sendable {
  case rose, fell
  case turnedToProfit, turnedToLoss, lossWidened, lossNarrowed
  case movedToNetLiabilities, movedToNetAssets, netLiabilitiesWidened, netLiabilitiesNarrowed
  /// Another line whose sign changed: a tax charge that became a credit.
  case changedSign
  /// There was none, or there is none now.
  case arose, ended

  /// Whether it says that the sign changed, which is always worth a word.
  var isSignChange: Bool {
    switch self {
    case .turnedToProfit, .turnedToLoss, .movedToNetLiabilities, .movedToNetAssets, .changedSign: true
    case .rose, .fell, .lossWidened, .lossNarrowed, .netLiabilitiesWidened, .netLiabilitiesNarrowed, .arose, .ended: false
    }
  }

  /// The word for a change of a line; nil where there is none.
  init?(_ item: LineItem, current: Amount, prior: Amount) {
    guard current != prior else { return nil }
    let isBetter = current > prior
    let isNetAssets = item.id == "net-assets"
    switch (prior.sign, current.sign) {
    case (0, _): self = .arose
    case (_, 0): self = .ended
    case (1, -1): self = isNetAssets ? .movedToNetLiabilities : item.isResult ? .turnedToLoss : .changedSign
    case (-1, 1): self = isNetAssets ? .movedToNetAssets : item.isResult ? .turnedToProfit : .changedSign
    case (-1, -1) where isNetAssets: self = isBetter ? .netLiabilitiesNarrowed : .netLiabilitiesWidened
    case (-1, -1) where item.isResult: self = isBetter ? .lossNarrowed : .lossWidened
    // A cost is stored negative: it rises where the stored value falls.
    case (-1, -1) where item.sign == .negative: self = isBetter ? .fell : .rose
    default: self = isBetter ? .rose : .fell
    }
  }
}

extension LineItem {
  /// Whether it is a profit or a loss: a result before, after or between other lines.
  var isResult: Bool {
    guard statement == .income || statement == .comprehensive, sign == .natural else { return false }
    return id.contains("profit") || id.hasPrefix("ebit") || id == "adjusted-ebitda" || id.hasPrefix("total-comprehensive-income")
      || id.hasPrefix("net-income")
  }
}

/// Whether a change is good news for the owners, by the nature of its line.
///
/// A higher stored value is favourable for income, profits and net assets, and for costs, which are stored negative; adverse for
/// liabilities. Non-controlling interests, movements of owners and most lines of the position are neither.
enum Judgement: Hashable, Sendable {
  case favourable, adverse

  init?(_ item: LineItem, change: Amount) {
    guard change.sign != 0 else { return nil }
    switch item.polarity {
    case .favourable: self = change.sign > 0 ? .favourable : .adverse
    case .adverse: self = change.sign > 0 ? .adverse : .favourable
    case .neutral: return nil
    }
  }
}
