import { appendFileSync } from 'node:fs'

/** Tells the bench what a touch cost (npm run bench sets SET_DATA_FILE); in a plain test run it does nothing. */
export function keepTouch(what: string, { count, bytes }: { count: number; bytes: number }): void {
  const file = process.env.SET_DATA_FILE
  if (file) appendFileSync(file, `${JSON.stringify({ what, calls: count, bytes })}\n`)
}
