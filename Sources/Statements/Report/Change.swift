/// Something that changed in a group since the run before: a figure restated, a file new, gone, changed or superseded, a figure gone.
public struct Change: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A figure that was reported before has another amount.
    case restated
    /// A file that gives a figure still gives others, and this one no more.
    case figureGone = "figure gone"
    /// A file that was not there.
    case newFile = "file new"
    /// A file with another content under the same name.
    case changedFile = "file changed"
    /// Figures of one file that another gives now.
    case superseded = "file superseded"
    /// A file that is not there any more.
    case goneFile = "file gone"
  }

  /// An amount as it was reported, with its address.
  public struct Amounted: Hashable, Sendable {
    /// The exact amount.
    public var value: Amount
    /// Its currency, where known.
    public var currency: Currency?
    /// `net-assets.csv:4:4`.
    public var address: String

    /// An amount at its address.
    public init(value: Amount, currency: Currency?, address: String) {
      self.value = value
      self.currency = currency
      self.address = address
    }
  }

  /// The group.
  public var group: String
  /// What happened.
  public var kind: Kind
  /// The file that it happened to; empty for a restated figure.
  public var file: String
  /// The file that gives the figures now, where one was superseded.
  public var otherFile: String
  /// How many figures in force it gives, or gave.
  public var figureCount: Int
  /// The figure, where it happened to one.
  public var key: ReportedFigure.Key?
  /// What was reported before.
  public var before: Amounted?
  /// What is reported now.
  public var after: Amounted?

  /// A change with everything that is known of it.
  public init(
    group: String, kind: Kind, file: String = "", otherFile: String = "", figureCount: Int = 0, key: ReportedFigure.Key? = nil,
    before: Amounted? = nil, after: Amounted? = nil
  ) {
    self.group = group
    self.kind = kind
    self.file = file
    self.otherFile = otherFile
    self.figureCount = figureCount
    self.key = key
    self.before = before
    self.after = after
  }

  /// A figure that was reported and stands otherwise now.
  init(group: String, from before: ReportedFigure, to after: ReportedFigure) {
    self.init(
      group: group, kind: .restated, key: after.key,
      before: Amounted(value: before.value, currency: before.currency, address: before.origin.address),
      after: Amounted(value: after.value, currency: after.currency, address: after.origin.address))
  }
}

extension Change {
  /// What happened to a group's files between two runs. The same content under another name is no news.
  public static func ofFiles(in group: String, from before: GroupState, to now: GroupState) -> [Change] {
    let earlier = Dictionary(before.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let current = Dictionary(now.files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    // A content that left one name and came under another has only been renamed.
    let came = Set(now.files.filter { earlier[$0.path] == nil }.map(\.digest))
    let left = Set(before.files.filter { current[$0.path] == nil }.map(\.digest))
    let renamed = came.intersection(left).subtracting([""])
    let given = now.figureCounts
    var changes: [Change] = []
    for file in now.files where !renamed.contains(file.digest) || earlier[file.path] != nil {
      if let was = earlier[file.path] {
        if was.digest != file.digest {
          changes.append(Change(group: group, kind: .changedFile, file: file.path, figureCount: given[file.path] ?? 0))
        }
      } else {
        changes.append(Change(group: group, kind: .newFile, file: file.path, figureCount: given[file.path] ?? 0))
      }
    }
    let isGone = { (file: GroupState.File) in current[file.path] == nil && !renamed.contains(file.digest) }
    changes += superseded(in: group, from: before, to: now)
    let lost = before.figures.filter { now.figures[$0.key] == nil }
    let lostCounts = counts(lost.values.map(\.file.path))
    for file in before.files where isGone(file) {
      changes.append(Change(group: group, kind: .goneFile, file: file.path, figureCount: lostCounts[file.path] ?? 0))
    }
    let goneFiles = Set(before.files.filter(isGone).map(\.path))
    let stillThere = lost.filter { !goneFiles.contains($0.value.file.path) }
      .sorted { ($0.value.file.path, $0.key) < ($1.value.file.path, $1.key) }
    for (key, figure) in stillThere where lostCounts[figure.file.path] ?? 0 <= mostListed {
      changes.append(
        Change(group: group, kind: .figureGone, file: figure.file.path, figureCount: 1, key: key, before: figure.amount))
    }
    for (path, count) in lostCounts.sorted(by: { $0.key < $1.key }) where count > mostListed && !goneFiles.contains(path) {
      changes.append(Change(group: group, kind: .figureGone, file: path, figureCount: count))
    }
    return changes
  }

  /// More figures that one file gives no more are counted rather than listed: a file that was rejected takes all of its figures away.
  private static let mostListed = 20

  /// Files whose figures stand in another file now.
  private static func superseded(in group: String, from before: GroupState, to now: GroupState) -> [Change] {
    struct Pair: Hashable {
      let old: String
      let new: String
    }
    var pairs: [Pair: Int] = [:]
    for (key, figure) in now.figures {
      let file = figure.file
      guard let was = before.figures[key]?.file, was.path != file.path, was.digest != file.digest else { continue }
      pairs[Pair(old: was.path, new: file.path), default: 0] += 1
    }
    return pairs.sorted { ($0.key.old, $0.key.new) < ($1.key.old, $1.key.new) }.map { pair, count in
      Change(group: group, kind: .superseded, file: pair.old, otherFile: pair.new, figureCount: count)
    }
  }

  private static func counts(_ paths: [String]) -> [String: Int] {
    var counts: [String: Int] = [:]
    for path in paths { counts[path, default: 0] += 1 }
    return counts
  }
}

extension ReportedFigure.Key: Comparable {
  /// By entity, item and period.
  public static func < (left: ReportedFigure.Key, right: ReportedFigure.Key) -> Bool {
    (left.entity, left.item, left.period) < (right.entity, right.item, right.period)
  }
}
