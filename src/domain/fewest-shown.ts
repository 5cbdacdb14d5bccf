/** A breakdown of fewer valid responses than this would give single answers away: it is neither shown nor exported. */
export const FEWEST_SHOWN = 5
