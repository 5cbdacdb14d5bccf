import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { backTo } from '../../client/back-to'
import { codeOf } from '../../client/call'
import { keepScreenBright } from '../../client/device'
import { isOnsiteOutdated, onsitePicture, renewOnsite } from '../../client/today'
import { useNow } from '../../client/use-now'
import { useOnline } from '../../client/use-online'
import { errors } from '../../contract/errors'
import { useStop } from '../use-day'
import { useKeptList } from '../use-kept-list'
import { onsiteState } from './code-state'

export function useOnsite() {
  const { roundId, villageId, today, stop, screen } = useStop({ live: 'often' })
  const online = useOnline()
  const picture = useKeptList(() => onsitePicture(roundId, villageId))
  const isOutdated = useKeptList(() => isOnsiteOutdated(roundId, villageId))
  const now = useNow(true)
  const [renewing, setRenewing] = useState(false)
  const [failed, setFailed] = useState('')
  useBrightScreen(picture !== undefined)
  const leave = () => backTo('inspect/arrival/index', { round: roundId, village: villageId })
  if (!today || !stop) return { screen, view: null }

  const { state } = today.round
  return {
    screen,
    view: {
      village: stop.village.name,
      online,
      code: onsiteState({
        village: stop.village.name,
        isSkipped: stop.state === 'skipped',
        isRecused: stop.recused,
        wanted: stop.onsite,
        picture,
        isOutdated,
        now,
        isOpen: state === 'ready' || state === 'running',
      }),
      renewing,
      failed,
      renew: () => void renew(),
      leave,
    },
  }

  async function renew(): Promise<void> {
    if (renewing) return
    setRenewing(true)
    setFailed('')
    try {
      await renewOnsite(roundId, villageId)
    } catch (error) {
      const code = codeOf(error)
      setFailed(code === 'tryAgain' ? '没有连上，码还没拿到。请换个有信号的地方再点一次。' : errors[code])
    } finally {
      setRenewing(false)
    }
  }
}

/** While the code is on the screen; a page that is covered or left gives the screen back. */
function useBrightScreen(wanted: boolean): void {
  const giveBack = useRef<(() => void) | null>(null)
  const end = useRef(() => {
    giveBack.current?.()
    giveBack.current = null
  })
  const start = () => {
    if (wanted) giveBack.current ??= keepScreenBright()
  }
  useDidShow(start)
  useDidHide(end.current)
  useEffect(start, [wanted])
  useEffect(() => end.current, [])
}
