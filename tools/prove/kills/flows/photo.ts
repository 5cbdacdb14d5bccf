/** Two photos of one mark, both uploaded, one of them thrown away. */
import type { Deed, Flow } from '../flow'

const ITEM = '党支部战斗堡垒作用'

export const photo: Flow = {
  name: 'photo',
  deeds: [
    photographed(1, '宣传栏'),
    photographed(2, '会议记录'),
    isUp('both photos'),
    {
      what: 'throws the first one away',
      at: '共性',
      isThere: ({ marks }) => marks[ITEM]?.photos === 1,
      makes: { mark: { title: ITEM, photos: 1 } },
      does: ({ taps }) => taps(`${ITEM}，照片 1，看或删`),
    },
    isUp('the mark with one photo'),
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
    what: `waits until ${what} are up`,
    at: '共性',
    isThere: ({ marks, words }, { storage }) =>
      marks[ITEM]?.saved === 'uploaded' && !words.includes('待上传') && storage.size > 0,
  }
}
