/// A number of things in figures: `1 entity`, `2,315 entities`.
package func quantity(_ number: Int, _ one: String, _ several: String? = nil) -> String {
  "\(InputLimits.grouped(number)) \(number == 1 ? one : several ?? one + "s")"
}
