/** What stands on a screen, as far as a person would say: this is kept. */
import { attributesOf, controlsOf, visibleText } from '../../../tests/weapp/engine/rendered'
import { holds } from '../proof'

export interface ShownMark {
  mark: string
  note: string
  photos: number
  saved: '' | 'waiting' | 'uploaded'
}

export interface Shown {
  /** By the item's title. */
  marks: Record<string, ShownMark>
  /** Of a form, by label: what is typed, what is chosen, how many photos. */
  form: Record<string, string>
  /** Records and deductions in their lists: what, and how far it has come. */
  rows: { what: string; state: string }[]
  submission: '' | 'waiting' | 'done'
  words: string
}

export const NOTHING_SHOWN: Shown = { marks: {}, form: {}, rows: [], submission: '', words: '' }

export function shownOn(page: Element | null): Shown {
  if (!page) return NOTHING_SHOWN
  const words = visibleText(page).replaceAll('\u00a0', ' ')
  return {
    marks: marksOn(page),
    form: formOn(page),
    rows: rowsOn(page),
    submission: words.includes('服务器已收到') ? 'done' : /正在提交|等信号上传/.test(words) ? 'waiting' : '',
    words,
  }
}

/** Looked at one place after the other. */
export function seenTogether(places: readonly Shown[]): Shown {
  return {
    marks: Object.assign({}, ...places.map(({ marks }) => marks)),
    form: Object.assign({}, ...places.map(({ form }) => form)),
    rows: places.flatMap(({ rows }) => rows),
    submission: places.map(({ submission }) => submission).find((submission) => submission !== '') ?? '',
    words: places.map(({ words }) => words).join('\n'),
  }
}

/** What a deed changes of it. */
export interface Made {
  mark?: { title: string } & Partial<ShownMark>
  form?: Record<string, string>
  row?: { from: string; to: string }
}

/** Everything that was shown as kept is here after the kill, as it was shown or as the deed meant it that was being done. */
export function holdsShown(before: Shown, after: Shown, made: Made): void {
  for (const [title, was] of Object.entries(before.marks)) {
    if (was.saved === '') continue
    const is = after.marks[title]
    const meant = made.mark?.title === title ? { ...was, ...made.mark } : was
    holds(
      !!is && (isSame(is, was) || isSame(is, meant)),
      `${title} was shown as kept: ${JSON.stringify(was)}; now stands ${JSON.stringify(is)}`,
    )
    holds(is!.saved !== '', `${title} was shown as kept and is not any more`)
    const wasUp = was.saved === 'uploaded' && isSame(is!, was)
    holds(!wasUp || is!.saved === 'uploaded', `${title} was shown as 已上传 and is not any more`)
  }
  for (const { what, state } of before.rows) {
    const meant = made.row?.from === what ? made.row.to : what
    const is = after.rows.filter((row) => row.what === what || row.what === meant)
    holds(is.length === 1, `${what} was shown as kept, and now stands ${is.length} times`)
    const wasUp = isUp(state) && made.row?.from !== what
    holds(!wasUp || isUp(is[0]!.state), `${what} was ${state} and is now ${is[0]!.state}`)
  }
  for (const [label, value] of Object.entries(before.form)) {
    const values = [value, made.form?.[label] ?? value]
    const isHere = values.some((one) => after.form[label] === one || after.words.includes(one))
    holds(isHere, `${label} = ${value} stood in the form; now neither there nor in what is recorded`)
  }
  if (before.submission === 'waiting') holds(after.submission !== '', 'pressed 提交, and after the kill it was not')
  if (before.submission === 'done') holds(after.submission !== '', 'shown as submitted, and after the kill not')
}

function isSame(a: ShownMark, b: ShownMark): boolean {
  return a.mark === b.mark && a.note === b.note && a.photos === b.photos
}

function isUp(state: string): boolean {
  return !state.includes('待上传')
}

const STATES = ['待上传', '已上传', '等另一位评委确认', '您已确认，待上传', '已确认']

function marksOn(page: Element): Record<string, ShownMark> {
  return Object.fromEntries(
    [...page.querySelectorAll('.indicator-card')].map((card) => [
      wordsOf(card, '.indicator-title'),
      {
        mark: wordsOf(card, '.stepper-mark'),
        note: fieldsIn(card)[0]?.[1] ?? '',
        photos: photosIn(card),
        saved: SAVED[wordsOf(card, '.saved-line-words')] ?? '',
      },
    ]),
  )
}

const SAVED: Record<string, ShownMark['saved']> = { '已保存 · 待上传': 'waiting', 已上传: 'uploaded' }

function formOn(page: Element): Record<string, string> {
  if (page.querySelector('.indicator-card')) return {}
  const photos = photosIn(page)
  const chosen = controlsOf(page as HTMLElement).filter(({ role, checked }) => role === 'radio' && checked)
  return {
    ...Object.fromEntries(fieldsIn(page).filter(([, value]) => value !== '')),
    ...Object.fromEntries(chosen.map(({ name }) => [name, name])),
    ...(page.querySelector('.stepper-mark') && { times: wordsOf(page, '.stepper-mark') }),
    ...(photos > 0 && fieldsIn(page).length > 0 && { photos: `照片 ${photos} 张` }),
  }
}

function rowsOn(page: Element): Shown['rows'] {
  return controlsOf(page as HTMLElement).flatMap(({ name }) => {
    const state = STATES.filter((words) => name.endsWith(`，${words}`)).sort((a, b) => b.length - a.length)[0]
    return state ? [{ what: name.slice(0, -state.length - 1), state }] : []
  })
}

function fieldsIn(element: Element): [string, string][] {
  return [...element.querySelectorAll('wx-textarea, wx-input')].map((field) => {
    const { ariaLabel, value } = attributesOf(field)
    return [String(ariaLabel ?? ''), String(value ?? '')]
  })
}

function photosIn(element: Element): number {
  const labels = [...element.querySelectorAll('*')].map((each) => String(attributesOf(each).ariaLabel ?? ''))
  return new Set(labels.flatMap((label) => label.match(/照片 \d+/) ?? [])).size
}

function wordsOf(element: Element, selector: string): string {
  const found = element.querySelector(selector)
  return found ? visibleText(found) : ''
}
