/// How the numbers of a date were taken, so that a whole column can be read in one way.
///
/// A cell whose order is open has one reading for each spelling; the spelling that every cell of a column has is the column's.
enum DateSpelling: Hashable, Sendable, CaseIterable {
  /// 30/09/2012.
  case dayMonthYear
  /// 09/30/2012.
  case monthDayYear
  /// 2012-09-30 and 20120930.
  case yearMonthDay
  /// 2011-12 as December 2011, and 12/2011.
  case yearMonth
  /// 2011-12 as the financial year that begins in 2011 and ends in 2012.
  case yearPair
}
