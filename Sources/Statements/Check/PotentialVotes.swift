/// Puts, options, warrants and convertibles over a subsidiary's shares may change who controls it and what is a liability.
///
/// They are looked for where an interest changes: in the notes of events and holdings, in classes of shares, and among the subsidiary's
/// own lines. What they do is a judgement that no file settles.
///
/// Formula: none; words such as put, option, warrant, convertible, redeemable, preferred.
///
/// Severity: warning.
///
/// Example: an issue whose note says `investor may put the shares back from 2015`.
///
/// Remedy: say how they were taken into account: for control, and as a liability at the present value of the redemption amount.
///
/// Cites: IFRS 10.B47-B50, B89-B91 (IAS 27 (2008).14-15), IAS 32.23.
enum PotentialVotes: Check {
  static let id = "potential-votes"

  private static let words: Set<String> = [
    "put", "puttable", "option", "options", "warrant", "warrants", "convertible", "convertibles", "redeemable", "preferred", "preference",
  ]
  private static let chineseWords = ["认沽", "認沽", "期权", "期權", "认股权", "認股權", "可转换", "可轉換", "可换股", "可換股", "可赎回", "可贖回", "优先股", "優先股"]
  private static let lines = [
    "put-liability-over-nci", "convertible-redeemable-preferred-shares", "convertible-bonds", "equity-component-of-convertible-bonds",
  ]

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    let affected = Set(accounts.events.map(\.entity)).sorted()
    let noted = accounts.events.filter { $0.kind != .conversion && $0.kind != .exercise && names($0.note) }.map { event in
      finding(
        accounts, event.entity, "the note of \(quoted: event.name) speaks of potential votes: \(quoted: event.note)", .asAt(event.date),
        event.place(of: "note"))
    }
    return noted + affected.flatMap { entity in held(accounts, entity) + onFile(accounts, entity) }
  }

  /// Holdings of the entity whose class or note speaks of them: the latest of each holder and class, since a register of another date
  /// says the same again.
  private static func held(_ accounts: GroupAccounts, _ entity: EntityID) -> [Finding] {
    let speaking = accounts.holdings.filter { $0.entity == entity && (names($0.shareClass) || names($0.note)) }
    var latest: [Holding] = []
    for holding in speaking.sorted(by: { ($0.date?.isoText ?? "") < ($1.date?.isoText ?? "") }) {
      latest.removeAll { $0.holder == holding.holder && $0.shareClass == holding.shareClass }
      latest.append(holding)
    }
    return latest.map { holding in
      finding(
        accounts, entity,
        "\(quoted: accounts.entities[holding.holder]) holds what may be potential votes: \(quoted: names(holding.shareClass) ? holding.shareClass : holding.note)",
        holding.date.map(Period.asAt), holding.place)
    }
  }

  /// Lines of the entity's own position that are such instruments.
  private static func onFile(_ accounts: GroupAccounts, _ entity: EntityID) -> [Finding] {
    lines.compactMap { accounts.catalogue.find(id: $0) }.compactMap { item in
      guard let fact = accounts.index.series(entity, item).last(where: { $0.value.sign != 0 }) else { return nil }
      let display = accounts.display(of: entity)
      return finding(
        accounts, entity, "\(line: fact) of \(Money(fact.value, display)) may be potential votes, or a liability over them",
        fact.period, fact.provenance.place, item: item)
    }
  }

  private static func names(_ text: String) -> Bool {
    guard !text.isEmpty else { return false }
    return text.lowercased().split { !$0.isLetter }.contains { words.contains(String($0)) } || chineseWords.contains { text.contains($0) }
  }

  private static func finding(
    _ accounts: GroupAccounts, _ entity: EntityID, _ message: Text, _ period: Period?, _ place: Place?, item: ItemID? = nil
  ) -> Finding {
    Finding(
      .warning, id, message, entity: entity, item: item, period: period, place: place,
      details: ["they may give control or take it, and a put is a liability at the present value of what is paid for the shares"],
      citation: Citation("IFRS 10.B47-B50, IAS 32.23"),
      remedy: "say how they were taken into account, for control and as a liability")
  }
}
