/// What a run leaves to the history of one group: its files with their figures, findings, equity transactions, and which of the figures
/// are news.
public struct RunRecord: Sendable {
  /// A file, what it was read as, and its figures.
  public struct Source: Sendable {
    /// Its path below Inputs.
    public let path: String
    /// SHA-256 of its bytes; empty where they could not be had.
    public let digest: String
    /// How many bytes it has.
    public let byteCount: Int
    /// What it was read as; empty where it was rejected.
    public let form: String
    /// Its figures, in the order in which they stand there.
    public internal(set) var facts: [Fact]

    /// A figure as `facts.csv` has it.
    public struct Fact: Sendable {
      /// `entity,item,label,start,end,value,currency,decimals,basis,scenario,raw`; empty where it does not apply.
      public let fields: [String]
      /// Where in `fields` these stand.
      public static let (start, currency, decimals, raw) = (3, 6, 7, 10)
      /// From 1; 0 where it does not apply.
      public let lineNumber: Int
      /// From 1; 0 where it does not apply.
      public let columnNumber: Int
      /// Whether it is the figure that counts for its entity, item and period.
      public let isInForce: Bool
    }
  }

  /// The group's name.
  public let group: String
  /// Its files in the order of their paths.
  public let sources: [Source]
  /// Under `Pipeline.findingColumns`.
  public let findings: [[String]]
  /// Its equity transactions, in the order of the page.
  public let transactions: [ReportedTransaction]
  /// The figures that are reported for the first time, or with another amount than the last time.
  public let reported: [ReportedFigure]
  /// The figures reported before, by number, of which somebody now says that they are restated.
  public let signedOff: [(number: Int, by: ReportedFigure.SignOff)]
  /// The figures reported before, by number, that a line of an acceptances file now signs off, with its words.
  public let acceptedBy: [(number: Int, line: String)]
  /// What changed since the run before, but for what only the run before can tell.
  public let restated: [Change]
  /// The files and the figures in force, for the next run to see what changed.
  public let state: GroupState

  /// The columns of an equity transaction.
  public static var transactionColumns: [String] { DataFiles.transactionColumns }
}

/// A group's files and the figures that count, as a run left them.
public struct GroupState: Sendable {
  /// A file by its path and content.
  public struct File: Hashable, Sendable {
    /// Its path below Inputs.
    public let path: String
    /// SHA-256 of its bytes; empty where they could not be had.
    public let digest: String

    /// A file.
    public init(path: String, digest: String) {
      self.path = path
      self.digest = digest
    }
  }

  /// A figure that counts: how much it is, where it stands, and the file that gives it.
  public struct Figure: Hashable, Sendable {
    /// The file.
    public let file: File
    /// The amount at its address.
    public let amount: Change.Amounted

    /// A figure.
    public init(file: File, amount: Change.Amounted) {
      self.file = file
      self.amount = amount
    }
  }

  /// In the order of their paths.
  public var files: [File]
  /// The figures that count; empty for a first run, which has nothing to be held against.
  public var figures: [ReportedFigure.Key: Figure]
  /// How many figures that count each file gives, by its path.
  public var figureCounts: [String: Int] = [:]
  /// The equity transactions.
  public var transactions: [ReportedTransaction]

  /// A group's state.
  public init(files: [File] = [], figures: [ReportedFigure.Key: Figure] = [:], transactions: [ReportedTransaction] = []) {
    self.files = files
    self.figures = figures
    self.transactions = transactions
  }
}

extension RunRecord {
  init(_ accounts: GroupAccounts, _ findings: [Finding], run: Int, day: CalendarDate) {
    group = accounts.name
    self.findings = findings.map { DataFiles.record($0, accounts) }
    transactions = zip(DataFiles.transactionRecords(accounts), accounts.transactions).map { fields, transaction in
      let place = transaction.event.movements.first?.place ?? transaction.event.place
      return ReportedTransaction(fields: fields, file: accounts.cells(place).file, lineNumber: Int(place.lineNumber))
    }
    var sources = accounts.sources.map {
      Source(path: $0.path, digest: $0.digest, byteCount: $0.byteCount, form: $0.form ?? "", facts: [])
    }
    var state = GroupState(files: sources.map { GroupState.File(path: $0.path, digest: $0.digest) }, transactions: transactions)
    var reported: [ReportedFigure] = []
    var restated: [Change] = []
    var signedOff: [(number: Int, by: ReportedFigure.SignOff)] = []
    var acceptedBy: [(number: Int, line: String)] = []
    let accepted = RunRecord.acceptedRestatements(findings)
    for fact in accounts.facts {
      let key = FigureHistories.Key(entity: fact.entity, item: fact.item, period: fact.period)
      let isInForce = accounts.index.fact(fact.entity, fact.item, fact.period) == fact
      if let place = fact.provenance.place, sources.indices.contains(Int(place.fileIndex)) {
        sources[Int(place.fileIndex)].facts.append(RunRecord.record(fact, accounts, isInForce: isInForce))
      }
      guard isInForce else { continue }
      let origin = accounts.origin(of: fact)
      let name = ReportedFigure.Key(
        entity: accounts.entities[fact.entity].name, item: accounts.catalogue[fact.item].id, period: fact.period)
      state.figureCounts[origin.file, default: 0] += 1
      if run > 1 {
        state.figures[name] = GroupState.Figure(
          file: GroupState.File(path: origin.file, digest: origin.digest),
          amount: Change.Amounted(value: fact.value, currency: fact.currency, address: origin.address))
      }
      let saysSo = fact.provenance.place.map(accounts.restatedPlaces.contains) ?? false
      let signOff: ReportedFigure.SignOff? = saysSo ? .column : accepted[key] != nil ? .acceptance : nil
      let last = accounts.earlier[key].last
      if let last, last.isAsWritten(fact) {
        if let signOff, last.signOff == nil || (signOff == .column && last.signOff != .column) { signedOff.append((last.number, signOff)) }
        if let line = accepted[key], !last.acceptedBy.contains(line) { acceptedBy.append((last.number, line)) }
        continue
      }
      let figure = ReportedFigure(
        number: 0, key: name, label: fact.label, value: fact.value, currency: fact.currency, decimals: fact.decimals, origin: origin,
        raw: fact.raw, run: run, day: day, signOff: signOff,
        acceptedBy: Set([accepted[key]].compactMap { $0 }))
      reported.append(figure)
      if let last, last.differs(from: figure) { restated.append(Change(group: accounts.name, from: last, to: figure)) }
    }
    self.sources = sources
    self.state = state
    self.reported = reported
    self.restated = restated
    self.signedOff = signedOff
    self.acceptedBy = acceptedBy
  }

  /// The figures whose restatement somebody has accepted, with the words of the line that does.
  private static func acceptedRestatements(_ findings: [Finding]) -> [FigureHistories.Key: String] {
    var accepted: [FigureHistories.Key: String] = [:]
    for finding in findings where finding.check == Restated.id {
      guard let line = finding.signOff, let entity = finding.entity, let item = finding.item, let period = finding.period else { continue }
      accepted[FigureHistories.Key(entity: entity, item: item, period: period)] = line.words
    }
    return accepted
  }

  private static func record(_ fact: Fact, _ accounts: GroupAccounts, isInForce: Bool) -> Source.Fact {
    Source.Fact(
      fields: [
        accounts.entities[fact.entity].name, accounts.catalogue[fact.item].id, fact.label, fact.period.start?.isoText ?? "",
        fact.period.end.isoText, fact.value.decimalText, fact.currency?.code ?? "", String(fact.decimals), fact.basis.word, fact.scenario,
        fact.raw,
      ], lineNumber: Int(fact.provenance.place?.lineNumber ?? 0), columnNumber: Int(fact.provenance.place?.columnNumber ?? 0),
      isInForce: isInForce)
  }
}
