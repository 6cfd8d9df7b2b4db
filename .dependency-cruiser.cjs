/*
 * The direction of dependencies (docs/adr/0002, 0020): contract ← rules ← stores, public ← handlers ← entries, and
 * contract ← routes ← shared ← features ← screens ← pages. `npm run check` fails where an import goes another way.
 */

/**
 * Plain values of the contract, which the mini-program may carry; of everything else it takes only types. A domain's or a
 * mechanism's are plain by the name of their file.
 */
const plainValues = [
  '^contract/[a-z/]*(errors|constants|fields|permissions)\\.ts$',
  '^contract/(day|durations|times|isbn|text|graphemes|roles|roleTable|permissions?|config|domains/permissions|merged|functions|offline|clientActions|version)\\.ts$',
];

/** What lies in a `rules` folder, of a domain or of a mechanism that domains share. */
const rules = '^cloudfunctions/((domains|shared)/[^/]+|kernel/audit)/rules/';

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid('no-cycles', 'A circle cannot be understood or tested a part at a time.', {}, { circular: true }),
    forbid(
      'contract-is-pure',
      'The contract is shared by client and server: only its schema library and dayjs.',
      { path: '^contract/' },
      { pathNot: ['^contract/', '^node_modules/(valibot|dayjs)/'] },
    ),
    forbid(
      'rules-are-pure',
      'What lies in a `rules` folder are pure functions of values: no data, no handler, no SDK, nothing of Node.',
      { path: rules },
      {
        pathNot: [
          '^contract/',
          rules,
          // The readings of Chinese characters: a table and functions of values.
          '^node_modules/pinyin-pro/',
          // Functions of values: names of ids, conditions of queries, who holds a role.
          '^cloudfunctions/kernel/(collection|personal|ids|port|access|context|grants)\\.ts$',
          '^cloudfunctions/(domains/[^/]+|kernel|kernel/audit)/collections\\.ts$',
          '^cloudfunctions/shared/[^/]+/(collections|shape)\\.ts$',
        ],
      },
    ),
    forbid(
      'shapes-are-types',
      'Rules read the shape of documents, never what is declared of their collections.',
      { path: rules },
      { path: '/collections\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'domains-see-no-sdk',
      'A domain gets a viewer and its own typed collections, never the raw database.',
      { path: '^cloudfunctions/(domains|shared)/' },
      {
        path: [
          '^cloudfunctions/kernel/(sdk|serve)\\.ts$',
          '^cloudfunctions/(schema\\.ts$|jobs/)',
          // Readings of Chinese characters, what reads the XML of workbooks and what writes them.
          '^node_modules/(?!(pinyin-pro|saxes|write-excel-file)/)',
        ],
      },
    ),
    forbid(
      'stores-know-no-handler',
      'A handler uses its stores, not the other way round.',
      { path: '^cloudfunctions/(domains|shared)/', pathNot: '/(handlers|domain)\\.ts$' },
      { path: '/handlers\\.ts$' },
    ),
    forbid(
      'domains-keep-apart',
      'Another domain is reached through its public functions, or, being pure, its rules.',
      { path: '^cloudfunctions/domains/([^/]+)/' },
      {
        path: '^cloudfunctions/domains/',
        pathNot: ['^cloudfunctions/domains/$1/', '^cloudfunctions/domains/[^/]+/(public\\.ts$|rules/)'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'shared-knows-no-domain',
      'A mechanism that several domains share serves any of them.',
      { path: '^cloudfunctions/shared/' },
      { path: '^cloudfunctions/(domains|api|admin|timer|push|jobs)/' },
    ),
    forbid(
      'mechanisms-by-their-front',
      'A mechanism is used, by a domain or another mechanism, through its public functions, its rules or its store.',
      { path: '^cloudfunctions/(?:domains|shared/([^/]+))/' },
      {
        path: '^cloudfunctions/shared/',
        pathNot: [
          '^cloudfunctions/shared/$1/',
          '^cloudfunctions/shared/[^/]+/((public|store|indexes|drift)\\.ts$|rules/)',
        ],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'domains-open-their-own',
      'Only the public functions of a domain open collections for others.',
      {
        path: '^cloudfunctions/',
        pathNot: '^cloudfunctions/((domains|shared)/[^/]+/public|kernel/(member[A-Za-z]*|audit/(pages|verify)))\\.ts$',
      },
      { path: '^cloudfunctions/kernel/own\\.ts$' },
    ),
    forbid(
      'one-way-to-refuse',
      'What refuses calls `refuse`, which knows the codes that an action declares.',
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/kernel/(refuse|failure)\\.ts$' },
      { path: '^cloudfunctions/kernel/refusal\\.ts$' },
    ),
    forbid(
      'kernel-knows-no-domain',
      'The kernel serves any domain.',
      { path: '^cloudfunctions/kernel/' },
      { path: '^cloudfunctions/(domains|shared|api|admin|timer|push|jobs)/' },
    ),
    forbid(
      'entries-only-wire',
      'An entry puts handlers or jobs into the kernel and nothing else.',
      { path: '^cloudfunctions/(api|admin|timer|push)/' },
      {
        pathNot: ['^cloudfunctions/(kernel|jobs)/', '^cloudfunctions/(handlers|schema)\\.ts$', '^contract/'],
      },
    ),
    forbid(
      'functions-stand-alone',
      'What is deployed knows nothing of the laptop or the client.',
      { path: '^cloudfunctions/' },
      { path: '^(emulator|src|scripts|test|demo|config)/' },
    ),
    forbid(
      'one-place-for-the-sdk',
      'Handlers never see the raw SDK; scripts connect from outside in one place.',
      {
        path: '^(cloudfunctions|scripts|src|contract)/',
        pathNot: ['^cloudfunctions/kernel/sdk\\.ts$', '^scripts/lib/database\\.ts$'],
      },
      { path: '^node_modules/@cloudbase/' },
    ),
    forbid(
      'emulator-stands-alone',
      'The local cloud serves any project.',
      { path: '^emulator/' },
      { path: '^(cloudfunctions|contract|src|scripts|test|demo|config)/' },
    ),
    forbid(
      'query-semantics-are-pure',
      'What a query, an update, an order or a region means is decided on values alone, without a store.',
      { path: '^emulator/src/database/(query|update|geo|plan|values|aggregate/expression)/' },
      { path: ['^emulator/src/(?!database/|service\\.ts$)', '^emulator/src/database/(tables|sessions|search)/'] },
    ),
    forbid(
      'emulator-is-for-tests-and-scripts',
      'Nothing that is deployed may know the emulator.',
      { path: '^(?!emulator/|scripts/|test/)' },
      { path: '^emulator/' },
    ),
    forbid(
      'emulator-by-its-entry',
      'What the package does not export is its own business (docs/adr/0019).',
      { path: '^(?!emulator/)' },
      { path: '^emulator/', pathNot: '^emulator/src/(index|process)\\.ts$' },
    ),
    forbid(
      'emulator-is-source',
      'What the package ships knows nothing of how it is made, tested and measured.',
      { path: '^emulator/src/' },
      { path: '^emulator/(test|bench|scripts)/' },
    ),
    forbid(
      'client-takes-types-only',
      'Of the contract the mini-program carries plain values; a form, in its subpackage, the schemas of its domain.',
      { path: '^src/' },
      {
        path: '^contract/',
        pathNot: [...plainValues, '^contract/domains/[^/]+/actions\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid(
      'schemas-are-for-forms',
      'Only a feature’s form checks by a schema; what the whole app shares stays in the main package (docs/adr/0030).',
      { path: '^src/', pathNot: '^src/features/' },
      { path: '^contract/domains/[^/]+/actions\\.ts$', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'one-place-for-the-schema-library',
      'Schemas are read in one way; the main package carries no schema library.',
      { path: '^src/', pathNot: '^src/shared/form/problems\\.ts$' },
      { path: '^node_modules/valibot/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'plain-values-carry-no-schemas',
      'What the mini-program may carry brings nothing along that it may not.',
      { path: plainValues },
      { pathNot: [...plainValues, '^node_modules/dayjs/'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'client-knows-no-server',
      'The client knows the contract only.',
      { path: '^src/' },
      { path: '^(cloudfunctions|emulator|scripts|test|demo)/' },
    ),
    forbid(
      'features-keep-apart',
      'Features never import each other; screens and pages put them together.',
      { path: '^src/features/([^/]+)/' },
      { path: '^src/features/', pathNot: '^src/features/$1/' },
    ),
    forbid(
      'features-below-pages',
      'Features know no screen and no page.',
      { path: '^src/features/' },
      { path: '^src/(screens|pages|packages)/' },
    ),
    forbid(
      'screens-below-pages',
      'A screen is shown by its page or beside a list; it knows neither.',
      { path: '^src/screens/' },
      { path: '^src/(pages|packages)/' },
    ),
    forbid(
      'routes-are-plain-data',
      'What a domain declares of its pages is read by the build, the menus and the tests: data, and nothing that runs.',
      { path: '^src/routes/' },
      { pathNot: ['^src/routes/'], dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'routes-know-the-contract-only',
      'Routes lie below everything else of the client.',
      { path: '^src/routes/' },
      { pathNot: ['^src/routes/', '^contract/'] },
    ),
    forbid(
      'one-declaration-each',
      'Domains do not know of each other’s pages; the table brings them together.',
      { path: '^src/routes/(?!table|app|domains)' },
      { path: '^src/routes/', pathNot: '^src/routes/declare\\.ts$' },
    ),
    forbid(
      'shared-is-the-ground',
      'Shared code knows no feature and no page.',
      { path: '^src/shared/' },
      { path: '^src/(features|screens|pages|packages)/' },
    ),
    forbid(
      'one-of-two-back-ends',
      'Of the back end only what both the local and the cloud one have (`@backend`); personas are the local one’s own.',
      { path: '^src/', pathNot: '^src/shared/backend/' },
      {
        path: '^src/shared/backend/',
        pathNot: '^src/shared/backend/local/(transport|identity|consent|PersonaSwitch|upload)\\.tsx?$',
      },
    ),
    forbid(
      'pages-keep-apart',
      'A page imports no other page.',
      { path: '^src/(pages/[^/]+|packages/(?:(?:organise|manage)/)?[^/]+/[^/]+)/' },
      { path: '^src/(pages|packages)/', pathNot: ['^src/$1/'] },
    ),
    forbid(
      'not-for-production',
      'Tests are for tests, and for the commands that measure and compare.',
      { path: '^(src|contract|cloudfunctions|scripts|demo)/', pathNot: '^scripts/(bench|screens)\\.ts$' },
      { path: '^test/' },
    ),
    forbid(
      'no-undeclared-package',
      'What is imported stands in package.json.',
      { path: '^(src|contract|cloudfunctions|emulator|scripts)/' },
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
