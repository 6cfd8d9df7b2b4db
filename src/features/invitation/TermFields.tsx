import { invitationDays, PLACES_MAX } from '@contract/domains/invitation/constants';
import { Chips } from '@/shared/ui/Chips/Chips';
import { Field } from '@/shared/ui/Field/Field';
import { TextField } from '@/shared/ui/TextField/TextField';
import type { Terms } from './terms';

const options = [...invitationDays]
  .sort((one, other) => one - other)
  .map((days) => ({ value: String(days), label: `${days} 天` }));

/** What is ticked where nobody comes in by himself. */
export const APPROVAL = '每个人都要我同意才能进';

interface Props {
  value: Pick<Terms, 'days' | 'limit'>;
  onChange: (patch: { days: string } | { limit: string }) => void;
}

/** How long invitations hold, and for how many each. */
export function TermFields({ value, onChange }: Props) {
  return (
    <>
      <Field id="invitation-days" label="有效期" role="radiogroup">
        <Chips options={options} value={value.days} onChange={(days) => onChange({ days })} />
      </Field>
      <TextField
        label="人数上限"
        name="limit"
        type="number"
        max={4}
        hint={`到了就不再放人，最多 ${PLACES_MAX}`}
        value={value.limit}
        onChange={(limit) => onChange({ limit })}
      />
    </>
  );
}
