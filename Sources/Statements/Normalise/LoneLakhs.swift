import DelimitedText

/// One number that is parted as lakhs, among others of the table that are not.
///
/// `34,59,110` among numbers such as `24,900`: two figures may have run together. The same number in a table that groups lakhs is beyond doubt.
enum LoneLakhs {
  /// What to say of a table in which one number alone groups lakhs, beside two others or more that are grouped; nil for any other.
  static func finding(
    _ readings: [AmountReading], isOfLakhs: @autoclosure () -> Bool, cell: (Int) -> (text: String, place: Place)
  ) -> Finding? {
    var lone: Int?
    var others = 0
    for (index, reading) in readings.enumerated() {
      switch reading {
      case .number(let number) where number.separators.groupsLakhs:
        guard lone == nil else { return nil }
        lone = index
      case .number(let number): others += number.separators.grouping == nil ? 0 : 1
      case .open: others += 1
      case .empty, .notAvailable, .notANumber, .tooManyDigits: continue
      }
    }
    guard let lone, others > 1, !isOfLakhs() else { return nil }
    let shown = cell(lone)
    return Finding(
      .warning, "separator-assumed",
      "\(quoted: shown.text) is taken as parted in lakhs, as no other figure of the table is: two figures may have run together",
      place: shown.place, expected: "one way of writing numbers in a table", actual: shown.text,
      remedy: "compare the figure with its source; write 1,234,567 for thousands where it is right")
  }

  /// Whether a table is of a country that counts in lakhs: by a currency of its figures, a unit, or a word in the first lines of
  /// the file such as `Rs.`.
  static func isOfLakhs(_ block: StatementBlock, _ table: Table) -> Bool {
    let units = block.series.compactMap(\.unit) + [block.preamble.unit?.value].compactMap { $0 }
    let currencies = units.compactMap(\.currency) + [block.preamble.currency?.value].compactMap { $0 }
    if currencies.contains(where: { LoneLakhs.currencies.contains($0.code) }) || units.contains(where: { [5, 7].contains($0.exponent) }) {
      return true
    }
    return (0..<min(table.recordCount, 12)).contains { index in
      let record = table[index]
      return (0..<record.fieldCount).contains { field in
        record.text(field).lowercased().split { !$0.isLetter }.contains { words.contains(String($0)) }
      }
    }
  }

  private static let currencies: Set = ["INR", "PKR", "BDT", "LKR", "NPR"]
  private static let words: Set = [
    "rs", "rupee", "rupees", "lakh", "lakhs", "lac", "lacs", "crore", "crores", "tk", "taka",
  ]
}
