// `node test.mjs SCHEMA PAGE` opens the page that build.mjs has made in headless Chromium, compares
// what it shows with the database, and prints TAP. The environment names the database as for psql.
// The role must have the right to call report_06a and to read the view "overdue". tools/dashboard
// calls this script. SHOTS=FOLDER also writes screenshots into a folder.
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const [schema = 'mot_cua', page = 'dashboard.html'] = process.argv.slice(2);
const { chromium } = createRequire(`${process.cwd()}/`)('playwright-core');
let tests = 0;
const ok = (met, name, detail = '') => console.log(`${met ? 'ok' : 'not ok'} ${++tests} - ${name}${met ? '' : `\n# ${detail}`}`);
const is = (got, expected, name) => ok(isDeepStrictEqual(got, expected), name, `got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`);

const rows = (sql) => JSON.parse(execFileSync('psql', ['-qXAt', '-v', 'ON_ERROR_STOP=1', '-v', `schema=${schema}`, '-f', '-'],
  { input: `SELECT coalesce(jsonb_agg(to_jsonb(q)), '[]') FROM (${sql}) AS q`, encoding: 'utf8', maxBuffer: 1 << 28 }));
// Return the figures of report_06a as the page writes them. The dashboard computes them by queries
// of its own, so a wrong query shows as a difference.
const report = (groupBy) => rows(`
  SELECT r.tt, r.label, translate(to_char(r.received_total, 'FM999,999,990'), ',', '.') AS received_total,
         translate(to_char(r.resolved_total, 'FM999,999,990'), ',', '.') AS resolved_total,
         translate(to_char(r.early, 'FM999,999,990'), ',', '.') AS early, translate(to_char(r.on_time, 'FM999,999,990'), ',', '.') AS on_time,
         r.late::text AS late, r.open_total::text AS open_total, r.open_overdue::text AS open_overdue,
         motcua.format_percent((r.early + r.on_time) / nullif(r.resolved_total, 0)::numeric) AS on_time_percent,
         motcua.format_percent(r.received_online / nullif(r.received_online + r.received_direct, 0)::numeric) AS online_percent,
         CASE WHEN r.early + r.on_time >= s.target * r.resolved_total THEN 'Đạt' ELSE 'Chưa đạt' END AS verdict
  FROM :"schema".settings AS s
  CROSS JOIN motcua.report_06a(:'schema', daterange(s.period_start, s.as_of, '[]'), '${groupBy}') AS r ORDER BY r.tt`);
const byUnit = report('unit');
const whole = byUnit.find((row) => row.tt === null);
const overdue = rows('SELECT o.code, o.unit_name, o.days_late::text FROM :"schema".overdue AS o ORDER BY o.days_late DESC, o.due_on, o.code');
const asOf = rows(`SELECT to_char(s.as_of, 'DD/MM/YYYY') AS text FROM :"schema".settings AS s`)[0].text;

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: [
  ...(process.getuid() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'] });
const shown = (tab, unit) => tab.waitForSelector(`body[data-shown="${unit}"]`, { timeout: 60000, state: 'attached' });
const figures = (tab) => tab.$$eval('.tiles [data-value]', (places) => Object.fromEntries(places.map((place) => [place.dataset.value, place.textContent])));
const listed = (tab) => tab.$$eval('table[data-table=overdue] tbody tr',
  (lines) => lines.map((line) => ({ code: line.cells[0].textContent, unit_name: line.cells[1].textContent, days_late: line.cells[4].textContent })));
const drawn = (tab, chart, role) => tab.$$eval(`[data-chart=${chart}] .${role} text`, (texts) => texts.map((text) => text.textContent));
const sharing = (row, keys) => Object.fromEntries(keys.map((key) => [key, row[key]]));

async function checkFigures(tab, row, name) {
  const keys = Object.keys(row).filter((key) => key !== 'tt' && key !== 'label');
  is(sharing(await figures(tab), keys), sharing(row, keys), `${name}: the figures are those of form II.06a`);
}

async function checkWhole(tab, name) {
  await checkFigures(tab, whole, name);
  is(await tab.textContent('[data-value=as_of]'), asOf, `${name}: the day shown`);
  const rates = byUnit.filter((row) => row.tt !== null).map((row) => row.on_time_percent).sort();
  is((await drawn(tab, 'unit_rates', 'mark-text.role-mark')).sort(), rates, `${name}: each unit's rate is drawn`);
  const fields = report('field').filter((row) => row.tt !== null).map((row) => row.on_time_percent).sort();
  is((await drawn(tab, 'field_rates', 'mark-text.role-mark')).sort(), fields, `${name}: each field's rate is drawn`);
  is(await listed(tab), overdue, `${name}: the overdue dossiers are listed, longest first`);
  is(await tab.$$eval('figure', (all) => all.filter((figure) => figure.querySelectorAll('svg path[aria-roledescription], svg .mark-text.role-mark text').length < 2)
    .map((figure) => figure.dataset.chart)), [], `${name}: every chart has marks`);
  is(await tab.evaluate(() => document.documentElement.scrollWidth), tab.viewportSize().width, `${name}: nothing is wider than the screen`);
}

// Text must stand out from its card, in the charts too: with dark colours it must be lighter than
// the card, and with light colours darker.
async function checkColours(tab, scheme, name) {
  const faint = await tab.$$eval('figure, .tile', (cards, dark) => {
    const light = (colour) => colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, part, i) => sum + part * [0.299, 0.587, 0.114][i], 0);
    return cards.flatMap((card) => [...card.querySelectorAll('svg text, h2, figcaption, small, p')].filter((text) => {
      const by = light(getComputedStyle(text)[text.tagName === 'text' ? 'fill' : 'color']) - light(getComputedStyle(card).backgroundColor);
      return (dark ? by : -by) < 80;
    }).map((text) => text.textContent));
  }, scheme === 'dark');
  is(faint, [], `${name}: all text stands out`);
}

for (const width of [360, 1280]) {
  for (const colorScheme of ['light', 'dark']) {
    const name = `${width} px, ${colorScheme}`;
    const tab = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, timezoneId: 'America/Los_Angeles' });
    const complaints = [];
    const requests = [];
    tab.on('console', (message) => complaints.push(message.text()));
    tab.on('pageerror', (error) => complaints.push(error.message));
    tab.on('request', (request) => requests.push(request.url()));
    await tab.goto(`file://${resolve(page)}`);
    await shown(tab, 'Tất cả đơn vị');
    await checkWhole(tab, name);
    await checkColours(tab, colorScheme, name);
    if (process.env.SHOTS) await tab.screenshot({ path: `${process.env.SHOTS}/${width}-${colorScheme}.png`, fullPage: true });
    is(complaints, [], `${name}: no error, no warning`);
    is(requests.length, 1, `${name}: nothing is asked for but the page`);
    await tab.close();
  }
}

const tab = await browser.newPage({ viewport: { width: 1280, height: 900 } });
await tab.goto(`file://${resolve(page)}`);
const units = await tab.$$eval('#unit option', (options) => options.map((option) => ({ value: option.value, label: option.label })));
is(units.map((unit) => unit.label).sort(), [...byUnit.filter((row) => row.tt !== null).map((row) => row.label), 'Tất cả đơn vị'].sort(), 'every unit may be chosen');
for (const { value, label } of units.filter((unit) => unit.value !== '')) {
  await tab.selectOption('#unit', value);
  await shown(tab, value);
  await checkFigures(tab, byUnit.find((row) => row.label === label), label);
  is(await listed(tab), overdue.filter((row) => row.unit_name === label), `${label}: its overdue dossiers`);
}
await browser.close();
console.log(`1..${tests}`);
