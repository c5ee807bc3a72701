/// Words of the vocabulary as pages show them.
extension Severity {
  /// As a terminal shows it.
  var text: Text {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "info"
    }
  }

  /// As a heading shows it.
  var word: Text {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .info: "information"
    }
  }
}

extension Treatment {
  /// What it is called.
  var text: Text {
    switch self {
    case .equityTransaction: "equity transaction"
    case .lossOfControl: "loss of control"
    case .notDeterminable: "not determinable"
    }
  }
}

extension NCIPolicy {
  /// What it is called.
  var text: Text {
    switch self {
    case .proportionate: "proportionate"
    case .fullGoodwill: "full goodwill"
    case .fullGoodwillOwnShare: "full goodwill own share"
    case .proportionateWithGoodwill: "proportionate with goodwill"
    }
  }
}

extension EquityEvent.Kind {
  /// What it is called.
  var text: Text {
    switch self {
    case .sale: "sale"
    case .purchase: "purchase"
    case .issue: "issue"
    case .rights: "rights"
    case .buyback: "buyback"
    case .exercise: "exercise"
    case .conversion: "conversion"
    case .lapse: "lapse"
    }
  }
}

extension Holding.Kind {
  /// What it is called.
  var text: Text {
    switch self {
    case .equity: "equity"
    case .structuredContracts: "structured contracts"
    case .treasury: "treasury"
    }
  }
}

extension RateKind {
  /// What it is called.
  var text: Text {
    switch self {
    case .closing: "closing"
    case .average: "average"
    case .spot: "spot"
    }
  }
}

extension Basis {
  /// The word as pages show it: of the three that are known by it, else as the file has it.
  var text: Text {
    switch self {
    case .consolidated: "consolidated"
    case .combined: "combined"
    case .separate: "separate"
    default: .words(word)
    }
  }
}

extension EquityTransaction.EntryLine.Account {
  /// What is debited or credited, by the name of the subsidiary, as the journal has it.
  func text(_ subsidiary: Text, _ catalogue: LineItemCatalogue) -> Text {
    switch self {
    case .cash: "Assets:Cash:\(subsidiary)"
    case .liability: "Liabilities:Converted:\(subsidiary)"
    case .netAssets: "Assets:Net assets of subsidiaries:\(subsidiary)"
    case .retainedInterest: "Assets:Interests retained:\(subsidiary)"
    case .reserve(let item): "Equity:Attributable to owners:\(Text.caption(catalogue[item]))"
    case .nonControllingInterests: "Equity:Non-controlling interests:\(subsidiary)"
    case .ownersReserve: "Equity:Attributable to owners:Other reserve"
    case .goodwill: "Assets:Goodwill:\(subsidiary)"
    case .profitOrLoss: "Income:Changes of ownership:\(subsidiary)"
    }
  }
}
