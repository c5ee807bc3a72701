import Glibc

/// A value that several threads read and change, one at a time.
///
/// Its lock is the system's, which the thread sanitizer sees: that of `Synchronization` lies in a library that is built without it, and every
/// use of one would seem to be a race.
public final class Guarded<Value: Sendable>: @unchecked Sendable {
  private var value: Value
  private let lock: UnsafeMutablePointer<pthread_mutex_t>

  /// A value that nobody else holds.
  public init(_ value: Value) {
    self.value = value
    lock = .allocate(capacity: 1)
    lock.initialize(to: pthread_mutex_t())
    let status = pthread_mutex_init(lock, nil)
    precondition(status == 0, "a plain lock needs nothing that the system could refuse")
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deinitialize(count: 1)
    lock.deallocate()
  }

  /// Does `work` with the value while no other thread has it.
  public func withLock<Result>(_ work: (inout Value) -> Result) -> Result {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return work(&value)
  }
}
