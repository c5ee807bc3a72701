/// A sentence to be shown to a person: an English template with holes, and what goes into them.
///
/// Code writes `"net assets moved by \(change)"`; the template with numbered holes (`net assets moved by {0}`) is also the key under
/// which another language has its wording. Figures, dates and names stay values until a page is written, so that each language
/// prints them in its own way and a name from a cell is escaped for the page it stands on.
public struct Text: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// What fills a hole.
  public enum Argument: Hashable, Sendable {
    /// Words from a file, shown as they were written.
    case quoted(String)
    /// A word of this project's own: an id, a file's name, a paragraph.
    case code(String)
    /// A whole number.
    case count(Int)
    /// An amount as a table shows it.
    case money(Money)
    /// A day.
    case date(CalendarDate)
    /// A date or a stretch of time.
    case period(Period)
    /// A fraction as a percentage with so many decimals.
    case percent(Ratio, places: Int)
    /// A number with as many decimals as it has, at most so many.
    case number(Ratio, mostPlaces: Int)
    /// Words from a file without quotation marks.
    case words(String)
    /// Characters that are ready for the page.
    case printed(String)
    /// A day as headings have it.
    case shortDate(CalendarDate)
    /// A date or a stretch of time as headings have it.
    case shortPeriod(Period)
    /// A currency and its scale.
    case unit(MoneyUnit)
    /// A currency and its scale within a sentence, as a file writes it.
    case writtenUnit(MoneyUnit)
    /// An entity's name.
    case name(Name)
    /// A sentence within the sentence.
    case text(Text)
    /// Texts one after the other.
    case list([Text], Joint)
    /// A text as a sentence: a capital, a full stop.
    case sentence(Text)
    /// A text with a capital.
    case opening(Text)
  }

  /// The English sentence with `{0}`, `{1}` … for its holes.
  public private(set) var template: String
  /// What goes into the holes, in order.
  public private(set) var arguments: [Argument]

  /// A sentence without holes.
  public init(stringLiteral value: String) {
    template = value
    arguments = []
  }

  /// One value alone.
  public init(_ argument: Argument) {
    template = "{0}"
    arguments = [argument]
  }

  /// A sentence as written with interpolations.
  public init(stringInterpolation: StringInterpolation) {
    template = stringInterpolation.template
    arguments = stringInterpolation.arguments
  }

  /// Collects the template and the arguments of an interpolated sentence.
  public struct StringInterpolation: StringInterpolationProtocol {
    var template = ""
    var arguments: [Argument] = []

    /// Room for the sentence.
    public init(literalCapacity: Int, interpolationCount: Int) {
      template.reserveCapacity(literalCapacity + 3 * interpolationCount)
    }

    /// The words between holes.
    public mutating func appendLiteral(_ literal: String) {
      template += literal
    }

    private static let holes = (0..<10).map { "{\($0)}" }

    mutating func appendArgument(_ argument: Argument) {
      let number = arguments.count
      template += number < Self.holes.count ? Self.holes[number] : "{\(number)}"
      arguments.append(argument)
    }

    /// Words from a file.
    public mutating func appendInterpolation(quoted words: String) { appendArgument(.quoted(words)) }
    /// A word of the project's own.
    public mutating func appendInterpolation(code words: String) { appendArgument(.code(words)) }
    /// A whole number.
    public mutating func appendInterpolation(_ count: Int) { appendArgument(.count(count)) }
    /// An amount.
    public mutating func appendInterpolation(_ money: Money) { appendArgument(.money(money)) }
    /// A day.
    public mutating func appendInterpolation(_ date: CalendarDate) { appendArgument(.date(date)) }
    /// A period.
    public mutating func appendInterpolation(_ period: Period) { appendArgument(.period(period)) }
    /// A period as a heading has it.
    public mutating func appendInterpolation(short period: Period) { appendArgument(.shortPeriod(period)) }
    /// A percentage.
    public mutating func appendInterpolation(percent ratio: Ratio, places: Int = 2) { appendArgument(.percent(ratio, places: places)) }
    /// A number.
    public mutating func appendInterpolation(number ratio: Ratio, mostPlaces: Int = 8) {
      appendArgument(.number(ratio, mostPlaces: mostPlaces))
    }
    /// A sentence.
    public mutating func appendInterpolation(_ text: Text) { appendArgument(.text(text)) }
  }
}

/// An amount together with how a table shows it: in thousands with one decimal, say.
public struct Money: Hashable, Sendable {
  /// The exact amount, in units of currency.
  public let amount: Amount
  /// How it is shown.
  public let display: Display
  /// Whether the unit stands before it: `US$1,820,000.00`.
  public let showsUnit: Bool

  /// An amount to be shown as `display` says.
  public init(_ amount: Amount, _ display: Display, showsUnit: Bool = false) {
    self.amount = amount
    self.display = display
    self.showsUnit = showsUnit
  }
}

/// How a table shows its amounts: the unit and the decimals. Rounding happens when it is applied, half away from zero, and only then.
public struct Display: Hashable, Sendable {
  /// Currency and power of ten.
  public var unit: MoneyUnit
  /// Decimals shown of that unit.
  public var places: Int

  /// Amounts in `unit` with `places` decimals.
  public init(unit: MoneyUnit, places: Int) {
    self.unit = unit
    self.places = places
  }

  /// To the cent, in units of currency.
  public static func cents(_ currency: Currency?) -> Display {
    Display(unit: MoneyUnit(currency: currency, exponent: 0), places: 2)
  }

  /// One step of what is shown, in decimals of a unit of currency: −2 for one decimal of thousands.
  public var decimals: Int { places - unit.exponent }
}
