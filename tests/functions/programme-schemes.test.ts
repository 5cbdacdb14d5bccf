import type { SchemeDoc } from '../../cloudfunctions/common/documents'
import type { CallIn, CallOut } from '../../src/contract'
import type { SchemeVersion } from '../../src/contract/programme'
import { defaultRules, defaultSchemeSettings } from '../../src/domain/default-scheme'
import { newId } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { codeOf } from '../vocabulary/everyone'
import { linesOf } from '../vocabulary/rounds'
import { change, stored } from '../vocabulary/stored'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())

type Save = CallIn<'programme', 'saveScheme'>
const sample = { id: 'pilot-2024', version: 1 }
const asks = (action: 'saveScheme' | 'publishScheme' | 'copyScheme' | 'removeDraft', send: object, who?: Person) =>
  (who ?? today.administrator).sends('programme', { action, payload: send })
const codeFor = async (...sent: Parameters<typeof asks>) => {
  const answer = await asks(...sent)
  return answer.ok ? 'ok' : answer.error.code
}
const docOf = (id: string, version = 1) =>
  (today.dump('schemes') as unknown as SchemeDoc[]).find((doc) => doc._id === `${id}:${version}`)
const read = (id: string, version = 1) => today.administrator.does('programme', 'scheme', { id, version })

/** A draft with the sample's content, which may be published. */
async function draft(id: string): Promise<SchemeVersion> {
  const { rules, settings } = await read('pilot-2024')
  return today.administrator.does('programme', 'saveScheme', {
    rules: { ...rules, id },
    settings,
    revision: null,
    sendId: newId(),
  })
}
const saving = ({ rules, settings, head }: SchemeVersion, title = '改过的方案'): Save => ({
  rules: { ...rules, title },
  settings,
  revision: head.revision,
  sendId: newId(),
})
const key = ({ head: { id, version, revision } }: SchemeVersion) => ({ id, version, revision, sendId: newId() })

describe('schemes: what there is', () => {
  test('the list says which versions there are, in which state, and how many rounds go by them', async () => {
    const { schemes } = await today.secondAdministrator.does('programme', 'schemes', {})
    expect(schemes).toEqual([
      expect.objectContaining({ ...sample, state: 'published', rounds: 1, title: expect.stringContaining('考核方案') }),
    ])
  })

  test('one that is not there: notFound', async () => {
    expect(await codeOf(today, 'administrator', 'programme', 'scheme', { id: 'none', version: 1 })).toBe('notFound')
    expect(await codeFor('copyScheme', { id: 'none', version: 1, sendId: newId() })).toBe('notFound')
    expect(await codeFor('publishScheme', { id: 'none', version: 1, revision: 1, sendId: newId() })).toBe('notFound')
  })
})

describe('saveScheme: a draft is kept whatever its faults', () => {
  const begin = (id: string): Save => ({
    rules: defaultRules(id, '新的考核方案'),
    settings: defaultSchemeSettings(),
    revision: null,
    sendId: newId(),
  })

  test('a new one from the defaults: version 1, a draft, what is missing told; an audit line', async () => {
    const send = begin('new-one')
    const made = await today.administrator.does('programme', 'saveScheme', send)
    expect(made.head).toMatchObject({ id: 'new-one', version: 1, state: 'draft', publishedAt: null, rounds: 0 })
    expect(made.faults.filter(({ blocks }) => blocks).map(({ path }) => path)).toEqual([
      'indicators',
      'survey.items',
      'survey.overallItem',
      'settings.organiser',
    ])
    expect(await read('new-one')).toEqual(made)
    expect(linesOf(today, 'saveScheme').filter(({ on }) => on === 'new-one:1')).toHaveLength(1)
  })

  test('the same send again is the same draft, also after it was saved again; another one of the id: changed', async () => {
    const send = begin('once')
    const first = await today.administrator.does('programme', 'saveScheme', send)
    expect(await today.administrator.does('programme', 'saveScheme', send)).toEqual(first)
    const second = await today.administrator.does('programme', 'saveScheme', saving(first, '第二次'))
    expect(await today.administrator.does('programme', 'saveScheme', send)).toEqual(second)
    expect(await codeFor('saveScheme', begin('once'))).toBe('changed')
    expect(docOf('once')?.rules.title).toBe('第二次')
  })

  test('another first version than 1, a number that is none, a field more: invalid, and nothing is stored', async () => {
    const before = stored(today.cloud)
    const good = begin('bad')
    for (const rules of [
      { ...good.rules, version: 2 },
      { ...good.rules, deductionCap: '20' },
      { ...good.rules, secret: 1 },
      { ...good.rules, id: '中文' },
    ])
      expect(await asks('saveScheme', { ...good, rules })).toMatchObject({
        error: { code: 'invalid', details: { path: expect.stringMatching(/^rules/), problem: expect.any(String) } },
      })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('by revision: who saw an older one is refused with both heads, and what was typed elsewhere stays', async () => {
    const seen = await draft('two-phones')
    const saved = await today.secondAdministrator.does('programme', 'saveScheme', saving(seen, '别处改的'))
    const answer = await asks('saveScheme', saving(seen, '我改的'))
    expect(answer).toMatchObject({
      ok: false,
      error: {
        code: 'changed',
        details: {
          seen: { revision: seen.head.revision },
          stored: { revision: saved.head.revision, savedByName: saved.head.savedByName },
        },
      },
    })
    expect(docOf('two-phones')?.rules.title).toBe('别处改的')
  })

  test('a lost answer: the same save again answers as it did and counts once', async () => {
    const send = saving(await draft('lost'), '只算一次')
    const first = await today.administrator.does('programme', 'saveScheme', send)
    expect(await today.administrator.does('programme', 'saveScheme', send)).toEqual(first)
    expect(docOf('lost')?.revision).toBe(first.head.revision)
  })

  test('a version that is not there: notFound; what no screen asks for stays as it was', async () => {
    const seen = await draft('kept')
    expect(await codeFor('saveScheme', { ...saving(seen), rules: { ...seen.rules, version: 7 } })).toBe('notFound')
    await change(today.cloud, 'schemes', 'kept:1', { 'settings.burst': 22 })
    await today.administrator.does('programme', 'saveScheme', saving(seen))
    expect(docOf('kept')?.settings).toMatchObject({ burst: 22, appealMinutes: 60 })
  })

  test('ten phones at once: one is kept, nine are told', async () => {
    const seen = await draft('ten')
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, n) => codeFor('saveScheme', saving(seen, `第 ${n} 部`))),
    )
    expect(answers.filter((code) => code === 'ok')).toHaveLength(1)
    expect(answers.filter((code) => code === 'changed')).toHaveLength(9)
    expect(docOf('ten')?.revision).toBe(seen.head.revision + 1)
  })
})

describe('publishScheme: once and for all', () => {
  test('with a fault that blocks: refused with the faults, and it stays a draft', async () => {
    const seen = await draft('faulty')
    const broken = await today.administrator.does('programme', 'saveScheme', {
      ...saving(seen),
      rules: { ...seen.rules, weights: { common: 40, demonstration: 30, satisfaction: 28 } },
    })
    const answer = await asks('publishScheme', key(broken))
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'faulty', details: { faults: [{ path: 'weights', blocks: true }] } },
    })
    expect(docOf('faulty')?.state).toBe('draft')
  })

  test('published: by whom and when; an audit line holds all of it; again is the same; anything else is refused', async () => {
    const seen = await draft('good')
    const send = key(seen)
    const published = await today.administrator.does('programme', 'publishScheme', send)
    expect(published.head).toMatchObject({ state: 'published', publishedAt: expect.any(Number) })
    const before = stored(today.cloud)
    expect(await today.administrator.does('programme', 'publishScheme', send)).toEqual(published)
    expect(stored(today.cloud)).toEqual(before)
    const [line] = linesOf(today, 'publishScheme').filter(({ on }) => on === 'good:1')
    expect(line?.after).toMatchObject({ state: 'published', rules: seen.rules, settings: seen.settings })

    for (const again of [key(seen), key(published)]) expect(await codeFor('publishScheme', again)).toBe('published')
    expect(await codeFor('saveScheme', saving(published))).toBe('published')
    expect(await codeFor('saveScheme', saving(seen))).toBe('published')
    expect(await codeFor('removeDraft', key(published))).toBe('published')
    expect(await codeFor('saveScheme', { ...saving(published), revision: null })).toBe('published')
    expect(docOf('good')).toMatchObject({ rules: seen.rules, state: 'published' })
  })

  test('only what was seen is published', async () => {
    const seen = await draft('moved-on')
    await today.secondAdministrator.does('programme', 'saveScheme', saving(seen))
    expect(await codeFor('publishScheme', key(seen))).toBe('changed')
    expect(docOf('moved-on')?.state).toBe('draft')
  })

  test.each(Array.from({ length: 6 }, (_, n) => n))(
    'published and saved at the same moment (%i): never published with what was not seen',
    async (n) => {
      const seen = await draft(`race-${n}`)
      const [published, saved] = await Promise.all([
        codeFor('publishScheme', key(seen)),
        codeFor('saveScheme', saving(seen, '来不及的改动'), today.secondAdministrator),
      ])
      const doc = docOf(`race-${n}`)!
      expect([published, saved].filter((code) => code === 'ok')).toHaveLength(1)
      if (published === 'ok') {
        expect(saved).toBe('published')
        expect(doc).toMatchObject({ state: 'published', rules: { title: seen.rules.title } })
      } else {
        expect(published).toBe('changed')
        expect(doc).toMatchObject({ state: 'draft', rules: { title: '来不及的改动' } })
      }
    },
  )

  test.each(Array.from({ length: 4 }, (_, n) => n))(
    'published and removed at the same moment (%i): one of the two',
    async (n) => {
      const seen = await draft(`gone-${n}`)
      const [published, removed] = await Promise.all([
        codeFor('publishScheme', key(seen)),
        codeFor('removeDraft', key(seen), today.secondAdministrator),
      ])
      const doc = docOf(`gone-${n}`)
      if (published === 'ok') expect([removed, doc?.state]).toEqual(['published', 'published'])
      else expect([published, removed, doc]).toEqual(['notFound', 'ok', undefined])
    },
  )
})

describe('copyScheme: everything as it is in this one, as the next version', () => {
  test('a draft of version 2; the same send again is the same draft, also after it was saved; a second draft: draftExists', async () => {
    const send = { ...sample, sendId: newId() }
    const made = await today.administrator.does('programme', 'copyScheme', send)
    const one = await read('pilot-2024')
    expect(made.head).toMatchObject({ id: 'pilot-2024', version: 2, state: 'draft', publishedAt: null, rounds: 0 })
    expect({ ...made.rules, version: 1 }).toEqual(one.rules)
    expect(made.settings).toEqual(one.settings)
    expect(await today.administrator.does('programme', 'copyScheme', send)).toEqual(made)

    const saved = await today.administrator.does('programme', 'saveScheme', saving(made))
    expect(await today.administrator.does('programme', 'copyScheme', send)).toEqual(saved)
    const other = await asks('copyScheme', { ...sample, sendId: newId() }, today.secondAdministrator)
    expect(other).toMatchObject({ ok: false, error: { code: 'draftExists', details: { version: 2 } } })
    expect((await read('pilot-2024')).rules).toEqual(one.rules)
    await today.administrator.does('programme', 'removeDraft', key(saved))
  })

  test('two at once: one draft', async () => {
    const codes = await Promise.all(
      Array.from({ length: 5 }, () => codeFor('copyScheme', { ...sample, sendId: newId() })),
    )
    expect(codes.sort()).toEqual(['draftExists', 'draftExists', 'draftExists', 'draftExists', 'ok'])
    const made = await read('pilot-2024', 2)
    await today.administrator.does('programme', 'removeDraft', key(made))
  })
})

describe('removeDraft', () => {
  test('as it was seen, and gone; again: gone; what somebody else changed stays', async () => {
    const seen = await draft('unwanted')
    const saved = await today.secondAdministrator.does('programme', 'saveScheme', saving(seen))
    expect(await codeFor('removeDraft', key(seen))).toBe('changed')
    const send = key(saved)
    expect(await codeFor('removeDraft', send)).toBe('ok')
    expect(docOf('unwanted')).toBeUndefined()
    expect(await codeFor('removeDraft', send)).toBe('ok')
    expect(linesOf(today, 'removeDraft').filter(({ on }) => on === 'unwanted:1')).toHaveLength(1)
  })

  test('a removal that comes late does not take the draft that was begun anew', async () => {
    const { id, version } = sample
    const first: CallOut<'programme', 'copyScheme'> = await today.administrator.does('programme', 'copyScheme', {
      id,
      version,
      sendId: newId(),
    })
    const send = key(first)
    await today.administrator.does('programme', 'removeDraft', send)
    const second = await today.administrator.does('programme', 'copyScheme', { id, version, sendId: newId() })
    expect(await codeFor('removeDraft', send)).toBe('changed')
    expect(await codeFor('saveScheme', saving(first))).toBe('changed')
    expect(docOf(id, 2)?.revision).toBe(second.head.revision)
    await today.administrator.does('programme', 'removeDraft', key(second))
  })
})

describe('requests a call costs, the audit’s line included', () => {
  test('reading 3, beginning, saving and publishing 5, copying 6, removing 3', async () => {
    const cost = (work: () => Promise<unknown>) => today.cloud.requests.during(work)
    expect(await cost(() => today.administrator.does('programme', 'schemes', {}))).toBe(3)
    expect(await cost(() => read('pilot-2024'))).toBe(3)
    const { rules, settings } = await read('pilot-2024')
    const first = { rules: { ...rules, id: 'counted' }, settings, revision: null, sendId: newId() }
    expect(await cost(() => today.administrator.does('programme', 'saveScheme', first))).toBe(5)
    const seen = await read('counted')
    expect(await cost(() => today.administrator.does('programme', 'saveScheme', saving(seen)))).toBe(5)
    const saved = await read('counted')
    expect(await cost(() => today.administrator.does('programme', 'publishScheme', key(saved)))).toBe(5)
    const copy = { id: 'counted', version: 1, sendId: newId() }
    expect(await cost(() => today.administrator.does('programme', 'copyScheme', copy))).toBe(6)
    const second = await read('counted', 2)
    expect(await cost(() => today.administrator.does('programme', 'removeDraft', key(second)))).toBe(3)
  })
})
