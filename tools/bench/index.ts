/**
 * `npm run bench`: what the product weighs and costs, as counts, or as ratios beside a floor measured in the same
 * run; one table on standard output. Words choose sections: bytes requests day recompute certainty sealing set-data
 * first-question.
 */
import Table from 'cli-table3'
import { progressBar } from '../progress'
import { bytes } from './bytes'
import { certaintyTime } from './certainty-time'
import { day } from './day'
import type { Figure } from './figure'
import { firstQuestion } from './first-question'
import { recomputeTime } from './recompute-time'
import { requests } from './requests'
import { sealing } from './sealing'
import { setData } from './set-data'

process.env.TZ = 'UTC'

const sections: Record<string, () => Promise<Figure[]>> = {
  bytes,
  requests,
  day,
  recompute: recomputeTime,
  certainty: certaintyTime,
  sealing,
  'set-data': setData,
  'first-question': firstQuestion,
}

async function bench(words: string[]): Promise<void> {
  const wanted = words.length > 0 ? words : Object.keys(sections)
  const unknown = wanted.filter((name) => !(name in sections))
  if (unknown.length > 0)
    throw new Error(`no such section: ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}`)

  const bar = progressBar('bench', wanted.length)
  const table = new Table({ head: ['what', 'figure', 'beside', 'to reach', ''], style: { head: [], border: [] } })
  let missed = 0
  for (const name of wanted) {
    bar.at(name)
    for (const { what, figure, beside, reach, holds } of await sections[name]!()) {
      table.push([what, figure, beside ?? '', reach ?? '', holds === undefined ? '' : holds ? 'holds' : 'MISSED'])
      if (holds === false) missed++
    }
    bar.advance()
  }
  bar.done()
  console.log(table.toString())
  console.log(missed === 0 ? 'every figure holds' : `${missed} missed`)
  process.exit(missed === 0 ? 0 : 1)
}

bench(process.argv.slice(2)).catch((failure) => {
  console.error(failure)
  process.exit(1)
})
