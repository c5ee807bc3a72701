/// The dates and stretches of time of which an entity has figures.
struct EntityPeriods {
  /// The dates of positions, earliest first.
  let dates: [CalendarDate]
  /// The stretches of results and movements, in order.
  let stretches: [Period]
  /// A figure of each stretch and date, the first in the files: where to look.
  private let first: [Period: Fact]

  init(_ accounts: GroupAccounts, _ entity: EntityID) {
    var first: [Period: Fact] = [:]
    for item in accounts.index.items(of: entity) {
      for fact in accounts.index.series(entity, item) {
        if let known = first[fact.period], (known.provenance.place ?? .nowhere) <= (fact.provenance.place ?? .nowhere) { continue }
        first[fact.period] = fact
      }
    }
    self.first = first
    dates = first.keys.filter(\.isInstant).map(\.end).sorted()
    // A movement of one day, such as a dividend, is no stretch of results.
    stretches = first.keys.filter { !$0.isInstant && $0.dayCount > 1 }.sorted()
  }

  /// The first figure of a date or stretch.
  func figure(of period: Period) -> Fact? { first[period] }

  /// Whether the stretches on file leave no day of `gap` out, one after the other.
  func cover(_ gap: Period) -> Bool {
    guard var day = gap.start else { return false }
    while day <= gap.end {
      let reach = stretches.filter { ($0.start ?? $0.end) <= day && $0.end >= day }.map(\.end).max()
      guard let reach else { return false }
      day = reach.adding(days: 1)
    }
    return true
  }
}

extension Place {
  /// Before every place.
  static let nowhere = Place(fileIndex: -1)
}

extension Period {
  /// `2012-01-01/2012-09-30`, as data has it.
  var days: String { (start.map { $0.isoText + "/" } ?? "") + end.isoText }
}
