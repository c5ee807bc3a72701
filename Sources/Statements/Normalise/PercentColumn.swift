import DelimitedText

/// Whether a column of holdings has percentages or fractions of one, decided for the column as a whole.
struct PercentColumn {
  /// Said where nothing in the column shows it.
  let assumption: Finding?
  private var byLine: [Int: (fraction: Ratio, tolerance: Ratio)] = [:]

  init(_ reader: RegisterReader, _ refused: inout Refusals) {
    var cells: [(row: RegisterReader.Row, number: AmountReading.Number)] = []
    for row in reader.rows {
      guard let number = row.number(.percent, &refused) else { continue }
      guard abs(number.exponent) <= 60 else {
        refused.add(PercentColumn.refusal(row, "the number is out of range"))
        continue
      }
      cells.append((row, number))
    }
    let values = cells.map { Ratio(coefficient: $0.number.coefficient, exponent: $0.number.exponent) }
    let isSigned = cells.contains { $0.number.isPercent }
    // Without a percent sign, a column that nowhere exceeds one counts fractions of one.
    let areFractions = !cells.isEmpty && !isSigned && values.allSatisfy { $0 <= .one }
    for (index, (row, number)) in cells.enumerated() {
      if values[index].sign < 0 { refused.add(PercentColumn.refusal(row, "a holding must not be negative")) }
      if values[index] > (areFractions ? .one : Ratio(100)) { refused.add(PercentColumn.refusal(row, "nobody holds more than all")) }
      if isSigned, !number.isPercent, values[index] <= .one, values[index].sign > 0 {
        refused.add(
          PercentColumn.refusal(
            row, "\(quoted: row.words(.percent) ?? "") has no percent sign where other cells of the column have one, and may be a fraction")
        )
      }
      let shift = areFractions ? 0 : 2
      byLine[row.record.lineNumber] = (
        Ratio(coefficient: number.coefficient, exponent: number.exponent - shift),
        Ratio(coefficient: 5, exponent: number.exponent - shift - 1)
      )
    }
    assumption =
      areFractions
      ? Finding(
        .info, "period-assumed", "the percentages are taken as fractions of one: none has a percent sign and none exceeds 1",
        place: cells.first.map { $0.row.place(.percent) }, remedy: "write a percent sign behind them if they are percentages") : nil
  }

  /// The fraction of a row with half a unit of its last digit.
  func fraction(_ row: RegisterReader.Row) -> (fraction: Ratio, tolerance: Ratio)? { byLine[row.record.lineNumber] }

  private static func refusal(_ row: RegisterReader.Row, _ message: Text) -> Rejection {
    Rejection(
      "unreadable", message, place: row.place(.percent), found: row.words(.percent), expected: "a percentage from 0 % to 100 %",
      remedy: "write all cells of the column as percentages, such as 19.49%")
  }
}
