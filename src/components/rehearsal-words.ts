/** Why nobody finds a satisfaction on a rehearsal's board: what becomes of its weight stands in domain/rehearsed-scheme.ts. */
export const NOBODY_ASKED = '演练没有问村民：满意度不计分，它的分按比例摊给了共性和示范。'
