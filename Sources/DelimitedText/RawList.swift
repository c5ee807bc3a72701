import Glibc

/// A growing list of plain values in memory of its own, for use inside C callbacks.
///
/// Appending never traps and never throws: it returns false when the system has no memory. Its owner calls `deallocate`.
struct RawList<Element: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Element>?
  private(set) var count = 0
  private var capacity = 0

  var elements: UnsafeBufferPointer<Element> { UnsafeBufferPointer(start: base, count: count) }

  /// Makes room for `more` elements; false when there is no memory for them.
  @inline(__always)
  mutating func reserve(_ more: Int) -> Bool {
    more <= capacity &- count || grow(more)
  }

  @inline(never)
  private mutating func grow(_ more: Int) -> Bool {
    let wanted = max(count &+ more, capacity &* 2, 1_024)
    guard let memory = realloc(base, wanted &* MemoryLayout<Element>.stride) else { return false }
    LargeMemory.prepare(memory, byteCount: wanted &* MemoryLayout<Element>.stride)
    base = memory.assumingMemoryBound(to: Element.self)
    capacity = wanted
    return true
  }

  @inline(__always)
  mutating func append(_ element: Element) -> Bool {
    guard reserve(1), let base else { return false }
    base[count] = element
    count &+= 1
    return true
  }

  @inline(__always)
  mutating func append(_ source: UnsafeRawPointer, count added: Int) -> Bool {
    guard reserve(added), let base else { return false }
    memcpy(base + count, source, added)
    count &+= added
    return true
  }

  /// Appends where `reserve` has made room.
  @inline(__always)
  mutating func appendUnchecked(_ element: Element) {
    base.unsafelyUnwrapped[count] = element
    count &+= 1
  }

  /// Takes all elements out and keeps the memory.
  mutating func removeAll() { count = 0 }

  /// Takes the last `removed` elements out.
  mutating func removeLast(_ removed: Int) { count = max(count - removed, 0) }

  /// Takes the first `removed` elements out and moves the rest to the front.
  mutating func removeFirst(_ removed: Int) {
    guard let base, removed > 0, removed <= count else { return }
    memmove(base, base + removed, (count - removed) * MemoryLayout<Element>.stride)
    count -= removed
  }

  subscript(index: Int) -> Element {
    get { elements[index] }
    set { if let base, index < count { base[index] = newValue } }
  }

  mutating func deallocate() {
    free(base)
    base = nil
    count = 0
    capacity = 0
  }
}
