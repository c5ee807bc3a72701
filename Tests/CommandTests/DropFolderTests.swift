import Foundation
import Glibc
import Testing

/// What people and their programs leave in the folder of inputs.
@Suite struct DropFolderTests {
  private static let statement = CommandTests.statement

  @Test func aFileThatIsOpenForWritingWaitsAndSoDoTheReportsOfItsGroup() throws {
    let folder = try WorkFolder([
      "Inputs/pier/a.csv": Self.statement, "Inputs/quay/a.csv": Self.statement.replacingOccurrences(of: "Pier", with: "Quay"),
    ])
    #expect(try folder.tieout().status == 0)
    let page = try folder.text("Reports/pier/entities/pier.md")
    let more = Self.statement.replacingOccurrences(of: "60,60", with: "60,61")
    try folder.write("Inputs/pier/a.csv", more)
    try folder.write("Inputs/quay/a.csv", more.replacingOccurrences(of: "Pier", with: "Wharf"))
    let writer = open(folder.path("Inputs/pier/a.csv"), O_WRONLY | O_APPEND)
    #expect(writer >= 0)
    // A file system that gives a read lease beside a writer cannot tell.
    let reader = open(folder.path("Inputs/pier/a.csv"), O_RDONLY)
    defer { close(reader) }
    guard fcntl(reader, 1024, Int32(F_RDLCK)) != 0, errno == EAGAIN else { return }
    let run = try folder.tieout()
    #expect(run.status == 1)
    #expect(
      run.errors.contains("Inputs/pier/a.csv: error: the file cannot be read: it is still open for writing; the next run takes it"),
      "\(run.errors)")
    #expect(try folder.text("Reports/pier/entities/pier.md") == page)
    #expect(folder.exists("Reports/quay/entities/wharf.md"))
    #expect(try folder.text("Reports/README.md").contains("left as it was: ‘a.csv’ is for the next run"))
    let verify = try folder.run(["verify"])
    #expect(verify.status == 1 && verify.errors.contains("Inputs/pier/a.csv: error: the file is not whole"), "\(verify.errors)")
    close(writer)
    let next = try folder.tieout()
    #expect(next.status == 1 && next.errors.contains("[restated]") && !next.errors.contains("[unreadable]"), "\(next.errors)")
    #expect(try folder.text("Reports/pier/entities/pier.md") != page)
    #expect(try folder.run(["verify"]).status == 0)
  }

  @Test func aYoungFileThatEndsAmidALineIsLookedAtAgain() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement])
    let whole = String(Self.statement.dropLast())
    try folder.write("Inputs/pier/a.csv", whole)
    let began = Date()
    #expect(try folder.tieout().status == 0)
    #expect(Date().timeIntervalSince(began) > 1, "it waited until the file had lain still")
    let again = Date()
    #expect(try folder.tieout().status == 0)
    #expect(Date().timeIntervalSince(again) < 1.5, "an old file is not waited for")
  }

  @Test func whatIsNoFileOfOursIsNamedAndTheRestGoesOn() throws {
    let folder = try WorkFolder(["Inputs/pier/a.csv": Self.statement, "outside/b.csv": Self.statement])
    let inputs = folder.path("Inputs/pier")
    #expect(symlink("../../outside/b.csv", inputs + "/link.csv") == 0)
    #expect(symlink("../../outside", inputs + "/folder") == 0)
    #expect(symlink("nowhere", inputs + "/dangling.csv") == 0)
    #expect(mkfifo(inputs + "/pipe.csv", 0o600) == 0)
    let listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    // A path of a socket is short: it is bound beside, then moved in.
    let short = "/tmp/tieout-\(getpid()).sock"
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(short.utf8) + [0]) }
    let bound = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) }
    }
    let hasSocket = bound == 0 && rename(short, inputs + "/socket.csv") == 0
    let isMadeOfOtherBytes = (inputs + "/gr").withCString { prefix in
      let name = Array(UnsafeBufferPointer(start: prefix, count: strlen(prefix))) + [CChar(bitPattern: 0xFC)] + Array("n.csv".utf8CString)
      return close(open(name, O_CREAT | O_WRONLY, 0o600)) == 0
    }
    #expect(isMadeOfOtherBytes)
    try folder.write("Inputs/pier/.hidden.csv", "\"")
    try folder.write("Inputs/pier/~$lock.csv", "\"")
    try folder.write("Inputs/pier/half.csv.part", "\"")
    try folder.write("Inputs/pier/picture.png", "\"")
    let run = try folder.tieout()
    close(listener)
    #expect(run.status == 1)
    for (name, problem) in [
      ("link.csv", "it is a symbolic link"), ("folder", "it is a symbolic link to a folder"), ("dangling.csv", "it is a symbolic link"),
      ("pipe.csv", "it is no ordinary file"), ("gr\u{FFFD}n.csv", "its name is not UTF-8"),
    ] + (hasSocket ? [("socket.csv", "it is no ordinary file")] : []) {
      #expect(run.errors.contains("Inputs/pier/\(name): error: the file cannot be read: \(problem)"), "\(name): \(run.errors)")
    }
    for name in ["hidden", "lock", "half", "picture"] { #expect(!run.errors.contains(name)) }
    #expect(try folder.text("Reports/pier/data/facts.csv").contains("Pier,net-assets"))
  }

  @Test func groupsThatLookAlikeStayApartAndNamesLeadNowhere() throws {
    let names = ["Caf\u{E9}", "Cafe\u{301}", "QUAY", "quay", "README.md", "a\nb", "..hidden", "%2e%2e"]
    let folder = try WorkFolder([:])
    #expect(mkdir(folder.path("Inputs"), 0o700) == 0)
    for (index, name) in names.enumerated() {
      let path = folder.path("Inputs") + "/" + name
      let text = Self.statement.replacingOccurrences(of: "Pier", with: "E\(index)")
      #expect(mkdir(path, 0o700) == 0, "\(name)")
      #expect(FileManager.default.createFile(atPath: path + "/a.csv", contents: Data(text.utf8)))
    }
    let run = try folder.tieout()
    #expect(run.status == 0, "\(run.errors)")
    let groups = try FileManager.default.contentsOfDirectory(atPath: folder.path("Reports"))
      .filter { !["README.md", "changes.md", "history.sqlite"].contains($0) }
    // A hidden folder is no group.
    #expect(groups.count == names.count - 1, "\(groups)")
    #expect(Set(groups.map { $0.lowercased().precomposedStringWithCanonicalMapping }).count == groups.count)
    #expect(!groups.contains { $0.contains("\n") })
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(".")).sorted() == ["Inputs", "Reports"])
  }

  @Test func pagesOfEntitiesNeverLeaveTheirFolder() throws {
    let long = String(repeating: "long name ", count: 60)
    let names = ["../../x", "/etc/x", "CON", "Pier", "PIER LTD", "Caf\u{E9}", "Cafe\u{301} 2", long + "a", long + "b", "."]
    let rows = names.map { "\"\($0)\",2024-12-31,total-assets,5,HKD" }.joined(separator: "\n")
    let folder = try WorkFolder(["Inputs/pier/a.csv": "entity,date,item,amount,currency\n\(rows)\n"])
    _ = try folder.tieout()
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path("Reports/pier/entities"))
    #expect(pages.count == names.count, "\(pages)")
    #expect(pages.allSatisfy { $0.hasSuffix(".md") && $0.utf8.count < 100 && !$0.hasPrefix(".") })
    #expect(Set(pages.map { $0.lowercased() }).count == pages.count)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path(".")).sorted() == ["Inputs", "Reports"])
  }
}
