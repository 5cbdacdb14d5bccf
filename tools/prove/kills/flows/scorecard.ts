/** Marks with notes, submitted; one of them changed, submitted again without a signal. */
import type { Deed, Flow } from '../flow'
import type { Place } from '../person'
import { VILLAGE } from '../sample-words'
import type { Shown } from '../shown'

const [FIRST, SECOND, THIRD] = ['党支部战斗堡垒作用', '镇党委书记、村书记亲自谋划推进', '红色阵地与标识']
const isUp = ({ marks }: Shown, title: string) => marks[title]?.saved === 'uploaded'

export const scorecard: Flow = {
  name: 'scorecard',
  deeds: [
    pressed(FIRST, '2.5 分', '2.5'),
    pressed(FIRST, '加 0.5', '3'),
    pressed(SECOND, '5 分', '5'),
    noted(SECOND, '书记带队，有进度表'),
    {
      what: 'waits until two marks are up',
      at: '共性',
      isThere: (sees) => isUp(sees, FIRST) && isUp(sees, SECOND),
    },
    pressed(FIRST, '减 0.5', '2.5'),
    noted(SECOND, '书记带队，有进度表，也有分工'),
    pressed(THIRD, '0 分', '0'),
    noted(THIRD, '标语褪色'),
    {
      what: 'marks the goal',
      at: '示范',
      isThere: ({ marks }) => Object.values(marks).some(({ mark }) => mark !== '–'),
      does: ({ taps, phone }) => taps(phone.app.controls().find(({ name }) => name.includes('，加 '))!.name),
    },
    submits('提交'),
    isSubmitted(),
    signal(false),
    pressed(FIRST, '加 0.5', '3'),
    submits('重新提交'),
    signal(true),
    isSubmitted(),
  ],
  async looks(person, before) {
    const places: Place[] = ['共性', '示范']
    if (before.submission !== '') places.push('submit')
    return person.looksAt(places)
  },
}

function pressed(title: string, key: string, mark: string): Deed {
  return {
    what: `${title}: ${mark}`,
    at: '共性',
    isThere: ({ marks }) => marks[title]?.mark === mark,
    makes: { mark: { title, mark } },
    does: ({ taps }) => taps(`${title}，${key}`),
  }
}

function noted(title: string, note: string): Deed {
  return {
    what: `${title}: ${note}`,
    at: '共性',
    isThere: ({ marks }) => marks[title]?.note === note,
    makes: { mark: { title, note } },
    does: ({ types }) => types(`${title}，理由`, note),
  }
}

function submits(word: string): Deed {
  return { what: word, at: 'submit', isThere: isPressed, does: ({ taps }) => taps(`${word}${VILLAGE}评分`) }
}

function isSubmitted(): Deed {
  return {
    what: 'waits until it is submitted',
    at: 'submit',
    isThere: (sees) => sees.submission === 'done' && isPressed(sees),
  }
}

function isPressed({ submission, words }: Shown): boolean {
  return submission !== '' && !words.includes('有改动未重新提交')
}

function signal(has: boolean): Deed {
  return {
    what: has ? 'has a signal again' : 'has no signal any more',
    at: '共性',
    isThere: (_, phone) => phone.hasSignal === has,
    does: ({ phone }) => phone.signal(has),
  }
}
