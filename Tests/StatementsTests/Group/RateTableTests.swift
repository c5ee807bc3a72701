import Testing

@testable import Statements

@Suite struct RateTableTests {
  private static let day = CalendarDate.day(2012, 11, 30)
  private static func rate(_ base: Currency, _ quote: Currency, _ rate: Int, _ kind: RateKind?, on date: CalendarDate = day) -> Rate {
    Rate(
      date: date, base: base, quote: quote, rate: Ratio(numerator: rate, denominator: 10_000), kind: kind, place: Place(fileIndex: 0))
  }

  @Test func aRateForThePurposeComesBeforeOneForAnyUse() {
    let table = RateTable([
      Self.rate(.unitedStatesDollar, .renminbi, 62_338, nil), Self.rate(.unitedStatesDollar, .renminbi, 62_892, .closing),
    ])
    #expect(table.rate(from: .unitedStatesDollar, to: .renminbi, on: Self.day, for: .closing)?.rate.text(places: 4) == "6.2892")
    #expect(table.rate(from: .unitedStatesDollar, to: .renminbi, on: Self.day, for: .spot)?.rate.text(places: 4) == "6.2338")
  }

  @Test func theReverseRateIsTurnedRoundExactly() {
    let table = RateTable([Self.rate(.unitedStatesDollar, .renminbi, 62_338, nil)])
    let reverse = table.rate(from: .renminbi, to: .unitedStatesDollar, on: Self.day, for: .spot)
    #expect(reverse?.rate == Ratio(numerator: 10_000, denominator: 62_338))
    #expect(reverse?.base == .renminbi && reverse?.quote == .unitedStatesDollar)
  }

  @Test func noOtherDayKindOrCurrencyStandsIn() {
    let table = RateTable([
      Self.rate(.unitedStatesDollar, .renminbi, 62_338, nil, on: Self.day.adding(days: -1)),
      Self.rate(.unitedStatesDollar, .renminbi, 62_338, .average), Self.rate(.hongKongDollar, .renminbi, 8_043, nil),
    ])
    #expect(table.rate(from: .unitedStatesDollar, to: .renminbi, on: Self.day, for: .spot) == nil)
  }
}
