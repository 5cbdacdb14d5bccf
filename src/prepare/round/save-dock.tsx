import { MainButton } from '../../components/main-button'

type SaveDockProps = {
  part: { isChanged: boolean; saving: boolean; save: () => void }
  /** Verb and object: 保存路线. */
  save: string
  /** Where nothing is changed. */
  unchanged: string
}

export function SaveDock({ part, save, unchanged }: SaveDockProps) {
  if (part.saving) return <MainButton kind="off">正在保存，请稍等</MainButton>
  if (!part.isChanged) return <MainButton kind="off">{unchanged}</MainButton>
  return <MainButton onPress={part.save}>{save}</MainButton>
}
