/// Where a figure or a word stands: file, line and field, as three small integers.
///
/// The file's path, the text and its excerpt are found again from the sources only when a message is printed.
public struct Place: Hashable, Comparable, Sendable {
  /// Index into the group's sources.
  public let fileIndex: Int32
  /// The 1-based line on which the record begins; 0 for the file as a whole.
  public let lineNumber: Int32
  /// The 1-based field in the record; 0 for the record as a whole.
  public let columnNumber: Int32

  /// A place; `lineNumber` and `columnNumber` from 1, 0 where they do not apply.
  public init(fileIndex: Int, lineNumber: Int = 0, columnNumber: Int = 0) {
    self.fileIndex = Int32(clamping: fileIndex)
    self.lineNumber = Int32(clamping: lineNumber)
    self.columnNumber = Int32(clamping: columnNumber)
  }

  /// By file, line and field.
  public static func < (left: Place, right: Place) -> Bool {
    (left.fileIndex, left.lineNumber, left.columnNumber) < (right.fileIndex, right.lineNumber, right.columnNumber)
  }
}

/// Places in their order. The first needs no memory of its own: of a million figures most rest on one.
public struct Places: Hashable, Sendable, ExpressibleByArrayLiteral {
  /// The first; nil where there are none.
  public private(set) var first: Place?
  private var others: [Place] = []

  /// None yet; `count` are to come.
  init(capacity count: Int) {
    if count > 1 { others.reserveCapacity(count - 1) }
  }

  /// The places of a list.
  public init(_ places: [Place]) {
    self.init(capacity: places.count)
    for place in places { append(place) }
  }

  /// The places of a list.
  public init(arrayLiteral places: Place...) { self.init(places) }

  /// The one place.
  init(_ place: Place) { first = place }

  mutating func append(_ place: Place) {
    if first == nil { first = place } else { others.append(place) }
  }

  mutating func append(_ places: Places) {
    if let place = places.first { append(place) }
    others += places.others
  }

  /// All of them.
  public var all: [Place] { (first.map { [$0] } ?? []) + others }
}
