import Testing

@testable import Statements

@Suite struct SlugTests {
  private static func slugs(_ names: [String]) -> [String] {
    var table = EntityTable()
    for name in names { table.add(Entity(name: name)) }
    let slugs = Slugs(table)
    return table.ids.map { slugs[$0] }
  }

  @Test(arguments: [
    ("Kingsoft Cloud", "kingsoft-cloud"), ("  Pier   Logistics, Ltd. ", "pier-logistics-ltd"), ("R&D", "r-and-d"),
    ("100% Owned", "100-owned"),
    ("../../etc/passwd", "etc-passwd"), ("a/b\\c:d", "a-b-c-d"), ("CON", "con"),
  ])
  func aLatinNameIsItsOwnFileName(name: String, slug: String) {
    #expect(Self.slugs([name]) == [slug])
  }

  @Test(arguments: [
    ["Alpha", "ALPHA", "alpha", "Alpha."],  // case and punctuation
    ["Alpha", "alpha", "Alpha 2", "alpha-2"],  // a number that another already has
    ["Caf\u{E9}", "Cafe\u{301}", "Cafe"],  // composed, decomposed, without
    ["金山", "小米", "金山 ", "珠海"],  // nothing Latin
    [String(repeating: "long name ", count: 30) + "A", String(repeating: "long name ", count: 30) + "B"],  // alike for 300 characters
    ["", " ", "…", "—"],  // nothing at all
    ["..", ".", "/"],
    ["Ａｌｐｈａ", "Alpha"],  // full width
    ["ﬁne", "fine"],  // a ligature
  ])
  func namesThatDifferHaveFilesThatDifferOnEveryFileSystem(names: [String]) {
    let slugs = Self.slugs(names)
    // Small Latin letters alone: what folds case or Unicode forms finds nothing to fold.
    #expect(Set(slugs).count == names.count, "\(slugs)")
    for slug in slugs {
      #expect(!slug.isEmpty && slug.utf8.count <= 80, "\(slug)")
      #expect(slug.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }, "\(slug)")
    }
  }

  @Test func aNameHasTheSameFileWhateverStandsAfterIt() {
    #expect(Self.slugs(["金山", "小米"])[0] == Self.slugs(["金山"])[0])
    #expect(Self.slugs(["金山"])[0].hasPrefix("entity-"))
    #expect(Self.slugs(["金山 Cloud"])[0].hasPrefix("cloud-"))
  }
}
