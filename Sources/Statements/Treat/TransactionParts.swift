extension EquityTransaction {
  /// A transaction of which nothing is computed yet, with the standard and the policy that apply to it.
  init(_ event: EquityEvent, _ accounts: GroupAccounts) {
    let policy = accounts.entities[event.entity].nciPolicy
    self.init(
      event: event, standard: accounts.standard(on: event.date), policy: policy ?? .proportionate,
      policyIsAssumed: policy == nil, currency: accounts.presentationCurrency)
  }

  /// Who holds the subsidiary before and after, with the owners' interests, the votes and what they say of control.
  mutating func readRegisters(_ accounts: GroupAccounts) {
    let ownership = accounts.ownership
    let before = ownership.register(of: event.entity, at: .before(event))
    registerBefore = before
    sharesBefore = before?.sharesInIssue
    interestBefore = ownership.effectiveInterest(in: event.entity, at: .before(event))
    if let after = before?.after(event, parent: accounts.entities.parent) ?? ownership.statedRegister(after: event) {
      registerAfter = after
      sharesAfter = after.sharesInIssue
      votesAfter = accounts.votes(after)
      interestAfter = ownership.effectiveInterest(in: event.entity, at: .before(event), replacing: (event.entity, after))
    }
    controlIsKept = event.keepsControl(accounts, votesAfter)
  }

  /// Says why it cannot be determined, and what would settle it.
  mutating func stop(_ reason: Text, _ remedy: Text) {
    self.reason = reason
    self.remedy = remedy
  }

  mutating func explain(_ missing: EventAmounts.Missing) {
    switch missing {
    case .consideration:
      stop(
        "the consideration is not given, neither as an amount nor as shares and a price",
        "fill in `consideration`, or `shares` and `price`")
    case .currency:
      stop(
        "the presentation currency is not known: the statements use several, and no parent or setting gives it",
        "add `presentation currency` to a settings file")
    case .rate(let from, let to):
      stop("no rate from \(code: from.code) to \(code: to.code) on \(event.date) is on file", "add the rate of that day")
    }
  }

  mutating func explain(_ missing: CarryingAmountsBefore.Missing, _ accounts: GroupAccounts) {
    switch missing {
    case .rate(let from, let to, let date):
      stop(
        "no closing rate from \(code: from.code) to \(code: to.code) for the net assets, of \(date), is on file", "add the rate of that day"
      )
    case .equityAttributable(let below):
      stop(
        "its net assets hold those of \(quoted: accounts.entities[below].name), of which others hold a part, and no position gives its equity attributable to owners",
        "add `equity attributable to owners` to its position, which leaves out what others hold below it")
    }
  }

  mutating func explainMissingPosition(_ accounts: GroupAccounts) {
    stop(
      "no net assets of \(quoted: accounts.entities[event.entity].name) on or before \(event.date) are on file",
      "add a statement of its position")
  }
}

extension EquityEvent {
  /// Whether control is kept: as the line says, else not by a lapse, else by more than half of the votes; nil where it is not said.
  func keepsControl(_ accounts: GroupAccounts, _ votesAfter: Ratio?) -> Bool? {
    controlAfter ?? (kind == .lapse ? false : votesAfter.flatMap { $0 > .oneHalf ? true : nil })
  }

  /// Whether control is lost by what the line itself says.
  var losesControl: Bool { controlAfter.map { !$0 } ?? (kind == .lapse) }

  /// Whether the line's note speaks of a put over the shares.
  var mentionsPut: Bool {
    noteSays(["put option", "put options", "written put", "put over", "put right", "puttable", "回售", "认沽", "卖出选择权"])
  }
}

extension GroupAccounts {
  /// Whether an entity is the parent or a subsidiary.
  func isInGroup(_ entity: EntityID) -> Bool {
    switch entities[entity].role {
    case .parent, .subsidiary: true
    case .associate, .outside: false
    }
  }

  /// The fraction of the shares that the parent and its subsidiaries hold; nil where one of theirs is not known.
  func votes(_ register: ShareRegister) -> Ratio? {
    var sum = Ratio.zero
    for line in register.lines where line.kind == .equity && isInGroup(line.holder) {
      guard let fraction = register.fraction(of: line) else { return nil }
      sum += fraction
    }
    return sum
  }
}
