import DelimitedText
import Testing

@testable import Statements

/// The data behind the pages, as the contract has it.
@Suite struct DataFilesTests {
  private static func outcome() -> Pipeline.Outcome {
    var files = IssueGroup()
    files.others["results.csv"] =
      "entity,Sub\ncurrency,CNY\nbasis,consolidated\n,Year ended 31 December 2024\n\"Revenue, net | total\",(1.50)\n"
    return CSVGroup(files.files).outcome()
  }

  private static func lines(_ name: String) -> [String] {
    let file = outcome().files.first { $0.path == "group/data/\(name)" }
    return String(decoding: file?.bytes ?? [], as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test func factsHaveTheirPlaceAndTheTextAsWritten() {
    #expect(
      Self.lines("facts.csv") == [
        "entity,item,label,start,end,value,currency,decimals,basis,scenario,file,line,column,raw",
        "Sub,net-assets,Net assets/(liabilities),,2024-12-31,1000,CNY,0,,actual,group/position.csv,4,2,1000",
        "Sub,revenue-net-total,\"Revenue, net | total\",2024-01-01,2024-12-31,-1.5,CNY,2,consolidated,actual,group/results.csv,5,2,(1.50)",
        "",
      ])
  }

  @Test func transactionsAreGivenToTheCentAndInterestsToEightPlaces() {
    #expect(
      Self.lines("equity-transactions.csv") == [
        "event,date,status,entity,kind,treatment,policy,interest_before,interest_after,net_assets_before,consideration,costs,net_assets_after,"
          + "nci_before,nci_after,nci_adjustment,owners_equity_adjustment,goodwill_adjustment,gain_or_loss,currency,reason",
        "Round A,2025-01-01,completed,Sub,issue,equity transaction,proportionate,0.90000000,0.72000000,1000.00,500.00,0.00,1500.00,"
          + "100.00,420.00,320.00,180.00,0.00,0.00,CNY,", "",
      ])
  }

  @Test func theJournalBalances() {
    let lines = Self.lines("journal.journal")
    #expect(lines.contains("2025-01-01 Round A  ; IFRS 10.23, B96"))
    let postings = lines.filter { $0.hasPrefix("    ") }.map { $0.split(separator: " ").suffix(2).joined(separator: " ") }
    // 500 came in; NCI and owners are credited with what they gain.
    #expect(postings == ["CNY 500.00", "CNY -320.00", "CNY -180.00"])
  }

  @Test func everyFileHasTheHeaderOfTheContractAndReadsBackWhole() throws {
    let headers = [
      "findings.csv": "severity,check,entity,item,period,message,file,line,column,expected,actual,difference,tolerance,accepted",
      "comparison.csv": "entity,item,start,end,value,prior_start,prior_end,prior_value,change,change_percent,comparable,reason",
      "attribution.csv": "entity,item,start,end,effective_interest,total,owners,nci,currency",
    ]
    for (name, header) in headers { #expect(Self.lines(name).first == header) }
    for file in Self.outcome().files where file.path.hasSuffix(".csv") {
      #expect(file.bytes.last == 0x0A && !file.bytes.contains(0x0D) && !file.bytes.starts(with: [0xEF, 0xBB, 0xBF]), "\(file.path)")
      let table = try DelimitedReader.read(file.bytes)
      for index in 0..<table.recordCount { #expect(table[index].fieldCount == table[0].fieldCount, "\(file.path) record \(index)") }
    }
  }

  @Test func everyPageEndsWithTheMarkAndTheWayInComesLast() {
    let files = Self.outcome().files
    for file in files where file.path.hasSuffix(".md") {
      #expect(String(decoding: file.bytes, as: UTF8.self).hasSuffix(ReportFile.mark + "\n"), "\(file.path)")
    }
    #expect(files.last?.path == "README.md")
    #expect(Set(files.map(\.path)).count == files.count)
  }
}
