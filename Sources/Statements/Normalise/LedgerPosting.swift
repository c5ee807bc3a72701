/// One row of a long file or a trial balance, with numbers for its words.
struct LedgerPosting: Sendable {
  /// What rows must have in common to be added up; −1 where the file has no such column.
  struct Group: Hashable, Sendable {
    var entity: Int32 = -1
    var period: Int32 = -1
    var end: Int32 = -1
    var currency: Int32 = -1
    var scenario: Int32 = -1
    var basis: Int32 = -1
  }

  /// What a row is of, as written.
  struct Account: Hashable, Sendable {
    var code: Int32 = -1
    var name: Int32 = -1
    var item: Int32 = -1
    var section: Int32 = -1
    var other: Int32 = -1
  }

  var group: Group
  /// Index of the pair of columns; 0 for the only one.
  var measure: Int
  /// Index into the accounts of the file.
  var account: Int
  /// The amount as written, or debits less credits; in units of currency.
  var amount: Amount
  /// Debits less credits of the row, also where `amount` is a balance beside them.
  var net: Amount
  /// Whether `amount` is a balance beside what was posted.
  var isBalance = false
  /// How exactly it is printed, as in XBRL.
  var decimals: Int
  /// The record, from 0.
  var recordIndex: Int
  /// The line that it begins in.
  var lineNumber: Int
  /// The field of the amount; of the debit where both are given.
  var field: Int
  /// The field of the credit where both are given.
  var secondField: Int?
  /// Whether the amount is in the sense of the item rather than a debit: a closing balance that is no ledger's.
  var isNatural = false
}

/// The accounts, dates and other words of a file, each once.
struct LedgerWords: Sendable {
  var entities = CellInterner()
  var periods = CellInterner()
  var ends = CellInterner()
  var currencies = CellInterner()
  var units = CellInterner()
  var scenarios = CellInterner()
  var bases = CellInterner()
  var codes = CellInterner()
  var names = CellInterner()
  var items = CellInterner()
  var others = CellInterner()
  var sections = CellInterner()
  private(set) var accounts: [LedgerPosting.Account] = []
  private var accountIndex: [LedgerPosting.Account: Int] = [:]

  mutating func index(of account: LedgerPosting.Account) -> Int {
    if let known = accountIndex[account] { return known }
    accountIndex[account] = accounts.count
    accounts.append(account)
    return accounts.count - 1
  }

  /// All words that may say which item an account is, the likeliest first.
  func wordings(of account: LedgerPosting.Account) -> [String] {
    var all = [label(of: account)]
    if account.other >= 0 { all.append(others.words[Int(account.other)]) }
    if account.code >= 0 { all.append(codes.words[Int(account.code)]) }
    if let (code, name) = LedgerWords.numbered(all[0]) { all += [name, code] }
    return all
  }

  /// The parts of `1000 · Checking`, where a number stands before an account's name.
  private static func numbered(_ label: String) -> (code: String, name: String)? {
    let code = label.prefix { $0.isASCII && $0.isNumber }
    let rest = label.dropFirst(code.count)
    let name = rest.drop { [" ", "·", "-", "–", "—", ":", "."].contains($0) }
    guard (3...8).contains(code.count), !name.isEmpty, name.startIndex > rest.startIndex else { return nil }
    return (String(code), String(name))
  }

  /// The words by which a row calls its account.
  func label(of account: LedgerPosting.Account) -> String {
    if account.item >= 0 { return items.words[Int(account.item)] }
    if account.name >= 0 { return names.words[Int(account.name)] }
    return account.code >= 0 ? codes.words[Int(account.code)] : ""
  }
}
