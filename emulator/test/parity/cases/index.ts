import type { SchemaFile } from '../../../src/service';
import type { ParityCase } from '../case';
import { dateCases } from './dates';
import { errorCases, uniqueCollection } from './errors';
import { expressionCases } from './expressions';
import { numberCases } from './expressions-numbers';
import { typeCases } from './expressions-types';
import { geoCases } from './geo';
import { geoIndexCases } from './geo-index';
import { sphereCases } from './geo-sphere';
import { longCases } from './long';
import { orderCases } from './order';
import { projectionCases } from './projection';
import { arrayQueryCases } from './query-array';
import { comparisonCases } from './query-comparison';
import { bitCases } from './query-bits-schema';
import { otherQueryCases } from './query-other';
import { sdkCases } from './sdk-calls';
import { stageCases } from './stages';
import { groupCases } from './stages-group';
import { moreStageCases } from './stages-more';
import { seriesCases } from './stages-series';
import { transactionCases } from './transactions';
import { arrayUpdateCases } from './updates-arrays';
import { fieldUpdateCases } from './updates-fields';
import { upstreamDocumentCases } from './upstream-documents';
import { upstreamSdkCases } from './upstream-sdk';

/** The collection the cases work in; a real environment needs it, and its indexes, before a recording. */
export const collection = 'parity';

export const schema: SchemaFile = {
  collections: {
    [collection]: { indexes: [{ name: 'by_loc', keys: [['loc', '2dsphere']] }] },
    [uniqueCollection]: { indexes: [{ name: 'by_u', unique: true, keys: [['u', 1]] }] },
  },
};

export const cases: readonly ParityCase[] = [
  ...comparisonCases,
  ...arrayQueryCases,
  ...otherQueryCases,
  ...bitCases,
  ...longCases,
  ...orderCases,
  ...projectionCases,
  ...fieldUpdateCases,
  ...arrayUpdateCases,
  ...stageCases,
  ...groupCases,
  ...moreStageCases,
  ...seriesCases,
  ...expressionCases,
  ...numberCases,
  ...typeCases,
  ...dateCases,
  ...geoCases,
  ...sphereCases,
  ...geoIndexCases,
  ...errorCases,
  ...sdkCases,
  ...transactionCases,
  ...upstreamDocumentCases,
  ...upstreamSdkCases,
];
