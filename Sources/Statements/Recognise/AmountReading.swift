/// What a cell says as an amount.
enum AmountReading: Hashable, Sendable {
  /// Nothing or white space.
  case empty
  /// `n/a`, `#N/A`, `nm`: no figure, said in words.
  case notAvailable
  /// One number.
  case number(Number)
  /// `1,234` or `1.234` alone: the reading with the separator as grouping, then the one with it as decimal mark.
  case open(Number, Number)
  /// No number.
  case notANumber(AmountRefusal)
  /// A number that cannot be held exactly.
  case tooManyDigits

  /// A number as written: `coefficient` × 10^`exponent`.
  struct Number: Hashable, Sendable {
    /// The digits with their sign. Minus, brackets and `CR` make it negative: a credit is negative, as in a ledger.
    var coefficient: Int128
    /// The power of ten; zeros at the end count, so that 95.30 has −2. A percentage is not divided: `12.5%` is 125 and −1.
    var exponent: Int
    /// Whether a dash or a word stands for zero: `-`, `nil`, `無`.
    var isNilMark = false
    /// Whether it stands in brackets.
    var isBracketed = false
    /// Whether it has a minus, before or after.
    var hasMinus = false
    /// Whether `CR` follows it.
    var isCredit = false
    /// Whether `DR` follows it.
    var isDebit = false
    /// The currency that the cell names; `$` and `¥` name none.
    var currency: Currency? = nil
    /// Whether a percent sign follows it.
    var isPercent = false
    /// The zeros of the scale that the cell names, `1.2m`, `15万`; they are in `exponent`.
    var scale: Int? = nil
    /// What parted its digits.
    var separators = Separators()
  }

  /// What parts the digits of a number.
  struct Separators: Hashable, Sendable {
    /// What groups them.
    var grouping: Grouping? = nil
    /// What comes before the decimals.
    var decimal: DecimalMark? = nil
    /// Whether they group lakhs and crores, `12,34,567`, and not thousands alone.
    var groupsLakhs = false
  }

  /// A character that groups digits.
  enum Grouping: Hashable, Sendable {
    case point, comma, apostrophe, space
  }
}

/// The character before the decimals.
enum DecimalMark: Hashable, Sendable {
  case point, comma
}

/// Why a cell is no number, and where.
struct AmountRefusal: Hashable, Sendable {
  /// What is wrong.
  enum Reason: Hashable, Sendable {
    /// There is no digit: words.
    case noDigits
    /// A character that no number has.
    case unexpectedCharacter
    /// Separators that stand where no way of grouping puts them: `12,34,5`, `1.2.3`.
    case misplacedSeparator
    /// A number in the other decimal mark than the column's.
    case otherDecimalMark
    /// A bracket without its fellow.
    case unpairedBracket
    /// Two marks of sign: `-(5)`, `-5 CR`.
    case doubleSign
    /// Two different currencies.
    case twoCurrencies
    /// A scale before the digits, or a second one.
    case scaleInCell
    /// A spreadsheet's error value, such as `#REF!`.
    case spreadsheetError
  }
  /// What is wrong.
  var reason: Reason
  /// The first byte at fault, from 0.
  var byteOffset: Int
}

/// What a column's numbers prove about its decimal mark.
enum DecimalMarkFinding: Hashable, Sendable {
  /// The mark, and the index of the first reading that proves it.
  case settled(DecimalMark, proof: Int)
  /// No reading proves either.
  case open
  /// Both are proved: the index of the first proof of each.
  case contradiction(pointProof: Int, commaProof: Int)
}
