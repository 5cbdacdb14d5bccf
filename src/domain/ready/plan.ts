/** Scheme, route, day, and no other round at hand. */
import { namesOf } from '../names-of'
import { type RouteVillage, routeDefaults, shortLegInWords, shortLegs } from '../route-suggestion'
import { dayInWords } from '../shanghai-clock'
import { done, missing, type ReadyFacts, type ReadyLine, warning } from './facts'

export function schemeLine({ scheme }: ReadyFacts): ReadyLine {
  return done('scheme', `考核方案：《${scheme.title}》第 ${scheme.version} 版`)
}

type RouteFacts = {
  stops: readonly { villageId: string; arrive: string; depart: string }[]
  villages: readonly { id: string; name: string }[]
}

export function stopsLine({ stops, villages }: RouteFacts): ReadyLine {
  if (stops.length < 2) return missing('stops', `路线上至少要有两个村，现在有 ${stops.length} 个`)
  const late = stops.findIndex(({ arrive, depart }, n) => depart <= arrive || (n > 0 && arrive < stops[n - 1]!.depart))
  const [first, last] = [stops[0]!, stops[stops.length - 1]!]
  if (late === -1)
    return done('stops', `路线 ${stops.length} 个村，${first.arrive} 到第一个村，${last.depart} 离开最后一个村`)
  const { villageId, arrive, depart } = stops[late]!
  const { name } = villages.find(({ id }) => id === villageId)!
  const why = depart <= arrive ? '离开要晚于到达' : `到达早于离开上一个村（${stops[late - 1]!.depart}）`
  return missing('stops', `第 ${late + 1} 站${name}（${arrive}–${depart}）${why}`, { villageIds: [villageId] })
}

type DriveFacts = Pick<RouteFacts, 'stops'> & { villages: readonly (RouteVillage & { name: string })[] }

/** Nothing where the day is long enough by coordinates: the people who drive there know better. */
export function driveLines({ stops, villages }: DriveFacts): ReadyLine[] {
  // Stops that overlap are the route's own line.
  const legs = shortLegs(stops, villages).filter(({ planned }) => planned >= 0)
  const short = [...legs].sort((a, b) => b.needed - b.planned - (a.needed - a.planned))
  const [worst] = short
  const last = stops[stops.length - 1]?.depart
  const ids = [...new Set(legs.flatMap(({ from, to }) => [from, to]))]
  return [
    ...(worst
      ? [
          warning(
            'drive',
            `${shortLegInWords(worst, villages)}${short.length > 1 ? `；另有 ${short.length - 1} 段路也不够` : ''}`,
            { villageIds: ids },
          ),
        ]
      : []),
    ...(last !== undefined && last > routeDefaults.endBy
      ? [warning('drive', `${last} 才离开最后一个村，晚于 ${routeDefaults.endBy}`)]
      : []),
  ]
}

export function dayLine({ day, today, opensAt, now }: ReadyFacts): ReadyLine {
  if (day < today) return missing('day', `拉练日 ${dayInWords(day)}已经过了，请改日期`)
  if (now >= opensAt) return warning('day', '一点就绪，村民测评马上开放，之后不能再退回草稿')
  return done('day', `${dayInWords(day)}拉练`)
}

export function otherRoundLine({ otherRound }: ReadyFacts): ReadyLine {
  if (!otherRound) return done('otherRound', '没有别的拉练在进行')
  const name = `第 ${otherRound.number} 次拉练`
  return missing('otherRound', `${name}还没有封存，同时只能有一次`, { waitsFor: `${name}封存` })
}

/** A village nobody answers for is visited all the same. */
export function responsibilityLine({ villages }: ReadyFacts): ReadyLine {
  const without = villages.filter(({ responsibilities }) => responsibilities.length === 0)
  if (without.length === 0) return done('responsibility', '每个村都登记了包联责任人')
  return warning('responsibility', `${namesOf(without)}还没有登记包联责任人`, {
    villageIds: without.map(({ id }) => id),
  })
}
