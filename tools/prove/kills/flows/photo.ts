/** Two photos of one mark, one of them thrown away at once, and a third one when the others are up. */
import type { Deed, Flow } from '../flow'

const ITEM = '党支部战斗堡垒作用'

export const photo: Flow = {
  name: 'photo',
  thrownAway: ['手指'],
  deeds: [
    photographed(1, '手指'),
    photographed(2, '宣传栏'),
    {
      what: 'throws the first one away',
      at: '共性',
      isThere: ({ marks }) => marks[ITEM]?.photos === 1,
      makes: { mark: { title: ITEM, photos: 1 } },
      does: ({ taps }) => taps(`${ITEM}，照片 1，看或删`),
    },
    isUp('what is left of it'),
    photographed(2, '会议记录'),
    isUp('the other photo'),
  ],
  looks: (person) => person.looksAt(['共性']),
}

function photographed(count: number, picture: string): Deed {
  return {
    what: `photographs ${picture}`,
    at: '共性',
    picture,
    isThere: ({ marks }) => marks[ITEM]?.photos === count,
    makes: { mark: { title: ITEM, photos: count } },
    does: ({ taps, phone }) => taps(phone.app.controls().find(({ name }) => name === `${ITEM}，拍照`)!.name),
  }
}

function isUp(what: string): Deed {
  return {
    what: `waits until ${what} is up`,
    at: '共性',
    isThere: ({ marks, words }) => marks[ITEM]?.saved === 'uploaded' && !words.includes('待上传'),
  }
}
