import { basicStages } from './basic';
import { bucketAuto } from './bucket-auto';
import { fillStages } from './fill';
import { groupStages } from './group';
import { joinStages } from './join';
import { projectStages } from './project';
import type { Stage } from './stage';
import { unwind } from './unwind';
import { setWindowFields } from './window';

/** Every stage there is here but `$geoNear`, which reads a collection itself. */
export const STAGES: ReadonlyMap<string, Stage> = new Map(
  Object.entries({
    ...basicStages,
    ...projectStages,
    ...groupStages,
    ...joinStages,
    ...fillStages,
    $unwind: unwind,
    $bucketAuto: bucketAuto,
    $setWindowFields: setWindowFields,
  }),
);
