/// One number that alone shows what a table's mark means, against many that say the other.
///
/// `18,35` among twenty numbers such as `21,400`: a digit may be missing from the one, and then the others are a thousand times as large.
enum LoneDecimalMark {
  /// So many others are enough where the mark is not the one that is usual before decimals in such a file.
  private static let fewest = 2

  /// The refusal of a table in which one number alone shows that its mark parts decimals, and many others all have just three digits
  /// behind that mark; nil for any other.
  static func refusal(_ readings: [AmountReading], isSemicolonFile: Bool, cell: (Int) -> (text: String, place: Place)) -> Rejection? {
    let others = DecimalMarks.sameGrouping(readings)
    guard let grouping = readings.lazy.compactMap(openGrouping).first else { return nil }
    let mark: DecimalMark? = grouping == .comma ? .comma : grouping == .point ? .point : nil
    guard others >= (mark == (isSemicolonFile ? .comma : .point) ? DecimalMarks.proofByNumber : fewest) else { return nil }
    var proof: Int?
    for (index, reading) in readings.enumerated() {
      guard case .number(let number) = reading, let proved = number.separators.provenDecimalMark else { continue }
      // A second number, or one that has thousands of its own beside its decimals, leaves no doubt.
      guard proved == mark, proof == nil, number.separators.grouping == nil else { return nil }
      proof = index
    }
    guard let proof else { return nil }
    let shown = cell(proof)
    return Rejection(
      "unreadable",
      "\(quoted: shown.text) alone shows that its mark parts decimals, and \(others) other numbers all have just three digits behind it, as thousands have",
      place: shown.place, found: shown.text, expected: "one way of writing numbers in a table",
      remedy: "complete the figure where a digit is missing, else write one more figure of the table with its decimals")
  }

  private static func openGrouping(_ reading: AmountReading) -> AmountReading.Grouping? {
    if case .open(let grouped, _) = reading { return grouped.separators.grouping }
    return nil
  }
}
