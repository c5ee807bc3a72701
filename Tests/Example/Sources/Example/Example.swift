import Statements

/// Reads a position from text, asks whether it ties, and prints each figure with its place.
@main
struct Example {
  static func main() {
    let position = """
      Pier Logistics
      HK$'000,31 December 2024,31 December 2025
      Total assets,"9,000.0","10,250.0"
      Total liabilities,"4,000.0","4,500.0"
      Net assets,"5,000.0","5,740.0"

      """
    let delivery = Delivery(path: "pier/position.csv", bytes: Array(position.utf8), digest: "")
    let outcome = Pipeline.run(["pier": [delivery]])
    for group in outcome.groups {
      let accounts = group.accounts
      for fact in accounts.facts {
        let place = fact.provenance.place.map { "\(accounts.sources[Int($0.fileIndex)].path):\($0.lineNumber):\($0.columnNumber)" }
        print(
          accounts.entities[fact.entity].name, accounts.catalogue[fact.item].id, fact.period.end.isoText, fact.value.decimalText, "from",
          place ?? "nowhere")
      }
      for finding in group.findings { print(group.lines(of: finding, inputs: "").joined(separator: "\n")) }
    }
    precondition(outcome.count(.error) == 1, "net assets of 5,740.0 are not 10,250.0 less 4,500.0, and that is found")
  }
}
