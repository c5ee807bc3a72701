/// What can be found while a file is read, before any check looks at its figures.
///
/// A check explains itself at the head of its own file; these have no file of their own, and are explained here in the same form.
enum ReadingCheck: String, CaseIterable, Sendable {
  /// Every cell can be read as what its place demands.
  ///
  /// A file with one cell that cannot be read is left out whole, since a total without one of its parts is worse than no total. Every such
  /// cell is named in one run, so that all can be mended at once. Where a line can be spared without changing any figure, the file is
  /// taken and the finding is a warning.
  ///
  /// Formula: a figure is digits with one decimal mark, marks between thousands in their places, and at most one sign; a date is a day that
  /// exists; a record is closed before the file ends.
  ///
  /// Severity: error, and the file is left out whole; warning where only the cell itself is.
  ///
  /// Example: `1O0` with the letter O, 31 February, a quotation mark that is never closed.
  ///
  /// Remedy: correct the cells named, or export the file again, and run once more.
  ///
  /// Cites: RFC 4180.
  case unreadable
  /// Every file ends with the end of a line.
  ///
  /// A file that stops amid a line may be half of what was sent: `6.23` may have been `6.2338`. What stands there is taken as it stands, since
  /// many programs leave the last line end out. A file that was cut at the end of a line shows nothing of it; totals and registers do.
  ///
  /// Formula: the last line of the file has its line end.
  ///
  /// Severity: warning where the last line has fewer cells than others; else information.
  ///
  /// Example: a file whose last bytes are `USD,CNY,6.23`.
  ///
  /// Remedy: see that the file is whole, and end its last line.
  ///
  /// Cites: RFC 4180.
  case cutShort = "cut-short"
  /// Every file is one of the forms that are known.
  ///
  /// What a file is, is told from what is in it, never from its name: a statement has a date or a period at the head of its columns or lines,
  /// a register has the columns of its form. A file of which neither is true is left out whole, and the others go on.
  ///
  /// Formula: a heading that reads as a date or a period, or the column names that a form needs.
  ///
  /// Severity: error, and the file is left out whole.
  ///
  /// Example: a letter saved as CSV, or a statement whose columns are headed `this year` and `last year`.
  ///
  /// Remedy: give each column a date or a period, or the column names of a register; `tieout init DIR` writes an example of each form.
  ///
  /// Cites: README, Your own accounts.
  case unrecognised
  /// Every label is that of a line item that is known.
  ///
  /// A label that no table knows keeps its own words as its id and its figures as they are printed: nothing is dropped, but no sum, no check
  /// and no treatment knows what it is. The nearest known label is suggested. A column of figures that is no figure of a date or a period,
  /// such as a change in percent, is named too where it is left out.
  ///
  /// Formula: the label, folded in case, width, spacing and script, is one of `Labels.csv` or of the group's own `accounts` file.
  ///
  /// Severity: information; warning where figures are left out, where hardly a line of a file is known, or where a slip of the pen is likelier
  /// than a name of its own: digits at the end of a known label, a Chinese name without a Chinese character.
  ///
  /// Example: `Revenu` is not known, and `revenue` is suggested.
  ///
  /// Remedy: write the known label, or add a line `label,item` to a file with the columns `account,item`.
  ///
  /// Cites: IAS 1.55, README, Your own accounts.
  case unmapped
  /// Every figure has a date or a period, and every statement an owner.
  ///
  /// Where the file leaves open which is meant, the usual reading is taken and said: a result under a bare date is the year to date, a bare
  /// year the financial year, and a file without a name is that of the group's only entity. Where two readings stand, it is a warning.
  ///
  /// Formula: a result runs from the first day of the financial year to the day at the head of its column.
  ///
  /// Severity: information; warning where another reading is as good.
  ///
  /// Example: revenue under `30 September 2012` is that of the nine months to that day.
  ///
  /// Remedy: write the stretch out, such as `9M 2012`, and the entity's name above the table.
  ///
  /// Cites: IAS 1.51, IAS 34.20.
  case periodAssumed = "period-assumed"
  /// It is plain which mark divides the decimals of a number.
  ///
  /// `1,234` is one thousand two hundred and thirty-four or one and a bit. The other numbers of the file decide; where none does, the mark
  /// is taken as one between thousands, and the finding says so.
  ///
  /// Formula: one mark for the decimals in a whole file.
  ///
  /// Severity: information; warning where one number alone is parted otherwise than all others.
  ///
  /// Example: a file whose only figure is `1,234`.
  ///
  /// Remedy: print one figure with decimals, such as `1,234.0`, where the reading is wrong.
  ///
  /// Cites: IAS 1.51.
  case separatorAssumed = "separator-assumed"
  /// Every table says in which unit its figures are.
  ///
  /// Where it does not, they are taken as units of currency: a wrong guess would make every figure of the file a thousand times what it is,
  /// and no sum within the file would show it.
  ///
  /// Formula: a unit above the table, over the column, beside the line or in the label.
  ///
  /// Severity: information; warning where a line speaks of a unit or a currency and is not understood, where one column has no unit beside others
  /// that have, or where units stand between the figures.
  ///
  /// Example: net assets of `14,433.9` without a word of thousands are taken as 14,433.90.
  ///
  /// Remedy: write the unit above the table, such as `RMB'000`.
  ///
  /// Cites: IAS 1.51(d)-(e).
  case unitAssumed = "unit-assumed"
  /// A figure is as exact as it is printed.
  ///
  /// Figures printed in full may have been rounded before. Where all figures of a column end in the same noughts, that is the precision by
  /// which sums are held against each other; a single figure's noughts prove nothing.
  ///
  /// Formula: the power of ten that all figures of a column share, of at least six different ones.
  ///
  /// Severity: information.
  ///
  /// Example: a column of `93,083,000,000`, `1,249,000,000` and others that all end so is taken as exact to the million.
  ///
  /// Remedy: nothing, if they were rounded; else print the figures with their decimals.
  ///
  /// Cites: IAS 1.51(e).
  case precisionAssumed = "precision-assumed"
  /// It is known which entity is the parent.
  ///
  /// What belongs to owners and what to non-controlling interests depends on it. Where no file names the parent, the one entity that holds
  /// others and is held by none is taken.
  ///
  /// Formula: exactly one entity has the role `parent`.
  ///
  /// Severity: warning.
  ///
  /// Example: a register of holdings and no file of entities.
  ///
  /// Remedy: give the entity the role `parent` in a file with the columns `entity,role`.
  ///
  /// Cites: IFRS 10.4, Appendix A.
  case parentAssumed = "parent-assumed"
  /// Every line of an acceptances file is of a finding.
  ///
  /// A line whose check, entity, item or period is misspelt accepts nothing, and nobody would know. One that has outlived what it was about
  /// accepts nothing either, until the same thing comes again and passes unseen.
  ///
  /// Formula: each line meets a finding that is of no later day than its `until`; a finding of no day is held against the latest figure.
  ///
  /// Severity: information.
  ///
  /// Example: a line for `pending-events`, or for a finding of last year that was mended.
  ///
  /// Remedy: compare the line with the finding, or take it out where what it was about is mended.
  ///
  /// Cites: README, Your own accounts.
  case unusedAcceptance = "unused-acceptance"
  /// The sign of a line is the one that its label and its neighbours tell.
  ///
  /// Costs are printed with a minus or without, losses in brackets or named as losses. One convention is found for the whole statement,
  /// proved by its own sums where it can be; a line that goes against it is named.
  ///
  /// Formula: revenue, costs and results agree in one convention of signs.
  ///
  /// Severity: warning; information where a sum proves the reading.
  ///
  /// Example: a line named net loss with `1,552.5` in one column and `(18,882.4)` in the next.
  ///
  /// Remedy: check the sign; a minus or brackets beside costs that have none means income.
  ///
  /// Cites: IAS 1.51, 1.82.
  case sign
}
