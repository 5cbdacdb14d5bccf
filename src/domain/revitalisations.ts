/** 五大振兴, in the order in which they are always named. */
export const REVITALISATIONS = [
  { id: 'industry', title: '产业振兴' },
  { id: 'talent', title: '人才振兴' },
  { id: 'culture', title: '文化振兴' },
  { id: 'ecology', title: '生态振兴' },
  { id: 'organisation', title: '组织振兴' },
] as const

/** A scheme's own words, where it has others, stand as they are. */
export function revitalisationInWords(id: string): string {
  return REVITALISATIONS.find((one) => one.id === id)?.title ?? id
}
