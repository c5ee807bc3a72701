import DelimitedText

/// Says of findings that something is missing where a file was refused: what it would have brought is not missing, only not read.
///
/// The reader then mends the file, and has one thing to do.
enum AfterRefusals {
  /// The checks that find something missing.
  private static let ofAbsence: Set<String> = [
    MissingStatement.id, RateMissing.id, SharesMissing.id, StaleNetAssets.id, UntreatedEvent.id, PeriodGap.id, RollForward.id,
    RegisterAssumed.id, ReserveMissing.id, OwnershipChain.id, ReadingCheck.parentAssumed.rawValue,
  ]

  static func apply(_ accounts: GroupAccounts, to findings: [Finding]) -> [Finding] {
    let all = accounts.refusedFiles.map { RefusedFile($0, accounts) }
    guard !all.isEmpty else { return findings }
    return findings.map { finding in
      guard ofAbsence.contains(finding.check) else { return finding }
      // What a cell of an event's line says wrongly no other file mends.
      if finding.check == UntreatedEvent.id, finding.place.map({ $0.columnNumber > 0 }) ?? false { return finding }
      return told(finding, accounts, refused(all, finding))
    }
  }

  /// Of the refused files those that seem to be about what is missing: rates, or the entity; where none does, those that may be.
  private static func refused(_ all: [RefusedFile], _ finding: Finding) -> [Place] {
    let isOfRates = finding.check == RateMissing.id
    guard isOfRates || finding.entity != nil else { return all.map(\.place) }
    let about = all.filter { file in isOfRates ? file.isOfRates : finding.entity.map(file.entities.contains) ?? false }
    return (about.isEmpty ? all.filter { !$0.isOfOthersAlone } : about).map(\.place)
  }

  private static func told(_ finding: Finding, _ accounts: GroupAccounts, _ refused: [Place]) -> Finding {
    guard let first = refused.first else { return finding }
    let file = accounts.address(of: first)
    var told = finding
    told.details.append(
      refused.count == 1
        ? "a file of the group was refused, and may have it: \(code: file)"
        : "\(refused.count) files of the group were refused, and may have it, the first \(code: file)")
    if let remedy = finding.remedy {
      told.remedy =
        refused.count == 1
        ? "mend \(code: file) first, which was refused; if this stays, \(remedy)"
        : "mend the \(refused.count) files first that were refused; if this stays, \(remedy)"
    }
    return told
  }
}

/// What a refused file seems to be about, by its cells.
private struct RefusedFile {
  let place: Place
  /// Those of the group whose statement it says to be, or that a cell names.
  let entities: Set<EntityID>
  /// Whether a heading is one of rates.
  let isOfRates: Bool
  /// Whether it says whose it is and was looked through: then there is nothing in it of anybody else.
  let isOfOthersAlone: Bool

  init(_ place: Place, _ accounts: GroupAccounts) {
    let source = accounts.sources[Int(place.fileIndex)]
    let records = source.table.map { min($0.recordCount, Self.mostRecords) } ?? 0
    var entities = Set(source.owners.compactMap(accounts.entities.find))
    var isOfRates = false
    if let table = source.table {
      for record in 0..<records {
        for field in 0..<table[record].fieldCount {
          let words = Cell.trimmed(table[record], field)
          if Self.headingsOfRates.contains(words.lowercased()) { isOfRates = true }
          if let entity = accounts.entities.find(words) { entities.insert(entity) }
        }
      }
    }
    self.place = place
    self.entities = entities
    self.isOfRates = isOfRates
    let isLookedThrough = source.long == nil && source.table?.recordCount == records
    // That a cell names an entity, such as a counterparty, does not make the file that entity's.
    isOfOthersAlone = isLookedThrough && !source.owners.isEmpty
  }

  private static let headingsOfRates: Set<String> = ["rate", "rates", "汇率", "匯率"]
  /// The name of an entity, or a heading, stands near the head of a file.
  private static let mostRecords = 200
}

extension GroupAccounts {
  /// The files that were refused whole, each with its place; not those that wait for the next run.
  var refusedFiles: [Place] {
    sources.indices.filter { sources[$0].form == nil && !sources[$0].isForNextRun }.map { Place(fileIndex: $0) }
  }
}
