/// A comparative that was restated is said to be, with what it was before.
///
/// Where a table gives a period as reported and as restated, the restated figure is the one that counts. A figure that an earlier run
/// reported (see docs/HISTORY.md) and that stands otherwise now is named too, with the run that reported it first and what it moves; it
/// stays named until a column or an acceptance says why.
///
/// Formula: restated − as reported, per line.
///
/// Severity: information where the column or the file says that it is restated; error where a figure reported before is another one now and
/// nothing says why; warning where the same cell is read otherwise than before.
///
/// Example: profit of 2011, restated from 120.0 to 104.0.
///
/// Remedy: say in the notes why it was restated; head the column or the table `(restated)`, write `restated` into the column `scenario` of
/// its rows, or give the reason in a line of an acceptances file.
///
/// Cites: IAS 8.42, 49, IAS 1.41.
enum Restated: Check {
  static let id = "restated"

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    var found: [Period: [Finding]] = [:]
    for before in accounts.facts where !before.isActual && before.scenario == Fact.asReported {
      guard let after = accounts.index.fact(before.entity, before.item, before.period), !after.interval.meets(before.interval) else {
        continue
      }
      let display = accounts.display(of: before.entity)
      found[before.period, default: []].append(
        Finding(
          .info, id,
          "\(line: after) of \(after.period) is restated from \(Money(before.value, display)) to \(Money(after.value, display))",
          entity: after.entity, item: after.item, period: after.period, place: after.provenance.place,
          expected: before.value.decimalText, actual: after.value.decimalText, difference: after.value - before.value,
          tolerance: after.interval.tolerance + before.interval.tolerance,
          details: ["as reported at \(before.placeText(accounts))"], citation: Citation("IAS 8.42"),
          remedy: "say in the notes why it was restated"))
    }
    let named = found.sorted { $0.key < $1.key }.flatMap(\.value)
    return named + RestatedSince.findings(in: accounts, named: named)
  }
}
