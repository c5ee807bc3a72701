/// Whether a table of changes in equity adds up as it is printed, down and across.
enum Casting {
  /// What the roundings to the cent of a few parts may come to: five hundredths of a unit of currency.
  static let roundings = Amount(coefficient: 5, exponent: -2) ?? .zero

  /// Whether figures rounded to `decimals` places of a unit of currency add up in every column and in every row whose parts are known.
  static func holds(_ changes: ChangesInEquity, decimals: Int) -> Bool {
    func rounded(_ amount: Amount?) -> Amount { (amount ?? .zero).rounded(to: decimals) }
    let rest = changes.unexplained
    let lines = changes.lines.filter { !$0.isItem }
    func foots(_ opening: Amount, _ part: (ChangesInEquity.Line) -> Amount?, _ rest: Amount, _ closing: Amount) -> Bool {
      lines.reduce(rounded(opening) + rounded(rest)) { $0 + rounded(part($1)) } == rounded(closing)
    }
    func casts(_ owners: Amount, _ nci: Amount, _ total: Amount) -> Bool { rounded(owners) + rounded(nci) == rounded(total) }
    let columns =
      foots(changes.opening.owners, \.owners, rest.owners, changes.closing.owners)
      && foots(changes.opening.nci, \.nci, rest.nci, changes.closing.nci)
      && foots(changes.opening.total, \.total, rest.total, changes.closing.total)
    let ends = [changes.opening, changes.closing].allSatisfy { casts($0.owners, $0.nci, $0.total) }
    let rows = lines.allSatisfy { line in
      guard let owners = line.owners, let nci = line.nci, let total = line.total else { return true }
      return casts(owners, nci, total)
    }
    return columns && ends && rows && !hides(rest, decimals)
  }

  /// Whether something that is not explained would be rounded away.
  private static func hides(_ rest: (owners: Amount, nci: Amount, total: Amount), _ decimals: Int) -> Bool {
    [rest.owners, rest.nci, rest.total].contains { $0.sign != 0 && $0.rounded(to: decimals).sign == 0 }
  }
}
