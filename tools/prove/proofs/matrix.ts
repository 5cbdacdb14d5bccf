/**
 * Every action × every person × every moment of a round's life: done as docs/data.md says, or refused by the code that is
 * due, with nothing written and nothing said. On two stores alike in all but the marks and levels of other people: a
 * refusal is the same on both, and so is every answer until the round is sealed, so neither tells of a score, nor by its
 * size. Where the moment does not matter (whom no row means is refused at each of them; what is about no round) CI asks each
 * person at one moment, another one from row to row, and a field too many of some; --long asks every cell. How a row is
 * added: tools/prove/matrix/row.ts. `--point 'round.agree seal'` tries only cells in whose name that is.
 */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { buildFunctions } from '../../build-functions'
import { moments } from '../matrix/moments'
import type { Part, Tried } from '../matrix/part'
import { people } from '../matrix/people'
import { actions, unmatched } from '../matrix/rows'
import { holds, type Proof } from '../proof'

/** Two cores. */
const PROCESSES = 2

export const matrix: Proof = {
  name: 'matrix',
  claim:
    'every action is done for whom the documents name, when they name it, and for nobody else, with nothing given away',
  async run({ form, point, say }) {
    const missing = unmatched(actions)
    holds(missing.length === 0, missing.join('; '))
    await buildFunctions()
    const parts = Array.from({ length: PROCESSES }, (_, first) => ({
      form,
      point: point ?? null,
      first,
      of: PROCESSES,
    }))
    const tried = await Promise.all(parts.map(inItsOwnProcess))
    const sum = (count: (one: Tried) => number) => tried.reduce((all, one) => all + count(one), 0)
    const cells = sum((one) => one.cells)
    const refused = sum((one) => one.refused)
    say(`${actions.length} ways to call ${new Set(actions.map(({ fn, action }) => `${fn}.${action}`)).size} actions`)
    say(`${people.length} people, ${moments.length} moments`)
    say(`${cells - refused} cells allowed, ${refused} refused; ${sum((one) => one.onBoth)} of them on two stores`)
    const wrong = tried.flatMap((one) => one.wrong)
    holds(wrong.length === 0, `${wrong.length} of ${cells} cells:\n${wrong.slice(0, 60).join('\n')}`)
    holds(
      cells > 0,
      `no cell is called ${point}: ACTION by PERSON in MOMENT, as round.close by administrator in running`,
    )
    const boards = { read: sum((one) => one.boards.read), alike: sum((one) => one.boards.alike) }
    const isWhole = point === undefined && form !== 'short'
    holds(!isWhole || boards.read > 0, 'no board was read on both stores')
    holds(boards.alike === 0, 'the two stores come to the same board: their being alike proves nothing')
    return `${cells} cells: 0 wrong`
  },
}

function inItsOwnProcess(part: Part): Promise<Tried> {
  return new Promise((resolve, reject) => {
    const worker = fork(join(__dirname, '../matrix/matrix-worker.ts'), [JSON.stringify(part)], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, TZ: 'UTC' },
    })
    worker.once('message', (tried) => resolve(tried as Tried))
    worker.once('exit', (code) => reject(new Error(`a process of the matrix ended with ${code}`)))
  })
}
