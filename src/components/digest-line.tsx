import { Text } from '@tarojs/components'
import { copyText } from '../client/copy-text'
import { Press } from './press'
import './digest-line.css'

/** A ranking's fingerprint, as long as one can compare by eye; a press copies the whole. */
export function DigestLine({ digest }: { digest: string }) {
  const hex = digest.replace(/^sha256:/, '')

  return (
    <Press
      className="digest-line"
      label={`摘要，开头 ${hex.slice(0, 8)}，结尾 ${hex.slice(-8)}，按一下复制整串`}
      onPress={() => void copyText(digest, '整串摘要已复制')}
    >
      <Text className="quiet">摘要</Text>
      <Text className="digest-line-hex">
        {hex.slice(0, 8)} … {hex.slice(-8)}
      </Text>
      <Text className="digest-line-copy">复制</Text>
    </Press>
  )
}
