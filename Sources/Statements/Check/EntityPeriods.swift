/// The dates and stretches of time of which an entity has figures.
struct EntityPeriods {
  /// The dates of positions, earliest first.
  let dates: [CalendarDate]
  /// The stretches of results and movements, in order.
  let stretches: [Period]
  /// A figure of each stretch and date, the first in the files: where to look. In order.
  private var first: [Entry] = []
  private let index: FactIndex
  private let entity: EntityID

  /// A period with the figure that stands first of it, as its place in the series of an item.
  private struct Entry {
    let period: Period
    var place: Place
    var item: ItemID
    var index: Int
  }

  init(_ accounts: GroupAccounts, _ entity: EntityID) {
    index = accounts.index
    self.entity = entity
    var first: [Entry] = []
    for item in accounts.index.items(of: entity) {
      // Both are in order, and most items have figures of the same periods.
      let series = accounts.index.series(entity, item)
      var (cursor, added) = (0, [Entry]())
      for place in series.indices {
        let entry = Entry(
          period: series[place].period, place: series[place].provenance.place ?? .nowhere, item: item, index: place)
        while cursor < first.count, first[cursor].period < entry.period { cursor += 1 }
        if cursor == first.count || first[cursor].period != entry.period {
          added.append(entry)
        } else if entry.place < first[cursor].place {
          first[cursor] = entry
        }
      }
      if !added.isEmpty { first = (first + added).sorted { $0.period < $1.period } }
    }
    self.first = first
    dates = first.lazy.map(\.period).filter(\.isInstant).map(\.end)
    // A movement of one day, such as a dividend, is no stretch of results.
    stretches = first.lazy.map(\.period).filter { !$0.isInstant && $0.dayCount > 1 }
  }

  /// The first figure of a date or stretch.
  func figure(of period: Period) -> Fact? {
    guard let entry = first.first(where: { $0.period == period }) else { return nil }
    return index.series(entity, entry.item)[entry.index]
  }

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
