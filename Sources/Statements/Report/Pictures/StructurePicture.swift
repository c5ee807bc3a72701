/// The group around a change of ownership, immediately before it or after it, as announcements show it: a box for each entity, the holdings
/// as lines with their percentages, structured contracts dashed.
struct StructurePicture {
  private let report: GroupReport
  private let transaction: EquityTransaction
  private let side: Structure.Side
  private let structure: Structure
  private let number: Int
  private var entities: EntityTable { report.accounts.entities }

  private static let nameSize = 13
  private static let smallSize = 11
  private static let margin = 20
  private static let least = 480

  /// Nil where no register tells who holds the subsidiary.
  ///
  /// - Parameter number: of the event on its page.
  init?(_ report: GroupReport, _ transaction: EquityTransaction, number: Int, _ side: Structure.Side) {
    guard let structure = Structure(report, transaction, side) else { return nil }
    self.report = report
    self.transaction = transaction
    self.side = side
    self.structure = structure
    self.number = number
  }

  var picture: Picture {
    let title = report.plain.string(title)
    let words = words
    let provisional = DiagramLayout(structure, margin: StructurePicture.margin, top: 0, heightOf: height, labelWidth: labelWidth)
    let width = max(provisional.width, StructurePicture.least)
    let heading = WrappedWords(title, width: width - 2 * StructurePicture.margin, size: 15, bold: true, most: 3)
    let top = 28 + heading.lines.count * 20
    let margin = StructurePicture.margin + (width - provisional.width) / 2
    let layout = DiagramLayout(structure, margin: margin, top: top, heightOf: height, labelWidth: labelWidth)
    let notes = notes.flatMap { note in
      WrappedWords(report.plain.string(note), width: width - 2 * StructurePicture.margin, size: 12, most: 3).lines
    }
    let keyHeight = 20 * keys.count
    var drawing = Drawing(
      width: width, height: layout.height + 24 + keyHeight + notes.count * 18 + 8, title: title, description: report.plain.string(words))
    for (number, line) in heading.lines.enumerated() {
      drawing.text(
        line, x: StructurePicture.margin, y: 26 + number * 20, size: 15, bold: true, whole: heading.isShortened ? title : nil)
    }
    for way in layout.ways { draw(way, &drawing) }
    for box in layout.boxes { draw(box, &drawing) }
    var y = layout.height + 24
    for key in keys {
      draw(key, &drawing, y)
      y += 20
    }
    for (number, line) in notes.enumerated() {
      drawing.text(line, x: StructurePicture.margin, y: y + 10 + number * 18, size: 12, .faint)
    }
    return Picture(name: "event-\(number)-\(side.rawValue).svg", words: "\(self.title). \(words)", bytes: drawing.bytes)
  }

  // MARK: Words

  private var title: Text {
    let event = transaction.event
    switch (side, event.status) {
    case (.before, _): return "Structure immediately before \(quoted: event.name), \(event.date)"
    case (.after, .completed): return "Structure immediately after \(quoted: event.name), \(event.date)"
    case (.after, .signed): return "Structure on completion of \(quoted: event.name), signed \(event.date)"
    }
  }

  private func name(_ node: Structure.Node) -> Text {
    switch node {
    case .entity(let entity): report.shortName(entity)
    case .others(_, let count): "\(count) other holders"
    }
  }

  private func percent(_ ratio: Ratio) -> Text {
    // With more decimals where two would make a part look like the whole or like nothing.
    let shown = ratio.text(places: 4)
    let misleads = (shown == "1.0000" && ratio != .one) || (shown == "0.0000" && !ratio.isZero)
    return "\(percent: ratio, places: misleads ? 6 : 2)"
  }

  private func label(_ link: Structure.Link) -> Text {
    switch link.share {
    case .exactly(let ratio): percent(ratio)
    case .under(let ratio): "under \(percent(ratio))"
    case .over(let ratio): "over \(percent(ratio))"
    case .unknown: "?"
    }
  }

  private func labelWidth(_ link: Structure.Link) -> Int { GlyphWidth.of(report.plain.string(label(link)), size: 12) }

  /// The lines in words.
  private var words: Text {
    let said = (structure.links + structure.circles).map(sentence)
    let lines = said.isEmpty ? [] : [said.joined(.semicolon)]
    guard let first = lines.first else { return (notes.map { "\($0)." }).joined(.sentences) }
    return (["\(first)."] + notes.map { "\($0)." }).joined(.sentences)
  }

  private func sentence(_ link: Structure.Link) -> Text {
    let (holder, held) = (name(link.holder), name(link.held))
    if case .others(_, let count) = link.holder {
      guard case .exactly(let ratio) = link.share else {
        return "\(count) other holders together hold a part of \(held) that is not on file"
      }
      return "\(count) other holders together hold \(percent(ratio)) of \(held)"
    }
    if link.kind == .structuredContracts {
      switch link.share {
      case .exactly(let ratio): return "\(holder) controls \(held) by structured contracts over \(percent(ratio))"
      case .under, .over, .unknown: return "\(holder) controls \(held) by structured contracts, their part is not on file"
      }
    }
    switch link.share {
    case .exactly(let ratio): return "\(holder) holds \(percent(ratio)) of \(held)"
    case .under(let ratio): return "\(holder) holds under \(percent(ratio)) of \(held)"
    case .over(let ratio): return "\(holder) holds over \(percent(ratio)) of \(held)"
    case .unknown: return "\(holder) holds a part of \(held) that is not on file"
    }
  }

  private var notes: [Text] {
    var notes: [Text] = []
    if side == .after, transaction.registerAfter == nil, transaction.event.kind != .lapse {
      notes.append("?: how much is held after the event is not on file")
    }
    notes += structure.circles.map { "\(sentence($0)), in a circle that the drawing leaves out" }
    if structure.isFull { notes.append("there are more entities than are drawn here") }
    if let parent = entities.parent, !structure.nodes.contains(.entity(parent)) {
      notes.append("no register on file leads from \(report.shortName(parent)) to here")
    }
    return notes
  }

  // MARK: Boxes

  /// The words of a box: its name, and below it in small type the one in the other language and the owners' interest.
  private func lines(_ node: Structure.Node) -> (name: WrappedWords, small: [String], isShortened: Bool) {
    let width = DiagramLayout.boxWidth - 16
    let isSubject = node == .entity(transaction.event.entity)
    let plain = report.plain.string(name(node))
    var small: [WrappedWords] = []
    if case .entity(let entity) = node {
      let other = plain == entities[entity].name ? entities[entity].chineseName : entities[entity].name
      if let other, other != plain {
        small.append(WrappedWords(other, width: width, size: StructurePicture.smallSize, most: 2))
      }
    }
    if isSubject { small.append(WrappedWords(report.plain.string(interest), width: width, size: StructurePicture.smallSize, most: 2)) }
    let name = WrappedWords(plain, width: width, size: StructurePicture.nameSize, bold: isSubject, most: 3)
    return (name, small.flatMap(\.lines), name.isShortened || small.contains(where: \.isShortened))
  }

  /// What of the subsidiary is the owners', as far as it is known.
  private var interest: Text {
    switch (side, transaction.interestBefore, transaction.interestAfter) {
    case (.before, let before?, _): "the owners' interest: \(percent(before))"
    case (.after, _, let after?): "the owners' interest: \(percent(after))"
    case (.before, nil, _), (.after, _, nil): "the owners' interest: ?"
    }
  }

  private func height(_ node: Structure.Node) -> Int {
    let (name, small, _) = lines(node)
    return 18 + name.lines.count * 17 + small.count * 15
  }

  private func isOfGroup(_ node: Structure.Node) -> Bool {
    guard case .entity(let entity) = node else { return false }
    if entity == transaction.event.entity, side == .after, transaction.controlIsKept == false { return false }
    return report.accounts.isInGroup(entity)
  }

  private func draw(_ box: DiagramLayout.Box, _ drawing: inout Drawing) {
    let isGroup = isOfGroup(box.node)
    drawing.box(
      x: box.x, y: box.y, width: box.width, height: box.height, isGroup ? .group : .outside, border: isGroup ? .total : .edge,
      rounded: isGroup ? 3 : 12)
    let (name, small, isShortened) = lines(box.node)
    let middle = box.x + box.width / 2
    var whole = report.plain.string(self.name(box.node))
    if case .entity(let entity) = box.node, let chinese = entities[entity].chineseName { whole += " " + chinese }
    let isSubject = box.node == .entity(transaction.event.entity)
    var y = box.y + (box.height - name.lines.count * 17 - small.count * 15) / 2 + 13
    for line in name.lines {
      drawing.text(
        line, x: middle, y: y, size: StructurePicture.nameSize, anchor: .middle, bold: isSubject, whole: isShortened ? whole : nil)
      y += 17
    }
    for line in small {
      drawing.text(line, x: middle, y: y - 1, size: StructurePicture.smallSize, .faint, anchor: .middle, whole: isShortened ? whole : nil)
      y += 15
    }
  }

  private func draw(_ way: DiagramLayout.Way, _ drawing: inout Drawing) {
    let isContract = way.link.kind == .structuredContracts
    drawing.line(way.points, .edge, weight: 1, dashed: isContract, arrow: true)
    drawing.text(report.plain.string(label(way.link)), x: way.label.x, y: way.label.y, size: 12)
  }

  // MARK: Key

  private enum Key {
    case group, outside, contracts
  }

  private var keys: [Key] {
    let hasContracts = structure.links.contains { $0.kind == .structuredContracts }
    return [.group] + (structure.nodes.contains { !isOfGroup($0) } ? [.outside] : []) + (hasContracts ? [.contracts] : [])
  }

  private func draw(_ key: Key, _ drawing: inout Drawing, _ y: Int) {
    let x = StructurePicture.margin
    let words: Text
    switch key {
    case .group:
      drawing.box(x: x, y: y, width: 28, height: 12, .group, border: .total, rounded: 3)
      words = "of the group"
    case .outside:
      drawing.box(x: x, y: y, width: 28, height: 12, .outside, border: .edge, rounded: 6)
      words = "outside the group"
    case .contracts:
      drawing.line([(x, y + 6), (x + 28, y + 6)], .edge, dashed: true)
      words = "controlled by structured contracts, with the part of the benefits"
    }
    drawing.text(report.plain.string(words), x: x + 36, y: y + 10, size: 12, .faint)
  }
}
