import Foundation

/// Puts one error at a time into statements that hold together, and counts how many are found: `make mutate`.
///
/// Options: `--seed N`, `--sets N` (random sets), `--each N` (errors of each kind in each set), `--corpus DIR`, `--show KIND` (what became of
/// each error of a kind).
@main
struct Mutate {
  private var seed: UInt64 = 20_121_130
  private var setCount = 16
  private var each = 6
  private var corpus = "../shared/corpus/statements"
  private var shown: String?

  static func main() async {
    var run = Mutate()
    var arguments = CommandLine.arguments.dropFirst()
    while let option = arguments.popFirst(), let value = arguments.popFirst() {
      switch option {
      case "--seed": run.seed = UInt64(value) ?? run.seed
      case "--sets": run.setCount = Int(value) ?? run.setCount
      case "--each": run.each = Int(value) ?? run.each
      case "--corpus": run.corpus = value
      case "--show": run.shown = value
      default: print("there is no option \(option)")
      }
    }
    await run.run()
  }

  private func run() async {
    let subjects = (Sets.zoo + Sets.random(setCount, seed: seed) + Sets.corpus(corpus)).map(Subject.init)
    // Published statements are taken where they tie; the others hold errors, or what is taken for one, already.
    let used = subjects.filter { ($0.set.origin != .corpus || $0.alarms.isEmpty) && !Sites($0.set, $0.facts).cells.isEmpty }
    for origin in StatementSet.Origin.allCases {
      let own = used.filter { $0.set.origin == origin }
      let alarms = own.flatMap(\.alarms)
      print("\(origin.rawValue): \(own.count) sets, \(own.reduce(0) { $0 + $1.facts.count }) figures, \(alarms.count) false alarms")
      for alarm in alarms { print("  " + alarm) }
    }
    let left = subjects.filter { $0.set.origin == .corpus && !$0.alarms.isEmpty }
    if !left.isEmpty { print("left out since they do not tie: \(left.map(\.set.name).joined(separator: ", "))") }
    // Kinds run beside each other; each has numbers of its own, so that a kind that is added changes no other.
    let tallies = await withTaskGroup(of: (index: Int, tally: Tally).self) { group in
      for index in Kind.all.indices { group.addTask { (index, self.tally(Kind.all[index], used)) } }
      return await group.reduce(into: [Int: Tally]()) { $0[$1.index] = $1.tally }
    }
    print("\n" + Tally.table(Kind.all.indices.map { (Kind.all[$0].name, tallies[$0] ?? Tally()) }))
  }

  /// Puts the errors of one kind into every set.
  private func tally(_ kind: Kind, _ subjects: [Subject]) -> Tally {
    var tally = Tally()
    var numbers = SeededGenerator(seed: seed ^ UInt64(kind.name.utf8.reduce(7) { ($0 &* 31) &+ Int($1) } & Int.max))
    for subject in subjects {
      let sites = Sites(subject.set, subject.facts)
      for _ in 0..<each {
        guard let mutant = kind.harm(sites, &numbers) else { continue }
        let trial = subject.trial(mutant, kind)
        tally.add(trial)
        if kind.name == shown { show(trial, mutant, subject) }
      }
    }
    return tally
  }

  private func show(_ trial: Trial, _ mutant: Mutant, _ subject: Subject) {
    let state =
      trial.isHarmless ? "harmless" : trial.isFound ? (trial.isAtCell ? "at the cell" : trial.isNamed ? "named" : "found") : "not found"
    let cells = mutant.guilty.prefix(2).map { cell in
      "\(mutant.set.sheets[cell.file].name):\(cell.row + 1):\(cell.column + 1) \(subject.set.sheets[cell.file].text(cell.row, cell.column) ?? "") -> \(mutant.set[cell])"
    }
    print("\(state), \(trial.breaksRelation ? "breaks a relation" : "breaks none"): \(subject.set.name) \(cells.joined(separator: "; "))")
  }
}
