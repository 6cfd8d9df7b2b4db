import { Text } from '@tarojs/components';
import { useQueryCall } from '@/shared/call/query';
import { QueryView } from '@/shared/ui/QueryView/QueryView';
import { Row } from '@/shared/ui/Row/Row';
import { Section } from '@/shared/ui/Section/Section';
import { Skeleton } from '@/shared/ui/Skeleton/Skeleton';

interface Props {
  orgId: string;
  q: string;
  onChoose: (person: { id: string; name: string }) => void;
}

/** People of this name: the audit knows numbers only, so one is chosen first. */
export function FoundPeople({ orgId, q, onChoose }: Props) {
  const found = useQueryCall('audit.findPerson', { orgId, q });
  return (
    <Section title="选一位">
      <QueryView query={found} skeleton={<Skeleton shape="row" count={2} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Text className="sx-audit__note">没有找到。已注销的人没有姓名，只能从记录里点开编号来看。</Text>
          ) : (
            <>
              {items.map(({ id, name, orgs }) => (
                <Row key={id} title={name} context={orgs.join('、')} stays onClick={() => onChoose({ id, name })} />
              ))}
            </>
          )
        }
      </QueryView>
    </Section>
  );
}
