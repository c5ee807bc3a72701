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
    if let after = before?.after(event, parent: accounts.entities.parent) ?? ownership.register(after: event) {
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
        "its net assets hold those of \(quoted: accounts.entities[below]), of which others hold a part, and no position gives its equity attributable to owners",
        "add `equity attributable to owners` to its position, which leaves out what others hold below it")
    }
  }

  mutating func explainMissingInterest(_ accounts: GroupAccounts) {
    if accounts.ownership.mayHaveLostControl(of: event.entity, by: .before(event)) {
      stop(
        "control of \(quoted: accounts.entities[event.entity]) was lost by an earlier event, or may have been: what is left is no subsidiary",
        "write `control after` for the earlier event; account for what is kept of a former subsidiary by IAS 28 or IFRS 9")
    } else {
      stop(
        "the owners' interest before it is not known: no register of that day or earlier reaches the parent",
        "add the holdings of every company between the parent and this one")
    }
  }

  mutating func explainMissingPosition(_ accounts: GroupAccounts) {
    stop(
      "no net assets of \(quoted: accounts.entities[event.entity]) on or before \(event.date) are on file",
      "add a statement of its position")
  }
}

extension EquityEvent {
  /// Whether control is kept: as the line says, else not by a lapse, else by more than half of the votes; nil where it is not said.
  func keepsControl(_ accounts: GroupAccounts, _ votesAfter: Ratio?) -> Bool? {
    controlAfter ?? (kind == .lapse ? false : votesAfter.flatMap { $0 > .oneHalf ? true : nil })
  }

  /// Why it is no change of ownership of a subsidiary at all, and what would make it one; nil where it is.
  func reasonNotToTreat(_ accounts: GroupAccounts) -> (reason: Text, remedy: Text)? {
    let name = accounts.entities[entity]
    switch accounts.entities[entity].role {
    case .subsidiary: return nil
    case .parent:
      return (
        "\(quoted: name) is the parent itself, whose own shares are not an interest in a subsidiary",
        "take the line out of the events; what owners pay for shares of the parent is its own share capital"
      )
    case .associate:
      return (
        "\(quoted: name) is an associate, not a subsidiary",
        "account for it by IAS 28, or give it the role `subsidiary` in an entities file"
      )
    case .outside:
      return (
        "no file says that \(quoted: name) is a subsidiary, and no register of it is on file",
        "add its holdings, or give it the role `subsidiary` in an entities file"
      )
    }
  }

  /// Whether control is lost by what the line itself says.
  var losesControl: Bool { controlAfter.map { !$0 } ?? (kind == .lapse) }

  /// Whether the line's note speaks of a put over the shares.
  var mentionsPut: Bool {
    noteSays(["put option", "put options", "written put", "put over", "put right", "puttable", "回售", "认沽", "卖出选择权"])
  }
}
