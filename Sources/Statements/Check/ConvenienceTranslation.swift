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
  /// Of how many of the greatest figures the rate is tried.
  private static let mostTried = 4

  /// - Parameter pairs: the figures of one date or period in one file.
  /// - Returns: nil where most of them are not at one rate.
  init?(_ pairs: [Pair]) {
    let greatest = pairs.sorted { $0.other.value.magnitude > $1.other.value.magnitude }.prefix(ConvenienceTranslation.mostTried)
    // A slip may be in the greatest: the one counts at whose rate most others are.
    let tried = greatest.compactMap { pair in ConvenienceTranslation.odd(pairs, atRateOf: pair).map { (pair: pair, odd: $0) } }
    let telling = pairs.count { $0.kept.value.sign != 0 && $0.other.value.sign != 0 }
    guard let best = tried.min(by: { $0.odd.count < $1.odd.count }), telling >= ConvenienceTranslation.fewest,
      best.odd.count * 2 < telling, let currency = best.pair.kept.currency, let translated = best.pair.other.currency
    else { return nil }
    self.pairs = pairs
    odd = best.odd
    (self.currency, self.translated) = (currency, translated)
    rate = best.pair.kept.value.magnitude.ratio / best.pair.other.value.magnitude.ratio
  }

  /// The figures that are not at the rate of one of them; nil where that shows no rate.
  private static func odd(_ pairs: [Pair], atRateOf pair: Pair) -> [Pair]? {
    guard let rates = Rates(pair), let highest = rates.highest, rates.lowest > .zero else { return nil }
    return pairs.filter { pair in
      guard let own = Rates(pair, units: 3) else { return true }
      return own.lowest > highest || own.highest.map { $0 < rates.lowest } ?? false
    }
  }

  /// Between which rates two figures are one, each for what it may stand for as printed.
  private struct Rates {
    let lowest: Ratio
    /// Nil where the translation may be nil.
    let highest: Ratio?

    /// - Parameter units: how many halves of its last digit a translation may be off: columns are often made to foot by one.
    /// - Returns: nil where no rate makes one of the other.
    init?(_ pair: Pair, units: Int32 = 1) {
      guard pair.kept.value.sign * pair.other.value.sign >= 0 else { return nil }
      let (kept, other) = (pair.kept.value.magnitude, pair.other.value.magnitude)
      let keptSlack = pair.kept.interval.tolerance
      let otherSlack = Amount(atoms: pair.other.interval.tolerance.atoms * Int128(units))
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
    let details: [Text] = [
      "1 \(code: translated.code) costs \(number: rate, mostPlaces: 6) \(code: currency.code), by the greatest of them"
    ]
    let counting: Text = "the figures in \(code: currency.code) are the ones that count, the first of them at \(kept.placeText(accounts))"
    let onFile = rateOnFile(accounts, first.period)
    let isFar =
      onFile.map { rate < $0.rate * Ratio(numerator: 4, denominator: 5) || $0.rate * Ratio(numerator: 5, denominator: 4) < rate } ?? false
    let whole = Finding(
      isFar ? .warning : .info, check,
      isFar
        ? "\(pairs.count - odd.count) figures of \(first.period) are given in \(code: translated.code) too, at a rate far from the one on file"
        : "\(pairs.count - odd.count) figures of \(first.period) are given in \(code: translated.code) too: a translation for convenience",
      entity: first.entity, period: first.period, place: first.provenance.place, expected: currency.code, actual: translated.code,
      details: details + (isFar ? onFile.map { [farText($0, accounts)] } ?? [] : []) + [counting],
      remedy: isFar ? "correct the unit or the currency over the column" : "leave it so, or take the column out")
    return [whole]
      + odd.map { pair in
        let atRate = Amount(pair.kept.value.ratio / rate, roundedTo: pair.other.decimals)
        let shown = atRate.map { Money($0, accounts.display(of: pair.other), showsUnit: true) }
        return Finding(
          .warning, check,
          "\(line: pair.other) of \(pair.other.period) is \(Money(pair.other.value, accounts.display(of: pair.other), showsUnit: true)) here, and the \(Money(pair.kept.value, accounts.display(of: pair.kept), showsUnit: true)) at \(pair.kept.placeText(accounts)) is not that at the rate of the other figures",
          entity: pair.other.entity, item: pair.other.item, period: pair.other.period, place: pair.other.provenance.place,
          expected: atRate?.decimalText, actual: pair.other.value.decimalText, difference: atRate.map { pair.other.value - $0 },
          tolerance: pair.other.interval.tolerance, details: (shown.map { ["at that rate it is \($0)"] } ?? []) + details + [counting],
          remedy: "see which of the two is mistyped")
      }
  }
}

extension ConvenienceTranslation {
  /// The rate that is on file for the day, whatever for.
  private func rateOnFile(_ accounts: GroupAccounts, _ period: Period) -> Rate? {
    let kinds: [RateKind] = period.isInstant ? [.closing, .spot] : [.average, .closing]
    return kinds.lazy.compactMap { accounts.rates.rate(from: translated, to: currency, on: period.end, for: $0) }.first
  }

  private func farText(_ rate: Rate, _ accounts: GroupAccounts) -> Text {
    "1 \(code: translated.code) costs \(number: rate.rate) \(code: currency.code) on \(rate.date), by \(code: accounts.address(of: rate.place))"
  }
}

extension GroupAccounts {
  /// How a figure is shown beside one in another currency: in its own, one by the share in units of it.
  func display(of fact: Fact) -> Display {
    let display = display(of: fact.entity)
    let isPerShare = catalogue[fact.item].statement == .perShare
    return Display(
      unit: MoneyUnit(currency: fact.currency, exponent: isPerShare ? 0 : display.unit.exponent),
      places: isPerShare ? min(max(fact.decimals, 0), 4) : display.places)
  }
}
