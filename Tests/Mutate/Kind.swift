import Foundation

/// One way in which people and programs spoil a statement.
struct Kind: Sendable {
  let name: String
  /// Whether exactly one cell is spoilt, so that a judge can ask whether the data alone tell which.
  var isOfOneCell = false
  /// Spoils a set somewhere; nil where it has no such place.
  let harm: @Sendable (Sites, inout SeededGenerator) -> Mutant?

  static let all: [Kind] = ofOneCell + ofSeveral + ofWords

  // MARK: One cell

  private static let ofOneCell: [Kind] = [
    Kind(name: "sign flipped", isOfOneCell: true) { sites, numbers in
      cell(sites, &numbers) { $0 = -$0 }
    },
    Kind(name: "a digit changed", isOfOneCell: true) { sites, numbers in
      digits(sites, &numbers) { digits, numbers in
        let position = numbers.number(0...(digits.count - 1))
        var other = Character(String(numbers.number(position == 0 ? 1...9 : 0...9)))
        if other == digits[position] { other = other == "9" ? "8" : Character(String((other.wholeNumberValue ?? 0) + 1)) }
        digits[position] = other
        return true
      }
    },
    Kind(name: "two digits swapped", isOfOneCell: true) { sites, numbers in
      digits(sites, &numbers) { digits, numbers in
        let places = digits.indices.dropLast().filter { digits[$0] != digits[$0 + 1] && !($0 == 0 && digits[1] == "0") }
        guard let position = places.randomElement(using: &numbers) else { return false }
        digits.swapAt(position, position + 1)
        return true
      }
    },
    Kind(name: "a sub-total overwritten", isOfOneCell: true) { sites, numbers in
      let totals: Set<String> = [
        "total-assets", "net-assets", "total-liabilities", "profit-after-tax", "profit-before-tax", "gross-profit", "current-assets",
        "non-current-assets", "current-liabilities", "equity-attributable-to-owners",
      ]
      let places = sites.cells.filter { totals.contains(sites.fact($0)?.item ?? "") }
      guard let place = places.randomElement(using: &numbers) else { return nil }
      var mutant = Mutant(sites.set, sites.facts)
      let factor = Double(numbers.number(103...140)) / 100
      return mutant.change(place, { $0 *= factor }) ? mutant : nil
    },
    Kind(name: "a decimal mark lost", isOfOneCell: true) { sites, numbers in
      let places = sites.cells.filter { sites.set[$0].contains(".") }
      guard let place = places.randomElement(using: &numbers), let fact = sites.fact(place), let printed = Printed(sites.set[place])
      else { return nil }
      var mutant = Mutant(sites.set, sites.facts)
      let text = sites.set[place].filter { $0 != "." && $0 != "," }
      mutant.write(text, at: place, value: fact.value * pow(10, Double(printed.places)))
      return mutant
    },
    Kind(name: "decimal and thousands marks exchanged", isOfOneCell: true) { sites, numbers in
      let places = sites.cells.filter { sites.set[$0].contains(".") && sites.set[$0].contains(",") }
      guard let place = places.randomElement(using: &numbers), let fact = sites.fact(place) else { return nil }
      var mutant = Mutant(sites.set, sites.facts)
      let text = String(sites.set[place].map { $0 == "." ? "," : $0 == "," ? "." : $0 })
      mutant.write(text, at: place, value: fact.value / 1000)
      return mutant
    },
    Kind(name: "a figure left out", isOfOneCell: true) { sites, numbers in
      guard let place = sites.cells.randomElement(using: &numbers) else { return nil }
      var mutant = Mutant(sites.set, sites.facts.filter { $0.cell != place })
      mutant.set[place] = ""
      mutant.guilty = [place]
      return mutant
    },
  ]

  private static func cell(_ sites: Sites, _ numbers: inout SeededGenerator, _ edit: (inout Double) -> Void) -> Mutant? {
    guard let place = sites.cells.randomElement(using: &numbers) else { return nil }
    var mutant = Mutant(sites.set, sites.facts)
    return mutant.change(place, edit) ? mutant : nil
  }

  /// Edits the digits of a figure, marks left where they are.
  private static func digits(
    _ sites: Sites, _ numbers: inout SeededGenerator, _ edit: (inout [Character], inout SeededGenerator) -> Bool
  ) -> Mutant? {
    let places = sites.cells.filter { sites.set[$0].count(where: \.isNumber) > 1 }
    guard let place = places.randomElement(using: &numbers), let fact = sites.fact(place), let before = Printed(sites.set[place])
    else { return nil }
    var digits = sites.set[place].filter(\.isNumber).map { $0 }
    guard edit(&digits, &numbers) else { return nil }
    var rest = digits[...]
    let text = String(sites.set[place].map { $0.isNumber ? rest.removeFirst() : $0 })
    guard let after = Printed(text) else { return nil }
    var mutant = Mutant(sites.set, sites.facts)
    mutant.write(text, at: place, value: fact.value / before.value * after.value)
    return mutant
  }

  // MARK: Several cells

  private static let ofSeveral: [Kind] = [
    Kind(name: "×1,000 on a row") { sites, numbers in times(1000, sites, &numbers) { $0.row(of: $1) } },
    Kind(name: "×1,000 on a column") { sites, numbers in times(1000, sites, &numbers) { $0.column(of: $1) } },
    Kind(name: "×1,000 on a file") { sites, numbers in times(1000, sites, &numbers) { $0.file(of: $1) } },
    Kind(name: "brackets lost in a column") { sites, numbers in
      let places = sites.cells.filter { Printed(sites.set[$0])?.hasBrackets == true }
      guard let place = places.randomElement(using: &numbers) else { return nil }
      var mutant = Mutant(sites.set, sites.facts)
      for cell in sites.column(of: place) where Printed(sites.set[cell])?.hasBrackets == true {
        guard let fact = sites.fact(cell) else { continue }
        mutant.write(sites.set[cell].filter { $0 != "(" && $0 != ")" }, at: cell, value: -fact.value)
      }
      return mutant
    },
    Kind(name: "two columns exchanged") { sites, numbers in
      columns(sites, &numbers) { mutant, cell, other in
        let (text, beside) = (sites.set[cell], sites.set[other])
        let (value, otherValue) = (sites.fact(cell)?.value ?? 0, sites.fact(other)?.value ?? 0)
        mutant.write(beside, at: cell, value: otherValue)
        mutant.write(text, at: other, value: value)
      }
    },
    Kind(name: "a stale comparative: a column left as the one beside it") { sites, numbers in
      columns(sites, &numbers) { mutant, cell, other in
        mutant.write(sites.set[other], at: cell, value: sites.fact(other)?.value ?? 0)
      }
    },
    Kind(name: "two figures of a column exchanged") { sites, numbers in
      guard let place = sites.cells.randomElement(using: &numbers),
        let other = sites.column(of: place).filter({ abs($0.row - place.row) == 1 }).randomElement(using: &numbers),
        let first = sites.fact(place), let second = sites.fact(other), first.value != second.value
      else { return nil }
      var mutant = Mutant(sites.set, sites.facts)
      mutant.write(sites.set[other], at: place, value: second.value)
      mutant.write(sites.set[place], at: other, value: first.value)
      return mutant
    },
    Kind(name: "a row dropped") { sites, numbers in
      guard let place = sites.cells.randomElement(using: &numbers) else { return nil }
      var mutant = Mutant(sites.set, moved(sites.facts.filter { !($0.cell.file == place.file && $0.cell.row == place.row) }, place, by: -1))
      mutant.set.sheets[place.file].rows.remove(at: place.row)
      return mutant
    },
    Kind(name: "a row doubled") { sites, numbers in
      guard let place = sites.cells.randomElement(using: &numbers) else { return nil }
      let twin = sites.facts.filter { $0.cell.file == place.file && $0.cell.row == place.row }
      var mutant = Mutant(sites.set, moved(sites.facts, place, by: 1))
      let rows = sites.set.sheets[place.file].rows
      mutant.set.sheets[place.file].rows.insert(rows[place.row], at: place.row + 1)
      for var fact in twin {
        mutant.guilty.insert(fact.cell)
        fact.cell.row += 1
        mutant.facts.append(fact)
        mutant.guilty.insert(fact.cell)
      }
      return mutant
    },
  ]

  private static func times(
    _ factor: Double, _ sites: Sites, _ numbers: inout SeededGenerator, _ cells: (Sites, Cell) -> [Cell]
  ) -> Mutant? {
    guard let place = sites.cells.randomElement(using: &numbers) else { return nil }
    var mutant = Mutant(sites.set, sites.facts)
    for cell in cells(sites, place) { mutant.change(cell) { $0 *= factor } }
    return mutant
  }

  /// Edits the cells of a column, each beside that of the neighbouring column.
  private static func columns(
    _ sites: Sites, _ numbers: inout SeededGenerator, _ edit: (inout Mutant, Cell, Cell) -> Void
  ) -> Mutant? {
    guard let place = sites.cells.randomElement(using: &numbers), let beside = sites.neighbour(of: place) else { return nil }
    var mutant = Mutant(sites.set, sites.facts)
    for cell in sites.column(of: place) {
      var other = cell
      other.column = beside
      guard let first = sites.fact(cell), let second = sites.fact(other), first.value != second.value else { continue }
      edit(&mutant, cell, other)
    }
    return mutant.guilty.isEmpty ? nil : mutant
  }

  /// Figures below a row of a file, some rows up or down.
  private static func moved(_ facts: [ModelFact], _ place: Cell, by rows: Int) -> [ModelFact] {
    facts.map { fact in
      var fact = fact
      if fact.cell.file == place.file, fact.cell.row > place.row { fact.cell.row += rows }
      return fact
    }
  }

  // MARK: Words

  private static let ofWords: [Kind] = [
    Kind(name: "a period mislabelled") { sites, numbers in
      guard let place = sites.cells.randomElement(using: &numbers) else { return nil }
      guard let heading = sites.headings(of: place).last, let year = sites.fact(place)?.end.prefix(4), let number = Int(year),
        sites.set[heading].contains(year)
      else { return nil }
      let other = String(number + (numbers.number(0...1) == 0 ? -1 : 1))
      var mutant = Mutant(sites.set, sites.facts)
      mutant.set[heading] = sites.set[heading].replacingOccurrences(of: year, with: other)
      mutant.guilty = [heading]
      for index in mutant.facts.indices
      where mutant.facts[index].cell.file == place.file && mutant.facts[index].cell.column == place.column {
        mutant.facts[index].end = mutant.facts[index].end.replacingOccurrences(of: year, with: other)
        mutant.facts[index].start = mutant.facts[index].start.replacingOccurrences(of: year, with: other)
        mutant.guilty.insert(mutant.facts[index].cell)
      }
      return mutant
    },
    Kind(name: "a wrong entity") { sites, numbers in
      let names = Array(Set(sites.facts.map(\.entity))).sorted()
      guard let place = sites.cells.randomElement(using: &numbers), let own = sites.fact(place)?.entity else { return nil }
      let other = names.first { $0 != own } ?? "Dock Services"
      return words(sites, place, replacing: { $0 == own ? other : nil }) { $0.entity = other }
    },
    Kind(name: "a currency changed") { sites, numbers in
      guard let place = sites.cells.randomElement(using: &numbers) else { return nil }
      return words(
        sites, place,
        replacing: { text in
          for (from, to) in [("RMB", "US$"), ("人民币", "美元"), ("人民幣", "美元"), ("CNY", "USD")] where text.contains(from) {
            return text.replacingOccurrences(of: from, with: to)
          }
          return nil
        }
      ) { $0.currency = "USD" }
    },
    Kind(name: "a unit changed") { sites, numbers in
      guard let place = sites.cells.randomElement(using: &numbers) else { return nil }
      return words(
        sites, place,
        replacing: { text in
          for (from, to) in [("RMB'000", "RMB million"), ("千元", "百万元")] where text.contains(from) {
            return text.replacingOccurrences(of: from, with: to)
          }
          return nil
        }
      ) { $0.value *= 1000 }
    },
  ]

  /// Changes words of a file outside its figures, and with them what all of its figures are.
  private static func words(
    _ sites: Sites, _ place: Cell, replacing: (String) -> String?, _ edit: (inout ModelFact) -> Void
  ) -> Mutant? {
    var mutant = Mutant(sites.set, sites.facts)
    let rows = sites.set.sheets[place.file].rows
    for row in rows.indices {
      for column in rows[row].indices {
        let cell = Cell(file: place.file, row: row, column: column)
        guard sites.fact(cell) == nil, let text = replacing(rows[row][column]) else { continue }
        mutant.set[cell] = text
        mutant.guilty.insert(cell)
      }
    }
    guard !mutant.guilty.isEmpty else { return nil }
    for index in mutant.facts.indices where mutant.facts[index].cell.file == place.file {
      edit(&mutant.facts[index])
      mutant.guilty.insert(mutant.facts[index].cell)
    }
    return mutant
  }
}
