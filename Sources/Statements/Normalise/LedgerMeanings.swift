/// What the columns of currency, scenario and basis say, each word once.
struct LedgerMeanings: Sendable {
  private var currencies: [Currency?] = []
  private var scenarios: [String] = []
  private var bases: [Basis] = []
  private let wholeScenario: String
  private let wholeBasis: Basis

  init(_ read: LedgerReader, _ titles: RegisterTitles, _ refused: inout Refusals) {
    for (index, words) in read.words.currencies.words.enumerated() {
      let currency = Currency(words: words)
      if currency == nil {
        refused.add(
          Rejection(
            "unreadable", "\(quoted: words) is no currency", place: read.words.currencies.places[index], found: words,
            expected: "an ISO 4217 code such as CNY", remedy: "write the code of the currency"))
      }
      currencies.append(currency)
    }
    scenarios = read.words.scenarios.words.map(HeadingWords.scenarioWord)
    bases = read.words.bases.words.map { BasisWords.basis(in: $0) ?? Basis(word: $0.lowercased()) }
    wholeScenario = titles.preamble.scenario?.value ?? Fact.actual
    wholeBasis = titles.preamble.basis?.value ?? .unstated
  }

  func currency(of group: LedgerPosting.Group) -> Currency? { group.currency >= 0 ? currencies[Int(group.currency)] : nil }
  func scenario(of group: LedgerPosting.Group) -> String { group.scenario >= 0 ? scenarios[Int(group.scenario)] : wholeScenario }
  func basis(of group: LedgerPosting.Group) -> Basis { group.basis >= 0 ? bases[Int(group.basis)] : wholeBasis }
}
