import type { States } from '../state';

/** Every shared control in every state. */
export const galleryStates: States = {
  'packages/gallery/controls/index': [
    { name: 'filled', caption: '全部控件', persona: 'youth', shows: '长文' },
    {
      name: 'dialog',
      caption: '对话框',
      persona: 'youth',
      shows: '长文',
      steps: async (visitor) => {
        await visitor.press('对话框');
        await visitor.page.getByText('再想想', { exact: true }).last().waitFor();
      },
    },
    {
      name: 'sheet',
      caption: '几个去处',
      persona: 'youth',
      shows: '长文',
      steps: async (visitor) => {
        await visitor.press('几个去处');
        await visitor.page.getByText('标为读完', { exact: true }).last().waitFor();
      },
    },
    {
      name: 'snackbar',
      caption: '底部消息',
      persona: 'youth',
      shows: '长文',
      steps: async (visitor) => {
        await visitor.press('底部消息');
        await visitor.sees('已放进想读');
      },
    },
  ],
};
