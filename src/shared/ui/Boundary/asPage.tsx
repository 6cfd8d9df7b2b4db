import type { ComponentType } from 'react';
import { Boundary } from './Boundary';

/**
 * What every page exports: the page, and around all of it the place where its errors end. Inside `Page` would be too
 * late, as a page asks for its data before it draws its frame; Taro's own boundary leaves the page blank.
 */
export function asPage(Content: ComponentType): ComponentType {
  return function GuardedPage() {
    return (
      <Boundary>
        <Content />
      </Boundary>
    );
  };
}
