/// The parts of which pages are made, each as a text by itself.
extension Text {
  /// What stands between the items of a list.
  public enum Joint: Hashable, Sendable {
    /// `a, b`.
    case comma
    /// `a, b`, where each says something: not a list of things.
    case clause
    /// `a; b`.
    case semicolon
    /// `a and b`.
    case and
    /// `a, and b`, between what are nearly sentences.
    case commaAnd
    /// `a, then b`.
    case then
    /// `a · b`.
    case dot
    /// `a → b`.
    case arrow
    /// Sentences one after the other.
    case sentences
  }

  /// An entity's names, of which each language shows its own.
  public struct Name: Hashable, Sendable {
    /// How it is shown.
    public enum Form: Hashable, Sendable {
      /// By the name of the language.
      case plain
      /// By the name of the language; in English with the Chinese name after it.
      case full
      /// By the name of the language, in quotation marks.
      case quoted
    }

    /// Its name.
    public let name: String
    /// Its Chinese name, where one is given.
    public let chinese: String?
    /// How it is shown.
    public let form: Form

    /// An entity's names.
    public init(_ entity: Entity, _ form: Form) {
      name = entity.name
      chinese = entity.chineseName
      self.form = form
    }
  }

  /// Words from a file without quotation marks, escaped for the page.
  public static func words(_ words: String) -> Text { Text(.words(words)) }
  /// Characters that are ready for the page: signs, digits, addresses.
  public static func printed(_ words: String) -> Text { Text(.printed(words)) }
  /// A day.
  public static func date(_ date: CalendarDate) -> Text { Text(.date(date)) }
  /// A day as headings have it.
  public static func shortDate(_ date: CalendarDate) -> Text { Text(.shortDate(date)) }
  /// A date or a stretch of time.
  public static func period(_ period: Period, short: Bool = false) -> Text { Text(short ? .shortPeriod(period) : .period(period)) }
  /// A percentage of an interest.
  public static func percent(_ ratio: Ratio, places: Int) -> Text { Text(.percent(ratio, places: places)) }
  /// A number with as many decimals as it has, at most so many.
  public static func number(_ ratio: Ratio, mostPlaces: Int) -> Text { Text(.number(ratio, mostPlaces: mostPlaces)) }
  /// An amount.
  public static func money(_ money: Money) -> Text { Text(.money(money)) }
  /// A currency and its scale, as the heading of a table.
  public static func unit(_ unit: MoneyUnit) -> Text { Text(.unit(unit)) }
  /// An entity's name.
  public static func name(_ entity: Entity, _ form: Name.Form = .plain) -> Text { Text(.name(Name(entity, form))) }
  /// A text that ends as a sentence does: a capital at its beginning, a full stop at its end.
  public static func sentence(_ text: Text) -> Text { Text(.sentence(text)) }
  /// A text with a capital at its beginning.
  public static func opening(_ text: Text) -> Text { Text(.opening(text)) }
  /// A line item's caption; a label that no table knows as the file has it.
  public static func caption(_ item: LineItem) -> Text {
    item.statement == .unknown ? .words(item.english) : Text(stringLiteral: item.english)
  }
  /// A line item's caption within a sentence.
  public static func lowerCaption(_ item: LineItem) -> Text {
    item.statement == .unknown ? .words(item.english.lowercased()) : Text(stringLiteral: item.english.lowercased())
  }

  /// Whether nothing is in it.
  public var isEmpty: Bool { template.isEmpty }
}

extension [Text] {
  /// All of them as one text, with what the language puts between the items of a list.
  public func joined(_ joint: Text.Joint) -> Text { count == 1 ? self[0] : Text(.list(self, joint)) }
}

extension Text.StringInterpolation {
  /// Words from a file without quotation marks.
  public mutating func appendInterpolation(words: String) { appendArgument(.words(words)) }
  /// Characters that are ready for the page.
  public mutating func appendInterpolation(printed words: String) { appendArgument(.printed(words)) }
  /// A currency and its scale, as a file writes it.
  public mutating func appendInterpolation(code unit: MoneyUnit) { appendArgument(.writtenUnit(unit)) }
  /// The words beside a figure, or that it has none.
  mutating func appendInterpolation(line fact: Fact) {
    if fact.label.isEmpty { appendInterpolation("the line without a label" as Text) } else { appendInterpolation(quoted: fact.label) }
  }
  /// An entity's name in quotation marks.
  public mutating func appendInterpolation(quoted entity: Entity) { appendArgument(.name(Text.Name(entity, .quoted))) }
}
