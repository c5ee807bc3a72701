/// What a deal is worth for the consideration ratio, in the event's currency.
///
/// Where the subsidiary issues shares it is the value of those issued to allottees outside the group, and only of those beyond what keeps
/// their relative interests: price × max(0, shares received − interest before × shares issued). Cites: Listing Rules 14.29-14.32.
struct ConsiderationValue {
  /// Between what it lies; nil where it is not known.
  private(set) var range: ClosedRange<Ratio>?
  /// How it came about.
  private(set) var formula: Text = ""
  /// Where its sources stand.
  private(set) var places: [Place] = []
  /// What is missing.
  private(set) var missing: [Text] = []
  /// What a reader must know.
  private(set) var notes: [Text] = []
  /// All that is paid, by whomever; nil where it is not known.
  private(set) var whole: Amount?

  /// The value of a deal; where it raises the issuer's interest, of the shares that the group receives.
  init(_ transaction: EquityTransaction, _ accounts: GroupAccounts, isDisposal: Bool) {
    let event = transaction.event
    // The lines of one name are one deal.
    let lines = accounts.events.filter { $0.name == event.name && $0.entity == event.entity && $0.kind == event.kind }
    let stated = lines.compactMap(\.statedConsideration)
    guard !lines.isEmpty, stated.count == lines.count else {
      missing.append("the consideration is not on file, neither as an amount nor as shares and a price")
      return
    }
    guard Set(lines.map { $0.currency }).count == 1 else {
      missing.append("the lines of the event are in several currencies")
      return
    }
    let sum = stated.reduce(.zero, +)
    whole = sum
    places = lines.map { $0.place(of: $0.consideration == nil ? "price" : "consideration") }
    let display = Display.cents(event.currency ?? accounts.presentationCurrency)
    guard event.issuesShares else {
      range = sum.ratio...sum.ratio
      formula = "\(Money(sum, display, showsUnit: true))"
      return
    }
    take(lines.filter { $0.to.map(accounts.isInGroup) != isDisposal }, of: lines, sum, transaction, accounts, display)
  }

  /// The value of the shares beyond those that keep relative interests.
  private mutating func take(
    _ counted: [EquityEvent], of lines: [EquityEvent], _ sum: Amount, _ transaction: EquityTransaction, _ accounts: GroupAccounts,
    _ display: Display
  ) {
    let total = lines.reduce(Ratio?.some(.zero)) { sum, line in sum.flatMap { sum in line.shares.map { sum + $0 } } }
    guard let total, total.sign > 0 else {
      // Without numbers of shares all of the money is the most that it can be.
      range = .zero...sum.ratio
      formula = "at most \(Money(sum, display, showsUnit: true))"
      notes.append("the number of shares is not given, so what keeps relative interests cannot be taken off")
      return
    }
    var (low, high) = (Ratio.zero, Ratio.zero)
    var taken: [Text] = []
    for line in counted {
      guard let shares = line.shares, let value = line.statedConsideration, shares.sign > 0 else { continue }
      let prior = prior(line.to, transaction.registerBefore)
      let price = value.ratio / shares
      // More of an interest before takes more shares off.
      let (fewest, most) = (max(.zero, shares - prior.upperBound * total), max(.zero, shares - prior.lowerBound * total))
      low += price * fewest
      high += price * most
      let allottee: Text = line.to.map { "\(quoted: accounts.entities[$0])" } ?? "the allottee"
      if fewest == most {
        taken.append(
          most == shares
            ? "\(number: shares) shares to \(allottee), who held none" : "\(number: most) of \(number: shares) shares to \(allottee)")
      } else {
        taken.append("\(number: fewest) to \(number: most) shares to \(allottee), whose interest before is not known")
      }
    }
    range = low...high
    let shares = taken.reduce(Text("")) { $0.template.isEmpty ? $1 : "\($0), \($1)" }
    guard let lowest = Amount(low, roundedTo: 2), let highest = Amount(high, roundedTo: 2) else { return }
    let amount: Text =
      lowest == highest
      ? "\(Money(highest, display, showsUnit: true))"
      : "\(Money(lowest, display, showsUnit: true)) to \(Money(highest, display, showsUnit: true))"
    formula = taken.isEmpty ? "\(amount): no share of it counts" : "\(amount) (\(shares))"
  }

  /// An allottee's interest before, between bounds where the register does not say it.
  private func prior(_ holder: EntityID?, _ register: ShareRegister?) -> ClosedRange<Ratio> {
    guard let holder, let register else { return .zero ... .one }
    let equity = register.lines.filter { $0.kind == .equity }
    let own = equity.filter { $0.holder == holder }
    let fractions = own.compactMap { register.fraction(of: $0) }
    guard fractions.count == own.count else { return .zero ... .one }
    let held = fractions.reduce(.zero, +)
    guard own.isEmpty, register.sharesInIssue == nil else { return held...held }
    // A holder that a register of percentages does not name holds no more than what it leaves over.
    let named = equity.compactMap { register.fraction(of: $0) }.reduce(.zero, +)
    return .zero...max(.zero, .one - named)
  }
}
