import { View } from '@tarojs/components'
import type { phoneHealth } from '../../client/outbox'
import { Notice } from '../../components/notice'

/** What is not right with this phone, each with what to do; nothing, mostly. */
export function PhoneNotices({ health, takesNothing }: PhoneNoticesProps) {
  const { full, failed, usedKb, limitKb, clockOffMinutes } = health
  return (
    <View className="phone-notices">
      {failed && (
        <Notice kind="error" title="有一份存下的东西坏了">
          已单独放着，没有删。请看看评分表和记的问题少没少，少了的补一遍，再告诉管理员。
        </Notice>
      )}
      {takesNothing ? (
        <Notice kind="error" title="这部手机存不进去了">
          刚才的改动只在屏幕上，请先不要关掉微信：现在就上传，或者导出到文件；再删掉手机里一些东西。
        </Notice>
      ) : (
        full && (
          <Notice title="这部手机快存满了">
            {`给小程序的地方用了 ${megabytes(usedKb)}，最多 ${megabytes(limitKb)}。请先把照片传完，传好的会自己腾出来。`}
          </Notice>
        )
      )}
      {clockOffMinutes !== null && (
        <Notice title="手机时间不准">
          {`比实际${clockOffMinutes > 0 ? '快' : '慢'}约 ${Math.abs(clockOffMinutes)} 分钟。打的分不受影响，但记下的时间不对，请在手机设置里打开“自动设置时间”。`}
        </Notice>
      )}
    </View>
  )
}

export type PhoneNoticesProps = {
  health: ReturnType<typeof phoneHealth>
  /** What was typed last is only on the screen. */
  takesNothing: boolean
}

function megabytes(kb: number): string {
  return `${(kb / 1024).toFixed(1)}\u00a0MB`
}
