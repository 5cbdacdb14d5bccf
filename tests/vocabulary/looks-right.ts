/** What holds of every screen in every state, looked at once for all tests of the web build. */
import type { Visit } from './browser'
import { eventually } from './eventually'

/** Older eyes in sunlight, a thumb in a glove: px. */
const SMALLEST_TYPE = 16
const SMALLEST_CONTROL = 44
const CONTROLS =
  '[role=button],[role=link],[role=radio],[role=tab],[role=checkbox],[role=switch],[tabindex="0"],input,textarea'

/**
 * The screen comes to rest, a picture is kept (tests/screenshots; `whole`: the page scrolled flat), and then: nothing keeps
 * anybody out, nothing broke, nothing is wider than the screen, every control takes a thumb, every word can be read.
 */
export async function looksRight(visit: Visit, picture: string, { whole = false } = {}): Promise<void> {
  await atRest(visit)
  await visit.keepPicture(picture, { whole })
  // Looked at again: a machine that stands still for seconds draws the page after it has come to rest.
  await eventually(async () => expect(await visit.barriers()).toEqual([]))
  await eventually(async () => expect(await faults(visit)).toEqual([]))
  expect(visit.complaints).toEqual([])
}

/** The same for a file whose pictures begin with its name: `const looksRight = picturesOf('review', { whole: true })`. */
export function picturesOf(name: string, defaults: { whole?: boolean } = {}) {
  return (visit: Visit, picture: string, options = defaults) => looksRight(visit, `${name}-${picture}`, options)
}

/** What is still moving, loading or being drawn is given up to three seconds; what moves for ever is not waited for. */
export async function atRest({ page }: Visit): Promise<void> {
  await page.evaluate(async () => {
    let changed = true
    const watch = new MutationObserver(() => {
      changed = true
    })
    watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    for (let looks = 0; looks < 30 && (changed || isMoving() || isLoading()); looks++) {
      changed = false
      await new Promise((later) => setTimeout(later, 100))
      await drawn()
      await drawn()
    }
    watch.disconnect()

    function isMoving() {
      const endsOf = (animation: Animation) => Number(animation.effect?.getComputedTiming().endTime ?? 0)
      return document.getAnimations().some((each) => each.playState === 'running' && endsOf(each) < Infinity)
    }
    function isLoading() {
      return [...document.querySelectorAll('.taro_page .skeleton, .taro_page img')].some((each) =>
        each instanceof HTMLImageElement ? !each.complete : each.getClientRects().length > 0,
      )
    }
    /** A tab that nobody sees draws nothing. */
    function drawn() {
      return new Promise<void>((done) => {
        requestAnimationFrame(() => done())
        setTimeout(done, 100)
      })
    }
  })
}

/** Whatever leaves the screen, what a thumb misses, and what is too small to read: a line each. */
function faults({ shown }: Visit): Promise<string[]> {
  return shown.evaluate(
    (page, { type, control, controls }) => {
      const inside = [...page.querySelectorAll<HTMLElement>('*')].filter(isShown)
      const missed = inside.filter((each) => each.matches(controls)).filter(isSmall)
      return [
        ...(page.scrollWidth > page.clientWidth + 1 ? [`wider than the screen: ${page.scrollWidth}`] : []),
        ...missed.map((each) => `control ${sizeOf(each)}: ${each.outerHTML.slice(0, 140)}`),
        ...inside
          .filter(isTiny)
          .map((each) => `type ${getComputedStyle(each).fontSize}: ${each.outerHTML.slice(0, 140)}`),
      ]

      function isShown(each: HTMLElement) {
        return each.getClientRects().length > 0 && getComputedStyle(each).visibility === 'visible'
      }
      function isSmall(each: HTMLElement) {
        const { width, height } = each.getBoundingClientRect()
        return Math.min(width, height) < control - 0.5
      }
      function sizeOf(each: HTMLElement) {
        const { width, height } = each.getBoundingClientRect()
        return `${Math.round(width)} × ${Math.round(height)}`
      }
      function isTiny(each: HTMLElement) {
        const speaks = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent!.trim())
        return speaks && Number.parseFloat(getComputedStyle(each).fontSize) < type
      }
    },
    { type: SMALLEST_TYPE, control: SMALLEST_CONTROL, controls: CONTROLS },
  )
}
