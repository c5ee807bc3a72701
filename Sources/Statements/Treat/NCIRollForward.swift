/// The roll-forward of non-controlling interests: a row for each subsidiary and their sum, over one stretch of time.
///
/// Units: units of the presentation currency. Cites: IFRS 12.12, IAS 1.106.
struct NCIRollForward {
  /// The day on which it opens.
  let opening: CalendarDate
  /// The day on which it closes; a subsidiary that was lost before has closed at nil.
  let closing: CalendarDate
  /// A row for each subsidiary, in the order of the table of entities.
  let rows: [ChangesInEquity]
  /// Subsidiaries whose accounts are in another currency, so that they are not in the sum.
  let foreign: [EntityID]

  /// Every stretch, newest first.
  static func all(_ changes: [ChangesInEquity], currency: Currency?) -> [NCIRollForward] {
    struct Span: Hashable {
      let opening: CalendarDate
      let closing: CalendarDate
    }
    let lost = changes.filter(endsInLoss)
    let kept = changes.filter { !endsInLoss($0) }
    var spans = Set(kept.map { Span(opening: $0.opening.date, closing: $0.closing.date) })
    // A subsidiary that was lost stands beside those that opened with it; alone where none did.
    for loss in lost where !spans.contains(where: { $0.opening == loss.opening.date && $0.closing >= loss.closing.date }) {
      spans.insert(Span(opening: loss.opening.date, closing: loss.closing.date))
    }
    return spans.sorted { ($0.closing, $0.opening) > ($1.closing, $1.opening) }.map { span in
      let all =
        kept.filter { $0.opening.date == span.opening && $0.closing.date == span.closing }
        + lost.filter { $0.opening.date == span.opening && $0.closing.date <= span.closing }
      let own = all.filter { $0.currency == currency }.sorted { $0.entity < $1.entity }
      return NCIRollForward(
        opening: span.opening, closing: span.closing, rows: own, foreign: all.filter { $0.currency != currency }.map(\.entity).sorted())
    }
  }

  private static func endsInLoss(_ changes: ChangesInEquity) -> Bool { changes.lines.contains { $0.kind == .lossOfControl } }

  /// The sum of the rows: opening, each kind of line, what is not explained, closing.
  func sum(_ part: (ChangesInEquity) -> Amount) -> Amount { rows.reduce(.zero) { $0 + part($1) } }
}
