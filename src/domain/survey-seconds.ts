/** Somebody who reads slowly on a phone: characters a second, and what finding and pressing the answer takes. */
const CHARACTERS_A_SECOND = 6
const SECONDS_TO_ANSWER = 2

/** About how many seconds a survey's questions take. An estimate to plan by, tried on the sample's ten: under a minute. */
export function surveySeconds(items: ReadonlyArray<{ title: string }>): number {
  return items.reduce(
    (seconds, { title }) => seconds + SECONDS_TO_ANSWER + Math.ceil(Array.from(title).length / CHARACTERS_A_SECOND),
    0,
  )
}
