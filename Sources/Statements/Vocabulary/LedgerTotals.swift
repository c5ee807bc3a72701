/// The debits and the credits of one entity for one date in one file: what `trial-balance` compares.
public struct LedgerTotals: Hashable, Sendable {
  /// Whose ledger.
  public var entity: EntityID
  /// The date or period; nil where the file gives none.
  public var period: Period?
  /// What is added up: the heading of the columns, or nothing where the file has one pair only.
  public var heading: String
  /// Σ debits, in units of currency; positive.
  public var debits: Amount
  /// Σ credits, in units of currency; positive.
  public var credits: Amount
  /// How many rows were added up.
  public var rowCount: Int
  /// How exactly the coarsest of them is printed, as in XBRL.
  public var decimals: Int
  /// The currency, where known.
  public var currency: Currency?
  /// The first row.
  public var firstPlace: Place
  /// The file's own totals, where it has a row of them.
  public var stated: Stated?

  /// A totals row.
  public struct Stated: Hashable, Sendable {
    /// What it says of the debits.
    public var debits: Amount
    /// What it says of the credits.
    public var credits: Amount
    /// Its debit.
    public var place: Place
  }
}
