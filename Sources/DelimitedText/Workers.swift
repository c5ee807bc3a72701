import Glibc
import Synchronization

/// Work that falls into independent parts, done on several cores; the results come in the order of the parts, whoever was first.
public enum Workers {
  /// How many cores there are.
  public static var coreCount: Int { max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1) }

  /// `part(0)`, `part(1)` … on at most `threadCount` threads.
  ///
  /// - Parameters:
  ///   - grain: how many parts a thread takes at a time: many, where each is small.
  ///   - givesWay: whether the further threads leave the cores to what else the program does at the time, where that would end last.
  public static func map<Result: Sendable>(
    _ count: Int, threadCount: Int = Workers.coreCount, grain: Int = 1, givesWay: Bool = false, _ part: @Sendable (Int) -> Result
  ) -> [Result] {
    map(count, threadCount: threadCount, grain: grain, givesWay: givesWay, with: {}) { _, index in part(index) }
  }

  /// The same with tools that parts use one after the other: made anew for each `grain` of parts, so that no two threads share them, and
  /// counting their references costs no waiting.
  ///
  /// - Parameter room: for how many results more the array has memory.
  public static func map<Tools, Result: Sendable>(
    _ count: Int, threadCount: Int = Workers.coreCount, grain: Int, givesWay: Bool = false, room: Int = 0,
    with tools: @Sendable () -> Tools,
    _ part: @Sendable (inout Tools, Int) -> Result
  ) -> [Result] {
    // The memory of an array without elements is shared by all threads.
    guard count > 0 else { return [] }
    let takeCount = (count + grain - 1) / max(grain, 1)
    return [Result](unsafeUninitializedCapacity: count + room) { buffer, initialized in
      LargeMemory.prepare(buffer.baseAddress, byteCount: buffer.count * MemoryLayout<Result>.stride)
      withoutActuallyEscaping(part) { part in
        withoutActuallyEscaping(tools) { tools in
          let slots = Slots(base: buffer.baseAddress)
          run(takeCount, min(threadCount, takeCount), givesWay: givesWay) { take in
            guard let base = slots.base else { return }
            var own = tools()
            for index in take * grain..<min((take + 1) * grain, count) { (base + index).initialize(to: part(&own, index)) }
          }
        }
      }
      initialized = count
    }
  }

  /// Two different things, side by side where there are cores for both.
  public static func both<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    withoutActuallyEscaping(first) { first in
      withoutActuallyEscaping(second) { second in
        let halves = map(2) { index -> Half<First, Second> in index == 0 ? .first(first()) : .second(second()) }
        guard case .first(let one) = halves[0], case .second(let other) = halves[1] else {
          preconditionFailure("results come in the order of the parts")
        }
        return (one, other)
      }
    }
  }

  private enum Half<First: Sendable, Second: Sendable>: Sendable {
    case first(First)
    case second(Second)
  }

  /// The results' memory; each thread writes other places of it.
  private struct Slots<Result>: @unchecked Sendable {
    let base: UnsafeMutablePointer<Result>?
  }

  /// What the threads share.
  private final class Job: Sendable {
    let count: Int
    let givesWay: Bool
    let work: @Sendable (Int) -> Void
    private let next = Atomic<Int>(0)

    init(count: Int, givesWay: Bool, work: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.givesWay = givesWay
      self.work = work
    }

    /// The same on a thread of its own.
    func runBeside() {
      // Linux gives each thread a priority of its own; where it cannot be lowered, nothing is lost.
      if givesWay {
        _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, getpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0) + 5)
      }
      run()
    }

    func run() {
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        work(index)
      }
    }
  }

  /// Does all parts; where the system gives no further thread, the others do them.
  private static func run(_ count: Int, _ threadCount: Int, givesWay: Bool, _ work: @escaping @Sendable (Int) -> Void) {
    let job = Job(count: count, givesWay: givesWay, work: work)
    var threads: [pthread_t] = []
    for _ in 1..<max(threadCount, 1) {
      var thread = pthread_t()
      let context = Unmanaged.passRetained(job)
      let status = pthread_create(
        &thread, nil,
        { context in
          if let context { Unmanaged<Job>.fromOpaque(context).takeRetainedValue().runBeside() }
          return nil
        }, context.toOpaque())
      if status == 0 { threads.append(thread) } else { context.release() }
    }
    job.run()
    for thread in threads { pthread_join(thread, nil) }
  }
}
