import DelimitedText

/// What each register becomes.
extension Intake {
  mutating func takeRegister(_ reader: RegisterReader) throws(Rejection) {
    var refused = Refusals()
    let assumed = reader.survey(&refused)
    switch reader.layout.form {
    case .long, .trialBalance: try takeLedger(reader, refused)
    case .entities: try takeEntities(reader, &refused)
    case .settings: try takeSettings(reader, &refused)
    case .holdings: try takeHoldings(reader, &refused)
    case .equityEvents: try takeEvents(reader, &refused)
    case .rates: try takeRates(reader, &refused)
    case .acceptances: try takeAcceptances(reader, &refused)
    case .accounts: try takeAccounts(reader, &refused)
    case .sizeTests: try takeSizeTests(reader, &refused)
    }
    findings += assumed
  }

  private mutating func takeEntities(_ reader: RegisterReader, _ refused: inout Refusals) throws(Rejection) {
    var read: [Entity] = []
    for row in reader.rows {
      guard let name = row.required(.entity, &refused) else { continue }
      var entity = Entity(name: name, place: row.place(.entity))
      entity.role =
        row.choice(.role, &refused, EntityRole.init(words:), expected: "parent, subsidiary, associate, outside") ?? .subsidiary
      entity.chineseName = chineseName(row)
      entity.aliases = (row.words(.aliases) ?? "").split { $0 == ";" || $0 == "；" }.map { Cell.trim(String($0)) }.filter { !$0.isEmpty }
      entity.functionalCurrency = row.currency(.functionalCurrency, &refused)
      entity.gaap = row.words(.gaap).map { BasisWords.gaap(in: $0) ?? $0 }
      if let words = row.words(.yearEnd) { entity.yearEnd = yearEnd(words, row, &refused) }
      entity.nciPolicy = row.choice(
        .nciPolicy, &refused, NCIPolicy.init(name:),
        expected: "proportionate, full goodwill, full goodwill own share, proportionate with goodwill (A, B1, B2, C)")
      entity.perimeterFrom = row.date(.perimeterFrom, &refused)
      entity.perimeterTo = row.date(.perimeterTo, &refused)
      read.append(entity)
    }
    try refused.end(&findings)
    for entity in read {
      for name in entities.add(entity).taken {
        findings.append(
          Finding(
            .error, "unreadable", "the name \(quoted: name) already belongs to another entity", place: entity.place, actual: name,
            remedy: "give each entity names of its own"))
      }
    }
  }

  /// The Chinese name, nil where a mark says that there is none; one without a Chinese character is asked about: the cells of its line may have
  /// moved.
  private mutating func chineseName(_ row: RegisterReader.Row) -> String? {
    guard let name = row.words(.nameChinese) else { return nil }
    switch AmountReader.read(name) {
    case .empty, .notAvailable: return nil
    case .number(let number) where number.isNilMark: return nil
    case .number, .open, .tooManyDigits, .notANumber: break
    }
    if ["tbc", "tbd", "none"].contains(name.lowercased()) { return nil }
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else { return name }
    findings.append(
      Finding(
        .warning, "unmapped", "the Chinese name \(quoted: name) has no Chinese character", place: row.place(.nameChinese),
        expected: "a name in Chinese, or nothing", actual: name,
        remedy: "look whether the cells of the line have moved; other names of the entity go under `aliases`"))
    return name
  }

  private func yearEnd(_ words: String, _ row: RegisterReader.Row, _ refused: inout Refusals) -> DayOfYear {
    // A leap year's words are tried, so that 29 February reads as a day.
    let candidates = PeriodReader.dates(of: words + " 2012") + PeriodReader.dates(of: words) + PeriodReader.dates(of: "2012-" + words)
    if let date = candidates.first?.date {
      let (_, month, day) = date.components
      return DayOfYear(month: month, day: day)
    }
    refused.add(
      Rejection(
        "unreadable", "\(quoted: words) is no day of the year", place: row.place(.yearEnd), found: words, expected: "such as 31 December",
        remedy: "write the year end as a day and a month"))
    return .yearEnd
  }

  private static let settingNames = [
    "presentation currency", "presentation unit", "materiality", "listing regime", "language", "file mode",
  ]

  private mutating func takeSettings(_ reader: RegisterReader, _ refused: inout Refusals) throws(Rejection) {
    var read = settings
    var unknown: [Finding] = []
    for row in reader.rows {
      guard let name = row.required(.setting, &refused)?.lowercased() else { continue }
      guard let value = row.words(.value) else {
        unknown.append(
          Finding(
            .warning, "unmapped", "the setting \(quoted: name) has no value, and is left as it is by default", place: row.place(.value),
            actual: name, remedy: "write its value, or take the line out"))
        continue
      }
      read.other[name] = value
      switch name {
      case "presentation currency": read.presentationCurrency = row.currency(.value, &refused)
      case "presentation unit":
        read.presentationUnit = Preamble.unit(of: value)
        if read.presentationUnit == nil {
          refused.add(
            Rejection(
              "unreadable", "\(quoted: value) is no unit", place: row.place(.value), found: value, expected: "such as RMB'000",
              remedy: "write the unit as a heading has it"))
        }
      case "materiality": read.materiality = row.amount(.value, &refused)
      case "language":
        read.languages = ReportLanguages(words: value)
        if read.languages == nil {
          refused.add(
            Rejection(
              "unreadable", "there is no language \(quoted: value)", place: row.place(.value), found: value,
              expected: ReportLanguages.choices, remedy: "write one of the languages that there are"))
        }
      case "file mode":
        read.fileMode = FileMode.permissions(value)
        if read.fileMode == nil {
          refused.add(
            Rejection(
              "unreadable", "\(quoted: value) is no file mode", place: row.place(.value), found: value,
              expected: "three octal digits such as 640, the first of them 6 or 7", remedy: "write it as `chmod` has it"))
        }
      case "listing regime": break
      default:
        unknown.append(
          Finding(
            .warning, "unmapped", "there is no setting \(quoted: name)", place: row.place(.setting), actual: name,
            remedy: "take the line out, or write one of: \(code: Intake.settingNames.joined(separator: ", "))"))
      }
    }
    try refused.end(&findings)
    settings = read
    findings += unknown
  }

  private mutating func takeHoldings(_ reader: RegisterReader, _ refused: inout Refusals) throws(Rejection) {
    let percentages = PercentColumn(reader, &refused)
    var read: [(row: RegisterReader.Row, entity: String, holder: String, holding: Holding)] = []
    for row in reader.rows {
      let kind = row.choice(.basis, &refused, Holding.Kind.init(words:), expected: "equity, structured contracts, treasury") ?? .equity
      var holding = Holding(
        date: row.date(.date, &refused), entity: EntityID(index: 0), holder: EntityID(index: 0), shares: row.positive(.shares, &refused),
        fraction: nil, kind: kind, shareClass: row.words(.shareClass) ?? "", place: row.place)
      holding.note = row.words(.note) ?? ""
      if let (fraction, tolerance) = percentages.fraction(row) {
        holding.fraction = fraction
        holding.fractionTolerance = tolerance
      }
      if row.words(.shares) == nil, row.words(.percent) == nil, kind == .equity {
        refused.add(
          Rejection(
            "unreadable", "neither shares nor a percentage are given", place: row.place, expected: "shares or percent",
            remedy: "say how much is held"))
      }
      let names = (row.required(.entity, &refused), row.required(.holder, &refused))
      if let entity = names.0, let holder = names.1 { read.append((row, entity, holder, holding)) }
    }
    try refused.end(&findings)
    takeTotals(&read)
    for (row, entityName, holderName, unnamed) in read {
      var holding = unnamed
      holding.entity = entity(named: entityName, role: .subsidiary, place: row.place(.entity))
      holding.holder = entity(named: holderName, role: .outside, place: row.place(.holder))
      holdings.append(holding)
    }
    if let assumption = percentages.assumption { findings.append(assumption) }
  }

  /// A line `Total` of a register is no holder: it is held against the lines of its entity and date, and left out.
  private mutating func takeTotals(_ read: inout [(row: RegisterReader.Row, entity: String, holder: String, holding: Holding)]) {
    let words: Set<String> = [
      "total", "grand total", "sum", "total share", "total shares", "total shares in issue", "total issued shares", "shares in issue", "合计",
      "总计", "总数", "小计", "总股数", "股份总数",
    ]
    func isTotal(_ holder: String) -> Bool { words.contains(Folding.label(holder)) || words.contains(holder.lowercased()) }
    for total in read where isTotal(total.holder) && entities.find(total.holder) == nil {
      let lines = read.filter {
        $0.entity == total.entity && $0.holding.date == total.holding.date && $0.holding.kind == .equity && !isTotal($0.holder)
      }
      let shares = lines.compactMap(\.holding.shares).reduce(Ratio.zero, +)
      guard let stated = total.holding.shares, lines.allSatisfy({ $0.holding.shares != nil }), stated != shares else { continue }
      findings.append(
        Finding(
          .error, "register-total", "the line \(quoted: total.holder) is \(number: stated) shares, and the holders have \(number: shares)",
          period: total.holding.date.map(Period.asAt), place: total.row.place(.shares), expected: shares.shortestText(mostPlaces: 4),
          actual: stated.shortestText(mostPlaces: 4), remedy: "add the holder that is missing, or correct the total"))
    }
    read.removeAll { isTotal($0.holder) && entities.find($0.holder) == nil }
  }

  private mutating func takeEvents(_ reader: RegisterReader, _ refused: inout Refusals) throws(Rejection) {
    var read: [(row: RegisterReader.Row, entity: String, event: EquityEvent)] = []
    let kinds = EquityEvent.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    for row in reader.rows {
      if row.words(.kind) == nil { _ = row.required(.kind, &refused) }
      if row.words(.date) == nil {
        refused.add(
          Rejection(
            "unreadable", "the event has no date", place: row.place(.date), expected: "the day of completion, or of signing",
            remedy: "fill in the date"))
      }
      let kind = row.choice(.kind, &refused, EquityEvent.Kind.init(words:), expected: kinds)
      let date = row.date(.date, &refused)
      let entity = row.required(.entity, &refused)
      let status = row.choice(.status, &refused, EquityEvent.Status.init(words:), expected: "signed, completed") ?? .completed
      let (shares, price) = (row.positive(.shares, &refused), row.positive(.price, &refused))
      let (consideration, currency) = (row.positiveAmount(.consideration, &refused), row.currency(.currency, &refused))
      let (costs, tax) = (row.positiveAmount(.costs, &refused) ?? .zero, row.amount(.tax, &refused) ?? .zero)
      let (carrying, retained) = (row.amount(.carryingAmount, &refused), row.amount(.retainedFairValue, &refused))
      let control = row.choice(
        .controlAfter, &refused,
        [
          "yes": true, "no": false, "y": true, "n": false, "true": true, "false": false, "kept": true, "retained": true, "lost": false,
          "是": true, "否": false,
        ].read, expected: "yes, no")
      guard let kind, let date, let entity else { continue }
      let event = EquityEvent(
        name: row.words(.event) ?? "\(kind.rawValue) \(entity) \(date.isoText)", date: date, status: status, entity: EntityID(index: 0),
        kind: kind, from: nil, to: nil, shares: shares, price: price, consideration: consideration, currency: currency, costs: costs,
        tax: tax, carryingAmount: carrying, controlAfter: control, retainedFairValue: retained, note: row.words(.note) ?? "",
        place: row.place, columns: Dictionary(uniqueKeysWithValues: reader.layout.columns.map { ($0.key.rawValue, $0.value + 1) }))
      read.append((row, entity, event))
    }
    try refused.end(&findings)
    sayPercent(reader)
    for (row, entityName, unnamed) in read {
      var event = unnamed
      // A name that nothing else on file has is said by `untreated-event`, with the nearest.
      event.entity = entities.findOrAdd(entityName, role: .subsidiary, place: row.place(.entity))
      event.from = row.words(.from).map { entity(named: $0, role: .outside, place: row.place(.from)) }
      event.to = row.words(.to).map { entity(named: $0, role: .outside, place: row.place(.to)) }
      events.append(event)
    }
  }

  /// A column of percentages in a file of events is not read: what moves is counted in shares.
  private mutating func sayPercent(_ reader: RegisterReader) {
    let header = reader.table[reader.layout.headerRecord]
    for field in 0..<header.fieldCount where Column.candidates(Cell.trimmed(header, field)).contains(where: { $0.column == .percent }) {
      guard reader.layout.unknownHeadings.contains(Cell.trimmed(header, field)),
        reader.body.contains(where: { !reader.table[$0].isEmpty(field) })
      else { continue }
      findings.append(
        Finding(
          .warning, "unmapped",
          "the column \(quoted: Cell.trimmed(header, field)) of the events is not read: what moves is counted in shares",
          place: Place(fileIndex: reader.fileIndex, lineNumber: header.lineNumber, columnNumber: field + 1),
          actual: Cell.trimmed(header, field),
          remedy: "write the shares that move under `shares`; the registers before and after give the percentages"))
    }
  }

  private mutating func takeAcceptances(_ reader: RegisterReader, _ refused: inout Refusals) throws(Rejection) {
    var read: [Acceptance] = []
    for row in reader.rows {
      let (check, reason) = (row.required(.check, &refused), row.required(.reason, &refused))
      let (period, until) = (row.period(.period, &refused), row.date(.until, &refused))
      guard let check, let reason else { continue }
      read.append(
        Acceptance(
          check: check, entity: row.words(.entity) ?? "", item: row.words(.item) ?? "", period: period ?? "", reason: reason,
          by: row.words(.by) ?? "", until: until, place: row.place))
    }
    try refused.end(&findings)
    acceptances += read
  }

  private mutating func takeSizeTests(_ reader: RegisterReader, _ refused: inout Refusals) throws(Rejection) {
    var read: [SizeTest] = []
    for row in reader.rows {
      let measure = row.choice(
        .measure, &refused, SizeTest.Measure.init(words:), expected: "total assets, profit, revenue, market capitalisation")
      if row.words(.measure) == nil { _ = row.required(.measure, &refused) }
      if row.words(.issuer) == nil { _ = row.required(.issuer, &refused) }
      let (issuer, subsidiary) = (row.amount(.issuer, &refused), row.amount(.subsidiary, &refused))
      let (currency, date) = (row.currency(.currency, &refused), row.date(.date, &refused))
      guard let measure, let issuer else { continue }
      read.append(
        SizeTest(
          measure: measure, issuer: issuer, subsidiary: subsidiary, currency: currency, date: date, issuerPlace: row.place(.issuer),
          subsidiaryPlace: row.place(.subsidiary)))
    }
    try refused.end(&findings)
    sizeTests += read
  }
}

extension Dictionary where Key == String {
  /// The value of a word, for `choice`.
  fileprivate var read: (String) -> Value? { { self[$0] } }
}
