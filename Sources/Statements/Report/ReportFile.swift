import DelimitedText

/// A file to be written below the reports folder.
public struct ReportFile: Hashable, Sendable {
  /// Its path below Reports, with `/` between folders.
  public let path: String
  /// All its bytes.
  public let bytes: [UInt8]

  /// A file with its content.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  /// The line that ends every page the program writes, by which a page is known as its own.
  public static var mark: String { Markdown.mark }
}

/// A group when everything has been said about it: accounts, findings, figures divided.
final class GroupReport: Sendable {
  let accounts: GroupAccounts
  /// In the order in which they are shown: entity, period, weight.
  let findings: [Finding]
  let attributed: [AttributedFigure]
  let slugs: Slugs
  /// The entities that have figures, in the table's order.
  let reported: [EntityID]
  /// The findings with their short names, in the same order.
  let numbered: [(name: String, finding: Finding)]
  private let numberedByEntity: [EntityID: [(name: String, finding: Finding)]]
  private let attributedByEntity: [EntityID: [AttributedFigure]]
  private let undividedByEntity: [EntityID: [Fact]]
  private let notesByEntity: [EntityID: [StatementNote]]
  private let changesByEntity: [EntityID: [ChangesInEquity]]
  /// What each holder ever held directly.
  let heldBy: [EntityID: [EntityID]]
  let printer: TextPrinter

  init(
    accounts: GroupAccounts, findings: [Finding], attributed: [AttributedFigure], printer: TextPrinter = TextPrinter(.markdown)
  ) {
    self.accounts = accounts
    self.printer = printer
    self.findings = findings
    self.attributed = attributed
    slugs = Slugs(accounts.entities)
    reported = accounts.entities.ids.filter { !accounts.index.items(of: $0).isEmpty }
    heldBy = accounts.ownership.everHeld
    let numbered = GroupReport.named(findings)
    self.numbered = numbered
    var byEntity: [EntityID: [(name: String, finding: Finding)]] = [:]
    for entry in numbered { if let entity = entry.finding.entity { byEntity[entity, default: []].append(entry) } }
    numberedByEntity = byEntity
    let figures = Dictionary(grouping: attributed, by: \.entity)
    attributedByEntity = figures
    undividedByEntity = Dictionary(grouping: AttributedFigure.undivided(in: accounts, attributed), by: \.entity)
    notesByEntity = Dictionary(grouping: accounts.statements, by: \.entity)
    let ofSubsidiaries = figures.keys.sorted().flatMap { AttributedChanges.all(of: $0, in: accounts, figures[$0] ?? []) }
    changesByEntity = Dictionary(grouping: ofSubsidiaries + ConsolidatedChanges.all(in: accounts), by: \.entity)
  }

  /// An entity's figures as they are divided.
  func attributed(of entity: EntityID) -> [AttributedFigure] { attributedByEntity[entity] ?? [] }

  /// Pages and data, the way in last.
  var files: [ReportFile] {
    let checks = ChecksPage(self)
    let factsByEntity = Dictionary(grouping: accounts.facts.indices) { accounts.facts[$0].entity }
    let entities = Array(accounts.entities.ids)
    let structures = accounts.transactions.enumerated().map { StructurePictures(self, $1, number: $0 + 1) }
    let pages = [
      Page(path: "data/findings.csv") { DataFiles.findings(self.findings, self.accounts) },
      Page(path: "data/equity-transactions.csv") { DataFiles.equityTransactions(self.accounts) },
      Page(path: "data/attribution.csv") { DataFiles.attribution(self.attributed, self.accounts) },
      Page(path: "data/journal.journal") { Journal.bytes(self.accounts) },
      Page(path: "equity-transactions.md") { EquityTransactionsPage(self, structures).bytes },
      Page(path: "checks.md") { checks.bytes },
      Page(path: "intake.md") { IntakePage(self).bytes },
      Page(path: "README.md") { SummaryPage(self).bytes },
    ]
    // The group's pages and what is of one entity, made side by side and put in order: the long ones are begun first.
    let made = Workers.map(pages.count + entities.count, givesWay: true) { index -> Made in
      guard index >= pages.count else { return .page(ReportFile(path: path(pages[index].path), bytes: pages[index].bytes())) }
      let entity = entities[index - pages.count]
      return .entity(ofEntity(entity, factsByEntity[entity] ?? [], anchorOfChecks: checks.anchors[entity]))
    }
    let ofEntities = made.compactMap { if case .entity(let entity) = $0 { entity } else { nil } }
    let ofGroup = made.compactMap { if case .page(let page) = $0 { page } else { nil } }
    var files = ofEntities.flatMap(\.files) + structures.flatMap(\.all).map(file)
    if let page = AnnouncementPage(self, structures) { files.append(ReportFile(path: path(AnnouncementPage.name), bytes: page.bytes)) }
    files.append(ReportFile(path: path("data/facts.csv"), bytes: DataFiles.factsHeader + ofEntities.flatMap(\.facts)))
    let comparison = ReportFile(path: path("data/comparison.csv"), bytes: DataFiles.comparisonHeader + ofEntities.flatMap(\.comparison))
    // The digest of the reports is over them in this order.
    return files + ofGroup.prefix(1) + [comparison] + ofGroup.dropFirst()
  }

  /// What is made of one entity; its pictures come before its page.
  private func ofEntity(_ entity: EntityID, _ figures: [Int], anchorOfChecks: String?) -> OfEntity {
    let facts = DataFiles.facts(figures, accounts)
    guard !accounts.index.items(of: entity).isEmpty else { return OfEntity(files: [], facts: facts, comparison: []) }
    let figures = accounts.figures(of: entity)
    let pictures = EntityPictures(self, entity)
    let page = EntityPage(self, figures, pictures, anchorOfChecks: anchorOfChecks)
    let file = ReportFile(path: path("entities/\(slugs[entity]).md"), bytes: page.bytes)
    return OfEntity(files: pictures.all.map(self.file) + [file], facts: facts, comparison: DataFiles.comparison(figures, accounts))
  }

  private enum Made: Sendable {
    case page(ReportFile)
    case entity(OfEntity)
  }

  /// What is made of one entity: its pictures and its page, and its lines of the data.
  private struct OfEntity: Sendable {
    let files: [ReportFile]
    let facts: [UInt8]
    let comparison: [UInt8]
  }

  /// A file that is yet to be written: its path below the group's folder, and what makes it.
  private struct Page: Sendable {
    let path: String
    let bytes: @Sendable () -> [UInt8]
  }

  private func path(_ name: String) -> String { accounts.name + "/" + name }

  /// How many findings of each weight still count.
  func count(_ severity: Severity, entity: EntityID? = nil) -> Int {
    let shown = entity.map { numbered(of: $0) } ?? numbered
    return shown.count { $0.finding.severity == severity && $0.finding.counts }
  }

  /// `6 warnings, no errors`.
  func state(entity: EntityID? = nil) -> Text {
    let errors = count(.error, entity: entity)
    let warnings = count(.warning, entity: entity)
    let errorWords: Text = errors == 0 ? "no errors" : errors == 1 ? "1 error" : "\(errors) errors"
    let warningWords: Text = warnings == 0 ? "no warnings" : warnings == 1 ? "1 warning" : "\(warnings) warnings"
    return (errors > 0 ? [errorWords, warningWords] : [warningWords, errorWords]).joined(.clause)
  }

  /// A plain sign for the same.
  func sign(entity: EntityID? = nil) -> Text {
    if count(.error, entity: entity) > 0 { return "✗" }
    return count(.warning, entity: entity) > 0 ? "!" : "✓"
  }

  /// A place as pages name it.
  func address(_ place: Place) -> Text { .words(accounts.shortAddress(of: place)) }

  func money(_ amount: Amount, _ display: Display) -> Text { Text.money(Money(amount, display)) }

  func name(_ entity: EntityID) -> Text { .name(accounts.entities[entity], .full) }

  /// The findings about an entity.
  func numbered(of entity: EntityID) -> [(name: String, finding: Finding)] { numberedByEntity[entity] ?? [] }

  /// An entity's figures that cannot be divided.
  func undivided(of entity: EntityID) -> [Fact] { undividedByEntity[entity] ?? [] }

  /// A subsidiary's changes in equity as attributed, the parent's those of the group; earliest first.
  func changes(of entity: EntityID) -> [ChangesInEquity] { changesByEntity[entity] ?? [] }

  /// What an entity's statements say of themselves.
  func notes(of entity: EntityID) -> [StatementNote] { notesByEntity[entity] ?? [] }
}

extension GroupAccounts {
  /// `net-assets.csv:4:4`: an address without the group's own folder.
  func shortAddress(of place: Place) -> String {
    let full = address(of: place)
    return full.hasPrefix(name + "/") ? String(full.dropFirst(name.count + 1)) : full
  }
}
