/// A column that gives figures of another once more in a second currency, at one rate: as statements for readers abroad have it beside the
/// latest year.
struct ConvenienceTranslation {
  typealias Pair = (kept: Fact, other: Fact)

  /// The figures that count, each with its translation.
  let pairs: [Pair]
  /// In what the figures that count are, and in what the others.
  let currency, translated: Currency
  /// How much of the one currency one unit of the other costs, by the greatest figure.
  let rate: Ratio
  /// The translations that rounding does not explain at that rate.
  let odd: [Pair]

  /// Fewer figures show no rate.
  private static let fewest = 3

  /// - Parameter pairs: the figures of one date or period in one file.
  /// - Returns: nil where most of them are not at one rate.
  init?(_ pairs: [Pair]) {
    guard let greatest = pairs.max(by: { $0.other.value.magnitude < $1.other.value.magnitude }), let rates = Rates(greatest),
      let highest = rates.highest, rates.lowest > .zero, let currency = greatest.kept.currency, let translated = greatest.other.currency
    else { return nil }
    let odd = pairs.filter { pair in
      guard let own = Rates(pair) else { return true }
      return own.lowest > highest || own.highest.map { $0 < rates.lowest } ?? false
    }
    let telling = pairs.count { $0.kept.value.sign != 0 && $0.other.value.sign != 0 }
    guard telling >= ConvenienceTranslation.fewest, odd.count * 2 < telling else { return nil }
    self.pairs = pairs
    self.odd = odd
    (self.currency, self.translated) = (currency, translated)
    rate = greatest.kept.value.magnitude.ratio / greatest.other.value.magnitude.ratio
  }

  /// Between which rates two figures are one, each for what it may stand for as printed.
  private struct Rates {
    let lowest: Ratio
    /// Nil where the translation may be nil.
    let highest: Ratio?

    /// - Returns: nil where no rate makes one of the other.
    init?(_ pair: Pair) {
      guard pair.kept.value.sign * pair.other.value.sign >= 0 else { return nil }
      let (kept, other) = (pair.kept.value.magnitude, pair.other.value.magnitude)
      let (keptSlack, otherSlack) = (pair.kept.interval.tolerance, pair.other.interval.tolerance)
      let least = max(kept - keptSlack, .zero)
      let most = other + otherSlack
      guard most.sign > 0 else {
        guard least.sign == 0 else { return nil }
        (lowest, highest) = (.zero, nil)
        return
      }
      lowest = least.ratio / most.ratio
      highest = other > otherSlack ? (kept + keptSlack).ratio / (other - otherSlack).ratio : nil
    }
  }

  /// The translations among figures that are given twice, and those that are left.
  static func all(among duplicates: [Pair]) -> (translations: [ConvenienceTranslation], rest: [Pair]) {
    struct Column: Hashable {
      let entity: EntityID
      let file: Int32
      let period: Period
      let currency: Currency
    }
    var columns: [Column: [Pair]] = [:]
    var order: [Column] = []
    var rest: [Pair] = []
    for pair in duplicates {
      guard let file = pair.kept.provenance.place?.fileIndex, pair.other.provenance.place?.fileIndex == file,
        let currency = pair.other.currency, let own = pair.kept.currency, own != currency
      else {
        rest.append(pair)
        continue
      }
      let column = Column(entity: pair.other.entity, file: file, period: pair.other.period, currency: currency)
      if columns[column] == nil { order.append(column) }
      columns[column, default: []].append(pair)
    }
    var translations: [ConvenienceTranslation] = []
    for pairs in order.compactMap({ columns[$0] }) {
      if let translation = ConvenienceTranslation(pairs) { translations.append(translation) } else { rest += pairs }
    }
    return (translations, rest)
  }

  /// What the check of figures that are given twice says of it.
  func findings(_ check: String, _ accounts: GroupAccounts) -> [Finding] {
    guard let (kept, first) = pairs.first else { return [] }
    let display = accounts.display(of: first.entity)
    let details: [Text] = [
      "1 \(code: translated.code) costs \(number: rate, mostPlaces: 4) \(code: currency.code), by the greatest of them",
      "the figures in \(code: currency.code) are the ones that count, the first of them at \(kept.placeText(accounts))",
    ]
    let whole = Finding(
      .info, check, "\(pairs.count) figures of \(first.period) are given in \(code: translated.code) too: a translation for convenience",
      entity: first.entity, period: first.period, place: first.provenance.place, expected: currency.code, actual: translated.code,
      details: details, remedy: "leave it so, or take the column out")
    return [whole]
      + odd.map { pair in
        let atRate = Amount(pair.kept.value.ratio / rate, roundedTo: pair.other.decimals)
        let shown = atRate.map { Money($0, display.of(translated), showsUnit: true) }
        return Finding(
          .warning, check,
          "\(line: pair.other) of \(pair.other.period) is \(Money(pair.other.value, display.of(translated), showsUnit: true)) here, and the \(Money(pair.kept.value, display.of(currency), showsUnit: true)) at \(pair.kept.placeText(accounts)) is not that at the rate of the other figures",
          entity: pair.other.entity, item: pair.other.item, period: pair.other.period, place: pair.other.provenance.place,
          expected: atRate?.decimalText, actual: pair.other.value.decimalText, difference: atRate.map { pair.other.value - $0 },
          tolerance: pair.other.interval.tolerance, details: (shown.map { ["at that rate it is \($0)"] } ?? []) + details,
          remedy: "see which of the two is mistyped")
      }
  }
}

extension Display {
  /// The same in another currency.
  fileprivate func of(_ currency: Currency) -> Display {
    Display(unit: MoneyUnit(currency: currency, exponent: unit.exponent), places: places)
  }
}
