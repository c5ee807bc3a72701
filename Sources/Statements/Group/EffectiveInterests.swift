/// The owners' interests in the entities of a group, by every chain of holdings and round every circle.
///
/// Formula: the interest in an entity is the sum over its holders of their own interest × what they hold; for holdings in
/// a circle that is a system of linear equations, `e = d (I − A)⁻¹`, solved exactly. Units: fractions of 1.
struct EffectiveInterests {
  /// Larger circles than any group has are not solved, so that no input takes long.
  static let mostInCircles = 12

  private var sums: [EntityID: Ratio] = [:]
  private var unknown: Set<EntityID> = []
  private var settled: [EntityID: Ratio] = [:]
  private var unsettled: [EntityID: Int]
  private var below: [EntityID: [(entity: EntityID, fraction: Ratio?)]] = [:]

  /// Settles what can be settled of `entities`, of which those without a register are outsiders or the parent.
  init(_ entities: [EntityID], _ registers: [EntityID: ShareRegister], parent: EntityID) {
    let lines = registers.mapValues(\.beneficialLines)
    unsettled = lines.mapValues(\.count)
    for (entity, register) in registers {
      for line in lines[entity] ?? [] { below[line.holder, default: []].append((entity, register.fraction(of: line))) }
    }
    settleChains(from: entities.filter { registers[$0] == nil || lines[$0]?.isEmpty == true }, registers, parent)
    let circular = entities.filter { (unsettled[$0] ?? 0) > 0 }.sorted()
    guard !circular.isEmpty, circular.count <= Self.mostInCircles, let interests = Self.solve(circular, registers, settled, unknown)
    else { return }
    for (entity, interest) in zip(circular, interests) { settled[entity] = interest }
  }

  /// The interest in an entity; nil where a fraction on the way is not known.
  subscript(entity: EntityID) -> Ratio? { settled[entity] }

  /// From the top down: an entity is settled when all its holders are. One in a circle, or below one, never is.
  private mutating func settleChains(from first: [EntityID], _ registers: [EntityID: ShareRegister], _ parent: EntityID) {
    var ready = first
    while let next = ready.popLast() {
      let interest = next == parent ? Ratio.one : registers[next] == nil ? .zero : sums[next] ?? .zero
      if !unknown.contains(next) { settled[next] = interest }
      for (entity, fraction) in below[next] ?? [] {
        if unknown.contains(next) {
          unknown.insert(entity)
        } else if !interest.isZero {
          if let fraction { sums[entity] = (sums[entity] ?? .zero) + interest * fraction } else { unknown.insert(entity) }
        }
        unsettled[entity] = (unsettled[entity] ?? 0) - 1
        if unsettled[entity] == 0 { ready.append(entity) }
      }
    }
  }

  /// Solves the circles by elimination in exact fractions; nil where a fraction is missing or the circle holds itself whole.
  private static func solve(
    _ circular: [EntityID], _ registers: [EntityID: ShareRegister], _ settled: [EntityID: Ratio], _ unknown: Set<EntityID>
  ) -> [Ratio]? {
    let position = Dictionary(uniqueKeysWithValues: circular.enumerated().map { ($1, $0) })
    let size = circular.count
    // A row is an entity: (I − A) e = d, with d in the last column.
    var rows = [[Ratio]](repeating: [Ratio](repeating: .zero, count: size + 1), count: size)
    for (row, entity) in circular.enumerated() {
      rows[row][row] = .one
      guard let register = registers[entity] else { return nil }
      for line in register.beneficialLines {
        let column = position[line.holder]
        if column == nil, settled[line.holder]?.isZero == true { continue }
        guard let fraction = register.fraction(of: line), !unknown.contains(line.holder) else { return nil }
        if let column {
          rows[row][column] = rows[row][column] - fraction
        } else {
          guard let interest = settled[line.holder] else { return nil }
          rows[row][size] += interest * fraction
        }
      }
    }
    for pivot in 0..<size {
      guard let found = (pivot..<size).first(where: { !rows[$0][pivot].isZero }) else { return nil }
      rows.swapAt(pivot, found)
      let divisor = rows[pivot][pivot]
      for column in pivot...size { rows[pivot][column] = rows[pivot][column] / divisor }
      for row in 0..<size where row != pivot && !rows[row][pivot].isZero {
        let factor = rows[row][pivot]
        for column in pivot...size { rows[row][column] = rows[row][column] - factor * rows[pivot][column] }
      }
    }
    let interests = rows.map { $0[size] }
    // Beyond 0 to 1 the registers contradict themselves: more than the whole is held.
    return interests.allSatisfy { $0.sign >= 0 && $0 <= .one } ? interests : nil
  }
}
