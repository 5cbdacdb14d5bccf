// For the server and tools only: the library's 200 files are nothing for a phone, which is sent the interval.
import quantile from '@stdlib/stats-base-dists-t-quantile'

/** Half the width of a 95 % interval of a mean, in standard errors: Student's t(0.975, df). */
export function studentT(degreesOfFreedom: number): number {
  return quantile(0.975, degreesOfFreedom)
}
