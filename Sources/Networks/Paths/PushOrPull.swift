/// Whether a level of a search is found sooner by pushing along the arcs out of the level before than by pulling
/// along the arcs into the nodes that are left.
///
/// A pushed arc reads and writes, a pulled one reads: it takes about half as long again.
/// - SeeAlso: S. Beamer, K. Asanović and D. Patterson, Direction-Optimizing Breadth-First Search, SC 2012,
///   doi:10.1109/SC.2012.50.
func isPushingFaster(along pushed: Int, than pulled: Int) -> Bool { 3 * pushed < 2 * pulled }
