/** A finding with a ring on its photo, up, and then said better. */
import type { Deed, Flow } from '../flow'
import type { Place } from '../person'
import type { Shown } from '../shown'

const TEXT = '文化墙的“裕”字掉了一半'
const BETTER = `${TEXT}，就在村口`

export const finding: Flow = {
  name: 'finding',
  deeds: [
    inForm('chooses 细节', ({ form }) => form.细节 !== undefined, '细节'),
    typed('什么问题', TEXT),
    {
      what: 'photographs it',
      at: 'record form',
      picture: '文化墙',
      isThere: ({ words }) => words.includes('点一下照片，圈出问题在哪'),
      does: ({ taps }) => taps('问题，拍照'),
    },
    inForm('puts the ring', ({ words }) => words.includes('点别处可以移圈'), '照片 1，点一下圈出问题在哪'),
    recorded('record form', '记下这条问题', TEXT),
    isUp(TEXT),
    {
      what: 'says it better',
      at: { record: TEXT },
      isThere: ({ form }) => form.什么问题 === BETTER,
      does: ({ types }) => types('什么问题', BETTER),
    },
    { ...recorded({ record: TEXT }, '改好这条问题', BETTER), makes: { row: { from: TEXT, to: BETTER } } },
    isUp(BETTER),
  ],
  async looks(person, before) {
    const list = await person.looksAt(['亮点问题'])
    const isInForm = Object.keys(before.form).length > 0
    if (!isInForm) return list
    const form = await person.looksAt(['亮点问题', list.rows.length > 0 ? { record: TEXT } : 'record form'])
    return form
  },
}

function inForm(what: string, isThere: (sees: Shown) => boolean, key: string): Deed {
  return { what, at: 'record form', isThere, does: ({ taps }) => taps(key) }
}

function recorded(form: Place, key: string, text: string): Deed {
  return {
    what: key,
    by: form,
    at: '亮点问题',
    isThere: ({ rows }) => rows.some(({ what }) => what === text),
    does: ({ taps }) => taps(key),
  }
}

function typed(label: string, text: string): Deed {
  return {
    what: `types ${text}`,
    at: 'record form',
    isThere: ({ form }) => form[label] === text,
    does: ({ types }) => types(label, text),
  }
}

function isUp(text: string): Deed {
  return {
    what: `waits until it is up: ${text}`,
    at: '亮点问题',
    isThere: ({ rows }) => rows.some(({ what, state }) => what === text && state === '已上传'),
  }
}
