/// A row of columns over an axis: one for each date or period, up from nil or down from it, or from one height to another as in a bridge.
///
/// Where there are more than can be told apart as columns they are points of a line, placed by their days.
struct ColumnPanel {
  /// One column.
  struct Column {
    /// Where it begins: nil, or the height that the one before reached.
    var from = Amount.zero
    /// Where it ends.
    let to: Amount
    /// What stands below it.
    let label: String
    /// What stands at its end.
    let figure: String
    /// How it is painted.
    let paint: Drawing.Paint
    /// Whether nothing on file stands behind it.
    var isOpen = false
    /// Days from the first of them, by which points of a line are placed.
    var day = 0
  }

  /// What the panel shows, and in what unit.
  let heading: String
  /// From left to right.
  let columns: [Column]
  /// Its axis.
  let scale: AmountScale
  /// The figures beside the axis, from below.
  let tickFigures: [String]
  /// Whether each column goes on where the one before ended.
  var isBridge = false

  /// The width of every picture with an axis.
  static let width = 720
  private static let margin = 16
  private static let plotHeight = 150
  private static let figureSize = 12
  private static let labelSize = 11
  private static let mostLines = 4
  /// More are drawn as a line.
  private static let mostColumns = 60

  private var isLine: Bool { columns.count > ColumnPanel.mostColumns && !isBridge }
  private var axis: Int {
    ColumnPanel.margin + (tickFigures.map { GlyphWidth.of($0, size: ColumnPanel.labelSize) }.max() ?? 0) + 8
  }
  private var plotWidth: Int { ColumnPanel.width - ColumnPanel.margin - axis }
  private var slot: Int { max(plotWidth / max(columns.count, 1), 1) }
  private var barWidth: Int { max(min(slot * 6 / 10, 72), 1) }
  private var hasNegative: Bool { scale.low.sign < 0 }

  /// How many of the columns have room for their label: every one, every second …
  private var labelStep: Int {
    let widest = columns.map(\.label).max {
      GlyphWidth.of($0, size: ColumnPanel.labelSize) < GlyphWidth.of($1, size: ColumnPanel.labelSize)
    }
    guard let widest else { return 1 }
    var step = 1
    while step < columns.count {
      let words = wrapped(widest, step)
      if !words.isShortened, !words.cutsWords { break }
      step += 1
    }
    return step
  }

  private func wrapped(_ label: String, _ step: Int) -> WrappedWords {
    WrappedWords(label, width: max(min(slot * step, plotWidth) - 6, 40), size: ColumnPanel.labelSize, most: ColumnPanel.mostLines)
  }

  /// The room that it takes.
  var height: Int {
    let step = labelStep
    let lines = columns.map { wrapped($0.label, step).lines.count }.max() ?? 0
    return 44 + ColumnPanel.plotHeight + (hasNegative ? 18 : 4) + lines * 14 + 14
  }

  /// Draws it with its upper edge at `top`.
  func draw(_ drawing: inout Drawing, top: Int) {
    drawing.text(heading, x: ColumnPanel.margin, y: top + 16, size: 13, bold: true)
    let plotTop = top + 44
    for (tick, figure) in zip(scale.ticks, tickFigures) {
      let y = plotTop + scale.offset(of: tick, height: ColumnPanel.plotHeight)
      drawing.line([(axis, y), (ColumnPanel.width - ColumnPanel.margin, y)], tick.sign == 0 ? .edge : .rule)
      drawing.text(figure, x: axis - 6, y: y + 4, size: ColumnPanel.labelSize, .faint, anchor: .end)
    }
    if isLine { line(&drawing, plotTop) } else { bars(&drawing, plotTop) }
    figures(&drawing, plotTop)
    labels(&drawing, plotTop + ColumnPanel.plotHeight + (hasNegative ? 18 : 4))
  }

  // MARK: Shapes

  private func centre(_ index: Int) -> Int {
    guard isLine, let last = columns.last?.day, last > 0 else { return axis + slot * index + slot / 2 }
    return axis + 8 + columns[index].day * (plotWidth - 16) / last
  }

  private func y(_ amount: Amount, _ plotTop: Int) -> Int { plotTop + scale.offset(of: amount, height: ColumnPanel.plotHeight) }

  private func bars(_ drawing: inout Drawing, _ plotTop: Int) {
    for (index, column) in columns.enumerated() {
      let (upper, lower) = (y(max(column.from, column.to), plotTop), y(min(column.from, column.to), plotTop))
      // What is too small to be seen is a hair on its line.
      drawing.box(
        x: centre(index) - barWidth / 2, y: upper, width: barWidth, height: max(lower - upper, 1), column.isOpen ? .ground : column.paint,
        border: column.isOpen ? column.paint : nil, dashed: column.isOpen)
      if isBridge, index + 1 < columns.count {
        let level = y(column.to, plotTop)
        drawing.line([(centre(index) + barWidth / 2, level), (centre(index + 1) - barWidth / 2, level)], .edge)
      }
    }
  }

  private func line(_ drawing: inout Drawing, _ plotTop: Int) {
    drawing.line(columns.indices.map { (centre($0), y(columns[$0].to, plotTop)) }, .total, weight: 2)
  }

  // MARK: Words

  /// Figures at the columns' ends, as far as they have room: first those that a reader looks for.
  private func figures(_ drawing: inout Drawing, _ plotTop: Int) {
    guard !columns.isEmpty else { return }
    let least = columns.indices.min { columns[$0].to < columns[$1].to } ?? 0
    let greatest = columns.indices.max { columns[$0].to < columns[$1].to } ?? 0
    let sought = [columns.count - 1, greatest, least, 0] + (isLine ? [] : Array(columns.indices))
    var taken: [ClosedRange<Int>] = []
    var done: Set<Int> = []
    for index in sought where done.insert(index).inserted {
      let column = columns[index]
      let width = GlyphWidth.of(column.figure, size: ColumnPanel.figureSize)
      let middle = min(max(centre(index), width / 2 + 2), ColumnPanel.width - width / 2 - 2)
      let room = (middle - width / 2 - 2)...(middle + width / 2 + 2)
      guard !taken.contains(where: { $0.overlaps(room) }) else { continue }
      taken.append(room)
      let isDown = isLine ? index == least && index != greatest : column.to < column.from
      let base = isDown ? y(column.to, plotTop) + 14 : y(isLine ? column.to : max(column.to, column.from), plotTop) - 5
      if isLine { drawing.dot(x: centre(index), y: y(column.to, plotTop), column.paint) }
      // A figure that reaches over its neighbours stands on a ground of its own.
      if width > slot * 14 / 10, !isLine {
        drawing.box(x: room.lowerBound, y: base - 12, width: width + 4, height: 16, .ground)
      }
      drawing.text(column.figure, x: middle, y: base, size: ColumnPanel.figureSize, anchor: .middle)
    }
  }

  private func labels(_ drawing: inout Drawing, _ top: Int) {
    let step = labelStep
    var edge = Int.max
    for index in columns.indices.reversed() where (columns.count - 1 - index) % step == 0 || isLine {
      let words = wrapped(columns[index].label, step)
      let width = words.lines.map { GlyphWidth.of($0, size: ColumnPanel.labelSize) }.max() ?? 0
      let middle = min(max(centre(index), width / 2 + 2), ColumnPanel.width - width / 2 - 2)
      guard middle + width / 2 + 4 <= edge else { continue }
      edge = middle - width / 2 - 4
      for (number, line) in words.lines.enumerated() {
        drawing.text(
          line, x: middle, y: top + 12 + number * 14, size: ColumnPanel.labelSize, .faint, anchor: .middle,
          whole: words.isShortened && number == words.lines.count - 1 ? columns[index].label : nil)
      }
    }
  }
}
