/// What moves the group's net assets beside its results and its owners: changes of ownership of subsidiaries, and dividends to NCI.
extension GroupAccounts {
  /// The causes within `period`, where the parent's accounts show non-controlling interests and so are the group's; none for any other.
  ///
  /// A change by which control is kept brings in what came from outside; a loss of control takes non-controlling interests away.
  /// Cites: IAS 1.106(d)(iii), IFRS 10.B98.
  func consolidatedMovements(of entity: EntityID, in period: Period) -> [NetAssetsMovement.Cause] {
    guard entity == entities.parent, let start = period.start,
      let nci = index.fact(entity, items.nonControllingInterests, .asAt(period.end)), nci.currency == presentationCurrency
    else { return [] }
    let toNCI = ["dividends-to-nci", "capital-contributions-from-nci"].compactMap { id in
      catalogue.find(id: id).flatMap { flow(of: entity, $0, in: period) }
    }
    return toNCI
      + transactions.compactMap { change in
        let event = change.event
        guard event.status == .completed, event.entity != entity, start <= event.date, event.date <= period.end else { return nil }
        guard let amount = change.movesGroup else { return nil }
        return NetAssetsMovement.Cause(
          label: "\(quoted: event.name)", amount: amount, interval: Interval(low: amount, high: amount), place: event.place)
      }
  }
}

extension EquityTransaction {
  /// How much it moves the group's net assets outside profit or loss; nil where that is not determined.
  var movesGroup: Amount? {
    switch treatment {
    case .equityTransaction: cameIn
    case .lossOfControl: nciAdjustment
    case .notDeterminable: nil
    }
  }
}
