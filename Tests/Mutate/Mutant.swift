/// A set with one error in it: the harmed files, what their figures would be if they were read as they stand, and the guilty cells.
struct Mutant {
  var set: StatementSet
  var facts: [ModelFact]
  /// The cells with the error, at their places in the harmed files; empty where the error is that something is not there.
  var guilty: Set<Cell> = []

  /// A set before it is harmed.
  init(_ set: StatementSet, _ facts: [ModelFact]) {
    self.set = set
    self.facts = facts
  }

  /// Writes other words into a figure's cell, which then stands for `value`.
  mutating func write(_ text: String, at cell: Cell, value: Double) {
    set[cell] = text
    for index in facts.indices where facts[index].cell == cell { facts[index].value = value }
    guilty.insert(cell)
  }

  /// Changes the number printed in a cell; the figure changes in proportion.
  @discardableResult
  mutating func change(_ cell: Cell, _ edit: (inout Double) -> Void) -> Bool {
    guard var printed = Printed(set[cell]), let fact = facts.first(where: { $0.cell == cell }), printed.value != 0 else { return false }
    let before = printed.value
    edit(&printed.value)
    write(printed.text, at: cell, value: fact.value / before * printed.value)
    return true
  }
}

/// The places where an error can be put into a set.
struct Sites {
  let set: StatementSet
  let facts: [ModelFact]
  private let byCell: [Cell: ModelFact]

  init(_ set: StatementSet, _ facts: [ModelFact]) {
    self.set = set
    self.facts = facts
    byCell = Dictionary(facts.map { ($0.cell, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Figures other than nil in plain digits.
  var cells: [Cell] { facts.filter { $0.value != 0 && Printed(set[$0.cell]) != nil }.map(\.cell) }

  func fact(_ cell: Cell) -> ModelFact? { byCell[cell] }

  /// The figures of a row, of a column, of a file.
  func row(of cell: Cell) -> [Cell] { cells.filter { $0.file == cell.file && $0.row == cell.row } }
  func column(of cell: Cell) -> [Cell] { cells.filter { $0.file == cell.file && $0.column == cell.column } }
  func file(of cell: Cell) -> [Cell] { cells.filter { $0.file == cell.file } }

  /// A column beside that of a cell in which the same rows have figures.
  func neighbour(of cell: Cell) -> Int? {
    file(of: cell).map(\.column).filter { $0 != cell.column }.min { abs($0 - cell.column) < abs($1 - cell.column) }
  }

  /// The cells above a column's figures that hold a year.
  func headings(of cell: Cell) -> [Cell] {
    let first = column(of: cell).map(\.row).min() ?? 0
    return (0..<first).map { Cell(file: cell.file, row: $0, column: cell.column) }.filter { above in
      (set.sheets[above.file].text(above.row, above.column) ?? "").contains("20")
    }
  }
}
