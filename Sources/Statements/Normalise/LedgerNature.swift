import DelimitedText

/// Whether the dated rows of a ledger are balances at their dates or what was posted on them, decided by what the file shows.
///
/// Balances taken for postings, or postings for balances, give other figures in silence; where nothing tells, it is asked.
struct LedgerNature {
  enum Kind: Sendable { case balances, movements }

  let kind: Kind
  /// How that was seen.
  let evidence: Text
  /// What had to be assumed.
  private(set) var assumption: Finding?

  /// What all rows together show.
  struct Whole {
    /// The days, in order.
    let days: [CalendarDate]
    /// Whether an account has several amounts on one date.
    let comesAgain: Bool
    /// Whether each entity's accounts all stand at each of its dates, and nearly every date comes to nil.
    let isGrid: Bool
    /// The first day, and the first row of another.
    let first: CalendarDate
    let second: (day: CalendarDate, place: Place)
    let hasOpening: Bool
  }

  /// What a row is of, and when.
  struct Row {
    let account: Int
    let group: LedgerPosting.Group
    let day: CalendarDate
    let amount: Amount
    let isResult: Bool
    let isOpening: Bool
    let place: Place
    /// The record, from 0.
    var recordIndex = 0
  }

  /// - Throws: the question, where the file shows neither.
  ///
  /// - Parameter isNil: whether the rows of a group come to nil.
  init(
    _ rows: [Row], _ reader: RegisterReader, isPostedWithinMonths: Bool, yearEnd: DayOfYear, isNil: (LedgerPosting.Group) -> Bool
  ) throws(Rejection) {
    let second = rows.first { $0.day != rows[0].day } ?? rows[0]
    let whole = Whole(
      days: Set(rows.map(\.day)).sorted(), comesAgain: LedgerNature.comesAgain(rows), isGrid: LedgerNature.isGrid(rows, isNil),
      first: rows[0].day, second: (second.day, second.place), hasOpening: rows.contains(where: \.isOpening))
    let shown = LedgerNature.shown(rows, in: reader)
    try self.init(whole, shown, reader, isPostedWithinMonths: isPostedWithinMonths, yearEnd: yearEnd)
  }

  /// - Parameter shown: the rows by which the accounts of successive dates are compared.
  init(
    _ whole: Whole, _ shown: [Row], _ reader: RegisterReader, isPostedWithinMonths: Bool, yearEnd: DayOfYear
  ) throws(Rejection) {
    let words = LedgerNature.words(reader)
    switch (words.balances, words.movements) {
    case (.some(let said), nil):
      (kind, evidence) = (.balances, "rows: balances at their dates (\(quoted: said) says so)")
      return
    case (nil, .some(let said)):
      (kind, evidence) = (.movements, "rows: what was posted, added up (\(quoted: said) says so)")
      return
    case (.some, .some), (nil, nil): break
    }
    let days = whole.days
    if whole.hasOpening {
      (kind, evidence) = (.movements, "rows: what was posted, added up (rows of opening balances stand before them)")
      return
    }
    if isPostedWithinMonths {
      (kind, evidence) = (.movements, "rows: what was posted, added up (their dates are days within months)")
      return
    }
    if whole.comesAgain {
      (kind, evidence) = (.movements, "rows: what was posted, added up (an account comes with several amounts on one date)")
      return
    }
    if let heading = LedgerNature.journalHeading(reader) {
      (kind, evidence) = (.movements, "rows: what was posted, added up (the column \(quoted: heading) is a journal's)")
      return
    }
    let census = LedgerNature.census(shown, yearEnd)
    if let heading = reader.layout.narration, !census.isSteady {
      (kind, evidence) = (.movements, "rows: what was posted, added up (\(quoted: heading) says what for)")
      return
    }
    let areYears = zip(days, days.dropFirst()).allSatisfy { $1.days(since: $0) > 330 }
    if areYears || census.isSteady {
      (kind, evidence) = (
        .balances,
        areYears
          ? "rows: balances at their dates, each a year after the other" : "rows: balances at their dates (accounts stay, and results grow)"
      )
      return
    }
    // Debits and credits in columns of their own are as often what was posted: those are asked.
    if whole.isGrid, reader.layout.form == .long, days.allSatisfy({ $0 == $0.monthEnd }) {
      (kind, evidence) = (.balances, "rows: balances at their dates (every account stands at every date, and the dates come to nil)")
      assumption = Finding(
        .warning, "period-assumed",
        "the rows of \(whole.first), \(whole.second.day) and so on are taken as balances at those dates: every account stands at each of them; what was posted up to them would look the same",
        place: whole.second.place, remedy: "write `rows,balances` or `rows,movements` on a line above the table")
      return
    }
    throw Rejection(
      "unreadable",
      "the rows of \(whole.first) and \(whole.second.day) may be balances at those dates or what was posted up to them, and nothing in the file tells which",
      place: whole.second.place, found: "rows of \(days.count) dates", expected: "rows that show themselves as balances or as postings",
      remedy: "write `rows,balances` or `rows,movements` on a line above the table; rows of opening balances show postings too")
  }

  // MARK: What the file says

  /// Whether that is plain without a look at its rows one by one.
  static func isPlain(_ reader: RegisterReader, hasOpening: Bool, isPostedWithinMonths: Bool) -> Bool {
    let words = words(reader)
    return (words.balances == nil) != (words.movements == nil) || hasOpening || isPostedWithinMonths
  }

  private static func words(_ reader: RegisterReader) -> (balances: String?, movements: String?) {
    var (balances, movements): (String?, String?)
    let has = { (key: String, words: [String]) in words.contains(where: key.containsPhrase) }
    for index in 0..<reader.layout.firstHeaderRecord {
      let record = reader.table[index]
      for field in 0..<record.fieldCount where !record.isEmpty(field) {
        let text = Cell.trimmed(record, field)
        let key = " " + Folding.name(text) + " "
        if has(key, [" trial balance ", " balances ", "试算平衡", "試算平衡", "科目余额", "科目餘額", "余额表", "餘額表"]) { balances = text }
        if has(
          key,
          [
            " journal ", " journals ", " general ledger ", " day book ", " daybook ", " transactions ", " movements ", " movement ",
            " postings ", "序时",
            "序時", "日记账", "日記賬", "日記帳", "明细账", "明細賬", "明細帳", "凭证", "憑證", "分录", "分錄",
          ])
        {
          movements = text
        }
      }
    }
    for measure in reader.layout.measures {
      switch measure.phase {
      case .closing, .yearToDate: balances = balances ?? measure.heading
      case .movement: movements = movements ?? measure.heading
      case .plain, .opening: continue
      }
    }
    return (balances, movements)
  }

  private static func journalHeading(_ reader: RegisterReader) -> String? {
    let header = reader.table[reader.layout.headerRecord]
    let words: Set = [
      "journal", "voucher", "narration", "posting", "entry", "document", "jnl", "je", "folio", "transaction", "batch", "凭证号", "憑證號", "凭证字号",
      "凭证编号", "摘要", "分录号",
    ]
    let known = Set(reader.layout.columns.values)
    return (0..<header.fieldCount).filter { !known.contains($0) }.map { Cell.trimmed(header, $0) }.first { text in
      let key = Folding.label(text)
      return words.contains(key) || key.split(separator: " ").contains { words.contains(String($0)) }
    }
  }

  // MARK: What the rows show

  /// Whether an account has two rows of one date with different amounts.
  static func comesAgain(_ rows: [Row]) -> Bool {
    var first: [Int: [LedgerPosting.Group: Amount]] = [:]
    for row in rows {
      if let known = first[row.account]?[row.group], known != row.amount { return true }
      first[row.account, default: [:]][row.group] = row.amount
    }
    return false
  }

  /// Whether each entity's accounts all stand once at each of its dates, and at least nine dates in ten come to nil.
  private static func isGrid(_ rows: [Row], _ isNil: (LedgerPosting.Group) -> Bool) -> Bool {
    var accounts: [LedgerPosting.Group: Set<Int>] = [:]
    for row in rows where !accounts[row.group, default: []].insert(row.account).inserted { return false }
    var first: [LedgerPosting.Group: Set<Int>] = [:]
    for (group, found) in accounts {
      var series = group
      series.period = -1
      if let known = first[series], known != found { return false }
      first[series] = found
    }
    return isMostlyNil(accounts.keys.count(where: isNil), of: accounts.count)
  }

  /// Whether enough groups of a grid come to nil: one that does not is for the trial balance to report.
  static func isMostlyNil(_ count: Int, of all: Int) -> Bool { count * 10 >= all * 9 }

  /// How many rows are looked at whole; of a longer file, those accounts of those entities that its first rows name.
  static let mostShown = 20_000
  /// How many rows name them.
  static let namingRows = 2_000

  private static func shown(_ rows: [Row], in reader: RegisterReader) -> [Row] {
    guard rows.count > mostShown else { return rows }
    let last = reader.layout.headerRecord + namingRows
    let naming = rows.prefix(namingRows).filter { $0.recordIndex <= last }
    let (series, accounts) = (Set(naming.map { LedgerNature.series($0.group) }), Set(naming.map(\.account)))
    return rows.filter { accounts.contains($0.account) && series.contains(LedgerNature.series($0.group)) }
  }

  static func series(_ group: LedgerPosting.Group) -> LedgerPosting.Group {
    var series = group
    series.period = -1
    return series
  }

  /// How accounts go on from date to date.
  private struct Census {
    /// Accounts that stand unchanged at the next date.
    var unchanged = 0
    /// Accounts that are gone at the next date of the year.
    var gone = 0
    /// Results that are less at the next date of the year.
    var shrunk = 0
    /// Results that are more.
    var grown = 0

    /// Whether accounts go on as those of successive balances do.
    var isSteady: Bool { gone == 0 && shrunk == 0 && (unchanged > 0 || grown > 3) }
  }

  private static func census(_ rows: [Row], _ yearEnd: DayOfYear) -> Census {
    var census = Census()
    var series: [LedgerPosting.Group: [CalendarDate: [Int: Row]]] = [:]
    for row in rows {
      var key = row.group
      key.period = -1
      series[key, default: [:]][row.day, default: [:]][row.account] = row
    }
    for dates in series.values {
      let days = dates.keys.sorted()
      for (day, next) in zip(days, days.dropFirst()) {
        guard let now = dates[day], let then = dates[next] else { continue }
        let isSameYear = FinancialYear(containing: day, yearEnd: yearEnd) == FinancialYear(containing: next, yearEnd: yearEnd)
        for (account, row) in now where row.amount.sign != 0 {
          guard isSameYear || !row.isResult else { continue }
          guard let other = then[account] else {
            census.gone += 1
            continue
          }
          if other.amount == row.amount, !row.isResult {
            census.unchanged += 1
          } else if row.isResult {
            if other.amount.magnitude < row.amount.magnitude { census.shrunk += 1 } else { census.grown += 1 }
          }
        }
      }
    }
    return census
  }
}
