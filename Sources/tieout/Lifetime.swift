import Statements

/// A run's last moments: its memory goes back to the system with the process, at once, where a release of each of a million figures takes a
/// tenth of the run.
enum Lifetime {
  private final class Kept: Sendable {
    let outcome: Pipeline.Outcome

    init(_ outcome: Pipeline.Outcome) {
      self.outcome = outcome
    }
  }

  /// Keeps an outcome until the process ends.
  static func keep(_ outcome: Pipeline.Outcome) {
    _ = Unmanaged.passRetained(Kept(outcome))
  }
}
