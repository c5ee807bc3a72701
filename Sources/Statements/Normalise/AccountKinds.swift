import DelimitedText

/// Numbers for the kinds of a long ledger's accounts, given as they come: accounts that are surely one item on one side are of one kind.
///
/// Which number a kind has depends on who comes first, and shows nowhere.
final class AccountKinds: Sendable {
  private let accounts: AccountMap
  private let catalogue: LineItemCatalogue
  private let numbers = Guarded<[Kind: Int32]>([:])

  /// What accounts of one kind have in common.
  private enum Kind: Hashable, Sendable {
    case item(ItemID, LabelSense, LedgerSide?, isMapped: Bool)
    /// An account that no table knows is a kind of its own.
    case unknown([String?])
  }

  init(_ accounts: AccountMap, _ catalogue: LineItemCatalogue) {
    self.accounts = accounts
    self.catalogue = catalogue
  }

  /// The number of an account's kind, by its words: code, name, item, section and other name.
  func number(of words: [String?]) -> Int32 {
    let kind = kind(words)
    return numbers.withLock { numbers in
      if let known = numbers[kind] { return known }
      let number = Int32(numbers.count)
      numbers[kind] = number
      return number
    }
  }

  private func kind(_ cells: [String?]) -> Kind {
    let (words, account) = LedgerWords.single(cells)
    guard let item = LedgerItem.known(account, words, accounts, catalogue) else { return .unknown(cells) }
    return .item(item.item, item.sense, item.side, isMapped: item.isMapped)
  }
}

extension LedgerWords {
  /// The words of one account alone: code, name, item, section and other name.
  static func single(_ cells: [String?]) -> (LedgerWords, LedgerPosting.Account) {
    let columns = cells.map { cell in CellInterner(words: cell.map { [Cell.trim($0)] } ?? [], places: []) }
    var words = LedgerWords()
    (words.codes, words.names, words.items, words.sections, words.others) = (columns[0], columns[1], columns[2], columns[3], columns[4])
    let numbers = cells.map { Int32($0 == nil ? -1 : 0) }
    return (
      words, LedgerPosting.Account(code: numbers[0], name: numbers[1], item: numbers[2], section: numbers[3], other: numbers[4])
    )
  }
}
