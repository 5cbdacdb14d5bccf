import { Input, View } from '@tarojs/components'
import { Icon } from './icon'
import { Press } from './press'
import { TextButton } from './text-button'
import './mark-note.css'

/** One sentence why, below the stepper; the phone's keyboard brings its own microphone. At 0 or full it is asked for. */
export function MarkNote({ title, note, needed, onNote, onPhoto }: MarkNoteProps) {
  return (
    <View className="mark-note">
      <Input
        className={needed ? 'mark-note-field mark-note-asked grow' : 'mark-note-field grow'}
        placeholderClass={needed ? 'mark-note-placeholder-asked' : 'mark-note-placeholder'}
        placeholder={needed ? '请写一句理由' : '写一句理由（可不写）'}
        aria-label={`${title}，理由`}
        value={note}
        maxlength={200}
        confirmType="done"
        cursorSpacing={96}
        onInput={(event) => onNote(event.detail.value)}
      />
      {needed && note === '' && <Icon name="warning" size={20} className="amber" />}
      {onPhoto && (
        <Press className="mark-note-key" label={`${title}，拍照`} onPress={onPhoto}>
          <Icon name="camera" size={22} />
        </Press>
      )}
    </View>
  )
}

export type MarkNoteProps = {
  title: string
  note: string
  needed: boolean
  onNote: (note: string) => void
  onPhoto?: () => void
}

/** 已保存 · 待上传 at the left, the last touch to take back at the right. */
export function SavedLine({
  saved,
  undo,
}: {
  saved: 'notYet' | 'waiting' | 'uploaded'
  undo?: { title: string; from: string; to: string; onPress: () => void }
}) {
  return (
    <View className="saved-line">
      {saved !== 'notYet' && (
        <View className="saved-line-words sign sign-tick">{saved === 'waiting' ? '已保存 · 待上传' : '已上传'}</View>
      )}
      {undo && (
        <TextButton plain icon="undo" label={`${undo.title}，撤销 ${undo.from} → ${undo.to}`} onPress={undo.onPress}>
          {`撤销 ${undo.from} → ${undo.to}`}
        </TextButton>
      )}
    </View>
  )
}
