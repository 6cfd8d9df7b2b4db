import { Actions } from '@/features/gallery/Actions';
import { Books } from '@/features/gallery/Books';
import { Choices } from '@/features/gallery/Choices';
import { Fields } from '@/features/gallery/Fields';
import { Forms } from '@/features/gallery/Forms';
import { Lists } from '@/features/gallery/Lists';
import { Messages } from '@/features/gallery/Messages';
import { Tables } from '@/features/gallery/Tables';
import { Unanswered } from '@/features/gallery/Unanswered';
import { asPage } from '@/shared/ui/Boundary/asPage';
import { Page } from '@/shared/ui/Page/Page';

/** Every shared control in every state; a page of the browser preview only. */
function ControlsPage() {
  return (
    <Page title="全部控件">
      <Actions />
      <Lists />
      <Tables />
      <Choices />
      <Fields />
      <Forms />
      <Messages />
      <Unanswered />
      <Books />
    </Page>
  );
}

export default asPage('controls', ControlsPage);
