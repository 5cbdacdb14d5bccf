import { Text, View } from '@tarojs/components'
import { Card, Row } from '../../../components/card'
import { MainButton } from '../../../components/main-button'
import { Notice } from '../../../components/notice'
import { Screen } from '../../../components/screen'
import { type Printed, useDocument } from './use-printing'

const web = process.env.TARO_ENV === 'h5'

/** 已生成: the file is here and nowhere else, until this page is left. */
export function CardsPrinted({ printed }: { printed: Printed }) {
  const { trouble, open } = useDocument(printed)
  return (
    <Screen
      title="户码"
      broad
      state={{ done: `已生成 ${printed.count} 张`, text: printed.fileName }}
      dock={<MainButton onPress={open}>{web ? '下载文件' : '打开文件'}</MainButton>}
    >
      {trouble && (
        <View className="mt-4">
          <Notice kind="error" title="没有打开">
            {trouble}
          </Notice>
        </View>
      )}
      <View className="mt-5">
        <Card>
          {steps.map((step, place) => (
            <Row key={step} lead={<Text className="quiet">{place + 1}</Text>} title={step} />
          ))}
        </Card>
      </View>
      <View className="mt-4">
        <Notice title="离开这一页就删">
          {web
            ? '码别处不存，请先下载好。下载的文件由您保管，印完请删。'
            : '码别处不存，请先发到电脑。发出去的文件由您保管，印完请删。'}
        </Notice>
      </View>
    </Screen>
  )
}

const steps = [
  web ? '下载以后，用 Word 或 WPS 打开。' : '打开文件，点右上角“⋯”，发给自己的电脑。',
  '用 A4 纸单面打印，沿虚线剪开。',
  '折起来装袋，一户抽一张。',
]
