/// Who is of the group, and how much of the votes that gives it.
extension GroupAccounts {
  /// Whether an entity is the parent or a subsidiary.
  func isInGroup(_ entity: EntityID) -> Bool {
    switch entities[entity].role {
    case .parent, .subsidiary: true
    case .associate, .outside: false
    }
  }

  /// The fraction of the shares that the parent and its subsidiaries hold; nil where one of theirs is not known.
  func votes(_ register: ShareRegister) -> Ratio? {
    var sum = Ratio.zero
    for line in register.lines where line.kind == .equity && isInGroup(line.holder) {
      guard let fraction = register.fraction(of: line) else { return nil }
      sum += fraction
    }
    return sum
  }
}
