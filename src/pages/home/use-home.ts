import { useState } from 'react'
import { call } from '../../client/call'
import { launch, scan, storage } from '../../client/device'
import { go } from '../../client/navigate'
import { villageCodeIn } from '../../client/scanned-code'
import { useRead } from '../../client/use-read'
import type { Me } from './doors'

/** The last answer is kept: an inspector without a signal must find the door to the route. */
const KEPT = 'home/me'

export function useHome() {
  const { data, failed, reload } = useRead(readMe)
  const [kept] = useState(() => storage.get(KEPT) as Me | undefined)
  const [trouble, setTrouble] = useState<string>()
  const [typing, setTyping] = useState(false)
  const [typed, setTyped] = useState(() => launch().query.code ?? '')
  const me = data ?? (failed ? (kept ?? null) : null)

  async function scanCode() {
    const scanned = await scan()
    if (scanned.kind === 'unavailable') setTyping(true)
    if (scanned.kind === 'code') open(scanned.text, '这不是村里的码。公示栏上写着村名的那个才是。')
  }

  function open(text: string, otherwise: string) {
    const code = villageCodeIn(text)
    setTrouble(code ? undefined : otherwise)
    if (code) go('pages/entry/index', { code })
  }

  return {
    me,
    /** Nothing is known yet of who this is. */
    loading: !data && !failed,
    offline: failed !== null,
    reload: () => void reload(),
    trouble,
    scanCode,
    /** Without a scanner (web) the code is typed. */
    typing,
    typed,
    setTyped,
    openTyped: () => open(typed, '没有这样的村码。村码像 V01 这样。'),
  }
}

export type Home = ReturnType<typeof useHome>

async function readMe(): Promise<Me> {
  const me = await call('member', 'me', {})
  if (me.member) keep(me)
  else storage.remove(KEPT)
  return me
}

function keep(me: Me): void {
  try {
    storage.set(KEPT, me)
  } catch {}
}
