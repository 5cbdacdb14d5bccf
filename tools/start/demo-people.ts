/** Whom a newcomer can be, each with the account the local cloud knows them by and where their day starts. */
import { administrator, cityLeader, officer, openidOf, secondAdministrator } from '../seed/people'
import { SHORT_VILLAGE } from '../seed/sample'

export interface DemoPerson {
  id: string
  name: string
  /** What there is to do for this person, in one line. */
  doing: string
  icon: 'person' | 'pen' | 'sheet' | 'shield'
  /** Query and hash of the web build that open the mini-program as this person. */
  opens: string
  /** A villager is somebody new every time. */
  always: 'same' | 'new'
}

/** A launch scene of WeChat: a mini-program code scanned by camera. */
const SCANNED = 1047

export const demoPeople: DemoPerson[] = [
  {
    id: 'villager',
    name: '村民',
    doing: '扫云溪村公示栏上的码，答 10 道题',
    icon: 'person',
    opens: scanning(SHORT_VILLAGE),
    always: 'new',
  },
  {
    id: 'inspector',
    name: '评委 彭志强',
    doing: '红林村还没评，其余 7 个村已提交',
    icon: 'pen',
    opens: as('I07'),
    always: 'same',
  },
  {
    id: 'secondInspector',
    name: '评委 罗建华',
    doing: '都评完了，封存时可以点同意',
    icon: 'pen',
    opens: as('I03'),
    always: 'same',
  },
  {
    id: 'officer',
    name: '云溪村 黄德明',
    doing: '评委确认了云溪村的扣分，他来申诉',
    icon: 'person',
    opens: as(officer.memberId),
    always: 'same',
  },
  {
    id: 'leader',
    name: '市领导 李卫东',
    doing: '看今天的进度，公布后看榜单',
    icon: 'sheet',
    opens: as(cityLeader.memberId),
    always: 'same',
  },
  {
    id: 'administrator',
    name: '管理员 王敏',
    doing: '当日调整、收卷、提请封存、公布',
    icon: 'shield',
    opens: as(administrator.memberId),
    always: 'same',
  },
  {
    id: 'secondAdministrator',
    name: '管理员 陈立',
    doing: '王敏提请的事，他来同意',
    icon: 'shield',
    opens: as(secondAdministrator.memberId),
    always: 'same',
  },
]

function as(memberId: string): string {
  return `as=${openidOf(memberId)}#/pages/home/index`
}

function scanning(villageId: string): string {
  return `scene=${SCANNED}&code=${encodeURIComponent(`v=${villageId}`)}#/pages/entry/index`
}
