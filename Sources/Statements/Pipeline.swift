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

    /// How many findings of a severity still count, over all groups.
    public func count(_ severity: Severity) -> Int {
      groups.reduce(0) { sum, group in sum + group.findings.count { $0.severity == severity && $0.counts } }
    }

    /// Traces figures back to their cells: of an entity by any of its names, of an item by its id or a label, of a date or period in any
    /// form that files may use; nil for all.
    ///
    /// - Parameter inputs: what stands before a file's path.
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

    /// A finding as a terminal shows it.
    public func lines(of finding: Finding, inputs: String) -> [String] {
      FindingText(finding, accounts, prefix: inputs).lines
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

  /// Reads, checks, treats, compares and reports; what earlier runs reported is a value like the deliveries.
  public static func run(_ deliveries: [String: [Delivery]], earlier: EarlierFigures = .none) -> Outcome {
    run(deliveries, earlier, Effort())
  }

  static func run(_ deliveries: [String: [Delivery]], _ earlier: EarlierFigures = .none, _ effort: Effort) -> Outcome {
    let catalogue = LineItemCatalogue.shipped()
    let reports = deliveries.keys.sorted().map { name in report(name, deliveries[name] ?? [], catalogue, earlier, effort) }
    var files = reports.flatMap(\.files)
    files.append(ReportFile(path: "README.md", bytes: WayInPage(reports, version: version).bytes))
    return Outcome(groups: reports.map { Group(accounts: $0.accounts, findings: $0.findings) }, files: files)
  }

  /// Reads and checks, and writes no report.
  public static func check(_ deliveries: [String: [Delivery]]) -> Outcome {
    let catalogue = LineItemCatalogue.shipped()
    let effort = Effort(needsDigests: false)
    let groups = deliveries.keys.sorted().map { name in checked(name, deliveries[name] ?? [], catalogue, .none, effort) }
    return Outcome(groups: groups, files: [])
  }

  private static func checked(
    _ name: String, _ deliveries: [Delivery], _ catalogue: LineItemCatalogue, _ earlier: EarlierFigures, _ effort: Effort
  ) -> Group {
    let intake = Intake(deliveries, catalogue: catalogue, effort: effort)
    var accounts = GroupAccounts(name: name, intake: intake, earlier: earlier)
    accounts.transactions = AllTreatments.transactions(in: accounts)
    let found = intake.findings + AllChecks.findings(in: accounts)
    let findings = Acceptances.apply(accounts, to: found).sorted(by: Finding.precedes)
    accounts.findRecords(of: findings)
    return Group(accounts: accounts, findings: findings)
  }

  private static func report(
    _ name: String, _ deliveries: [Delivery], _ catalogue: LineItemCatalogue, _ earlier: EarlierFigures, _ effort: Effort
  ) -> GroupReport {
    let group = checked(name, deliveries, catalogue, earlier, effort)
    return GroupReport(accounts: group.accounts, findings: group.findings, attributed: AttributedFigure.all(in: group.accounts))
  }
}
