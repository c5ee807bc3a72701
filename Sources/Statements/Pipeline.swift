import DelimitedText

/// The whole way from files to reports, on one screen.
///
/// Every step takes values and returns values; none reads a file, a clock or a locale, none prints, and none throws for doubtful data:
/// what is doubtful becomes a finding. So the same inputs give the same bytes.
public enum Pipeline {
  /// The version that reports name.
  public static let version = "0.1.0"

  /// What a run makes of its inputs.
  public struct Outcome: Sendable {
    /// Each group's outcome, by name.
    public let groups: [Group]
    /// Every report, the way in last.
    public let files: [ReportFile]
    /// The languages of the way in.
    public let languages: ReportLanguages

    /// How many findings of a severity still count, over all groups.
    public func count(_ severity: Severity) -> Int {
      groups.reduce(0) { sum, group in sum + group.findings.count { $0.severity == severity && $0.counts } }
    }

    /// Traces figures back to their cells: of an entity by any of its names, of an item by its id or a label, of a date or period in any
    /// form that files may use; nil for all. `inputs` is what stands before a file's path.
    public func traces(entity: String?, item: String?, period: String?, inputs: String) -> TraceAnswer {
      TraceAnswer(groups.map(\.accounts), entity: entity, item: item, period: period, inputs: inputs)
    }
  }

  /// One group.
  public struct Group: Sendable {
    /// Everything that its files say.
    public let accounts: GroupAccounts
    /// What was found, in the order shown.
    public let findings: [Finding]
    /// What its reports are written in.
    public let languages: ReportLanguages

    /// A finding as a terminal shows it.
    public func lines(of finding: Finding, inputs: String) -> [String] {
      FindingText(finding, accounts, prefix: inputs, languages).lines
    }

    /// A finding as a record under `findingColumns`.
    public func record(of finding: Finding) -> [String] {
      DataFiles.record(finding, accounts)
    }

    /// What the run leaves to the history, as the run of that number on that day.
    public func record(run: Int, day: CalendarDate) -> RunRecord {
      RunRecord(accounts, findings, run: run, day: day)
    }

    /// The first of those lines, which a log may carry: place, weight and check, without amounts.
    public func briefLine(of finding: Finding, inputs: String) -> String {
      let address = finding.place.map(accounts.address) ?? accounts.name
      return "\(inputs)\(Printable.visible(address)): \(finding.severity.rawValue): [\(finding.check)]"
    }
  }

  /// The columns of a finding as data.
  public static var findingColumns: [String] { DataFiles.findingColumns }

  /// What one file is, without its group.
  public struct Description: Sendable {
    /// Its cells; nil where it cannot be read.
    public let table: Table?
    /// How it was read, `name: value (evidence)` a line.
    public let evidence: [String]
    /// What was found about it.
    public let problems: [String]
  }

  /// Says how one file is read.
  public static func describe(_ delivery: Delivery) -> Description {
    let intake = Intake([delivery], catalogue: LineItemCatalogue.shipped())
    let source = intake.sources[0]
    let accounts = GroupAccounts(name: "", intake: intake)
    return Description(
      table: source.table, evidence: DialectLines(source).lines, problems: intake.findings.flatMap { FindingText($0, accounts).lines })
  }

  /// Reads, checks, treats, compares and reports: in `languages`, else in those of each group's settings, else in English.
  ///
  /// - Parameters:
  ///   - deliveries: the files of each group, by its name.
  ///   - earlier: what earlier runs reported, a value like the deliveries.
  ///   - languages: those of the pages, whatever the settings say.
  ///   - lacks: is told the template of each sentence that a language has no wording for.
  public static func run(
    _ deliveries: [String: [Delivery]], earlier: EarlierFigures = .none, languages: ReportLanguages? = nil,
    lacks: (@Sendable (Language, String) -> Void)? = nil
  ) -> Outcome {
    run(deliveries, Effort(), earlier: earlier, languages: languages, lacks: lacks)
  }

  static func run(
    _ deliveries: [String: [Delivery]], _ effort: Effort, earlier: EarlierFigures = .none, languages: ReportLanguages? = nil,
    lacks: (@Sendable (Language, String) -> Void)? = nil
  ) -> Outcome {
    report(checked(deliveries, effort, earlier, languages), lacks: lacks)
  }

  /// Reads and checks, and writes no report.
  public static func check(_ deliveries: [String: [Delivery]], languages: ReportLanguages? = nil) -> Outcome {
    checked(deliveries, Effort(needsDigests: false), .none, languages)
  }

  /// The first half of `run`: an outcome without reports, of which `report` makes one with them.
  public static func prepare(
    _ deliveries: [String: [Delivery]], earlier: EarlierFigures, languages: ReportLanguages? = nil
  ) -> Outcome {
    checked(deliveries, Effort(), earlier, languages)
  }

  /// The second half of `run`: compares and reports.
  public static func report(_ prepared: Outcome, lacks: (@Sendable (Language, String) -> Void)? = nil) -> Outcome {
    let reports = prepared.groups.map { group in
      GroupReport(
        accounts: group.accounts, findings: group.findings, attributed: AttributedFigure.all(in: group.accounts),
        printer: TextPrinter(.markdown, group.languages, lacks: lacks))
    }
    let printer = TextPrinter(.markdown, prepared.languages, lacks: lacks)
    let wayIn = ReportFile(path: "README.md", bytes: WayInPage(reports, version: version, printer: printer).bytes)
    return Outcome(groups: prepared.groups, files: reports.flatMap(\.files) + [wayIn], languages: prepared.languages)
  }

  private static func checked(
    _ deliveries: [String: [Delivery]], _ effort: Effort, _ earlier: EarlierFigures, _ languages: ReportLanguages?
  ) -> Outcome {
    let catalogue = LineItemCatalogue.shipped()
    let groups = deliveries.keys.sorted().map { name in checked(name, deliveries[name] ?? [], catalogue, earlier, languages, effort) }
    // The way in is in the language of all groups where they agree.
    let all = Set(groups.map(\.languages))
    return Outcome(groups: groups, files: [], languages: languages ?? (all.count == 1 ? all.first : nil) ?? .english)
  }

  private static func checked(
    _ name: String, _ deliveries: [Delivery], _ catalogue: LineItemCatalogue, _ earlier: EarlierFigures, _ languages: ReportLanguages?,
    _ effort: Effort
  ) -> Group {
    let intake = Intake(deliveries, catalogue: catalogue, effort: effort)
    var accounts = GroupAccounts(name: name, intake: intake, earlier: earlier)
    accounts.transactions = AllTreatments.transactions(in: accounts)
    let found = intake.findings + AllChecks.findings(in: accounts)
    let told = AfterRefusals.apply(accounts, to: found)
    let findings = Acceptances.apply(accounts, to: told).sorted(by: Finding.precedes)
    accounts.findRecords(of: findings)
    return Group(accounts: accounts, findings: findings, languages: languages ?? accounts.settings.languages ?? .english)
  }
}
