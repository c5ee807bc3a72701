/// The caption of a row, worded by the signs of the figures in it: `Loss before tax`, `Profit/(loss)`, `Net assets/(liabilities)`.
enum Caption {
  /// How a caption that begins so is worded for figures that are all negative, and for some of either sign.
  static let variants = [("Profit", "Loss", "Profit/(loss)"), ("Net assets", "Net liabilities", "Net assets/(liabilities)")]

  static func of(_ item: LineItem, _ values: [Amount]) -> Text {
    let hasNegative = values.contains { $0.sign < 0 }
    let hasPositive = values.contains { $0.sign > 0 }
    guard hasNegative, item.sign == .natural, item.statement != .unknown else { return .caption(item) }
    for (positive, negative, mixed) in variants where item.english.hasPrefix(positive) {
      return Text(stringLiteral: (hasPositive ? mixed : negative) + item.english.dropFirst(positive.count))
    }
    return .caption(item)
  }
}
