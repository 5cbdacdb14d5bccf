import { usePrintedFiles } from '../../client/use-printed-files'
import { Card, Row, Section } from '../../components/card'
import { Notice } from '../../components/notice'
import { RefusedNotice } from './refused-notice'
import type { RoundView } from './use-round'

/** 通报 and 得分表, for an administrator, once sealed. A rehearsal has no bulletin. */
export function PrintedFiles({ view: { round } }: { view: RoundView }) {
  const { doing, refused, notOpened, openBulletin, openScoreTables } = usePrintedFiles(round.id)
  return (
    <Section title="通报和得分表" remark={doing ? '正在生成' : undefined}>
      {refused && <RefusedNotice refused={refused} />}
      {notOpened && (
        <Notice kind="error" title="没有打开">
          {notOpened}
        </Notice>
      )}
      <Card>
        {!round.rehearsal && (
          <Row title="通报（Word）" note="按公文格式排好，发文字号留空待填" onPress={openBulletin} />
        )}
        <Row title="得分表（Excel）" note="榜单、各卷、指标、扣分、满意度，可以直接打印" onPress={openScoreTables} />
      </Card>
    </Section>
  )
}
