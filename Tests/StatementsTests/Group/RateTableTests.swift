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

  /// IAS 21.8: the closing rate is the spot rate at the end of the day.
  @Test func theClosingAndTheSpotRateOfOneDayStandForEachOther() {
    let closing = RateTable([Self.rate(.unitedStatesDollar, .renminbi, 62_338, .closing)])
    let spot = RateTable([Self.rate(.unitedStatesDollar, .renminbi, 62_892, .spot)])
    #expect(closing.rate(from: .unitedStatesDollar, to: .renminbi, on: Self.day, for: .spot)?.rate.text(places: 4) == "6.2338")
    #expect(spot.rate(from: .unitedStatesDollar, to: .renminbi, on: Self.day, for: .closing)?.rate.text(places: 4) == "6.2892")
    let both = RateTable([
      Self.rate(.unitedStatesDollar, .renminbi, 62_338, .closing), Self.rate(.unitedStatesDollar, .renminbi, 62_892, .spot),
    ])
    #expect(both.rate(from: .unitedStatesDollar, to: .renminbi, on: Self.day, for: .spot)?.rate.text(places: 4) == "6.2892")
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

  @Test func aTableAgainstOneCurrencyIsCrossedExactly() throws {
    let euro = try #require(Currency(code: "EUR"))
    let table = RateTable([Self.rate(euro, .unitedStatesDollar, 12_986, nil), Self.rate(euro, .renminbi, 80_826, nil)])
    let crossed = try #require(table.rate(from: .unitedStatesDollar, to: .renminbi, on: Self.day, for: .closing))
    #expect(crossed.rate == Ratio(numerator: 80_826, denominator: 12_986))
    #expect(crossed.legs.map(\.base) == [euro, euro] && crossed.legs.map(\.quote) == [.unitedStatesDollar, .renminbi])
    #expect(table.rate(from: .renminbi, to: .unitedStatesDollar, on: Self.day, for: .spot)?.rate == .one / crossed.rate)
  }

  @Test func aRateOfThePairComesBeforeACross() throws {
    let euro = try #require(Currency(code: "EUR"))
    let table = RateTable([
      Self.rate(euro, .unitedStatesDollar, 12_986, nil), Self.rate(euro, .renminbi, 80_826, nil),
      Self.rate(.renminbi, .unitedStatesDollar, 1_600, nil),
    ])
    let found = try #require(table.rate(from: .unitedStatesDollar, to: .renminbi, on: Self.day, for: .closing))
    #expect(found.rate == Ratio(numerator: 100, denominator: 16) && found.legs.count == 1)
  }

  @Test func aRateForAnyUseIsNoAverage() {
    let table = RateTable([Self.rate(.unitedStatesDollar, .renminbi, 62_338, nil)])
    #expect(table.rate(from: .unitedStatesDollar, to: .renminbi, on: Self.day, for: .average) == nil)
  }

  @Test func anAverageWithItsFirstDayIsForThosePeriodsOnly() {
    var ofTheMonth = Self.rate(.unitedStatesDollar, .renminbi, 62_300, .average)
    ofTheMonth.start = .day(2012, 11, 1)
    let table = RateTable([Self.rate(.unitedStatesDollar, .renminbi, 63_000, .average), ofTheMonth])
    func average(_ start: CalendarDate?) -> String? {
      table.rate(from: .unitedStatesDollar, to: .renminbi, on: Self.day, for: .average, start: start)?.rate.text(places: 2)
    }
    #expect(average(.day(2012, 11, 1)) == "6.23")
    #expect(average(.day(2012, 1, 1)) == "6.30")
    #expect(
      RateTable([ofTheMonth]).rate(from: .unitedStatesDollar, to: .renminbi, on: Self.day, for: .average, start: .day(2012, 1, 1)) == nil)
  }
}
