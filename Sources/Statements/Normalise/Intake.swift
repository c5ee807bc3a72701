import DelimitedText

/// All that a group's files say, as it is read: one pass over the registers that give names and settings, then the rest.
struct Intake: Sendable {
  var sources: [Source] = []
  var catalogue: LineItemCatalogue
  var entities = EntityTable()
  /// Their names as they are compared.
  var names = EntityNames()
  var settings = Settings()
  var holdings: [Holding] = []
  var events: [EquityEvent] = []
  var rates: [Rate] = []
  var acceptances: [Acceptance] = []
  var accounts = AccountMap()
  var sizeTests: [SizeTest] = []
  var ledgerTotals: [LedgerTotals] = []
  var facts: [Fact] = []
  /// The totals that trial balances come to, until all files are read.
  var totalsFromAccounts: [Fact] = []
  var findings: [Finding] = []
  /// What the lines above each statement say, for the checks of basis and framework.
  var statements: [StatementNote] = []
  /// The figures whose column, row or file says that they are restated.
  var restatedPlaces: Set<Place> = []
  /// The files that name nobody, with the one entity that was known when each was read.
  var takenForOnly: [Int: EntityID] = [:]
  /// What each label of the statements so far was found to be.
  var labels = LabelMemory()

  /// Reads the files of one group.
  ///
  /// Files are taken in the order of their paths, so that the order in which a folder lists them does not matter.
  init(_ deliveries: [Delivery], catalogue: LineItemCatalogue, effort: Effort = Effort()) {
    self.catalogue = catalogue
    var recognised: [(index: Int, table: Table, recognition: Recognition)] = []
    var long: [Int: LongLedger] = [:]
    let sorted = deliveries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let read = Workers.map(sorted.count, threadCount: effort.threadCount) { index in
      ReadFile(sorted[index], fileIndex: index, catalogue: catalogue, effort)
    }
    for (index, file) in read.enumerated() {
      sources.append(file.source)
      switch file.content {
      case .table(let table, let recognition): recognised.append((index, table, recognition))
      case .long(let ledger):
        long[index] = ledger
        recognised.append((index, ledger.head, .register(ledger.layout)))
      case .rejected(let rejection): reject(index, rejection)
      }
    }
    // Names first: an alias in `entities` says whose a statement is. Then the registers, then the statements.
    for pass in [Pass.names, .registers, .statements] {
      for (index, table, recognition) in recognised where Pass(recognition) == pass {
        let (known, spellings) = (entities.entities.count, catalogue.spellings)
        do throws(Rejection) {
          if let ledger = long[index] {
            try take(ledger, fileIndex: index)
          } else {
            try take(table, recognition, fileIndex: index)
            if let finding = FileEnd(table, sorted[index]).finding(fileIndex: index) { findings.append(finding) }
          }
        } catch {
          entities.removeLast(to: known)
          self.catalogue.spellings = spellings
          reject(index, error)
        }
      }
      if pass == .registers { settleRoles() }
    }
    settleTotalsFromAccounts()
    settleRestated()
    sayTakenForOnly()
  }

  /// A file that names nobody is that of the group's only entity; where others came after it, whose it is was a guess.
  private mutating func sayTakenForOnly() {
    guard entities.ids.count(where: { entities[$0].role != .outside }) > 1 else { return }
    for (fileIndex, entity) in takenForOnly.sorted(by: { $0.key < $1.key }) where sources[fileIndex].form != nil {
      findings.append(
        Finding(
          .warning, "period-assumed",
          "the file does not say whose accounts these are: they are taken for those of \(quoted: entities[entity].name), the one entity known when it was read, and the group has others",
          entity: entity, place: Place(fileIndex: fileIndex), remedy: "write the entity's name on a line above the table"))
    }
  }

  private enum Pass {
    case names, registers, statements

    init(_ recognition: Recognition) {
      switch recognition {
      case .register(let layout) where [.entities, .settings, .accounts].contains(layout.form): self = .names
      case .register(let layout) where [.long, .trialBalance].contains(layout.form): self = .statements
      case .register: self = .registers
      case .statement: self = .statements
      }
    }
  }

  /// Takes a long ledger as it is read, or whole where it is not as plain as that needs.
  private mutating func take(_ ledger: LongLedger, fileIndex: Int) throws(Rejection) {
    do throws(Rejection) {
      if try takeLong(ledger) {
        if let finding = sources[fileIndex].long.flatMap({ FileEnd($0).finding(fileIndex: fileIndex) }) { findings.append(finding) }
        return
      }
      let table = try ReadFile.table(ledger.delivery, fileIndex: fileIndex)
      sources[fileIndex].table = table
      try take(table, try Recogniser.recognise(table, fileIndex: fileIndex, catalogue: catalogue), fileIndex: fileIndex)
      if let finding = FileEnd(table, ledger.delivery).finding(fileIndex: fileIndex) { findings.append(finding) }
    } catch {
      if ledger.delivery.isUnchanged?() == false { sources[fileIndex].isForNextRun = true }
      throw error
    }
  }

  private mutating func take(_ table: Table, _ recognition: Recognition, fileIndex: Int) throws(Rejection) {
    switch recognition {
    case .register(let layout):
      sources[fileIndex].form = layout.form.rawValue
      let reader = RegisterReader(table: table, layout: layout, fileIndex: fileIndex)
      try takeRegister(reader)
      findings += ColumnsLeftAside(reader).findings
      sources[fileIndex].evidence.insert(layout.evidence(in: table), at: 0)
      if !layout.unknownHeadings.isEmpty {
        sources[fileIndex].evidence.append("columns left aside: \(quoted: layout.unknownHeadings.joined(separator: ", "))")
      }
    case .statement(let layout):
      let isTransposed = layout.blocks[0].orientation == .transposed
      sources[fileIndex].form = isTransposed ? "statement, transposed" : "statement, wide"
      try takeStatement(layout, table, fileIndex: fileIndex)
    }
  }

  /// A rejected file leaves nothing behind but its finding.
  private mutating func reject(_ index: Int, _ rejection: Rejection) {
    sources[index].form = nil
    sources[index].evidence = []
    findings += rejection.findings
  }
}

/// What a statement's preamble says, for the checks that compare statements.
public struct StatementNote: Sendable {
  /// The file.
  public let fileIndex: Int
  /// Whose statement.
  public let entity: EntityID
  /// Consolidated, combined, separate, with its cell; nil where the file does not say.
  public let basis: (value: Basis, place: Place)?
  /// The accounting framework, with its cell.
  public let gaap: (value: String, place: Place)?
  /// Whether audited, with its cell.
  public let isAudited: (value: Bool, place: Place)?
  /// The power of ten of its unit; nil where it gives none.
  public let unitExponent: Int?
  /// What kinds of figures it holds.
  public let kinds: Set<LineItem.Statement>
}
