import type { Panes } from '@/shared/wide/Beside';
import { BookView } from './BookView';
import { RecommendationView } from './RecommendationView';

/** What stands beside lists of books and of recommendations; one leads to the other. */
export const bookPanes: Panes['panes'] = {
  bookDetail: { title: '书目', view: (id) => <BookView id={id} /> },
  recommendation: { title: '书记荐书', view: (id) => <RecommendationView id={id} /> },
};
