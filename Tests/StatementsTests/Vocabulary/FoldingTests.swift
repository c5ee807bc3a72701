import Testing

@testable import Statements

@Suite struct FoldingTests {
  @Test(arguments: [
    ("Net assets / (liabilities)", "NET ASSETS/(LIABILITY)"), ("Net losses", "net loss"),
    ("Trade & other receivables", "Trade and other receivable"),
    ("Owners’ equity", "owners' equity"), ("Ｎｅｔ　ａｓｓｅｔｓ", "Net assets"), ("Net\u{A0}assets", "net assets"),
    ("  Net   assets  ", "Net assets"),
    ("資產淨值：", "資產淨值"), ("Non-current assets", "Non current asset"),
  ])
  func labelsThatMeanOneThingFoldToOne(left: String, right: String) {
    #expect(Folding.label(left) == Folding.label(right))
  }

  @Test(arguments: [
    ("Net assets", "Net asset value"), ("Current assets", "Non-current assets"), ("Basis", "Basi"), ("Gross", "Gros"), ("Status", "Statu"),
    ("資產淨值", "資產總值"), ("2011 loss", "2012 loss"),
  ])
  func labelsThatMeanTwoThingsStayApart(left: String, right: String) {
    #expect(Folding.label(left) != Folding.label(right))
  }

  @Test func namesKeepTheirPlurals() {
    #expect(Folding.name("Kingsoft Holdings, Ltd.") == "kingsoft holdings ltd")
    #expect(Folding.name("Kingsoft Holdings") != Folding.name("Kingsoft Holding"))
    #expect(Folding.name("KINGSOFT  holdings") == Folding.name("Kingsoft Holdings"))
  }

  @Test func idsAreKebabCase() {
    #expect(Folding.kebab("Bank overdrafts (secured)") == "bank-overdrafts-secured")
    #expect(Folding.kebab("R&D") == "r-and-d")
    #expect(Folding.kebab("…") == "")
  }

  @Test func foldingTwiceIsFoldingOnce() {
    for text in ["Net assets/(liabilities)", "Income tax expenses", "Trade & other payables", "員工成本", "３月31日"] {
      let once = Folding.label(text)
      #expect(Folding.name(once) == once)
    }
  }
}
