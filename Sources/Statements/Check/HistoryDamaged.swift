/// The history of earlier runs is whole, so that a figure restated since can be told.
///
/// A history that cannot be read is set aside under another name and a new one is begun. Nothing is lost of the inputs or of the reports,
/// but what was reported before is not known any more, so the restatements of that time cannot be found.
///
/// Formula: SQLite's own check of the file, its marks, and every figure in it readable.
///
/// Severity: warning, until an acceptance says that somebody has seen it.
///
/// Example: `history.sqlite` cut short by a full disk stands as `history.sqlite.damaged-1`.
///
/// Remedy: put a backup of the history back in its place and run again; or accept it, with a line of an acceptances file.
///
/// Cites: IAS 8.42.
enum HistoryDamaged: Check {
  static let id = "history-damaged"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    accounts.historiesSetAside.map { name in
      Finding(
        .warning, id, "the history of earlier runs was damaged and begun anew, so figures restated since then cannot be told",
        details: ["the damaged file stands as \(code: name) beside the reports"], citation: Citation("IAS 8.42"),
        remedy: "put a backup of the history back in its place and run again, or accept it in an acceptances file")
    }
  }
}
