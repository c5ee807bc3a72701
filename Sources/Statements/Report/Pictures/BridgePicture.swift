/// The bridge from an entity's opening net assets to its closing ones, over its last stretch: the result, what owners put in or took out,
/// and what no file explains.
struct BridgePicture {
  private let report: GroupReport
  private let movement: NetAssetsMovement
  private let opening: Fact
  private let display: Display

  /// One step of the bridge.
  private struct Step {
    let label: Text
    let amount: Amount
    var isOpen = false
  }

  /// Nil where no stretch has an opening position.
  init?(_ report: GroupReport, _ entity: EntityID) {
    guard let movement = report.accounts.netAssetsMovements(of: entity).last, let opening = movement.opening else { return nil }
    self.report = report
    self.movement = movement
    self.opening = opening
    var display = report.accounts.display(of: entity)
    display.unit.currency = movement.closing.currency ?? display.unit.currency
    self.display = display
  }

  var picture: Picture {
    let entity = movement.entity
    let title: Text = "What moved net assets of \(report.shortName(entity)), \(movement.period)"
    let steps = steps
    let first: Text = "opening net assets \(Money(opening.value, display)) at \(opening.period.end)"
    let last: Text = "closing net assets \(Money(movement.closing.value, display)) at \(movement.closing.period.end)"
    let middle: [Text] = steps.map { "\($0.label) \(Money($0.amount, display))" }
    let said = [first] + middle + [last]
    let words: Text = "In \(Text.unit(display.unit)): \(said.joined(.semicolon))."
    let panel = panel(steps)
    let heading = WrappedWords(report.plain.string(title), width: ColumnPanel.width - 32, size: 15, bold: true, most: 2)
    let top = 16 + heading.lines.count * 20
    var drawing = Drawing(
      width: ColumnPanel.width, height: top + panel.height, title: report.plain.string(title), description: report.plain.string(words))
    for (number, line) in heading.lines.enumerated() {
      drawing.text(line, x: 16, y: 26 + number * 20, size: 15, bold: true, whole: heading.isShortened ? report.plain.string(title) : nil)
    }
    panel.draw(&drawing, top: top)
    return Picture(name: "\(report.slugs[entity])-bridge.svg", words: "\(title). \(words)", bytes: drawing.bytes)
  }

  /// From the result to what is left; of very many movements the smallest are drawn as one.
  private var steps: [Step] {
    let catalogue = report.accounts.catalogue
    let items = report.accounts.items
    let total = TextPrinter(.plain).string(movement.result.label).lowercased()
      .hasPrefix(catalogue[items.totalComprehensiveIncome].english.lowercased())
    let item = catalogue[total ? items.totalComprehensiveIncome : items.profitAfterTax]
    var steps = [Step(label: Caption.of(item, [movement.result.amount]), amount: movement.result.amount)]
    let causes = movement.ownerMovements
    let kept = Set(causes.indices.sorted { causes[$0].amount.magnitude > causes[$1].amount.magnitude }.prefix(BridgePicture.mostCauses))
    steps += causes.indices.filter(kept.contains).map { Step(label: causes[$0].label, amount: causes[$0].amount) }
    let others = causes.indices.filter { !kept.contains($0) }
    if !others.isEmpty {
      steps.append(
        Step(label: "\(others.count) further movements on file", amount: others.reduce(Amount.zero) { $0 + causes[$1].amount }))
    }
    if movement.unexplained.sign != 0 {
      let isRounding = movement.unexplainedInterval.contains(.zero)
      steps.append(
        Step(label: isRounding ? "rounding" : "unexplained: no file says", amount: movement.unexplained, isOpen: !isRounding))
    }
    return steps
  }

  private static let mostCauses = 6

  private func panel(_ steps: [Step]) -> ColumnPanel {
    var level = opening.value
    var reached = [opening.value, movement.closing.value]
    var columns = [column("\(opening.period.end)", to: opening.value, .total)]
    for step in steps {
      let next = level + step.amount
      columns.append(
        ColumnPanel.Column(
          from: level, to: next, label: report.plain.string(step.label), figure: report.figure(step.amount, display),
          paint: step.isOpen ? .open : step.amount.sign < 0 ? .loss : .gain, isOpen: step.isOpen))
      level = next
      reached.append(next)
    }
    columns.append(column("\(movement.closing.period.end)", to: movement.closing.value, .total))
    let scale = AmountScale(reached, display)
    let ticks = Display(unit: display.unit, places: scale.places)
    return ColumnPanel(
      heading: report.plain.string(.unit(display.unit)), columns: columns, scale: scale,
      tickFigures: scale.ticks.map { $0.sign == 0 ? "0" : report.figure($0, ticks) }, isBridge: true)
  }

  private func column(_ label: Text, to amount: Amount, _ paint: Drawing.Paint) -> ColumnPanel.Column {
    ColumnPanel.Column(to: amount, label: report.plain.string(label), figure: report.figure(amount, display), paint: paint)
  }
}
