extension DayOfYear {
  /// The day on which all stretches of twelve months end, where none ends on the year end stated.
  static func yearEnd(of stretches: [Period], stated: DayOfYear) -> DayOfYear? {
    let ends = Set(stretches.filter { $0.wholeMonths == 12 }.map(\.end))
    guard let first = ends.min(), !ends.contains(where: stated.falls) else { return nil }
    let (_, month, day) = first.components
    let own = DayOfYear(month: month, day: first.isMonthEnd ? max(day, CalendarDate.daysIn(month: month, year: 2024)) : day)
    return ends.allSatisfy(own.falls) ? own : nil
  }
}

extension GroupAccounts {
  /// The year end of an entity's results: that of its stretches of twelve months, else the one stated or assumed.
  func yearEndOnFile(of entity: EntityID) -> DayOfYear {
    let stated = entities[entity].yearEnd
    let stretches = index.items(of: entity).lazy.flatMap { index.series(entity, $0).map(\.period) }.filter { !$0.isInstant }
    return DayOfYear.yearEnd(of: Array(stretches), stated: stated) ?? stated
  }
}
