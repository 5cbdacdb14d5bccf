/** The one document of the programme: what several writes must agree on lies here, so that they meet in one place. */
export interface ProgrammeDoc {
  _id: 'programme'
  revision: number
  title: string
  districts: { id: string; name: string }[]
  /** Member ids of bound administrators: the last one stays. */
  administrators: string[]
  /** Of title and districts alone: other writes leave it. Absent: nobody has saved them here. */
  overviewRevision?: number
  sendId?: string
}
