import type { ComponentType } from 'react';
import { declared, type RouteName } from '@/routes/table';
import { Boundary } from './Boundary';
import { Permitted } from './Permitted';

/**
 * What every page exports: the page, around it whom it is for, and around all of it the place where its errors end.
 * Inside `Page` would be too late, as a page asks for its data before it draws its frame; Taro's own boundary leaves the
 * page blank.
 */
export function asPage(name: RouteName, Content: ComponentType): ComponentType {
  const { needs } = declared(name);
  return function GuardedPage() {
    return (
      <Boundary>
        {needs ? (
          <Permitted needs={needs}>
            <Content />
          </Permitted>
        ) : (
          <Content />
        )}
      </Boundary>
    );
  };
}
