import type { SurveyForm } from '../../contract/member'

/** How many questions were answered, how many with 不了解, and whether that is enough for the response to count (docs/round-file.md, step 6). */
export function tallyOf({ questions, levels, minAnswered }: SurveyForm, answers: Record<string, number>) {
  const isUnsure = (id: string) => levels.some(({ value, unknown }) => unknown && value === answers[id])
  const unsure = questions.filter(({ id }) => isUnsure(id)).length
  const answered = questions.filter(({ id }) => answers[id] !== undefined).length - unsure
  // 0.6 of 10 is 6, whatever a binary fraction makes of it.
  const least = Math.ceil(minAnswered * questions.length - 1e-9)
  return { answered, unsure, least, isEnough: answered >= least }
}
