/**
 * Properties are tried on the same cases every time, so that a change is not refused for another one's rare case.
 * `FC_SEED=$RANDOM npx jest --selectProjects domain` tries others.
 */
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261129) })
