import type { Channel } from './round-file'

/** WeChat's launch scene for a mini-program code scanned by camera; from the album or a chat it is another. */
const SCANNED_BY_CAMERA = 1047

/**
 * The channel a response came by: the notice board's code scanned by camera is `poster`, anything else `picture`.
 * The scene is told by the client: a deterrent, not proof (docs/domain.md, Survey rules).
 */
export function surveyChannel(scene: number): Extract<Channel, 'poster' | 'picture'> {
  return scene === SCANNED_BY_CAMERA ? 'poster' : 'picture'
}
