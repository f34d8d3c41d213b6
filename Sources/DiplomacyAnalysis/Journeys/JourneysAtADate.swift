import Chronology
import Diplomacy

extension ContactNetwork {
  /// The options of journeys that take place within the date at which the view is seen, if it is seen at one: they depart in
  /// it and arrive in it. Nil where no journey can, since the options ask for another time.
  func within(_ options: JourneyOptions) -> JourneyOptions? {
    guard let date = view.options.at else { return options }
    var options = options
    options.after = max(options.after, date.earliest)
    options.before = min(options.before, date.latest)
    return options.after <= options.before ? options : nil
  }
}
