// `node build.mjs SCHEMA OUTPUT` makes the dashboard of the attachment SCHEMA as one page, OUTPUT.
// psql runs queries/*.sql, and Vega-Lite compiles charts/*.vl.json. PGHOST, PGDATABASE, PGUSER and
// the like name the database, as they do for psql. tools/dashboard calls this script.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname } from 'node:path';

const [schema = 'mot_cua', output = 'dashboard.html'] = process.argv.slice(2);
const here = (name) => new URL(name, import.meta.url);
const read = (name) => readFileSync(here(name), 'utf8');
const named = (folder, suffix) => readdirSync(here(folder)).filter((file) => file.endsWith(suffix)).sort()
  .map((file) => [basename(file, suffix), read(`${folder}/${file}`)]);
// The modules of npm are in the current folder, which may be another one than that of this script.
const require = createRequire(`${process.cwd()}/`);

// Return [name, rows in JSON] of each query. All queries read the same snapshot of the database,
// and each prints one line.
function rowsOf(queries) {
  const script = ['BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;',
    ...queries.map(([, sql]) => `SELECT coalesce(jsonb_agg(to_jsonb(q)), '[]') FROM (${sql}) AS q;`), 'COMMIT;'].join('\n');
  const answer = execFileSync('psql', ['-qXAt', '-v', 'ON_ERROR_STOP=1', '-v', `schema=${schema}`, '-f', '-'],
    { input: script, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, PGCLIENTENCODING: 'UTF8' } });
  return answer.trimEnd().split('\n').map((line, i) => [queries[i][0], line]);
}

// Return [name, specification for Vega in JSON] of each chart. A warning or an error of Vega-Lite
// ends the script.
function compiled(charts) {
  const { compile } = require('vega-lite');
  // The colours are variables of the page's style, so a change to dark colours needs no new
  // drawing.
  const config = JSON.parse(read('charts/config.json'));
  return charts.map(([name, text]) => {
    const chart = JSON.parse(text);
    const complain = (message) => { throw new Error(`charts/${name}: ${message}`); };
    // Vega-Lite prints this warning for every chart with a fixed step, where it is right.
    const warn = (message) => message.startsWith('Dropping "fit-y"') || complain(message);
    const logger = { level() { return this; }, error: complain, warn, info() { return this; }, debug() { return this; } };
    return [name, JSON.stringify({ data: chart.data.name, spec: compile(chart, { logger, config }).spec })];
  });
}

// Return pairs of a name and JSON as one object in JSON. It has no "<", so it cannot end the
// element <script> in which it stands.
const object = (pairs) => `{${pairs.map(([name, json]) => `${JSON.stringify(name)}:${json}`).join(',')}}`.replaceAll('<', '\\u003c');
const hash = (script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`;

const scripts = { vega: readFileSync(require.resolve('vega/build/vega.min.js'), 'utf8').replaceAll('</script', '<\\/script'), page: read('page.js') };
const parts = {
  // This policy makes the browser refuse every request of the page. Vega needs 'unsafe-eval',
  // because it makes functions of the expressions in charts.
  policy: `default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-eval' ${Object.values(scripts).map(hash).join(' ')}`,
  style: read('page.css'),
  rows: object(rowsOf(named('queries', '.sql'))),
  charts: object(compiled(named('charts', '.vl.json'))),
  ...scripts,
};
mkdirSync(dirname(output), { recursive: true });
writeFileSync(`${output}.new`, read('page.html').replace(/{{(\w+)}}/g, (_, name) => parts[name]));
// A reader gets either the whole old page or the whole new one.
renameSync(`${output}.new`, output);
