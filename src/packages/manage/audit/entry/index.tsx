import { AuditEntryView } from '@/screens/AuditEntryView';
import { usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';

function EntryPage() {
  const { id = '' } = usePageParameters<'auditEntry'>('auditEntry');
  return <AuditEntryView id={id} />;
}

export default asPage('auditEntry', EntryPage);
