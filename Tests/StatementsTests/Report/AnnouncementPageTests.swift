import Testing

@testable import Statements

/// The draft announcement says what the files support, and marks what they do not.
@Suite struct AnnouncementPageTests {
  private static func group(settings: String? = "setting,value\nlisting regime,Main Board\n", event: String? = nil) -> IssueGroup {
    var group = IssueGroup()
    group.position = "entity,Sub\ncurrency,CNY\ngaap,HKFRS\n,2023-12-31,2024-12-31\nNet assets/(liabilities),900,1000\n"
    group.others["results.csv"] =
      "Sub\n\"Unaudited consolidated management accounts, HKFRS\"\nRMB,Year ended 31 December 2023,Year ended 31 December 2024\nProfit before tax,(30),120\nProfit after tax,(30),100\n"
    if let settings { group.others["settings.csv"] = settings }
    if let event { group.events = event }
    return group
  }

  @Test func onlyAListedParentHasOne() {
    let without = CSVGroup(Self.group(settings: nil).files).outcome()
    #expect(!without.files.contains { $0.path.hasSuffix("announcement.md") })
    #expect(!without.page("README.md").contains("announcement.md"))
    let with = CSVGroup(Self.group().files).outcome()
    #expect(with.page("README.md").contains("[Draft announcement](announcement.md)"))
    #expect(with.page("equity-transactions.md").contains("[draft announcement](announcement.md)"))
  }

  @Test func itHasTheFinancialInformationInTheFormOfAnAnnouncement() {
    let page = CSVGroup(Self.group().files).outcome().page("announcement.md")
    #expect(page.contains("The figures of Sub are unaudited, on a basis that the files call consolidated, and were prepared under HKFRS."))
    #expect(page.contains("As at 31 December 2023") && page.contains("For the 12 months to 31 December 2024"))
    #expect(page.contains("| Profit/(loss) before tax |") && page.contains("(30)") && page.contains("120"))
    #expect(page.contains("There is no original cost of the shares, since they are newly issued."))
    #expect(page.contains("](pictures/event-1-before.svg)") && page.contains("](pictures/event-1-after.svg)"))
  }

  @Test func whatTheFilesDoNotSayIsABlankThatSaysWhatIsMissing() {
    var group = Self.group()
    group.others["results.csv"] = nil
    group.position = "entity,Sub\ncurrency,CNY\n,2024-12-31\nNet assets/(liabilities),1000\n"
    let page = CSVGroup(group.files).outcome().page("announcement.md")
    #expect(page.contains("\\[●: whether audited\\]") && page.contains("\\[●: the accounting framework\\]"))
    #expect(page.contains("\\[●: not on file\\]"))
    #expect(page.contains("\\[●: whether Newcomer is a connected person of the issuer, and how\\]"))
    #expect(page.contains("\\[●: the percentage ratios: none can be determined from the files\\]"))
    #expect(page.contains("the issuer's total assets is not on file"))
  }

  @Test func theMonthsSinceTheYearEndAreThereOrABlank() {
    var group = Self.group(event: IssueGroup.event("25,,500,CNY,,", date: "2025-05-15"))
    #expect(
      CSVGroup(group.files).outcome().page("announcement.md").contains("\\[●: net assets and results of the months from 1 January 2025"))
    group.others["interim.csv"] = "entity,Sub\ncurrency,CNY\n,Three months ended 31 March 2025\nProfit before tax,7\nProfit after tax,6\n"
    let page = CSVGroup(group.files).outcome().page("announcement.md")
    #expect(page.contains("For the 3 months to 31 March 2025") && !page.contains("results of the months from"))
  }

  @Test func anotherRegimeIsNotTakenForTheMainBoard() {
    let page = CSVGroup(Self.group(settings: "setting,value\nlisting regime,GEM\n").files).outcome().page("announcement.md")
    #expect(page.contains("\\[●: the rules of the regime ‘GEM’, which are not held here\\]"))
  }
}
