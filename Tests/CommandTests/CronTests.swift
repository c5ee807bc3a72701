import Foundation
import Testing

/// `Scripts/cron` with a `crontab` of the test's own, whose table is a file.
@Suite struct CronTests {
  private static let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Scripts/cron").standardizedFileURL.path

  private static let crontab = """
    #!/bin/sh
    if [ "$1" = -l ]; then
      [ ! -e "$TABLE.locked" ] || { echo "you are not allowed to use this program" >&2; exit 1; }
      cat "$TABLE" 2>/dev/null || { echo "no crontab for somebody" >&2; exit 1; }
    else
      cat "$1" >"$TABLE"
    fi

    """

  private func folder() throws -> WorkFolder {
    let folder = try WorkFolder(["bin/crontab": Self.crontab, "a 'b' 100%/tieout": "#!/bin/sh\nprintf '%s\\n' \"$@\"\n"])
    for path in ["bin/crontab", "a 'b' 100%/tieout"] {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path(path))
    }
    return folder
  }

  private func cron(_ folder: WorkFolder, _ action: String, schedule: String? = nil, path: String? = nil) throws -> (
    status: Int32, errors: String
  ) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [Self.script, action]
    var environment = [
      "PATH": path ?? folder.path("bin") + ":/usr/bin:/bin", "TABLE": folder.path("table"),
      "BINARY": folder.path("a 'b' 100%/tieout"), "INPUTS": folder.path("In puts"), "REPORTS": folder.path("50% Reports"),
    ]
    environment["SCHEDULE"] = schedule
    process.environment = environment
    let stderr = Pipe()
    process.standardError = stderr
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let errors = try stderr.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: errors, as: UTF8.self))
  }

  @Test func oneLineIsPutInOnceAndTakenOutAgain() throws {
    let folder = try folder()
    try folder.write("table", "MAILTO=finance@example.org\n5 4 * * * backup # tieout\n")
    #expect(try cron(folder, "install").status == 0)
    let installed = try folder.text("table")
    let lines = installed.split(separator: "\n")
    #expect(lines.count == 3 && lines[0] == "MAILTO=finance@example.org" && lines[1] == "5 4 * * * backup # tieout")
    #expect(lines[2].hasPrefix("0 7 * * * PATH=/usr/bin:/bin SWIFT_BACKTRACE=enable=no '/"), "\(lines[2])")
    #expect(!lines[2].replacingOccurrences(of: "\\%", with: "").contains("%"), "cron takes a bare % for a line end")
    #expect(try cron(folder, "install").errors.contains("nothing to do"))
    #expect(try folder.text("table") == installed)
    #expect(try cron(folder, "install", schedule: "*/15 6-20 * * 1-5").status == 0)
    #expect(try folder.text("table").split(separator: "\n").count == 3)
    #expect(try folder.text("table").contains("\n*/15 6-20 * * 1-5 PATH="))
    #expect(try cron(folder, "uninstall").status == 0)
    #expect(try folder.text("table") == "MAILTO=finance@example.org\n5 4 * * * backup # tieout\n")
    #expect(try cron(folder, "uninstall").errors.contains("nothing to do"))
  }

  @Test func theLineRunsAsCronRunsIt() throws {
    let folder = try folder()
    #expect(try cron(folder, "install").status == 0)
    // Cron takes five fields off and turns \% into %.
    let line = try folder.text("table").split(separator: "\n")[0].split(separator: " ", maxSplits: 5)[5]
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", line.replacingOccurrences(of: "\\%", with: "%")]
    process.environment = [:]
    let stdout = Pipe()
    process.standardOutput = stdout
    try process.run()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(
      String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init) == [
        "report", "--quiet", "--inputs", folder.path("In puts"), "--reports", folder.path("50% Reports"), "--log",
        folder.path("50% Reports") + "/tieout.log",
      ])
  }

  @Test func whatCannotBeDoneIsSaidAndNothingIsOverwritten() throws {
    let folder = try folder()
    if !FileManager.default.fileExists(atPath: "/usr/bin/crontab"), !FileManager.default.fileExists(atPath: "/bin/crontab") {
      let missing = try cron(folder, "install", path: "/usr/bin:/bin")
      #expect(missing.status == 1 && missing.errors.contains("there is no crontab on this machine"), "\(missing.errors)")
    }
    #expect(try cron(folder, "install", schedule: "every day").errors.contains("SCHEDULE needs five fields"))
    #expect(try cron(folder, "install", schedule: "0 7 * * $(x)").errors.contains("no schedule has"))
    try folder.write("table", "5 4 * * * backup\n")
    try folder.write("table.locked", "")
    let locked = try cron(folder, "install")
    #expect(locked.status == 1 && locked.errors.contains("the crontab cannot be read: you are not allowed"), "\(locked.errors)")
    #expect(try folder.text("table") == "5 4 * * * backup\n")
  }
}
