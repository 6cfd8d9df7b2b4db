import type { Examined } from './subject';
import { walk, type Shape, type Walked } from './walk';

/*
 * What the law forbids (R1 to R5 of the product's rules), looked for in what the contract lets through, in the fields that
 * collections declare and in the configuration. It goes by names, so it finds what somebody builds in good faith; whoever
 * hides a ranking under another name is for a reviewer to find.
 */

/** Something that may not be, where it is, and which rule it breaks. */
export interface Breach {
  rule: 'R1' | 'R2' | 'R3' | 'R4' | 'R5';
  where: string;
  what: string;
}

interface Place extends Walked {
  /** `event.get output`. */
  where: string;
}

const placesOf = ({ actions }: Examined): Place[] =>
  Object.entries(actions).flatMap(([name, { input, output }]) => [
    { where: `${name} input`, ...walk(input) },
    { where: `${name} output`, ...walk(output) },
  ]);

const NOT_DONE =
  /^(absent|absentees|missingPeople|missingMembers|nonParticipants|defaulters|latecomers|un(read|done|finished|signed|checked|answered)(By|Members|People)?|not(Read|Done|Signed|Checked|Joined|Answered|Attended|Finished).*)$/i;
const NOT_DONE_WORDS = /(未|没有?)(打卡|签到|参加|参学|完成|阅读|读|答题|答|报名)的?(人|成员|名单|青年|团员|干部)/;
const PERSON = ['memberId', 'member', 'person', 'personId'];
const RANK = /^(rank|ranking|place|position|score|points|level|streak|days|minutes|pages|checkIns|finished|total)$/i;
const BY_MERIT = /^(rank|score|points|days|minutes|pages|checkIns|count|most|finished|likes)$/i;
const ONLINE =
  /(online|stay|dwell|usage|watch|screen)(time|ms|seconds|minutes|duration)|^(duration|durationMs|lastSeen|lastActive|lastOnline|heartbeat|visitedAt)$/i;
const LIKE = /^(likes?|liked|thumbs?|thumbsUp|votes?|upvotes?|shares?)$/i;
const SCORE = /^(score|points|mark|rank|award|weight|grade)$/i;
const FORCED = /^(compulsory|mandatory|forced?|enforced?|mustCheckIn|penalt(y|ies))$/i;
const SWITCH =
  /^(compulsory|mandatory|forced?|enforced?|mustCheckIn|penalt(y|ies)|points|rankings?|streaks?|onlineTime|screenshots?|likesScore)$/i;
const VOLUNTARY =
  /^(readers|readBy|readCount|opened|openedBy|viewers|views|answeredBy|answers?Count|participants|checkedIn|checkIns|finishedBy|quizzed)$/i;
const PROOF = /screenshot|截图/i;

const keysOf = ({ fields }: Shape): string[] => Object.keys(fields);
const at = (where: string, { path }: Shape, key: string): string => `${where} ${path === '' ? key : `${path}.${key}`}`;

/** Whether an object tells of one of several people. */
const tellsOfPerson = (shape: Shape): boolean =>
  shape.listed &&
  (keysOf(shape).some((key) => PERSON.includes(key)) ||
    (/(people|members|persons|readers)\.\*$/.test(shape.path) && 'name' in shape.fields));

type Look = (place: Place) => Breach[];

const eachField =
  (rule: Breach['rule'], what: string, is: (key: string, kind: string, shape: Shape) => boolean): Look =>
  ({ where, shapes }) =>
    shapes.flatMap((shape) =>
      Object.entries(shape.fields)
        .filter(([key, kind]) => is(key, kind, shape))
        .map(([key]) => ({ rule, what, where: at(where, shape, key) })),
    );

const looks: readonly Look[] = [
  eachField('R1', '谁没有做的名单', (key, kind) => NOT_DONE.test(key) && (kind === 'array' || kind === 'record')),
  eachField('R2', '在线时长', (key) => ONLINE.test(key)),
  eachField('R3', '个人排名', (key, kind, shape) => kind === 'number' && RANK.test(key) && tellsOfPerson(shape)),
  ({ where, choices }) =>
    choices
      .filter(({ path, options }) => /(^|\.)(sort|order|by)$/.test(path) && options.some((one) => BY_MERIT.test(one)))
      .map(({ path }) => ({ rule: 'R3', what: '按多少给人排序', where: `${where} ${path}` })),
  eachField('R3', '自愿行为的精确小数', (key, kind) => kind === 'number' && VOLUNTARY.test(key)),
  ({ where, shapes }) =>
    where.endsWith('output')
      ? shapes
          .filter(({ fields }) => fields.count === 'number' && fields.of === 'number' && fields.kind === undefined)
          .map((shape) => ({ rule: 'R3', what: '没有经过小数规则的“几人中的几人”', where: at(where, shape, 'count') }))
      : [],
  eachField('R4', '点赞计分', (key, _, shape) => LIKE.test(key) && keysOf(shape).some((other) => SCORE.test(other))),
  eachField('R1', '强制开关', (key) => FORCED.test(key)),
  eachField('R5', '要求截图', (key) => PROOF.test(key)),
];

/** Every switch of the configuration that is on, by its path. */
function switches(value: unknown, path = ''): string[] {
  if (value === true) return [path];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, one]) => switches(one, path === '' ? key : `${path}.${key}`));
}

function inCollections({ collections }: Examined): Breach[] {
  return Object.entries(collections).flatMap(([name, fields]) => {
    const keys = fields.map((field) => ({ field, key: field.split('.').at(-1) ?? '' }));
    const scores = keys.some(({ key }) => SCORE.test(key));
    return keys.flatMap(({ field, key }): Breach[] => {
      const where = `${name} ${field}`;
      if (ONLINE.test(key)) return [{ rule: 'R2', what: '存下的在线时长', where }];
      return LIKE.test(key) && scores ? [{ rule: 'R4', what: '点赞计分', where }] : [];
    });
  });
}

/** All that is forbidden, wherever it is. */
export const breachesOf = (examined: Examined): Breach[] => [
  ...placesOf(examined).flatMap((place) => looks.flatMap((look) => look(place))),
  ...Object.entries(examined.actions)
    .filter(([, { summary }]) => NOT_DONE_WORDS.test(summary))
    .map(([name]): Breach => ({ rule: 'R1', what: '谁没有做的名单', where: name })),
  ...inCollections(examined),
  ...switches(examined.config)
    .filter((path) => path.split('.').some((key) => SWITCH.test(key)))
    .map((path): Breach => ({ rule: 'R1', what: '强制开关', where: `config ${path}` })),
];
