/**
 * Every action × every person × every moment of a round's life: done as docs/data.md says, or refused by the code that is
 * due, with nothing written and nothing said. Twice, on two stores alike in all but marks and levels of other people: a
 * refusal is the same to the byte, and so is every answer until the round is sealed, so neither tells of a score. How a row
 * is added: tools/prove/matrix/row.ts.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cardItems } from '../../../src/domain/card-check'
import { buildFunctions } from '../../build-functions'
import { type LocalCloud, startLocalCloud } from '../../local-cloud'
import { type Called, type Cell, callsOn, cellsAt, cellsBeside, isSettled } from '../matrix/calls'
import { moments } from '../matrix/moments'
import { people } from '../matrix/people'
import { actions, unmatched } from '../matrix/rows'
import { OTHER_VILLAGE, smallFile, type Twin, twins, VILLAGE } from '../matrix/small-round'
import { photoPath, type Shared, sharedOf, standsOn } from '../matrix/stands'
import { areTold, toldApart } from '../matrix/twins'
import { type Form, holds, type Proof } from '../proof'
import { stageOn } from '../seals/stage'

/** In short each so-manieth cell. */
const EVERY: Record<Form, number> = { short: 9, ci: 1, long: 1 }

export const matrix: Proof = {
  name: 'matrix',
  claim:
    'every action is done for whom the documents name, when they name it, and for nobody else, with nothing given away',
  async run({ form, point, say }) {
    const missing = unmatched(actions)
    holds(missing.length === 0, missing.join('; '))
    await buildFunctions()
    const dataDir = mkdtempSync(join(tmpdir(), 'lalian-matrix-'))
    const cloud = await startLocalCloud({ dataDir, synchronous: 'NORMAL', quiet: true, instances: 2 })
    try {
      const shared = await sharedOn(cloud)
      const called = new Map<Twin, Called[]>()
      for (const twin of twins) called.set(twin, await everyCall(cloud, dataDir, twin, shared, form, point))
      return figure(called.get('one')!, called.get('other')!, say)
    } finally {
      await cloud.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  },
}

async function everyCall(
  cloud: LocalCloud,
  dataDir: string,
  twin: Twin,
  shared: Shared,
  form: Form,
  point: string | undefined,
): Promise<Called[]> {
  const stage = stageOn(cloud, dataDir)
  const { callAll } = callsOn(cloud, stage)
  const stands = await standsOn(cloud, stage, smallFile(twin), shared)
  const called: Called[] = []
  let n = 0
  const isTried = (cell: Cell) => {
    if (point !== undefined) return cell.name.includes(point)
    // Where a refusal is known to the byte, the other store can add only that it refuses too: --long asks it.
    return n++ % EVERY[form] === 0 && (twin === 'one' || form === 'long' || !isSettled(cell))
  }
  for (const moment of moments)
    called.push(...(await callAll(cellsAt(moment, actions, shared.objects).filter(isTried), stands[moment])))
  called.push(...(await callAll(cellsBeside(actions, shared.objects).filter(isTried), stands.running)))
  return called
}

function figure(one: readonly Called[], other: readonly Called[], say: (line: string) => void): string {
  const wrong = [...one, ...other].flatMap(({ cell, wrong }) => (wrong ? [`${cell.name} ${wrong}`] : []))
  const apart = toldApart(one, other)
  const refused = one.filter(({ cell }) => !cell.expected.may).length
  say(`${actions.length} ways to call ${new Set(actions.map(({ fn, action }) => `${fn}.${action}`)).size} actions`)
  say(`${people.length} people, ${moments.length} moments`)
  say(`${one.length - refused} cells allowed, ${refused} refused; ${other.length} of them on two stores`)
  const all = [...new Set([...wrong, ...apart])]
  holds(all.length === 0, `${all.length} of ${one.length} cells:\n${all.slice(0, 60).join('\n')}`)
  holds(areTold(one, other), 'the two stores do not differ in what is announced: their being alike proves nothing')
  return `${one.length} cells: 0 wrong`
}

async function sharedOn(cloud: LocalCloud): Promise<Shared> {
  const file = smallFile('one')
  const { fileID } = await cloud.sdk().uploadFile({ cloudPath: photoPath(file), fileContent: Buffer.from('a picture') })
  const { items } = file.scheme.survey
  return sharedOf(file, {
    roundId: file.id,
    villageId: VILLAGE,
    otherVillageId: OTHER_VILLAGE,
    items: cardItems(file, VILLAGE),
    indicatorId: file.scheme.indicators.find(({ kind }) => kind === 'measured')!.id,
    answers: Object.fromEntries(items.map(({ id }) => [id, 4])),
    photoFileId: fileID,
  })
}
