/// An entity's net assets carried from one date to the next in the presentation currency, and the difference that the change of rates makes.
///
/// Formula: closing net assets at the closing rate − opening net assets at the opening closing rate − the result at the average rate −
/// what owners put in or took out at the rate of its day. The proof is direct: each of these times the closing rate less its own.
/// Units: units of the entity's currency, and of the presentation currency to the cent. Sign: increases of net assets positive.
/// Cites: IAS 21.39-41.
public struct NetAssetsTranslation: Sendable {
  /// A line of it.
  public struct Line: Sendable {
    /// What part it plays.
    public enum Role: Sendable {
      case opening, result, ownerMovement, unexplained, closing
    }

    /// What part it plays.
    public let role: Role
    /// What it is.
    public let label: Text
    /// In the entity's currency.
    public let own: Amount
    /// Its rate; nil where that is missing.
    public let rate: Rate?
    /// Where the figure stands.
    public let place: Place?

    /// The exact amount in the presentation currency.
    public var exact: Ratio? { rate.map { own.ratio * $0.rate } }
    /// The same to the cent: rounded here, once, since it is what is booked.
    public var amount: Amount? { exact.flatMap { Amount($0, roundedTo: 2) } }
  }

  /// The movement in the entity's own currency.
  public let movement: NetAssetsMovement
  /// Opening, result, owner movements, what no file explains, closing.
  public let lines: [Line]
  /// The rates that it takes and that are not on file, each with the place of its figure.
  public let missing: [(rate: MissingRate, place: Place?)]
  /// What owners put in or took out on a day that no file gives.
  public let undated: [NetAssetsMovement.Cause]

  /// Whether rounding of the printed figures explains what is left over.
  public var leavesOnlyRounding: Bool { movement.unexplainedInterval.contains(.zero) }

  /// The translation difference of the stretch, which takes what rounding leaves, so that the lines foot; nil where a rate is missing.
  public var difference: Amount? {
    guard let closing = lines.last?.amount else { return nil }
    var sum = Amount.zero
    for line in lines.dropLast() {
      guard let amount = line.amount else { return nil }
      sum += amount
    }
    return closing - sum
  }

  /// The same by the direct way, exact: each line times the closing rate less its own.
  public var direct: Ratio? {
    guard let closing = lines.last?.rate else { return nil }
    var sum = Ratio.zero
    for line in lines.dropLast() {
      guard let rate = line.rate else { return nil }
      sum += line.own.ratio * (closing.rate - rate.rate)
    }
    return sum
  }

  /// What rounding each line to the cent makes of the two ways.
  public var rounding: Amount? {
    guard let difference, let direct, let rounded = Amount(direct, roundedTo: 2) else { return nil }
    return difference - rounded
  }

  /// Whether both ways agree: exactly before rounding, and to half a cent a line after it.
  public var holds: Bool {
    guard let direct, let rounding, let closing = lines.last?.exact else { return false }
    let balance = lines.dropLast().reduce(closing) { $0 - ($1.exact ?? .zero) }
    return balance == direct && rounding.magnitude.ratio <= Ratio(numerator: lines.count + 1, denominator: 200)
  }
}

extension GroupAccounts {
  /// The translations of an entity's net assets from date to date, earliest first; none where they are in the presentation currency.
  public func netAssetsTranslations(of entity: EntityID) -> [NetAssetsTranslation] {
    guard let presentation = presentationCurrency,
      index.series(entity, items.netAssets).contains(where: { $0.currency.map { $0 != presentation } ?? false })
    else { return [] }
    return netAssetsMovements(of: entity).compactMap { movement in
      guard let opening = movement.opening, let own = movement.closing.currency, own != presentation else { return nil }
      return translation(of: movement, opening, from: own, to: presentation)
    }
  }

  private func translation(of movement: NetAssetsMovement, _ opening: Fact, from own: Currency, to presentation: Currency)
    -> NetAssetsTranslation
  {
    var lines: [NetAssetsTranslation.Line] = []
    var missing: [(rate: MissingRate, place: Place?)] = []
    func add(_ role: NetAssetsTranslation.Line.Role, _ label: Text, _ amount: Amount, _ kind: RateKind, _ period: Period, _ place: Place?) {
      let rate = rates.rate(from: own, to: presentation, on: period.end, for: kind, start: period.start)
      if rate == nil { missing.append((MissingRate(from: own, to: presentation, period: period, kind: kind), place)) }
      lines.append(NetAssetsTranslation.Line(role: role, label: label, own: amount, rate: rate, place: place))
    }
    add(.opening, "Opening net assets", opening.value, .closing, opening.period, opening.provenance.place)
    for part in resultParts(of: movement, from: own, to: presentation) {
      add(.result, part.label, part.amount, .average, part.period, part.place)
    }
    let undated = movement.ownerMovements.filter { $0.day == nil }
    for cause in movement.ownerMovements {
      if let day = cause.day {
        add(.ownerMovement, cause.label, cause.amount, .spot, .asAt(day), cause.place)
      } else {
        lines.append(NetAssetsTranslation.Line(role: .ownerMovement, label: cause.label, own: cause.amount, rate: nil, place: cause.place))
      }
    }
    let closing = movement.closing
    if movement.unexplained.sign != 0, let rate = rates.rate(from: own, to: presentation, on: closing.period.end, for: .closing) {
      lines.append(
        NetAssetsTranslation.Line(
          role: .unexplained,
          label: movement.unexplainedInterval.contains(.zero) ? "Rounding of the statements" : "What no file explains",
          own: movement.unexplained, rate: rate, place: nil))
    }
    add(.closing, "Closing net assets", closing.value, .closing, closing.period, closing.provenance.place)
    return NetAssetsTranslation(movement: movement, lines: lines, missing: missing, undated: undated)
  }

  private struct ResultPart {
    let label: Text
    let amount: Amount
    let period: Period
    let place: Place?
  }

  /// The result of a stretch by the periods that have an average of their own: the stretch itself, else a longer period less an earlier one.
  private func resultParts(of movement: NetAssetsMovement, from own: Currency, to presentation: Currency) -> [ResultPart] {
    let (entity, period) = (movement.entity, movement.period)
    let whole = flowParts(of: entity, items.totalComprehensiveIncome, in: period) != nil
    let flows = whole ? [items.totalComprehensiveIncome] : [items.profitAfterTax, items.otherComprehensiveIncome]
    return flows.flatMap { item -> [ResultPart] in
      guard let flow = flow(of: entity, item, in: period), let (longer, earlier) = flowParts(of: entity, item, in: period) else {
        return []
      }
      let ofStretch = rates.rate(from: own, to: presentation, on: period.end, for: .average, start: period.start)
      guard let earlier, ofStretch?.start == nil else {
        return [ResultPart(label: flow.label, amount: flow.amount, period: period, place: flow.place)]
      }
      let name = Text.caption(catalogue[item])
      return [
        ResultPart(label: "\(name), \(longer.period)", amount: longer.value, period: longer.period, place: longer.provenance.place),
        ResultPart(
          label: "less \(name), \(earlier.period)", amount: -earlier.value, period: earlier.period, place: earlier.provenance.place),
      ]
    }
  }
}
