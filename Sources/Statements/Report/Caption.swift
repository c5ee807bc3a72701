/// The caption of a row, worded by the signs of the figures in it: `Loss before tax`, `Profit/(loss)`, `Net assets/(liabilities)`.
enum Caption {
  static func of(_ item: LineItem, _ values: [Amount]) -> String {
    let hasNegative = values.contains { $0.sign < 0 }
    let hasPositive = values.contains { $0.sign > 0 }
    guard hasNegative, item.sign == .natural else { return item.english }
    for (positive, negative, mixed) in [("Profit", "Loss", "Profit/(loss)"), ("Net assets", "Net liabilities", "Net assets/(liabilities)")]
    {
      guard item.english.hasPrefix(positive) else { continue }
      return (hasPositive ? mixed : negative) + item.english.dropFirst(positive.count)
    }
    return item.english
  }
}
