import Testing

@testable import Statements

/// Discrete from cumulative, cumulative from discrete, and the last twelve months.
@Suite struct DerivedFiguresTests {
  private static let entities = "entity,role,functional currency,year end\nParent,parent,CNY,\nSub,subsidiary,CNY,"

  /// `2024-04-01/2024-06-30 325` for each derived figure of an item of `Sub`.
  private static func derived(_ files: [String: String], item: String = "revenue", yearEnd: String = "31 December") throws -> [String] {
    try figures(files, item: item, yearEnd: yearEnd).filter(\.isDerived).map { "\($0.period.isoText) \($0.value.decimalText)" }
  }

  private static func figures(
    _ files: [String: String], item: String = "revenue", yearEnd: String = "31 December"
  ) throws -> [ComparedFigure] {
    let accounts = CSVGroup(files.merging(["entities.csv": entities + yearEnd + "\n"]) { first, _ in first }).accounts()
    let set = accounts.figures(of: try #require(accounts.entities.find("Sub")))
    let id = try #require(accounts.catalogue.find(id: item))
    return try #require(set.row(id)).figures
  }

  private static func results(_ periods: [String], _ figures: [String], item: String = "Revenue") -> [String: String] {
    ["results.csv": "entity,Sub\n,\(periods.joined(separator: ","))\n\(item),\(figures.joined(separator: ","))\n"]
  }

  @Test func aQuarterIsTheDifferenceOfTwoCumulativeFigures() throws {
    let found = try Self.derived(
      Self.results(
        [
          "Three months ended 31 March 2024", "Six months ended 30 June 2024", "Nine months ended 30 September 2024",
          "Year ended 31 December 2024",
        ],
        ["310", "635", "975", "1330"]))
    #expect(found == ["2024-04-01/2024-06-30 325", "2024-07-01/2024-09-30 340", "2024-10-01/2024-12-31 355"])
  }

  @Test func theSecondHalfIsTheYearLessTheFirst() throws {
    let found = try Self.derived(
      Self.results(["Six months ended 30 September 2023", "Year ended 31 March 2024"], ["40", "100"]), yearEnd: "31 March")
    #expect(found == ["2023-10-01/2024-03-31 60"])
  }

  @Test func whatIsNoMonthQuarterOrHalfIsNotDerived() throws {
    let found = try Self.derived(
      Self.results(["Three months ended 31 March 2024", "Eight months ended 31 August 2024"], ["40", "100"]))
    #expect(found == [])
  }

  @Test func yearsAndYearsToDateAreTheSumOfTheirQuarters() throws {
    let found = try Self.derived(
      Self.results(["Q1 2024", "Q2 2024", "Q3 2024", "Q4 2024", "Q1 2025", "Q2 2025"], ["310", "325", "340", "355", "330", "350"]))
    #expect(
      found == [
        "2024-01-01/2024-06-30 635", "2024-01-01/2024-12-31 1330", "2024-07-01/2025-06-30 1375", "2025-01-01/2025-06-30 680",
      ])
  }

  @Test func aMissingQuarterIsNotMadeUp() throws {
    #expect(try Self.derived(Self.results(["Q1 2024", "Q2 2024", "Q4 2024"], ["310", "325", "355"])) == [])
  }

  @Test func theLastTwelveMonthsAreAYearAndTwoYearsToDate() throws {
    let files = Self.results(
      ["Nine months ended 30 September 2011", "Year ended 31 December 2011", "Nine months ended 30 September 2012"], ["70", "100", "90"])
    let figures = try Self.figures(files)
    let lastTwelve = try #require(figures.first { $0.period == .months(12, to: .day(2012, 9, 30)) })
    #expect(lastTwelve.value == Amount("120"), "100 + 90 − 70")
    #expect(lastTwelve.derivation?.parts.count == 3)
    #expect(lastTwelve.derivation?.parts.filter { !$0.isAdded }.map(\.fact.value) == [Amount("70")])
    #expect(lastTwelve.places.map(\.columnNumber) == [2, 3, 4], "each part keeps its cell")
  }

  @Test func theAnnouncementAllowsNoLastTwelveMonths() throws {
    #expect(try Self.derived(Self.results(["Year ended 31 December 2011", "Nine months ended 30 September 2012"], ["100", "90"])) == [])
  }

  @Test func thereAndBackAgain() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      let quarters = (0..<8).map { _ in Int.random(in: -900...900, using: &random) }
      let quarterNames = (0..<8).map { "Q\($0 % 4 + 1) \(2023 + $0 / 4)" }
      let months = ["Three months ended 31 March", "Six months ended 30 June", "Nine months ended 30 September", "Year ended 31 December"]
      let cumulativeNames = (0..<8).map { "\(months[$0 % 4]) \(2023 + $0 / 4)" }
      let cumulative = (0..<8).map { index in quarters[(index / 4 * 4)...index].reduce(0, +) }
      let fromCumulative = try Self.figures(Self.results(cumulativeNames, cumulative.map(String.init)))
      let fromQuarters = try Self.figures(Self.results(quarterNames, quarters.map(String.init)))
      for (index, quarter) in quarters.enumerated() {
        let end = CalendarDate.day(2023 + index / 4, index % 4 * 3 + 3, index % 4 == 1 || index % 4 == 2 ? 30 : 31)
        #expect(fromCumulative.first { $0.period == .months(3, to: end) }?.value == Amount(String(quarter)))
      }
      for year in [2023, 2024] {
        let whole = Period.months(12, to: .day(year, 12, 31))
        #expect(fromQuarters.first { $0.period == whole }?.value == fromCumulative.first { $0.period == whole }?.value)
      }
      for figure in fromCumulative + fromQuarters {
        guard let derivation = figure.derivation else { continue }
        #expect(derivation.value == figure.value)
        #expect(derivation.parts.allSatisfy { if case .read = $0.fact.provenance { true } else { false } }, "down to figures of files")
        let days = derivation.parts.reduce(0) { $0 + ($1.isAdded ? 1 : -1) * $1.fact.period.dayCount }
        #expect(days == figure.period.dayCount, "the parts cover the stretch, no day twice")
      }
    }
  }

  private static let first =
    "entity,Sub\n,Three months ended 31 March 2024,Six months ended 30 June 2024,Year ended 31 December 2024\nRevenue,12,25,52\n"

  @Test func whatWasRestatedInPartIsDerivedFromTheFiguresAsFirstReported() throws {
    let figures = try Self.figures([
      "first.csv": Self.first,
      "later.csv": "entity,Sub\n,Three months ended 31 March 2024 (restated),Three months ended 31 March 2025\nRevenue,13,14\n",
    ])
    let quarter = try #require(figures.first { $0.period == .months(3, to: .day(2024, 6, 30)) })
    #expect(quarter.value == Amount("13"), "25 less the 12 first reported, not the 13 restated")
    #expect(quarter.derivation?.basis == .firstReported)
    #expect(quarter.fact.scenario == Fact.asReported)
  }

  @Test func whatIsOnTwoBasesIsNotDerived() throws {
    let accounts = CSVGroup([
      "entities.csv": Self.entities + "31 December\n", "first.csv": Self.first,
      "later.csv": "entity,Sub\n,Three months ended 31 March 2024 (restated),Three months ended 31 March 2025\nRevenue,13,14\n",
    ]).accounts()
    let set = accounts.figures(of: try #require(accounts.entities.find("Sub")))
    let item = try #require(accounts.catalogue.find(id: "revenue"))
    let row = try #require(set.row(item))
    #expect(row.figure(.months(12, to: .day(2025, 3, 31))) == nil, "a year as first reported, with a quarter after the restatement")
    #expect(row.withheld.map(\.period) == [.months(12, to: .day(2025, 3, 31))])
    #expect(set.tables.flatMap(\.withheld).count == 1)
  }

  @Test func whatWasRestatedWholeIsDerivedAsRestated() throws {
    let figures = try Self.figures([
      "first.csv": Self.first,
      "later.csv": "entity,Sub\n,Three months ended 31 March 2024 (restated),Six months ended 30 June 2024 (restated)\nRevenue,13,27\n",
    ])
    let quarter = try #require(figures.first { $0.period == .months(3, to: .day(2024, 6, 30)) })
    #expect(quarter.value == Amount("14"))
    #expect(quarter.derivation?.basis == .restated)
  }

  /// A half year first reported beside a restated quarter is on its basis, whether the quarter as first reported is on file or not.
  @Test(arguments: [true, false])
  func whatStandsBesideARestatedFigureIsOnItsBasis(hasFirst: Bool) throws {
    var files = [
      "later.csv": "entity,Sub\n,Three months ended 31 March 2024 (restated),Six months ended 30 June 2024\nRevenue,13,25\n"
    ]
    if hasFirst { files["first.csv"] = "entity,Sub\n,Three months ended 31 March 2024\nRevenue,12\n" }
    let quarter = try #require(try Self.figures(files).first { $0.period == .months(3, to: .day(2024, 6, 30)) })
    #expect(quarter.value == Amount("12"), "25 less the 13 restated")
    #expect(quarter.derivation?.basis == .restated)
    #expect(quarter.derivation?.parts.map(\.fact.value) == [Amount("25"), Amount("13")])
  }

  /// The third quarter came after the statement with the restatement.
  @Test func whatALaterStatementReportedFirstIsOnTheRestatedBasis() throws {
    let figures = try Self.figures([
      "a.csv": "entity,Sub\n,Three months ended 31 March 2024\nRevenue,12\n",
      "b.csv": "entity,Sub\n,Three months ended 31 March 2024 (restated),Three months ended 30 June 2024\nRevenue,13,20\n",
      "c.csv": "entity,Sub\n,Three months ended 30 September 2024\nRevenue,30\n",
    ])
    let sum = try #require(figures.first { $0.period == .months(9, to: .day(2024, 9, 30)) })
    #expect(sum.value == Amount("63"))
    #expect(sum.derivation?.basis == .restated)
  }

  /// A quarter restated in a statement of its own, and a half year of which no file says when it was reported.
  @Test func withoutABasisInCommonNothingIsDerived() throws {
    let files = [
      "a.csv": "entity,Sub\n,Three months ended 31 March 2024 (restated)\nRevenue,13\n",
      "b.csv": "entity,Sub\n,Six months ended 30 June 2024\nRevenue,25\n",
    ]
    #expect(try Self.figures(files).contains { $0.isDerived } == false)
  }

  @Test func whatTheRestatementLeftAloneIsOnBothBases() throws {
    let figures = try Self.figures([
      "first.csv": Self.first,
      "later.csv": "entity,Sub\n,Three months ended 31 March 2024 (restated),Three months ended 31 March 2025\nRevenue,12,14\n",
    ])
    #expect(figures.first { $0.period == .months(3, to: .day(2024, 6, 30)) }?.derivation?.basis == .asOnFile)
    #expect(figures.first { $0.period == .months(12, to: .day(2025, 3, 31)) }?.value == Amount("54"))
  }

  @Test func currenciesAndBasesAreNotMixed() throws {
    let found = try Self.derived([
      "first.csv": "entity,Sub\ncurrency,CNY\n,Six months ended 30 June 2024\nRevenue,40\n",
      "second.csv": "entity,Sub\ncurrency,USD\n,Year ended 31 December 2024\nRevenue,100\n",
    ])
    #expect(found == [])
    let bases = try Self.derived([
      "first.csv": "entity,Sub\nbasis,combined\n,Six months ended 30 June 2024\nRevenue,40\n",
      "second.csv": "entity,Sub\nbasis,consolidated\n,Year ended 31 December 2024\nRevenue,100\n",
    ])
    #expect(bases == [])
  }

  @Test func balancesAndSharesDoNotAddUp() throws {
    for item in ["Opening equity", "Basic earnings per share"] {
      let id = item == "Opening equity" ? "opening-equity" : "basic-earnings-per-share"
      let files = Self.results(["Six months ended 30 June 2024", "Year ended 31 December 2024"], ["4", "10"], item: item)
      #expect((try? Self.derived(files, item: id)) ?? [] == [], "\(item)")
    }
  }
}
