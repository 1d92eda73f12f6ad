/** The floors inside each application, and what the pure libraries may touch: an arrow may only point down. */
const ROOF = '^apps/api/src/(main|ct|operate|app\\.module|openapi|demo)\\.ts$';
const PLATFORM = '^apps/api/src/platform/';
const TESTS = '(\\.(spec|e2e-spec)\\.ts$|/test/)';

/** The stairs of the API, lowest first: a feature may import those before it, never those after it. */
const STAIRS = [
  'identity',
  'mailbox',
  'places',
  'attachments',
  'indicators',
  'rounds',
  'roll',
  'proposals',
  'reviews',
  'counts',
  'imports',
  'decisions',
  'voting',
  'delivery',
  'contributions',
  'notices',
  'outcomes',
  'moderation',
  'open-data',
  'personal-data',
];
const climbs = STAIRS.slice(0, -1).map((feature, step) => ({
  name: `${feature}-climbs-no-stairs`,
  severity: 'error',
  from: { path: `^apps/api/src/${feature}/`, pathNot: TESTS },
  to: { path: `^apps/api/src/(${STAIRS.slice(step + 1).join('|')})/` },
}));

/** The stairs of the urn, lowest first. */
const URN_STAIRS = ['elections', 'log', 'casting', 'paper', 'publish'];
const URN_ROOF = '^apps/urn/src/(main|app\\.module|start-urn)\\.ts$';
const urnClimbs = URN_STAIRS.slice(0, -1).map((feature, step) => ({
  name: `urn-${feature}-climbs-no-stairs`,
  severity: 'error',
  from: { path: `^apps/urn/src/${feature}/`, pathNot: TESTS },
  to: { path: `^apps/urn/src/(${URN_STAIRS.slice(step + 1).join('|')})/` },
}));

const lib = (name, ...may) => ({
  name: `${name}-stays-pure`,
  comment: 'A pure library imports the kernel and what is named here, no framework, no node:*.',
  severity: 'error',
  from: { path: `^libs/${name}/src/`, pathNot: TESTS },
  to: {
    pathNot: [`^libs/(${[name, ...may].join('|')})/src/`, ...may.map((npm) => `node_modules/${npm}/`)],
  },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-folder-cycles',
      scope: 'folder',
      severity: 'error',
      from: { path: '^(apps/(api|urn)/src|libs)/' },
      to: { circular: true },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'tests-are-not-imported', severity: 'error', from: { pathNot: TESTS }, to: { path: TESTS } },
    {
      name: 'nobody-imports-the-roof',
      severity: 'error',
      from: { path: '^apps/api/src/', pathNot: ROOF },
      to: { path: ROOF },
    },
    {
      name: 'platform-knows-no-feature',
      severity: 'error',
      from: { path: PLATFORM },
      to: { path: '^apps/api/src/(?!platform/)[^/]+/' },
    },
    {
      name: 'features-meet-at-index',
      comment: 'Another feature is entered through its index.ts only.',
      severity: 'error',
      from: { path: '^apps/api/src/(?!platform/)([^/]+)/', pathNot: TESTS },
      to: {
        path: '^apps/api/src/(?!platform/)[^/]+/',
        pathNot: ['^apps/api/src/$1/', '^apps/api/src/[^/]+/index\\.ts$'],
      },
    },
    ...climbs,
    {
      name: 'urn-and-api-never-meet',
      comment: 'The urn knows choices and the API knows people: they share pure libraries alone.',
      severity: 'error',
      from: { path: '^apps/(api|urn)/' },
      to: { path: '^apps/(api|urn)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'nobody-imports-the-urns-roof',
      severity: 'error',
      from: { path: '^apps/urn/src/', pathNot: URN_ROOF },
      to: { path: URN_ROOF },
    },
    {
      name: 'urn-platform-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/urn/src/platform/' },
      to: { path: '^apps/urn/src/(?!platform/)[^/]+/' },
    },
    {
      name: 'urn-features-meet-at-index',
      severity: 'error',
      from: { path: '^apps/urn/src/(?!platform/)([^/]+)/', pathNot: TESTS },
      to: {
        path: '^apps/urn/src/(?!platform/)[^/]+/',
        pathNot: ['^apps/urn/src/$1/', '^apps/urn/src/[^/]+/index\\.ts$'],
      },
    },
    ...urnClimbs,
    {
      name: 'entities-are-leaves',
      severity: 'error',
      from: { path: '\\.entity\\.ts$' },
      to: { path: '^apps/api/src', pathNot: ['\\.entity\\.ts$', '^apps/api/src/platform/database/'] },
    },
    {
      name: 'dto-knows-no-database',
      severity: 'error',
      from: { path: '/dto/' },
      to: { path: '(\\.entity\\.ts$|node_modules/typeorm/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-features-stay-apart',
      severity: 'error',
      from: { path: '^apps/web/src/app/(?!shell/)([^/]+)/', pathNot: TESTS },
      to: { path: '^apps/web/src/app/(?!shell/)[^/]+/', pathNot: '^apps/web/src/app/$1/' },
    },
    {
      name: 'shell-knows-no-feature',
      severity: 'error',
      from: { path: '^apps/web/src/app/shell/' },
      to: { path: '^apps/web/src/app/(?!shell/)[^/]+/' },
    },
    {
      name: 'govuk-knows-no-server',
      severity: 'error',
      from: { path: '^libs/govuk/src/', pathNot: TESTS },
      to: { path: '(^libs/api-client|^apps/|@angular/common/http)' },
    },
    {
      name: 'web-and-api-never-meet',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: '^apps/(api|urn|cli)/' },
    },
    {
      name: 'api-and-web-never-meet',
      severity: 'error',
      from: { path: '^apps/(api|urn|cli)/' },
      to: { path: '^(apps/web|libs/govuk|libs/api-client)/' },
    },
    lib('kernel'),
    lib('voting', 'kernel'),
    lib('pabulib', 'kernel', 'voting'),
    lib('statistics', 'kernel'),
    lib('sortition', 'kernel', 'highs', 'yalps', '@noble/hashes'),
    lib('ballot-protocol', 'kernel', '@noble/curves', '@noble/hashes', '@cloudflare/blindrsa-ts'),
    lib('paper-rules', 'voting', 'ballot-protocol'),
    lib('proof-of-work', '@noble/hashes'),
    {
      name: 'blinding-is-for-browsers',
      comment:
        'Only the entry @commonthread/ballot-protocol/pass loads the blinding library; the urn never does.',
      severity: 'error',
      from: { path: '^libs/ballot-protocol/src/', pathNot: ['/src/pass\\.ts$', '/src/blinding/', TESTS] },
      to: { path: ['/src/pass\\.ts$', '/src/blinding/', 'node_modules/@cloudflare/'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.angular)/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@commonthread/source', 'import', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
