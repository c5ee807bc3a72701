/// Chapter 14A of the Main Board Listing Rules as it stood on a day.
public enum ConnectedRegime: Hashable, Sendable {
  /// Before 3 June 2010: other limits, which are not held here.
  case beforeRelief
  /// From 3 June 2010 to 30 June 2014.
  case former
  /// From 1 July 2014.
  case present

  /// The rules of a day.
  public init(on date: CalendarDate) {
    if let present = CalendarDate(year: 2014, month: 7, day: 1), date >= present {
      self = .present
    } else if let former = CalendarDate(year: 2010, month: 6, day: 3), date >= former {
      self = .former
    } else {
      self = .beforeRelief
    }
  }

  /// The consideration below which a deal under 5 % is exempt, in Hong Kong dollars; nil where it is not held.
  public var smallConsideration: Amount? {
    switch self {
    case .beforeRelief: nil
    case .former: Amount(units: 1_000_000)
    case .present: Amount(units: 3_000_000)
    }
  }

  /// The consideration below which a deal under 25 % needs no vote, in Hong Kong dollars.
  public static let middleConsideration = Amount(units: 10_000_000)
}

/// What a connected transaction on normal commercial terms asks for; the profits ratio is no part of it.
///
/// Cites: rules 14A.31(2), 14A.32 (to 30 June 2014); 14A.76(1), 14A.76(2) (from 1 July 2014).
public enum ConnectedClass: Int, Hashable, Comparable, Sendable {
  /// Exempt from all of it.
  case exempt
  /// Announced and reported, without a vote.
  case announced
  /// Announced, reported, and approved by the independent shareholders.
  case approved

  /// The class of a highest ratio and the whole consideration; nil under rules that are not held.
  ///
  /// - Parameters:
  ///   - ratio: the highest of the percentage ratios.
  ///   - hongKongDollars: the consideration; nil where it is not known, so that no limit in money can help.
  ///   - regime: the rules as they stood on the day.
  ///   - atSubsidiaryLevel: whether the counterparty is connected only through the subsidiary.
  public init?(highest ratio: Ratio, hongKongDollars: Ratio?, _ regime: ConnectedRegime, atSubsidiaryLevel: Bool) {
    guard let small = regime.smallConsideration else { return nil }
    func isBelow(_ perMille: Int) -> Bool { ratio < Ratio(numerator: perMille, denominator: 1000) }
    func costsLess(than limit: Amount) -> Bool { hongKongDollars.map { $0 < limit.ratio } ?? false }
    if isBelow(1) || (isBelow(10) && atSubsidiaryLevel) || (isBelow(50) && costsLess(than: small)) {
      self = .exempt
    } else if isBelow(50) || (isBelow(250) && costsLess(than: ConnectedRegime.middleConsideration)) {
      self = .announced
    } else {
      // From 1 July 2014 the board's approval and the independent directors' confirmation stand for the vote (14A.101).
      self = atSubsidiaryLevel && regime == .present ? .announced : .approved
    }
  }

  /// What it comes to, with the rule.
  public func name(_ regime: ConnectedRegime, atSubsidiaryLevel: Bool) -> Text {
    switch self {
    case .exempt: regime == .present ? "exempt (14A.76(1))" : "exempt (14A.31(2))"
    case .announced where regime != .present: "exempt from the vote (14A.32)"
    case .announced:
      atSubsidiaryLevel
        ? "exempt from the vote (14A.76(2), or 14A.101 with the board's approval and the independent directors' confirmation)"
        : "exempt from the vote (14A.76(2))"
    case .approved: "subject to all of it"
    }
  }

  /// Whether it is announced and reported.
  public func announcement(_ regime: ConnectedRegime) -> Text {
    guard self != .exempt else { return "none" }
    return regime == .present
      ? "yes (14A.35), and in the annual report (14A.49, 14A.71)" : "yes (14A.47), and in the annual report (14A.45)"
  }

  /// Whether there is a circular.
  public func circular(_ regime: ConnectedRegime) -> Text {
    guard self == .approved else { return "none" }
    return regime == .present ? "yes (14A.46), with an independent financial adviser" : "yes, with an independent financial adviser"
  }

  /// Whether independent shareholders approve it.
  public func approval(_ regime: ConnectedRegime) -> Text {
    guard self == .approved else { return "none" }
    return regime == .present ? "yes, independent shareholders (14A.36), or a written waiver (14A.37)" : "yes, independent shareholders"
  }

  /// By how much is asked.
  public static func < (left: ConnectedClass, right: ConnectedClass) -> Bool { left.rawValue < right.rawValue }
}
