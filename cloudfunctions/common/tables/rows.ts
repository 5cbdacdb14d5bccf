/** The questions a kind asks of one row; what cannot be read for certain becomes a fault of its cell. */
import { addressOf, clean, decimalsOf, even, isId, typedNumber } from './cells'
import type { CellContent } from './read-workbook'
import type { Choice, NumberRule, Row } from './table'

export interface Found {
  row: number
  /** From 0. */
  column: number
  content: CellContent | undefined
}

/** `find` answers null where the sheet has no such column. */
export function rowOf(
  number: number,
  find: (key: string) => Found | null,
  remember: (column: number, text: string) => void,
): Row {
  const fault = (key: string, text: string) => remember(find(key)?.column ?? 0, text)

  /** As shown, or undefined where nothing stands; what Excel could not compute is a fault. */
  function shown(key: string): CellContent | undefined {
    const content = find(key)?.content
    if (content?.kind === 'error') {
      fault(key, `这里是 Excel 的错误值 ${content.text}，请改成实际内容。`)
      return undefined
    }
    if (content?.kind === 'formula') {
      fault(key, '这里是还没有算出结果的公式。请用 Excel 打开保存一次，或直接填结果。')
      return undefined
    }
    return content?.kind === 'unclear' ? undefined : content
  }
  const isBroken = (key: string) => ['error', 'formula', 'unclear'].includes(find(key)?.content?.kind ?? '')
  function missing(key: string, what = '内容'): void {
    if (!isBroken(key)) fault(key, `这里空着，要填${what}。`)
  }

  const row: Row = {
    number,
    address: (key) => addressOf(number, find(key)?.column ?? 0),
    fault,
    isEmpty: (key) => find(key)?.content === undefined,

    text(key, { most, required }) {
      const content = shown(key)
      const text = content ? asText(content) : ''
      if (required && text === '') missing(key)
      if ([...text].length > most || text.length > most)
        fault(key, `这里有 ${[...text].length} 个字，最多 ${most} 个字，请写短一些。`)
      return text
    },

    id(key, { most }) {
      const content = shown(key)
      if (!content) {
        missing(key, '编号')
        return null
      }
      if (content.kind === 'date') {
        fault(key, `这里被 Excel 认成了日期（${content.day}）。请把单元格格式改成文本，再填编号。`)
        return null
      }
      const text = asText(content).normalize('NFKC')
      if (isId(text) && text.length <= most) return text
      fault(
        key,
        `找到「${short(text)}」。编号只能用英文字母、数字、横线、下划线和点，字母或数字开头，最多 ${most} 个字符。`,
      )
      return null
    },

    amount(key, rule) {
      const content = shown(key)
      if (!content) {
        if (rule.required) missing(key, expected(rule))
        return null
      }
      const number = content.kind === 'number' || content.kind === 'text' ? asNumber(content, rule) : null
      const isGood =
        number !== null &&
        number >= rule.least &&
        number <= rule.most &&
        decimalsOf(number) <= (rule.decimals ?? Number.POSITIVE_INFINITY)
      if (isGood) return number
      fault(key, `找到「${short(asShown(content))}」，这里要填${expected(rule)}。`)
      return null
    },

    choice(key, choices, rule) {
      const content = shown(key)
      if (!content) {
        if (rule?.required) missing(key, named(choices))
        return null
      }
      const meant = meantBy(asText(content), choices)
      if (meant.length === 1) return meant[0]!.value
      fault(key, whyNoChoice(asText(content), choices, meant.length))
      return null
    },

    choices(key, choices) {
      const content = shown(key)
      if (!content) return []
      const parts = asText(content)
        .split(/[、，,;；/／\s]+/)
        .filter((part) => part !== '')
      const found = parts.map((part) => ({ part, meant: meantBy(part, choices) }))
      const wrong = found.find(({ meant }) => meant.length !== 1)
      if (wrong) fault(key, `${whyNoChoice(wrong.part, choices, wrong.meant.length)}几样之间用顿号隔开。`)
      const values = found.flatMap(({ meant }) => (meant.length === 1 ? [meant[0]!.value] : []))
      return [...new Set(values)]
    },
  }
  return row
}

function asText(content: CellContent): string {
  return clean(asShown(content))
}

/** As Excel shows it. */
function asShown(content: CellContent): string {
  if (content.kind === 'text') return content.text
  if (content.kind === 'number')
    return content.percent ? `${Number((content.number * 100).toPrecision(15))}%` : String(content.number)
  if (content.kind === 'date') return content.day
  if (content.kind === 'boolean') return content.value ? 'TRUE' : 'FALSE'
  return ''
}

/** 85 % is 85 where the unit is %, and no number elsewhere. */
function asNumber(content: CellContent, { percent }: NumberRule): number | null {
  const typed =
    content.kind === 'number' && !content.percent
      ? { number: content.number, percent: false }
      : typedNumber(asShown(content))
  if (!typed || (typed.percent && !percent)) return null
  return typed.number
}

function expected({ what, least, most, decimals }: NumberRule): string {
  const kind = decimals === 0 ? '整数' : decimals === undefined ? '数字' : `数字，最多 ${decimals} 位小数`
  return `${what}：${least} 到 ${most} 的${kind}`
}

function meantBy<T>(text: string, choices: readonly Choice<T>[]): Choice<T>[] {
  const wanted = even(text)
  const first = choices.filter(({ labels }) => even(labels[0]!) === wanted)
  return first.length > 0 ? first : choices.filter(({ labels }) => labels.some((label) => even(label) === wanted))
}

function whyNoChoice<T>(text: string, choices: readonly Choice<T>[], meant: number): string {
  if (meant > 1) return `「${short(text)}」对得上不止一个，请填编号，分清是哪一个。`
  return `找到「${short(text)}」，这里要填${named(choices)}。`
}

const MOST_NAMED = 8

function named<T>(choices: readonly Choice<T>[]): string {
  if (choices.length === 0) return '已有的内容，但现在一个也没有，请先添加'
  const labels = choices.slice(0, MOST_NAMED).map(({ labels }) => labels[0])
  return choices.length > MOST_NAMED
    ? `${labels.join('、')}…其中之一（共 ${choices.length} 个）`
    : `${labels.join('、')}其中之一`
}

function short(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text
}
