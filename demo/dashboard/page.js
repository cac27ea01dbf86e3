// This script runs in the dashboard's page. It shows the rows of the unit that the reader chooses,
// as figures, tables and charts. The database has computed all figures; this script only formats
// them.
'use strict';
const rows = JSON.parse(document.getElementById('rows').textContent);
const charts = JSON.parse(document.getElementById('charts').textContent);
const settings = rows.settings[0];
const whole = 'Tất cả đơn vị';

const count = new Intl.NumberFormat('vi-VN').format;
const twoDecimals = new Intl.NumberFormat('vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const percent = (value) => (value === null ? '–' : twoDecimals.format(value) + '%');
const target = (value) => count(value) + '%';
const day = (text) => text.split('-').reverse().join('/');
const verdict = (met) => (met === null ? '–' : met ? 'Đạt' : 'Chưa đạt');

// Charts and tables show some numbers as text, so each row also gets the text.
for (const row of Object.values(rows).flat()) {
  row.target_percent = settings.target_percent;
  if ('on_time_percent' in row) row.on_time_text = percent(row.on_time_percent);
  if ('online_percent' in row) row.online_text = percent(row.online_percent);
  if ('meets_target' in row) row.verdict = verdict(row.meets_target);
  if ('month' in row) row.month_text = 'T' + Number(row.month.slice(5, 7));
  if ('due_on' in row) row.due_text = day(row.due_on);
}

const formats = {
  as_of: day, period_start: day, on_time_percent: percent, online_percent: percent, target_percent: target,
  verdict: String, unit_name: String,
};

function showFigures(unit) {
  const figures = { ...settings, ...rows.units.find((row) => row.unit === unit) };
  figures.unit_name ??= whole;
  for (const place of document.querySelectorAll('[data-value]')) {
    const name = place.dataset.value;
    place.textContent = (formats[name] ?? count)(figures[name]);
  }
  const badge = document.querySelector('.badge');
  badge.classList.toggle('met', figures.meets_target === true);
  badge.classList.toggle('missed', figures.meets_target === false);
}

function showTable(table, unit) {
  const heads = [...table.querySelectorAll('th')];
  const ofUnit = table.dataset.table === 'overdue'
    ? rows.overdue.filter((row) => unit === null || row.unit === unit)
    : rows[table.dataset.table].filter((row) => row.unit === unit);
  table.tBodies[0].replaceChildren(...ofUnit.map((row) => {
    const line = document.createElement('tr');
    for (const head of heads) {
      const value = row[head.dataset.field];
      const cell = line.insertCell();
      cell.dataset.label = head.textContent;
      cell.textContent = typeof value === 'number' ? count(value) : value ?? '–';
      if (typeof value === 'number' || head.dataset.field === 'on_time_text') cell.className = 'number';
      if (head.dataset.field === 'code') cell.className = 'code';
      if (head.dataset.field === 'verdict') cell.className = row.meets_target ? 'met' : 'missed';
    }
    return line;
  }));
  for (const head of heads) head.className = table.querySelector(`td.number:nth-child(${head.cellIndex + 1})`) ? 'number' : '';
}

const views = new Map();

async function draw(figure, unit) {
  const { data, spec } = charts[figure.dataset.chart];
  const shown = rows[data].filter(figure.dataset.rows === 'each' ? (row) => row.unit !== null : (row) => row.unit === unit);
  views.get(figure)?.finalize();
  const view = new vega.View(vega.parse(spec), { renderer: 'svg', container: figure.querySelector('div'), hover: true });
  views.set(figure, view);
  await view.data(data, shown).runAsync();
}

async function show() {
  const unit = document.getElementById('unit').value || null;
  showFigures(unit);
  document.querySelectorAll('table').forEach((table) => showTable(table, unit));
  await Promise.all([...document.querySelectorAll('figure')].map((figure) => draw(figure, unit)));
  document.body.dataset.shown = unit ?? whole;
}

vega.formatLocale({ decimal: ',', thousands: '.', grouping: [3], currency: ['', ''] });
const choice = document.getElementById('unit');
const names = rows.units.filter((row) => row.unit !== null).sort((a, b) => a.unit_name.localeCompare(b.unit_name, 'vi'));
choice.append(...names.map((row) => new Option(row.unit_name, row.unit)));
choice.addEventListener('change', show);
show();
