/** The whole screen for what is shown to a hall (stage.weapp.ts, stage.h5.ts). */

/** px. `left`, `right`: under a camera's notch; `corner`: taken at the top right by WeChat's own button. */
export type StageSize = { width: number; height: number; left: number; right: number; corner: number }

export function stageSize(): StageSize
/** Calls back whenever the size changes; answers how to stop. */
export function onStageResize(changed: () => void): () => void

/** How the reveal comes onto a wall from here, in words. */
export const PROJECTING: string

export type StageKey = 'next' | 'back' | 'pause' | 'leave'
/** A keyboard or a presenter's remote, where there is one; answers how to stop. */
export function onStageKey(pressed: (key: StageKey) => void): () => void
