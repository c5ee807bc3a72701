/// A figure as a table shows it: read from a file, or derived from figures that are.
struct ComparedFigure: Sendable {
  let fact: Fact
  /// How it was derived; nil for one that was read.
  let derivation: Derivation?

  /// A figure of a file.
  init(_ fact: Fact) {
    self.fact = fact
    derivation = nil
  }

  /// A derived figure.
  init(_ fact: Fact, _ derivation: Derivation) {
    self.fact = fact
    self.derivation = derivation
  }

  var period: Period { fact.period }
  var value: Amount { fact.value }
  var isDerived: Bool { derivation != nil }

  /// The cells that it rests on.
  var places: [Place] { fact.provenance.places }
}

/// How a figure follows from others: its rule and each part, down to figures of files.
struct Derivation: Sendable {
  /// A figure that it rests on, added or taken off.
  struct Part: Hashable, Sendable {
    let fact: Fact
    let isAdded: Bool
  }

  /// `9 months to 30 Sep 2012 less 6 months to 30 Jun 2012`.
  let rule: Text
  let parts: [Part]
  /// What its parts are, all of them.
  let basis: Basis

  /// Whether figures were restated since they were first reported; the two are never mixed.
  enum Basis: Hashable, Sendable {
    /// None was restated.
    case asOnFile
    /// As restated, with figures that are on that basis too.
    case restated
    /// As first reported: some were restated since, and others not.
    case firstReported
  }

  /// What the parts come to.
  var value: Amount { parts.reduce(.zero) { $1.isAdded ? $0 + $1.fact.value : $0 - $1.fact.value } }
}
