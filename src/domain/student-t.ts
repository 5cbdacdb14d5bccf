// For the server and tools only: the library's 200 files are nothing for a phone, which is sent the interval.
import quantile from '@stdlib/stats-base-dists-t-quantile'

/** Student's t(p, df): with p = 0.975 half the width of a 95 % interval of a mean, in standard errors. */
export function studentT(degreesOfFreedom: number, probability = 0.975): number {
  return quantile(probability, degreesOfFreedom)
}
