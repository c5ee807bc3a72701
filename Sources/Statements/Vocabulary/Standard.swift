/// Which standard governs a change in ownership, by the first day of the annual period in which it falls (DOMAIN 1.1).
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

  /// That the schedule of such changes is disclosed.
  public var disclosure: Citation {
    switch self {
    case .beforeRevision: Citation("IAS 27 (2003)")
    case .ias27Revised: Citation("IAS 27 (2008).41(e)")
    case .ifrs10: Citation("IFRS 12.18")
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
