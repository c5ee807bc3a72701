import ArgumentParser
import Glibc

/// `tieout init`: a folder of templates, one for each form, that runs as it is; or one with mistakes to practise on.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a folder of template CSVs, each with a worked line.",
    discussion: """
      Put your own lines in place of the worked ones, and take out the files that you do not need. A folder that has files of its own is left \
      alone, so that the invented group is not mixed with a real one.
      """)

  @Argument(help: ArgumentHelp("The folder to write; it is made where there is none.", valueName: "dir"))
  var folder: String

  @Flag(name: .long, help: "Write a group with some twenty mistakes instead, to find and to mend.")
  var practice = false

  func run() throws {
    let own = FileSystem.names(in: folder).first { name in [".csv", ".tsv", ".txt"].contains { name.lowercased().hasSuffix($0) } }
    if let own {
      Terminal.error("\(folder): ‘\(own)’ is there already, and templates are not mixed with other files: name a new folder")
      throw Ending.failure
    }
    let files = practice ? Practice.files : Templates.files
    do throws(SystemError) {
      try InitCommand.makeFolders(folder)
      for file in files { try InitCommand.write(Array(file.text.utf8), to: folder + "/" + file.name) }
    } catch {
      Terminal.error(error.description)
      throw Ending.failure
    }
    let what = practice ? "files with some twenty mistakes to mend" : "templates"
    let isGroup = folder.split(separator: "/").dropLast().elementsEqual(["Inputs"]) && !folder.hasPrefix("/")
    try Terminal.print(["\(files.count) \(what) in \(folder); try `tieout check\(isGroup ? "" : " --inputs \(folder)")`"])
  }

  private static func makeFolders(_ path: String) throws(SystemError) {
    var made = path.hasPrefix("/") ? "" : "."
    for part in path.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o755) != 0, errno != EEXIST { throw SystemError(path: path, doing: "make the folder", code: errno) }
    }
  }

  /// Writes a new file; one that is there is never touched.
  private static func write(_ bytes: [UInt8], to path: String) throws(SystemError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw SystemError(path: path, doing: "write the template", code: errno) }
    var offset = 0
    while offset < bytes.count {
      let count = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        let code = errno
        close(descriptor)
        throw SystemError(path: path, doing: "write the template", code: code)
      }
      offset += count
    }
    guard close(descriptor) == 0 else { throw SystemError(path: path, doing: "write the template", code: errno) }
  }
}
