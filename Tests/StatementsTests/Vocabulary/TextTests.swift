import Testing

@testable import Statements

@Suite struct TextTests {
  private static let thousands = Display(unit: MoneyUnit(currency: .renminbi, exponent: 3), places: 1)

  @Test func aSentenceKeepsItsTemplateApartFromWhatFillsIt() {
    let text: Text = "\(quoted: "Sale") of \(3) on \(CalendarDate.day(2012, 9, 30))"
    #expect(text.template == "{0} of {1} on {2}")
    #expect(text.arguments == [.quoted("Sale"), .count(3), .date(.day(2012, 9, 30))])
    #expect(("nothing to fill" as Text).arguments.isEmpty)
    let other: Text = "\(quoted: "Purchase") of \(4) on \(CalendarDate.day(2013, 1, 1))"
    #expect(text.template == other.template, "the template is the key under which another language has its wording")
  }

  @Test(
    arguments: [
      ("nothing to fill", "nothing to fill"),
      ("moved by \(Money(Amount("14890500"), thousands))", "moved by 14,890.5"),
      ("moved by \(Money(Amount("-1552500"), thousands, showsUnit: true))", "moved by RMB'000 (1,552.5)"),
      ("paid \(Money(Amount("1820000"), Display.cents(.unitedStatesDollar), showsUnit: true))", "paid US$1,820,000.00"),
      ("on \(CalendarDate.day(2012, 9, 30))", "on 30 September 2012"),
      ("in the \(Period.months(9, to: .day(2012, 9, 30)))", "in the 9 months to 30 September 2012"),
      ("is \(percent: Ratio(numerator: 8_051, denominator: 10_000))", "is 80.51 %"),
      ("is \(percent: Ratio(numerator: 1, denominator: 3), places: 6)", "is 33.333333 %"),
      ("at \(number: Ratio(coefficient: 91_000_000, exponent: 0))", "at 91,000,000"),
      ("at \(number: Ratio(coefficient: 62_338, exponent: -4))", "at 6.2338"),
      ("so: \("an \(code: "inner") sentence" as Text)", "so: an inner sentence"),
      ("said \(quoted: "{0} {1}") and \(2)", "said ‘{0} {1}’ and 2"),
      ("braces {like} these {9} with \(1)", "braces {like} these {9} with 1"),
    ] as [(Text, String)])
  func aSentenceIsPrintedWithItsHolesFilled(text: Text, printed: String) {
    #expect(TextPrinter(.plain).string(text) == printed)
  }

  @Test func wordsFromFilesAreTextOnEveryMedium() {
    let hostile: Text = "\(quoted: "a|b\u{202E}\n<i>") \(code: "`x`")"
    #expect(TextPrinter(.plain).string(hostile) == "‘a|b\\u{202E} <i>’ `x`")
    #expect(TextPrinter(.markdown).string(hostile) == "‘a\\|b\\\\u{202E} &lt;i&gt;’ \\`x\\`")
  }

  @Test func longWordsFromFilesAreCutAndShowThatTheyAre() {
    let kept: Text = "\(quoted: String(repeating: "x", count: 80))"
    let cut: Text = "\(quoted: String(repeating: "x", count: 81))"
    #expect(TextPrinter(.plain).string(kept) == "‘" + String(repeating: "x", count: 80) + "’")
    #expect(TextPrinter(.plain).string(cut) == "‘" + String(repeating: "x", count: 79) + "…’")
  }
}
