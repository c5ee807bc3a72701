/// One figure stands in one place: where two cells give it, they agree.
///
/// The first in the order of paths counts: nothing is added up, and the last does not win.
///
/// Net assets and total equity on two lines of one table are one amount by their nature, and no figure given twice where they agree.
///
/// A column that gives the figures of another once more in a second currency, at one rate, is a translation for convenience: the figures in
/// the entity's own currency count, its functional one or else that of most of its figures, and a translation that is not at that rate is
/// named.
///
/// Formula: both cells, each for what it may stand for as printed, have an amount in common.
///
/// Severity: error where they differ; warning for a row that stands twice, one below the other, for a translation that is off its rate, and
/// for a rate far from the one on file; else information where they agree, once for two files that give the same figures, and once for a
/// column of translations.
///
/// Example: net assets of 100 in one file and of 102 in another.
///
/// Remedy: take one of the two out, or mark the later column as restated.
///
/// Cites: IAS 8.41.
enum DuplicateFact: Check {
  static let id = "duplicate-fact"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    let (translations, rest) = ConvenienceTranslation.all(among: accounts.index.duplicates.filter { !isTotalEquity($0, accounts) })
    let (copied, single) = copies(rest)
    return translations.flatMap { $0.findings(id, accounts) } + copied.map { finding(ofCopy: $0, accounts) }
      + single.map { finding($0.kept, $0.other, accounts) }
  }

  private typealias Pair = (kept: Fact, other: Fact)

  /// Figures that two files both give and that agree are one finding, from so many on.
  private static let fewestOfCopy = 5

  /// The figures that one file gives as another does, by the two files, and those that are left.
  private static func copies(_ duplicates: [Pair]) -> (copied: [[Pair]], single: [Pair]) {
    var byFiles: [[Int32]: [Pair]] = [:]
    var single: [Pair] = []
    for pair in duplicates {
      if let first = pair.kept.provenance.place?.fileIndex, let second = pair.other.provenance.place?.fileIndex, first != second,
        agree(pair.kept, pair.other)
      {
        byFiles[[first, second], default: []].append(pair)
      } else {
        single.append(pair)
      }
    }
    let files = byFiles.keys.sorted { $0.lexicographicallyPrecedes($1) }
    let groups = files.compactMap { byFiles[$0] }
    return (groups.filter { $0.count >= fewestOfCopy }, single + groups.filter { $0.count < fewestOfCopy }.flatMap { $0 })
  }

  /// Whether one table has net assets and total equity, which are one amount by their nature, on lines of their own that agree.
  private static func isTotalEquity(_ pair: Pair, _ accounts: GroupAccounts) -> Bool {
    guard pair.kept.item == accounts.items.netAssets, agree(pair.kept, pair.other), case .read(let first) = pair.kept.provenance,
      case .read(let second) = pair.other.provenance
    else { return false }
    return first.fileIndex == second.fileIndex && Folding.label(pair.kept.label) != Folding.label(pair.other.label)
  }

  private static func agree(_ kept: Fact, _ other: Fact) -> Bool {
    kept.interval.meets(other.interval) && kept.currency == other.currency
  }

  private static func finding(ofCopy pairs: [Pair], _ accounts: GroupAccounts) -> Finding {
    let (kept, other) = pairs[0]
    return Finding(
      .info, id, "\(pairs.count) figures of the file are given by another file too, the first of them at \(kept.placeText(accounts))",
      entity: kept.entity, place: other.provenance.place, details: ["the figures of the other file are the ones that count"],
      citation: Citation("IAS 8.41"), remedy: "take one of the two files out, if they are one")
  }

  private static func finding(_ kept: Fact, _ other: Fact, _ accounts: GroupAccounts) -> Finding {
    let agree = agree(kept, other)
    // In two currencies each is shown with its own.
    let isApart = kept.currency != other.currency
    let money = { (fact: Fact) in Money(fact.value, accounts.display(of: fact), showsUnit: isApart) }
    return Finding(
      agree ? (isRepeatedRow(kept, other) ? .warning : .info) : .error, id,
      agree
        ? "\(line: other) of \(other.period) is given twice"
        : "\(line: other) of \(other.period) is \(money(other)) here and \(money(kept)) at \(kept.placeText(accounts))",
      entity: kept.entity, item: kept.item, period: kept.period, place: other.provenance.place, expected: kept.value.decimalText,
      actual: other.value.decimalText, difference: other.value - kept.value,
      tolerance: kept.interval.tolerance + other.interval.tolerance,
      details: ["the figure at \(kept.placeText(accounts)) is the one that counts"], citation: Citation("IAS 8.41"),
      remedy: isApart
        ? "take one of the two out, or give each its own file" : "take one of the two out, or mark the later column as restated")
  }

  /// Whether a row of a table was entered twice, so that the sum below it may count it twice.
  private static func isRepeatedRow(_ kept: Fact, _ other: Fact) -> Bool {
    guard case .read(let first) = kept.provenance, case .read(let second) = other.provenance else { return false }
    return first.fileIndex == second.fileIndex && first.columnNumber == second.columnNumber && kept.label == other.label
      && second.lineNumber == first.lineNumber + 1
  }
}
