/// What shows whether `1,250` beside `1000` is 1250 or 1.250: the column's own sums, or a currency that has no three decimals.
///
/// People type over figures that a program grouped, so both ways of writing stand in one column; where nothing shows which is meant,
/// it is asked.
struct DecimalMarkProof {
  /// Whether the open numbers of a column are grouped; nil where its sums show neither or both.
  ///
  /// A sum counts where an open number takes part in it: a figure that is the sum of those right above it, or the difference of two.
  static func isGrouped(_ column: [AmountReading]) -> Bool? {
    let grouped = sums(column) { grouped, _ in grouped }
    let decimal = sums(column) { _, decimal in decimal }
    return (grouped > 0) == (decimal > 0) ? nil : grouped > 0
  }

  /// How many sums hold where open numbers are read by `choose`.
  private static func sums(_ column: [AmountReading], _ choose: (AmountReading.Number, AmountReading.Number) -> AmountReading.Number) -> Int
  {
    var figures: [(amount: Amount, isOpen: Bool)] = []
    for reading in column {
      let number: AmountReading.Number
      let isOpen: Bool
      switch reading {
      case .number(let found): (number, isOpen) = (found, false)
      case .open(let grouped, let decimal): (number, isOpen) = (choose(grouped, decimal), true)
      case .empty, .notAvailable, .notANumber, .tooManyDigits: continue
      }
      if let amount = Amount(coefficient: number.coefficient, exponent: number.exponent) { figures.append((amount, isOpen)) }
    }
    var count = 0
    for total in figures.indices where total >= 2 && figures[total].amount.sign != 0 {
      var sum = Amount.zero
      var isOpen = figures[total].isOpen
      for part in figures[max(0, total - 40)..<total].indices.reversed() {
        sum += figures[part].amount
        isOpen = isOpen || figures[part].isOpen
        if part < total - 1, isOpen, sum == figures[total].amount { count += 1 }
      }
      let (first, second) = (figures[total - 2], figures[total - 1])
      if second.amount.sign > 0, first.isOpen || second.isOpen || figures[total].isOpen,
        first.amount - second.amount == figures[total].amount
      {
        count += 1
      }
    }
    return count
  }

  /// The currency of a column in units of one that is never written with three decimals; nil where it may be, or where a scale is given.
  static func currencyWithoutThousandths(_ block: StatementBlock, series: Int?) -> Currency? {
    let scaled = block.lines.contains { $0.unit != nil || $0.lacksUnit || $0.ofSeries.contains { $0 != nil } }
    guard !scaled, let series, block.series.indices.contains(series) else { return nil }
    let unit = block.series[series].unit ?? block.preamble.unit?.value
    guard unit?.exponent ?? 0 == 0, let currency = unit?.currency ?? block.preamble.currency?.value else { return nil }
    return ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"].contains(currency.code) ? nil : currency
  }
}
