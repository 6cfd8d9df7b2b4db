import { useState } from 'react';
import type { Session } from '@contract/domains/me/actions';
import { go } from '@/shared/nav';
import { Row } from '@/shared/ui/Row/Row';
import { TapWord } from '@/shared/ui/Tap/TapWord';
import { FIRST, placesOf, placeText } from './places';

/** The orgs where somebody belongs or holds something, each once with his roles there; of many the first few. */
export function Belongings({ session }: { session: Session }) {
  const [all, setAll] = useState(false);
  const places = placesOf(session);
  // One more would take no more room than the word that hides it.
  const few = all || places.length <= FIRST + 1 ? places : places.slice(0, FIRST);
  return (
    <>
      {session.orgs.length === 0 && (
        <Row title="现在不属于任何组织" context="申请加入一个，或撤销离开" onClick={() => go('myTransfers')} />
      )}
      {few.map((place) => (
        <Row
          key={place.org.id}
          title={place.org.name}
          context={placeText(place, session.day)}
          onClick={() => go('orgPage', { id: place.org.id })}
        />
      ))}
      {places.length > few.length && (
        <TapWord expanded={all} onTap={() => setAll(true)}>
          {`还有 ${places.length - few.length} 个组织`}
        </TapWord>
      )}
    </>
  );
}
