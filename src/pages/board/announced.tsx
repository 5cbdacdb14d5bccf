import { View } from '@tarojs/components'
import { go } from '../../client/navigate'
import { usePrintedFiles } from '../../client/use-printed-files'
import { Card, Row } from '../../components/card'
import { Notice } from '../../components/notice'

type AnnouncedProps = { roundId: string; mayReadBulletin: boolean }

/** What can be done with a ranking once everybody may see it. */
export function Announced({ roundId: round, mayReadBulletin }: AnnouncedProps) {
  return (
    <>
      {mayReadBulletin && <Bulletin roundId={round} />}
      <Card className="mt-3">
        <Row
          title="本机验算"
          note="用公开版在这部手机上重算一遍"
          onPress={() => go('manage/verify/index', { round })}
        />
        <Row title="揭榜" note="横屏，从最后一名到第一名" onPress={() => go('manage/reveal/index', { round })} />
      </Card>
    </>
  )
}

function Bulletin({ roundId }: { roundId: string }) {
  const { doing, refused, notOpened, openBulletin } = usePrintedFiles(roundId)
  const failed = refused?.sentence ?? notOpened
  return (
    <View className="mt-3">
      {failed && (
        <Notice kind="error" title="没有打开通报">
          {failed}
        </Notice>
      )}
      <Card>
        <Row
          title="通报（Word）"
          note={doing ? '正在生成，请稍等' : '按公文格式排好，可以转发、打印'}
          onPress={openBulletin}
        />
      </Card>
    </View>
  )
}
