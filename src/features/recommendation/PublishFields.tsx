import { instantLabel } from '@contract/day';
import { nameIn } from '@/shared/org/audience';
import type { ManagedOrg } from '@/shared/org/managedOrg';
import { OrgField } from '@/shared/org/OrgField';
import { ChoiceField } from '@/shared/ui/ChoiceField/ChoiceField';
import { DateTimeField } from '@/shared/ui/DateTimeField/DateTimeField';
import { Defaults } from '@/shared/ui/Defaults/Defaults';
import type { Words } from './words';

interface Props {
  words: Words;
  orgs: readonly ManagedOrg[];
  isNew: boolean;
  /** Its time no longer changes. */
  published: boolean;
  onChange: (update: (old: Words) => Words) => void;
}

function whenText({ when, publishAt }: Words): string {
  if (when === 'now') return '现在发布';
  return publishAt === null ? '定时发布' : `${instantLabel(publishAt)} 发布`;
}

/** In whose name and when it is published: one's own org, at once. */
export function PublishFields({ words, orgs, isNew, published, onChange }: Props) {
  if (published) return null;
  const org = { id: words.orgId, name: words.orgName };
  return (
    <Defaults
      text={isNew ? `以${nameIn(orgs, org)}的名义，${whenText(words)}` : whenText(words)}
      names={['orgId', 'publishAt']}
    >
      {isNew && (
        <OrgField
          label="以哪个组织的名义"
          orgs={orgs}
          value={org}
          onChange={({ id, name }) => onChange((old) => ({ ...old, orgId: id, orgName: name }))}
        />
      )}
      <ChoiceField
        label="什么时候发布"
        options={[
          { label: '现在', value: 'now' },
          { label: '定个时间', value: 'later' },
        ]}
        value={words.when}
        onChange={(when) => onChange((old) => ({ ...old, when: when === 'later' ? 'later' : 'now' }))}
      />
      {words.when === 'later' && (
        <DateTimeField
          label="发布时间"
          name="publishAt"
          value={words.publishAt}
          onChange={(publishAt) => onChange((old) => ({ ...old, publishAt }))}
        />
      )}
    </Defaults>
  );
}
