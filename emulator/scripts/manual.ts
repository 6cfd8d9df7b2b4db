/**
 * The operators of MongoDB's manual (8.0), by the page that lists them. What is here and not in the emulator is refused
 * by it, by name; `operators.md` says which.
 */
const names = (text: string): string[] => text.trim().split(/\s+/);

export const MANUAL = {
  query: names(`
    $eq $gt $gte $in $lt $lte $ne $nin $and $not $nor $or $exists $type $expr $jsonSchema $mod $regex $text $where $all
    $elemMatch $size $bitsAllClear $bitsAllSet $bitsAnyClear $bitsAnySet $geoIntersects $geoWithin $near $nearSphere
    $box $center $centerSphere $geometry $maxDistance $minDistance $polygon $comment $rand $sampleRate $natural`),
  projection: names('$ $elemMatch $meta $slice'),
  update: names(`
    $currentDate $inc $min $max $mul $rename $set $setOnInsert $unset $ $[] $[<identifier>] $addToSet $pop $pull $push
    $pullAll $each $position $slice $sort $bit`),
  stages: names(`
    $addFields $bucket $bucketAuto $changeStream $changeStreamSplitLargeEvent $collStats $count $currentOp $densify
    $documents $facet $fill $geoNear $graphLookup $group $indexStats $limit $listClusterCatalog $listLocalSessions
    $listSampledQueries $listSearchIndexes $listSessions $lookup $match $merge $out $planCacheStats $project
    $querySettings $queryStats $redact $replaceRoot $replaceWith $sample $search $searchMeta $set $setWindowFields
    $shardedDataDistribution $skip $sort $sortByCount $unionWith $unset $unwind $vectorSearch`),
  expressions: names(`
    $abs $acos $acosh $add $allElementsTrue $and $anyElementTrue $arrayElemAt $arrayToObject $asin $asinh $atan $atan2
    $atanh $avg $binarySize $bitAnd $bitNot $bitOr $bitXor $bsonSize $ceil $cmp $concat $concatArrays $cond $convert $cos
    $cosh $dateAdd $dateDiff $dateFromParts $dateFromString $dateSubtract $dateToParts $dateToString $dateTrunc
    $dayOfMonth $dayOfWeek $dayOfYear $degreesToRadians $divide $eq $exp $filter $first $firstN $floor $function
    $getField $gt $gte $hour $ifNull $in $indexOfArray $indexOfBytes $indexOfCP $isArray $isNumber $isoDayOfWeek $isoWeek
    $isoWeekYear $last $lastN $let $literal $ln $log $log10 $lt $lte $ltrim $map $max $maxN $median $mergeObjects $meta
    $millisecond $min $minN $minute $mod $month $multiply $ne $not $objectToArray $or $percentile $pow
    $radiansToDegrees $rand $range $reduce $regexFind $regexFindAll $regexMatch $replaceAll $replaceOne $reverseArray
    $round $rtrim $second $setDifference $setEquals $setField $setIntersection $setIsSubset $setUnion $sin
    $sinh $size $slice $sortArray $split $sqrt $stdDevPop $stdDevSamp $strLenBytes $strLenCP $strcasecmp $substr
    $substrBytes $substrCP $subtract $sum $switch $tan $tanh $toBool $toDate $toDecimal $toDouble $toHashedIndexKey $toInt
    $toLong $toLower $toObjectId $toString $toUUID $toUpper $trim $trunc $tsIncrement $tsSecond $type $unsetField $week
    $year $zip`),
  accumulators: names(`
    $accumulator $addToSet $avg $bottom $bottomN $concatArrays $count $first $firstN $last $lastN $max $maxN $median
    $mergeObjects $min $minN $percentile $push $setUnion $stdDevPop $stdDevSamp $sum $top $topN`),
  windows: names(`
    $covariancePop $covarianceSamp $denseRank $derivative $documentNumber $expMovingAvg $integral $linearFill $locf
    $minMaxScaler $rank $shift`),
} as const;

export type Page = keyof typeof MANUAL;
