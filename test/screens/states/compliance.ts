import type { States } from '../state';

/** What is shown to everybody of how the law is kept; it is in the package, so there is nothing to wait for. */
export const complianceStates: States = {
  'packages/about/compliance/index': [{ name: 'filled', caption: '合规自查表', persona: 'youth', shows: /R10/ }],
  'packages/about/licences/index': [{ name: 'filled', caption: '许可声明', persona: 'youth', shows: 'valibot' }],
};
