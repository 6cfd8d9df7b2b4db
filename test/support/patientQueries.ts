import { configure } from '@testing-library/react';

/** What is waited for appears at once on an idle machine, and after more than the library's second on a busy one. */
configure({ asyncUtilTimeout: 20_000 });
