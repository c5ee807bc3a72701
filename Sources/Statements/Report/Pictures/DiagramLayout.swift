/// Where the boxes and lines of a diagram of holdings stand: holders above what they hold, each line with a way of its own.
///
/// A line over several rows keeps a place in each row that it passes, so that it crosses no box. All in whole units.
struct DiagramLayout {
  /// A box with its place.
  struct Box {
    let node: Structure.Node
    let x: Int
    let y: Int
    let width: Int
    let height: Int
  }

  /// A line with its corners from the holder down, and where its words stand.
  struct Way {
    let link: Structure.Link
    let points: [(x: Int, y: Int)]
    let label: (x: Int, y: Int)
  }

  private(set) var boxes: [Box] = []
  private(set) var ways: [Way] = []
  private(set) var width = 0
  private(set) var height = 0

  /// What stands in a row: a box, or a line on its way to a lower one.
  private enum Item: Hashable {
    case box(Structure.Node)
    case passing(Structure.Link, Int)
  }

  /// A piece of a line between two rows that follow each other.
  private struct Piece {
    let link: Structure.Link
    let upper: Item
    let lower: Item
    var from = 0
    var to = 0
    var lane = 0
  }

  private let structure: Structure
  private let labelWidth: (Structure.Link) -> Int
  private var rows: [[Item]] = []
  private var pieces: [[Piece]] = []
  private var centres: [Item: Int] = [:]
  private var widths: [Item: Int] = [:]

  /// The least width of a box.
  static let boxWidth = 184
  private static let gap = 28
  private static let labelRoom = 24
  private static let lane = 12
  private static let arrowRoom = 20

  /// - Parameters:
  ///   - margin: free room at each side.
  ///   - top: where the first row begins.
  ///   - heightOf: of a box.
  ///   - labelWidth: of the words at a line.
  init(
    _ structure: Structure, margin: Int, top: Int, heightOf: (Structure.Node) -> Int, labelWidth: @escaping (Structure.Link) -> Int
  ) {
    self.structure = structure
    self.labelWidth = labelWidth
    setItems()
    order()
    place(margin)
    connect()
    stack(top, heightOf)
  }

  // MARK: Order in the rows

  private mutating func setItems() {
    let count = (structure.rows.values.max() ?? 0) + 1
    rows = Array(repeating: [], count: count)
    pieces = Array(repeating: [], count: max(count - 1, 0))
    for node in structure.nodes { rows[structure.rows[node] ?? 0].append(.box(node)) }
    for link in structure.links {
      guard let first = structure.rows[link.holder], let last = structure.rows[link.held], first < last else { continue }
      var upper = Item.box(link.holder)
      for row in first..<last {
        let lower: Item = row + 1 == last ? .box(link.held) : .passing(link, row + 1)
        if row + 1 < last { rows[row + 1].append(lower) }
        pieces[row].append(Piece(link: link, upper: upper, lower: lower))
        upper = lower
      }
    }
  }

  /// Each item towards the middle of those it is tied to, downwards and upwards in turn; ties keep their order.
  private mutating func order() {
    for pass in 0..<4 {
      let isDown = pass % 2 == 0
      for row in isDown ? Array(rows.indices.dropFirst()) : Array(rows.indices.dropLast().reversed()) {
        let other = rows[isDown ? row - 1 : row + 1]
        let position = Dictionary(uniqueKeysWithValues: other.enumerated().map { ($1, $0 * 1000 + 500 * (40 - other.count)) })
        let tied = pieces[isDown ? row - 1 : row]
        var weights: [Item: Int] = [:]
        for (place, item) in rows[row].enumerated() {
          let ends = tied.filter { (isDown ? $0.lower : $0.upper) == item }.compactMap { position[isDown ? $0.upper : $0.lower] }
          weights[item] = ends.isEmpty ? place * 1000 + 500 * (40 - rows[row].count) : ends.reduce(0, +) / ends.count
        }
        rows[row] = rows[row].enumerated()
          .sorted { (weights[$0.element] ?? 0, $0.offset) < (weights[$1.element] ?? 0, $1.offset) }.map(\.element)
      }
    }
  }

  // MARK: From left to right

  private mutating func place(_ margin: Int) {
    for (row, items) in rows.enumerated() {
      for item in items {
        switch item {
        case .passing: widths[item] = 24
        case .box:
          let leaving = row < pieces.count ? pieces[row].filter { $0.upper == item } : []
          let widest = leaving.map { labelWidth($0.link) }.max() ?? 0
          // The words stand to the right of their line: within the line's part of the box, or of the margin.
          let forWords = max(leaving.count * (widest + 16), 2 * leaving.count * (widest + 10 - margin))
          widths[item] = max(DiagramLayout.boxWidth, forWords)
        }
      }
    }
    let rowWidths = rows.map { row in row.reduce(0) { $0 + (widths[$1] ?? 0) } + max(row.count - 1, 0) * DiagramLayout.gap }
    let widest = rowWidths.max() ?? 0
    width = widest + 2 * margin
    for (row, items) in rows.enumerated() {
      var x = margin + (widest - rowWidths[row]) / 2
      for item in items {
        let itemWidth = widths[item] ?? 0
        centres[item] = x + itemWidth / 2
        x += itemWidth + DiagramLayout.gap
      }
    }
  }

  /// Gives each piece of a line a place at the box above, one at the box below, and a height of its own between them.
  private mutating func connect() {
    let centres = centres
    for gap in pieces.indices {
      spread(gap, \.upper, \.from) { centres[$0.lower] ?? 0 }
      spread(gap, \.lower, \.to) { centres[$0.upper] ?? 0 }
      // A line that passes a row comes out where it went in.
      for index in pieces[gap].indices {
        guard gap > 0, case .passing = pieces[gap][index].upper else { continue }
        let upper = pieces[gap][index].upper
        if let arrival = pieces[gap - 1].first(where: { $0.lower == upper })?.to { pieces[gap][index].from = arrival }
      }
      for index in pieces[gap].indices {
        let piece = pieces[gap][index]
        // Nearly straight is straight, where nothing else arrives there.
        if abs(piece.from - piece.to) < 12, pieces[gap].count(where: { $0.lower == piece.lower }) == 1 {
          pieces[gap][index].to = piece.from
        }
        // Two lines never stand on one upright.
        var tries = 0
        while tries < 8, pieces[gap].indices.contains(where: { $0 != index && abs(pieces[gap][$0].from - pieces[gap][index].to) < 8 }),
          pieces[gap][index].from != pieces[gap][index].to
        {
          pieces[gap][index].to += 9
          tries += 1
        }
      }
      setLanes(gap)
    }
  }

  private mutating func spread(
    _ gap: Int, _ end: KeyPath<Piece, Item>, _ coordinate: WritableKeyPath<Piece, Int>, _ towards: (Piece) -> Int
  ) {
    let byItem = Dictionary(grouping: pieces[gap].indices) { pieces[gap][$0][keyPath: end] }
    for (item, indices) in byItem {
      let sorted = indices.sorted { (towards(pieces[gap][$0]), $0) < (towards(pieces[gap][$1]), $1) }
      let itemWidth = widths[item] ?? 0
      let left = (centres[item] ?? 0) - itemWidth / 2
      for (number, index) in sorted.enumerated() {
        pieces[gap][index][keyPath: coordinate] = left + itemWidth * (2 * number + 1) / (2 * sorted.count)
      }
    }
  }

  private mutating func setLanes(_ gap: Int) {
    // Of lines that go the same way the inner ones bend first, so that they do not cross.
    var taken: [[ClosedRange<Int>]] = []
    let all = pieces[gap]
    func rank(_ index: Int) -> (Int, Int, Int) {
      all[index].from < all[index].to ? (0, -all[index].from, index) : (1, all[index].from, index)
    }
    let bent = all.indices.filter { all[$0].from != all[$0].to }.sorted { rank($0) < rank($1) }
    for index in bent {
      let piece = pieces[gap][index]
      let range = (min(piece.from, piece.to) - 6)...(max(piece.from, piece.to) + 6)
      let lane = (taken.lastIndex { ranges in ranges.contains { $0.overlaps(range) } } ?? -1) + 1
      if lane == taken.count { taken.append([]) }
      taken[lane].append(range)
      pieces[gap][index].lane = lane
    }
  }

  // MARK: From top to bottom

  private mutating func stack(_ top: Int, _ heightOf: (Structure.Node) -> Int) {
    var y = top
    var bounds: [(top: Int, bottom: Int)] = []
    for (row, items) in rows.enumerated() {
      let heights = items.map { item in if case .box(let node) = item { heightOf(node) } else { 0 } }
      let rowHeight = heights.max() ?? 0
      for item in items {
        guard case .box(let node) = item else { continue }
        let itemWidth = widths[item] ?? 0
        boxes.append(Box(node: node, x: (centres[item] ?? 0) - itemWidth / 2, y: y, width: itemWidth, height: rowHeight))
      }
      bounds.append((y, y + rowHeight))
      y += rowHeight
      if row < pieces.count {
        let lanes = (pieces[row].map(\.lane).max() ?? 0) + 1
        y += DiagramLayout.labelRoom + lanes * DiagramLayout.lane + DiagramLayout.arrowRoom
      }
    }
    height = y
    for link in structure.links { if let way = way(of: link, bounds) { ways.append(way) } }
  }

  private func way(of link: Structure.Link, _ bounds: [(top: Int, bottom: Int)]) -> Way? {
    var points: [(x: Int, y: Int)] = []
    for gap in pieces.indices {
      guard let piece = pieces[gap].first(where: { $0.link == link }) else { continue }
      if points.isEmpty { points.append((piece.from, bounds[gap].bottom)) }
      if piece.from != piece.to {
        let y = bounds[gap].bottom + DiagramLayout.labelRoom + piece.lane * DiagramLayout.lane + DiagramLayout.lane / 2
        points += [(piece.from, y), (piece.to, y)]
      }
      points.append((piece.to, bounds[gap + 1].top))
    }
    guard let first = points.first else { return nil }
    return Way(link: link, points: points, label: (first.x + 6, first.y + 17))
  }
}
