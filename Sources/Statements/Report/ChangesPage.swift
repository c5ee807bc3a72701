/// A run as the page of changes shows it.
public struct RunChanges: Hashable, Sendable {
  /// The run's number, from 1.
  public var run: Int
  /// The day of the run, in UTC.
  public var day: CalendarDate
  /// The time of that day, `23:05`.
  public var time: String
  /// The version that wrote the reports.
  public var version: String
  /// What changed in files and figures since the run before.
  public var changes: [Change]
  /// What changed in equity transactions since the run before.
  public var transactions: [TransactionChange]

  /// A run with its changes.
  public init(
    run: Int, day: CalendarDate, time: String, version: String, changes: [Change], transactions: [TransactionChange] = []
  ) {
    self.run = run
    self.day = day
    self.time = time
    self.version = version
    self.changes = changes
    self.transactions = transactions
  }
}

/// `changes.md`: what changed since the run before, newest first; a section for each run that changed anything.
public struct ChangesPage: Sendable {
  private let runs: [RunChanges]
  private let printer: TextPrinter

  /// The page of runs in any order, in `languages`.
  public init(_ runs: [RunChanges], _ languages: ReportLanguages = .english) {
    printer = TextPrinter(.markdown, languages)
    self.runs = runs.filter { !$0.changes.isEmpty || !$0.transactions.isEmpty }.sorted { $0.run > $1.run }
  }

  /// The path and the bytes of the page.
  public var file: ReportFile {
    var page = Markdown(printer)
    page.heading(1, "Changes")
    page.paragraph(
      "What changed since the run before, newest first. Amounts are in units of currency. The same file under another name is no news.")
    if runs.isEmpty { page.paragraph("Nothing has changed.") }
    for run in runs { section(run, &page) }
    return ReportFile(path: "changes.md", bytes: page.bytes)
  }

  private func section(_ run: RunChanges, _ page: inout Markdown) {
    page.heading(2, "\(run.day), \(code: run.time) UTC: run \(run.run), by version \(code: run.version)")
    var groups: [String] = []
    for group in run.changes.map(\.group) + run.transactions.map(\.group) where !groups.contains(group) { groups.append(group) }
    for group in groups {
      let changes = run.changes.filter { $0.group == group }
      page.heading(3, .words(group))
      restated(changes, &page)
      TransactionChangesTable(run.transactions.filter { $0.group == group }).write(&page)
      page.list(changes.compactMap(sentence))
    }
  }

  private func restated(_ changes: [Change], _ page: inout Markdown) {
    let rows = changes.filter { $0.kind == .restated }.compactMap { change -> [Text]? in
      guard let key = change.key, let before = change.before, let after = change.after else { return nil }
      let difference: Text = before.currency == after.currency ? amount(after.value - before.value, nil) : ""
      return [
        .words(key.entity), .words(key.item), .period(key.period), amount(before.value, before.currency),
        amount(after.value, after.currency), difference, .words(before.address), .words(after.address),
      ]
    }
    guard !rows.isEmpty else { return }
    let words: Text =
      rows.count == 1
      ? "**One figure that was reported before is restated:**" : "**\(rows.count) figures that were reported before are restated:**"
    page.paragraph(words)
    let headings: [Text] = ["Entity", "Item", "Date or period", "Before", "Now", "Change", "Stood at", "Stands at"]
    page.table(
      headings, alignedRight: [false, false, false, true, true, true, false, false], rows: rows)
  }

  /// Exact, with its currency where that is known.
  private func amount(_ value: Amount, _ currency: Currency?) -> Text {
    let digits = value.decimalText
    let decimals = digits.firstIndex(of: ".").map { digits.distance(from: $0, to: digits.endIndex) - 1 } ?? 0
    let display = Display(unit: MoneyUnit(currency: currency, exponent: 0), places: decimals)
    return .money(Money(value, display, showsUnit: currency != nil))
  }

  private func sentence(_ change: Change) -> Text? {
    switch change.kind {
    case .restated: nil
    case .newFile:
      change.figureCount == 0
        ? "new: \(quoted: change.file)" : "new: \(quoted: change.file), which gives \(figures(change.figureCount))"
    case .changedFile:
      change.figureCount == 0
        ? "changed: \(quoted: change.file)" : "changed: \(quoted: change.file), which gives \(figures(change.figureCount))"
    case .superseded:
      "superseded: \(figures(change.figureCount)) of \(quoted: change.file), now given by \(quoted: change.otherFile)"
    case .goneFile:
      change.figureCount == 0
        ? "gone: \(quoted: change.file); no figure is gone with it"
        : "gone: \(quoted: change.file), and with it \(figures(change.figureCount)) that no other file gives"
    case .figureGone:
      if let key = change.key, let before = change.before {
        "no longer given: \(code: key.item) of \(quoted: key.entity) for \(key.period), which was \(amount(before.value, before.currency)) at \(code: before.address)"
      } else if let key = change.key {
        "no longer given: \(code: key.item) of \(quoted: key.entity) for \(key.period), which stood in \(quoted: change.file)"
      } else {
        "no longer given: \(figures(change.figureCount)) of \(quoted: change.file), which the history still has"
      }
    }
  }

  private func figures(_ count: Int) -> Text { count == 1 ? "one figure" : "\(count) figures" }
}
