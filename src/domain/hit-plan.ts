/** What coding the hits would do. `passages` are the distinct passages; `already` those that the coder has so coded; `paragraph` those that had no such extent; `asked` the hits left out, for their words are a question's; `asking` the fresh ones that hold words of the interviewer; `first` the first fresh passages. */
export type HitPlan = {
  hits: number
  passages: number
  already: number
  fresh: number
  paragraph: number
  sources: number
  asked: number
  asking: number
  first: PlannedPassage[]
}
/** A passage that will be coded: its words, whose begin is paragraph `paragraph` of a source; `asks`: some of them are the interviewer's. */
export type PlannedPassage = { words: string; source: string; paragraph: number; asks: boolean }
