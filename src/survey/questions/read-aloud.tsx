import { Text } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { loadAudio, type Playing, playAudio, type Recording } from '../../client/audio'
import { Icon } from '../../components/icon'
import { Press } from '../../components/press'
import type { SurveyForm } from '../../contract/member'

type Question = SurveyForm['questions'][number]

/** 读题, where the scheme has a recording of this question; pressed again it is silent. One a question: by its key. */
export function ReadAloud({ form, question }: { form: SurveyForm; question: Question }) {
  const playing = useRef<Playing>()
  const [state, setState] = useState<'silent' | 'reading' | 'failed'>('silent')

  // The next question is not talked into by the last one.
  useEffect(() => () => playing.current?.stop(), [])

  const recording = recordingOf(form, question)
  if (!recording) return null

  function press() {
    if (playing.current) return playing.current.stop()
    setState('reading')
    const started = playAudio(recording!, (played) => {
      if (playing.current !== started) return
      playing.current = undefined
      setState(played ? 'silent' : 'failed')
    })
    playing.current = started
    // Who was read one question will want the others, perhaps where there is no signal.
    void loadAudio(recordingsFrom(form, question))
  }

  const words = { silent: '读题', reading: '不读了', failed: '没读成，再试' }[state]
  return (
    <Press className="read-aloud" label={state === 'silent' ? '读题，念给您听' : words} onPress={press}>
      <Icon name="listen" size={22} />
      <Text className="ml-2">{words}</Text>
    </Press>
  )
}

/** Named by what it reads, so that it is known again under another address. */
function recordingOf({ roundId }: SurveyForm, { id, audio }: Question): Recording | undefined {
  return audio ? { name: `${roundId}-${id}`, url: audio } : undefined
}

/** This question's first, then those that come, then those before. */
function recordingsFrom(form: SurveyForm, question: Question): Recording[] {
  const at = form.questions.indexOf(question)
  return [...form.questions.slice(at), ...form.questions.slice(0, at)].flatMap((each) => recordingOf(form, each) ?? [])
}
