import Glibc

/// Memory that is about to be filled from end to end.
enum LargeMemory {
  /// Asks for large pages, where the system gives them on request: each small page that is touched first costs a fault. Where it gives none,
  /// nothing is lost. Whole pages are named, those at the ends too: part of a mapping alone could not be moved when it grows.
  static func prepare(_ memory: UnsafeMutableRawPointer?, byteCount: Int) {
    guard let memory, byteCount >= 8 << 20 else { return }
    let pageSize = max(sysconf(Int32(_SC_PAGESIZE)), 1)
    let start = memory.alignedDown(toMultipleOf: pageSize)
    madvise(start, (memory + byteCount).alignedUp(toMultipleOf: pageSize) - start, Int32(MADV_HUGEPAGE))
  }
}
