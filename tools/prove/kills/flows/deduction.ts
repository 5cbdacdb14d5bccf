/** A deduction proposed with a photo; another inspector's one confirmed. */
import type { Deed, Flow } from '../flow'
import { DEDUCTIONS, VILLAGE } from '../sample-words'
import type { Shown } from '../shown'

const [MINE, COLLEAGUES] = DEDUCTIONS as [(typeof DEDUCTIONS)[number], (typeof DEDUCTIONS)[number]]
const TEXT = '两处标语掉字，上月就报了'
const row = ({ rows }: Shown, title: string) => rows.find(({ what }) => what.includes(title))

export const deduction: Flow = {
  name: 'deduction',
  colleague: (roundId) => [
    {
      action: 'deduct',
      payload: {
        sendId: `send-of-colleague-${roundId}`,
        deductionId: `of-the-colleague-${roundId}`,
        phone: 'phone-of-the-colleague',
        itemId: COLLEAGUES.id,
        occurrences: 1,
        text: '牌子倒在路边',
        photos: [],
      },
    },
  ],
  deeds: [
    inForm('chooses what', ({ words }) => words.includes('看到几次'), MINE.title),
    { ...inForm('twice', ({ form }) => form.times === '2 次', '次数，加 1'), makes: { form: { times: '2 次' } } },
    {
      what: 'types what was seen',
      at: 'deduction form',
      isThere: ({ form }) => form.看到了什么 === TEXT,
      does: ({ types }) => types('看到了什么', TEXT),
    },
    {
      what: 'photographs it',
      at: 'deduction form',
      picture: '标语',
      isThere: ({ form }) => form.photos === '照片 1 张',
      does: ({ taps }) => taps(`${MINE.title}，拍照`),
    },
    {
      what: 'proposes it',
      by: 'deduction form',
      at: '扣分',
      isThere: (sees) => row(sees, MINE.title) !== undefined,
      does: ({ taps }) => taps(`提出${VILLAGE}扣分`),
    },
    stands(MINE.title, '等另一位评委确认'),
    {
      what: 'confirms the colleague’s',
      by: { deduction: COLLEAGUES.title },
      at: '扣分',
      isThere: (sees) => /已确认/.test(row(sees, COLLEAGUES.title)?.state ?? ''),
      does: ({ taps }) => taps('我也看到了，确认'),
    },
    stands(COLLEAGUES.title, '已确认'),
  ],
  async looks(person, before) {
    const list = await person.looksAt(['扣分'])
    if (Object.keys(before.form).length === 0) return list
    return person.looksAt(['扣分', row(list, MINE.title) ? { deduction: MINE.title } : 'deduction form'])
  },
}

function inForm(what: string, isThere: (sees: Shown) => boolean, key: string): Deed {
  return { what, at: 'deduction form', isThere, does: ({ taps }) => taps(key) }
}

function stands(title: string, state: string): Deed {
  return { what: `waits until it stands: ${state}`, at: '扣分', isThere: (sees) => row(sees, title)?.state === state }
}
