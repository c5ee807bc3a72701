/// The class of a deal under chapter 14 of the Main Board Listing Rules, by the highest of its percentage ratios.
///
/// A ratio on the edge belongs to the higher class: 5 % is discloseable. Cites: rules 14.06, 14.33; the limits are the same from 2012 on.
public enum NotifiableClass: Int, Hashable, Comparable, Sendable, CaseIterable {
  /// Below 5 %: nothing is asked, unless an acquisition is paid in the issuer's own shares.
  case belowAll
  /// From 5 %.
  case discloseable
  /// From 25 %.
  case major
  /// A disposal from 75 %.
  case verySubstantialDisposal
  /// An acquisition from 100 %.
  case verySubstantialAcquisition

  /// The class of a highest ratio.
  public init(highest ratio: Ratio, isDisposal: Bool) {
    func reaches(_ percent: Int) -> Bool { ratio >= Ratio(numerator: percent, denominator: 100) }
    if isDisposal, reaches(75) {
      self = .verySubstantialDisposal
    } else if !isDisposal, reaches(100) {
      self = .verySubstantialAcquisition
    } else if reaches(25) {
      self = .major
    } else {
      self = reaches(5) ? .discloseable : .belowAll
    }
  }

  /// The least ratios of the classes above the lowest, rising.
  public static func thresholds(isDisposal: Bool) -> [(ratio: Ratio, from: NotifiableClass)] {
    [5, 25, isDisposal ? 75 : 100].map { percent in
      let ratio = Ratio(numerator: percent, denominator: 100)
      return (ratio, NotifiableClass(highest: ratio, isDisposal: isDisposal))
    }
  }

  /// What it is called, with its rule.
  public var name: Text {
    switch self {
    case .belowAll: "below every limit of chapter 14"
    case .discloseable: "discloseable transaction (14.06(2))"
    case .major: "major transaction (14.06(3))"
    case .verySubstantialDisposal: "very substantial disposal (14.06(4))"
    case .verySubstantialAcquisition: "very substantial acquisition (14.06(5))"
    }
  }

  /// Whether and where it is announced.
  public var announcement: Text { self == .belowAll ? "none" : "yes (14.34)" }

  /// Whether the shareholders get a circular.
  public var circular: Text {
    switch self {
    case .belowAll, .discloseable: "none"
    case .major: "yes (14.38A)"
    case .verySubstantialDisposal: "yes (14.38A), with reviewed financial information (14.68)"
    case .verySubstantialAcquisition: "yes (14.38A), with an accountants' report (14.69)"
    }
  }

  /// Whether the shareholders approve it.
  public var approval: Text {
    switch self {
    case .belowAll, .discloseable: "none"
    case .major: "yes (14.40), in writing by a majority where nobody would have to abstain (14.44)"
    case .verySubstantialDisposal, .verySubstantialAcquisition: "yes, at a general meeting (14.49)"
    }
  }

  /// By how much is asked.
  public static func < (left: NotifiableClass, right: NotifiableClass) -> Bool { left.rawValue < right.rawValue }
}
