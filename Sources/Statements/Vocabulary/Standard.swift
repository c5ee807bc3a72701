/// Which standard governs a change in ownership, by the first day of the annual period in which it falls (IFRS 10.C1, IAS 27 (2008).45).
public enum Standard: Hashable, Sendable {
  /// Annual periods that began before 1 July 2009: IAS 27 (2003) is silent, the entity's own policy decides.
  case beforeRevision
  /// IAS 27 (2008), "Revised", for annual periods beginning from 1 July 2009.
  case ias27Revised
  /// IFRS 10 and IFRS 12, for annual periods beginning from 1 January 2013.
  case ifrs10

  /// The standard for a day in a financial year that ends on `yearEnd`.
  public init(on date: CalendarDate, yearEnd: DayOfYear) {
    self = Standard(annualPeriodBeginning: FinancialYear(containing: date, yearEnd: yearEnd).start)
  }

  init(annualPeriodBeginning start: CalendarDate) {
    if let ifrs = CalendarDate(year: 2013, month: 1, day: 1), start >= ifrs {
      self = .ifrs10
    } else if let revised = CalendarDate(year: 2009, month: 7, day: 1), start >= revised {
      self = .ias27Revised
    } else {
      self = .beforeRevision
    }
  }

  /// That a change without loss of control is an equity transaction.
  public var equityTransaction: Citation {
    switch self {
    case .beforeRevision: Citation("IAS 27 (2003)")
    case .ias27Revised: Citation("IAS 27 (2008).30-31")
    case .ifrs10: Citation("IFRS 10.23, B96")
    }
  }

  /// That the carrying amounts of owners and NCI follow their relative interests.
  public var relativeInterests: Citation {
    switch self {
    case .beforeRevision: Citation("IAS 27 (2003)")
    case .ias27Revised: Citation("IAS 27 (2008).31")
    case .ifrs10: Citation("IFRS 10.B96")
    }
  }

  /// That control is a judgement of its own.
  public var control: Citation {
    switch self {
    case .beforeRevision, .ias27Revised: Citation("IAS 27 (2008).12-15")
    case .ifrs10: Citation("IFRS 10.7, B38-B50, B80")
    }
  }

  /// How the loss of control is accounted for.
  public var lossOfControl: Citation {
    switch self {
    case .beforeRevision: Citation("IAS 27 (2003)")
    case .ias27Revised: Citation("IAS 27 (2008).34-37")
    case .ifrs10: Citation("IFRS 10.25, B97-B99")
    }
  }

  /// When several disposals are one transaction.
  public var linkedDisposals: Citation {
    switch self {
    case .beforeRevision: Citation("IAS 27 (2003)")
    case .ias27Revised: Citation("IAS 27 (2008).33")
    case .ifrs10: Citation("IFRS 10.B97")
    }
  }

  /// That the gain or loss on losing control is disclosed, with the part due to what is kept.
  public var lossDisclosure: Citation {
    switch self {
    case .beforeRevision: Citation("IAS 27 (2003)")
    case .ias27Revised: Citation("IAS 27 (2008).41(f)")
    case .ifrs10: Citation("IFRS 12.19")
    }
  }

  /// That one set of policies serves the whole group.
  public var uniformPolicies: Citation {
    switch self {
    case .beforeRevision, .ias27Revised: Citation("IAS 27 (2008).24-25")
    case .ifrs10: Citation("IFRS 10.19, B87")
    }
  }

  /// That a group's accounts are made by adding those of its entities, line by line.
  public var consolidation: Citation {
    switch self {
    case .beforeRevision, .ias27Revised: Citation("IAS 27 (2008).18")
    case .ifrs10: Citation("IFRS 10.B86")
    }
  }

  /// That deficits are attributed too.
  public var attribution: Citation {
    switch self {
    case .beforeRevision, .ias27Revised: Citation("IAS 27 (2008).28")
    case .ifrs10: Citation("IFRS 10.B94")
    }
  }

  /// That the schedule of such changes is disclosed.
  public var disclosure: Citation {
    switch self {
    case .beforeRevision: Citation("IAS 27 (2003)")
    case .ias27Revised: Citation("IAS 27 (2008).41(e)")
    case .ifrs10: Citation("IFRS 12.18")
    }
  }
}

/// Which standard governs presentation, by the first day of the annual period (IFRS 18.C1).
public enum PresentationStandard: Hashable, Sendable {
  /// IAS 1.
  case ias1
  /// IFRS 18, for annual periods beginning from 1 January 2027.
  case ifrs18

  /// The standard for a day in a financial year that ends on `yearEnd`.
  public init(on date: CalendarDate, yearEnd: DayOfYear) {
    let start = FinancialYear(containing: date, yearEnd: yearEnd).start
    let first = CalendarDate(year: 2027, month: 1, day: 1)
    self = first.map { start >= $0 } == true ? .ifrs18 : .ias1
  }

  /// That changes in equity are shown component by component, transactions with owners apart.
  public var changesInEquity: Citation {
    switch self {
    case .ias1: Citation("IAS 1.106(d)")
    case .ifrs18: Citation("IFRS 18.107")
    }
  }
}

/// A financial year: the twelve months up to a year end.
public struct FinancialYear: Hashable, Sendable {
  /// Its first day.
  public let start: CalendarDate
  /// Its last day.
  public let end: CalendarDate

  /// The financial year in which `date` falls.
  public init(containing date: CalendarDate, yearEnd: DayOfYear) {
    let year = date.components.year
    // A date within the calendar has a year end in its year: the day is fitted to its month. At the calendar's rim the date itself serves.
    let thisEnd = yearEnd.date(in: year) ?? date
    end = date <= thisEnd ? thisEnd : (yearEnd.date(in: year + 1) ?? date)
    start = (yearEnd.date(in: end.components.year - 1) ?? end).adding(days: 1)
  }
}
