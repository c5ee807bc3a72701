import GRDB

/// The tables of the history, in migrations that are only ever added to; `docs/HISTORY.md` says what each is for.
///
/// Figures hang on what a file was read as, and runs name it: a file that is delivered a thousand times is stored once.
enum HistorySchema {
  /// `tieo` in the file's header says whose it is.
  static let applicationID: Int32 = 0x7469_656F

  /// The tables of the first migration, from which nothing is taken and in which nothing is changed.
  private static let tables = [
    "runs", "readings", "facts", "run_sources", "finding_sets", "findings", "finding_members", "transaction_sets", "equity_transactions",
    "run_groups",
    "reported_figures", "sign_offs", "changes", "set_aside",
  ]

  /// All migrations; a history that is begun anew remembers the damaged ones that stand beside it.
  static func migrator(setAside names: [String]) -> DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 runs, sources, facts, findings, transactions, changes") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID); PRAGMA user_version = 1")
      try db.execute(sql: runs + facts + findings + news + views)
      for table in tables { try refuseChanges(db, to: table) }
      for name in names { try db.execute(sql: "INSERT INTO set_aside (name) VALUES (?)", arguments: [name]) }
    }
    migrator.registerMigration("2 lines of events, changes of equity transactions") { db in
      try db.execute(sql: eventLines + transactionChanges)
      try refuseChanges(db, to: "transaction_changes")
    }
    migrator.registerMigration("3 lines that accepted a restatement") { db in
      try db.execute(sql: acceptances)
      try refuseChanges(db, to: "accepted_by")
    }
    return migrator
  }

  private static func refuseChanges(_ db: Database, to table: String) throws {
    for verb in ["UPDATE", "DELETE"] {
      try db.execute(
        sql: """
          CREATE TRIGGER \(table)_refuses_\(verb.lowercased()) BEFORE \(verb) ON \(table)
          BEGIN SELECT RAISE(ABORT, 'nothing is changed in the history or taken from it'); END
          """)
    }
  }

  /// An exact decimal: digits, one point with digits on both sides, a minus before them.
  private static func isDecimal(_ column: String) -> String {
    """
    \(column) GLOB '*[0-9]' AND \(column) NOT GLOB '*[^-.0-9]*' AND \(column) NOT GLOB '?*-*' AND \(column) NOT GLOB '*.*.*'
      AND \(column) NOT GLOB '.*' AND \(column) NOT GLOB '-.*'
    """
  }

  private static func isDay(_ column: String) -> String { "\(column) GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'" }

  private static let runs = """
    CREATE TABLE runs (
      sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
      version TEXT NOT NULL CHECK (version <> ''),
      started_at TEXT NOT NULL CHECK (started_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
      language TEXT NOT NULL CHECK (language <> ''),
      inputs_sha256 TEXT NOT NULL CHECK (length(inputs_sha256) = 64),
      reports_sha256 TEXT NOT NULL CHECK (length(reports_sha256) = 64)
    ) STRICT;
    CREATE TABLE set_aside (
      name TEXT PRIMARY KEY
    ) STRICT, WITHOUT ROWID;
    """

  private static let facts = """
    CREATE TABLE readings (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL CHECK (length(sha256) IN (0, 64)),
      size INTEGER NOT NULL CHECK (size >= 0),
      form TEXT NOT NULL,
      version TEXT NOT NULL CHECK (version <> ''),
      facts_sha256 TEXT NOT NULL CHECK (length(facts_sha256) = 64),
      UNIQUE (sha256, form, version, facts_sha256)
    ) STRICT;
    CREATE TABLE facts (
      reading INTEGER NOT NULL REFERENCES readings (id),
      position INTEGER NOT NULL CHECK (position > 0),
      entity TEXT NOT NULL,
      item TEXT NOT NULL CHECK (item <> ''),
      label TEXT NOT NULL,
      start TEXT CHECK (\(isDay("start"))),
      end TEXT NOT NULL CHECK (\(isDay("end"))),
      value TEXT NOT NULL CHECK (\(isDecimal("value"))),
      currency TEXT CHECK (length(currency) = 3),
      decimals INTEGER NOT NULL,
      basis TEXT NOT NULL,
      scenario TEXT NOT NULL,
      line INTEGER CHECK (line > 0),
      column INTEGER CHECK (column > 0),
      raw TEXT NOT NULL,
      in_force INTEGER NOT NULL CHECK (in_force IN (0, 1)),
      PRIMARY KEY (reading, position),
      CHECK (start <= end)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_sources (
      run INTEGER NOT NULL REFERENCES runs (sequence),
      group_name TEXT NOT NULL,
      position INTEGER NOT NULL CHECK (position > 0),
      path TEXT NOT NULL,
      reading INTEGER NOT NULL REFERENCES readings (id),
      PRIMARY KEY (run, group_name, position)
    ) STRICT, WITHOUT ROWID;
    """

  private static let findings = """
    CREATE TABLE finding_sets (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64)
    ) STRICT;
    CREATE TABLE findings (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
      severity TEXT NOT NULL CHECK (severity IN ('error', 'warning', 'info')),
      check_id TEXT NOT NULL CHECK (check_id <> ''),
      entity TEXT, item TEXT, period TEXT,
      message TEXT NOT NULL,
      file TEXT, line INTEGER, column INTEGER,
      expected TEXT, actual TEXT,
      difference TEXT CHECK (\(isDecimal("difference"))),
      tolerance TEXT CHECK (\(isDecimal("tolerance"))),
      accepted TEXT
    ) STRICT;
    CREATE TABLE finding_members (
      finding_set INTEGER NOT NULL REFERENCES finding_sets (id),
      position INTEGER NOT NULL CHECK (position > 0),
      finding INTEGER NOT NULL REFERENCES findings (id),
      PRIMARY KEY (finding_set, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE transaction_sets (
      id INTEGER PRIMARY KEY,
      sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64)
    ) STRICT;
    CREATE TABLE equity_transactions (
      transaction_set INTEGER NOT NULL REFERENCES transaction_sets (id),
      position INTEGER NOT NULL CHECK (position > 0),
      event TEXT, date TEXT NOT NULL, status TEXT NOT NULL, entity TEXT NOT NULL, kind TEXT NOT NULL, treatment TEXT NOT NULL,
      policy TEXT, interest_before TEXT, interest_after TEXT, net_assets_before TEXT, consideration TEXT, costs TEXT,
      net_assets_after TEXT, nci_before TEXT, nci_after TEXT, nci_adjustment TEXT, owners_equity_adjustment TEXT,
      goodwill_adjustment TEXT, gain_or_loss TEXT, currency TEXT, reason TEXT,
      PRIMARY KEY (transaction_set, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE run_groups (
      run INTEGER NOT NULL REFERENCES runs (sequence),
      group_name TEXT NOT NULL,
      finding_set INTEGER NOT NULL REFERENCES finding_sets (id),
      transaction_set INTEGER NOT NULL REFERENCES transaction_sets (id),
      PRIMARY KEY (run, group_name)
    ) STRICT, WITHOUT ROWID;
    """

  private static let news = """
    CREATE TABLE reported_figures (
      id INTEGER PRIMARY KEY,
      run INTEGER NOT NULL REFERENCES runs (sequence),
      group_name TEXT NOT NULL,
      entity TEXT NOT NULL,
      item TEXT NOT NULL CHECK (item <> ''),
      label TEXT NOT NULL,
      start TEXT CHECK (\(isDay("start"))),
      end TEXT NOT NULL CHECK (\(isDay("end"))),
      value TEXT NOT NULL CHECK (\(isDecimal("value"))),
      currency TEXT CHECK (length(currency) = 3),
      decimals INTEGER NOT NULL,
      file TEXT NOT NULL,
      sha256 TEXT NOT NULL CHECK (length(sha256) IN (0, 64)),
      line INTEGER CHECK (line > 0),
      column INTEGER CHECK (column > 0),
      raw TEXT NOT NULL
    ) STRICT;
    CREATE TABLE sign_offs (
      figure INTEGER NOT NULL REFERENCES reported_figures (id),
      reason TEXT NOT NULL CHECK (reason IN ('acceptance', 'column')),
      run INTEGER NOT NULL REFERENCES runs (sequence),
      PRIMARY KEY (figure, reason)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE changes (
      run INTEGER NOT NULL REFERENCES runs (sequence),
      position INTEGER NOT NULL CHECK (position > 0),
      group_name TEXT NOT NULL,
      kind TEXT NOT NULL
        CHECK (kind IN ('restated', 'figure gone', 'file new', 'file changed', 'file superseded', 'file gone')),
      file TEXT, other_file TEXT,
      figures INTEGER NOT NULL CHECK (figures >= 0),
      entity TEXT, item TEXT, start TEXT, end TEXT,
      value_before TEXT CHECK (\(isDecimal("value_before"))), currency_before TEXT, place_before TEXT,
      value_after TEXT CHECK (\(isDecimal("value_after"))), currency_after TEXT, place_after TEXT,
      PRIMARY KEY (run, position)
    ) STRICT, WITHOUT ROWID;
    """

  private static let views = """
    CREATE VIEW sources AS
      SELECT run, group_name, path, nullif(sha256, '') AS sha256, size, nullif(form, '') AS form, reading
      FROM run_sources JOIN readings ON readings.id = run_sources.reading;
    CREATE VIEW facts_by_run AS
      SELECT run, group_name, entity, item, label, start, end, value, currency, decimals, basis, scenario, path AS file, line, column,
        raw, in_force
      FROM run_sources JOIN facts USING (reading);
    CREATE VIEW latest_facts AS
      SELECT * FROM facts_by_run WHERE run = (SELECT max(sequence) FROM runs);
    CREATE VIEW findings_by_run AS
      SELECT run, group_name, severity, check_id, entity, item, period, message, file, line, column, expected, actual, difference,
        tolerance, accepted
      FROM run_groups JOIN finding_members USING (finding_set) JOIN findings ON findings.id = finding;
    CREATE VIEW latest_findings AS
      SELECT * FROM findings_by_run WHERE run = (SELECT max(sequence) FROM runs);
    CREATE VIEW transactions_by_run AS
      SELECT run, group_name, event, date, status, entity, kind, treatment, policy, interest_before, interest_after, net_assets_before,
        consideration, costs, net_assets_after, nci_before, nci_after, nci_adjustment, owners_equity_adjustment, goodwill_adjustment,
        gain_or_loss, currency, reason
      FROM run_groups JOIN equity_transactions USING (transaction_set);
    CREATE VIEW restatements AS
      SELECT run, started_at, group_name, entity, item, start, end, value_before, currency_before, place_before, value_after,
        currency_after, place_after
      FROM changes JOIN runs ON runs.sequence = changes.run WHERE kind = 'restated';
    """

  // MARK: Added later

  /// The line of each transaction's event; not known of what was recorded before.
  private static let eventLines = """
    ALTER TABLE equity_transactions ADD COLUMN file TEXT;
    ALTER TABLE equity_transactions ADD COLUMN line INTEGER CHECK (line > 0);
    DROP VIEW transactions_by_run;
    CREATE VIEW transactions_by_run AS
      SELECT run, group_name, event, date, status, entity, kind, treatment, policy, interest_before, interest_after, net_assets_before,
        consideration, costs, net_assets_after, nci_before, nci_after, nci_adjustment, owners_equity_adjustment, goodwill_adjustment,
        gain_or_loss, currency, reason, file, line
      FROM run_groups JOIN equity_transactions USING (transaction_set);
    """

  private static let transactionChanges = """
    CREATE TABLE transaction_changes (
      run INTEGER NOT NULL REFERENCES runs (sequence),
      position INTEGER NOT NULL CHECK (position > 0),
      group_name TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('changed', 'new', 'gone')),
      entity TEXT NOT NULL,
      event TEXT NOT NULL,
      date TEXT NOT NULL,
      figure TEXT NOT NULL CHECK (figure <> ''),
      value_before TEXT, currency_before TEXT, place_before TEXT,
      value_after TEXT, currency_after TEXT, place_after TEXT,
      PRIMARY KEY (run, position),
      CHECK ((kind = 'new') = (value_before IS NULL)),
      CHECK ((kind = 'gone') = (value_after IS NULL))
    ) STRICT, WITHOUT ROWID;
    """

  /// Which line of an acceptances file signed a restatement off; not known of what was recorded before.
  private static let acceptances = """
    CREATE TABLE accepted_by (
      figure INTEGER NOT NULL REFERENCES reported_figures (id),
      line TEXT NOT NULL CHECK (line <> ''),
      run INTEGER NOT NULL REFERENCES runs (sequence),
      PRIMARY KEY (figure, line)
    ) STRICT, WITHOUT ROWID;
    """
}
