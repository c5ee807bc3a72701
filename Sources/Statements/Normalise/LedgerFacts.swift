import DelimitedText

/// Adds the rows of one item up: those of different accounts are one figure, an account that comes twice is not.
struct LedgerFacts {
  /// What a figure is of.
  struct Key: Hashable {
    let entity: EntityID
    let item: ItemID
    let period: Period
    let currency: Currency?
    let scenario: String
    let basis: Basis
  }

  private struct Sum {
    var value: Amount
    var decimals: Int
    var rows: [Int]
    var isPrinted: Bool
  }

  private let read: LedgerReader
  private var order: [Key] = []
  private var sums: [Key: Sum] = [:]
  private var seen: [Key: [Int: Int]] = [:]
  private var repeated: [(key: Key, first: Int, second: Int)] = []

  init(_ read: LedgerReader, _ meanings: LedgerMeanings) {
    self.read = read
  }

  /// Adds a row: `value` in the sense of its item, or as printed where `sense` is the item's own.
  ///
  /// - Parameter isWhole: that the row is all of its item under whatever label, as `Net assets` and `Total equity` are one total.
  mutating func add(
    _ posting: LedgerPosting, index: Int, to key: Key, value: Amount, sense: LabelSense, isPosted: Bool = false, isWhole: Bool = false
  ) {
    let account = isWhole ? -1 : posting.account
    if isPosted {
      // What was posted comes many times.
    } else if let first = seen[key, default: [:]][account] {
      repeated.append((key, first, index))
      // In a trial balance every row counts, or debits would not equal credits; else nothing is added twice.
      guard read.reader.layout.form == .trialBalance || sense == .either else { return }
    } else {
      seen[key, default: [:]][account] = index
    }
    if sums[key] == nil { order.append(key) }
    var sum = sums[key] ?? Sum(value: .zero, decimals: posting.decimals, rows: [], isPrinted: true)
    sum.value += value
    // The sum is as exact as the coarsest of its rows.
    sum.decimals = min(sum.decimals, posting.decimals)
    sum.rows.append(index)
    sum.isPrinted = sum.isPrinted && sense == .asItem
    sums[key] = sum
  }

  /// The figures, in the order in which their first rows came.
  func facts(_ catalogue: LineItemCatalogue, _ entities: EntityTable) -> [Fact] {
    order.compactMap { key in
      guard let sum = sums[key], let first = sum.rows.first else { return nil }
      let posting = read.postings[first]
      let item = catalogue[key.item]
      let isSingle = sum.rows.count == 1 && posting.secondField == nil
      let label = sum.rows.count == 1 ? read.words.label(of: read.words.accounts[posting.account]) : item.english
      let sources = sum.rows.flatMap { index -> [Place] in
        let row = read.postings[index]
        let place = LedgerFacts.place(of: row, in: read)
        guard let second = row.secondField else { return [place] }
        return [place, Place(fileIndex: Int(place.fileIndex), lineNumber: Int(place.lineNumber), columnNumber: second + 1)]
      }
      let rule: Text = sum.rows.count == 1 ? "debits less credits of the row" : "the sum of \(sum.rows.count) rows"
      return Fact(
        entity: key.entity, item: key.item, label: label, period: key.period,
        value: sum.isPrinted ? Intake.signed(sum.value, sense: .asItem, sign: item.sign) : sum.value,
        currency: key.currency, decimals: sum.decimals, basis: key.basis, scenario: key.scenario,
        provenance: isSingle ? .read(sources[0]) : .derived(rule: rule, sources: Places(sources)),
        raw: isSingle ? Cell.trimmed(read.reader.table[posting.recordIndex], posting.field) : "")
    }
  }

  /// A finding for each row that gives an account again for one date.
  func duplicates(_ entities: EntityTable, _ catalogue: LineItemCatalogue) -> [Finding] {
    repeated.compactMap { key, first, second in
      let (kept, other) = (read.postings[first], read.postings[second])
      let label = read.words.label(of: read.words.accounts[other.account])
      let isAdded = sums[key]?.rows.contains(second) ?? false
      let isEqual = kept.amount == other.amount
      // A journal's accounts come many times a day: that is no news.
      if isAdded, !isEqual { return nil }
      return Finding(
        isEqual ? (isAdded ? .warning : .info) : .error, "duplicate-fact",
        isAdded
          ? "\(quoted: label) of \(key.period) is given twice with one amount, and both are added"
          : isEqual
            ? "\(quoted: label) of \(key.period) is given twice, and counted once"
            : "\(quoted: label) of \(key.period) is given twice, with two amounts, of which the first counts",
        entity: key.entity, item: key.item, period: key.period, place: place(of: other), expected: kept.amount.decimalText,
        actual: other.amount.decimalText, difference: other.amount - kept.amount, remedy: "take one of the two rows out")
    }
  }

  func place(of posting: LedgerPosting) -> Place { LedgerFacts.place(of: posting, in: read) }

  /// The cell of a row's amount.
  static func place(of posting: LedgerPosting, in read: LedgerReader) -> Place {
    Place(fileIndex: read.reader.fileIndex, lineNumber: posting.lineNumber, columnNumber: posting.field + 1)
  }
}

extension RegisterLayout {
  /// Whether a row is all of an item: a total in a file that names no accounts, of which nothing is added up.
  func isWhole(_ item: LineItem) -> Bool { columns[.account] == nil && columns[.accountName] == nil && !item.sums.isEmpty }
}
