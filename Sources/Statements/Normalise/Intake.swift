import DelimitedText

/// All that a group's files say, as it is read: one pass over the registers that give names and settings, then the rest.
struct Intake: Sendable {
  var sources: [Source] = []
  var catalogue: LineItemCatalogue
  var entities = EntityTable()
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
  /// The figures whose column says that they are restated.
  var restatedPlaces: Set<Place> = []
  /// What each label of the statements so far was found to be.
  var labels = LabelMemory()

  /// Reads the files of one group.
  ///
  /// Files are taken in the order of their paths, so that the order in which a folder lists them does not matter.
  init(_ deliveries: [Delivery], catalogue: LineItemCatalogue) {
    self.catalogue = catalogue
    var recognised: [(index: Int, table: Table, recognition: Recognition)] = []
    for delivery in deliveries.sorted(by: { Array($0.path.utf8).lexicographicallyPrecedes(Array($1.path.utf8)) }) {
      let index = sources.count
      sources.append(Source(delivery))
      do throws(Rejection) {
        let table = try read(delivery, fileIndex: index)
        sources[index].table = table
        recognised.append((index, table, try Recogniser.recognise(table, fileIndex: index, catalogue: catalogue)))
      } catch {
        reject(index, error)
      }
    }
    // Names first: an alias in `entities` says whose a statement is. Then the registers, then the statements.
    for pass in [Pass.names, .registers, .statements] {
      for (index, table, recognition) in recognised where Pass(recognition) == pass {
        let known = entities.entities.count
        do throws(Rejection) {
          try take(table, recognition, fileIndex: index)
        } catch {
          entities.removeLast(to: known)
          reject(index, error)
        }
      }
      if pass == .registers { settleRoles() }
    }
    settleTotalsFromAccounts()
    settleRestated()
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

  private func read(_ delivery: Delivery, fileIndex: Int) throws(Rejection) -> Table {
    if let problem = delivery.problem {
      throw Rejection(
        "unreadable", "it cannot be read: \(code: problem)", place: Place(fileIndex: fileIndex), found: problem,
        expected: "a regular file that may be read", remedy: "put the file itself there, readable for the user who runs the reports")
    }
    do throws(ReadError) {
      return try DelimitedReader.read(delivery.bytes)
    } catch {
      throw Rejection(
        "unreadable", "the file cannot be read: found \(quoted: error.found), expected \(code: error.expected)",
        place: Place(fileIndex: fileIndex, lineNumber: error.lineNumber, columnNumber: error.columnNumber),
        found: error.excerpt.isEmpty ? error.found : error.excerpt, expected: error.expected, remedy: "\(code: error.remedy)")
    }
  }

  private mutating func take(_ table: Table, _ recognition: Recognition, fileIndex: Int) throws(Rejection) {
    switch recognition {
    case .register(let layout):
      sources[fileIndex].form = layout.form.rawValue
      try takeRegister(RegisterReader(table: table, layout: layout, fileIndex: fileIndex))
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
