import Glibc
import Synchronization

/// Work that falls into independent parts, done on several cores; the results come in the order of the parts, whoever was first.
public enum Workers {
  /// How many cores there are.
  public static var coreCount: Int { max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1) }

  /// `part(0)`, `part(1)` … on at most `threadCount` threads.
  ///
  /// - Parameter grain: how many parts a thread takes at a time: many, where each is small.
  public static func map<Result: Sendable>(
    _ count: Int, threadCount: Int = Workers.coreCount, grain: Int = 1, _ part: @Sendable (Int) -> Result
  ) -> [Result] {
    let takeCount = (count + grain - 1) / max(grain, 1)
    guard takeCount > 1, threadCount > 1 else { return (0..<count).map(part) }
    return [Result](unsafeUninitializedCapacity: count) { buffer, initialized in
      withoutActuallyEscaping(part) { part in
        let slots = Slots(base: buffer.baseAddress)
        run(takeCount, min(threadCount, takeCount)) { take in
          guard let base = slots.base else { return }
          for index in take * grain..<min((take + 1) * grain, count) { (base + index).initialize(to: part(index)) }
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
    let work: @Sendable (Int) -> Void
    private let next = Atomic<Int>(0)

    init(count: Int, work: @escaping @Sendable (Int) -> Void) {
      self.count = count
      self.work = work
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
  private static func run(_ count: Int, _ threadCount: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let job = Job(count: count, work: work)
    var threads: [pthread_t] = []
    for _ in 1..<threadCount {
      var thread = pthread_t()
      let context = Unmanaged.passRetained(job)
      let status = pthread_create(
        &thread, nil,
        { context in
          if let context { Unmanaged<Job>.fromOpaque(context).takeRetainedValue().run() }
          return nil
        }, context.toOpaque())
      if status == 0 { threads.append(thread) } else { context.release() }
    }
    job.run()
    for thread in threads { pthread_join(thread, nil) }
  }
}
