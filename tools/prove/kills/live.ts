/** A flow from the first opening to the last thing uploaded, with the app killed at the points that are asked for. */
import { holds } from '../proof'
import { type End, type FlowRound, type KillsCloud, photoOf } from './cloud'
import type { Deed, Flow } from './flow'
import { type MortalPhone, mortalPhone } from './mortal-phone'
import { type Person, personWith } from './person'
import { itemId } from './sample-words'
import { holdsShown, NOTHING_SHOWN, type Shown } from './shown'

export interface Lived {
  points: string[]
  end: End
}

export interface Whereabouts {
  cloud: KillsCloud
  /** The build. */
  root: string
}

/** `kills`: numbers of points over all lives, rising. */
export async function live(flow: Flow, { cloud, root }: Whereabouts, kills: readonly number[] = []): Promise<Lived> {
  const round = await cloud.roundFor(flow)
  const { roundId, villageId, openid } = round
  let deed: Deed | undefined
  const phone = mortalPhone({
    url: cloud.url,
    openid,
    root,
    roundId,
    kills,
    takesPhoto: () => photoOf(deed?.picture ?? 'nothing'),
  })
  const person = personWith(phone, { round: roundId, village: villageId })
  let next = 0
  let isKilled = false

  async function fromHereToTheEnd(): Promise<void> {
    await opened(person)
    if (isKilled) await missesNothing(flow, person, phone.lastSeen ?? NOTHING_SHOWN, deed)
    let isResumed = isKilled
    for (; next < flow.deeds.length; next++) {
      deed = flow.deeds[next]!
      await done(deed, person, isResumed)
      isResumed = false
    }
    deed = undefined
    await nothingWaits(phone)
    await phone.lateCallsArrive()
    // Opened once more: what is uploaded is cleared away, and stands all the same.
    await opened(person)
    await nothingWaits(phone)
  }

  for (let life = 0; ; life++) {
    try {
      await fromHereToTheEnd()
      if (!phone.isDead) break
    } catch (error) {
      // Whatever the person was waiting for: a dead app does it no more.
      if (!phone.isDead) throw error
    }
    holds(life < kills.length, 'the app died of itself')
    await holdsUp(phone.lastSeen ?? NOTHING_SHOWN, cloud, round)
    isKilled = true
  }
  holdsOnPhone(phone)
  phone.close()
  return { points: phone.points, end: await cloud.end(roundId, flow) }
}

class Killed extends Error {}

function alive(phone: MortalPhone): void {
  if (phone.isDead) throw new Killed()
}

async function opened(person: Person): Promise<void> {
  await person.opens()
  alive(person.phone)
  await person.phone.until('共性')
  alive(person.phone)
}

async function done(deed: Deed, person: Person, isResumed: boolean): Promise<void> {
  const { phone } = person
  const isThere = () => deed.isThere(person.sees(), phone)
  if (isResumed) {
    await person.goesTo(deed.at)
    alive(phone)
    if (isThere()) return
  }
  if (deed.does) {
    await person.goesTo(deed.by ?? deed.at)
    alive(phone)
    await deed.does(person)
    alive(phone)
  }
  await person.goesTo(deed.at)
  await phone
    .until(() => phone.isDead || isThere())
    .catch((error) => {
      throw new Error(`${deed.what}: ${error instanceof Error ? error.message : error}`)
    })
  alive(phone)
}

/** Right after it was opened anew, before anything is done: all that was shown as kept is here, and where it says so up. */
async function missesNothing({ looks }: Flow, person: Person, before: Shown, deed: Deed | undefined): Promise<void> {
  const after = await looks(person, before)
  alive(person.phone)
  holdsShown(before, after, deed?.makes ?? {})
}

/** What the screen says the server has, it has. */
async function holdsUp(before: Shown, cloud: KillsCloud, { roundId }: FlowRound): Promise<void> {
  const { scorecards, findings, deductions } = await cloud.stored(roundId)
  const marks = scorecards[0]?.marks ?? {}
  for (const [title, shown] of Object.entries(before.marks)) {
    if (shown.saved !== 'uploaded') continue
    const id = itemId(title)
    const { mark, note, photos } = marks[id] ?? {}
    const isUp = String(mark ?? '–') === shown.mark && note === shown.note && photos?.length === shown.photos
    holds(isUp, `${title} was shown as 已上传: ${JSON.stringify(shown)}; the server has ${JSON.stringify(marks[id])}`)
  }
  if (before.submission === 'done') holds(!!scorecards[0]?.submitted, 'shown as submitted, and the server has nothing')
  for (const { what, state } of before.rows) {
    if (state === '已上传')
      holds(
        findings.some(({ text }) => text === what),
        `${what} was shown as 已上传 and is not`,
      )
    if (state === '已确认')
      holds(
        deductions.some(({ state }) => state === 'confirmed'),
        `${what} is not confirmed`,
      )
    if (state === '等另一位评委确认') holds(deductions.length > 0, `${what} was shown as proposed and is not`)
  }
}

async function nothingWaits(phone: MortalPhone): Promise<void> {
  const waiting = () => [...phone.storage.keys()].filter((key) => key.startsWith('out/'))
  await phone.until(() => phone.isDead || waiting().length === 0)
  alive(phone)
  await phone.app.settle()
  alive(phone)
}

/** Nothing half-done is left on the phone. */
function holdsOnPhone({ storage, files }: MortalPhone): void {
  const left = [...storage.keys()].filter((key) => /^(out|bad)\//.test(key) || isHalfDone(key, storage))
  holds(left.length === 0, `on the phone is left: ${left.join(', ')}`)
  for (const name of files.keys()) {
    const id = name.replace(/^photo-|\.jpg$/g, '')
    const note = JSON.parse(storage.get(`photo/${id}`) ?? 'null') as { state: string } | null
    holds(note !== null, `${name} is on the phone and nothing knows of it`)
    holds(note!.state === 'kept', `${name} is uploaded and still takes room after the app was opened again`)
  }
  for (const [key, value] of storage) {
    if (!key.startsWith('card/')) continue
    const { marks } = JSON.parse(value) as { marks: Record<string, { waits: boolean; other: unknown }> }
    const isWhole = Object.values(marks).every(({ waits, other }) => !waits && other === null)
    holds(isWhole, `something of ${key} waits and is in no send`)
  }
}

/**
 * A form whose record was kept, left behind by a kill: opened again it is blank, or says what the record says. Any other
 * is half done.
 */
function isHalfDone(key: string, storage: MortalPhone['storage']): boolean {
  if (!key.startsWith('form/')) return false
  const form = formIn(storage.get(key)!)
  const records = [...storage].flatMap(([key, text]) => (key.startsWith('rec/') ? [formIn(text)] : []))
  const record = records.find(({ id }) => id === form.id)
  const isEdit = key.endsWith(form.id)
  return !record || (isEdit && JSON.stringify(record) !== JSON.stringify(form))
}

function formIn(kept: string) {
  const { id, text, photos } = JSON.parse(kept) as { id: string; text: string; photos: unknown }
  return { id, text, photos }
}
