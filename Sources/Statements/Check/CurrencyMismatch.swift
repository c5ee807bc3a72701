/// All statements of an entity are in one currency, its own.
///
/// Net assets in one currency and a result in another cannot be rolled forward. A table with a column of each currency is let pass; not so one
/// in which a date or period stands in another currency than the others, and in that alone.
///
/// Formula: one currency over all statements of an entity that share a date or the end of a period; the functional currency of the
/// `entities` file where it is given.
///
/// Severity: warning; information where the currencies share no date, or all statements are in one other than the functional currency.
///
/// Example: the position at 31 December 2024 in RMB'000, the results of the year in US$'000.
///
/// Remedy: correct the currency over the statement, or give it in the currency of the others.
///
/// Cites: IAS 1.51(d), IAS 21.8, 21.
enum CurrencyMismatch: Check {
  static let id = "currency-mismatch"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    var files: [EntityID: [Int32: Statement]] = [:]
    let isPerShare = accounts.catalogue.all.map { $0.statement == .perShare }
    for fact in accounts.facts where fact.isActual && !isPerShare[Int(fact.item.index)] {
      // The translation reserve is the group's, in the currency of its reports.
      guard case .read(let place) = fact.provenance, let currency = fact.currency, fact.item != accounts.items.translationReserve else {
        continue
      }
      files[fact.entity, default: [:]][place.fileIndex, default: Statement(first: fact)].take(fact, currency)
    }
    return files.sorted { $0.key < $1.key }.flatMap { entity, files in
      findings(accounts, entity, files.values.filter { $0.currencies.count == 1 }.sorted { $0.place < $1.place })
        + files.filter { $0.value.currencies.count > 1 }.sorted { $0.key < $1.key }.flatMap { oddColumns(accounts, entity, $0.key) }
    }
  }

  /// Columns of a file that alone have their date or period, and it in another currency than most figures of the file.
  private static func oddColumns(_ accounts: GroupAccounts, _ entity: EntityID, _ file: Int32) -> [Finding] {
    var columns: [Currency: [Period: Statement]] = [:]
    for item in accounts.index.items(of: entity) where accounts.catalogue[item].statement != .perShare {
      for fact in accounts.index.series(entity, item) where fact.provenance.place?.fileIndex == file {
        guard let currency = fact.currency, fact.item != accounts.items.translationReserve else { continue }
        columns[currency, default: [:]][fact.period, default: Statement(first: fact)].take(fact, currency)
      }
    }
    let weighed = columns.mapValues { $0.values.reduce(0) { $0 + $1.count } }
    guard let main = weighed.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key, let usual = columns[main] else { return [] }
    guard let example = usual.values.min(by: { $0.place < $1.place }) else { return [] }
    return columns.filter { $0.key != main }.flatMap { currency, own in
      own.filter { period, _ in usual[period] == nil && usual.keys.contains { $0.isInstant == period.isInstant } }.values.map { odd in
        finding(
          .warning, accounts, odd, currency, main,
          "figures of \(quoted: accounts.entities[entity].name) are in \(code: currency.code) here, and in \(code: main.code) at \(code: accounts.address(of: example.place))",
          details: ["figures in two currencies are not added up or rolled forward"])
      }
    }.sorted { ($0.place ?? .nowhere) < ($1.place ?? .nowhere) }
  }

  /// A file's figures of an entity.
  private struct Statement {
    let first: Fact
    var currencies: Set<Currency> = []
    var ends: Set<CalendarDate> = []
    var count = 0

    init(first: Fact) {
      self.first = first
    }

    mutating func take(_ fact: Fact, _ currency: Currency) {
      currencies.insert(currency)
      ends.insert(fact.period.end)
      count += 1
    }

    var place: Place { first.provenance.place ?? .nowhere }
    var currency: Currency? { currencies.first }
  }

  private static func findings(_ accounts: GroupAccounts, _ entity: EntityID, _ statements: [Statement]) -> [Finding] {
    let byCurrency = Dictionary(grouping: statements) { $0.currency }.compactMap { currency, own in currency.map { ($0, own) } }
    let functional = accounts.entities[entity].functionalCurrency
    guard byCurrency.count > 1 else {
      guard let (only, own) = byCurrency.first, let functional, only != functional, accounts.entities[entity].role != .parent,
        let first = own.first
      else { return [] }
      return [
        finding(
          .info, accounts, first, only, functional,
          "statements of \(quoted: accounts.entities[entity].name) are in \(code: only.code), and its functional currency is \(code: functional.code)",
          details: accounts.entities[entity].place.map { ["its functional currency stands at \(code: accounts.address(of: $0))"] } ?? [])
      ]
    }
    let main = usual(byCurrency, functional ?? accounts.presentationCurrency)
    let others = statements.filter { $0.currency == main }
    let ends = others.reduce(into: Set<CalendarDate>()) { $0.formUnion($1.ends) }
    return statements.filter { $0.currency != main }.compactMap { odd in
      guard let currency = odd.currency, let other = others.first(where: { !$0.ends.isDisjoint(with: odd.ends) }) ?? others.first else {
        return nil
      }
      return finding(
        odd.ends.isDisjoint(with: ends) ? .info : .warning, accounts, odd, currency, main,
        "figures of \(quoted: accounts.entities[entity].name) are in \(code: currency.code) here, and in \(code: main.code) at \(code: accounts.address(of: other.place))",
        details: ["figures in two currencies are not added up or rolled forward"])
    }
  }

  /// The currency that the others are held against: the entity's own where it is among them, else that of most files and figures.
  private static func usual(_ byCurrency: [(Currency, [Statement])], _ own: Currency?) -> Currency {
    if let own, byCurrency.contains(where: { $0.0 == own }) { return own }
    let weighed = byCurrency.map { currency, own in (files: own.count, figures: own.reduce(0) { $0 + $1.count }, currency: currency) }
    // Of two that weigh as much, the first in the alphabet.
    let ordered = weighed.sorted { ($0.files, $0.figures, $1.currency) > ($1.files, $1.figures, $0.currency) }
    return ordered[0].currency
  }

  private static func finding(
    _ severity: Severity, _ accounts: GroupAccounts, _ statement: Statement, _ found: Currency, _ expected: Currency, _ message: Text,
    details: [Text]
  ) -> Finding {
    Finding(
      severity, id, message, entity: statement.first.entity, period: statement.first.period, place: statement.place,
      expected: expected.code, actual: found.code, details: details, citation: Citation("IAS 1.51(d), IAS 21.21"),
      remedy: "correct the currency over the statement, or give it in the currency of the others")
  }
}
