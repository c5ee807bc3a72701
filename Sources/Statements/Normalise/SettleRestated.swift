/// A file, a column or a row that says `restated` gives the figures that count; those without the word stand as previously reported.
extension Intake {
  mutating func settleRestated() {
    for index in facts.indices where !facts[index].isActual && facts[index].scenario == Fact.restated {
      facts[index].scenario = Fact.actual
      if let place = facts[index].provenance.place { restatedPlaces.insert(place) }
    }
    guard !restatedPlaces.isEmpty else { return }
    struct Key: Hashable {
      let entity: EntityID
      let item: ItemID
      let period: Period
      let isSeparate: Bool
    }
    func key(_ fact: Fact) -> Key { Key(entity: fact.entity, item: fact.item, period: fact.period, isSeparate: fact.basis.isSeparate) }
    func isRestated(_ fact: Fact) -> Bool { fact.provenance.place.map(restatedPlaces.contains) ?? false }
    let restated = Set(facts.filter { $0.isActual && isRestated($0) }.map(key))
    for index in facts.indices
    where facts[index].isActual && !isRestated(facts[index]) && restated.contains(key(facts[index])) {
      facts[index].scenario = Fact.asReported
    }
  }
}
