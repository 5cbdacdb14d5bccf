/** What the sample's measured facts rest on, in the words of who entered them; the round file holds the values alone. */
import { own } from '../../src/domain/own'
import type { Village } from '../../src/domain/round-file'

type Place = { name: string; town: string }

/** By measured indicator. No figure of a fact is said again. */
const evidence: Readonly<Record<string, (place: Place) => string>> = {
  C03: ({ name, town }) => `${name}党支部联户台账，${town}党建办抽查 20 户，都对得上。`,
  C06: ({ town }) => `劳动力台账和用工企业名册，${town}人社所核过。`,
  C08: ({ town }) => `“三资”平台上半年收入表，与去年同期比，${town}财政所盖章。`,
  C09: () => '村务公开登记簿，和公开栏逐月对过。',
  C10: ({ town }) => `营业执照和项目备案表，名单由${town}经发办出具。`,
  C11: () => '培训签到册和结业证存根。',
  C12: ({ town }) => `驻村考勤表，逐月由${town}组织办盖章。`,
  C14: () => '活动登记簿，每场有签到，村民小组长签字。',
  C17: ({ town }) => `${town}改厕台账，逐户编号，入户抽查 15 户。`,
  C20: ({ town }) => `${town}信访办登记簿，近半年逐件查过。`,
  C22: () => '便民服务中心事项清单，和窗口公示的是同一份。',
  C23: () => '平台后台导出的月活跃户数，除以登记户数。',
  C24: ({ name }) => `${name}投工投劳登记簿，每天签名，除以户数。`,
}

/** Nothing for a scheme that is not the sample's. */
export function evidenceOf(indicatorId: string, { name, town }: Village): { evidence?: string } {
  const words = own(evidence, indicatorId)
  // A round file need not say which town.
  return words ? { evidence: words({ name, town: typeof town === 'string' ? town : '镇' }) } : {}
}
