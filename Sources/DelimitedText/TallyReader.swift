import Glibc

/// Adds up a file in parts, one for each core, and puts the parts together as if it had been read in one: what comes out does not depend on
/// how many there were.
public enum TallyReader {
  /// Adds up a file.
  ///
  /// - Returns: nil where the plan does not serve it: the file must then be seen whole.
  public static func read(_ source: ByteSource, _ plan: TallyPlan) -> Tally? {
    let wanted = min(plan.threadCount, max((source.byteCount - plan.start) / max(plan.partByteCount, 1), 1))
    switch read(source, plan, partCount: wanted) {
    case .success(let tally): return tally
    case .failure(.beyond): return nil
    case .failure(.cut):
      // A part began inside a quoted field.
      if case .success(let tally) = read(source, plan, partCount: 1) { return tally }
      return nil
    }
  }

  private static func read(_ source: ByteSource, _ plan: TallyPlan, partCount: Int) -> Result<Tally, TallyWorker.Failure> {
    guard let starts = starts(source, plan, partCount) else { return .failure(.beyond) }
    let ends = starts.dropFirst() + [source.byteCount]
    let ranges = zip(starts, ends).map { $0..<$1 }
    let parts = Workers.map(ranges.count, threadCount: plan.threadCount) { index -> Part in
      var worker = TallyWorker(plan, isFirst: index == 0)
      do throws(TallyWorker.Failure) {
        try worker.read(source, ranges[index])
      } catch {
        worker.deallocate()
        return Part(worker: nil, failure: error)
      }
      return Part(worker: worker, failure: nil)
    }
    var merge = TallyMerge(plan, cellCount: parts.reduce(0) { $0 + ($1.worker?.cells.count ?? 0) })
    // Up to the first failure each part began where the one before ended; those behind it may have begun anywhere.
    var failure = parts.lazy.compactMap(\.failure).first
    for (index, part) in parts.enumerated() {
      guard var worker = part.worker else { continue }
      if failure == nil, !merge.take(worker, isLast: index == parts.count - 1) { failure = .beyond }
      worker.deallocate()
    }
    if let failure { return .failure(failure) }
    guard let tally = merge.tally(source) else { return .failure(.beyond) }
    return .success(tally)
  }

  /// What a thread gives back: it owns what it points to.
  private struct Part: @unchecked Sendable {
    let worker: TallyWorker?
    let failure: TallyWorker.Failure?
  }

  /// Where the parts begin: behind line ends.
  private static func starts(_ source: ByteSource, _ plan: TallyPlan, _ count: Int) -> [Int]? {
    var starts = [plan.start]
    let length = source.byteCount - plan.start
    guard length > 0 else { return nil }
    for part in 1..<max(count, 1) {
      let nominal = plan.start + length / count * part
      guard nominal > starts[starts.count - 1], let bytes = source.bytes(nominal..<min(nominal + 65_536, source.byteCount)) else {
        continue
      }
      guard let line = bytes.firstIndex(of: 0x0A), nominal + line + 1 < source.byteCount else { continue }
      starts.append(nominal + line + 1)
    }
    return starts
  }
}
