import Foundation
import Glibc

/// Cuts every sample short at every byte and damages it thousands of times: `make damage`.
///
/// Options: `--each N` (random damages of each file), `--seed N`, `--only TEXT` (files whose path has it), `--show N` (silent ones that are
/// printed), `--inputs DIR`. A trap or a hang leaves its file in `.build/damaged.csv`.
@main
struct Main {
  private var each = 10_000
  private var seed: UInt64 = 20_121_130
  private var only = ""
  private var shown = 20
  private var inputs = "Inputs"

  static func main() {
    var run = Main()
    var arguments = CommandLine.arguments.dropFirst()
    while let option = arguments.popFirst(), let value = arguments.popFirst() {
      switch option {
      case "--each": run.each = Int(value) ?? run.each
      case "--seed": run.seed = UInt64(value) ?? run.seed
      case "--only": run.only = value
      case "--show": run.shown = Int(value) ?? run.shown
      case "--inputs": run.inputs = value
      default: print("there is no option \(option)")
      }
    }
    exit(run.run() ? 0 : 1)
  }

  /// The samples by their groups.
  private func subjects() -> [DamageTrial.Subject] {
    let paths = ((try? FileManager.default.subpathsOfDirectory(atPath: inputs)) ?? []).filter { $0.hasSuffix(".csv") }.sorted()
    let files = paths.compactMap { path in
      FileManager.default.contents(atPath: inputs + "/" + path).map { SampleFile(path: path, bytes: Array($0)) }
    }
    return Dictionary(grouping: files) { String($0.path.prefix { $0 != "/" }) }.sorted { $0.key < $1.key }
      .map { DamageTrial.Subject(group: $0.key, files: $0.value) }
  }

  /// Ends the program where one file takes so much of the processor's time; where its threads wait for each other, after thirty times that.
  private static func limit(seconds: Int) {
    var time = itimerval(it_interval: timeval(tv_sec: 0, tv_usec: 0), it_value: timeval(tv_sec: seconds, tv_usec: 0))
    setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &time, nil)
    alarm(UInt32(seconds * 30))
  }

  /// Whether nothing was silent.
  private func run() -> Bool {
    var tallies: [String: [DamageTrial.Verdict: Int]] = [:]
    var kinds: [String] = []
    var slowest = Duration.zero
    var left = shown
    var count = 0
    var silent = 0
    func take(_ damage: Damage, _ file: SampleFile, _ subject: DamageTrial.Subject) {
      // What is read last when the program dies, or is ended by its alarm, is the culprit.
      _ = FileManager.default.createFile(atPath: ".build/damaged.csv", contents: Data(damage.applied(to: file.bytes)))
      Main.limit(seconds: 20)
      var trial: DamageTrial?
      let time = ContinuousClock().measure { trial = DamageTrial(subject, file, damage) }
      guard let trial else { return }
      slowest = max(slowest, time)
      count += 1
      if tallies[damage.kind] == nil { kinds.append(damage.kind) }
      tallies[damage.kind, default: [:]][trial.verdict, default: 0] += 1
      guard trial.verdict == .silent else { return }
      silent += 1
      guard left > 0 else { return }
      left -= 1
      print("SILENT: \(damage.kind), \(damage.described(in: file))")
      for change in trial.changes.prefix(4) { print("  " + change) }
    }
    let subjects = subjects()
    for subject in subjects {
      for file in subject.files where only.isEmpty || file.path.contains(only) {
        for offset in 0...file.bytes.count { take(.cut(file, at: offset), file, subject) }
        var numbers = DamageNumbers(seed: seed ^ file.path.utf8.reduce(7) { ($0 &* 31) &+ UInt64($1) })
        for _ in 0..<each { take(.random(file, &numbers), file, subject) }
      }
    }
    try? FileManager.default.removeItem(atPath: ".build/damaged.csv")
    print("\(subjects.flatMap(\.files).count) files, \(subjects.reduce(0) { $0 + $1.readingCount }) figures and lines of registers")
    for kind in kinds {
      let words = DamageTrial.Verdict.allCases.map { "\(tallies[kind]?[$0] ?? 0) \($0.rawValue)" }
      print("\(kind): \(words.joined(separator: ", "))")
    }
    print("damage: \(count) files, \(silent) silent, no trap; the slowest took \(slowest.formatted(.units(allowed: [.milliseconds])))")
    return silent == 0
  }
}
