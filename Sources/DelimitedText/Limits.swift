/// What one file may hold before it is taken for damaged or hostile; each has its own error.
///
/// libcsv has no limits of its own: one quote that never closes would make it hold the rest of the file in memory.
public enum Limits {
  /// The longest field.
  ///
  /// Units: bytes of UTF-8.
  public static let fieldByteCount = 1 << 20
  /// The longest record, its fields taken together.
  ///
  /// Units: bytes of UTF-8.
  public static let recordByteCount = 8 << 20
  /// The most fields in one record.
  public static let fieldCount = 4_096
  /// The longest text that a `Table` holds; longer files are for `RecordParser`.
  ///
  /// Units: bytes of UTF-8.
  public static let tableByteCount = Int(UInt32.max) - 1
}
