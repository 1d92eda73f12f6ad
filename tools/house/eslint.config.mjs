import nx from '@nx/eslint-plugin';
import tseslint from 'typescript-eslint';

const only = (sourceTag, ...tags) => ({ sourceTag, onlyDependOnLibsWithTags: tags });

/** What crosses project borders (Nx tags), and the few mistakes a compiler does not see. */
export default tseslint.config(
  { ignores: ['**/dist', '**/out-tsc', '**/.angular', '**/*.d.ts', '**/generated', '.local', '.nx'] },
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@nx': nx, '@typescript-eslint': tseslint.plugin },
    rules: {
      'no-console': 'error',
      eqeqeq: ['error', 'always'],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "CallExpression[callee.property.name='query'] > TemplateLiteral.arguments:first-child[expressions.length>0] > Identifier[name=/[a-z]/]",
          message: 'No SQL from strings: pass values as parameters.',
        },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@nx/enforce-module-boundaries': [
        'error',
        {
          allow: [],
          depConstraints: [
            only('side:shared', 'side:shared'),
            only('side:web', 'side:web', 'side:shared'),
            only('side:api', 'side:api', 'side:shared'),
            only('type:app', 'type:domain', 'type:ui', 'type:client'),
            only('type:ui', 'type:ui', 'type:domain'),
            only('type:client', 'type:client'),
            only('type:tool', 'type:domain', 'type:app'),
            {
              sourceTag: 'type:domain',
              onlyDependOnLibsWithTags: ['type:domain'],
              bannedExternalImports: ['@nestjs/*', '@angular/*', 'typeorm', 'rxjs'],
            },
          ],
        },
      ],
    },
  },
  {
    // Decorated constructors need the classes at run time: a type-only import would break injection and validation.
    files: ['apps/api/**/*.ts', 'apps/urn/**/*.ts', 'apps/web/**/*.ts', 'libs/govuk/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // Names of tables and columns cannot be parameters; tests and tools write theirs themselves.
    files: ['apps/api/test/**/*.ts', 'apps/urn/test/**/*.ts', 'tools/**/*.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: [
      'tools/**/*.ts',
      'apps/cli/src/**/*.ts',
      '**/*.spec.ts',
      '**/*.e2e-spec.ts',
      'apps/web/src/server.ts',
    ],
    rules: { 'no-console': 'off' },
  },
);
