/// The page of findings, for the person who signs: what needs attention first, then every finding by entity, period and weight, each with
/// how it came about, and those that somebody has accepted with the reason, the author and the day on which that ends. None is left out.
struct ChecksPage {
  private let report: GroupReport
  private let sections: [Section]
  /// Under which name the page's section of each entity's findings is linked.
  let anchors: [EntityID: String]

  /// The findings about one entity, or about the group as a whole.
  private struct Section {
    let entity: EntityID?
    let title: Text
    let anchor: String
    var findings: [(name: String, finding: Finding)]

    func count(_ severity: Severity) -> Text {
      let count = findings.count { $0.finding.severity == severity && $0.finding.counts }
      return count == 0 ? "" : "\(count)"
    }

    var accepted: Text {
      let count = findings.count { !$0.finding.counts }
      return count == 0 ? "" : "\(count)"
    }
  }

  init(_ report: GroupReport) {
    self.report = report
    let plain = report.printer.to(.plain)
    let isAnyAccepted = report.findings.contains { !$0.counts }
    var anchors = Anchors(([Self.title, Self.attentionTitle] + (isAnyAccepted ? [Self.acceptedTitle] : [])).map(plain.both))
    var sections: [Section] = []
    var byEntity: [EntityID: String] = [:]
    for entry in report.numbered {
      if let last = sections.indices.last, sections[last].entity == entry.finding.entity {
        sections[last].findings.append(entry)
      } else {
        let entity = entry.finding.entity
        let title: Text = entity.map(report.name) ?? "The group as a whole"
        let anchor = anchors.next(plain.both(title))
        if let entity { byEntity[entity] = anchor }
        sections.append(Section(entity: entity, title: title, anchor: anchor, findings: [entry]))
      }
    }
    self.sections = sections
    self.anchors = byEntity
  }

  private static let title: Text = "Checks"
  private static let attentionTitle: Text = "What needs attention first"
  private static let acceptedTitle: Text = "Accepted"

  var bytes: [UInt8] {
    var page = Markdown(report.printer)
    page.heading(1, Self.title)
    page.paragraph("**\(report.state())**")
    if report.findings.isEmpty {
      page.paragraph("Nothing was found: what can be checked ties.")
    } else {
      contents(&page)
      attention(&page)
      accepted(&page)
      for section in sections {
        page.heading(2, section.title)
        for entry in section.findings { finding(entry, &page) }
      }
      meanings(&page)
    }
    page.paragraph("As data: [findings.csv](data/findings.csv) · [Group](README.md)")
    return page.bytes
  }

  // MARK: Overview

  private func contents(_ page: inout Markdown) {
    page.table(
      ["Findings about", "Errors", "Warnings", "Information", "Accepted"], alignedRight: [false, true, true, true, true],
      rows: sections.map { section in
        [
          "[\(section.title)](#\(printed: section.anchor))", section.count(.error), section.count(.warning), section.count(.info),
          section.accepted,
        ]
      })
  }

  /// Errors before warnings, and the greater difference before the smaller; each with what to do.
  private func attention(_ page: inout Markdown) {
    let open = report.numbered.filter { $0.finding.severity != .info && $0.finding.counts }
    page.heading(2, Self.attentionTitle)
    guard !open.isEmpty else {
      page.paragraph("Nothing: what can be checked ties, or somebody has accepted it.")
      return
    }
    let ranked = open.enumerated().sorted { left, right in
      let (first, second) = (left.element.finding, right.element.finding)
      if first.severity != second.severity { return first.severity < second.severity }
      let (one, other) = (first.difference?.magnitude ?? .zero, second.difference?.magnitude ?? .zero)
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
    let most = 12
    page.table(
      ["", "Finding", "About", "Where", "To do"], alignedRight: [false, false, false, false, false],
      rows: ranked.prefix(most).map { name, finding in
        [
          .printed(name), "`\(printed: finding.check)` \(finding.message)", report.about(finding), finding.place.map(report.address) ?? "",
          finding.remedy ?? "",
        ]
      })
    if ranked.count > most { page.paragraph("\(ranked.count - most) more errors and warnings stand below.") }
  }

  private func accepted(_ page: inout Markdown) {
    let accepted = report.numbered.compactMap { entry in entry.finding.signOff.map { (entry: entry, signOff: $0) } }
    guard !accepted.isEmpty else { return }
    page.heading(2, Self.acceptedTitle)
    page.paragraph("Somebody has signed these off. They are shown and do not count.")
    page.table(
      ["", "Finding", "About", "Reason", "By", "Until", "Where it is accepted"],
      alignedRight: [false, false, false, false, false, false, false],
      rows: accepted.map { entry, signOff in
        [
          .printed(entry.name), "`\(printed: entry.finding.check)` \(entry.finding.message)",
          report.about(entry.finding), Text.words(signOff.reason),
          signOff.by.isEmpty ? "nobody is named" : Text.words(signOff.by), signOff.until.map { Text.date($0) } ?? "no day is named",
          report.address(signOff.place),
        ]
      })
  }

  // MARK: One finding

  private func finding(_ entry: (name: String, finding: Finding), _ page: inout Markdown) {
    let finding = entry.finding
    let weight: Text = finding.counts ? finding.severity.word : "\(finding.severity.word), accepted"
    let parts: [Text] = [.printed(entry.name), .printed(finding.check)] + (finding.period.map { [.period($0)] } ?? []) + [weight]
    // A name and two dates: in two languages it would say the same twice over.
    page.heading(3, .printed(report.printer.string(parts.joined(.dot))))
    let plain = report.printer.to(.plain)
    page.verbatim(FindingText(finding, report.accounts, plain).lines + comparison(finding).map { "  = " + plain.string($0) })
  }

  /// What was expected and found where amounts are compared, in the unit of the entity's other figures, and where to read more.
  private func comparison(_ finding: Finding) -> [Text] {
    let more: Text = "in plain words: tieout explain \(printed: finding.check)"
    guard let difference = finding.difference else { return [more] }
    let display = finding.entity.map(report.accounts.display(of:)) ?? report.accounts.display
    let fine = Display(unit: display.unit, places: display.places + 2)
    let compared = [finding.expected, finding.actual].map { $0.flatMap(ChecksPage.amount) } + [difference, finding.tolerance]
    let printed = ChecksPage.shortened(compared.map { $0.map { Figures.amount(Money($0, fine)) } })
    let amounts = printed.map { $0.map { $0 == "-" ? "nothing" as Text : .printed($0) } }
    let words: [Text?] = [
      amounts[0].map { "expected \($0)" }, amounts[1].map { "found \($0)" }, amounts[2].map { "difference \($0)" },
      amounts[3].map { "rounding explains \($0)" },
    ]
    return ["\(words.compactMap { $0 }.joined(.clause)), in \(Text.unit(display.unit))", more]
  }

  /// An amount from its exact decimals, as findings carry it.
  private static func amount(_ decimals: String) -> Amount? {
    let parts = decimals.split(separator: ".", maxSplits: 1)
    guard let whole = parts.first, let coefficient = Int128(whole + (parts.count > 1 ? parts[1] : "")) else { return nil }
    return Amount(coefficient: coefficient, exponent: parts.count > 1 ? -parts[1].utf8.count : 0)
  }

  /// Amounts with the last decimals left out that are noughts in all of them.
  private static func shortened(_ amounts: [String?]) -> [String?] {
    func digits(_ amount: String) -> Substring { amount.hasSuffix(")") ? amount.dropLast() : amount[...] }
    let printed = amounts.compactMap { $0 }.filter { $0 != "-" }
    guard !printed.isEmpty, printed.allSatisfy({ $0.contains(".") && digits($0).hasSuffix("0") }) else { return amounts }
    return shortened(
      amounts.map { amount in
        guard let amount, amount != "-" else { return amount }
        let shorter = digits(amount).dropLast()
        return (shorter.hasSuffix(".") ? shorter.dropLast() : shorter) + (amount.hasSuffix(")") ? ")" : "")
      })
  }

  // MARK: Meanings

  /// What the checks that found something mean, a line each.
  private func meanings(_ page: inout Markdown) {
    var seen: Set<String> = []
    let explanations = report.numbered.map(\.finding.check).filter { seen.insert($0).inserted }.compactMap(Explanation.find)
    guard !explanations.isEmpty else { return }
    page.heading(2, "What must hold")
    page.table(
      ["Check", "In plain words"], alignedRight: [false, false],
      rows: explanations.sorted { $0.id < $1.id }.map { ["`\(printed: $0.id)`", "\(code: $0.claim)"] })
    page.paragraph("`tieout explain NAME` has the formula, the paragraph, an example and how to mend it.")
  }
}

/// The names under which a page's headings are linked, as readers of Markdown make them: small letters, digits, hyphens for blanks; a name
/// that comes again gets a number.
struct Anchors {
  private var counts: [String: Int] = [:]

  /// The anchors of a page whose first headings are given.
  init(_ headings: [String]) {
    for heading in headings { _ = next(heading) }
  }

  /// The anchor of the page's next heading, as it reads without Markdown.
  mutating func next(_ heading: String) -> String {
    var base = ""
    for character in heading.lowercased() {
      if character == " " {
        base += "-"
      } else if character.isLetter || character.isNumber || "-_".contains(character) {
        base.append(character)
      }
    }
    let count = counts[base, default: 0]
    counts[base] = count + 1
    return count == 0 ? base : "\(base)-\(count)"
  }
}
