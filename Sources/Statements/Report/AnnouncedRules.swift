/// The paragraphs of a draft announcement on the Listing Rules: the class by the ratios that are known, and what is asked of whom.
struct AnnouncedRules {
  private let report: GroupReport
  private let transaction: EquityTransaction
  private let section: SizeTestSection
  private var result: SizeTestResult { section.result }

  init(_ report: GroupReport, _ transaction: EquityTransaction, _ section: SizeTestSection) {
    self.report = report
    self.transaction = transaction
    self.section = section
  }

  var sentences: [Text] {
    guard section.isMainBoard else {
      return [blank("the rules of the regime \(quoted: section.regimeSetting), which are not held here")]
    }
    if let part = result.partTaken, part.upperBound.isZero {
      return ["The issuer's interest does not change, so nothing is disposed of or acquired (14.29; for connected persons 14A.92)."]
    }
    let workings: Text = "The ratios, their sources and their workings: [changes of ownership](equity-transactions.md)."
    var sentences = [kind, ratios]
    sentences += classes
    sentences += missing
    sentences += connected
    sentences.append(workings)
    return sentences
  }

  private func blank(_ missing: Text) -> Text { AnnouncementPage.blank(missing) }
  private func name(_ entity: EntityID) -> Text { .name(report.accounts.entities[entity]) }

  private var kind: Text {
    let subsidiary = name(transaction.event.entity)
    if result.isDeemed { return "The issue of shares by \(subsidiary) is a deemed disposal by the issuer (14.29)." }
    return result.isDisposal
      ? "The deal is a disposal by the issuer of a part of \(subsidiary)."
      : "The deal is an acquisition by the issuer of a further part of \(subsidiary)."
  }

  private var ratios: Text {
    let known: [Text] = result.ratios.compactMap { ratio in
      ratio.value.map { "\(ratio.test.caption) \(section.percentages($0))" }
    }
    return known.isEmpty
      ? blank("the percentage ratios: none can be determined from the files") : "Percentage ratios: \(known.joined(.semicolon))."
  }

  private var classes: [Text] {
    guard let notifiable = result.notifiable() else { return [] }
    let class14 = range(notifiable) { $0.name }
    let known: Text = result.lacksARatio ? "By the ratios that are known, under chapter 14: \(class14)." : "Under chapter 14: \(class14)."
    return [
      known,
      "Announcement: \(range(notifiable) { $0.announcement }). Circular: \(range(notifiable) { $0.circular }). Shareholders' approval: \(range(notifiable) { $0.approval }).",
    ]
  }

  private var missing: [Text] {
    result.ratios.filter { $0.value == nil && !$0.missing.isEmpty }.map { ratio in
      blank("\(ratio.test.caption): \(ratio.missing.joined(.semicolon))")
    }
  }

  /// What follows if the counterparty is connected: nobody's files say whether it is.
  private var connected: [Text] {
    let others = transaction.counterparties(report.accounts)
    let who: Text = others.isEmpty ? "the counterparty" : others.map(name).joined(.semicolon)
    var sentences = [blank("whether \(who) is a connected person of the issuer, and how")]
    let regime = result.connectedRegime
    if let wide = result.connected(atSubsidiaryLevel: false) {
      sentences.append(
        "If so, under chapter 14A: \(range(wide) { $0.name(regime, atSubsidiaryLevel: false) }). Announcement: \(range(wide) { $0.announcement(regime) }). Circular: \(range(wide) { $0.circular(regime) }). Approval: \(range(wide) { $0.approval(regime) })."
      )
    }
    if let narrow = result.connected(atSubsidiaryLevel: true) {
      sentences.append("If only through the subsidiary: \(range(narrow) { $0.name(regime, atSubsidiaryLevel: true) }).")
    }
    return sentences
  }

  private func range<Class>(_ range: ClosedRange<Class>, _ text: (Class) -> Text) -> Text {
    let (low, high) = (text(range.lowerBound), text(range.upperBound))
    return low == high ? low : "between: \(low); \(high)"
  }
}
