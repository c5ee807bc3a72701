import DelimitedText

/// The data behind the pages: exact decimals in units of currency, ISO dates, RFC 4180, as docs/REPORTS.md lists them.
enum DataFiles {
  /// The first line of `facts.csv`.
  static let factsHeader = Rows([
    "entity", "item", "label", "start", "end", "value", "currency", "decimals", "basis", "scenario", "file", "line", "column", "raw",
  ]).bytes

  /// The lines of `facts.csv` for one entity: every figure with the place it came from.
  ///
  /// - Parameter own: where the entity's figures stand among all, in ascending order.
  static func facts(_ own: [Int], _ accounts: GroupAccounts) -> [UInt8] {
    var rows = Rows()
    // With the place among all behind them, so that what is equal stays in the order of files and places.
    let ordered = own.sorted { left, right in
      let (one, other) = (accounts.facts[left], accounts.facts[right])
      return one.item == other.item ? (one.period, left) < (other.period, right) : one.item < other.item
    }
    for index in ordered {
      let fact = accounts.facts[index]
      let place = accounts.cells(fact.provenance.place)
      rows.words(accounts.entities[fact.entity].name)
      rows.words(accounts.catalogue[fact.item].id)
      rows.words(fact.label)
      rows.figure(fact.period.start?.isoText ?? "")
      rows.figure(fact.period.end.isoText)
      rows.figure(fact.value.decimalText)
      rows.figure(fact.currency?.code ?? "")
      rows.figure(String(fact.decimals))
      rows.words(fact.basis.word)
      rows.words(fact.scenario)
      rows.words(place.file)
      rows.figure(place.line)
      rows.figure(place.column)
      // The text as written is evidence, to be held against the cell byte by byte.
      rows.asWritten(fact.raw)
      rows.end()
    }
    return rows.bytes
  }

  /// The columns of `findings.csv`.
  static let findingColumns = [
    "severity", "check", "entity", "item", "period", "message", "file", "line", "column", "expected", "actual", "difference", "tolerance",
    "accepted",
  ]

  /// A finding as a record under those columns.
  static func record(_ finding: Finding, _ accounts: GroupAccounts) -> [String] {
    let place = accounts.cells(finding.place)
    return [
      finding.severity.rawValue, finding.check, finding.entity.map { accounts.entities[$0].name } ?? "",
      finding.item.map { accounts.catalogue[$0].id } ?? "", finding.period?.isoText ?? "", TextPrinter(.plain).string(finding.message),
      place.file, place.line, place.column, finding.expected ?? "", finding.actual ?? "", finding.difference?.decimalText ?? "",
      finding.tolerance?.decimalText ?? "", finding.acceptance ?? "",
    ]
  }

  /// `findings.csv`: every finding, none capped.
  static func findings(_ findings: [Finding], _ accounts: GroupAccounts) -> [UInt8] {
    var rows = Rows(findingColumns)
    for finding in findings { rows.add(record(finding, accounts)) }
    return rows.bytes
  }

  /// The first line of `comparison.csv`.
  static let comparisonHeader = Rows([
    "entity", "item", "start", "end", "value", "prior_start", "prior_end", "prior_value", "change", "change_percent", "comparable",
    "reason",
  ]).bytes

  /// The lines of `comparison.csv` for one entity: each figure beside its comparative.
  static func comparison(_ figures: FigureSet, _ accounts: GroupAccounts) -> [UInt8] {
    let printer = TextPrinter(.plain)
    var rows = Rows()
    let name = FormulaGuard.guarded(accounts.entities[figures.entity].name)
    for row in figures.rows {
      let item = FormulaGuard.guarded(accounts.catalogue[row.item].id)
      for comparison in figures.comparisons(of: row) {
        var change = ""
        var percent = ""
        var reasons: [Text] = []
        var isComparable = false
        switch comparison.outcome {
        case .compared(let amount, let ratio, let note):
          isComparable = true
          change = amount.decimalText
          // Rounded to one decimal, as in the tables.
          percent = ratio?.text ?? ""
          if let note { reasons.append(note.reason) }
        case .notComparable(let text), .noPrior(let text): reasons.append(text)
        }
        if let prior = comparison.prior, case .derived(let rule, _) = prior.provenance {
          reasons.append("the comparative is derived: \(rule)")
        }
        rows.asWritten(name)
        rows.asWritten(item)
        rows.figure(comparison.current.period.start?.isoText ?? "")
        rows.figure(comparison.current.period.end.isoText)
        rows.figure(comparison.current.value.decimalText)
        rows.figure(comparison.prior?.period.start?.isoText ?? "")
        rows.figure(comparison.prior?.period.end.isoText ?? "")
        rows.figure(comparison.prior?.value.decimalText ?? "")
        rows.figure(change)
        rows.figure(percent)
        rows.figure(isComparable ? "yes" : "no")
        rows.words(reasons.map(printer.string).joined(separator: "; "))
        rows.end()
      }
    }
    return rows.bytes
  }

  /// The columns of `equity-transactions.csv`.
  static let transactionColumns = [
    "event", "date", "status", "entity", "kind", "treatment", "policy", "interest_before", "interest_after", "net_assets_before",
    "consideration", "costs", "net_assets_after", "nci_before", "nci_after", "nci_adjustment", "owners_equity_adjustment",
    "goodwill_adjustment", "gain_or_loss", "currency", "reason",
  ]

  /// `equity-transactions.csv`: each event with its treatment and what it does to equity.
  static func equityTransactions(_ accounts: GroupAccounts) -> [UInt8] {
    var rows = Rows(transactionColumns)
    for record in transactionRecords(accounts) { rows.add(record) }
    return rows.bytes
  }

  /// Each event as a record under those columns.
  static func transactionRecords(_ accounts: GroupAccounts) -> [[String]] {
    let printer = TextPrinter(.plain)
    let cents = { (amount: Amount?) in amount?.rounded(to: 2).text(minimumPlaces: 2) ?? "" }
    return accounts.transactions.map { transaction in
      let event = transaction.event
      return [
        event.name, event.date.isoText, event.status.rawValue, accounts.entities[event.entity].name, event.kind.rawValue,
        transaction.treatment.rawValue, transaction.policy.rawValue, transaction.interestBefore?.text(places: 8) ?? "",
        transaction.interestAfter?.text(places: 8) ?? "", cents(transaction.netAssetsBefore), cents(transaction.consideration),
        cents(transaction.costs), cents(transaction.netAssetsAfter), cents(transaction.nciBefore), cents(transaction.nciAfter),
        cents(transaction.nciAdjustment), cents(transaction.ownersAdjustment), cents(transaction.goodwillAdjustment),
        cents(transaction.gainOrLoss),
        transaction.currency?.code ?? "", transaction.reason.map(printer.string) ?? "",
      ]
    }
  }

  /// `attribution.csv`: each figure divided between owners and non-controlling interests.
  static func attribution(_ figures: [AttributedFigure], _ accounts: GroupAccounts) -> [UInt8] {
    var rows = Rows(["entity", "item", "start", "end", "effective_interest", "total", "owners", "nci", "currency"])
    for figure in figures {
      rows.add([
        accounts.entities[figure.entity].name, accounts.catalogue[figure.item].id, figure.period.start?.isoText ?? "",
        figure.period.end.isoText,
        figure.effectiveInterest.text(places: 8), figure.total.decimalText, figure.owners.decimalText, figure.nci.decimalText,
        figure.currency?.code ?? "",
      ])
    }
    return rows.bytes
  }

  /// Rows of a CSV file.
  struct Rows {
    private var writer = DelimitedWriter()

    /// Rows without a header.
    init() {}

    /// Rows under a header.
    init(_ header: [String]) {
      add(header)
    }

    /// A record of words and figures.
    mutating func add(_ fields: [String]) {
      for field in fields { words(field) }
      end()
    }

    /// A cell that may begin as a formula does, and must not be one.
    mutating func words(_ field: String) { writer.field(FormulaGuard.guarded(field)) }

    /// A cell of the program's own making: an amount, a date, a number, a code.
    mutating func figure(_ field: String) { writer.field(field) }

    /// A cell that is evidence, or was guarded before.
    mutating func asWritten(_ field: String) { writer.field(field) }

    /// Ends the record.
    mutating func end() { writer.endRecord() }

    var bytes: [UInt8] { writer.bytes }
  }
}

extension GroupAccounts {
  /// File, line and column of a place as three cells, empty where they do not apply.
  func cells(_ place: Place?) -> (file: String, line: String, column: String) {
    guard let place, sources.indices.contains(Int(place.fileIndex)) else { return ("", "", "") }
    return (
      sources[Int(place.fileIndex)].path, place.lineNumber > 0 ? String(place.lineNumber) : "",
      place.columnNumber > 0 ? String(place.columnNumber) : ""
    )
  }
}

extension Period {
  /// `2012-09-30`, or `2012-01-01/2012-09-30` for a stretch.
  var isoText: String { start.map { "\($0.isoText)/\(end.isoText)" } ?? end.isoText }
}

extension Comparison.PercentNote {
  /// Why there is no percentage, in words.
  var reason: Text {
    switch self {
    case .signChange: "n.m.: the sign changes"
    case .tooLarge: "n.m.: a change of 1,000 % or more"
    case .nilBase: "n/a: the comparative is nil"
    case .bothNil: "both are nil"
    }
  }
}
