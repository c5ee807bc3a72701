import GRDB
import GRDBSQLite

/// Adds many rows to a table: cells one after the other, then the row.
///
/// A history has two rows for every figure. Bound by themselves, the bytes of all words of a row in one buffer, they take a third of the time
/// that they take as GRDB's values; statement, transaction and errors stay GRDB's.
struct RowWriter {
  private enum Cell {
    case nothing
    case number(Int64)
    case words(Range<Int>)
  }

  private let db: Database
  private let statement: Statement
  private var bytes: [UInt8] = []
  private var cells: [Cell] = []

  /// - Parameter statement: the insertion, with a `?` for each cell.
  init(_ db: Database, _ statement: Statement) {
    self.db = db
    self.statement = statement
  }

  /// A cell with words, or with nothing.
  mutating func add(_ words: String?) {
    guard let words else { return cells.append(.nothing) }
    let start = bytes.count
    bytes.append(contentsOf: words.utf8)
    cells.append(.words(start..<bytes.count))
  }

  /// A cell with words, or with nothing where there are none.
  mutating func addIfAny(_ words: String) { add(words.isEmpty ? nil : words) }

  /// A cell with a whole number, or with nothing.
  mutating func add(_ number: Int?) { cells.append(number.map { .number(Int64($0)) } ?? .nothing) }

  /// Inserts the row, and begins the next.
  ///
  /// - Throws: `DatabaseError`, as GRDB would.
  mutating func insert() throws {
    defer {
      bytes.removeAll(keepingCapacity: true)
      cells.removeAll(keepingCapacity: true)
    }
    let row = statement.sqliteStatement
    precondition(cells.count == Int(sqlite3_bind_parameter_count(row)), "a row has a cell for each column")
    try bytes.withUnsafeBytes { buffer in
      defer {
        sqlite3_reset(row)
        // SQLite keeps no address of the buffer beyond this row.
        sqlite3_clear_bindings(row)
      }
      for (index, cell) in cells.enumerated() {
        let column = Int32(index) + 1
        let result =
          switch cell {
          case .nothing: sqlite3_bind_null(row, column)
          case .number(let number): sqlite3_bind_int64(row, column, number)
          case .words(let range): RowWriter.bind(UnsafeRawBufferPointer(rebasing: buffer[range]), row, column)
          }
        guard result == SQLITE_OK else { throw error }
      }
      guard sqlite3_step(row) == SQLITE_DONE else { throw error }
    }
  }

  /// Words that stay where they are until the row is inserted.
  private static func bind(_ words: UnsafeRawBufferPointer, _ row: SQLiteStatement, _ column: Int32) -> Int32 {
    guard let base = words.baseAddress, !words.isEmpty else {
      // No words are not nothing: an address that SQLite copies from, or it would bind NULL.
      return sqlite3_bind_text(row, column, "", 0, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
    }
    return sqlite3_bind_text(row, column, base.assumingMemoryBound(to: CChar.self), Int32(words.count), nil)
  }

  private var error: DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: sqlite3_extended_errcode(db.sqliteConnection)),
      message: String(cString: sqlite3_errmsg(db.sqliteConnection)), sql: statement.sql)
  }
}
