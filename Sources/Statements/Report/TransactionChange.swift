/// An equity transaction as a run reported it, with the line that it rests on.
public struct ReportedTransaction: Hashable, Sendable {
  /// Under `RunRecord.transactionColumns`.
  public let fields: [String]
  /// The file of its event, below Inputs; empty where a run did not keep it.
  public let file: String
  /// Where the event begins there, from 1; 0 where a run did not keep it.
  public let lineNumber: Int

  /// A transaction and its line.
  public init(fields: [String], file: String, lineNumber: Int) {
    self.fields = fields
    self.file = file
    self.lineNumber = lineNumber
  }

  /// What stands under a column; empty where nothing does.
  func field(_ column: String) -> String {
    guard let index = DataFiles.transactionColumns.firstIndex(of: column), fields.indices.contains(index) else { return "" }
    return fields[index]
  }

  /// `events.csv:2`.
  var address: String { lineNumber > 0 ? "\(file):\(lineNumber)" : file }
}

/// One figure of an equity transaction that stands otherwise than in the run before, or stands there no more, or for the first time.
public struct TransactionChange: Hashable, Sendable {
  /// What happened to the transaction.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It has another figure.
    case changed
    /// It was not there.
    case new
    /// It is not there any more.
    case gone
  }

  /// A figure with its currency and its address, as one run had it.
  public struct Side: Hashable, Sendable {
    /// As in `equity-transactions.csv`; empty where it is not determined.
    public let value: String
    /// The currency of the transaction's amounts; empty where it is not known.
    public let currency: String
    /// `events.csv:2`; empty where it is not known.
    public let address: String

    /// A figure as one run had it.
    public init(value: String, currency: String, address: String) {
      self.value = value
      self.currency = currency
      self.address = address
    }
  }

  /// The group.
  public let group: String
  /// What happened.
  public let kind: Kind
  /// The subsidiary, as its page names it.
  public let entity: String
  /// The event's name; of one that has another name now, that.
  public let event: String
  /// Its day; of one that has another day now, that.
  public let date: String
  /// Which figure: a column of `equity-transactions.csv`.
  public let figure: String
  /// What the run before had; nil where it had no such transaction.
  public let before: Side?
  /// What stands now; nil where there is no such transaction.
  public let after: Side?

  /// A change with everything that is known of it.
  public init(
    group: String, kind: Kind, entity: String, event: String, date: String, figure: String, before: Side?, after: Side?
  ) {
    self.group = group
    self.kind = kind
    self.entity = entity
    self.event = event
    self.date = date
    self.figure = figure
    self.before = before
    self.after = after
  }
}

extension TransactionChange {
  /// What an event that is new or gone is shown by: how it was treated, and its effect.
  private static let effects = ["treatment", "consideration", "nci_adjustment", "owners_equity_adjustment", "gain_or_loss"]

  /// What happened to a group's equity transactions between two runs, in the order of the days and names of the events.
  public static func all(
    in group: String, from before: [ReportedTransaction], to now: [ReportedTransaction]
  ) -> [TransactionChange] {
    var changes: [TransactionChange] = []
    let (pairs, gone, new) = matched(before, now)
    for (old, current) in pairs {
      for column in DataFiles.transactionColumns where column != "entity" && column != "reason" {
        // Of an amount that has another currency now both sides are shown, though the digits agree.
        guard old.field(column) != current.field(column) else { continue }
        changes.append(change(group, .changed, column, old, current))
      }
    }
    // An effect of nil says nothing that the others do not.
    let shown = { (transaction: ReportedTransaction) in effects.filter { !["", "0.00"].contains(transaction.field($0)) } }
    for transaction in gone { changes += shown(transaction).map { change(group, .gone, $0, transaction, nil) } }
    for transaction in new { changes += shown(transaction).map { change(group, .new, $0, nil, transaction) } }
    // The figures of one event stay in the order of the columns.
    return changes.enumerated().sorted {
      ($0.element.date, $0.element.entity, $0.element.event, $0.offset) < ($1.element.date, $1.element.entity, $1.element.event, $1.offset)
    }.map(\.element)
  }

  private static func change(
    _ group: String, _ kind: Kind, _ column: String, _ before: ReportedTransaction?, _ after: ReportedTransaction?
  ) -> TransactionChange {
    let named = after ?? before
    let side = { (transaction: ReportedTransaction) in
      Side(value: transaction.field(column), currency: transaction.field("currency"), address: transaction.address)
    }
    return TransactionChange(
      group: group, kind: kind, entity: named?.field("entity") ?? "", event: named?.field("event") ?? "",
      date: named?.field("date") ?? "", figure: column, before: before.map(side), after: after.map(side))
  }

  /// Which transaction of now is which of before: by all that names it, else by its name, else by its kind where only one is left.
  ///
  /// An event that names itself by its day has another name when the day is corrected.
  private static func matched(
    _ before: [ReportedTransaction], _ now: [ReportedTransaction]
  ) -> (pairs: [(ReportedTransaction, ReportedTransaction)], gone: [ReportedTransaction], new: [ReportedTransaction]) {
    var pairs: [(ReportedTransaction, ReportedTransaction)] = []
    var (old, current) = (before, now)
    for (columns, isAlone) in [
      (["entity", "event", "date", "kind"], false), (["entity", "event"], false), (["entity", "kind"], true),
    ] {
      let key = { (transaction: ReportedTransaction) in columns.map(transaction.field) }
      let candidates = Dictionary(grouping: current.indices, by: { key(current[$0]) })
      let counts = Dictionary(grouping: old, by: key).mapValues(\.count)
      var taken: [[String]: Int] = [:]
      var used: Set<Int> = []
      var left: [ReportedTransaction] = []
      for transaction in old {
        let name = key(transaction)
        let (others, number) = (candidates[name] ?? [], taken[name] ?? 0)
        guard number < others.count, !isAlone || others.count == 1 && counts[name] == 1 else {
          left.append(transaction)
          continue
        }
        taken[name] = number + 1
        used.insert(others[number])
        pairs.append((transaction, current[others[number]]))
      }
      old = left
      current = current.indices.filter { !used.contains($0) }.map { current[$0] }
    }
    return (pairs, old, current)
  }
}
