import Testing

@testable import Statements

/// Pictures: XML without scripts or anything from elsewhere, words inside their boxes, figures where they belong.
@Suite struct PicturesTests {
  private static let long =
    "Harbour and Peninsula International Infrastructure and Logistics Development Holdings (Asia Pacific) Company Limited"
  private static let longChinese = "中華人民共和國粵港澳大灣區基礎設施及物流發展控股（集團）有限責任公司前海深港現代服務業合作區分公司"

  private static func issue(parent: String = "Parent", sub: String = "Sub", other: String = "Others", event: String = "Round A")
    -> Pipeline.Outcome
  {
    func cell(_ words: String) -> String { "\"" + words.replacing("\"", with: "\"\"") + "\"" }
    return CSVGroup([
      "entities.csv":
        "entity,role,name zh,functional currency\n\(cell(parent)),parent,,CNY\n\(cell(sub)),subsidiary,\(longChinese),CNY\n\(cell(other)),outside,,\nNewcomer,outside,,\n",
      "holdings.csv": "entity,holder,shares\n\(cell(sub)),\(cell(parent)),90\n\(cell(sub)),\(cell(other)),10\n",
      "position.csv": "entity,\(cell(sub))\ncurrency,CNY\n,2023-12-31,2024-12-31\nNet assets/(liabilities),(400),1000\n",
      "results.csv":
        "entity,\(cell(sub))\ncurrency,CNY\n,Year ended 31 December 2024,Six months ended 30 June 2024\nLoss after tax,(300),(100)\n",
      "events.csv":
        "event,date,status,entity,kind,to,shares,consideration,currency\n\(cell(event)),2025-01-01,completed,\(cell(sub)),issue,Newcomer,25,500,CNY\n",
    ]).outcome()
  }

  @Test func anEventHasItsStructureBeforeAndAfter() throws {
    let pictures = try Self.issue().pictures()
    #expect(Set(pictures.keys) == ["sub-net-assets.svg", "sub-bridge.svg", "event-1-before.svg", "event-1-after.svg"])
    let before = try #require(pictures["event-1-before.svg"])
    #expect(before.said == "Parent holds 90.00 % of Sub; Others holds 10.00 % of Sub.")
    let after = try #require(pictures["event-1-after.svg"])
    #expect(after.said == "Parent holds 72.00 % of Sub; Others holds 8.00 % of Sub; Newcomer holds 20.00 % of Sub.")
    #expect(after.words.map(\.words).contains("72.00 %") && after.words.map(\.words).contains("Newcomer"))
    #expect(before.entityBoxes.count == 3 && after.entityBoxes.count == 4)
  }

  @Test func aPictureIsAnImageWithATitleAndNeedsNothingFromElsewhere() throws {
    for file in Self.issue().files where file.path.hasSuffix(".svg") {
      let picture = try ReadPicture(file.bytes)
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(picture.attributes["role"] == "img" && !picture.title.isEmpty && !picture.said.isEmpty, "\(file.path)")
      #expect(
        picture.names.isSubset(of: ["svg", "title", "desc", "style", "rect", "polyline", "polygon", "circle", "text"]), "\(file.path)")
      #expect(text.contains("prefers-color-scheme:dark") && text.hasSuffix(ReportFile.mark + "\n"))
      let withoutNamespace = text.replacing("http://www.w3.org/2000/svg", with: "")
      for forbidden in ["://", "href", "url(", "@import", "<script", "onload"] { #expect(!withoutNamespace.contains(forbidden)) }
    }
  }

  @Test(arguments: [
    ("Pier", "Logistics"), (long, long + " (Branch)"), (longChinese, longChinese + "二"), ("W" + String(repeating: "WM@%", count: 40), "x"),
    ("<script>alert(1)</script>", "]]> --> </svg> & \"quoted\" 'single'"), ("\u{202E}desrever", "\u{200B}hidden \u{7F}"),
    (String(repeating: "a ", count: 200), "שלום עולם"), ("ﷺ مجموعة الميناء", "𠮷野家 株式会社 🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢🚢"),
  ])
  func wordsStayInsideTheirBoxes(sub: String, other: String) throws {
    let outcome = Self.issue(parent: sub + " parent", sub: sub, other: other, event: sub + other)
    let pictures = try outcome.pictures()
    #expect(pictures.count == 4)
    for (name, picture) in pictures { #expect(picture.misplaced == [], "\(name)") }
    for file in outcome.files where file.path.hasSuffix(".svg") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(!text.contains("<script") && !text.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) || $0.value == 0x7F })
    }
  }

  @Test(arguments: [4, 5, 6, 7, 8, 9, 10])
  func noLineOfChineseBeginsWithAMarkThatClosesOrPartsADay(_ characters: Int) {
    let words = WrappedWords("截至2012年9月30日止九個月：（虧損）「甲」，乙。", width: characters * 12, size: 10, most: 40)
    #expect(!words.lines.contains { line in "：，。）」".contains { line.hasPrefix(String($0)) } })
    #expect(!words.lines.contains { $0.hasSuffix("（") || $0.hasSuffix("「") || $0.last?.isASCII == true })
    #expect(words.lines.joined() == "截至2012年9月30日止九個月：（虧損）「甲」，乙。")
  }

  @Test func whatIsShortenedIsThereInFullForWhoPointsAtIt() {
    let name = Self.long + " and " + Self.long
    for file in Self.issue(sub: name).files where file.path.hasSuffix("event-1-before.svg") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(text.contains("…</text>") && text.contains("><title>\(name) "))
    }
  }

  @Test func negativeFiguresStandBelowTheAxis() throws {
    let picture = try #require(try Self.issue().pictures()["sub-net-assets.svg"])
    // The line of nil goes over the whole width; of the bars of net assets the first hangs from it, the second stands on it.
    let nilLine = try #require(picture.words.first { $0.words == "0" }).y - 4
    let bars = picture.boxes.filter { $0.classes == "loss" || $0.classes == "total" }
    #expect(bars.first?.y == nilLine && (bars.first?.height ?? 0) > 10)
    #expect(bars.dropFirst().first.map { $0.y + $0.height } == nilLine)
  }

  @Test func resultsOfDifferentLengthAreDrawnByTheMonthAndSaySo() throws {
    let picture = try #require(try Self.issue().pictures()["sub-net-assets.svg"])
    #expect(picture.said.contains("by the month since the periods differ in length"))
    #expect(picture.said.contains("(17) a month of (100) for 6 months to 30 June 2024"))
    #expect(picture.said.contains("(25) a month of (300) for 12 months to 31 December 2024"))
    #expect(picture.words.contains { $0.words == "(25)" } && !picture.words.contains { $0.words == "(300)" })
  }

  @Test func theBridgeGoesFromTheOpeningToTheClosingPosition() throws {
    let picture = try #require(try Self.issue().pictures()["sub-bridge.svg"])
    #expect(
      picture.said
        == "In RMB: opening net assets (400) at 31 December 2023; loss after tax (300); unexplained: no file says 1,700; closing net assets 1,000 at 31 December 2024."
    )
    #expect(picture.boxes.contains { $0.isDashed })
  }

  @Test func thePagesShowThePicturesWithEveryFigureInWords() {
    let outcome = Self.issue()
    let page = outcome.page("entities/sub.md")
    #expect(page.contains("](../pictures/sub-net-assets.svg)") && page.contains("](../pictures/sub-bridge.svg)"))
    #expect(page.contains("(400) at 31 December 2023; 1,000 at 31 December 2024"))
    #expect(outcome.page("equity-transactions.md").contains("](pictures/event-1-after.svg)"))
  }

  // MARK: Structures

  @Test func tiersContractsCirclesAndWhatIsNotOnFileAreDrawnAsTheyAre() throws {
    let pictures = try CSVGroup([
      "entities.csv":
        "entity,role,functional currency\nP,parent,CNY\nHold,subsidiary,CNY\nWFOE,subsidiary,CNY\nOp,subsidiary,CNY\nNew,outside,\n",
      "holdings.csv":
        "date,entity,holder,percent,basis\n2024-01-01,Hold,P,72.459%,equity\n2024-01-01,Hold,Others,27.541%,equity\n2024-01-01,WFOE,Hold,100%,equity\n2024-01-01,Op,WFOE,,structured contracts\n2024-01-01,Op,Mr Wang,60%,equity\n2024-01-01,Op,Ms Li,40%,equity\n2024-01-01,P,Op,1%,equity\n",
      "position.csv": "entity,Hold\ncurrency,CNY\n,2024-12-31\nNet assets,1000\n",
      "events.csv":
        "event,date,status,entity,kind,to,shares,consideration,currency,control after\nRound A,2025-01-01,signed,Hold,issue,New,25,500,CNY,yes\n",
    ]).outcome().pictures()
    let before = try #require(pictures["event-1-before.svg"])
    #expect(before.lines.contains { $0.isDashed })
    #expect(before.said.contains("WFOE controls Op by structured contracts, their part is not on file"))
    #expect(before.said.contains("Op holds 1.00 % of P, in a circle that the drawing leaves out"))
    #expect(before.words.contains { $0.words == "72.46 %" })
    let after = try #require(pictures["event-1-after.svg"])
    #expect(
      after.said.contains("P holds under 72.46 % of Hold")
        && after.said.contains("New holds a part of Hold that is not on file"))
    #expect(after.misplaced == [] && before.misplaced == [])
  }

  @Test func ofManyHoldersTheSmallestAreOneBox() throws {
    var holdings = "entity,holder,shares\nSub,Parent,500\n"
    for number in 1...50 { holdings += "Sub,Holder \(number),\(number)\n" }
    var group = IssueGroup()
    group.holdings = holdings
    let before = try #require(try CSVGroup(group.files).outcome().pictures()["event-1-before.svg"])
    #expect(before.entityBoxes.count == 7)
    // 46 × 47 ÷ 2 = 1,081 of 1,775.
    #expect(before.said.contains("46 other holders together hold 60.90 % of Sub"))
    #expect(before.misplaced == [])
  }

  @Test func aLargeGroupHasAPictureWithRoomForAll() throws {
    var entities = "entity,role,functional currency\nParent,parent,CNY\nNewcomer,outside,\n"
    var holdings = "entity,holder,percent\n"
    for tier in 1...6 {
      for number in 1...5 {
        entities += "T\(tier)N\(number),subsidiary,CNY\n"
        for holder in 1...(tier == 1 ? 1 : 5) {
          holdings += "T\(tier)N\(number),\(tier == 1 ? "Parent" : "T\(tier - 1)N\(holder)"),\(tier == 1 ? 100 : 20)%\n"
        }
      }
    }
    let pictures = try CSVGroup([
      "entities.csv": entities, "holdings.csv": holdings, "position.csv": "entity,T2N1\ncurrency,CNY\n,2024-12-31\nNet assets,1000\n",
      "events.csv":
        "event,date,status,entity,kind,to,shares,consideration,currency,control after\nRound A,2025-01-01,completed,T2N1,issue,Newcomer,25,500,CNY,yes\n",
    ]).outcome().pictures()
    for (name, picture) in pictures { #expect(picture.misplaced == [], "\(name)") }
  }

  // MARK: Axes

  @Test(arguments: [
    (["95.3", "-456.6", "14433.9"], ["-5000", "0", "5000", "10000", "15000"]), (["0"], ["0", "0.1"]), (["3"], ["0", "1", "2", "3"]),
    (["-7"], ["-8", "-6", "-4", "-2", "0"]), (["0.1"], ["0", "0.1"]),
  ])
  func anAxisHasRoundFiguresAndNilAmongThem(values: [String], ticks: [String]) {
    let scale = AmountScale(
      values.map { Amount($0.replacing("-", with: "")).signed($0.hasPrefix("-")) },
      Display(unit: MoneyUnit(currency: nil, exponent: 0), places: 1))
    #expect(scale.ticks.map(\.decimalText) == ticks)
    #expect(scale.offset(of: scale.high, height: 150) == 0 && scale.offset(of: scale.low, height: 150) == 150)
  }

  @Test(arguments: [1, 2, 5, 13, 59, 61, 400, 2_000])
  func anyNumberOfPeriodsIsDrawn(count: Int) throws {
    var file = "entity,date,item,amount,currency\n"
    for number in 0..<count {
      file +=
        "Sub,\(CalendarDate.day(1990, 1, 31).adding(days: number * 7).isoText),net-assets,\((number * 7_919) % 1_000_000 - 300_000),CNY\n"
    }
    let picture = try #require(try CSVGroup(["long.csv": file]).outcome().pictures()["sub-net-assets.svg"])
    #expect(picture.misplaced == [])
    #expect(picture.words.count < 200)
  }
}

extension Amount {
  fileprivate func signed(_ isNegative: Bool) -> Amount { isNegative ? -self : self }
}
