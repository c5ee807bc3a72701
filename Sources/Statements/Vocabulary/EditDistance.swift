/// How far two words are apart by slips of the pen, for suggestions: nothing is ever taken for another word by it.
enum EditDistance {
  /// How many letters must be put in, taken out or changed; nil where that is more than `most`.
  static func of(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost most: Int) -> Int? {
    guard abs(left.count - right.count) <= most, left.count <= 200 else { return nil }
    var row = Array(0...right.count)
    for (leftIndex, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = leftIndex + 1
      for (rightIndex, other) in right.enumerated() {
        let changed = diagonal + (letter == other ? 0 : 1)
        diagonal = row[rightIndex + 1]
        row[rightIndex + 1] = min(changed, row[rightIndex + 1] + 1, row[rightIndex] + 1)
      }
    }
    return row[right.count] <= most ? row[right.count] : nil
  }
}
