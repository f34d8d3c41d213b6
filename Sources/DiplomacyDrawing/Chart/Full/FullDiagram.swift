public import Diplomacy
public import DiplomacyAnalysis

extension Chart {
  /// Draws everything together: entities of every kind with their dates, and the statements that join them, with their roles.
  ///
  /// It suits one agreement and all about it. Graphviz lays the boxes out; what is drawn, and where words and numbers stand, is
  /// ours: no word lies on a box or on another word. Each agreement has a number, which the lines of its parties carry. Arrows lead
  /// from who acts through the event to whom it is done. Of more than 45 entities or 90 lines those with the most lines are
  /// drawn when nothing is asked for, at most 40 with 75 lines among them; where contents are asked for, of more than 80 or 180. The
  /// caption says how many are left out.
  /// - Parameters:
  ///   - view: What is looked at.
  ///   - choice: What of it is drawn.
  ///   - engine: How boxes are placed; nil: in layers (`dot`), or of more than 220 lines by forces (`sfdp`).
  ///   - journey: A journey that is shown before the rest, which is faded; nil: none.
  ///   - style: How it is made. Where the page is too narrow for type of its size, the whole is scaled down and a warning says so.
  ///   - timeLimit: How long texts and nodes may take to be measured and placed.
  /// - Throws: ``ChartError``.
  public static func full(
    _ view: GraphView, _ choice: PictureChoice = PictureChoice(), engine: LayoutEngine? = nil,
    journey: Journey? = nil, _ style: PictureStyle = PictureStyle(), timeLimit: Duration = .drawing
  ) throws(ChartError) -> Chart {
    try FullComposer(view, choice, engine, journey, style, timeLimit).chart()
  }
}
