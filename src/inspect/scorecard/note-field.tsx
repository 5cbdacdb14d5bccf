import { Textarea, View } from '@tarojs/components'
import { Press } from '../../components/press'
import '../../components/icon.css'
import './note-field.css'

/** One sentence why, as long as it needs to be; the phone's keyboard brings its own microphone. At 0 or full it is asked for. */
export function NoteField({ title, note, needed, onNote, onPhoto }: NoteFieldProps) {
  return (
    <View className={needed ? 'note-field note-field-needed sign sign-warning' : 'note-field'}>
      <Textarea
        className="note-field-text"
        placeholderClass={needed ? 'note-field-asks' : 'note-field-hint'}
        placeholder={needed ? '请写一句理由' : '写一句理由（可不写）'}
        aria-label={`${title}，理由`}
        value={note}
        maxlength={MOST}
        autoHeight
        disableDefaultPadding
        showConfirmBar={false}
        cursorSpacing={96}
        onInput={(event) => onNote(event.detail.value)}
      />
      {onPhoto && (
        <Press
          className="note-field-key icon icon-camera"
          pressedClass="note-field-key-pressed"
          label={`${title}，拍照`}
          onPress={onPhoto}
        />
      )}
    </View>
  )
}

/** As many as the contract's Note takes. */
const MOST = 300

export type NoteFieldProps = {
  title: string
  note: string
  needed: boolean
  onNote: (note: string) => void
  /** Missing: as many photos as may be are there. */
  onPhoto?: () => void
}
