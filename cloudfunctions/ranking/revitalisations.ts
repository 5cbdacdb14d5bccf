/** 五大振兴 in the order in which they are always named; a scheme may have words of its own, which stand as they are. */
const inWords = {
  industry: '产业振兴',
  talent: '人才振兴',
  culture: '文化振兴',
  ecology: '生态振兴',
  organisation: '组织振兴',
}
const words = new Map<string, string>(Object.entries(inWords))
const order = [...words.keys()]

export function revitalisationInWords(id: string): string {
  return words.get(id) ?? id
}

/** Those of a scheme's own come last, as it has them. */
export function inOrder(a: { id: string }, b: { id: string }): number {
  return placeOf(a.id) - placeOf(b.id)
}

function placeOf(id: string): number {
  return order.includes(id) ? order.indexOf(id) : order.length
}
