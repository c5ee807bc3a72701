import DelimitedText

/// A group with everything that its files say: the subject of every check and treatment.
public struct GroupAccounts: Sendable {
  /// The folder's name, or `main`.
  public let name: String
  /// Its files, in the order of their paths.
  public internal(set) var sources: [Source]
  /// The line items, those that only this group's files name among them.
  public let catalogue: LineItemCatalogue
  /// Items that checks rest on.
  public let items: WellKnownItems
  /// Its entities.
  public let entities: EntityTable
  /// Every figure, in the order of files and places.
  public let facts: [Fact]
  /// The figures of group accounts that happened, by entity, item and period.
  public let index: FactIndex
  /// The sums that the statements' own rows show.
  let ownSums: OwnSums
  /// The registers as read.
  public let holdings: [Holding]
  /// Who holds what when.
  public let ownership: OwnershipHistory
  /// Changes of ownership, by date.
  public let events: [EquityEvent]
  /// The same by subsidiary, in the order of their dates.
  private let eventsByEntity: [EntityID: [EquityEvent]]
  /// Rates of exchange.
  public let rates: RateTable
  /// What the settings say.
  public let settings: Settings
  /// Findings that somebody has signed off.
  public let acceptances: [Acceptance]
  /// Size tests as read.
  public let sizeTests: [SizeTest]
  /// Debits and credits of each ledger.
  public let ledgerTotals: [LedgerTotals]
  /// What each statement says of itself.
  public let statements: [StatementNote]
  /// The currency of the reports; nil where it cannot be told.
  public let presentationCurrency: Currency?
  /// How amounts are shown in the reports.
  public let display: Display
  /// How many places each entity's own figures are shown with, by its number.
  private let ownPlaces: [Int]
  /// The figures whose column or file says that they are restated.
  let restatedPlaces: Set<Place>
  /// On what basis figures stand together, where some were restated.
  let restatements: Restatements
  /// What earlier runs reported.
  let earlier: FigureHistories
  /// The histories of earlier runs that were found damaged, by name.
  let historiesSetAside: [String]
  /// What the treatments made of the events; empty before they ran.
  public internal(set) var transactions: [EquityTransaction] = []

  /// The group that an intake describes, with what earlier runs reported of it.
  init(name: String, intake: Intake, earlier past: EarlierFigures = .none) {
    self.name = name
    sources = intake.sources
    catalogue = intake.catalogue
    items = WellKnownItems(intake.catalogue)
    entities = intake.entities
    facts = intake.facts
    latestDate = intake.facts.lazy.map(\.period.end).max()
    index = FactIndex(intake.facts, intake.entities)
    ownSums = OwnSums(intake.facts, intake.catalogue, intake.sources)
    holdings = intake.holdings
    let read = EquityEvent.merged(intake.events)
    let asRead = OwnershipHistory(entities: intake.entities, holdings: intake.holdings, events: read)
    let settled = asRead.settlingControl(read, intake.entities)
    events = settled
    eventsByEntity = Dictionary(grouping: settled, by: \.entity)
    ownership = settled == read ? asRead : OwnershipHistory(entities: intake.entities, holdings: intake.holdings, events: settled)
    rates = RateTable(intake.rates)
    settings = intake.settings
    acceptances = intake.acceptances
    sizeTests = intake.sizeTests
    ledgerTotals = intake.ledgerTotals
    statements = intake.statements
    restatedPlaces = intake.restatedPlaces
    restatements = Restatements(intake.facts, index, restated: intake.restatedPlaces)
    earlier = FigureHistories(past.figures[name] ?? [], intake.entities, intake.catalogue)
    historiesSetAside = past.setAside
    let currency = Presentation.currency(intake, index)
    presentationCurrency = currency
    let finest = Presentation.finestDecimals(intake)
    let shown = Presentation.display(intake, finest, currency: currency)
    display = shown
    ownPlaces = finest.map { $0.map { Presentation.places($0, shown.unit) } ?? shown.places }
  }

  /// The changes of ownership of one subsidiary, by date.
  func events(of entity: EntityID) -> [EquityEvent] { eventsByEntity[entity] ?? [] }

  /// Whether a figure is said to be restated, or one that it replaces is on file.
  func isRestated(_ fact: Fact) -> Bool { restatements.isRestated(fact) }

  /// How amounts of the entity's own statements are shown: in the group's unit, in the entity's currency where that is another, with as many
  /// decimals as its own figures have; so that what another entity prints alters nothing there.
  func display(of entity: EntityID) -> Display {
    let currencies = index.summary(of: entity).counted
    let own = currencies.count == 1 ? currencies.first ?? display.unit.currency : display.unit.currency
    return Display(unit: MoneyUnit(currency: own, exponent: display.unit.exponent), places: ownPlaces[entity.index])
  }

  /// How the entity's amounts are shown beside those of others: with the decimals of the finest among them.
  func display(of entity: EntityID, beside others: [EntityID]) -> Display {
    var display = display(of: entity)
    display.places = others.reduce(display.places) { max($0, ownPlaces[$1.index]) }
    return display
  }

  /// The parent's year end, by which a standard's effective date is judged.
  var yearEndOfGroup: DayOfYear { entities.parent.map { entities[$0].yearEnd } ?? .yearEnd }

  /// The latest day of which there is a figure.
  let latestDate: CalendarDate?

  /// The standard that governs consolidation on a day.
  func standard(on date: CalendarDate) -> Standard { Standard(on: date, yearEnd: yearEndOfGroup) }

  /// The standard that governs presentation on a day.
  func presentationStandard(on date: CalendarDate) -> PresentationStandard { PresentationStandard(on: date, yearEnd: yearEndOfGroup) }

  /// The standard that governs the latest figures of an entity.
  func standard(of entity: EntityID) -> Standard {
    let latest = index.items(of: entity).compactMap { index.series(entity, $0).last?.period.end }.max()
    return latest.map { standard(on: $0) } ?? .ifrs10
  }

  /// The latest net assets of `entity` on or before `date`.
  func netAssets(of entity: EntityID, onOrBefore date: CalendarDate) -> Fact? {
    index.series(entity, items.netAssets).last { $0.period.end <= date }
  }
}

/// In what currency and unit a group's reports are.
enum Presentation {
  /// The setting, else the parent's functional currency, else the one currency that the figures use that count.
  static func currency(_ intake: Intake, _ index: FactIndex) -> Currency? {
    if let set = intake.settings.presentationCurrency { return set }
    if let parent = intake.entities.parent, let functional = intake.entities[parent].functionalCurrency { return functional }
    let used = intake.entities.ids.reduce(into: Set<Currency>()) { $0.formUnion(index.summary(of: $1).counted) }
    return used.count == 1 ? used.first : nil
  }

  /// The unit in which most figures are printed, with the decimals that they are printed with; the setting overrules the unit.
  static func display(_ intake: Intake, _ finest: [Int?], currency: Currency?) -> Display {
    var exponents: [Int: Int] = [:]
    for statement in intake.statements { if let exponent = statement.unitExponent { exponents[exponent, default: 0] += 1 } }
    let usual = exponents.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 0
    let exponent = intake.settings.presentationUnit?.exponent ?? usual
    let unit = MoneyUnit(currency: currency, exponent: exponent)
    return Display(unit: unit, places: places(finest.compactMap { $0 }.max() ?? 2, unit))
  }

  /// The most decimals that each entity's figures are printed with, by its number; nil where it has none, figures a share left aside.
  static func finestDecimals(_ intake: Intake) -> [Int?] {
    var finest = [Int?](repeating: nil, count: intake.entities.entities.count)
    let isPerShare = intake.catalogue.all.map { $0.statement == .perShare }
    for fact in intake.facts where !isPerShare[Int(fact.item.index)] {
      finest[fact.entity.index] = max(finest[fact.entity.index] ?? fact.decimals, fact.decimals)
    }
    return finest
  }

  /// With how many places figures that are exact to so many decimals of a unit of currency are shown: two at most.
  static func places(_ decimals: Int, _ unit: MoneyUnit) -> Int { min(max(decimals + unit.exponent, 0), 2) }
}
