import { useState } from 'react'
import { confirm, haptic } from '../../client/device'
import { canGoBack, go } from '../../client/navigate'
import { sendNow } from '../../client/outbox'
import { cardChanges } from '../../client/scorecard-store'
import { changeArrival } from '../../client/today'
import { typedAt } from '../../client/typed-at'
import { useKept } from '../../client/use-kept'
import { errors } from '../../contract/errors'
import { nextArrival } from '../../domain/my-route'
import { clockInWords, momentInWords } from '../clock-words'
import { factNoun, factValue } from '../fact-words'
import { routeStops } from '../my-card'
import { toRoute, useStop } from '../use-day'
import { useWaiting } from '../use-waiting'

/** So many facts at a glance; the rest on demand. */
const AT_A_GLANCE = 3

export function useArrival() {
  const { roundId, villageId, today, stop, arrivals, screen } = useStop({ fresh: true })
  const offline = useWaiting()
  useKept(cardChanges)
  const [all, setAll] = useState(false)
  const arrival = arrivals[villageId]
  if (!today || !stop) return { screen, offline, view: null }

  const stops = routeStops(today, arrivals)
  const my = stops.find((each) => each.villageId === villageId)!
  const { name, town, themes } = stop.village
  const facts = stop.facts.map(({ id, mark, full, ...fact }) => {
    return { id, noun: factNoun(fact), value: factValue(fact), mark, full }
  })
  return {
    screen,
    offline,
    view: {
      name,
      town,
      themes,
      planned: clockInWords(stop.arrive),
      arrivedAt: arrival && momentInWords(arrival.at),
      waits: arrival?.waits ?? false,
      late: arrival?.late ?? false,
      trouble: troubleOf(),
      facts: all ? facts : facts.slice(0, AT_A_GLANCE),
      factCount: facts.length,
      showAll: all ? undefined : () => setAll(true),
      action: actionOf(),
      /** Opened by a code, nothing lies below. */
      toRoute: canGoBack() ? undefined : toRoute(roundId),
    },
  }

  function troubleOf(): { title: string; text: string } | undefined {
    if (stop!.recused)
      return { title: `${name}由别的评委评`, text: `${stop!.recusedBecause}，按规定回避。请继续下一个村。` }
    if (my.skipped) return { title: '这一站取消了', text: '今天不去这个村，也不评分。' }
    if (arrival?.refused === 'wrongState' && today!.round.state === 'ready') {
      return { title: '拉练还没有开始', text: '到点时间已留在这部手机里，开始后自己传。' }
    }
    if (arrival?.refused)
      return { title: '到点还没有记上', text: `${errors[arrival.refused]}到点时间已留在这部手机里。` }
    if (arrival?.late) return { title: '收卷后才传到', text: '到点时间已登记，管理员认定后计入。' }
    return undefined
  }

  function actionOf(): { label: string; onPress: () => void; outline?: boolean } {
    if (my.recused || my.skipped) return { ...toRoute(roundId), outline: true }
    if (!arrival) return { label: `确认到${name}`, onPress: () => void arrive() }
    const words =
      my.submission !== 'none' ? `看${name}评分表` : my.marked > 0 ? `继续给${name}评分` : `开始给${name}评分`
    return { label: words, onPress: () => go('inspect/scorecard/index', { round: roundId, village: villageId }) }
  }

  async function arrive(): Promise<void> {
    const at = typedAt()
    const expected = nextArrival(stops)
    if (expected !== villageId && !(await isMeant(expected))) return
    haptic()
    changeArrival(roundId, villageId, { at, waits: true, late: false, refused: null })
    sendNow()
  }

  /** Another village than the route's next one: a question, not an error. */
  function isMeant(expected: string | undefined): Promise<boolean> {
    const next = today!.stops.find(({ village }) => village.id === expected)?.village.name
    return confirm({
      title: `您现在在${name}吗？`,
      text: next ? `按路线下一站是${next}。换了顺序也可以在这里打卡。` : '换了顺序也可以在这里打卡。',
      yes: '在这里',
      no: '再看看',
    })
  }
}
