/// One way to stand at a node: the end of a sequence of contacts, on its way to being accepted.
struct Label {
  var arrival: Int64
  var hops: Int32 = 0
  /// The contact crossed last; −1 at the source.
  var contact: Int32 = -1
  /// The accepted step before the last contact; −1 at the source.
  var parent: Int = -1
  var node: NodeIndex
  /// The node's first exit through the unsettled window crossed last; −1 if there is none.
  var landing: Int32 = -1
  /// The loose window whose dates the journey still leans on; −1 if there is none.
  var loose: Int32 = -1
  /// The arrival if the loose window had started long ago; of no meaning without one.
  var arrivalElse: Int64 = 0

  /// Earlier first, then fewer contacts, then the lower last contact, then the step accepted earlier.
  struct Precedence: HeapOrder {
    func precedes(_ left: Label, _ right: Label) -> Bool {
      if left.arrival != right.arrival { return left.arrival < right.arrival }
      if left.hops != right.hops { return left.hops < right.hops }
      if left.contact != right.contact { return left.contact < right.contact }
      if left.parent != right.parent { return left.parent < right.parent }
      return left.arrivalElse < right.arrivalElse
    }
  }
}
