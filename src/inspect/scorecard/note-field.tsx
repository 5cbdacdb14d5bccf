import { Textarea, View } from '@tarojs/components'
import { Icon } from '../../components/icon'
import './note-field.css'

/** One sentence why, as long as it needs to be; the phone's keyboard brings its own microphone. At 0 or full it is asked for. */
export function NoteField({ title, note, needed, onNote }: NoteFieldProps) {
  return (
    <View className={needed ? 'note-field note-field-needed' : 'note-field'}>
      {needed && <Icon name="warning" size={20} className="note-field-sign" />}
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
    </View>
  )
}

/** As many as the contract's Note takes. */
const MOST = 300

export type NoteFieldProps = { title: string; note: string; needed: boolean; onNote: (note: string) => void }
