/** A part of the actions, on a local cloud of its own. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startLocalCloud } from '../../local-cloud'
import { sharedOn } from '../matrix/shared'
import { smallFile } from '../matrix/small-round'
import { standsOn } from '../matrix/stands'
import { chanceFrom } from '../phone/chance'
import { stageOn } from '../seals/stage'
import { fuzzerOn, type Tried } from './fuzzer'
import type { Amounts } from './sends'
import { sentencesOf } from './sentences'
import { readersAt, targetsOf } from './targets'
import { wordsOf } from './words'
import { brokenWorkbooks } from './workbooks'

const FUNCTIONS = 'dist/cloudfunctions'

export interface Part {
  seed: number
  amounts: Amounts
  /** Only this action, or only this payload of it: `round.close`, `round.close:137`. */
  point: string | null
  /** Every so-manieth action, from this one on. */
  first: number
  of: number
}

export async function fuzzPart({ seed, amounts, point, first, of }: Part): Promise<Tried[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-fuzz-'))
  const printed: string[] = []
  const print = (line: string) => printed.push(line)
  const cloud = await startLocalCloud({ dataDir, synchronous: 'NORMAL', print, instances: 1, functionsDir: FUNCTIONS })
  try {
    const stage = stageOn(cloud, dataDir)
    const shared = await sharedOn(cloud)
    const stands = await standsOn(cloud, stage, smallFile('one'), shared)
    const targets = targetsOf(shared.objects)
    const words = wordsOf(
      Object.values(stands),
      targets.flatMap(({ bases }) => bases),
    )
    const workbooks = () => brokenWorkbooks(shared.workbook, amounts.workbooks, chanceFrom(seed))
    const fuzzer = fuzzerOn({
      cloud,
      stage,
      stands,
      readers: (moment) => readersAt(moment, shared.objects),
      words,
      workbooks,
      printed,
      isSentence: sentencesOf(FUNCTIONS),
      seed,
      amounts,
    })
    const [name, nth] = point?.split(':') ?? []
    const chosen = targets.filter((target, n) =>
      name === undefined ? n % of === first : first === 0 && target.name === name,
    )
    const tried: Tried[] = []
    for (const target of chosen) tried.push(await fuzzer.fuzz(target, nth ?? null))
    return tried
  } finally {
    await cloud.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
