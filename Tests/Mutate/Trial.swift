import Statements

/// What became of one mutation.
struct Trial {
  /// Whether the figures are read as in the unharmed set, so that nothing was harmed.
  var isHarmless = false
  /// Whether a relation that held no longer holds, as worked out apart from the checks.
  var breaksRelation = false
  /// Whether that relation, or those relations together, leave only the spoilt cells as the cause.
  var dataTell = false
  /// Whether there is a new error or warning, or a file is refused.
  var isFound = false
  /// Whether such a finding stands at a spoilt cell.
  var isAtCell = false
  /// Whether such a finding stands there or names a spoilt cell among its details.
  var isNamed = false
}

/// A set with what an unharmed run says of it.
struct Subject {
  let set: StatementSet
  let facts: [ModelFact]
  let alarms: [String]
  private let readings: [String]
  private let signatures: [String: Int]
  private let broken: Relations.Broken
  private let ownSums: Set<Relations.OwnSum>

  init(_ set: StatementSet) {
    self.set = set
    let outcome = set.run()
    facts = ModelFact.all(outcome, set.sheets)
    readings = ModelFact.readings(outcome)
    let found = Self.found(outcome)
    alarms = found.map(\.lines[0])
    signatures = found.reduce(into: [:]) { counts, finding in counts[finding.signature, default: 0] += 1 }
    ownSums = Relations.ownSums(facts)
    broken = Relations.broken(facts, ownSums)
  }

  /// Puts an error in and looks what is found.
  func trial(_ mutant: Mutant, _ kind: Kind) -> Trial {
    var trial = Trial()
    let outcome = mutant.set.run()
    trial.isHarmless = ModelFact.readings(outcome) == readings
    let newly = Relations.broken(mutant.facts, ownSums).filter { broken[$0.key] == nil }
    trial.breaksRelation = !newly.isEmpty
    if let first = newly.values.first, kind.isOfOneCell {
      trial.dataTell = newly.values.dropFirst().reduce(first) { $0.intersection($1) } == mutant.guilty
    } else {
      trial.dataTell = trial.breaksRelation && !mutant.guilty.isEmpty
    }
    var known = signatures
    for finding in Self.found(outcome) {
      if let count = known[finding.signature], count > 0 {
        known[finding.signature] = count - 1
        continue
      }
      trial.isFound = true
      for cell in mutant.guilty {
        let address = "\(mutant.set.sheets[cell.file].name):\(cell.row + 1):\(cell.column + 1)"
        let isHere = Self.holds(finding.lines[0], address)
        trial.isAtCell = trial.isAtCell || isHere
        trial.isNamed = trial.isNamed || isHere || finding.lines.dropFirst().contains { Self.holds($0, address) }
      }
    }
    return trial
  }

  /// Whether a line names an address, and not one of which it is the beginning.
  private static func holds(_ line: String, _ address: String) -> Bool {
    guard let range = line.firstRange(of: address) else { return false }
    return !(line[range.upperBound...].first?.isNumber ?? false)
  }

  /// An error or warning: its lines, and what makes it the same finding in another run.
  private struct Found {
    let signature: String
    let lines: [String]
  }

  private static func found(_ outcome: Pipeline.Outcome) -> [Found] {
    outcome.groups.flatMap { group in
      group.findings.filter { $0.severity != .info && $0.counts }.map { finding in
        let record = group.record(of: finding)
        return Found(signature: record[0..<5].joined(separator: "|"), lines: group.lines(of: finding, inputs: ""))
      }
    }
  }
}
