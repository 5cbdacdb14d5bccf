/** 包联责任 in words: the seven duties of docs/domain.md are kept by code; any other is kept as it is written. */
import { own } from './own'

const DUTIES: Readonly<Record<string, string>> = {
  'organisation-director': '组织部长',
  'deputy-director': '分管副部长',
  'town-secretary': '镇党委书记',
  'village-secretary': '村书记',
  'first-secretary': '第一书记',
  'work-team': '驻村工作队',
  'helper-unit': '结对包保单位',
}

/** For drop-downs, in the order of rank. */
export const dutyNames: readonly string[] = Object.values(DUTIES)

/** 组织部长 for `organisation-director`; a duty without a code is its own name. */
export function dutyName(duty: string): string {
  return own(DUTIES, duty) ?? duty
}

/** The code of a duty in words, or the words. */
export function dutyOf(name: string): string {
  return Object.keys(DUTIES).find((code) => DUTIES[code] === name) ?? name
}
