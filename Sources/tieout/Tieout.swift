import ArgumentParser
import Glibc
import Statements

/// The command: a sub-command for each thing that it does, `report` where none is given.
@main
struct Tieout: ParsableCommand {
  static func main() {
    // A reader who leaves, or a limit on file sizes, is an error of the write that we look at, not our death.
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    // A writer comes while we ask whether a file is being written.
    signal(SIGIO, SIG_IGN)
    // Where one of the three streams is closed, the next file opened would stand for it, and what is printed would go into it.
    var spare = open("/dev/null", O_RDONLY | O_CLOEXEC)
    while spare >= 0, spare <= STDERR_FILENO { spare = open("/dev/null", O_RDONLY | O_CLOEXEC) }
    if spare >= 0 { close(spare) }
    refuseUnknownCommand(CommandLine.arguments.dropFirst().first)
    main(nil)
  }

  /// A first word that is no command would count as an argument of `report`, which says little to somebody who mistyped `check`.
  private static func refuseUnknownCommand(_ word: String?) {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let word, !word.hasPrefix("-"), word != "help", !names.contains(word) else { return }
    let hint = FileSystem.isFolder(word) ? "; to read the files of that folder, write `tieout --inputs \(word)`" : ""
    Terminal.error("there is no command ‘\(word)’: the commands are \(names.joined(separator: ", "))\(hint)")
    Tieout.exit(withError: Ending.usage)
  }

  static let configuration = CommandConfiguration(
    commandName: "tieout",
    abstract: "Ties out a group's management accounts: CSV in, checked and treated Markdown reports out.",
    discussion: """
      Drop the subsidiaries' CSV files into Inputs/ and run `tieout`; read Reports/README.md.

      Exit codes: 0 no error found, 1 errors found (with --strict, warnings too), 2 the job could not be done, \
      64 the command line is wrong, 75 another run holds the reports folder.
      """,
    version: Pipeline.version,
    subcommands: [
      ReportCommand.self, CheckCommand.self, ReadCommand.self, TraceCommand.self, VerifyCommand.self, ExplainCommand.self, InitCommand.self,
    ],
    defaultSubcommand: ReportCommand.self)
}

/// How a run ends, as `tieout --help` says and docs/AUTOMATION.md relies on.
enum Ending {
  /// A person must look at the data.
  static let findings = ExitCode(1)
  /// An operator must look; what stood before stands untouched.
  static let failure = ExitCode(2)
  /// The command line is wrong.
  static let usage = ExitCode(64)
  /// Another run holds the folder.
  static let held = ExitCode(75)
}

/// Options that several commands take.
struct InputOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The folder with the CSV files.", valueName: "dir"))
  var inputs = "Inputs"

  /// What stands before a path in a message.
  var prefix: String { inputs.hasSuffix("/") ? inputs : inputs + "/" }

  /// The files of each group; ends the run where there is nothing to read.
  ///
  /// - Parameter tell: takes the line that says why.
  func deliveries(_ tell: (String) -> Void = Terminal.error) throws -> [String: [Delivery]] {
    let found: [String: [Delivery]]
    do throws(SystemError) {
      found = try InputFolder.read(inputs)
    } catch {
      tell("\(error.description); `--inputs DIR` names another folder, `tieout init DIR` writes one to begin with")
      throw Ending.failure
    }
    guard !found.isEmpty else {
      tell(
        "\(inputs): nothing to read: there is no *.csv, *.tsv or *.txt file in it; `--inputs DIR` names another folder, `tieout init DIR` writes one to begin with"
      )
      throw Ending.failure
    }
    return found
  }
}

/// The languages of the reports, where the command line asks for some.
struct LanguageOption: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("The language of the reports: \(ReportLanguages.choices).", valueName: "language"))
  var language: String?

  /// Nil where the settings of each group say.
  var languages: ReportLanguages? { language.flatMap(ReportLanguages.init(words:)) }

  func validate() throws {
    guard let language, languages == nil else { return }
    throw ValidationError("there is no language '\(language)'; there is: \(ReportLanguages.choices)")
  }
}
