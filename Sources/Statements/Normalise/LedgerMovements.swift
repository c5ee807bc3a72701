import DelimitedText

/// Where the movements of one entity become figures: the stretches of its results, and the days at which its positions stand.
struct LedgerMovements {
  /// The stretches, each within one financial year.
  let stretches: [Period]
  /// Whether opening balances are given, or said to be nil: without them nobody knows a position.
  let knowsPositions: Bool
  /// What had to be assumed of the first and the last day.
  let assumption: Text?

  /// - Parameters:
  ///   - days: the days of what was posted, opening balances left out.
  ///   - stated: the stretch that the titles name.
  init?(_ days: [CalendarDate], stated: Period?, yearEnd: DayOfYear, knowsPositions: Bool) {
    guard let first = days.min(), let last = days.max() else { return nil }
    self.knowsPositions = knowsPositions
    var (start, end) = (first.monthEnd.adding(days: 1).adding(months: -1), last.monthEnd)
    if let stated, let from = stated.start, from <= first, stated.end >= last {
      (start, end) = (from, stated.end)
      assumption = nil
    } else {
      assumption =
        "the rows are what was posted, and stand for the months from \(start) to \(end), in which the first and the last of them fall"
    }
    var found: [Period] = []
    var begin = start
    while begin <= end, found.count < 100 {
      let year = FinancialYear(containing: begin, yearEnd: yearEnd)
      let close = min(year.end, end)
      guard let stretch = Period.from(begin, to: close) else { break }
      found.append(stretch)
      begin = close.adding(days: 1)
    }
    stretches = found
  }

  /// The periods of the figures that a row of `day` is part of.
  func periods(of day: CalendarDate, isInstant: Bool, isOpening: Bool) -> [Period] {
    if isInstant { return knowsPositions ? stretches.filter { isOpening || day <= $0.end }.map { .asAt($0.end) } : [] }
    return stretches.filter { stretch in day <= stretch.end && (stretch.start.map { $0 <= day } ?? false) }
  }

  /// Words by which a row says that it is a balance brought forward.
  static func isOpening(_ text: String) -> Bool {
    let key = " " + Folding.name(text) + " "
    // `Retained earnings brought forward`, `Opening balance equity`: accounts, and no word on what their rows are.
    let accounts = [
      " retained ", " profit ", " profits ", " loss ", " losses ", " earnings ", " reserve ", " reserves ", " equity ", "利润", "利潤", "盈余",
      "盈餘", "权益", "權益",
    ]
    if accounts.contains(where: key.containsPhrase) { return false }
    return [
      " opening balance", " balance brought ", " brought forward ", " brought down ", " b f ", " b d ", " b fwd ", " bal bf ",
      " beginning balance",
      "期初余额", "期初餘額", "年初余额", "年初餘額", "上年结转", "上年結轉", "上期结转", "承前",
    ].contains(where: key.containsPhrase)
  }

  /// Whether a cell is such words; most are none by their letters alone.
  static func isOpening(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    // All of the words have a b, or are not of ASCII.
    guard cell.contains(where: { $0 | 0x20 == UInt8(ascii: "b") || $0 >= 0x80 }) else { return false }
    return isOpening(Cell.trim(String(decoding: cell, as: UTF8.self)))
  }

  /// Whether a line above the table says that the ledger begins from nil: `opening balances,nil`, 自成立.
  static func beginsFromNil(_ reader: RegisterReader) -> Bool {
    for index in 0..<reader.layout.firstHeaderRecord {
      let record = reader.table[index]
      let texts = (0..<record.fieldCount).filter { !record.isEmpty($0) }.map { Folding.name(Cell.trimmed(record, $0)) }
      if texts.contains(where: {
        [" since incorporation", " from incorporation", " since inception", "自成立", "自設立", "自设立"].contains(where: (" " + $0).containsPhrase)
      }) {
        return true
      }
      if texts.count == 2, isOpening(texts[0]), ["nil", "0", "none", "zero", "无", "無", "零", "-", ""].contains(texts[1]) { return true }
    }
    return false
  }
}
