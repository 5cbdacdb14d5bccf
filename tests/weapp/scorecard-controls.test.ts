import { buildGallery } from '../../tools/build-app'
import { type OpenApp, openApp } from './engine/open-app'

let root: string
beforeAll(async () => {
  root = await buildGallery('weapp')
})

const TITLE = '村民议事与“五共”'
const FIRST = 0

async function scorecard(mark: string): Promise<OpenApp> {
  return openApp({ root, launch: { path: 'pages/gallery/index', query: { m: '06', mark } } })
}

/** What the first card's stepper shows. */
function shown(): string {
  return document.querySelectorAll('.stepper-mark')[FIRST]!.textContent!.trim()
}

afterEach(() => document.body.replaceChildren())

describe('the mark stepper counts in whole steps', () => {
  test('not given yet: a dash, nothing to take away, and the first + is one step', async () => {
    const app = await scorecard('none')
    expect(shown()).toBe('–')
    expect(app.control(`${TITLE}，减 0.5`).disabled).toBe(true)
    await app.tap(`${TITLE}，加 0.5`)
    expect(shown()).toBe('0.5')
  })

  test('+ and − go one step; both ends stop', async () => {
    const app = await scorecard('3.5')
    await app.tap(`${TITLE}，加 0.5`)
    expect(shown()).toBe('4')
    expect(app.control(`${TITLE}，加 0.5`).disabled).toBe(true)
    for (let step = 0; step < 8; step++) await app.tap(`${TITLE}，减 0.5`)
    expect(shown()).toBe('0')
    expect(app.control(`${TITLE}，减 0.5`).disabled).toBe(true)
  })

  test('a sentence of the rubric jumps to its mark', async () => {
    const app = await scorecard('none')
    await app.tap(`${TITLE}，2 分：有议事会`)
    expect(shown()).toBe('2')
  })

  test('at full the note is asked for', async () => {
    const app = await scorecard('3.5')
    expect(app.text()).toContain('写一句理由（可不写）')
    await app.tap(`${TITLE}，加 0.5`)
    expect(app.text()).toContain('请写一句理由')
    await app.type(`${TITLE}，理由`, '每月都开议事会，看了三次记录')
    expect(app.control(`${TITLE}，理由`).value).toBe('每月都开议事会，看了三次记录')
  })

  test('a touch is one setData, small, and felt', async () => {
    const app = await scorecard('3')
    app.resetCost()
    await app.tap(`${TITLE}，减 0.5`)
    const { count, bytes } = app.cost()
    expect(count).toBe(1)
    expect(bytes).toBeLessThan(700)
    expect(app.phone.haptics).toBe(1)
  })
})
