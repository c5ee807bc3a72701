/// What each register becomes.
extension Intake {
  mutating func takeRegister(_ reader: RegisterReader) throws(Rejection) {
    switch reader.layout.form {
    case .entities: try takeEntities(reader)
    case .settings: try takeSettings(reader)
    case .holdings: try takeHoldings(reader)
    case .equityEvents: try takeEvents(reader)
    case .rates: try takeRates(reader)
    case .acceptances: try takeAcceptances(reader)
    }
  }

  private mutating func takeEntities(_ reader: RegisterReader) throws(Rejection) {
    var read: [Entity] = []
    for row in reader.rows {
      var entity = Entity(name: try row.required(.entity), place: row.place(.entity))
      entity.role = try row.choice(.role, EntityRole.init(rawValue:), expected: "parent, subsidiary, associate, outside") ?? .subsidiary
      entity.chineseName = row.words(.nameChinese)
      entity.aliases = (row.words(.aliases) ?? "").split(separator: ";").map { Cell.trim(String($0)) }.filter { !$0.isEmpty }
      entity.functionalCurrency = try row.currency(.functionalCurrency)
      entity.gaap = row.words(.gaap).map { BasisWords.gaap(in: $0) ?? $0 }
      if let words = row.words(.yearEnd) { entity.yearEnd = try yearEnd(words, row) }
      entity.nciPolicy = try row.choice(
        .nciPolicy, NCIPolicy.init(name:),
        expected: "proportionate, full goodwill, full goodwill own share, proportionate with goodwill (A, B1, B2, C)")
      entity.perimeterFrom = try row.date(.perimeterFrom)
      entity.perimeterTo = try row.date(.perimeterTo)
      read.append(entity)
    }
    for entity in read {
      for name in entities.add(entity).taken {
        findings.append(
          Finding(
            .error, "unreadable", "the name \(quoted: name) already belongs to another entity", place: entity.place, actual: name,
            remedy: "give each entity names of its own"))
      }
    }
  }

  private func yearEnd(_ words: String, _ row: RegisterReader.Row) throws(Rejection) -> DayOfYear {
    // A leap year's words are tried, so that 29 February reads as a day.
    let candidates = PeriodReader.dates(of: words + " 2012") + PeriodReader.dates(of: words) + PeriodReader.dates(of: "2012-" + words)
    if let date = candidates.first?.date {
      let (_, month, day) = date.components
      return DayOfYear(month: month, day: day)
    }
    throw Rejection(
      "unreadable", "\(quoted: words) is no day of the year", place: row.place(.yearEnd), found: words, expected: "such as 31 December",
      remedy: "write the year end as a day and a month")
  }

  private mutating func takeSettings(_ reader: RegisterReader) throws(Rejection) {
    for row in reader.rows {
      let name = try row.required(.setting).lowercased()
      guard let value = row.words(.value) else { continue }
      settings.other[name] = value
      switch name {
      case "presentation currency": settings.presentationCurrency = try row.currency(.value)
      case "presentation unit":
        guard let unit = Preamble.unit(of: value) else {
          throw Rejection(
            "unreadable", "\(quoted: value) is no unit", place: row.place(.value), found: value, expected: "such as RMB'000",
            remedy: "write the unit as a heading has it")
        }
        settings.presentationUnit = unit
      case "materiality": settings.materiality = try row.amount(.value)
      case "language", "listing regime", "file mode": break
      default:
        findings.append(
          Finding(
            .warning, "unmapped", "there is no setting \(quoted: name)", place: row.place(.setting), actual: name,
            remedy: "take the line out, or correct its name"))
      }
    }
  }

  private mutating func takeHoldings(_ reader: RegisterReader) throws(Rejection) {
    var read: [(row: RegisterReader.Row, entity: String, holder: String, holding: Holding)] = []
    // Without a percent sign, a column that nowhere exceeds one counts fractions of one.
    var percentages: [AmountReading.Number] = []
    for row in reader.rows { if let number = try row.number(.percent) { percentages.append(number) } }
    let areFractions =
      !percentages.isEmpty && percentages.allSatisfy { !$0.isPercent && Ratio(coefficient: $0.coefficient, exponent: $0.exponent) <= .one }
    for row in reader.rows {
      let kind =
        try row.choice(.basis, Holding.Kind.init(rawValue:), expected: "equity, structured contracts, treasury") ?? .equity
      var holding = Holding(
        date: try row.date(.date), entity: EntityID(index: 0), holder: EntityID(index: 0), shares: try row.positive(.shares), fraction: nil,
        kind: kind, shareClass: row.words(.shareClass) ?? "", place: row.place)
      if let number = try row.number(.percent) {
        let shift = areFractions ? 0 : 2
        holding.fraction = Ratio(coefficient: number.coefficient, exponent: number.exponent - shift)
        holding.fractionTolerance = Ratio(coefficient: 5, exponent: number.exponent - shift - 1)
      }
      if holding.shares == nil, holding.fraction == nil, kind == .equity {
        throw Rejection(
          "unreadable", "neither shares nor a percentage are given", place: row.place, expected: "shares or percent",
          remedy: "say how much is held")
      }
      read.append((row, try row.required(.entity), try row.required(.holder), holding))
    }
    for (row, entity, holder, unnamed) in read {
      var holding = unnamed
      holding.entity = entities.findOrAdd(entity, role: .subsidiary, place: row.place(.entity))
      holding.holder = entities.findOrAdd(holder, role: .outside, place: row.place(.holder))
      holdings.append(holding)
    }
    if areFractions {
      findings.append(
        Finding(
          .info, "period-assumed", "the percentages are taken as fractions of one: none has a percent sign and none exceeds 1",
          place: Place(fileIndex: reader.fileIndex), remedy: "write a percent sign behind them if they are percentages"))
    }
  }

  private mutating func takeEvents(_ reader: RegisterReader) throws(Rejection) {
    var read: [(row: RegisterReader.Row, entity: String, event: EquityEvent)] = []
    for row in reader.rows {
      let kinds = EquityEvent.Kind.allCases.map(\.rawValue).joined(separator: ", ")
      guard let kind = try row.choice(.kind, EquityEvent.Kind.init(rawValue:), expected: kinds) else {
        _ = try row.required(.kind)
        continue
      }
      guard let date = try row.date(.date) else {
        throw Rejection(
          "unreadable", "the event has no date", place: row.place(.date), expected: "the day of completion, or of signing",
          remedy: "fill in the date")
      }
      let entity = try row.required(.entity)
      let event = EquityEvent(
        name: row.words(.event) ?? "\(kind.rawValue) \(entity) \(date.isoText)", date: date,
        status: try row.choice(.status, EquityEvent.Status.init(rawValue:), expected: "signed, completed") ?? .completed,
        entity: EntityID(index: 0), kind: kind, from: nil, to: nil, shares: try row.positive(.shares), price: try row.positive(.price),
        consideration: try row.positiveAmount(.consideration), currency: try row.currency(.currency),
        costs: try row.positiveAmount(.costs) ?? .zero,
        tax: try row.amount(.tax) ?? .zero, carryingAmount: try row.amount(.carryingAmount),
        controlAfter: try row.choice(
          .controlAfter, ["yes": true, "no": false, "y": true, "n": false, "是": true, "否": false].read, expected: "yes, no"),
        retainedFairValue: try row.amount(.retainedFairValue), note: row.words(.note) ?? "", place: row.place,
        columns: Dictionary(uniqueKeysWithValues: reader.layout.columns.map { ($0.key.rawValue, $0.value + 1) }))
      read.append((row, entity, event))
    }
    for (row, entity, unnamed) in read {
      var event = unnamed
      event.entity = entities.findOrAdd(entity, role: .subsidiary, place: row.place(.entity))
      event.from = row.words(.from).map { entities.findOrAdd($0, role: .outside, place: row.place(.from)) }
      event.to = row.words(.to).map { entities.findOrAdd($0, role: .outside, place: row.place(.to)) }
      events.append(event)
    }
  }

  private mutating func takeRates(_ reader: RegisterReader) throws(Rejection) {
    var read: [Rate] = []
    for row in reader.rows {
      guard let date = try row.date(.date), let base = try row.currency(.base), let quote = try row.currency(.quote),
        let rate = try row.positive(.rate), !rate.isZero
      else {
        throw Rejection(
          "unreadable", "the rate is not whole", place: row.place, expected: "date, base, quote and a rate above nil",
          remedy: "fill in the line, or take it out")
      }
      let kind = try row.choice(.kind, RateKind.init(rawValue:), expected: "closing, average, spot")
      read.append(Rate(date: date, base: base, quote: quote, rate: rate, kind: kind, place: row.place(.rate)))
    }
    rates += read
  }

  private mutating func takeAcceptances(_ reader: RegisterReader) throws(Rejection) {
    var read: [Acceptance] = []
    for row in reader.rows {
      read.append(
        Acceptance(
          check: try row.required(.check), entity: row.words(.entity) ?? "", item: row.words(.item) ?? "", end: try row.date(.period),
          reason: try row.required(.reason), by: row.words(.by) ?? "", until: try row.date(.until), place: row.place))
    }
    acceptances += read
  }
}

extension Dictionary where Key == String {
  /// The value of a word, for `choice`.
  fileprivate var read: (String) -> Value? { { self[$0] } }
}
