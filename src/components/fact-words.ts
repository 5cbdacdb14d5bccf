import type { MeasuredFact } from '../contract/round'

type Fact = Pick<MeasuredFact, 'unit' | 'value'>

/** The scheme's unit says what is counted, and the sign: 联户覆盖率 %. */
const UNIT = /^(.*?)\s*(%?)$/

/** What is counted: 联户覆盖率. */
export function factNoun({ unit }: Pick<Fact, 'unit'>): string {
  return UNIT.exec(unit)?.[1] || unit
}

/** The sign behind the figure: %, or none. */
export function factSign({ unit }: Pick<Fact, 'unit'>): string {
  return UNIT.exec(unit)?.[2] ?? ''
}

/** How much: 91.9%. */
export function factValue({ unit, value }: Fact): string {
  return `${String(value).replace('-', '−')}${factSign({ unit })}`
}
