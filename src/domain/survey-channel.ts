import type { Channel } from './round-file'

/** WeChat's launch scene for a mini-program code scanned by camera; from the album or a chat it is another. */
export const SCANNED_BY_CAMERA = 1047

/**
 * The channel a response came by: an inspector's phone's code scanned by camera is `onsite`, the notice board's
 * `poster`, anything else `picture`: a token in a picture that went round a chat is worth nothing. An on-site code
 * outside its window counts as the board's. The scene is told by the client: a deterrent, not proof (docs/domain.md,
 * Survey rules).
 */
export function surveyChannel(
  scene: number,
  hasValidToken: boolean,
): Extract<Channel, 'onsite' | 'poster' | 'picture'> {
  if (scene !== SCANNED_BY_CAMERA) return 'picture'
  return hasValidToken ? 'onsite' : 'poster'
}
