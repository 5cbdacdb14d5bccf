/**
 * 一次性户码: household cards to print and cut, for those without a smartphone. The codes leave in this one file and are
 * kept nowhere; a send repeated after a lost answer prints the same cards.
 */
import type { CallIn, CallOut } from '../../src/contract'
import { failure } from '../../src/contract/errors'
import { groupedCode } from '../../src/domain/readable-code'
import { villageCode } from '../../src/domain/village-code'
import { cardId, printedCode } from '../common/card-codes'
import type { RoundDoc } from '../common/documents'
import { miniProgramCode } from '../common/mini-program-code'
import type { AuditLine, RoundContext } from '../common/serve'
import { type CodePicture, cardsSheet } from './cards-sheet'
import { issuedCards } from './issued-cards'

type Send = CallIn<'round', 'printCards'>
type Printed = CallOut<'round', 'printCards'>

/** Beside 200 cards there is room for so much of the megabyte that an answer holds. */
const MOST_PICTURE_BYTES = 200_000

/** Six requests, one more a card, and one to WeChat; the audit line is one of the six. */
export async function printCards(send: Send, { round, repos }: RoundContext): Promise<Printed> {
  const { roundId, villageId, sendId, count } = send
  const village = round.villages.find(({ id }) => id === villageId)
  if (!village) throw failure('outOfScope')
  const gate = await repos.secrets.byRound(roundId)
  // A rehearsal surveys nobody.
  if (!gate || gate.rehearsal || gate.closedAt !== null) throw failure('notFound')

  const changed = await repos.rounds.change(roundId, ['ready', 'running'], (stored) => withPrint(stored, send))
  const codes = Array.from({ length: count }, (_, n) => printedCode(gate, villageId, sendId, n))
  await repos.cards.issue(roundId, villageId, codes.map(cardId))

  const sheet = await cardsSheet({
    villageName: village.name,
    roundNumber: round.number,
    day: round.day,
    codes: codes.map(groupedCode),
    picture: await codePicture(villageId),
  })
  return {
    fileName: `户码-${village.name}-第${round.number}次拉练-${count}张.docx`,
    base64: sheet.toString('base64'),
    count,
    issued: issuedCards(changed, villageId),
  }
}

/** Printing hands out votes: who did it, for whom and how many is on record. */
export function printCardsLine({ sendId, villageId }: Send, { count, issued }: Printed): AuditLine {
  return { key: sendId, on: villageId, before: { issued: issued - count }, after: { printed: count, issued } }
}

/** The round with this print on its list; null where it is there already. Never more cards than households. */
function withPrint(round: RoundDoc, { villageId, sendId, count }: Send): Partial<RoundDoc> | null {
  const prints = round.cardPrints ?? []
  const former = prints.find(({ id }) => id === sendId)
  if (former) {
    if (former.villageId === villageId && former.count === count) return null
    throw failure('invalid', { path: 'sendId', problem: '这一次已经印过别的，请重新打开页面再印' })
  }
  const { households } = round.villages.find(({ id }) => id === villageId)!
  const left = households - issuedCards(round, villageId)
  if (count > left) {
    const problem = `全村 ${households} 户，一户一张，最多还能印 ${left} 张`
    throw failure('tooLarge', { path: 'count', problem, left })
  }
  return { cardPrints: [...prints, { id: sendId, villageId, count }] }
}

/** The village's own code. Where WeChat has none to give, the sheet says how to enter without it. */
async function codePicture(villageId: string): Promise<CodePicture | null> {
  const picture = await miniProgramCode(villageCode(villageId)).catch(() => null)
  return picture && picture.bytes.length <= MOST_PICTURE_BYTES ? picture : null
}
