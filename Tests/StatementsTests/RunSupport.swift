import Statements

/// The group that files in memory make.
func group(_ files: [(path: String, bytes: [UInt8])]) -> Pipeline.Group {
  let deliveries = files.map { Delivery(path: $0.path, bytes: $0.bytes, digest: String($0.bytes.count)) }
  return Pipeline.run(["group": deliveries]).groups[0]
}

/// The group that one file of text makes; its last line is ended where it is not.
func group(_ text: String) -> Pipeline.Group { group([("file.csv", text)]) }

/// The group that files of text make; their last lines are ended where they are not.
func group(_ files: [(String, String)]) -> Pipeline.Group { group(files.map { ($0.0, Array($0.1.ended.utf8)) }) }

extension String {
  /// Itself with a line end behind its last line.
  var ended: String { hasSuffix("\n") || hasSuffix("\r") || isEmpty ? self : self + "\n" }
}

extension Pipeline.Group {
  /// `Pier revenue 2025-01-01/2025-12-31 47900 HKD`, a line a fact in the order of the file; without the totals that the accounts of a
  /// ledger come to, which have tests of their own.
  var factLines: [String] {
    accounts.facts.filter { !$0.isTotalOfAccounts }.map { fact in
      let period = (fact.period.start.map { "\($0.isoText)/" } ?? "") + fact.period.end.isoText
      let currency = fact.currency.map { " \($0.code)" } ?? ""
      return "\(accounts.entities[fact.entity].name) \(accounts.catalogue[fact.item].id) \(period) \(fact.value.decimalText)\(currency)"
    }
  }

  /// `error unreadable 3:4`, a line a finding; without those of severity `info` unless asked.
  func findingLines(info: Bool = false) -> [String] {
    findings.filter { info || $0.severity != .info }.map { finding in
      let place = finding.place.map { "\($0.lineNumber):\($0.columnNumber)" } ?? "-"
      return "\(finding.severity.rawValue) \(finding.check) \(place)"
    }
  }
}
