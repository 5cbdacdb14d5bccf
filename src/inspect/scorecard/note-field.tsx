import { Textarea, View } from '@tarojs/components'
import { useRef } from 'react'
import { Icon } from '../../components/icon'
import './note-field.css'

/** One sentence why, as long as it needs to be; the phone's keyboard brings its own microphone. At 0 or full it is asked for. */
export function NoteField({ title, note, needed, onNote }: NoteFieldProps) {
  // What is typed is not written back under the writer's cursor; only a note that comes from elsewhere starts the field anew.
  const typed = useRef(note)
  const edition = useRef({ number: 0, text: note })
  if (note !== typed.current) {
    typed.current = note
    edition.current = { number: edition.current.number + 1, text: note }
  }
  return (
    <View className={needed ? 'note-field note-field-needed' : 'note-field'}>
      {needed && <Icon name="warning" size={20} className="note-field-sign" />}
      <Textarea
        key={String(edition.current.number)}
        className="note-field-text"
        placeholderClass={needed ? 'note-field-asks' : 'note-field-hint'}
        placeholder={needed ? '请写一句理由' : '写一句理由（可不写）'}
        aria-label={`${title}，理由`}
        value={edition.current.text}
        maxlength={MOST}
        autoHeight
        disableDefaultPadding
        showConfirmBar={false}
        cursorSpacing={96}
        onInput={(event) => {
          typed.current = event.detail.value
          onNote(event.detail.value)
        }}
      />
    </View>
  )
}

/** As many as the contract's Note takes. */
const MOST = 300

export type NoteFieldProps = { title: string; note: string; needed: boolean; onNote: (note: string) => void }
