/// Debits and credits of each group of a ledger, in the order in which the groups came.
struct LedgerSums {
  /// Every group once.
  private(set) var all: [(key: LedgerReader.SumKey, sum: LedgerReader.Sums)] = []
  private var places: [LedgerReader.SumKey: Int] = [:]

  /// None yet.
  init() {}

  /// Those of groups of which each comes once; they are gone through rather than asked for one by one, and not hashed.
  init(_ all: [(key: LedgerReader.SumKey, sum: LedgerReader.Sums)]) { self.all = all }

  private func place(of key: LedgerReader.SumKey) -> Int? {
    places.count == all.count ? places[key] : all.firstIndex { $0.key == key }
  }

  /// The sums of a group; nil where it has not come.
  subscript(key: LedgerReader.SumKey) -> LedgerReader.Sums? {
    get { place(of: key).map { all[$0].sum } }
    set {
      guard let newValue else { return }
      if let place = place(of: key) {
        all[place].sum = newValue
      } else {
        places[key] = all.count
        all.append((key, newValue))
      }
    }
  }
}
