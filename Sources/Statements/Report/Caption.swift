/// The caption of a row, worded by the signs of the figures in it: `Loss before tax`, `Profit/(loss)`, `Net assets/(liabilities)`.
enum Caption {
  /// How a caption that begins so is worded for figures that are all negative, and for some of either sign.
  static let variants = [("Profit", "Loss", "Profit/(loss)"), ("Net assets", "Net liabilities", "Net assets/(liabilities)")]

  static func of(_ item: LineItem, _ values: [Amount]) -> Text {
    let hasNegative = values.contains { $0.sign < 0 }
    let hasPositive = values.contains { $0.sign > 0 }
    guard hasNegative, let variant = variant(of: item, isMixed: hasPositive) else { return .caption(item) }
    return Text(stringLiteral: variant)
  }

  /// The caption within a sentence.
  static func lower(_ item: LineItem, _ value: Amount) -> Text {
    guard value.sign < 0, let variant = variant(of: item, isMixed: false) else { return .lowerCaption(item) }
    return Text(stringLiteral: variant.lowercased())
  }

  /// A caption as figures that are negative, all or some, have it; nil where they change nothing.
  static func variant(of item: LineItem, isMixed: Bool) -> String? {
    guard item.sign == .natural, item.statement != .unknown else { return nil }
    for (positive, negative, mixed) in variants where item.english.hasPrefix(positive) {
      return (isMixed ? mixed : negative) + item.english.dropFirst(positive.count)
    }
    return nil
  }
}
