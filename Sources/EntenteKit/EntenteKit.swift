@_exported public import Chronology
@_exported public import Diplomacy
@_exported public import DiplomacyAnalysis
@_exported public import DiplomacyDrawing
@_exported public import DiplomacyFormats
@_exported public import DiplomacyReports
@_exported public import DiplomacyStore
@_exported public import Networks
