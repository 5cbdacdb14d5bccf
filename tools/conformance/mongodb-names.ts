/**
 * Every operator, stage and accumulator that MongoDB's manual has (8.x, and what it had before), by where it stands:
 * https://www.mongodb.com/docs/manual/reference/operator/. Each is on the local cloud's list, with an example, or refused.
 */
export const mongodbNames = {
  query: words(
    `eq gt gte in lt lte ne nin and not nor or exists type expr jsonSchema mod regex options text where
     geoIntersects geoWithin near nearSphere box center centerSphere geometry maxDistance minDistance polygon uniqueDocs
     within all elemMatch size bitsAllClear bitsAllSet bitsAnyClear bitsAnySet rand natural comment sampleRate
     query orderby`,
  ),
  projection: words('elemMatch meta slice'),
  update: words(
    `currentDate inc min max mul rename set setOnInsert unset addToSet pop pull push pullAll pushAll bit
     each position slice sort isolated`,
  ),
  stage: words(
    `addFields bucket bucketAuto changeStream changeStreamSplitLargeEvent collStats count currentOp densify documents
     facet fill geoNear graphLookup group indexStats limit listClusterCatalog listLocalSessions listSampledQueries
     listSearchIndexes listSessions lookup match merge out planCacheStats project querySettings queryStats rankFusion
     redact replaceRoot replaceWith sample score scoreFusion search searchMeta set setWindowFields
     shardedDataDistribution skip sort sortByCount unionWith unset unwind vectorSearch`,
  ),
  accumulator: words(
    `accumulator addToSet avg bottom bottomN concatArrays count first firstN last lastN max maxN median mergeObjects
     min minN percentile push setUnion stdDevPop stdDevSamp sum top topN covariancePop covarianceSamp denseRank
     derivative documentNumber expMovingAvg integral linearFill locf minMaxScaler rank shift`,
  ),
  expression: words(
    `abs add ceil divide exp floor ln log log10 mod multiply pow round sigmoid sqrt subtract trunc
     arrayElemAt arrayToObject concatArrays filter first firstN in indexOfArray isArray last lastN map maxN minN
     objectToArray range reduce reverseArray size slice sortArray zip
     bitAnd bitNot bitOr bitXor and not or cmp eq gt gte lt lte ne cond ifNull switch accumulator function
     binarySize bsonSize dateAdd dateDiff dateFromParts dateFromString dateSubtract dateToParts dateToString dateTrunc
     dayOfMonth dayOfWeek dayOfYear hour isoDayOfWeek isoWeek isoWeekYear millisecond minute month second toDate week
     year literal getField rand sampleRate toHashedIndexKey mergeObjects setField unsetField
     allElementsTrue anyElementTrue setDifference setEquals setIntersection setIsSubset setUnion
     concat indexOfBytes indexOfCP ltrim regexFind regexFindAll regexMatch replaceOne replaceAll rtrim split
     strLenBytes strLenCP strcasecmp substr substrBytes substrCP toLower toString trim toUpper meta tsSecond tsIncrement
     sin cos tan asin acos atan atan2 asinh acosh atanh sinh cosh tanh degreesToRadians radiansToDegrees
     convert isNumber toBool toDecimal toDouble toInt toLong toObjectId toUUID type
     avg max median min percentile stdDevPop stdDevSamp sum let currentOp createObjectId hash hexHash
     encStrContains encStrEndsWith encStrNormalizedEq encStrStartsWith`,
  ),
} as const

function words(text: string): readonly string[] {
  return text.split(/\s+/).map((word) => `$${word}`)
}
