import GRDB
import GRDBSQLite
import Statements

/// Writing a run: everything in one transaction, which stays open until the reports are in place.
extension History {
  /// Adds a run to the history without making it last: `commit` does, and a run that ends before leaves no trace.
  ///
  /// The pages go to the log at once, so that a full disk or a missing permission is known before any report is touched.
  ///
  /// - Parameter standing: the groups whose reports this run leaves as they are, because a file of theirs is not whole yet; what the run
  ///   before said of them holds.
  /// - Throws: where the history cannot be written.
  public func stage(_ run: Run, _ groups: [RunRecord], standing: Set<String> = []) throws(HistoryError) {
    try stageGroups(run, groups, standing: standing)
    try stageRun(run)
  }

  /// The first half of staging: what the run says of its groups, which can be known while its reports are still being made.
  ///
  /// - Throws: where the history cannot be written.
  public func stageGroups(_ run: Run, _ groups: [RunRecord], standing: Set<String> = []) throws(HistoryError) {
    try write { db in
      try db.beginTransaction(.immediate)
      // The run that the rows belong to comes last.
      try db.execute(sql: "PRAGMA defer_foreign_keys = ON")
      let writer = HistoryWriter(db)
      let states = try last.map { try HistoryReader.states(db, run: $0.sequence) } ?? [:]
      try writer.add(groups.filter { !standing.contains($0.group) }, of: run, states: states.filter { !standing.contains($0.key) })
      if let last { for group in standing.sorted() { try writer.keep(group, of: last, in: run) } }
    }
  }

  /// The second half of staging: the run itself, with the digest of its reports.
  ///
  /// - Throws: where the history cannot be written.
  public func stageRun(_ run: Run) throws(HistoryError) {
    try write { db in
      try HistoryWriter(db).add(run)
      // References are looked at when a transaction ends; this one ends only when the reports are in place, and must not fail then.
      var (open, most): (Int32, Int32) = (0, 0)
      if sqlite3_db_status(db.sqliteConnection, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &most, 0) == SQLITE_OK, open > 0 {
        throw HistoryError(
          path: path,
          reason:
            "a row of the history names another that is not there: it was changed by hand or damaged; move the file away, and a new one is begun"
        )
      }
      let result = sqlite3_db_cacheflush(db.sqliteConnection)
      // The log may be held back by a reader; then the commit writes it.
      guard result == SQLITE_OK || result == SQLITE_BUSY else { throw DatabaseError(resultCode: ResultCode(rawValue: result)) }
    }
  }

  /// Makes the staged run durable.
  public func commit() throws(HistoryError) {
    try write { db in try db.commit() }
  }

  /// Closes the file, so that its log goes back into it; where that does not come off, the next run does it.
  public func close() {
    try? queue.close()
  }

  /// Every run that changed anything, the staged one among them.
  public func changes() throws(HistoryError) -> [RunChanges] {
    try write { db in try HistoryReader.changes(db) }
  }

  private func write<Value>(_ work: (Database) throws -> Value) throws(HistoryError) -> Value {
    do {
      return try queue.writeWithoutTransaction(work)
    } catch let error as DatabaseError {
      throw Obstacle(error, path: path).error(path: path)
    } catch let error as Obstacle {
      throw error.error(path: path)
    } catch let error as HistoryError {
      throw error
    } catch {
      throw HistoryError(path: path, reason: "cannot write the history: \(error)")
    }
  }
}

/// The rows of one run.
private struct HistoryWriter {
  let db: Database

  init(_ db: Database) {
    self.db = db
  }

  func add(_ run: History.Run) throws {
    try insert(
      "runs (sequence, version, started_at, language, inputs_sha256, reports_sha256)",
      [[run.sequence, run.version, run.startedAt, run.language, run.inputsDigest, run.reportsDigest]])
  }

  func add(_ groups: [RunRecord], of run: History.Run, states: [String: GroupState]) throws {
    for group in groups {
      try addSources(of: group, run)
      let findings = try findingSet(group.findings)
      let transactions = try storedSet(
        group.transactions.map { $0.fields + [$0.file, $0.lineNumber > 0 ? String($0.lineNumber) : ""] }, in: "transaction_sets",
        rows: "equity_transactions (transaction_set, position, \(RunRecord.transactionColumns.joined(separator: ", ")), file, line)"
      ) { $0.map { HistoryWriter.text($0) } }
      try insert("run_groups (run, group_name, finding_set, transaction_set)", [[run.sequence, group.group, findings, transactions]])
      try addFigures(of: group, run)
    }
    try addChanges(groups, run, states)
  }

  /// What the run before said of a group, said again.
  func keep(_ group: String, of last: History.Run, in run: History.Run) throws {
    let columns = [("run_sources", "group_name, position, path, reading"), ("run_groups", "group_name, finding_set, transaction_set")]
    for (table, columns) in columns {
      try db.execute(
        sql: "INSERT INTO \(table) (run, \(columns)) SELECT ?, \(columns) FROM \(table) WHERE run = ? AND group_name = ?",
        arguments: [run.sequence, last.sequence, group])
    }
  }

  // MARK: Sources

  private func addSources(of group: RunRecord, _ run: History.Run) throws {
    for (position, source) in group.sources.enumerated() {
      let reading = try reading(of: source, version: run.version)
      try insert(
        "run_sources (run, group_name, position, path, reading)", [[run.sequence, group.group, position + 1, source.path, reading]])
    }
  }

  /// The number of what a file was read as; its figures are stored where they are not yet.
  private func reading(of source: RunRecord.Source, version: String) throws -> Int64 {
    var digest = RecordDigest()
    for fact in source.facts {
      for field in fact.fields { digest.add(field) }
      digest.add(String(fact.lineNumber))
      digest.add(String(fact.columnNumber))
      digest.add(fact.isInForce ? "1" : "0")
      digest.endRecord()
    }
    let factsDigest = digest.hexadecimal()
    let known = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM readings WHERE sha256 = ? AND form = ? AND version = ? AND facts_sha256 = ?"),
      arguments: [source.digest, source.form, version, factsDigest])
    if let known { return known }
    try insert(
      "readings (sha256, size, form, version, facts_sha256)", [[source.digest, source.byteCount, source.form, version, factsDigest]])
    let id = db.lastInsertedRowID
    var row = try rows(
      "facts (reading, position, entity, item, label, start, end, value, currency, decimals, basis, scenario, line, column, raw, in_force)")
    for (index, fact) in source.facts.enumerated() {
      row.add(Int(id))
      row.add(index + 1)
      for (column, field) in fact.fields.enumerated() {
        switch column {
        case RunRecord.Source.Fact.start, RunRecord.Source.Fact.currency: row.addIfAny(field)
        case RunRecord.Source.Fact.decimals: row.add(Int(field))
        case RunRecord.Source.Fact.raw:
          row.add(HistoryWriter.number(fact.lineNumber))
          row.add(HistoryWriter.number(fact.columnNumber))
          row.add(field)
        default: row.add(field)
        }
      }
      row.add(fact.isInForce ? 1 : 0)
      try row.insert()
    }
    return id
  }

  // MARK: Findings and transactions

  /// The number of a set of findings; each finding is stored once, in however many sets it is.
  private func findingSet(_ records: [[String]]) throws -> Int64 {
    try storedSet(records, in: "finding_sets", rows: "finding_members (finding_set, position, finding)") { record in
      let digest = HistoryWriter.digest([record])
      if let known = try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM findings WHERE sha256 = ?"), arguments: [digest]) {
        return [known]
      }
      try insert(
        """
        findings (sha256, severity, check_id, entity, item, period, message, file, line, column, expected, actual, difference, tolerance,
          accepted)
        """, [[digest] + record.map { HistoryWriter.text($0) }])
      return [db.lastInsertedRowID]
    }
  }

  /// The number of a set of records; the same set is stored once, however many runs have it.
  private func storedSet(
    _ records: [[String]], in table: String, rows target: String, row: ([String]) throws -> [(any DatabaseValueConvertible)?]
  ) throws -> Int64 {
    let digest = HistoryWriter.digest(records)
    if let known = try Int64.fetchOne(db, sql: "SELECT id FROM \(table) WHERE sha256 = ?", arguments: [digest]) { return known }
    try insert("\(table) (sha256)", [[digest]])
    let id = db.lastInsertedRowID
    try insert(target, try records.enumerated().map { index, record in [id, index + 1] + (try row(record)) })
    return id
  }

  // MARK: Figures that are news

  private func addFigures(of group: RunRecord, _ run: History.Run) throws {
    var row = try rows(
      "reported_figures (run, group_name, entity, item, label, start, end, value, currency, decimals, file, sha256, line, column, raw)")
    for figure in group.reported {
      row.add(run.sequence)
      row.add(group.group)
      row.add(figure.key.entity)
      row.add(figure.key.item)
      row.add(figure.label)
      row.add(figure.key.period.start?.isoText)
      row.add(figure.key.period.end.isoText)
      row.add(figure.value.decimalText)
      row.add(figure.currency?.code)
      row.add(figure.decimals)
      row.add(figure.origin.file)
      row.add(figure.origin.digest)
      row.add(HistoryWriter.number(figure.origin.lineNumber))
      row.add(HistoryWriter.number(figure.origin.columnNumber))
      row.add(figure.raw)
      try row.insert()
      guard let signOff = figure.signOff else { continue }
      let number = db.lastInsertedRowID
      try insert("sign_offs (figure, reason, run)", [[number, signOff.rawValue, run.sequence]])
      try insert("accepted_by (figure, line, run)", figure.acceptedBy.sorted().map { [number, $0, run.sequence] })
    }
    try insert("sign_offs (figure, reason, run)", group.signedOff.map { [$0.number, $0.by.rawValue, run.sequence] })
    try insert("accepted_by (figure, line, run)", group.acceptedBy.map { [$0.number, $0.line, run.sequence] })
  }

  private func addChanges(_ groups: [RunRecord], _ run: History.Run, _ states: [String: GroupState]) throws {
    var changes: [Change] = []
    var transactions: [TransactionChange] = []
    let records = Dictionary(groups.map { ($0.group, $0) }, uniquingKeysWith: { first, _ in first })
    for name in Set(states.keys).union(records.keys).sorted() {
      changes += records[name]?.restated ?? []
      changes += Change.ofFiles(in: name, from: states[name] ?? GroupState(), to: records[name]?.state ?? GroupState())
      // A group that comes or goes does so with its files.
      if let before = states[name], let now = records[name] {
        transactions += TransactionChange.all(in: name, from: before.transactions, to: now.state.transactions)
      }
    }
    try insert(
      """
      transaction_changes (run, position, group_name, kind, entity, event, date, figure, value_before, currency_before, place_before,
        value_after, currency_after, place_after)
      """,
      transactions.enumerated().map { index, change in
        [
          run.sequence, index + 1, change.group, change.kind.rawValue, change.entity, change.event, change.date, change.figure,
          change.before?.value, change.before?.currency, change.before?.address, change.after?.value, change.after?.currency,
          change.after?.address,
        ]
      })
    try insert(
      """
      changes (run, position, group_name, kind, file, other_file, figures, entity, item, start, end, value_before, currency_before,
        place_before, value_after, currency_after, place_after)
      """,
      changes.enumerated().map { index, change in
        [
          run.sequence, index + 1, change.group, change.kind.rawValue, HistoryWriter.text(change.file),
          HistoryWriter.text(change.otherFile), change.figureCount, change.key?.entity, change.key?.item,
          change.key?.period.start?.isoText, change.key?.period.end.isoText, change.before?.value.decimalText,
          change.before?.currency?.code, change.before?.address, change.after?.value.decimalText, change.after?.currency?.code,
          change.after?.address,
        ]
      })
  }

  // MARK: Rows

  /// Inserts rows into `table (columns)`.
  private func insert(_ target: String, _ rows: [[(any DatabaseValueConvertible)?]]) throws {
    guard !rows.isEmpty else { return }
    let statement = try insertion(target)
    for row in rows { try statement.execute(arguments: StatementArguments(row)) }
  }

  /// Many rows for `table (columns)`.
  private func rows(_ target: String) throws -> RowWriter { RowWriter(db, try insertion(target)) }

  /// The statement that adds a row to `table (columns)`; it is made once, and kept by the connection.
  private func insertion(_ target: String) throws -> Statement {
    let width = target.utf8.count { $0 == UInt8(ascii: ",") } + 1
    return try db.cachedStatement(sql: "INSERT INTO \(target) VALUES (\(Array(repeating: "?", count: width).joined(separator: ", ")))")
  }

  private static func text(_ words: String) -> String? { words.isEmpty ? nil : words }

  private static func number(_ number: Int) -> Int? { number > 0 ? number : nil }

  private static func digest(_ records: [[String]]) -> String {
    var digest = RecordDigest()
    for record in records {
      for field in record { digest.add(field) }
      digest.endRecord()
    }
    return digest.hexadecimal()
  }
}
