import GRDB
import Statements

/// What the history says, as values. A row that cannot be what it should be is damage, never a figure.
enum HistoryReader {
  /// What earlier runs reported, in the order of runs; of two reasons for a restatement the column's is the one that lasts.
  static func earlier(_ db: Database) throws -> EarlierFigures {
    var figures: [String: [ReportedFigure]] = [:]
    var acceptedBy: [Int: Set<String>] = [:]
    let lines = try Row.fetchCursor(db, sql: "SELECT figure, line FROM accepted_by")
    while let row = try lines.next() {
      guard let figure = row[0] as Int?, let line = row[1] as String? else { throw Obstacle.damaged("an acceptance in it cannot be read") }
      acceptedBy[figure, default: []].insert(line)
    }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT f.id, f.group_name, f.entity, f.item, f.label, f.start, f.end, f.value, f.currency, f.decimals, f.file, f.sha256, f.line,
          f.column, f.raw, f.run, substr(r.started_at, 1, 10), (SELECT max(reason) FROM sign_offs WHERE figure = f.id)
        FROM reported_figures AS f JOIN runs AS r ON r.sequence = f.run
        ORDER BY f.id
        """)
    while let row = try rows.next() {
      guard let group = row[1] as String?, var figure = figure(row) else { throw Obstacle.damaged("a figure in it cannot be read") }
      if let lines = acceptedBy[figure.number] { figure.acceptedBy = lines }
      figures[group, default: []].append(figure)
    }
    return EarlierFigures(figures: figures, setAside: try String.fetchAll(db, sql: "SELECT name FROM set_aside ORDER BY name"))
  }

  private static func figure(_ row: Row) -> ReportedFigure? {
    guard let number = row[0] as Int?, let entity = row[2] as String?, let item = row[3] as String?, let label = row[4] as String?,
      let period = period(start: row[5], end: row[6]), let value = (row[7] as String?).flatMap(Amount.init(decimalText:)),
      let decimals = row[9] as Int?, let file = row[10] as String?, let digest = row[11] as String?, let raw = row[14] as String?,
      let run = row[15] as Int?, let day = (row[16] as String?).flatMap(CalendarDate.init(isoText:))
    else { return nil }
    return ReportedFigure(
      number: number, key: ReportedFigure.Key(entity: entity, item: item, period: period), label: label, value: value,
      currency: (row[8] as String?).flatMap { Currency(code: $0) }, decimals: decimals,
      origin: ReportedFigure.Origin(
        file: file, digest: digest, lineNumber: row[12] as Int? ?? 0, columnNumber: row[13] as Int? ?? 0),
      raw: raw, run: run, day: day, signOff: (row[17] as String?).flatMap(ReportedFigure.SignOff.init(rawValue:)))
  }

  private static func period(start: String?, end: String?) -> Period? {
    guard let last = end.flatMap(CalendarDate.init(isoText:)) else { return nil }
    guard let start else { return .asAt(last) }
    return CalendarDate(isoText: start).flatMap { Period.from($0, to: last) }
  }

  /// The last run; nil where there is none.
  static func lastRun(_ db: Database) throws -> History.Run? {
    let sql = "SELECT sequence, version, started_at, language, inputs_sha256, reports_sha256 FROM runs ORDER BY sequence DESC LIMIT 1"
    guard let row = try Row.fetchOne(db, sql: sql) else { return nil }
    guard let sequence = row[0] as Int?, let version = row[1] as String?, let startedAt = row[2] as String?,
      let language = row[3] as String?, let inputs = row[4] as String?, let reports = row[5] as String?
    else { throw Obstacle.damaged("a run in it cannot be read") }
    return History.Run(
      sequence: sequence, version: version, startedAt: startedAt, language: language, inputsDigest: inputs, reportsDigest: reports)
  }

  /// Each group's files and figures in force as a run left them.
  static func states(_ db: Database, run: Int) throws -> [String: GroupState] {
    var states: [String: GroupState] = [:]
    let files = try Row.fetchCursor(
      db,
      sql: """
        SELECT group_name, path, sha256 FROM run_sources JOIN readings ON readings.id = reading WHERE run = ?
        ORDER BY group_name, position
        """, arguments: [run])
    while let row = try files.next() {
      guard let group = row[0] as String?, let path = row[1] as String?, let digest = row[2] as String? else {
        throw Obstacle.damaged("a file in it cannot be read")
      }
      states[group, default: GroupState()].files.append(GroupState.File(path: path, digest: digest))
    }
    let figures = try Row.fetchCursor(
      db,
      sql: """
        SELECT group_name, path, sha256, entity, item, start, end, value, currency, line, column
        FROM run_sources JOIN readings ON readings.id = run_sources.reading JOIN facts ON facts.reading = run_sources.reading
        WHERE run = ? AND in_force = 1
        """, arguments: [run])
    while let row = try figures.next() {
      guard let group = row[0] as String?, let path = row[1] as String?, let digest = row[2] as String?, let entity = row[3] as String?,
        let item = row[4] as String?, let period = period(start: row[5], end: row[6]),
        let value = (row[7] as String?).flatMap(Amount.init(decimalText:))
      else { throw Obstacle.damaged("a figure in it cannot be read") }
      let key = ReportedFigure.Key(entity: entity, item: item, period: period)
      let origin = ReportedFigure.Origin(
        file: path, digest: digest, lineNumber: row[9] as Int? ?? 0, columnNumber: row[10] as Int? ?? 0)
      states[group, default: GroupState()].figures[key] = GroupState.Figure(
        file: GroupState.File(path: path, digest: digest),
        amount: Change.Amounted(value: value, currency: (row[8] as String?).flatMap { Currency(code: $0) }, address: origin.address))
    }
    let columns = RunRecord.transactionColumns
    let transactions = try Row.fetchCursor(
      db,
      sql: """
        SELECT group_name, \(columns.joined(separator: ", ")), file, line
        FROM run_groups JOIN equity_transactions USING (transaction_set) WHERE run = ? ORDER BY group_name, position
        """, arguments: [run])
    while let row = try transactions.next() {
      guard let group = row[0] as String? else { throw Obstacle.damaged("an equity transaction in it cannot be read") }
      let fields = columns.indices.map { row[$0 + 1] as String? ?? "" }
      states[group, default: GroupState()].transactions.append(
        ReportedTransaction(fields: fields, file: row[columns.count + 1] as String? ?? "", lineNumber: row[columns.count + 2] as Int? ?? 0))
    }
    return states
  }

  /// Every run that changed anything, oldest first.
  static func changes(_ db: Database) throws -> [RunChanges] {
    var runs = try changesOfFigures(db)
    for changed in try changesOfTransactions(db) {
      if let index = runs.firstIndex(where: { $0.run == changed.run }) {
        runs[index].transactions = changed.transactions
      } else {
        runs.append(changed)
      }
    }
    return runs.sorted { $0.run < $1.run }
  }

  private static func changesOfFigures(_ db: Database) throws -> [RunChanges] {
    var runs: [RunChanges] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT run, substr(started_at, 1, 10), substr(started_at, 12, 5), version, group_name, kind, file, other_file, figures, entity,
          item, start, end, value_before, currency_before, place_before, value_after, currency_after, place_after
        FROM changes JOIN runs ON runs.sequence = changes.run ORDER BY run, position
        """)
    while let row = try rows.next() {
      guard let run = row[0] as Int?, let day = (row[1] as String?).flatMap(CalendarDate.init(isoText:)), let time = row[2] as String?,
        let version = row[3] as String?, let change = change(row)
      else { throw Obstacle.damaged("a change in it cannot be read") }
      if runs.last?.run != run { runs.append(RunChanges(run: run, day: day, time: time, version: version, changes: [])) }
      runs[runs.count - 1].changes.append(change)
    }
    return runs
  }

  private static func changesOfTransactions(_ db: Database) throws -> [RunChanges] {
    var runs: [RunChanges] = []
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT run, substr(started_at, 1, 10), substr(started_at, 12, 5), version, group_name, kind, entity, event, date, figure,
          value_before, currency_before, place_before, value_after, currency_after, place_after
        FROM transaction_changes JOIN runs ON runs.sequence = transaction_changes.run ORDER BY run, position
        """)
    while let row = try rows.next() {
      guard let run = row[0] as Int?, let day = (row[1] as String?).flatMap(CalendarDate.init(isoText:)), let time = row[2] as String?,
        let version = row[3] as String?, let group = row[4] as String?,
        let kind = (row[5] as String?).flatMap(TransactionChange.Kind.init(rawValue:)), let entity = row[6] as String?,
        let event = row[7] as String?, let date = row[8] as String?, let figure = row[9] as String?
      else { throw Obstacle.damaged("a change of an equity transaction in it cannot be read") }
      let side = { (first: Int) -> TransactionChange.Side? in
        (row[first] as String?).map {
          TransactionChange.Side(value: $0, currency: row[first + 1] as String? ?? "", address: row[first + 2] as String? ?? "")
        }
      }
      if runs.last?.run != run { runs.append(RunChanges(run: run, day: day, time: time, version: version, changes: [])) }
      runs[runs.count - 1].transactions.append(
        TransactionChange(
          group: group, kind: kind, entity: entity, event: event, date: date, figure: figure, before: side(10), after: side(13)))
    }
    return runs
  }

  private static func change(_ row: Row) -> Change? {
    guard let group = row[4] as String?, let kind = (row[5] as String?).flatMap(Change.Kind.init(rawValue:)) else { return nil }
    var key: ReportedFigure.Key?
    if let entity = row[9] as String?, let item = row[10] as String?, let period = period(start: row[11], end: row[12]) {
      key = ReportedFigure.Key(entity: entity, item: item, period: period)
    }
    return Change(
      group: group, kind: kind, file: row[6] as String? ?? "", otherFile: row[7] as String? ?? "", figureCount: row[8] as Int? ?? 0,
      key: key, before: amounted(row[13], row[14], row[15]), after: amounted(row[16], row[17], row[18]))
  }

  private static func amounted(_ value: String?, _ currency: String?, _ address: String?) -> Change.Amounted? {
    value.flatMap(Amount.init(decimalText:)).map {
      Change.Amounted(value: $0, currency: currency.flatMap { Currency(code: $0) }, address: address ?? "")
    }
  }
}
