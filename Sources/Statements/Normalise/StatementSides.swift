/// Series of a statement whose figures carry `Dr` or `Cr` as a ledger's balances do, and take the signs of their items from their side.
///
/// `CR` alone also stands for a minus in some statements. It is a ledger's where `Dr` stands in the series too, or where the liabilities,
/// the capital and the revenue carry it.
struct StatementSides {
  /// What the marks of one series mean.
  private enum Kind {
    /// None has a mark, or `CR` is a minus.
    case signs
    /// `Dr` and `Cr`: a figure without either says nothing.
    case ledger
    /// Only `Cr`: a figure without it is a debit.
    case creditsOnly
    /// Only `Dr`: figures without it stand in the sense of their items.
    case debitsOnly
  }

  private let kinds: [Kind]

  /// `lines` are the printed figures of each line with its item.
  init(_ lines: [(figures: [FigureReader.Printed?], item: LineItem)], seriesCount: Int) {
    kinds = (0..<seriesCount).map { series in
      var (debits, credits, sureCredits) = (0, 0, 0)
      for line in lines {
        guard let figure = line.figures[series], figure.amount.sign != 0, !figure.isPercent, let isDebit = figure.isDebit else { continue }
        if isDebit { debits += 1 } else { credits += 1 }
        if !isDebit, LedgerSide.isSurelyCredit(line.item) { sureCredits += 1 }
      }
      if debits > 0, credits > 0 { return .ledger }
      if sureCredits > 0 { return .creditsOnly }
      return debits > 0 ? .debitsOnly : .signs
    }
  }

  /// Whether any series is a ledger's.
  var isAny: Bool { kinds.contains { $0 != .signs } }

  /// Whether a figure takes its sign from its side.
  func isLedger(_ figure: FigureReader.Printed, _ series: Int) -> Bool {
    switch kinds[series] {
    case .signs: false
    case .ledger, .creditsOnly: !figure.isPercent
    case .debitsOnly: figure.isDebit == true && !figure.isPercent
    }
  }

  /// The figure in the sense of its item; nil where nothing says on which side it is.
  func value(_ figure: FigureReader.Printed, _ series: Int, _ item: LineItem) -> Amount? {
    if figure.isDebit == nil, figure.amount.sign != 0 {
      if kinds[series] == .ledger { return nil }
      // A liability without the mark that other liabilities have.
      if LedgerSide.isSurelyCredit(item) { return nil }
    }
    // Net assets marked as a debit are assets over liabilities to one writer and a deficit of equity to another: it is asked.
    if item.id == "net-assets", figure.isDebit == true, figure.amount.sign != 0 { return nil }
    // A credit is read as negative; a debit's figure is as it stands.
    return LedgerSide(item)?.value(ofNetDebit: figure.amount) ?? figure.amount
  }

  /// The refusal of a figure that says no side where others do.
  static func refusal(_ text: String, at place: Place) -> Rejection {
    Rejection(
      "unreadable", "\(quoted: text) does not say for certain on which side it is, as other figures of the column do with Dr or Cr",
      place: place,
      found: text, expected: "an amount with Dr or Cr",
      remedy: "write Dr or Cr behind each figure of the column, or behind none; net assets of either sign without them")
  }
}
