/// The permissions of report files as a settings line has them.
enum FileMode {
  /// `640` or `0640`, or nil for what is no such number or would keep the owner from reading and writing.
  static func permissions(_ text: String) -> Int? {
    let digits = text.hasPrefix("0") && text.utf8.count == 4 ? text.dropFirst() : text[...]
    guard digits.utf8.count == 3, let mode = Int(digits, radix: 8), mode >> 6 >= 6 else { return nil }
    return mode
  }
}
