/// A way in which people save text as bytes, by the name that Unicode and IANA give it.
public enum Encoding: String, Sendable, CaseIterable {
  /// Unicode in one to four bytes a character.
  case utf8 = "UTF-8"
  /// Unicode in units of two bytes, the low one first: Excel's "Unicode Text".
  case utf16LittleEndian = "UTF-16LE"
  /// Unicode in units of two bytes, the high one first.
  case utf16BigEndian = "UTF-16BE"
  /// Chinese as mainland systems save it; holds GBK and GB2312.
  case gb18030 = "GB18030"
  /// Traditional Chinese as Taiwan and Hong Kong systems save it; the Hong Kong supplement is tried too.
  case big5 = "Big5"
  /// Japanese as Windows saves it (code page 932).
  case shiftJIS = "Shift-JIS"
  /// Korean as Windows saves it (code page 949, which holds KS X 1001).
  case eucKR = "EUC-KR"
  /// Western European as Windows saves it.
  case windows1252 = "Windows-1252"
}
