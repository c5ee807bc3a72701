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
    let all = accounts.refusedFiles
    guard !all.isEmpty else { return findings }
    return findings.map { finding in
      guard ofAbsence.contains(finding.check) else { return finding }
      // What a cell of an event's line says wrongly no other file mends.
      if finding.check == UntreatedEvent.id, finding.place.map({ $0.columnNumber > 0 }) ?? false { return finding }
      return told(finding, accounts, refused(all, finding, accounts))
    }
  }

  /// Of the refused files those that seem to be about what is missing: rates, or the entity; all of them where none does.
  private static func refused(_ all: [Place], _ finding: Finding, _ accounts: GroupAccounts) -> [Place] {
    let words: Set<String> =
      finding.check == RateMissing.id
      ? ["rate", "rates", "汇率", "匯率"] : Set(finding.entity.map { accounts.entities[$0].name.lowercased() }.map { [$0] } ?? [])
    let about = all.filter { place in
      guard let table = accounts.sources[Int(place.fileIndex)].table else { return false }
      return (0..<min(table.recordCount, mostRecords)).contains { index in
        (0..<table[index].fieldCount).contains { words.contains(Cell.trimmed(table[index], $0).lowercased()) }
      }
    }
    return about.isEmpty ? all : about
  }

  /// The name of an entity, or a heading, stands near the head of a file.
  private static let mostRecords = 200

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

extension GroupAccounts {
  /// The files that were refused whole, each with its place; not those that wait for the next run.
  var refusedFiles: [Place] {
    sources.indices.filter { sources[$0].form == nil && !sources[$0].isForNextRun }.map { Place(fileIndex: $0) }
  }
}
