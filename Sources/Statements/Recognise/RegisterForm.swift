/// The forms that are recognised by the names of their columns: every form but the statements.
enum RegisterForm: String, Sendable, CaseIterable {
  case long
  case trialBalance = "trial balance"
  case holdings
  case equityEvents = "equity events"
  case rates
  case entities
  case accounts
  case sizeTests = "size tests"
  case settings
  case acceptances

  /// The columns that must be there: one of each list. A trial balance's debits and credits are found beside them.
  var required: [[Column]] {
    switch self {
    case .long: [[.item, .account, .accountName], [.period, .date, .end], [.amount]]
    case .trialBalance: [[.account, .accountName, .item]]
    case .holdings: [[.entity], [.holder], [.shares, .percent]]
    case .equityEvents: [[.entity], [.kind], [.shares, .consideration, .controlAfter]]
    case .rates: [[.base], [.quote], [.rate]]
    case .entities:
      [[.entity], [.role, .nameChinese, .aliases, .functionalCurrency, .gaap, .yearEnd, .nciPolicy, .perimeterFrom, .perimeterTo]]
    case .accounts: [[.account, .label], [.item]]
    case .sizeTests: [[.measure], [.issuer]]
    case .settings: [[.setting], [.value]]
    case .acceptances: [[.check], [.reason]]
    }
  }

  /// The columns that it knows; others are kept out of the figures and named in the evidence.
  var known: Set<Column> {
    switch self {
    case .long:
      [
        .entity, .period, .start, .end, .date, .item, .account, .accountName, .amount, .currency, .unit, .scenario, .basis, .section, .year,
        .side,
      ]
    case .trialBalance:
      [
        .entity, .period, .start, .end, .date, .item, .account, .accountName, .currency, .unit, .scenario, .basis, .section, .year, .side,
        .amount,
      ]
    case .holdings: [.date, .entity, .holder, .shares, .percent, .shareClass, .basis, .note]
    case .equityEvents:
      [
        .event, .date, .status, .entity, .kind, .from, .to, .shares, .price, .consideration, .currency, .costs, .tax, .carryingAmount,
        .controlAfter, .retainedFairValue, .note,
      ]
    case .rates: [.date, .start, .base, .quote, .rate, .kind, .note]
    case .entities:
      [.entity, .role, .nameChinese, .aliases, .functionalCurrency, .gaap, .yearEnd, .nciPolicy, .perimeterFrom, .perimeterTo]
    case .accounts: [.account, .label, .item]
    case .sizeTests: [.measure, .issuer, .subsidiary, .currency, .date]
    case .settings: [.setting, .value]
    case .acceptances: [.check, .entity, .item, .period, .reason, .by, .until]
    }
  }

  /// The columns that hold numbers.
  var numeric: [Column] {
    switch self {
    case .long, .trialBalance: [.amount]
    case .holdings: [.shares, .percent]
    case .equityEvents: [.shares, .price, .consideration, .costs, .tax, .carryingAmount, .retainedFairValue]
    case .rates: [.rate]
    case .sizeTests: [.issuer, .subsidiary]
    case .entities, .accounts, .settings, .acceptances: []
    }
  }

  /// The columns that hold days; `period` holds stretches too.
  var dated: [Column] {
    switch self {
    case .long, .trialBalance: []
    case .holdings, .equityEvents, .sizeTests: [.date]
    case .rates: [.date, .start]
    case .entities: [.perimeterFrom, .perimeterTo]
    case .accounts, .settings: []
    case .acceptances: [.period, .until]
    }
  }

  /// In which order they are tried: the more particular first.
  static let order: [RegisterForm] = [
    .equityEvents, .trialBalance, .long, .holdings, .rates, .acceptances, .sizeTests, .accounts, .entities, .settings,
  ]
}
