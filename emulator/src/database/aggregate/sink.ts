import { stageTooLarge } from '../errors';
import { Room, sizeOf } from '../room';
import type { Doc } from '../values/values';

/**
 * What takes documents one by one. Stages hand them on rather than fetch them, so that each document can be let go once
 * it has passed, and the branches of a `$facet` see it at the same time.
 */
export interface Sink {
  /** Takes a document; false when no more are wanted. It is not called again after that. */
  add(doc: Doc): boolean;
  /** Called once, after the last document. */
  end(): void;
}

/** What a compiled stage does: it takes documents and hands what it makes of them to the next. */
export type Run = (next: Sink) => Sink;

/** Hands documents on as long as they are wanted; the rest is not even read. */
export function pour(docs: Iterable<Doc>, next: Sink): void {
  for (const doc of docs) if (!next.add(doc)) break;
  next.end();
}

/** The end of a pipeline; what is collected must fit in the room, if there is one. */
export class Collector implements Sink {
  readonly docs: Doc[] = [];

  constructor(private readonly room?: Room) {}

  add(doc: Doc): boolean {
    this.room?.hold(sizeOf(doc));
    this.docs.push(doc);
    return true;
  }

  end(): void {
    // What was taken is there.
  }
}

/** Makes another document of each, or none of it. */
export function eachDoc(change: (doc: Doc) => Doc | undefined): Run {
  return (next) => ({
    add(doc) {
      const made = change(doc);
      return made === undefined || next.add(made);
    },
    end: () => next.end(),
  });
}

/** A stage that works on all documents at once: what comes out first may depend on what comes in last. */
export function allDocs(stage: string, memory: number, change: (docs: Doc[]) => Iterable<Doc>): Run {
  return (next) => {
    const all = new Collector(new Room(memory, stageTooLarge(stage)));
    return { add: (doc) => all.add(doc), end: () => pour(change(all.docs), next) };
  };
}
