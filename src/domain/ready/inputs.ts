/** What the villages hand in: goals, measured facts, and what does not apply to them. */
import { applicableItems } from '../applicable-items'
import { askedMeasurements } from '../asked-measurements'
import { namesOf } from '../names-of'
import { done, missing, type ReadyCode, type ReadyFacts, type ReadyLine, type ReadyVillage } from './facts'

const DECIDES_GOALS = '管理员，或不回避的评委（申报人自己不能批）'
const CHECKS = '管理员，或不回避的评委（录入人自己不能核）'

export function goalLines({ scheme, villages, goals }: ReadyFacts): ReadyLine[] {
  const inState = (state: string) => goals.filter((goal) => goal.state === state)
  const owes = scheme.weights.demonstration > 0
  const without = villages.filter(({ id }) => !goals.some(({ villageId }) => villageId === id))
  return withDone('goals', `示范目标都批准了，共 ${onRoute(inState('approved'), villages).length} 条`, [
    ...(owes && without.length > 0 ? [missing('goals', `${namesOf(without)}还没有申报示范目标`, turnOf(without))] : []),
    ...counted('goals', '条示范目标被退回，要改好或删掉', inState('returned'), villages, turnOf),
    ...counted('goals', '条示范目标等批准', inState('declared'), villages, waitingFor(DECIDES_GOALS)),
    ...mistakable(scheme, villages, goals),
  ])
}

/** Marks are kept by the id of what they are for: a scheme chosen later may have an indicator with a goal's id. */
function mistakable(
  { indicators }: ReadyFacts['scheme'],
  villages: ReadyFacts['villages'],
  goals: ReadyFacts['goals'],
) {
  return goals
    .filter(({ goalId }) => indicators.some(({ id }) => id === goalId))
    .flatMap(({ goalId, villageId, title }) => {
      const village = villages.find(({ id }) => id === villageId)
      if (!village) return []
      const text = `${village.name}的示范目标“${title}”和方案的一项指标同用编号 ${goalId}，请删掉，换个编号重新申报`
      return [missing('goals', text, turnOf([village]))]
    })
}

export function measurementLines({ scheme, villages, measurements, notApplicable }: ReadyFacts): ReadyLine[] {
  const ids = villages.map(({ id }) => id)
  const asked = askedMeasurements(scheme, notApplicable, ids).map(({ villageId, indicatorId }) => ({
    villageId,
    state: measurements.find((one) => one.villageId === villageId && one.indicatorId === indicatorId)?.state ?? 'none',
  }))
  const inState = (state: string) => asked.filter((one) => one.state === state)
  return withDone('measurements', `实测数据都核过了，共 ${asked.length} 项`, [
    ...counted('measurements', '项实测数据没有填', inState('none'), villages, turnOf),
    ...counted('measurements', '项实测数据被退回，要重填', inState('returned'), villages, turnOf),
    ...counted('measurements', '项实测数据等核对', inState('entered'), villages, waitingFor(CHECKS)),
  ])
}

export function notApplicableLines({ scheme, villages, notApplicable, notApplicableDecided }: ReadyFacts): ReadyLine[] {
  const empty = villages.filter(({ id }) => {
    const { judged, measured } = applicableItems(scheme, [], notApplicable, id)
    return judged.length + measured.length === 0
  })
  const count = onRoute(notApplicable, villages).length
  return withDone('notApplicable', count === 0 ? '已确认：每个村每项指标都适用' : `已确认：${count} 项指标不适用`, [
    ...(notApplicableDecided ? [] : [missing('notApplicable', '还没有确认哪些指标对哪些村不适用')]),
    ...(scheme.weights.common > 0 && empty.length > 0
      ? [
          missing('notApplicable', `${namesOf(empty)}没有一项指标适用，共性目标没法打分`, {
            villageIds: empty.map(({ id }) => id),
          }),
        ]
      : []),
  ])
}

type OfVillage = { villageId: string }
type Turn = (villages: readonly ReadyVillage[]) => { waitsFor: string; villageIds: string[] }

function withDone(code: ReadyCode, text: string, lines: ReadyLine[]): ReadyLine[] {
  return lines.length > 0 ? lines : [done(code, text)]
}

/** 云溪村、清港村共 5 条… */
function counted(
  code: ReadyCode,
  what: string,
  these: readonly OfVillage[],
  villages: readonly ReadyVillage[],
  turn: Turn,
): ReadyLine[] {
  const concerned = villages.filter(({ id }) => these.some(({ villageId }) => villageId === id))
  if (concerned.length === 0) return []
  return [missing(code, `${namesOf(concerned)}有 ${onRoute(these, villages).length} ${what}`, turn(concerned))]
}

function onRoute<T extends OfVillage>(these: readonly T[], villages: readonly ReadyVillage[]): T[] {
  return these.filter(({ villageId }) => villages.some(({ id }) => id === villageId))
}

function waitingFor(waitsFor: string): Turn {
  return (villages) => ({ waitsFor, villageIds: villages.map(({ id }) => id) })
}

/** The villages' officers by name; where a village has none, an administrator types it in. */
function turnOf(villages: readonly ReadyVillage[]): ReturnType<Turn> {
  const names = [...new Set(villages.flatMap(({ officers }) => officers))]
  const without = villages.filter(({ officers }) => officers.length === 0)
  const named = names.length > 3 ? `${names.slice(0, 3).join('、')}等 ${names.length} 人` : names.join('、')
  const left = without.length > 0 ? [`管理员代填（${namesOf(without)}还没有村干部账号）`] : []
  return { waitsFor: [...(named ? [named] : []), ...left].join('；'), villageIds: villages.map(({ id }) => id) }
}
