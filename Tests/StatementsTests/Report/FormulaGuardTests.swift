import Testing

@testable import Statements

@Suite struct FormulaGuardTests {
  @Test(arguments: [
    ("Pier Logistics", "Pier Logistics"), ("", ""), ("=1+1", "'=1+1"), ("+1-2", "'+1-2"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"), ("\r=1", "'\r=1"), ("＝1", "'＝1"), ("-", "'-"), ("-a", "'-a"), ("- 1", "'- 1"), ("a=1", "a=1"), (" =1", " =1"),
    ("-1552500", "-1552500"), ("-1552.5", "-1552.5"), ("+3", "+3"), ("-12.5 %", "-12.5 %"), ("-1.2.3", "'-1.2.3"), ("-1,552.5", "-1,552.5"),
    ("'quoted'", "'quoted'"), ("'=1", "''=1"), ("''=1", "'''=1"), ("'", "'"), ("(1,552.5)", "(1,552.5)"),
  ])
  func wordsGetAnApostropheAndFiguresNever(field: String, guarded: String) {
    #expect(FormulaGuard.guarded(field) == guarded)
  }

  @Test func whatWasWrittenCanBeHadBack() {
    for field in ["=1", "'=1", "''=1", "-1", "-a", "'a", "a", "'", "''"] {
      let guarded = FormulaGuard.guarded(field)
      let rest = guarded.drop { $0 == "'" }
      let wasGuarded = guarded.hasPrefix("'") && (rest.first.map { "=+-@\t\r".contains($0) } ?? false)
      #expect((wasGuarded ? String(guarded.dropFirst()) : guarded) == field)
    }
  }
}
