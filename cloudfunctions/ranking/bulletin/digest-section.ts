/** 存档摘要, how anybody can work the result out again, and the audit's chain: on paper nobody can rewrite it. */
import type { Board } from '../../../src/contract/ranking'
import { shanghaiMoment } from '../../common/shanghai-time'
import { auditLogOf } from '../sealed-board'
import { type BulletinFacts, dayInOfficialWords } from './facts'
import type { Block, Section } from './official-document'

export function digestSection({ snapshot }: BulletinFacts): Section {
  const { digest, files } = snapshot
  const auditLog = auditLogOf(snapshot)
  const blocks: Block[] = [
    { kind: 'subheading', text: '存档摘要' },
    { kind: 'text', text: '本次结果连同全部评分、答卷封存为审计版，摘要如下。封存的内容改动一处，摘要就不相同。' },
    { kind: 'digest', text: digest },
    { kind: 'subheading', text: '复算办法' },
    ...(files.public ? forAnybody(files.public.digest) : withoutPublic),
    {
      kind: 'text',
      text: '审计版经两人同意后，交指定的审计人用同一办法复算，得出的摘要应与（一）相同。',
    },
    ...(auditLog ? ofTheAudit(auditLog) : []),
  ]
  return { heading: '存档和复算', blocks }
}

function forAnybody(publicDigest: string): Block[] {
  return [
    {
      kind: 'text',
      text:
        '结果公布后，任何人都可以用公开版复算。公开版不含评委姓名和单份答卷，' +
        '算出的名次、得分与审计版相同，摘要如下。',
    },
    { kind: 'digest', text: publicDigest },
    {
      kind: 'text',
      text:
        '用手机复算：在“乡村振兴拉练”小程序的榜单页点“本机验算”。用电脑复算：在“本机验算”页或者扫本村的码，' +
        '复制公开版下载地址，取得文件，装好复算程序，' +
        '运行“npm run -s recompute -- 文件名 --expect 摘要”，不需联网；摘要一致即为相同，并列出全部名次和得分。',
    },
  ]
}

/** Where the public edition would order otherwise, none is published (common/seal/write.ts). */
const withoutPublic: Block[] = [
  { kind: 'text', text: '本次的公开版不能得出与审计版完全相同的名次，因此不发布公开版。' },
]

function ofTheAudit({ until, count, head }: NonNullable<Board['auditLog']>): Block[] {
  const { day, clock } = shanghaiMoment(until)
  const [hour, minute] = clock.split(':')
  return [
    { kind: 'subheading', text: '操作记录' },
    {
      kind: 'text',
      text:
        `截至${dayInOfficialWords(day)}${Number(hour)}时${minute}分，谁在什么时候办了什么，系统共留下${count}条操作记录，` +
        '逐条相连，摘要如下。日后改动、删去或者添加一条，摘要就不相同。',
    },
    { kind: 'digest', text: head },
    {
      kind: 'text',
      text: `核对时导出本次拉练的操作记录，运行“npm run -s audit-log -- 文件名 ${until} ${count} 摘要”，一致即为没有动过。`,
    },
  ]
}
