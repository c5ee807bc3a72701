/// How a change of interest divides a subsidiary's equity between owners and non-controlling interests, under one policy.
///
/// Symbols: `p` the owners' effective interest, `q = 1 − p`, before (₀) and after (₁). All exact; rounding comes after.
struct RelativeInterests {
  let policy: NCIPolicy
  /// Whether existing shares go to outsiders: policy B1 has a rule of its own for that alone.
  let isSale: Bool
  /// Whether existing shares come from outsiders: NCI give up the sold part of what they carry, whatever the policy.
  let isPurchase: Bool
  let interestBefore: Ratio
  let interestAfter: Ratio
  let netAssetsBefore: Ratio?
  let netAssetsAfter: Ratio?
  /// What is carried apart from what all share, such as an equity instrument that is converted.
  let carriedApart: Ratio
  /// NCI's part of that.
  let carriedInNCI: Ratio
  let goodwill: Ratio
  let goodwillOfOwners: Ratio?

  private var nciInterestBefore: Ratio { .one - interestBefore }
  private var nciInterestAfter: Ratio { .one - interestAfter }

  /// What the policy makes of NCI before the event; nil where net assets or the split of goodwill are not known.
  var nciBefore: Ratio? {
    guard let netAssetsBefore, let goodwillOfNCI else { return nil }
    return nciInterestBefore * (netAssetsBefore - carriedApart) + carriedInNCI + goodwillOfNCI
  }

  /// NCI's goodwill: none under policy A, else what is not the owners'.
  private var goodwillOfNCI: Ratio? {
    if policy == .proportionate { return .zero }
    return goodwillOfOwners.map { goodwill - $0 }
  }

  /// The goodwill that goes over from owners to NCI; negative where it comes back. In total goodwill does not move.
  var goodwillHandedOver: Ratio? {
    guard policy != .proportionate, interestBefore != interestAfter, !goodwill.isZero else { return .zero }
    let given = interestBefore - interestAfter
    if given.sign < 0 {
      guard let goodwillOfNCI, !nciInterestBefore.isZero else { return nil }
      return goodwillOfNCI * given / nciInterestBefore
    }
    if policy == .fullGoodwill, isSale { return given * goodwill }
    guard let goodwillOfOwners, !interestBefore.isZero else { return nil }
    return goodwillOfOwners * given / interestBefore
  }

  /// How much NCI change, by what they carried before where a purchase takes a part of that.
  ///
  /// - Parameter carried: NCI before the event as they are carried, by a file or by the policy.
  /// - Returns: nil where a figure that the policy needs is not known.
  func nciChange(carried: Ratio?) -> Ratio? {
    if isPurchase {
      guard let carried, !nciInterestBefore.isZero else { return nil }
      return carried * (interestBefore - interestAfter) / nciInterestBefore
    }
    guard let netAssetsBefore, let netAssetsAfter, let goodwillHandedOver else { return nil }
    let before = nciInterestBefore * (netAssetsBefore - carriedApart) + carriedInNCI
    return nciInterestAfter * netAssetsAfter - before + goodwillHandedOver
  }
}
