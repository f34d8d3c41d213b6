public import Diplomacy
public import DiplomacyAnalysis

extension Chart {
  /// Draws a journey alone, as a ribbon along time: a row for each actor in the order in which it is reached, time from left to
  /// right, and the steps between the rows with what they go through, in which roles, and when.
  ///
  /// A step that was only possible at its moment has a box over the bounds between which it may have been. Arrows read in the
  /// direction of the role: from who acts to whom it is done, from who holds an office to whom it is held for; other steps lead where
  /// the journey leads.
  /// - Parameters:
  ///   - journey: The journey.
  ///   - view: The view in which it was found.
  ///   - style: How it is made.
  ///   - timeLimit: How long texts may take to be measured.
  /// - Throws: ``ChartError``.
  public static func ribbon(
    _ journey: Journey, in view: GraphView, _ style: PictureStyle = PictureStyle(),
    timeLimit: Duration = .drawing
  ) throws(ChartError) -> Chart {
    try RibbonComposer(journey, view, style, timeLimit).chart()
  }
}
