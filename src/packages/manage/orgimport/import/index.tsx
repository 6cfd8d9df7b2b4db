import { ImportView } from '@/features/orgimport/ImportView';
import { usePageParameters } from '@/shared/nav';
import { asPage } from '@/shared/ui/Boundary/asPage';

function ImportPage() {
  const { id = '' } = usePageParameters<'orgImport'>('orgImport');
  return <ImportView id={id} />;
}

export default asPage('orgImport', ImportPage);
