/// A statement is of the entity that it names: it ties with that entity's other statements.
///
/// Where net assets do not roll forward, or two statements of an entity contradict each other, and one file given to another entity makes
/// the figures of both tie, that file is named.
///
/// Formula: opening net assets + result + owner movements = closing net assets, with the file under its own name and under another.
///
/// Severity: warning.
///
/// Example: two positions of Quay at 31 December 2024, and none of Pier, whose results fit the second of them.
///
/// Remedy: correct the entity's name over the statement.
///
/// Cites: IAS 1.51(a), IFRS 10.B86(a).
enum WrongEntity: Check {
  static let id = "wrong-entity"
  /// In more entities than this some figures tie by chance.
  private static let mostEntities = 40

  static func findings(in accounts: GroupAccounts) -> [Finding] {
    let byEntity = StatementColumn.all(accounts)
    guard (2...mostEntities).contains(byEntity.count) else { return [] }
    var owners: [Int32: Set<EntityID>] = [:]
    for (entity, columns) in byEntity { for column in columns { owners[column.fileIndex, default: []].insert(entity) } }
    var best: [Move] = []
    let ties = byEntity.mapValues { Tie($0, accounts.items) }
    for (entity, columns) in byEntity.sorted(by: { $0.key < $1.key }) {
      for file in Set(columns.map(\.fileIndex)).sorted() where owners[file]?.count == 1 {
        let moved = columns.filter { $0.fileIndex == file }
        let left = Tie(columns.filter { $0.fileIndex != file }, accounts.items)
        for (other, own) in byEntity.sorted(by: { $0.key < $1.key }) where other != entity {
          guard let before = ties[entity], let otherBefore = ties[other] else { continue }
          let after = Tie(own + moved, accounts.items)
          let gain = after.stretches.holding + left.stretches.holding - before.stretches.holding - otherBefore.stretches.holding
          let broken = after.stretches.broken + left.stretches.broken - before.stretches.broken - otherBefore.stretches.broken
          let contradictions = after.contradictions + left.contradictions - before.contradictions - otherBefore.contradictions
          guard gain > 0, broken <= 0, contradictions <= 0 else { continue }
          best.append(Move(file: file, entity: entity, other: other, gain: gain, first: moved[0]))
        }
      }
    }
    guard let most = best.map(\.gain).max() else { return [] }
    // A file that could go to several entities, or several files of which each would do, are told only where one is best.
    let likely = best.filter { $0.gain == most }
    guard Set(likely.map(\.file)).count == 1 || likely.count == 2, let move = likely.min(by: { isLikelier($0, $1, accounts) }) else {
      return []
    }
    return [finding(accounts, move)]
  }

  /// A file given to another entity.
  private struct Move {
    let file: Int32
    let entity: EntityID
    let other: EntityID
    let gain: Int
    let first: StatementColumn
  }

  /// Of two files of which each may be the wrong one, that of the entity that no register names, then that with more to lose.
  private static func isLikelier(_ one: Move, _ other: Move, _ accounts: GroupAccounts) -> Bool {
    func weight(_ move: Move) -> (Int, Int32) { (accounts.entities[move.entity].place == nil ? 0 : 1, move.file) }
    return weight(one) < weight(other)
  }

  private static func finding(_ accounts: GroupAccounts, _ move: Move) -> Finding {
    let names = (accounts.entities[move.entity].name, accounts.entities[move.other].name)
    return Finding(
      .warning, id,
      "the statement headed \(quoted: names.0) agrees with the statements of \(quoted: names.1), and not with the others under its own name",
      entity: move.entity, period: move.first.period, place: move.first.first.provenance.place, expected: names.1, actual: names.0,
      details: [
        "read as a statement of \(quoted: names.1), net assets follow from those before and the result in \(move.gain) more periods"
      ],
      citation: Citation("IAS 1.51(a)"), remedy: "correct the entity's name over the statement")
  }
}
