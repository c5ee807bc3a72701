/// Says of findings that something is missing where a file was refused: what it would have brought is not missing, only not read.
///
/// The reader then mends the file, and has one thing to do.
enum AfterRefusals {
  /// The checks that find something missing.
  private static let ofAbsence: Set<String> = [
    MissingStatement.id, RateMissing.id, SharesMissing.id, StaleNetAssets.id, UntreatedEvent.id, PeriodGap.id, RollForward.id,
    RegisterAssumed.id, ReserveMissing.id,
  ]

  static func apply(_ accounts: GroupAccounts, to findings: [Finding]) -> [Finding] {
    let refused = accounts.refusedFiles
    guard let first = refused.first else { return findings }
    let file = accounts.address(of: first)
    return findings.map { finding in
      guard ofAbsence.contains(finding.check) else { return finding }
      // What a cell of an event's line says wrongly no other file mends.
      if finding.check == UntreatedEvent.id, finding.place.map({ $0.columnNumber > 0 }) ?? false { return finding }
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
}

extension GroupAccounts {
  /// The files that were refused whole, each with its place; not those that wait for the next run.
  var refusedFiles: [Place] {
    sources.indices.filter { sources[$0].form == nil && !sources[$0].isForNextRun }.map { Place(fileIndex: $0) }
  }
}
