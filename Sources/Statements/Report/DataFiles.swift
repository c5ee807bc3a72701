import DelimitedText

/// The data behind the pages: exact decimals in units of currency, ISO dates, RFC 4180, as docs/REPORTS.md lists them.
enum DataFiles {
  /// `facts.csv`: every figure with the place it came from.
  static func facts(_ accounts: GroupAccounts) -> [UInt8] {
    // The text as written is evidence, to be held against the cell byte by byte.
    var rows = Rows(
      [
        "entity", "item", "label", "start", "end", "value", "currency", "decimals", "basis", "scenario", "file", "line", "column", "raw",
      ], asWritten: "raw")
    let ordered = accounts.facts.enumerated().sorted {
      ($0.element.entity, $0.element.item, $0.element.period, $0.offset) < (
        $1.element.entity, $1.element.item, $1.element.period, $1.offset
      )
    }
    for (_, fact) in ordered {
      let place = accounts.cells(fact.provenance.place)
      rows.add([
        accounts.entities[fact.entity].name, accounts.catalogue[fact.item].id, fact.label, fact.period.start?.isoText ?? "",
        fact.period.end.isoText,
        fact.value.decimalText, fact.currency?.code ?? "", String(fact.decimals), fact.basis.word, fact.scenario, place.file, place.line,
        place.column,
        fact.raw,
      ])
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

  /// `comparison.csv`: each figure beside its comparative.
  static func comparison(_ accounts: GroupAccounts) -> [UInt8] {
    let printer = TextPrinter(.plain)
    var rows = Rows([
      "entity", "item", "start", "end", "value", "prior_start", "prior_end", "prior_value", "change", "change_percent", "comparable",
      "reason",
    ])
    for entity in accounts.entities.ids where !accounts.index.items(of: entity).isEmpty {
      let figures = accounts.figures(of: entity)
      for row in figures.rows {
        for comparison in figures.comparisons(of: row) {
          var change = ""
          var percent = ""
          var reasons: [Text] = []
          var comparable = "no"
          switch comparison.outcome {
          case .compared(let amount, let ratio, let note):
            comparable = "yes"
            change = amount.decimalText
            // Rounded to one decimal, as in the tables.
            percent = ratio?.text ?? ""
            if let note { reasons.append(note.reason) }
          case .notComparable(let text), .noPrior(let text): reasons.append(text)
          }
          if let prior = comparison.prior, case .derived(let rule, _) = prior.provenance {
            reasons.append("the comparative is derived: \(rule)")
          }
          rows.add([
            accounts.entities[entity].name, accounts.catalogue[row.item].id, comparison.current.period.start?.isoText ?? "",
            comparison.current.period.end.isoText, comparison.current.value.decimalText, comparison.prior?.period.start?.isoText ?? "",
            comparison.prior?.period.end.isoText ?? "", comparison.prior?.value.decimalText ?? "", change, percent, comparable,
            reasons.map(printer.string).joined(separator: "; "),
          ])
        }
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

  /// Rows of a CSV file under a header.
  private struct Rows {
    private var writer = DelimitedWriter()
    private let asWritten: Int?

    /// - Parameter asWritten: a column whose cells are never guarded.
    init(_ header: [String], asWritten column: String? = nil) {
      asWritten = column.flatMap { header.firstIndex(of: $0) }
      add(header)
    }

    mutating func add(_ fields: [String]) {
      for (index, field) in fields.enumerated() { writer.field(index == asWritten ? field : FormulaGuard.guarded(field)) }
      writer.endRecord()
    }

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
