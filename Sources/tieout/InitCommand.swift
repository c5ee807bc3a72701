import ArgumentParser
import Glibc

/// `tieout init`: a folder of templates, one for each form, that runs as it is.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write a folder of template CSVs, each with a worked line.",
    discussion: """
      Put your own lines in place of the worked ones, and take out the files that you do not need. Nothing that is there is overwritten.
      Try them with `tieout check --inputs DIR`.
      """)

  @Argument(help: ArgumentHelp("The folder to write; it is made where there is none.", valueName: "dir"))
  var folder: String

  func run() throws {
    do throws(SystemError) {
      try InitCommand.makeFolder(folder)
      for file in Templates.files { try InitCommand.write(Array(file.text.utf8), to: folder + "/" + file.name) }
    } catch {
      Terminal.error(error.description)
      throw Ending.failure
    }
    try Terminal.print(["\(Templates.files.count) templates in \(folder); try `tieout check --inputs \(folder)`"])
  }

  private static func makeFolder(_ path: String) throws(SystemError) {
    if mkdir(path, 0o755) != 0, errno != EEXIST { throw SystemError(path: path, doing: "make the folder", code: errno) }
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
