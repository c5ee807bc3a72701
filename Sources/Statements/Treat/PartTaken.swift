/// The part of a subsidiary's figures that a deal takes: the change of the issuer's interest while the subsidiary stays consolidated, all
/// of it where the deal takes it out of consolidation. Cites: Listing Rules 14.26-14.32.
struct PartTaken {
  /// Whether the issuer's interest falls.
  let isDisposal: Bool
  /// Between what the part lies; nil where it is not known.
  let range: ClosedRange<Ratio>?
  /// How it came about, or why it is not known.
  let formula: Text

  init(_ transaction: EquityTransaction) {
    let (before, after) = (transaction.interestBefore, transaction.interestAfter)
    isDisposal = before.flatMap { before in after.map { $0 < before } } ?? transaction.event.lowersTheInterest
    if transaction.controlIsKept == false {
      range = .one ... .one
      formula = "100 %, since the subsidiary leaves consolidation (14.28)"
      return
    }
    guard let before else {
      range = nil
      formula = "the issuer's interest before the deal is not known"
      return
    }
    let afters = after.map { [$0] } ?? transaction.bounds.map(\.interestAfter)
    let changes = afters.map { (before - $0).magnitude }
    guard let low = changes.min(), let high = changes.max() else {
      range = nil
      formula = "the issuer's interest after the deal is not known"
      return
    }
    // Where control is in doubt the subsidiary may leave consolidation.
    let isDoubtful = transaction.controlIsKept == nil
    range = low...(isDoubtful ? max(high, .one) : high)
    if isDoubtful {
      formula = "\(percent: low, places: 6), or 100 % if the subsidiary leaves consolidation (14.28), which is not known"
    } else if let after {
      formula = "the change of the issuer's interest from \(percent: before, places: 6) to \(percent: after, places: 6)"
    } else {
      formula =
        "the issuer's interest after the deal is not known; while it keeps more than half of the shares, it changes by \(percent: low, places: 6) to \(percent: high, places: 6)"
    }
  }
}

extension EquityEvent {
  /// Whether the subsidiary issues shares.
  var issuesShares: Bool {
    switch kind {
    case .issue, .rights, .exercise, .conversion: true
    case .sale, .purchase, .buyback, .lapse: false
    }
  }

  /// Whether the issuer's interest falls by its nature.
  var lowersTheInterest: Bool {
    switch kind {
    case .sale, .issue, .rights, .exercise, .conversion, .lapse: true
    case .purchase, .buyback: false
    }
  }
}
