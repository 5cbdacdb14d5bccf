/** A villager's way from the code to 已收到, and that of who goes round with the household cards. */
import type { Answers } from '../../../src/domain/round-file'
import type { Chance } from '../phone/chance'
import { DEAD, type Person } from './person'
import type { PlannedAnswers, PlannedHelper, PlannedVillager } from './plan'

export type VillagerApp = typeof import('./villager-hands')

/** Answers as soon as they have seen 已收到, or the cover that says so. */
export async function answersByCode(
  villager: PlannedVillager,
  code: string,
  person: Person<VillagerApp>,
  chance: Chance,
): Promise<void> {
  const { meant, slip, voice, before } = villager
  if (before) {
    await answersOnce({ meant: before, slip: null, voice })
    await person.wait(chance.between(20, 120) * 1_000)
  }
  await answersOnce({ meant, slip, voice: before ? null : voice }, before !== null)

  async function answersOnce(told: PlannedAnswers, isAgain = false): Promise<void> {
    const how: Answering = { person, told, chance, isFast: villager.tooFast }
    for (;;) {
      const app = await person.app()
      // Sent, and no receipt: they come before everything else, whatever was scanned.
      if (app.drawerThatWaits() === 'own') app.questions('own')
      else {
        const stand = await person.unlessDead(app.scan(code))
        if (stand === DEAD) continue
        if (stand === null) {
          await person.wait(chance.between(3, 20) * 1_000)
          continue
        }
        // The cover tells that the answers were received, though the receipt was not seen.
        if (stand === 'again' && !isAgain) return
        if (stand === 'refused') throw new Error(`${villager.who} was refused on the cover`)
        if (stand === 'goOn') app.goOn()
        else if ((await person.unlessDead(app.start())) === DEAD) continue
        if (!(await fillsIn(app, how))) continue
      }
      const said = await person.unlessDead(app.outcome())
      if (said === 'received') return
      if (said !== DEAD) throw new Error(`${villager.who} was refused: ${said}`)
    }
  }
}

/** One card after the other, on one phone. Told of each that it is in. */
export async function answersByCards(
  { cards }: PlannedHelper,
  codes: readonly string[],
  person: Person<VillagerApp>,
  chance: Chance,
  received: () => void,
): Promise<void> {
  for (const [n, told] of cards.entries()) {
    await person.wait(chance.between(2, 20) * 1_000)
    await entersCard(told, codes[n]!)
    received()
  }

  async function entersCard(told: PlannedAnswers, code: string): Promise<void> {
    for (;;) {
      const app = await person.app()
      if (app.drawerThatWaits() === 'card') app.questions('card')
      else {
        if (app.keptDraft('card')?.card === code) app.questions('card')
        else {
          const card = await person.unlessDead(app.typeCard(code))
          if (card === DEAD) continue
          if (card === null) {
            await person.wait(chance.between(3, 20) * 1_000)
            continue
          }
          // Sent, and the app died with the receipt.
          if (card === 'cardUsed') return
          if (card !== 'good') throw new Error(`a card was refused: ${card}`)
          if ((await person.unlessDead(app.startCard(code))) === DEAD) continue
        }
        if (!(await fillsIn(app, { person, told, chance, isFast: false }))) continue
      }
      const said = await person.unlessDead(app.outcome())
      if (said === 'received') return
      if (said !== DEAD) throw new Error(`a card’s answers were refused: ${said}`)
    }
  }
}

interface Answering {
  person: Person<VillagerApp>
  told: PlannedAnswers
  chance: Chance
  isFast: boolean
}

/** Question by question, then the last look, then 提交. False: the app died. */
async function fillsIn(app: VillagerApp, { person, told, chance, isFast }: Answering): Promise<boolean> {
  const { meant, slip, voice } = told
  const thinks = () => person.wait(isFast ? 250 : chance.between(3_000, 9_000))
  for (let itemId = app.question(); itemId !== null; itemId = app.question()) {
    await thinks()
    if (!person.isOpen()) return false
    app.choose(itemId, slip?.itemId === itemId ? slip.level : meant[itemId]!)
    if (!person.isOpen()) return false
  }
  for (const itemId of wrongIn(app.answered(), meant)) {
    await thinks()
    app.choose(itemId, meant[itemId]!)
    if (!person.isOpen()) return false
  }
  if (voice !== null) app.write(voice)
  await thinks()
  if (!person.isOpen()) return false
  app.submit()
  return true
}

function wrongIn(answered: Answers, meant: Answers): string[] {
  return Object.keys(meant).filter((itemId) => answered[itemId] !== meant[itemId])
}
