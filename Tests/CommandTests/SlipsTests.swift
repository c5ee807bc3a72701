import Testing

/// What somebody types in the first hour and does not mean: refused before anything is written, with the next thing to type.
@Suite struct SlipsTests {
  private static let statement = "Pier\nHK$'000,31 December 2024\nTotal assets,100\nTotal liabilities,40\nNet assets,60\n"

  @Test func aWordThatIsNoCommandIsNamedBesideThoseThatThereAre() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement])
    let run = try folder.run(["chek"])
    #expect(run.status == 64)
    #expect(run.errors.contains("there is no command ‘chek’: the commands are report, check, read, trace, verify, explain, init\n"))
    #expect(try folder.run(["Inputs/pier"]).errors.contains("write `tieout --inputs Inputs/pier`"))
    #expect(!folder.exists("Reports"))
  }

  @Test(arguments: ["Inputs", "Inputs/Reports", "./Inputs/pier/../pier", "Inputs/new/one"])
  func reportsAreNotWrittenAmongTheInputs(_ reports: String) throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement])
    let run = try folder.tieout("--reports", reports)
    #expect(run.status == 64)
    #expect(run.errors.contains("would lie in the folder of the inputs and be read as inputs; `--reports DIR` names another folder"))
    #expect(!folder.exists("Inputs/README.md") && !folder.exists("Inputs/Reports") && !folder.exists("Inputs/new"))
  }

  @Test(arguments: [["Inputs", "Reports"], ["Inputs/pier", "Reports"], ["Inputs", "Inputs 2025"], ["Inputs", "."]])
  func reportsBesideTheInputsAreWritten(_ folders: [String]) throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement])
    #expect(try folder.tieout("--inputs", folders[0], "--reports", folders[1]).status == 0)
    #expect(folder.exists(folders[1] + "/README.md"))
  }

  @Test func templatesAreNotMixedWithAccountsThatAreThere() throws {
    let folder = try WorkFolder(["Inputs/pier/a.CSV": Self.statement])
    let run = try folder.run(["init", "Inputs/pier"])
    #expect(run.status == 2)
    #expect(run.errors.contains("Inputs/pier: ‘a.CSV’ is there already"))
    #expect(!folder.exists("Inputs/pier/settings.csv"))
  }

  @Test func aFolderThatIsNotThereIsNamedWithWhatToDo() throws {
    let folder = try WorkFolder([:])
    let run = try folder.run(["check"])
    #expect(run.status == 2)
    #expect(run.errors.contains("Inputs: cannot read the folder: No such file or directory; `--inputs DIR` names another folder"))
    #expect(try folder.run(["read", "none.csv"]).errors == "tieout: error: none.csv: there is no such file\n")
  }
}
