/// A column of a register by what it holds; the raw value is its name in docs/INPUTS.md.
enum Column: String, Hashable, Sendable, CaseIterable {
  case account, accountName = "account name", amount, aliases, base, basis, by, carryingAmount = "carrying amount", check
  case shareClass = "class", consideration, controlAfter = "control after", costs, currency, date, end, entity, event, from
  case functionalCurrency = "functional currency", gaap, holder, issuer, item, kind, label, measure, nameChinese = "name zh"
  case nciPolicy = "nci policy", note, percent, perimeterFrom = "perimeter from", perimeterTo = "perimeter to", period, price, quote
  case rate, reason, retainedFairValue = "retained fair value", role, scenario, section, setting, shares, side, start, status
  case subsidiary, tax, to, unit, until, value, year, yearEnd = "year end"

  /// What a heading can stand for, the likeliest first; a form takes the first that it has.
  static func candidates(_ heading: String) -> [(column: Column, rank: Int)] {
    if isFigure(heading) { return [] }
    let key = key(heading)
    if let known = ColumnHeadings.byHeading[key] { return known }
    // `IndAS_Balance`, `Local Amount`, `本位币金额`: what a heading ends with says what it holds.
    let endings = ["balance", "amount", "余额", "餘額", "金额", "金額"]
    guard endings.contains(where: { key.hasSuffix($0) }), !key.contains("opening"), !key.contains("期初") else { return [] }
    return [(.amount, 90)]
  }

  /// Whether words are of digits and their marks alone, as most cells of a table are: no heading is.
  private static func isFigure(_ words: String) -> Bool {
    words.utf8.allSatisfy { byte in
      switch byte {
      // Digits, then a blank and , . ( ) -
      case 0x30...0x39, 0x20, 0x2C, 0x2E, 0x28, 0x29, 0x2D: true
      default: false
      }
    }
  }

  /// A heading as it is looked up: folded, and without blanks, so that `AccountName`, `account_name` and `Account name` are one.
  static func key(_ heading: String) -> String {
    let trimmed = Cell.trim(heading)
    return trimmed == "%" ? "%" : Folding.label(trimmed).filter { $0 != " " }
  }
}
